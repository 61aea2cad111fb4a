/* dice.h - for tests: random numbers that follow from a seed, as whole numbers and as draws from
 * the usual laws. The bits are the same on every machine (splitmix64; Steele, Lea, Flood 2014);
 * draws that pass through log or cos agree to the last digits of its library. */
#ifndef YOUKA_TESTS_DICE_H
#define YOUKA_TESTS_DICE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

static inline uint64_t dice_bits(struct dice *d)
{
    uint64_t z = d->state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static inline size_t dice_below(struct dice *d, size_t n) /* 0 .. n-1; n < 2^32 */
{
    return (size_t)((dice_bits(d) >> 32) * (uint64_t)n >> 32);
}

static inline double dice_unit(struct dice *d) /* over 0, below 1 */
{
    return ((double)(dice_bits(d) >> 12) + .5) * 0x1p-52;
}

static inline bool dice_chance(struct dice *d, double p)
{
    return dice_unit(d) < p;
}

static inline double dice_normal(struct dice *d) /* Box and Muller 1958, one of the two */
{
    double radius = sqrt(-2 * log(dice_unit(d)));

    return radius * cos(6.283185307179586 * dice_unit(d));
}

/* Student's t of three degrees of freedom, scaled to variance 1. */
static inline double dice_t3(struct dice *d)
{
    double z = dice_normal(d), chi2 = 0;

    for (int i = 0; i < 3; i++) {
        double x = dice_normal(d);
        chi2 += x * x;
    }
    return z / sqrt(chi2);
}

/* Mean and variance are the shape (Marsaglia and Tsang 2000). */
static inline double dice_gamma(struct dice *d, double shape)
{
    if (shape < 1)
        return dice_gamma(d, shape + 1) * pow(dice_unit(d), 1 / shape);
    double third = shape - 1. / 3, c = 1 / sqrt(9 * third);
    for (;;) {
        double z = dice_normal(d), v = 1 + c * z;
        if (v <= 0)
            continue;
        v = v * v * v;
        if (log(dice_unit(d)) < z * z / 2 + third * (1 - v + log(v)))
            return third * v;
    }
}

static inline double dice_beta(struct dice *d, double a, double b)
{
    double x = dice_gamma(d, a), y = dice_gamma(d, b);

    return x / (x + y);
}

/* Products of uniforms (Knuth, TAOCP 2, 3.4.1), 500 of the mean at a time. */
static inline double dice_poisson(struct dice *d, double mean)
{
    double n = 0;

    for (; mean > 0; mean -= 500) {
        double end = exp(-fmin(mean, 500));
        for (double product = dice_unit(d); product > end; product *= dice_unit(d))
            n++;
    }
    return n;
}

/* A count of the given mean whose variance is `phi` times as big: a binomial law below 1, of a
 * number of trials that is itself rounded by chance; Poisson at 1; gamma-Poisson above. */
static inline double dice_count(struct dice *d, double mean, double phi)
{
    if (phi > 1)
        return dice_poisson(d, dice_gamma(d, mean / (phi - 1)) * (phi - 1));
    if (phi == 1)
        return dice_poisson(d, mean);
    double trials = floor(mean / (1 - phi)), n = 0;
    trials += dice_chance(d, mean / (1 - phi) - trials);
    for (; trials > 0; trials--)
        n += dice_chance(d, 1 - phi);
    return n;
}

#endif
