/* stance_test.c - push or nibble: each thing that speaks, at its threshold; what is not known is
 * silent; the table can be edited. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "../support/rules_of.h"
#include "youka/plan/competition.h"

static struct yk_arena arena;
static struct yk_rules rules;

static int set_up(void **state)
{
    (void)state;
    rules = rules_of(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

enum { P = 1 << YK_RIVAL_PULL_WEAK, G = 1 << YK_RIVAL_GAP_SMALL, D = 1 << YK_RIVAL_DISCONTENT };

/* Thresholds of plan_priors.csv: .8 and 1.25, .1 and .3, 2.5 and 4, .1 and .3 of the litres. */
static void each_at_its_threshold(void **state)
{
    static const struct {
        double pull, gap, satisfaction, ending, bound;
        unsigned why;
        const char *stance;
    } row[] = {
        {NAN, NAN, NAN, 0, 0, 0, ""},
        {1, .2, 3, 9, 29, 0, ""},
        {.8, NAN, NAN, 0, 0, P, "push"},
        {.81, NAN, NAN, 0, 0, 0, ""},
        {1.25, NAN, NAN, 0, 0, P << 1, "nibble"},
        {NAN, .1, NAN, 0, 0, G, "push"},
        {NAN, .3, NAN, 0, 0, G << 1, "nibble"},
        {NAN, 7.52 - 7.22, NAN, 0, 0, G << 1, "nibble"}, /* a hair under .3 */
        {NAN, NAN, 2.5, 0, 0, D, "push"},
        {NAN, NAN, 4, 0, 0, D << 1, "nibble"},
        {NAN, NAN, NAN, 10, 0, 1 << YK_RIVAL_ENDING, "push"},
        {NAN, NAN, NAN, 0, 30, 1 << YK_RIVAL_BOUND, "nibble"},
        {.5, .5, NAN, 0, 0, P | G << 1, "nibble"}, /* even: no lead */
        {.5, .5, 2, 0, 0, P | G << 1 | D, "push"},
        {2, 0, 5, 0, 0, P << 1 | G | D << 1, "nibble"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_rival r = {.litres = 100,
                             .relative_pull = row[i].pull,
                             .gap_yuan_l = row[i].gap,
                             .satisfaction = row[i].satisfaction,
                             .ending_litres = row[i].ending,
                             .bound_litres = row[i].bound};
        yk_rival_judge(&r, &rules);
        if (r.why != row[i].why || strcmp(r.stance, row[i].stance) != 0)
            fail_msg("row %zu: %s, %x", i, r.stance, r.why);
    }
}

static void the_table_decides(void **state)
{
    struct yk_rival r = {.litres = 0, .relative_pull = .5, .gap_yuan_l = NAN, .satisfaction = NAN};
    (void)state;
    yk_rival_judge(&r, &rules);
    assert_string_equal(r.stance, "push");
    for (size_t i = 0; i < rules.plans; i++)
        if (!strcmp(rules.plan[i].parameter, "rival_push_lead"))
            rules.plan[i].value = 2;
    yk_rival_judge(&r, &rules);
    assert_string_equal(r.stance, "nibble");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_at_its_threshold),
                                       cmocka_unit_test(the_table_decides)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
