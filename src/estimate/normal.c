/* normal.c - arithmetic of normal variables on the log scale, and the prior of a fleet's size. */
#include "youka/estimate/normal.h"

#include <math.h>

#define LEAST_SHARE 1e-9       /* of a family or a grade: what is less is none */
#define Z90 1.2815515655446004 /* the 90 % point of the standard normal law */

struct yk_normal yk_normal_combine(struct yk_normal a, struct yk_normal b)
{
    double precision = 1 / a.s2 + 1 / b.s2;

    return (struct yk_normal){(a.m / a.s2 + b.m / b.s2) / precision, 1 / precision};
}

struct yk_range yk_normal_range(struct yk_normal n)
{
    double s = sqrt(n.s2);

    return (struct yk_range){exp(n.m - Z90 * s), exp(n.m), exp(n.m + Z90 * s), exp(n.m + n.s2 / 2)};
}

/* Recurrence up to x >= 8, then the asymptotic series (Abramowitz & Stegun 6.3.18, 6.4.12). */
double yk_digamma(double x)
{
    double sum = 0;

    for (; x < 8; x++)
        sum -= 1 / x;
    double r = 1 / (x * x);
    double tail =
        r *
        (1.0 / 12 -
         r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691.0 / 32760)))));
    return sum + log(x) - 0.5 / x - tail;
}

double yk_trigamma(double x)
{
    double sum = 0;

    for (; x < 8; x++)
        sum += 1 / (x * x);
    double r = 1 / (x * x);
    double tail =
        r * (1.0 / 6 -
             r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66 - r * 691.0 / 2730)))));
    return sum + 1 / x + r / 2 + tail / x;
}

struct yk_normal yk_fleet_prior(const struct yk_fleet_prior *in)
{
    double m = log(in->expected * in->ratio) + yk_digamma(in->alpha) - log(in->alpha);
    double s2 = yk_trigamma(in->alpha) + in->size_var + in->ratio_var / (in->ratio * in->ratio);
    double lam = exp(m);

    if (in->owner) {
        /* A fleet that is known not to be empty: the zero-truncated Poisson law. */
        double q = -expm1(-lam), t = fmin(in->phi, 1);
        double g = 1 - t * lam * exp(-lam) / q;
        m -= t * log(q);
        s2 = g * g * s2 + in->phi * fmax((1 + lam) * q / lam - 1, 0);
    } else {
        s2 += log1p(in->phi / lam);
    }
    return (struct yk_normal){m, fmax(s2, YK_VAR_FLOOR)};
}

struct yk_range yk_grade_range(struct yk_normal litres, double family, double share, double phi)
{
    if (!(family >= LEAST_SHARE && share >= LEAST_SHARE))
        return (struct yk_range){0};
    double s2 = litres.s2 + log1p((1 - share) / (share * (phi + 1)));
    double mean = exp(litres.m + litres.s2 / 2) * family * share;
    /* The median that goes with this mean. */
    return yk_normal_range((struct yk_normal){log(mean) - s2 / 2, s2});
}
