/* near.h - for tests: a double as near to the wanted one as doubles allow, or between two bounds;
 * with a word on failing. */
#ifndef YOUKA_TESTS_NEAR_H
#define YOUKA_TESTS_NEAR_H

#include <math.h>

/* Relative 1e-9, absolute below 1: cmocka's own comparison rounds to float. */
static inline void near_to(double got, double want, const char *what)
{
    if (!(fabs(got - want) <= 1e-9 * fmax(1, fabs(want))))
        fail_msg("%s: %.17g, not %.17g", what, got, want);
}

static inline void within(double got, double low, double high, const char *what)
{
    if (!(got >= low && got <= high))
        fail_msg("%s: %.4f, not from %.4f to %.4f", what, got, low, high);
}

#endif
