/* make.c - a station's development plan: score, tier, strategy, owner, week. */
#include "youka/plan/make.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/forced.h"
#include "youka/plan/schedule.h"
#include "youka/plan/score.h"
#include "youka/plan/stage.h"
#include "youka/plan/strategy.h"
#include "youka/plan/tier.h"

/* A line being made, and what it is sorted by. */
struct draft {
    struct yk_plan_line line;
    const struct yk_door *door;
    const char *id;
    bool no_need, last, existing;
    double value; /* yuan a year */
    double today; /* yuan a year it earns us now */
    size_t tier;
};

/* What the making of one station's plan needs everywhere. */
struct making {
    const struct yk_territory *t;
    const struct yk_derived *d;
    struct yk_arena *a;
    struct draft *draft;
    size_t count;
};

static int by_value(const void *a, const void *b)
{
    const struct draft *x = a, *y = b;

    if (x->last != y->last)
        return x->last - y->last;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    if (x->existing != y->existing)
        return y->existing - x->existing;
    int ids = strcmp(x->id, y->id);
    return ids ? ids : (x->line.door > y->line.door) - (x->line.door < y->line.door);
}

static void weigh(struct draft *out, const struct making *m, size_t door)
{
    const struct yk_estimate *e = &m->d->estimate[door];
    const struct yk_answers *a = &m->t->door[door].answers;
    struct yk_plan_line *l = &out->line;

    out->door = &m->t->door[door];
    out->id = out->door->id.text;
    out->no_need = yk_answer_is(a, "visit_result", "no_vehicles");
    out->last = out->no_need || yk_answer_is(a, "intent", "d");
    out->existing = yk_existing_client(a, m->t->today);
    l->door = door;
    l->own_share = yk_own_share(a);
    l->access = yk_access(a, m->t->today);
    l->p_win = yk_win_chance(a, m->d->place[door].distance_m, yk_discount_fits(m->t->rules, a));
    l->winnable_litres = e->litres.mean * (1 - l->own_share) * l->access;
    l->margin_yuan_l = yk_margin_yuan_l(e, m->t->rules);
    out->value =
        yk_margin_yuan_year(e->litres.mean, l->own_share, l->access, l->p_win, l->margin_yuan_l);
    out->today = e->litres.mean * l->own_share * l->margin_yuan_l * 12;
}

static bool belongs(const struct making *m, size_t door, size_t station)
{
    return m->d->place[door].owner == station && !m->d->estimate[door].none;
}

/* Counted first: a station has few of a country's doors, and a draft is large. */
static void collect(struct making *m, size_t station)
{
    size_t own = 0;

    for (size_t i = 0; i < m->t->doors; i++)
        own += belongs(m, i, station);
    m->draft = YK_ARENA_ARRAY(m->a, struct draft, own);
    for (size_t i = 0; i < m->t->doors; i++)
        if (belongs(m, i, station))
            weigh(&m->draft[m->count++], m, i);
}

/* Sorts by value and cuts; clients without need and final refusals are of the lowest tier. */
static void rank_and_cut(struct making *m)
{
    double *value = YK_ARENA_ARRAY(m->a, double, m->count);
    size_t *tier = YK_ARENA_ARRAY(m->a, size_t, m->count);

    qsort(m->draft, m->count, sizeof *m->draft, by_value);
    for (size_t i = 0; i < m->count; i++)
        value[i] = m->draft[i].last ? 0 : m->draft[i].value;
    yk_tier_cut(tier, value, m->count, m->t->rules);
    for (size_t i = 0; i < m->count; i++)
        m->draft[i].tier = tier[i];
}

/* The visits that win a client cost time; how many they are depends on the tier, and the tier on
 * what is left: the expected margin gives a first tier, its cost the score, the score the tier. */
static void score(struct making *m)
{
    rank_and_cut(m);
    for (size_t i = 0; i < m->count; i++) {
        struct draft *d = &m->draft[i];
        const struct yk_tier_rule *tier = &m->t->rules->tier[d->tier];
        d->line.hours = d->no_need ? 0 : tier->visits * tier->hours_per_visit;
        d->value -= d->line.hours * tier->cost_hour_yuan;
        d->line.score_yuan_year = d->value;
        d->line.score_yuan_hour = d->line.hours > 0 ? d->value / d->line.hours : 0;
    }
    rank_and_cut(m);
}

