/* fleet.c - the declared fleet: how many vehicles burn fuel, and how much each of them. */
#include <math.h>
#include <string.h>

#include "observe.h"

/* What the lines add up to. Litres are a month. */
struct lines {
    double all, burning, electric, gas; /* vehicles */
    double litres;
    double spread; /* sum of N L^2 (e^(sd^2) - 1) */
};

double yk_family_share(const struct yk_fleet *f, const struct yk_category_prior *category,
                       enum yk_family family)
{
    double all = f->family[YK_GASOLINE] + f->family[YK_DIESEL];

    if (all > 0)
        return f->family[family] / all;
    return family == YK_GASOLINE ? category->gasoline_share : 1 - category->gasoline_share;
}

static bool electric(const struct yk_vehicle_prior *v, const char *fuel)
{
    return strcmp(v->fuel_family, "electric") == 0 || strcmp(fuel, "electric") == 0;
}

/* The family a line burns; YK_FAMILIES: none that we sell. */
static enum yk_family line_family(const struct yk_rules *rules, const struct yk_vehicle_prior *v,
                                  const char *fuel)
{
    const struct yk_fuel_prior *grade = yk_rules_fuel(rules, fuel);

    if (electric(v, fuel)) /* by class, whatever the line says */
        return YK_FAMILIES;
    if (grade)
        return yk_family_of(grade->family);
    return *fuel == '\0' || strcmp(fuel, "unknown") == 0 ? yk_family_of(v->fuel_family)
                                                         : YK_FAMILIES;
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
static double litres_each(const struct yk_answer_line *line, const struct yk_vehicle_prior *v)
{
    bool road = false, hours = false;
    double by_road = told_or(line, "veh_km_month", v->km_per_month, &road) *
                     told_or(line, "veh_l_100km", v->l_per_100km, &road) / 100;
    double by_hours = told_or(line, "veh_hours_month", v->hours_per_month, &hours) *
                      told_or(line, "veh_l_hour", v->litres_per_hour, &hours);

    if (road && by_road > 0)
        return by_road;
    return hours && by_hours > 0 ? by_hours : v->litres_month;
}

static void add_grades(struct yk_fleet *out, const struct yk_rules *rules, enum yk_family family,
                       const char *fuel, double litres)
{
    const struct yk_fuel_prior *told = yk_rules_fuel(rules, fuel);

    out->family[family] += litres;
    for (size_t i = 0; i < rules->fuels && i < YK_GRADES; i++) {
        const struct yk_fuel_prior *f = &rules->fuel[i];
        if (f == told)
            out->grade[i] += litres;
        else if (!told && yk_family_of(f->family) == family)
            out->grade[i] += litres * f->share_of_family;
    }
}

static void add_line(struct lines *to, struct yk_fleet *out, const struct yk_answer_line *line,
                     const struct yk_settings *s)
{
    const char *class = yk_line_text(line, "veh_class"), *fuel = yk_line_text(line, "veh_fuel");
    const struct yk_vehicle_prior *v = yk_rules_vehicle(s->rules, class ? class : "");
    double n;

    if (!yk_line_number(&n, line, "veh_count") || !(n > 0))
        return;
    fuel = fuel ? fuel : "";
    to->all += n;
    enum yk_family family = line_family(s->rules, v, fuel);
    if (family == YK_FAMILIES) {
        *(electric(v, fuel) ? &to->electric : &to->gas) += n;
        return;
    }
    double each = litres_each(line, v), var = isnan(v->log_sd) ? s->sig_v2 : v->log_sd * v->log_sd;
    to->burning += n;
    to->litres += n * each;
    to->spread += n * each * each * expm1(var);
    add_grades(out, s->rules, family, fuel, n * each);
}

void yk_fleet_read(struct yk_fleet *out, const struct yk_answers *answers,
                   const struct yk_settings *s)
{
    const struct yk_repeat *fleet = yk_answer_repeat(answers, "fleet");
    double electric = 0;
    struct lines lines = {0};

    *out = (struct yk_fleet){
        .source = yk_rules_source(s->rules, yk_answer_text(answers, "vehicle_source"))};
    for (size_t i = 0; fleet && i < fleet->count; i++)
        add_line(&lines, out, &fleet->line[i], s);
    out->given = yk_answer_number(&out->declared, answers, "vehicle_total") || lines.all > 0;
    if (!yk_answer_text(answers, "vehicle_total"))
        out->declared = lines.all;
    (void)yk_answer_number(&electric, answers, "nev_count");
    /* Electric cars are both counted in nev_count and listed: they leave the fleet once. */
    out->burning = fmax(out->declared - fmax(electric, lines.electric) - lines.gas, 0);
    if (lines.litres > 0 && lines.all == out->declared) {
        out->by_lines = true;
        out->litres_each = lines.litres / lines.burning;
        out->mix_var = log1p(lines.spread / (lines.litres * lines.litres));
    }
}
