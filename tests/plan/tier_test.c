/* tier_test.c - tiers by cumulative expected margin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/rules_of.h"
#include "youka/plan/tier.h"

/* Values with the tiers they had, NEW or not. */
static void check(const char *what, const struct yk_tier_case *c, const size_t *want, size_t n)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    size_t got[8];

    yk_tier_cut(got, c, n, &rules);
    for (size_t i = 0; i < n; i++)
        if (got[i] != want[i])
            fail_msg("%s: value %zu is of tier %zu, not %zu", what, i, got[i], want[i]);
    yk_arena_release(&a);
}

#define OF(value)                                                                                  \
    {                                                                                              \
        value, 0, 0, YK_TIER_NEW                                                                   \
    }
#define CASES (const struct yk_tier_case[])

static void cuts(void **state)
{
    (void)state;
    /* estimation_golden.json, tiers. */
    check("six clients", CASES{OF(50), OF(30), OF(15), OF(4), OF(1), OF(-3)},
          (const size_t[]){0, 1, 2, 3, 3, 3}, 6);
    /* Starts at 0, .4 and .7 of the sum. */
    check("a long head", CASES{OF(40), OF(30), OF(30)}, (const size_t[]){0, 0, 1}, 3);
    check("only one", CASES{OF(7)}, (const size_t[]){0}, 1);
    check("nothing to win", CASES{OF(0), OF(-1)}, (const size_t[]){3, 3}, 2);
    check("nobody", NULL, NULL, 0);
}

/* The second of two starts at the share of the first. Cut .5: falls from .55 on, rises below .45;
 * cut .8 rises below .8 - .1 * .3 = .77 and falls from .82. */
static void tiers_do_not_flicker(void **state)
{
    static const struct {
        const char *what;
        double share;
        size_t before, want;
    } row[] = {
        {"new, below the cut", .49, YK_TIER_NEW, 0},
        {"new, past it", .51, YK_TIER_NEW, 1},
        {"platinum stays", .549, 0, 0},
        {"platinum falls", .551, 0, 1},
        {"gold stays", .451, 1, 1},
        {"gold rises", .449, 1, 0},
        {"gold stays past its cut", .819, 1, 1},
        {"gold falls", .821, 1, 2},
        {"iron stays", .771, 2, 2},
        {"iron rises", .769, 2, 1},
        {"platinum falls far", .99, 0, 3},
        {"lead rises far", .1, 3, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_tier_case c[] = {{row[i].share, 0, 0, 0},
                                   {1 - row[i].share, 0, 0, row[i].before}};
        check(row[i].what, c, (const size_t[]){0, row[i].want}, 2);
    }
}

/* Thresholds of planning.md: large from 5 t of gasoline or 50 t of diesel, medium from 2 or 20. */
static void tiers_by_volume(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    const struct yk_tier_case c[] = {{9, 5, 0, YK_TIER_NEW},    {8, 0, 50, YK_TIER_NEW},
                                     {7, 4.9, 49, YK_TIER_NEW}, {6, 0, 19.9, YK_TIER_NEW},
                                     {5, 1.9, 0, YK_TIER_NEW},  {0, 99, 0, YK_TIER_NEW}};
    const size_t want[] = {0, 0, 1, 2, 2, 3};
    size_t got[6];
    (void)state;
    rules.tier[0].large_t = 5;
    rules.tier[1].large_t = 2;
    rules.tier[2].large_t = 0;
    yk_tier_cut(got, c, 6, &rules);
    assert_memory_equal(got, want, sizeof want);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts),
                                       cmocka_unit_test(tiers_do_not_flicker),
                                       cmocka_unit_test(tiers_by_volume)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
