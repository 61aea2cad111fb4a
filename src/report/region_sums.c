/* region_sums.c - the figures of a region's stations, and their sums. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"

#define DAYS_A_WEEK 7

const struct yk_station *yk_region_station(const struct yk_view *v, const struct yk_region_work *w,
                                           size_t i)
{
    return &v->territory->station[w->region->station[i].plan->station];
}

double yk_region_share(double done, double all)
{
    return all > 0 ? done / all : NAN;
}

static const struct yk_tier_rule *tier_of(const struct yk_view *v, const struct yk_plan_line *line)
{
    const struct yk_rules *r = v->territory->rules;
    for (size_t i = 0; i < r->tiers; i++)
        if (!strcmp(r->tier[i].tier, line->tier_potential))
            return &r->tier[i];
    return NULL;
}

/* Visits of the 12 weeks that found no hours: of a client without any, those that its tier would
 * have had, the first in the first week. */
static double visits_without_hours(const struct yk_plan_line *line, const struct yk_tier_rule *tier)
{
    if (strcmp(line->left_out, "no_capacity") != 0)
        return line->visits_short;
    double last_day = YK_PLAN_WEEKS * DAYS_A_WEEK - 1;
    double due = tier->visit_every_days > 0 ? 1 + floor(last_day / tier->visit_every_days) : 1;
    return fmin(due, tier->visits);
}

static void add_hours(struct yk_region_sum *sum, const struct yk_view *v,
                      const struct yk_plan *plan)
{
    for (size_t i = 0; i < YK_PLAN_WEEKS; i++) {
        sum->hours += plan->calendar.week[i].capacity_hours;
        sum->hours_needed += plan->calendar.week[i].hours;
    }
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_tier_rule *tier = tier_of(v, &plan->line[i]);
        if (tier)
            sum->hours_needed += visits_without_hours(&plan->line[i], tier) * tier->hours_per_visit;
    }
}

static void add_coverage(struct yk_region_sum *sum, const struct yk_coverage *k)
{
    if (!k)
        return;
    sum->doors_done = (double)k->doors_done;
    sum->doors_expected = k->doors_expected > 0 ? k->doors_expected : 0;
    sum->cells_done = (double)k->cells_done;
    sum->cells = (double)(k->areas - k->cells_aside);
}

/* low and high carry squares until all are in. */
static void add_station(struct yk_region_sum *all, const struct yk_region_sum *s, size_t tiers)
{
    all->sums.clients += s->sums.clients;
    all->sums.located += s->sums.located;
    all->sums.scheduled += s->sums.scheduled;
    all->sums.p50 += s->sums.p50;
    all->sums.means += s->sums.means;
    all->sums.ours += s->sums.ours;
    all->sums.winnable += s->sums.winnable;
    all->sums.expected_quarter += s->sums.expected_quarter;
    all->sums.target_quarter += s->sums.target_quarter;
    all->sums.low += pow(s->sums.p50 - s->sums.low, 2);
    all->sums.high += pow(s->sums.high - s->sums.p50, 2);
    all->hours += s->hours;
    all->hours_needed += s->hours_needed;
    all->doors_done += s->doors_done;
    all->doors_expected += s->doors_expected;
    all->cells_done += s->cells_done;
    all->cells += s->cells;
    for (size_t i = 0; i < tiers; i++) {
        all->tier[i].clients += s->tier[i].clients;
        all->tier[i].p50 += s->tier[i].p50;
        all->tier[i].means += s->tier[i].means;
        all->tier[i].winnable += s->tier[i].winnable;
    }
}

void yk_region_sums(struct yk_region_work *out, const struct yk_view *v,
                    const struct yk_region *region)
{
    struct yk_arena *a = v->sheets->arena;
    size_t tiers = v->territory->rules->tiers;
    *out = (struct yk_region_work){
        .region = region,
        .station = YK_ARENA_ARRAY(a, struct yk_region_sum, region->stations),
        .all = {.tier = YK_ARENA_ARRAY(a, struct yk_tier_sum, tiers)},
        .chosen = YK_ARENA_ARRAY(a, bool, v->territory->stations),
        .line = (const struct yk_plan_line **)yk_arena_items(a, v->territory->doors,
                                                             sizeof(struct yk_plan_line *))};
    for (size_t i = 0; i < region->stations; i++) {
        const struct yk_plan *plan = region->station[i].plan;
        struct yk_region_sum *s = &out->station[i];
        s->tier = YK_ARENA_ARRAY(a, struct yk_tier_sum, tiers);
        yk_sums_of(&s->sums, v, plan);
        yk_tier_sums_add(s->tier, v, plan);
        add_hours(s, v, plan);
        add_coverage(s, region->station[i].coverage);
        add_station(&out->all, s, tiers);
        out->chosen[plan->station] = true;
        for (size_t k = 0; k < plan->lines; k++)
            out->line[plan->line[k].door] = &plan->line[k];
    }
    out->all.sums.low = out->all.sums.p50 - sqrt(out->all.sums.low);
    out->all.sums.high = out->all.sums.p50 + sqrt(out->all.sums.high);
}

struct best {
    const struct yk_plan_line *line;
    const char *id;
};

static int by_score(const void *a, const void *b)
{
    const struct best *x = a, *y = b;
    if (x->line->score_yuan_year != y->line->score_yuan_year)
        return x->line->score_yuan_year > y->line->score_yuan_year ? -1 : 1;
    return strcmp(x->id, y->id);
}

static bool can_be_won(const struct yk_plan_line *line)
{
    static const char *const over[] = {"no_need", "lost", "parked"};
    for (size_t i = 0; i < YK_COUNT_OF(over); i++)
        if (!strcmp(line->left_out, over[i]))
            return false;
    return line->winnable_litres > 0;
}

size_t yk_region_best(const struct yk_plan_line ***out, const struct yk_view *v,
                      const struct yk_region_work *w)
{
    struct yk_arena *a = v->sheets->arena;
    struct best *best = YK_ARENA_ARRAY(a, struct best, w->all.sums.clients + 1);
    size_t count = 0;
    for (size_t i = 0; i < v->territory->doors; i++)
        if (w->line[i] && can_be_won(w->line[i]))
            best[count++] = (struct best){w->line[i], v->territory->door[i].id.text};
    qsort(best, count, sizeof *best, by_score);
    *out = (const struct yk_plan_line **)yk_arena_items(a, count + 1, sizeof **out);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = best[i].line;
    return count;
}
