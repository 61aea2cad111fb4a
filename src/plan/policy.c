/* policy.c - requests for support, and who gets it within the budgets. */
#include "youka/plan/policy.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool fits(const char *cell, const char *value)
{
    return *cell == '\0' || strcmp(cell, value) == 0;
}

static int filled(const struct yk_policy_rule *r)
{
    return (*r->policy != '\0') + (*r->tier != '\0') + (*r->region != '\0');
}

static const struct yk_policy_rule *terms_of(const struct yk_rules *rules, const char *policy,
                                             const struct yk_policy_case *c)
{
    const struct yk_policy_rule *best = NULL;

    for (size_t i = 0; i < rules->policies; i++) {
        const struct yk_policy_rule *r = &rules->policy[i];
        if (strcmp(r->policy, policy) == 0 && !isnan(r->amount) && fits(r->tier, c->tier) &&
            fits(r->region, c->region) && (!best || filled(r) > filled(best)))
            best = r;
    }
    return best;
}

/* What an amount of the terms costs: by the litre, or once a year. */
struct price {
    double litre, year;
    bool on_all; /* litres bought today are paid for too */
};

static struct price price_of(const struct yk_policy_rule *terms, const struct yk_policy_case *c,
                             const struct yk_rules *rules)
{
    double x = terms->amount;

    if (strcmp(terms->unit, "yuan_l") == 0)
        return (struct price){.litre = x, .on_all = true};
    if (strcmp(terms->unit, "yuan_t") == 0)
        return (struct price){.litre = x * c->density_kg_l / 1000, .on_all = true};
    if (strcmp(terms->unit, "share_of_price") == 0)
        return (struct price){.litre = x * c->price_yuan_l, .on_all = true};
    if (strcmp(terms->unit, "day") == 0)
        return (struct price){.litre = x / 365 * c->price_yuan_l *
                                       yk_rules_plan(rules, "credit_yuan_year")};
    return (struct price){.year = x};
}

void yk_policy_request(struct yk_request *out, const struct yk_rules *rules, const char *policy,
                       const struct yk_policy_case *c)
{
    *out = (struct yk_request){.refused = "", .valid_until = YK_DAY_NONE};
    out->terms = *policy ? terms_of(rules, policy, c) : NULL;
    if (!out->terms)
        return;
    struct price p = price_of(out->terms, c, rules);
    double today = p.on_all ? 12 * p.litre * c->litres_now : 0;
    double share = 1; /* of the amount that the cap leaves */

    out->litres_year = 12 * c->litres_new;
    out->cost = p.year + today + p.litre * out->litres_year;
    if (out->cost > out->terms->cap_yuan_year) { /* never where the cap is NAN */
        share = out->terms->cap_yuan_year / out->cost;
        out->cost = out->terms->cap_yuan_year;
    }
    out->amount = share * out->terms->amount;
    out->margin_left = c->margin_yuan_l * out->litres_year - out->cost;
    double gain = 12 * (c->margin_yuan_l - share * p.litre);
    out->break_even_litres = gain > 0 ? share * (p.year + today) / gain : NAN;
    out->valid_until = c->today + (yk_day)yk_rules_plan(rules, "policy_valid_days");
    if (c->credit_risk && strcmp(policy, "credit_term") == 0)
        out->refused = "credit_risk";
    else if (!(out->margin_left > 0))
        out->refused = "no_margin";
}

/* --- budgets ---------------------------------------------------------------------------------- */

static const struct yk_policy_rule *budget_of(const struct yk_rules *rules,
                                              const struct yk_claim *c)
{
    const struct yk_policy_rule *best = NULL;

    for (size_t i = 0; i < rules->policies; i++) {
        const struct yk_policy_rule *r = &rules->policy[i];
        if (!isnan(r->budget_yuan_year) && fits(r->policy, c->request->terms->policy) &&
            fits(r->region, c->region) && (!best || filled(r) > filled(best)))
            best = r;
    }
    return best;
}

/* A claim on its way to its pot. */
struct entry {
    struct yk_claim claim;
    const struct yk_policy_rule *budget;
    double ratio; /* margin left a yuan */
};

static int by_pot(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->budget != y->budget)
        return x->budget < y->budget ? -1 : 1;
    int regions = strcmp(x->claim.region, y->claim.region);
    if (regions)
        return regions;
    if (x->ratio != y->ratio)
        return x->ratio > y->ratio ? -1 : 1;
    return strcmp(x->claim.id, y->claim.id);
}

/* Claims [from, to) are one pot's, in order. */
static void share_out(struct yk_pot *pot, struct entry *entry, size_t from, size_t to)
{
    bool open = true;

    *pot = (struct yk_pot){
        .budget = entry[from].budget, .region = entry[from].claim.region, .cut = INFINITY};
    for (size_t i = from; i < to; i++) {
        struct yk_request *r = entry[i].claim.request;
        pot->claims++;
        pot->asked_yuan += r->cost;
        open =
            open && (!pot->budget || pot->granted_yuan + r->cost <= pot->budget->budget_yuan_year);
        r->granted = open;
        if (!open) {
            r->refused = "over_budget";
            continue;
        }
        pot->granted++;
        pot->granted_yuan += r->cost;
        pot->margin_left += r->margin_left;
        pot->cut = entry[i].ratio;
    }
}

size_t yk_policy_grant(struct yk_pot **out, const struct yk_claim *claim, size_t count,
                       const struct yk_rules *rules, struct yk_arena *a)
{
    struct entry *entry = yk_alloc((count + 1) * sizeof *entry);
    size_t n = 0, pots = 0;

    for (size_t i = 0; i < count; i++) {
        struct yk_request *r = claim[i].request;
        r->granted = false;
        if (strcmp(r->refused, "over_budget") == 0) /* of a sharing before this one */
            r->refused = "";
        if (r->terms && *r->refused == '\0')
            entry[n++] = (struct entry){claim[i], budget_of(rules, &claim[i]),
                                        r->cost > 0 ? r->margin_left / r->cost : INFINITY};
    }
    qsort(entry, n, sizeof *entry, by_pot);
    for (size_t i = 0; i < n; i++)
        pots += i == 0 || entry[i].budget != entry[i - 1].budget ||
                strcmp(entry[i].claim.region, entry[i - 1].claim.region) != 0;
    *out = YK_ARENA_ARRAY(a, struct yk_pot, pots);
    pots = 0;
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && entry[to].budget == entry[from].budget &&
                            strcmp(entry[to].claim.region, entry[from].claim.region) == 0;)
            to++;
        share_out(&(*out)[pots++], entry, from, to);
    }
    free(entry);
    return pots;
}
