/* meanings.h - a told amount as a mixture: what unit it was meant in, and whether it is far off
 * (estimation.md §4.3, §5.3). */
#ifndef YOUKA_ESTIMATE_MEANINGS_H
#define YOUKA_ESTIMATE_MEANINGS_H

#include "observe.h"

/* One way to read the amount: ln litres a month with its variance, and how probably so. Each unit
 * has a twin that is an outlier. */
struct yk_meaning {
    double log_litres, var, weight;
};
struct yk_meanings {
    struct yk_meaning of[YK_MEANTS][2]; /* [1]: the outlier; weights of all sum to 1 */
};

/* Weighs the readings against what the client is expected to use, `expected`, of its `vehicles`. */
void yk_meanings_weigh(struct yk_meanings *out, const struct yk_told *told,
                       const struct yk_category_prior *category, struct yk_normal expected,
                       double vehicles, const struct yk_settings *s);
/* The likeliest reading. */
struct yk_likeliest {
    enum yk_meant meant;
    bool outlier;
    const struct yk_meaning *meaning; /* lent by the meanings */
};
struct yk_likeliest yk_meanings_best(const struct yk_meanings *m);

#endif
