/* fuel_rivals.h - what people would do instead, on the same answers: a mean by category, a ratio
 * per unit of size, a ridge regression. All of them repair units first, and none knows the tables
 * but for densities, prices and the sources' sd.
 *
 * Repair: the told number (gasoline + diesel) is read as litres, tonnes or yuan, a month or a year;
 * of those six readings the one nearest in log to the median of the category's volumes as stated
 * (of all volumes where the category has under 3) is taken. FUEL_REPAIR_ALWAYS does so with every
 * number; FUEL_REPAIR_FAR leaves alone what lies within a factor of 100 of the median as it is
 * stated, as a careful person would: always taking the nearest pulls every true giant down to the
 * median. README.md says what each gives; the table is made with the better one.
 *
 * Each method predicts ln litres with a sd. Where a volume was told, the prediction and the
 * repaired volume are put together by their precisions, the volume's being its source's. 80 %
 * interval: m +- 1.2816 s; mean: exp(m + s^2/2). */
#ifndef YOUKA_TESTS_ACCURACY_FUEL_RIVALS_H
#define YOUKA_TESTS_ACCURACY_FUEL_RIVALS_H

#include "youka/model/plan.h"

enum fuel_repair { FUEL_REPAIR_NONE, FUEL_REPAIR_ALWAYS, FUEL_REPAIR_FAR };

/* What one client said; NAN where it did not. Counts of 0 and sizes of 0 are as not said. */
struct fuel_case {
    size_t category; /* row of category_priors.csv */
    double log_size; /* of the told size against the category's typical one */
    double log_count;
    double log_litres; /* of the volume, repaired */
    double told_var;   /* sd^2 of its source */
};
/* out[0..t->doors) */
void fuel_cases_read(struct fuel_case *out, const struct yk_territory *t, enum fuel_repair repair);

enum fuel_rival { FUEL_RIDGE, FUEL_RATIO, FUEL_MEAN, FUEL_RIVALS };
extern const char *const fuel_rival_name[FUEL_RIVALS];

struct fuel_prediction {
    double m, s2;
};
/* The predictions alone, before a client's own volume is put to them.
 * mean: log mean and sd of the category's volumes; of all volumes where it has under 3.
 * ratio: log mean and sd of litres per unit of size of the category's clients that told both, times
 * the client's size; the mean above where size is not told or under 3 told both. */
void fuel_predict_mean(struct fuel_prediction *out, const struct fuel_case *c, size_t count);
void fuel_predict_ratio(struct fuel_prediction *out, const struct fuel_case *c, size_t count);
/* ridge (fuel_ridge.c): ln litres on an intercept, a dummy a category, size known, ln size, count
 * known, ln count (0 where not known), all but the intercept with penalty FUEL_RIDGE_LAMBDA; the sd
 * is that of the leave-one-out errors e / (1 - h) (Hastie, Tibshirani and Friedman, 7.10). */
#define FUEL_RIDGE_LAMBDA 1.
void fuel_predict_ridge(struct fuel_prediction *out, const struct fuel_case *c, size_t count);

void fuel_rival_estimate(struct yk_range *out, enum fuel_rival rival, const struct fuel_case *c,
                         size_t count);

/* x[0..n) solves a x = b for a symmetric positive definite a of row length `width` (Cholesky); a is
 * overwritten by its factor, which fuel_solve_again uses for further right sides. */
void fuel_solve(double *x, double *a, const double *b, size_t n, size_t width);
void fuel_solve_again(double *x, const double *factor, const double *b, size_t n, size_t width);

#endif
