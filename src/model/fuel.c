/* fuel.c - a plan line's fuel by grade and in tonnes. */
#include "youka/model/fuel.h"

#include <math.h>
#include <string.h>

static double finite_or_0(double x)
{
    return isfinite(x) ? x : 0;
}

double yk_ours_litres(const struct yk_buyer *buyer, double litres_mean, double own_share)
{
    return buyer ? buyer->ours_litres_month : finite_or_0(litres_mean) * finite_or_0(own_share);
}

static const struct yk_fuel_prior *prior_of(const struct yk_rules *rules, size_t grade)
{
    return rules && grade < rules->fuels ? &rules->fuel[grade] : NULL;
}

/* Whether a grade belongs to the family of a sale: "gasoline", "diesel", "" of any. */
static bool in_family(const struct yk_rules *rules, size_t grade, const char *family)
{
    const struct yk_fuel_prior *prior = prior_of(rules, grade);
    return !*family || (prior && !strcmp(prior->family, family));
}

/* Shares 0..1 of the grades in the demand; they sum to 1. */
static void demand_shares(double share[YK_GRADES], const struct yk_estimate *e)
{
    double all = 0;
    for (size_t g = 0; g < YK_GRADES; g++)
        all += finite_or_0(e->grade[g].mean);
    for (size_t g = 0; g < YK_GRADES; g++)
        share[g] = all > 0 ? finite_or_0(e->grade[g].mean) / all : g == 0;
}

/* Litres of a family over its grades: as the demand, else as its grades usually are. */
static void spread(double to[YK_GRADES], double litres, const char *family,
                   const double share[YK_GRADES], const struct yk_rules *rules)
{
    double demand = 0, usual = 0;
    for (size_t g = 0; g < YK_GRADES; g++) {
        const struct yk_fuel_prior *prior = prior_of(rules, g);
        demand += in_family(rules, g, family) ? share[g] : 0;
        usual += in_family(rules, g, family) && prior ? finite_or_0(prior->share_of_family) : 0;
    }
    for (size_t g = 0; g < YK_GRADES; g++) {
        const struct yk_fuel_prior *prior = prior_of(rules, g);
        if (demand > 0 || !(usual > 0))
            to[g] += demand > 0 ? in_family(rules, g, family) * litres * share[g] / demand
                                : litres * (g == 0);
        else if (in_family(rules, g, family) && prior)
            to[g] += litres * finite_or_0(prior->share_of_family) / usual;
    }
}

static void bought(struct yk_line_fuel *out, const struct yk_buyer *buyer,
                   const double share[YK_GRADES], const struct yk_rules *rules)
{
    if (!buyer) {
        spread(out->ours, out->ours_litres, "", share, rules);
        return;
    }
    for (size_t g = 0; g < YK_GRADES; g++)
        out->ours[g] += buyer->grade[g];
    for (int g = YK_SALE_GASOLINE; g < YK_SALE_GRADES; g++)
        if (buyer->grade[g] > 0)
            spread(out->ours, buyer->grade[g], yk_sale_grade_code(g), share, rules);
}

void yk_line_fuel(struct yk_line_fuel *out, const struct yk_plan_line *line,
                  const struct yk_estimate *e, const struct yk_buyer *buyer,
                  const struct yk_rules *rules)
{
    double share[YK_GRADES];
    demand_shares(share, e);
    *out = (struct yk_line_fuel){.ours_litres =
                                     yk_ours_litres(buyer, e->litres.mean, line->own_share)};
    bought(out, buyer, share, rules);
    for (size_t g = 0; g < YK_GRADES; g++) {
        const struct yk_fuel_prior *prior = prior_of(rules, g);
        double kg_l = prior ? prior->density_kg_l : NAN, yuan_l = prior ? prior->price_yuan_l : NAN;
        out->litres[g] = finite_or_0(e->litres.mean) * share[g];
        out->winnable[g] = finite_or_0(line->winnable_litres) * share[g];
        /* A grade that is not sold needs no density. */
        out->tonnes += out->litres[g] > 0 ? out->litres[g] * kg_l / 1000 : 0;
        out->ours_tonnes += out->ours[g] > 0 ? out->ours[g] * kg_l / 1000 : 0;
        out->winnable_tonnes += out->winnable[g] > 0 ? out->winnable[g] * kg_l / 1000 : 0;
        out->list_yuan += out->ours[g] > 0 ? out->ours[g] * yuan_l : 0;
    }
}
