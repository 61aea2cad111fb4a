/* outcome.c - what the litres of signed clients say of the estimates. */
#include "youka/estimate/outcome.h"

#include <math.h>
#include <stdlib.h>

#include "youka/base/arena.h"

#define Z90 1.2815515655446004 /* the 90 % point of the standard normal law */
#define BEFORE 10              /* clients that the unchanged spread counts for */
#define INNER .8               /* of the outcomes lie between P10 and P90 */

double yk_outcome_z(const struct yk_realised *r)
{
    if (!(r->litres > 0 && r->log_var > 0))
        return NAN;
    return (log(r->litres) - r->log_mean) / sqrt(r->log_var);
}

static int rising(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Of count > 0 sorted values. */
static double quantile(const double *sorted, size_t count, double share)
{
    double at = (double)(count - 1) * share, below = floor(at);
    size_t i = (size_t)below, next = i + 1 < count ? i + 1 : i;

    return sorted[i] + (at - below) * (sorted[next] - sorted[i]);
}

double yk_spread_factor(const double *z, size_t count)
{
    double *size = yk_alloc((count + 1) * sizeof *size), c2 = 1;
    size_t n = 0;

    for (size_t i = 0; i < count; i++)
        if (!isnan(z[i]))
            size[n++] = fabs(z[i]);
    if (n > 0) {
        qsort(size, n, sizeof *size, rising);
        double raw = quantile(size, n, INNER) / Z90;
        c2 = (BEFORE + (double)n * raw * raw) / (BEFORE + (double)n);
    }
    free(size);
    return sqrt(c2);
}

struct yk_range yk_range_widened(struct yk_range r, double c)
{
    if (!(r.p50 > 0))
        return r;
    return (struct yk_range){.p10 = r.p50 * pow(r.p10 / r.p50, c),
                             .p50 = r.p50,
                             .p90 = r.p50 * pow(r.p90 / r.p50, c),
                             .mean = r.mean};
}

static bool counts(const struct yk_realised *r)
{
    return r->litres > 0 && r->mean > 0;
}

struct yk_total_ratio yk_total_ratio(const struct yk_realised *r, size_t count)
{
    double litres = 0, means = 0, squares = 0;
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        litres += counts(&r[i]) ? r[i].litres : 0;
        means += counts(&r[i]) ? r[i].mean : 0;
        n += counts(&r[i]);
    }
    if (n < YK_LEAST_SIGNED)
        return (struct yk_total_ratio){1, NAN, n};
    double ratio = litres / means;
    for (size_t i = 0; i < count; i++) {
        double off = counts(&r[i]) ? r[i].litres - ratio * r[i].mean : 0;
        squares += off * off;
    }
    double clients = (double)n, middle = means / clients;
    return (struct yk_total_ratio){ratio, sqrt(squares / (clients - 1) / clients) / middle, n};
}

bool yk_realised_of(struct yk_realised *out, const struct yk_estimate *e,
                    const struct yk_prospect *p, const struct yk_buyer *b,
                    const struct yk_rules *rules)
{
    size_t window = (size_t)yk_rules_sales(rules, "ours_months");

    if (!b || e->none || b->ours_months < window || !(b->ours_litres_month > 0) ||
        !(p->told_share >= yk_rules_sales(rules, "realised_share")))
        return false;
    if (b->status != YK_SALES_ACTIVE && b->status != YK_SALES_FALLING)
        return false;
    *out = (struct yk_realised){.litres = b->ours_litres_month / p->told_share,
                                .log_mean = e->log_mean,
                                .log_var = e->log_var,
                                .mean = e->litres.mean};
    return true;
}

void yk_recalibrate(struct yk_derived *d, const struct yk_rules *rules)
{
    if (!d->buyer)
        return;
    struct yk_realised *r = yk_alloc((d->count + 1) * sizeof *r);
    double *z = yk_alloc((d->count + 1) * sizeof *z);
    size_t n = 0;

    for (size_t i = 0; i < d->count; i++)
        if (yk_realised_of(&r[n], &d->estimate[i], &d->prospect[i], yk_sales_of(d->buyer, i),
                           rules)) {
            z[n] = yk_outcome_z(&r[n]);
            n++;
        }
    d->recalibration =
        (struct yk_recalibration){.spread = yk_spread_factor(z, n), .total = yk_total_ratio(r, n)};
    for (size_t i = 0; i < d->count; i++) {
        struct yk_estimate *e = &d->estimate[i];
        e->litres = yk_range_widened(e->litres, d->recalibration.spread);
        for (size_t g = 0; g < YK_GRADES; g++)
            e->grade[g] = yk_range_widened(e->grade[g], d->recalibration.spread);
    }
    free(z);
    free(r);
}
