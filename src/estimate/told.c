/* told.c - the volume somebody told us, in its stated unit, and what the fills add up to. */
#include <math.h>
#include <string.h>

#include "observe.h"
#include "youka/estimate/units.h"

#define LEAST_LITRES 1e-6 /* a month: what is less is nothing told */
#define LEAST_SHARE .05   /* a family's share where it divides (estimation.md §13) */

/* One family's answer as told. */
struct part {
    bool given, unit_missing;
    enum yk_unit unit;
    double amount, litres;
};

static struct part part_of(const struct yk_answers *answers,
                           const struct yk_category_prior *category, enum yk_family family)
{
    static const char *const field[YK_FAMILIES][2] = {{"gas_month", "gas_unit"},
                                                      {"diesel_month", "diesel_unit"}};
    const char *unit = yk_answer_text(answers, field[family][1]);
    struct part p = {.unit = yk_unit_of(unit)};

    p.given = yk_answer_number(&p.amount, answers, field[family][0]);
    p.unit_missing = p.given && p.amount > 0 && !unit;
    p.litres = p.amount * yk_unit_litres(p.unit, category);
    return p;
}

/* Completes an observation of out->told in its unit, that was declared as the number `declared` by
 * an info_source. */
static void observe_from(struct yk_told *out, const char *source, const struct yk_settings *s,
                         double declared)
{
    out->source = yk_rules_source(s->rules, source);
    out->log_amount = log(out->told) - out->source->log_bias;
    if (strcmp(out->source->info_source, "document") != 0)
        out->extra_var = yk_heap_var(declared);
}

static void observe(struct yk_told *out, const struct yk_answers *answers,
                    const struct yk_settings *s, double declared)
{
    observe_from(out, yk_answer_text(answers, "volume_source"), s, declared);
}

/* Of one family told and nothing known of the other: the whole is told / share. */
static void extend(struct yk_told *out, double share, const struct yk_settings *s)
{
    double p = fmax(share, LEAST_SHARE);

    out->log_amount -= log(p);
    out->extra_var += log1p((1 - p) / (p * (s->phi_g + 1)));
}

static bool told_volume(struct yk_told *out, const struct yk_answers *answers,
                        const struct yk_category_prior *category, const struct yk_fleet *fleet,
                        const struct yk_settings *s)
{
    struct part gas = part_of(answers, category, YK_GASOLINE);
    struct part diesel = part_of(answers, category, YK_DIESEL);
    const struct part *larger = gas.litres >= diesel.litres ? &gas : &diesel;
    bool both = gas.amount > 0 && diesel.amount > 0;
    double declared = larger->amount;

    if (!(larger->litres >= LEAST_LITRES))
        return false;
    *out = (struct yk_told){.piece = "told_volume",
                            .unit = larger->unit,
                            .unit_missing = gas.unit_missing || diesel.unit_missing,
                            .told = declared};
    if (both && gas.unit == diesel.unit) {
        out->told = declared = gas.amount + diesel.amount;
    } else if (both) { /* litres in all; the larger part's unit is the one in question */
        declared = gas.litres + diesel.litres;
        out->told = declared / yk_unit_litres(larger->unit, category);
    }
    observe(out, answers, s, declared);
    if (!gas.given || !diesel.given)
        extend(out, yk_family_share(fleet, category, gas.given ? YK_GASOLINE : YK_DIESEL), s);
    return true;
}

/* All fuels in one number, as a visit tells it later than the survey (model/visit.h): the survey's
 * own volume no longer counts, and how the litres divide is left to fleet and category. Trusted as
 * a manager's word where whoever decides has been met, else as a driver's (a judgement, J; what
 * either is worth stands in source_priors.csv). */
static bool told_on_a_visit(struct yk_told *out, double litres, const struct yk_answers *answers,
                            const struct yk_settings *s)
{
    if (!(litres > 0))
        return false;
    *out = (struct yk_told){.piece = "told_volume", .unit = YK_LITRES, .told = litres};
    observe_from(out, yk_answer_is(answers, "decider_met", "yes") ? "manager" : "driver", s,
                 litres);
    return true;
}

/* A reseller buys in bulk: its monthly purchase is the volume. */
static bool resale(struct yk_told *out, const struct yk_answers *answers,
                   const struct yk_category_prior *category, const struct yk_settings *s)
{
    double tonnes;

    if (strcmp(category->category, "private_station") != 0 ||
        !yk_answer_number(&tonnes, answers, "resale_month_t") || !(tonnes >= LEAST_LITRES))
        return false;
    *out = (struct yk_told){.piece = "told_volume", .unit = YK_TONNES, .told = tonnes};
    observe(out, answers, s, tonnes);
    return true;
}

static bool fills(struct yk_told *out, const struct yk_answers *answers,
                  const struct yk_settings *s)
{
    double litres, times;

    if (!yk_answer_number(&litres, answers, "litres_fill") ||
        !yk_answer_number(&times, answers, "fills_week") || !(litres * times >= LEAST_LITRES))
        return false;
    *out = (struct yk_told){.piece = "fills", .unit = YK_LITRES, .told = litres * times * 52 / 12};
    observe(out, answers, s, out->told);
    return true;
}

unsigned yk_told_read(struct yk_told out[YK_TOLD], const struct yk_answers *answers,
                      const struct yk_category_prior *category, const struct yk_fleet *fleet,
                      const struct yk_settings *s)
{
    unsigned n = 0;
    double litres;

    if (yk_answer_number(&litres, answers, "month_litres_told"))
        n += told_on_a_visit(&out[n], litres, answers, s);
    else
        n += resale(&out[n], answers, category, s) ||
             told_volume(&out[n], answers, category, fleet, s);
    n += fills(&out[n], answers, s);
    return n;
}

bool yk_told_families(double out[YK_FAMILIES], const struct yk_answers *answers,
                      const struct yk_category_prior *category)
{
    struct part gas = part_of(answers, category, YK_GASOLINE);
    struct part diesel = part_of(answers, category, YK_DIESEL);

    out[YK_GASOLINE] = gas.litres;
    out[YK_DIESEL] = diesel.litres;
    return gas.given && diesel.given && gas.litres + diesel.litres > 0;
}
