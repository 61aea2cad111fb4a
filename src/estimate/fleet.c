/* fleet.c - the declared fleet: how many vehicles burn fuel, and how much. */
#include <math.h>
#include <string.h>

#include "observe.h"
#include "youka/estimate/units.h"

enum yk_family yk_family_of(const char *name)
{
    if (strcmp(name, "gasoline") == 0)
        return YK_GASOLINE;
    return strcmp(name, "diesel") == 0 ? YK_DIESEL : YK_FAMILIES;
}

const struct yk_fuel_prior *yk_family_main(const struct yk_rules *rules, enum yk_family family)
{
    const struct yk_fuel_prior *best = NULL;

    for (size_t i = 0; i < rules->fuels; i++) {
        const struct yk_fuel_prior *f = &rules->fuel[i];
        if (yk_family_of(f->family) == family &&
            (!best || f->share_of_family > best->share_of_family))
            best = f;
    }
    if (!best)
        YK_BUG("fuel_priors.csv has no grade of family %d", (int)family);
    return best;
}

double yk_family_share(const struct yk_client *c, const struct yk_fleet *f, enum yk_family family)
{
    double all = f->family[YK_GASOLINE] + f->family[YK_DIESEL];

    if (all > 0)
        return f->family[family] / all;
    double gasoline = c->category->gasoline_share;
    return family == YK_GASOLINE ? gasoline : 1 - gasoline;
}

/* The family a line burns; YK_FAMILIES: none that we sell. */
static enum yk_family line_family(const struct yk_rules *rules,
                                  const struct yk_vehicle_prior *vehicle, const char *fuel)
{
    enum yk_family usual = yk_family_of(vehicle->fuel_family);
    const struct yk_fuel_prior *grade = yk_rules_fuel(rules, fuel);

    if (usual == YK_FAMILIES) /* electric by class, whatever the line says */
        return YK_FAMILIES;
    if (grade)
        return yk_family_of(grade->family);
    return *fuel == '\0' || strcmp(fuel, "unknown") == 0 ? usual : YK_FAMILIES;
}

/* The told number when it is over 0, else the usual one; NAN where there is neither. */
static double told_or(const struct yk_answer_line *line, const char *code, double usual, bool *told)
{
    double value;

    if (yk_line_number(&value, line, code) && value > 0) {
        *told = true;
        return value;
    }
    return usual;
}

/* Litres a month of one vehicle of the line: distance or hours where one of them is told, else the
 * usual use of the class. */
static double litres_each(const struct yk_answer_line *line, const struct yk_vehicle_prior *v,
                          bool *told)
{
    bool road = false, hours = false;
    double by_road = told_or(line, "veh_km_month", v->km_per_month, &road) *
                     told_or(line, "veh_l_100km", v->l_per_100km, &road) / 100;
    double by_hours = told_or(line, "veh_hours_month", v->hours_per_month, &hours) *
                      told_or(line, "veh_l_hour", v->litres_per_hour, &hours);

    *told = true;
    if (road && by_road > 0)
        return by_road;
    if (hours && by_hours > 0)
        return by_hours;
    *told = false;
    return v->litres_month;
}

static void add_grades(struct yk_fleet *out, const struct yk_rules *rules, enum yk_family family,
                       const char *fuel, double litres)
{
    for (size_t i = 0; i < rules->fuels && i < YK_GRADES; i++) {
        const struct yk_fuel_prior *f = &rules->fuel[i];
        if (strcmp(f->fuel_grade, fuel) == 0)
            out->grade[i] += litres;
        else if (!yk_rules_fuel(rules, fuel) && yk_family_of(f->family) == family)
            out->grade[i] += litres * f->share_of_family;
    }
}

static void add_vehicles(struct yk_fleet *out, double n, double each, double log_sd, bool told)
{
    out->litres += n * each;
    out->spread_sum += n * each * each * expm1(log_sd * log_sd);
    if (!told)
        out->by_prior += n * each;
}

