/* event_test.c - how often something happens that is counted over time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "youka/estimate/event.h"

/* estimation_golden.json, gamma_poisson. */
static void published_rate(void **state)
{
    struct yk_event_rate r = yk_event_rate(4, 1, 2, 9, 1.5);
    (void)state;
    near_to(r.mean / 5.5, 1, "mean");
    near_to(r.sd / 1.6583123951777, 1, "sd");
    near_to(r.weight / .75, 1, "weight");
}

/* Before anything is seen: what is expected of its like here, as wide as they differ. */
static void nothing_seen_yet(void **state)
{
    struct yk_event_rate r = yk_event_rate(4, 1.5, 2, 0, 0);
    (void)state;
    near_to(r.mean, 6, "mean");
    near_to(r.sd, 6 / sqrt(2), "sd"); /* Gamma of shape 2 */
    near_to(r.weight, 0, "weight");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(published_rate),
                                       cmocka_unit_test(nothing_seen_yet)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
