/* tier_test.c - tiers by cumulative expected margin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/rules_of.h"
#include "youka/plan/tier.h"

static void check(const char *what, const double *value, const size_t *want, size_t n)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    size_t got[8];

    yk_tier_cut(got, value, n, &rules);
    for (size_t i = 0; i < n; i++)
        if (got[i] != want[i])
            fail_msg("%s: value %zu is of tier %zu, not %zu", what, i, got[i], want[i]);
    yk_arena_release(&a);
}

static void cuts(void **state)
{
    (void)state;
    /* estimation_golden.json, tiers. */
    check("six clients", (const double[]){50, 30, 15, 4, 1, -3}, (const size_t[]){0, 1, 2, 3, 3, 3},
          6);
    /* Starts at 0, .4 and .7 of the sum. */
    check("a long head", (const double[]){40, 30, 30}, (const size_t[]){0, 0, 1}, 3);
    check("only one", (const double[]){7}, (const size_t[]){0}, 1);
    check("nothing to win", (const double[]){0, -1}, (const size_t[]){3, 3}, 2);
    check("nobody", NULL, NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
