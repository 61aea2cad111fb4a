/* rules.c - looking up coefficients and labels. */
#include "youka/model/rules.h"

#include <string.h>

const struct yk_category_prior *yk_rules_category(const struct yk_rules *r, const char *code)
{
    const struct yk_category_prior *other = NULL;
    for (const struct yk_category_prior *p = r->category; p < r->category + r->categories; p++) {
        if (code && strcmp(p->category, code) == 0)
            return p;
        if (strcmp(p->category, "other") == 0)
            other = p;
    }
    if (!other)
        YK_BUG("category_priors.csv has no row «other»");
    return other;
}

const struct yk_vehicle_prior *yk_rules_vehicle(const struct yk_rules *r, const char *code)
{
    const struct yk_vehicle_prior *other = NULL;
    for (const struct yk_vehicle_prior *p = r->vehicle; p < r->vehicle + r->vehicles; p++) {
        if (code && strcmp(p->vehicle_class, code) == 0)
            return p;
        if (strcmp(p->vehicle_class, "other") == 0)
            other = p;
    }
    if (!other)
        YK_BUG("vehicle_priors.csv has no row «other»");
    return other;
}

const struct yk_source_prior *yk_rules_source(const struct yk_rules *r, const char *code)
{
    const struct yk_source_prior *guess = NULL;
    for (const struct yk_source_prior *p = r->source; p < r->source + r->sources; p++) {
        if (code && strcmp(p->info_source, code) == 0)
            return p;
        if (strcmp(p->info_source, "guess") == 0)
            guess = p;
    }
    if (!guess)
        YK_BUG("source_priors.csv has no row «guess»");
    return guess;
}

const struct yk_fuel_prior *yk_rules_fuel(const struct yk_rules *r, const char *grade)
{
    for (size_t i = 0; grade && i < r->fuels; i++)
        if (strcmp(r->fuel[i].fuel_grade, grade) == 0)
            return &r->fuel[i];
    return NULL;
}

static double value_of(const struct yk_parameter *table, size_t count, const char *parameter,
                       const char *file)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(table[i].parameter, parameter) == 0)
            return table[i].value;
    YK_BUG("%s has no row «%s»", file, parameter);
}

double yk_rules_spread(const struct yk_rules *r, const char *parameter)
{
    return value_of(r->spread, r->spreads, parameter, "spread_priors.csv");
}

double yk_rules_market(const struct yk_rules *r, const char *parameter)
{
    return value_of(r->market, r->markets, parameter, "market_priors.csv");
}

double yk_rules_plan(const struct yk_rules *r, const char *parameter)
{
    return value_of(r->plan, r->plans, parameter, "plan_priors.csv");
}

double yk_rules_sales(const struct yk_rules *r, const char *parameter)
{
    return value_of(r->sales, r->sales_parameters, parameter, "sales_priors.csv");
}

static const char *const *labels_of(const struct yk_rules *r, const char *list, const char *code)
{
    if (strcmp(list, "tier") == 0)
        for (size_t i = 0; i < r->tiers; i++)
            if (strcmp(r->tier[i].tier, code) == 0)
                return r->tier[i].label;
    if (strcmp(list, "station_class") == 0)
        for (size_t i = 0; i < r->station_classes; i++)
            if (strcmp(r->station_class[i].station_class, code) == 0)
                return r->station_class[i].label;
    for (size_t i = 0; i < r->labels; i++) { /* several hundred: the first letter sorts most out */
        const struct yk_rule_label *l = &r->label[i];
        if (l->code[0] == code[0] && strcmp(l->code, code) == 0 && strcmp(l->list, list) == 0)
            return l->label;
    }
    return NULL;
}

const char *yk_rules_label(const struct yk_rules *r, const char *list, const char *code, int lang)
{
    if (!code)
        return "";
    const char *const *label = labels_of(r, list, code);
    return label && label[lang][0] ? label[lang] : code;
}
