/* ranking.c - a station's clients ranked: score, tier, rule, card, risks, request. */
#include "ranking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/card.h"
#include "youka/plan/mix.h"
#include "youka/plan/risk.h"
#include "youka/plan/score.h"
#include "youka/plan/stage.h"
#include "youka/plan/strategy.h"
#include "youka/plan/tier.h"

static int by_value(const void *a, const void *b)
{
    const struct yk_ranked *x = a, *y = b;

    if (x->last != y->last)
        return x->last - y->last;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    if (x->existing != y->existing)
        return y->existing - x->existing;
    int ids = strcmp(x->id, y->id);
    return ids ? ids : (x->line.door > y->line.door) - (x->line.door < y->line.door);
}

static void weigh(struct yk_ranked *out, const struct yk_ranking *m, size_t door)
{
    const struct yk_estimate *e = &m->d->estimate[door];
    const struct yk_prospect *p = &m->d->prospect[door];
    const struct yk_answers *a = &m->t->door[door].answers;
    struct yk_plan_line *l = &out->line;

    out->door = &m->t->door[door];
    out->id = out->door->id.text;
    out->no_need = yk_answer_is(a, "visit_result", "no_vehicles");
    out->last = yk_comes_last(a) || yk_client_lost(m->d->visits, door);
    out->existing = yk_existing_client(a, p->own_share, m->t->today);
    l->door = door;
    l->own_share = p->own_share;
    l->access = p->access;
    l->p_win = p->p_win;
    l->winnable_litres = e->litres.mean * (1 - l->own_share) * l->access;
    l->margin_yuan_l = yk_margin_yuan_l(e, m->t->rules);
    out->value = yk_margin_yuan_year(e->litres.mean, p, l->margin_yuan_l);
    out->today = e->litres.mean * l->own_share * l->margin_yuan_l * 12;
}

/* Its tier in the plan that was issued last. */
static size_t tier_before(const struct yk_ranking *m, const struct yk_ranked *d)
{
    const struct yk_past_line *past = yk_past_line(m->past, &d->door->id);

    for (size_t i = 0; past && i < m->t->rules->tiers; i++)
        if (strcmp(m->t->rules->tier[i].tier, past->tier) == 0)
            return i;
    return YK_TIER_NEW;
}

static struct yk_tier_case case_of(const struct yk_ranking *m, const struct yk_ranked *d,
                                   double value)
{
    struct yk_mix mix = yk_mix_of(&m->d->estimate[d->line.door], m->t->rules);

    return (struct yk_tier_case){.value = value,
                                 .gasoline_t = mix.gasoline_t,
                                 .diesel_t = mix.diesel_t,
                                 .before = YK_TIER_NEW};
}

/* Sorts by value and cuts; clients without need and final refusals are of the lowest tier. */
static void rank_and_cut(struct yk_ranking *m, struct yk_arena *a)
{
    struct yk_tier_case *c = YK_ARENA_ARRAY(a, struct yk_tier_case, m->count);
    size_t *tier = YK_ARENA_ARRAY(a, size_t, m->count);

    qsort(m->client, m->count, sizeof *m->client, by_value);
    for (size_t i = 0; i < m->count; i++) {
        c[i] = case_of(m, &m->client[i], m->client[i].last ? 0 : m->client[i].value);
        c[i].before = tier_before(m, &m->client[i]);
    }
    yk_tier_cut(tier, c, m->count, m->t->rules);
    for (size_t i = 0; i < m->count; i++)
        m->client[i].tier = tier[i];
}

/* The visits that win a client cost time; how many they are depends on the tier, and the tier on
 * what is left: the expected margin gives a first tier, its cost the score, the score the tier. */
static void score(struct yk_ranking *m, struct yk_arena *a)
{
    rank_and_cut(m, a);
    for (size_t i = 0; i < m->count; i++) {
        struct yk_ranked *d = &m->client[i];
        const struct yk_tier_rule *tier = &m->t->rules->tier[d->tier];
        d->line.hours = d->no_need ? 0 : tier->visits * tier->hours_per_visit;
        d->value -= d->line.hours * tier->cost_hour_yuan;
        d->line.score_yuan_year = d->value;
        d->line.score_yuan_hour = d->line.hours > 0 ? d->value / d->line.hours : 0;
    }
    rank_and_cut(m, a);
}

