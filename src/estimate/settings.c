/* settings.c - the rule tables as the estimator uses them. */
#include "settings.h"

#include <math.h>
#include <string.h>

#include "youka/estimate/units.h"

static const char *const unit_code[YK_UNITS] = {"l", "t", "cny"};

const char *yk_unit_code(enum yk_unit u)
{
    return unit_code[u];
}

enum yk_unit yk_unit_of(const char *code)
{
    for (enum yk_unit u = YK_LITRES; code && u < YK_UNITS; u++)
        if (strcmp(unit_code[u], code) == 0)
            return u;
    return YK_LITRES;
}

enum yk_family yk_family_of(const char *name)
{
    if (strcmp(name, "gasoline") == 0)
        return YK_GASOLINE;
    return strcmp(name, "diesel") == 0 ? YK_DIESEL : YK_FAMILIES;
}

double yk_unit_litres(enum yk_unit u, const struct yk_category_prior *category)
{
    return yk_litres(1, unit_code[u], category->density_kg_l, category->price_yuan_l);
}

static enum yk_meant meant_of(const char *code)
{
    enum yk_meant m = YK_MEANT_L_MONTH;

    while (m < YK_MEANTS && strcmp(yk_meant_code(m), code) != 0)
        m++;
    return m;
}

static void read_units(struct yk_settings *out, const struct yk_rules *rules)
{
    for (enum yk_unit u = YK_LITRES; u < YK_UNITS; u++)
        for (enum yk_meant m = YK_MEANT_L_MONTH; m < YK_MEANTS; m++)
            out->log_weight[u][m] = -INFINITY;
    for (size_t i = 0; i < rules->units; i++) {
        const struct yk_unit_prior *p = &rules->unit[i];
        enum yk_meant m = meant_of(p->meant);
        enum yk_unit u = yk_unit_of(p->stated);
        if (m < YK_MEANTS && strcmp(unit_code[u], p->stated) == 0)
            out->log_weight[u][m] = log(p->weight);
    }
}

static double squared(const struct yk_rules *rules, const char *parameter)
{
    double sd = yk_rules_spread(rules, parameter);

    return sd * sd;
}

void yk_settings_read(struct yk_settings *out, const struct yk_rules *rules)
{
    *out = (struct yk_settings){
        .rules = rules,
        .alpha = yk_rules_spread(rules, "alpha"),
        .size_var = squared(rules, "size_sd"),
        .sig_u2 = squared(rules, "sig_u"),
        .sig_v2 = squared(rules, "sig_v"),
        .phi_g = yk_rules_spread(rules, "phi_g"),
        .tau2_fleet = {squared(rules, "tau_fleet_category"), squared(rules, "tau_fleet_region"),
                       squared(rules, "tau_fleet_station")},
        .tau2_litres = {squared(rules, "tau_litres_category"), squared(rules, "tau_litres_region"),
                        squared(rules, "tau_litres_station")},
        .outlier_share = yk_rules_spread(rules, "outlier_share"),
        .outlier_var = yk_rules_spread(rules, "outlier_var"),
        .kappa_fleet = 1,
        .kappa_litres = 1,
        .learn = yk_rules_spread(rules, "learn") > 0,
    };
    read_units(out, rules);
}
