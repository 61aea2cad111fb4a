/* normal.h - arithmetic of normal variables on the log scale, and the prior of a fleet's size. */
#ifndef YOUKA_ESTIMATE_NORMAL_H
#define YOUKA_ESTIMATE_NORMAL_H

#include <stdbool.h>

#include "youka/model/plan.h"

#define YK_VAR_FLOOR 1e-9 /* no variance of a log is smaller */

struct yk_normal {
    double m, s2;
};

/* Precisions add; the mean is weighted by precision. */
struct yk_normal yk_normal_combine(struct yk_normal a, struct yk_normal b);
/* p10, p50, p90 = exp(m + z s); mean = exp(m + s2/2). */
struct yk_range yk_normal_range(struct yk_normal n);

double yk_digamma(double x); /* x > 0 */
double yk_trigamma(double x);

/* §3.3: log of the number of vehicles of a client of whom no count is declared. `expected` is E,
 * `ratio` h and `ratio_var` its variance; `owner`: known to have at least one vehicle. */
struct yk_fleet_prior {
    double expected, ratio, ratio_var, alpha, size_var, phi;
    bool owner;
};
struct yk_normal yk_fleet_prior(const struct yk_fleet_prior *in);

/* §5.5: the range of one grade. `family` is its family's share of the litres, `share` its share of
 * the family, phi the concentration of the Dirichlet law of shares. All 0 where a share is 0. */
struct yk_range yk_grade_range(struct yk_normal litres, double family, double share, double phi);

#endif