/* Gives the vehicles of the line; *burning grows by those that burn gasoline or diesel. */
static double add_line(struct yk_fleet *out, const struct yk_client *c,
                       const struct yk_answer_line *line, double *burning)
{
    const char *class = yk_line_text(line, "veh_class"), *fuel = yk_line_text(line, "veh_fuel");
    const struct yk_vehicle_prior *v = yk_rules_vehicle(c->rules, class ? class : "");
    double n, each;
    bool told;

    if (!yk_line_number(&n, line, "veh_count") || !(n > 0))
        return 0;
    out->lines = true;
    fuel = fuel ? fuel : "";
    enum yk_family family = line_family(c->rules, v, fuel);
    if (family == YK_FAMILIES)
        return n;
    *burning += n;
    each = litres_each(line, v, &told);
    if (!(each > 0))
        return n;
    add_vehicles(out, n, each, isfinite(v->log_sd) ? v->log_sd : yk_rules_spread(c->rules, "sig_v"),
                 told);
    out->family[family] += n * each;
    add_grades(out, c->rules, family, fuel, n * each);
    return n;
}

void yk_fleet_read(struct yk_fleet *out, const struct yk_client *c)
{
    const struct yk_repeat *fleet = yk_answer_repeat(c->answers, "fleet");
    const char *source = yk_answer_text(c->answers, "vehicle_source");
    double total = 0, electric = 0, in_lines = 0, burning = 0;

    *out = (struct yk_fleet){.source = source ? source : "guess"};
    for (size_t i = 0; fleet && i < fleet->count; i++)
        in_lines += add_line(out, c, &fleet->line[i], &burning);
    bool has_total = yk_answer_number(&total, c->answers, "vehicle_total");
    (void)yk_answer_number(&electric, c->answers, "nev_count");

    out->counted = has_total || out->lines;
    out->declared = has_total ? total : in_lines;
    /* Electric cars are often both counted in nev_count and listed: what the lines say burns fuel
     * is never taken away again. */
    out->burning = fmax(out->declared - electric - (in_lines - burning), burning);
    /* Flat files carry one line only: vehicles that no line names are usual ones. */
    add_vehicles(out, out->burning - burning, c->category->litres_per_vehicle,
                 yk_rules_spread(c->rules, "sig_v"), false);
}

struct yk_normal yk_fleet_count(const struct yk_client *c, const struct yk_fleet *f)
{
    const struct yk_source_prior *s = yk_rules_source(c->rules, f->source);
    double v = s->log_sd * s->log_sd;

    if (strcmp(s->info_source, "document") != 0)
        v += yk_heap_var(f->declared);
    v = fmax(v, YK_VAR_FLOOR);
    if (f->burning <= 0) /* a declared 0 may still hide a vehicle (estimation.md §3.4) */
        return (struct yk_normal){log(0.5), v + 1};
    return (struct yk_normal){log(f->burning) - s->log_bias, v};
}

struct yk_sight yk_fleet_litres(const struct yk_client *c, const struct yk_fleet *f)
{
    struct yk_normal n = yk_fleet_count(c, f);
    double sig_u = yk_rules_spread(c->rules, "sig_u"), sig_v = yk_rules_spread(c->rules, "sig_v");
    struct yk_sight out = {.piece = f->lines ? "fleet_lines" : "vehicle_total",
                           .source = f->source,
                           .unit = "",
                           .told = f->declared};

    if (f->lines && f->burning > 0 && f->litres > 0) {
        /* sig_u: a client's vehicles all work more or less than usual; told use is free of it. */
        double usual = f->by_prior / f->litres;
        double relative = f->spread_sum / (f->litres * f->litres);
        out.log_litres.m = n.m + log(f->litres / f->burning);
        out.log_litres.s2 = n.s2 + usual * usual * sig_u * sig_u + log1p(relative);
    } else {
        out.log_litres.m = n.m + log(c->category->litres_per_vehicle);
        out.log_litres.s2 = n.s2 + sig_u * sig_u + sig_v * sig_v / fmax(exp(n.m), 1);
    }
    return out;
}
