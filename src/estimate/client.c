/* client.c - one client's answers, and what they say of the trees. */
#include <math.h>
#include <string.h>

#include "pipeline.h"
#include "youka/estimate/units.h"

#define LEAST_RATIO .05 /* of vehicles to the table's (estimation.md §13.2) */

void yk_client_read(struct yk_client *out, const struct yk_answers *answers,
                    const struct yk_settings *s)
{
    const struct yk_category_prior *p =
        yk_rules_category(s->rules, yk_answer_text(answers, "category"));
    struct yk_fleet fleet;
    double size = 0, told[YK_FAMILIES];

    yk_fleet_read(&fleet, answers, s);
    out->category = p;
    out->sized = *p->size_field && yk_answer_number(&size, answers, p->size_field) && size > 0;
    out->expected = p->rate * (out->sized ? size : p->typical_size);
    /* A reseller's own vehicles say nothing of what it buys in bulk (§12). */
    bool counts = strcmp(p->category, "private_station") != 0;
    out->count.given = counts && fleet.given;
    out->count.by_lines = fleet.by_lines = counts && fleet.by_lines;
    out->count.declared = fleet.declared;
    out->count.burning = fleet.burning;
    out->count.source = fleet.source;
    out->log_each = log(fleet.by_lines ? fleet.litres_each : p->litres_per_vehicle);
    out->mix_var = fleet.by_lines ? fleet.mix_var : NAN;
    out->lines = fleet.family[YK_GASOLINE] + fleet.family[YK_DIESEL] > 0;
    out->gasoline = yk_family_share(&fleet, p, YK_GASOLINE);
    if (!out->lines && yk_told_families(told, answers, p))
        out->gasoline = told[YK_GASOLINE] / (told[YK_GASOLINE] + told[YK_DIESEL]);
    (void)yk_answer_number(&out->nev_plan, answers, "nev_plan_12m");
    out->tolds = yk_told_read(out->told, answers, p, &fleet, s);
}

static double count_heap(const struct yk_client *c)
{
    return strcmp(c->count.source->info_source, "document") == 0 ? 0
                                                                 : yk_heap_var(c->count.burning);
}

static double source_var(const struct yk_source_prior *source)
{
    return source->log_sd * source->log_sd;
}

struct yk_leaf yk_fleet_leaf(const struct yk_client *c, const struct yk_settings *s)
{
    struct yk_leaf leaf = {.given = c->sized && c->count.given};

    if (!leaf.given)
        return leaf;
    leaf.value = c->count.burning * exp(-c->count.source->log_bias) / c->expected;
    leaf.known_var = c->category->phi / c->expected + count_heap(c);
    leaf.source_var = source_var(c->count.source);
    leaf.var = leaf.known_var + 1 / s->alpha + s->kappa_fleet * leaf.source_var;
    return leaf;
}

struct yk_normal yk_client_count(const struct yk_client *c, const struct yk_settings *s)
{
    double v = s->kappa_fleet * source_var(c->count.source) + count_heap(c);

    if (!(c->count.burning > 0)) /* a declared 0 may still hide a vehicle (§3.4) */
        return (struct yk_normal){log(.5), v + 1};
    return (struct yk_normal){log(c->count.burning) - c->count.source->log_bias,
                              fmax(v, YK_VAR_FLOOR)};
}

void yk_client_fleet(struct yk_client *c, struct yk_normal ratio, const struct yk_settings *s)
{
    struct yk_fleet_prior prior = {.expected = c->expected,
                                   .ratio = fmax(ratio.m, LEAST_RATIO),
                                   .ratio_var = ratio.s2,
                                   .alpha = s->alpha,
                                   .size_var = c->sized ? 0 : s->size_var,
                                   .phi = c->category->phi,
                                   .owner = !c->count.given || c->count.burning > 0};

    c->usual = yk_fleet_prior(&prior);
    c->fleet = c->count.given ? yk_normal_combine(c->usual, yk_client_count(c, s)) : c->usual;
}

struct yk_normal yk_client_litres(const struct yk_client *c, struct yk_normal group,
                                  const struct yk_settings *s)
{
    double mix = isnan(c->mix_var) ? s->sig_v2 / fmax(exp(c->fleet.m), 1) : c->mix_var;

    return (struct yk_normal){c->fleet.m + c->log_each + group.m,
                              c->fleet.s2 + s->sig_u2 + mix + group.s2};
}

struct yk_leaf yk_litres_leaf(const struct yk_client *c, unsigned told, struct yk_normal group,
                              const struct yk_settings *s)
{
    const struct yk_told *t = &c->told[told];
    struct yk_normal alone = yk_client_litres(c, (struct yk_normal){0, 0}, s);
    struct yk_normal expected = {alone.m + group.m, alone.s2 + group.s2};
    struct yk_meanings meanings;

    yk_meanings_weigh(&meanings, t, c->category, expected, exp(c->fleet.m), s);
    struct yk_likeliest best = yk_meanings_best(&meanings);
    return (struct yk_leaf){.given = !best.outlier && best.meaning->weight > .5,
                            .value = best.meaning->log_litres - alone.m,
                            .var = alone.s2 + best.meaning->var / best.meaning->weight,
                            .known_var = alone.s2 - s->sig_u2 + t->extra_var,
                            .source_var = source_var(t->source)};
}
