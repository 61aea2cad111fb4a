/* settings.h - the rule tables as the estimator uses them: looked up once, not client by client. */
#ifndef YOUKA_ESTIMATE_SETTINGS_H
#define YOUKA_ESTIMATE_SETTINGS_H

#include <stdbool.h>

#include "youka/model/plan.h"

enum yk_family { YK_GASOLINE, YK_DIESEL, YK_FAMILIES };
enum yk_unit { YK_LITRES, YK_TONNES, YK_YUAN, YK_UNITS };
enum { YK_TREE_LEVELS = 3 }; /* category, region, station */

struct yk_settings {
    const struct yk_rules *rules;
    double alpha, size_var, sig_u2, sig_v2, phi_g;
    double tau2_fleet[YK_TREE_LEVELS], tau2_litres[YK_TREE_LEVELS];
    double outlier_share, outlier_var;
    double kappa_fleet, kappa_litres; /* multipliers of the sources' variances: 1 until learnt */
    bool learn;
    double log_weight[YK_UNITS][YK_MEANTS]; /* of unit_priors.csv; -INFINITY: never */
};
void yk_settings_read(struct yk_settings *out, const struct yk_rules *rules);

const char *yk_unit_code(enum yk_unit u);  /* l, t, cny */
enum yk_unit yk_unit_of(const char *code); /* NULL or unknown: litres */
/* Which family a grade of fuel_priors.csv belongs to; YK_FAMILIES for gas, electricity, unknown. */
enum yk_family yk_family_of(const char *name);
/* Litres of one unit, by the category's main density and price. */
double yk_unit_litres(enum yk_unit u, const struct yk_category_prior *category);

#endif
