/* outcome.h - what the litres of signed clients say of the estimates that were made of them
 * (estimation.md §5.8, §5.9). */
#ifndef YOUKA_ESTIMATE_OUTCOME_H
#define YOUKA_ESTIMATE_OUTCOME_H

#include "youka/model/plan.h"

/* A signed client: litres a month that it really used, and what was estimated before. */
struct yk_realised {
    double litres;                  /* of all its suppliers; above 0 */
    double log_mean, log_var, mean; /* as struct yk_estimate; of the litres */
};

/* (ln litres - log_mean) / sd; NAN where litres or variance are not above 0. */
double yk_outcome_z(const struct yk_realised *r);
/* By how much standard deviations of log litres are too small (over 1) or too large:
 * c^2 = (10 + n c_raw^2) / (10 + n), c_raw = q80(|z|) / 1.2816 (the 90 % point of the normal law).
 * q80 is the quantile that Excel calls PERCENTILE.INC (Hyndman & Fan 1996, type 7). NAN among z are
 * left out; without any 1. */
double yk_spread_factor(const double *z, size_t count);
/* P10 and P90 moved to c times their distance from P50 in logarithms; P50 and mean stay. */
struct yk_range yk_range_widened(struct yk_range r, double c);

#define YK_LEAST_SIGNED 30
/* Of fewer than YK_LEAST_SIGNED clients nothing is said. Clients whose litres or mean are not above
 * 0 are left out. */
struct yk_total_ratio yk_total_ratio(const struct yk_realised *r, size_t count);

/* False where it is not known what the client really uses: it buys, and did in all of the newest
 * ours_months, and tells that at least realised_share of its fuel is ours (sales_priors.csv). */
bool yk_realised_of(struct yk_realised *out, const struct yk_estimate *e,
                    const struct yk_prospect *p, const struct yk_buyer *b,
                    const struct yk_rules *rules);
/* Moves P10 and P90 of the litres, and of each grade's, of all d->estimate by what such clients
 * say, and keeps what they say in d->recalibration. Once, after d->prospect; d->buyer counts. */
void yk_recalibrate(struct yk_derived *d, const struct yk_rules *rules);

#endif
