/* fuel_rivals.c - repair of units, mean by category, ratio per unit of size. */
#include "fuel_rivals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FAR log(100)
#define ENOUGH 3 /* values that a mean and a sd are made of */
#define Z90 1.2815515655446004

const char *const fuel_rival_name[FUEL_RIVALS] = {"ridge + repair", "ratio + repair",
                                                  "mean + repair"};

/* --- units ------------------------------------------------------------------------------------ */
enum { READINGS = 6 };
/* ln litres a month of the number, read as litres, tonnes, yuan a month, then a year. */
static double read_as(double number, int reading, const struct yk_category_prior *p)
{
    const double litres[3] = {1, 1000 / p->density_kg_l, 1 / p->price_yuan_l};

    return log(number * litres[reading % 3] / (reading < 3 ? 1 : 12));
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Of those of the category, or of all; NAN where there are too few. */
static double median_of(const struct fuel_case *c, size_t count, size_t category)
{
    double *value = yk_alloc((count + 1) * sizeof *value), middle = NAN;
    size_t n = 0;

    for (size_t i = 0; i < count; i++)
        if (!isnan(c[i].log_litres) && (category == SIZE_MAX || c[i].category == category))
            value[n++] = c[i].log_litres;
    if (n)
        qsort(value, n, sizeof *value, by_size);
    if (n >= ENOUGH || (n && category == SIZE_MAX))
        middle = (value[(n - 1) / 2] + value[n / 2]) / 2;
    free(value);
    return middle;
}

static double nearest(double number, double stated, double middle,
                      const struct yk_category_prior *p, enum fuel_repair repair)
{
    double best = stated;

    if (repair == FUEL_REPAIR_NONE || isnan(middle) ||
        (repair == FUEL_REPAIR_FAR && fabs(stated - middle) <= FAR))
        return stated;
    for (int i = 0; i < READINGS; i++)
        if (fabs(read_as(number, i, p) - middle) < fabs(best - middle))
            best = read_as(number, i, p);
    return best;
}

/* --- what they said --------------------------------------------------------------------------- */
static double log_told(const struct yk_answers *a, const char *code)
{
    double value;

    return *code && yk_answer_number(&value, a, code) && value > 0 ? log(value) : NAN;
}

static double number_told(const struct yk_answers *a)
{
    double gas = 0, diesel = 0;

    (void)yk_answer_number(&gas, a, "gas_month");
    (void)yk_answer_number(&diesel, a, "diesel_month");
    return gas + diesel;
}

static int stated_reading(const struct yk_answers *a)
{
    const char *unit = yk_answer_text(a, "gas_unit");

    return !unit ? 0 : *unit == 't' ? 1 : *unit == 'c' ? 2 : 0;
}

static void read_case(struct fuel_case *out, const struct yk_answers *a, const struct yk_rules *r)
{
    const struct yk_category_prior *p = yk_rules_category(r, yk_answer_text(a, "category"));
    double sd = yk_rules_source(r, yk_answer_text(a, "volume_source"))->log_sd;
    double number = number_told(a);

    *out = (struct fuel_case){
        .category = (size_t)(p - r->category),
        .log_size = log_told(a, p->size_field) - log(p->typical_size),
        .log_count = log_told(a, "vehicle_total"),
        .log_litres = number > 0 ? read_as(number, stated_reading(a), p) : NAN,
        .told_var = sd * sd,
    };
}

void fuel_cases_read(struct fuel_case *out, const struct yk_territory *t, enum fuel_repair repair)
{
    double *middle = yk_alloc((t->rules->categories + 1) * sizeof *middle);

    for (size_t i = 0; i < t->doors; i++)
        read_case(&out[i], &t->door[i].answers, t->rules);
    double all = median_of(out, t->doors, SIZE_MAX);
    for (size_t k = 0; k < t->rules->categories; k++) {
        middle[k] = median_of(out, t->doors, k);
        if (isnan(middle[k]))
            middle[k] = all;
    }
    for (size_t i = 0; i < t->doors; i++)
        if (!isnan(out[i].log_litres))
            out[i].log_litres =
                nearest(number_told(&t->door[i].answers), out[i].log_litres,
                        middle[out[i].category], &t->rules->category[out[i].category], repair);
    free(middle);
}

/* --- mean and ratio --------------------------------------------------------------------------- */
/* Log mean and variance of the category's litres, per unit of size or not. */
static bool fit_category(struct fuel_prediction *out, const struct fuel_case *c, size_t count,
                         size_t category, bool per_size)
{
    double sum = 0, squares = 0;
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        double y = c[i].log_litres - (per_size ? c[i].log_size : 0);
        if (isnan(y) || (category != SIZE_MAX && c[i].category != category))
            continue;
        sum += y;
        squares += y * y;
        n++;
    }
    if (n < ENOUGH)
        return false;
    out->m = sum / (double)n;
    out->s2 = fmax((squares - sum * out->m) / (double)(n - 1), 1e-6);
    return true;
}

void fuel_predict_mean(struct fuel_prediction *out, const struct fuel_case *c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!fit_category(&out[i], c, count, c[i].category, false) &&
            !fit_category(&out[i], c, count, SIZE_MAX, false))
            out[i] = (struct fuel_prediction){0, 1};
}

void fuel_predict_ratio(struct fuel_prediction *out, const struct fuel_case *c, size_t count)
{
    fuel_predict_mean(out, c, count);
    for (size_t i = 0; i < count; i++) {
        struct fuel_prediction each;
        if (!isnan(c[i].log_size) && fit_category(&each, c, count, c[i].category, true))
            out[i] = (struct fuel_prediction){each.m + c[i].log_size, each.s2};
    }
}

void fuel_rival_estimate(struct yk_range *out, enum fuel_rival rival, const struct fuel_case *c,
                         size_t count)
{
    static void (*const predict[FUEL_RIVALS])(struct fuel_prediction *, const struct fuel_case *,
                                              size_t) = {fuel_predict_ridge, fuel_predict_ratio,
                                                         fuel_predict_mean};
    struct fuel_prediction *alone = yk_alloc((count + 1) * sizeof *alone);

    predict[rival](alone, c, count);
    for (size_t i = 0; i < count; i++) {
        double m = alone[i].m, s2 = alone[i].s2;
        if (!isnan(c[i].log_litres)) {
            double precision = 1 / s2 + 1 / c[i].told_var;
            m = (m / s2 + c[i].log_litres / c[i].told_var) / precision;
            s2 = 1 / precision;
        }
        out[i] = (struct yk_range){exp(m - Z90 * sqrt(s2)), exp(m), exp(m + Z90 * sqrt(s2)),
                                   exp(m + s2 / 2)};
    }
    free(alone);
}
