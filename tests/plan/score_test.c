/* score_test.c - what a client is worth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/score.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* estimation_golden.json, priority (before the cost of 4 * 1.5 * 60 yuan). */
static void published_numbers(void **state)
{
    const struct yk_prospect p = {.own_share = .2, .access = .8, .p_win = .35};
    (void)state;
    near_to(yk_margin_yuan_year(9000, &p, .45), 10526.4 + 360, "yuan a year");
}

static void margin_follows_the_grades(void **state)
{
    struct yk_rules rules = rules_of(&arena);
    struct yk_estimate e = {0};
    (void)state;
    near_to(yk_margin_yuan_l(&e, &rules), 0, "no litres");
    e.grade[0].mean = 300; /* g92 .45 */
    e.grade[3].mean = 100; /* d0 .35 */
    near_to(yk_margin_yuan_l(&e, &rules), (300 * .45 + 100 * .35) / 400, "yuan a litre");
}

static void who_is_a_client_already(void **state)
{
    static const struct {
        const char *answers;
        double own_share;
        bool existing;
    } row[] = {
        {"card_now=fleet", 0, true},
        {"card_now=none", 0, false},
        {"agreement_until=2026-12-31", 0, true},
        {"agreement_until=2025-12-31", 0, false},
        {"current_brand=own bp", .5, true},
        {"current_brand=bp", 0, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        if (yk_existing_client(&a, row[i].own_share, yk_day_of(2026, 3, 5)) != row[i].existing)
            fail_msg("%s", row[i].answers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_numbers),
        cmocka_unit_test(margin_follows_the_grades),
        cmocka_unit_test(who_is_a_client_already),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
