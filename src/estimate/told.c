/* told.c - the volume somebody told us, in its stated unit, and what the fills add up to. */
#include <math.h>
#include <string.h>

#include "observe.h"
#include "youka/estimate/units.h"

#define LEAST_SHARE .05 /* a family's share where it divides (estimation.md §13) */

/* One family's answer as told. */
struct told_part {
    bool given, unit_missing;
    const char *unit;
    double amount, litres;
};

static const char *source_of(const struct yk_client *c)
{
    const char *source = yk_answer_text(c->answers, "volume_source");

    return source ? source : "guess";
}

static struct told_part part_of(const struct yk_client *c, enum yk_family family)
{
    static const char *const field[YK_FAMILIES][2] = {{"gas_month", "gas_unit"},
                                                      {"diesel_month", "diesel_unit"}};
    const struct yk_fuel_prior *fuel = yk_family_main(c->rules, family);
    const char *unit = yk_answer_text(c->answers, field[family][1]);
    struct told_part p = {.unit = unit ? unit : "l"};

    p.given = yk_answer_number(&p.amount, c->answers, field[family][0]);
    p.unit_missing = p.given && p.amount > 0 && !unit;
    if (p.given)
        p.litres = yk_litres(p.amount, p.unit, fuel->density_kg_l, fuel->price_yuan_l);
    return p;
}

/* An observation of `litres`, declared as the number `told`. */
static struct yk_sight sight_of(const struct yk_client *c, const char *piece, const char *unit,
                                double told, double litres)
{
    const struct yk_source_prior *s = yk_rules_source(c->rules, source_of(c));
    double v = s->log_sd * s->log_sd;

    if (strcmp(s->info_source, "document") != 0)
        v += yk_heap_var(told);
    return (struct yk_sight){.piece = piece,
                             .source = source_of(c),
                             .unit = unit,
                             .told = told,
                             .log_litres = {log(litres) - s->log_bias, fmax(v, YK_VAR_FLOOR)}};
}

/* Only one family was told and nothing is known of the other: the whole is told / share. */
static struct yk_sight sight_of_one(const struct yk_client *c, const struct yk_fleet *f,
                                    const struct told_part *p, enum yk_family family)
{
    struct yk_sight s = sight_of(c, "told_volume", p->unit, p->amount, p->litres);
    double share = fmax(yk_family_share(c, f, family), LEAST_SHARE);

    s.unit_missing = p->unit_missing;
    s.log_litres.m -= log(share);
    s.log_litres.s2 += log1p((1 - share) / (share * (yk_rules_spread(c->rules, "phi_g") + 1)));
    return s;
}

static bool volume_sight(struct yk_sight *out, const struct yk_client *c, const struct yk_fleet *f)
{
    struct told_part gas = part_of(c, YK_GASOLINE), diesel = part_of(c, YK_DIESEL);
    double litres = gas.litres + diesel.litres;

    if (!(litres > 0))
        return false;
    if (!diesel.given) {
        *out = sight_of_one(c, f, &gas, YK_GASOLINE);
    } else if (!gas.given) {
        *out = sight_of_one(c, f, &diesel, YK_DIESEL);
    } else {
        /* Told in one unit (a told 0 has none): the sum was told. Else litres are the common unit.
         */
        bool mixed = gas.litres > 0 && diesel.litres > 0 && strcmp(gas.unit, diesel.unit) != 0;
        const char *unit = mixed ? "l" : gas.litres > 0 ? gas.unit : diesel.unit;
        *out =
            sight_of(c, "told_volume", unit, mixed ? litres : gas.amount + diesel.amount, litres);
        out->unit_missing = gas.unit_missing || diesel.unit_missing;
    }
    return true;
}

/* A reseller buys in bulk: its monthly purchase is the volume. */
static bool resale_sight(struct yk_sight *out, const struct yk_client *c)
{
    const struct yk_category_prior *p = c->category;
    double tonnes;

    if (strcmp(p->category, "private_station") != 0 ||
        !yk_answer_number(&tonnes, c->answers, "resale_month_t") || !(tonnes > 0))
        return false;
    *out = sight_of(c, "told_volume", "t", tonnes,
                    yk_litres(tonnes, "t", p->density_kg_l, p->price_yuan_l));
    return true;
}

size_t yk_told_read(struct yk_sight out[YK_TOLD], const struct yk_client *c,
                    const struct yk_fleet *f)
{
    double litres, fills;
    size_t n = 0;

    if (resale_sight(&out[n], c) || volume_sight(&out[n], c, f))
        n++;
    if (yk_answer_number(&litres, c->answers, "litres_fill") &&
        yk_answer_number(&fills, c->answers, "fills_week") && litres * fills > 0) {
        double month = litres * fills * 52 / 12;
        out[n++] = sight_of(c, "fills", "l", month, month);
    }
    return n;
}

bool yk_told_families(double out[YK_FAMILIES], const struct yk_client *c)
{
    struct told_part gas = part_of(c, YK_GASOLINE), diesel = part_of(c, YK_DIESEL);

    out[YK_GASOLINE] = gas.litres;
    out[YK_DIESEL] = diesel.litres;
    return gas.given && diesel.given && gas.litres + diesel.litres > 0;
}
