/* fuel_score.h - how good estimates of litres a month are, against the truth. Logs are natural. */
#ifndef YOUKA_TESTS_ACCURACY_FUEL_SCORE_H
#define YOUKA_TESTS_ACCURACY_FUEL_SCORE_H

#include <stddef.h>

#include "youka/model/plan.h"

enum { FUEL_KINDS_MOST = 4 };
struct fuel_score {
    double covered; /* share of the truths from p10 to p90, both included */
    /* Mean over clients and the quantiles .1, .5, .9 of the loss of the log: q (y - x) where the
     * truth y lies over the quantile x, else (1 - q)(x - y) (Koenker and Bassett 1978). A normal
     * law of the right mean and sd s loses .250 s: the numbers of §11 are of this size. */
    double pinball;
    double rmse; /* of ln p50 */
    /* True litres of the fifth of the clients with the highest mean, as a share of the true litres
     * of the fifth that truly has most. */
    double caught;
    double kind_covered[FUEL_KINDS_MOST]; /* likewise, of the clients of each kind */
    size_t kind_count[FUEL_KINDS_MOST];
};

/* `kind` (0 .. FUEL_KINDS_MOST-1, one a client) may be NULL. All truths and estimates over 0. */
void fuel_score_of(struct fuel_score *out, const struct yk_range *guess, const double *truth,
                   const int *kind, size_t count);
/* Loss of one quantile. */
double fuel_pinball(double q, double quantile, double truth);

#endif
