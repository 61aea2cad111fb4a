/* chance.c - how many were missed, and how odd it is to find so few (estimation.md §8). */
#include <math.h>

#include "youka/survey/coverage.h"

#define Z80 1.2815515655446004 /* 10 % on either side */
#define ALPHA 2                /* spread of doors between cells, as of vehicles between clients */

/* Chapman 1951; the interval is log-normal for those not seen (Chao 1987), so never below what was
 * seen. */
void yk_chapman(struct yk_missed *out, size_t first, size_t second, size_t both)
{
    double n1 = (double)first, n2 = (double)second, m = fmin((double)both, fmin(n1, n2));
    double seen = n1 + n2 - m, all = (n1 + 1) * (n2 + 1) / (m + 1) - 1, unseen = all - seen;
    double variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2));
    double spread = unseen > 0 ? exp(Z80 * sqrt(log1p(variance / (unseen * unseen)))) : 1;
    *out = (struct yk_missed){.estimate = all,
                              .low = seen + unseen / spread,
                              .high = seen + unseen * spread,
                              .method = "chapman",
                              .first = first,
                              .second = second,
                              .both = both};
}

double yk_chao1(size_t seen, size_t once, size_t twice)
{
    double f1 = (double)once, f2 = (double)twice;
    return (double)seen + (once ? f1 * (f1 - 1) / (2 * (f2 + 1)) : 0);
}

double yk_too_few(double expected, size_t seen)
{
    double none = ALPHA / (ALPHA + expected), term = pow(none, ALPHA), sum = term;
    for (size_t k = 1; k <= seen; k++) {
        term *= ((double)k - 1 + ALPHA) / (double)k * (1 - none);
        sum += term;
    }
    return fmin(sum, 1);
}
