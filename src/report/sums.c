/* sums.c - a plan's lines added up. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"
#include "youka/model/fuel.h"

#define MONTHS_A_QUARTER 3

static double finite_or_0(double x)
{
    return isfinite(x) ? x : 0;
}

struct rank {
    double litres;
    const char *id;
    size_t line;
};

static int by_litres(const void *a, const void *b)
{
    const struct rank *x = a, *y = b;
    if (x->litres != y->litres)
        return x->litres > y->litres ? -1 : 1;
    return strcmp(x->id, y->id);
}

const size_t *yk_lines_by_litres(const struct yk_view *v, const struct yk_plan *plan)
{
    struct rank *rank = YK_ARENA_ARRAY(v->sheets->arena, struct rank, plan->lines + 1);
    size_t *order = YK_ARENA_ARRAY(v->sheets->arena, size_t, plan->lines + 1);
    for (size_t i = 0; i < plan->lines; i++) {
        size_t door = plan->line[i].door;
        rank[i] = (struct rank){finite_or_0(v->derived->estimate[door].litres.mean),
                                v->territory->door[door].id.text, i};
    }
    qsort(rank, plan->lines, sizeof *rank, by_litres);
    for (size_t i = 0; i < plan->lines; i++)
        order[i] = rank[i].line;
    return order;
}

static double top_share(const struct yk_view *v, const struct yk_plan *plan, double means)
{
    const size_t *order = yk_lines_by_litres(v, plan);
    size_t top = (plan->lines + 4) / 5;
    double sum = 0;
    for (size_t i = 0; i < top; i++)
        sum += finite_or_0(v->derived->estimate[plan->line[order[i]].door].litres.mean);
    return means > 0 ? sum / means : 0;
}

/* A sum on its way: variances below and above P50 add up. */
struct spreading {
    double p50, below, above;
};

/* `share` of a client's litres. */
static void add_range(struct spreading *to, const struct yk_range *l, double share)
{
    double p50 = finite_or_0(l->p50);
    to->p50 += share * p50;
    to->below += pow(share * (p50 - finite_or_0(l->p10)), 2);
    to->above += pow(share * (finite_or_0(l->p90) - p50), 2);
}

static struct yk_spread spread_of(const struct spreading *s)
{
    return (struct yk_spread){s->p50, s->p50 - sqrt(s->below), s->p50 + sqrt(s->above)};
}

/* What its cards say, where there are any; else its share as told, of litres that have a range. */
static void add_ours(struct yk_sums *out, struct spreading *to, const struct yk_view *v,
                     const struct yk_plan_line *line)
{
    const struct yk_range *l = &v->derived->estimate[line->door].litres;
    const struct yk_buyer *b = yk_sales_of(v->derived->buyer, line->door);
    double ours = yk_ours_litres(b, finite_or_0(l->mean), line->own_share);
    out->ours += ours;
    if (b)
        to->p50 += ours;
    else
        add_range(to, l, finite_or_0(line->own_share));
}

/* Winnable are the same share of all litres that they are of the mean. */
static void add_winnable(struct yk_sums *out, struct spreading *to, const struct yk_view *v,
                         const struct yk_plan_line *line)
{
    const struct yk_range *l = &v->derived->estimate[line->door].litres;
    double winnable = finite_or_0(line->winnable_litres);
    out->winnable += winnable;
    if (l->mean > 0)
        add_range(to, l, winnable / l->mean);
    if (line->due_week > 0)
        out->expected_quarter += winnable * finite_or_0(line->p_win) * MONTHS_A_QUARTER;
}

void yk_sums_of(struct yk_sums *out, const struct yk_view *v, const struct yk_plan *plan)
{
    struct spreading all = {0}, ours = {0}, winnable = {0};
    *out = (struct yk_sums){.clients = plan->lines};
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_range *l = &v->derived->estimate[line->door].litres;
        out->located += v->derived->place[line->door].located;
        out->scheduled += line->due_week > 0;
        out->means += finite_or_0(l->mean);
        add_range(&all, l, 1);
        add_ours(out, &ours, v, line);
        add_winnable(out, &winnable, v, line);
    }
    struct yk_spread demand = spread_of(&all);
    out->p50 = demand.p50;
    out->low = demand.low;
    out->high = demand.high;
    out->ours_range = spread_of(&ours);
    out->winnable_range = spread_of(&winnable);
    out->top_share = top_share(v, plan, out->means);
    double target = v->territory->station[plan->station].target_litres_quarter;
    out->target_given = isfinite(target) && target > 0;
    out->target_quarter = out->target_given ? target : out->expected_quarter;
}

static size_t tier_at(const struct yk_rules *r, const char *tier)
{
    size_t i = 0;
    while (i < r->tiers && strcmp(r->tier[i].tier, tier) != 0)
        i++;
    return i;
}

void yk_tier_sums_add(struct yk_tier_sum *sum, const struct yk_view *v, const struct yk_plan *plan)
{
    const struct yk_rules *r = v->territory->rules;
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_range *l = &v->derived->estimate[line->door].litres;
        size_t tier = tier_at(r, line->tier_potential);
        if (tier == r->tiers)
            continue;
        sum[tier].clients++;
        sum[tier].p50 += finite_or_0(l->p50);
        sum[tier].means += finite_or_0(l->mean);
        sum[tier].winnable += finite_or_0(line->winnable_litres);
    }
}

void yk_tiers_table(struct yk_view *v, struct yk_sheet *sheet, const char *name, const char *title,
                    const struct yk_tier_sum *sum)
{
    const struct yk_rules *r = v->territory->rules;
    const struct yk_column column[] = {
        {.key = "tier", .heading = _("Potential tier")},
        {.key = "clients", .heading = _("Number of clients"), .format = YK_AS_COUNT},
        {.key = "p50", .heading = _("Demand P50 L/month"), .format = YK_AS_COUNT},
        {.key = "share", .heading = _("Share of demand"), .format = YK_AS_PERCENT},
        {.key = "winnable_litres", .heading = _("Winnable L/month"), .format = YK_AS_COUNT},
        {.key = "owner", .heading = _("Owner")},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, name, title, column, YK_COUNT_OF(column));
    double means = 0;
    for (size_t i = 0; i < r->tiers; i++)
        means += sum[i].means;
    for (size_t i = 0; i < r->tiers; i++) {
        const struct yk_tier_rule *tier = &r->tier[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_code_cell(tier->tier, tier->label[v->sheets->lang]),
                        yk_tone_of_tier(tier->tier));
        c[1] = yk_number_cell(sum[i].clients);
        c[2] = yk_number_cell(sum[i].p50);
        c[3] = yk_number_cell(means > 0 ? sum[i].means / means : 0);
        c[4] = yk_number_cell(sum[i].winnable);
        c[5] = yk_code_cell(tier->owner, yk_word_rule(v, "owner", tier->owner));
    }
}