/* Existing clients by what they earn us today, cut in the same way. */
static void cut_today(struct making *m)
{
    struct draft *now = YK_ARENA_ARRAY(m->a, struct draft, m->count);
    double *value = YK_ARENA_ARRAY(m->a, double, m->count);
    size_t *tier = YK_ARENA_ARRAY(m->a, size_t, m->count), n = 0;

    for (size_t i = 0; i < m->count; i++) {
        m->draft[i].line.tier_now = "";
        if (m->draft[i].existing) {
            now[n] = m->draft[i];
            now[n].value = now[n].today;
            now[n].last = false;
            now[n++].line.rank = i; /* its place among the drafts */
        }
    }
    qsort(now, n, sizeof *now, by_value);
    for (size_t i = 0; i < n; i++)
        value[i] = now[i].value;
    yk_tier_cut(tier, value, n, m->t->rules);
    for (size_t i = 0; i < n; i++)
        m->draft[now[i].line.rank].line.tier_now = m->t->rules->tier[tier[i]].tier;
}

static void schedule(struct making *m, double hours_week)
{
    struct yk_slot *slot = YK_ARENA_ARRAY(m->a, struct yk_slot, m->count);

    for (size_t i = 0; i < m->count; i++) {
        struct draft *d = &m->draft[i];
        const struct yk_tier_rule *tier = &m->t->rules->tier[d->tier];
        bool located = m->d->place[d->line.door].located;
        d->line.left_out = d->no_need ? "no_need" : located ? "" : "not_located";
        slot[i] = (struct yk_slot){
            .hours_per_visit = tier->hours_per_visit,
            .every_weeks = (int)lround(fmin(tier->visit_every_days / 7, YK_PLAN_WEEKS + 1)),
            .visits = (int)fmin(fmax(tier->visits, 1), YK_PLAN_WEEKS),
            .forced = yk_contract_ends_soon(&d->door->answers, m->t->today) ||
                      *yk_visit_forced(m->d->visits, d->line.door),
            .skip = *d->line.left_out != '\0'};
    }
    yk_schedule(slot, m->count, hours_week);
    for (size_t i = 0; i < m->count; i++) {
        m->draft[i].line.due_week = slot[i].due_week;
        if (!slot[i].skip && slot[i].due_week == 0)
            m->draft[i].line.left_out = "no_capacity";
    }
}

/* Where it stands and what comes next. */
static void stage(struct yk_plan_line *l, const struct making *m)
{
    const struct yk_answers *answers = &m->t->door[l->door].answers;
    struct yk_standing s;

    yk_standing_of(&s, NULL, m->t, m->d, l->door, l->rule);
    l->stage = s.stage;
    l->claimed = s.claimed;
    l->forced = yk_visit_forced(m->d->visits, l->door);
    l->next_step = yk_next_step(&s, l->forced, answers);
    l->wants = *l->next_step ? yk_gates_text(s.lacks, m->a) : "";
    l->last_seen = yk_last_seen(m->t, m->d->visits, l->door);
    l->missing = yk_missing_fact(answers);
}

void yk_plan_make(struct yk_plan *out, const struct yk_territory *t, const struct yk_derived *d,
                  size_t station, struct yk_arena *a)
{
    struct making m = {.t = t, .d = d, .a = a};

    collect(&m, station);
    score(&m);
    cut_today(&m);
    schedule(&m, t->station[station].hours_week);
    *out = (struct yk_plan){.station = station,
                            .line = YK_ARENA_ARRAY(a, struct yk_plan_line, m.count),
                            .lines = m.count};
    for (size_t i = 0; i < m.count; i++) {
        struct yk_plan_line *l = &out->line[i];
        const struct yk_answers *answers = &m.draft[i].door->answers;
        *l = m.draft[i].line;
        l->rank = i + 1;
        l->tier_potential = t->rules->tier[m.draft[i].tier].tier;
        l->owner = t->rules->tier[m.draft[i].tier].owner;
        l->rule = yk_strategy_for(t->rules, answers, l->tier_potential);
        stage(l, &m);
    }
}