/* Existing clients by what they earn us today, cut in the same way. */
static void cut_today(struct yk_ranking *m, struct yk_arena *a)
{
    struct yk_ranked *now = YK_ARENA_ARRAY(a, struct yk_ranked, m->count);
    struct yk_tier_case *c = YK_ARENA_ARRAY(a, struct yk_tier_case, m->count);
    size_t *tier = YK_ARENA_ARRAY(a, size_t, m->count), n = 0;

    for (size_t i = 0; i < m->count; i++) {
        m->client[i].line.tier_now = "";
        if (m->client[i].existing) {
            now[n] = m->client[i];
            now[n].value = now[n].today;
            now[n].last = false;
            now[n++].line.rank = i; /* its place in the ranking */
        }
    }
    qsort(now, n, sizeof *now, by_value);
    for (size_t i = 0; i < n; i++)
        c[i] = case_of(m, &now[i], now[i].value);
    yk_tier_cut(tier, c, n, m->t->rules);
    for (size_t i = 0; i < n; i++)
        m->client[now[i].line.rank].line.tier_now = m->t->rules->tier[tier[i]].tier;
}

/* What its strategy wants to offer it; nobody offers anything to who comes last. */
static void request(struct yk_ranked *out, const struct yk_ranking *m, const char *region)
{
    struct yk_plan_line *l = &out->line;
    const struct yk_estimate *e = &m->d->estimate[l->door];
    struct yk_mix mix = yk_mix_of(e, m->t->rules);
    struct yk_policy_case c = {.tier = l->tier_potential,
                               .region = region,
                               .litres_now = e->litres.mean * l->own_share,
                               .litres_new = l->winnable_litres,
                               .margin_yuan_l = l->margin_yuan_l,
                               .price_yuan_l = mix.price_yuan_l,
                               .density_kg_l = mix.density_kg_l,
                               .credit_risk = l->risk[YK_RISK_CREDIT] == YK_RISK_RED,
                               .today = m->t->today};

    yk_policy_request(&l->request, m->t->rules, out->last ? "" : l->rule->policy, &c);
}

/* What a person decided, whatever the rules say; NULL: nothing. */
static const struct yk_overruled *overruled(const struct yk_derived *d, size_t door)
{
    for (int f = 0; d->overruled && f < YK_OVERRIDE_FIELDS; f++)
        if (d->overruled[door].by[f])
            return &d->overruled[door];
    return NULL;
}

static const char *decided(const struct yk_plan_line *l, enum yk_override_field f)
{
    return l->overruled && l->overruled->by[f] ? l->overruled->by[f]->value : NULL;
}

static void advise(struct yk_ranked *out, const struct yk_ranking *m, const char *region,
                   double all, struct yk_arena *a)
{
    struct yk_plan_line *l = &out->line;
    const struct yk_answers *answers = &out->door->answers;
    const struct yk_estimate *e = &m->d->estimate[l->door];
    const struct yk_rules *rules = m->t->rules;

    l->tier_potential = rules->tier[out->tier].tier;
    l->overruled = overruled(m->d, l->door);
    l->owner = decided(l, YK_OVERRIDE_OWNER);
    if (!l->owner)
        l->owner = rules->tier[out->tier].owner;
    l->rule =
        yk_overruled_rule(yk_strategy_for(rules, answers, l->tier_potential), l->overruled, a);
    yk_card_advise(&l->card, answers, e, rules, decided(l, YK_OVERRIDE_CARD));
    yk_risk_levels(l->risk, answers, e, all > 0 ? e->litres.mean / all : 0, rules, m->t->today);
    request(out, m, region);
}

void yk_ranking_make(struct yk_ranking *out, const struct yk_territory *t,
                     const struct yk_derived *d, size_t station, const size_t *client, size_t count,
                     struct yk_arena *a)
{
    double litres = 0;

    *out = (struct yk_ranking){.t = t,
                               .d = d,
                               .past = yk_past_of(t, t->station[station].code),
                               .client = YK_ARENA_ARRAY(a, struct yk_ranked, count),
                               .count = count};
    for (size_t i = 0; i < count; i++) {
        weigh(&out->client[i], out, client[i]);
        litres += d->estimate[client[i]].litres.mean;
    }
    score(out, a);
    cut_today(out, a);
    for (size_t i = 0; i < count; i++)
        advise(&out->client[i], out, t->station[station].region, litres, a);
}
