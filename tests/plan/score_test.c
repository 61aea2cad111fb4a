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

/* planning.md, «Inputs from the form». */
static void own_share(void **state)
{
    static const struct {
        const char *answers;
        double share;
    } row[] = {
        {"own_share_pct=30;current_brand=own", .3},
        {"current_brand=own", 1},
        {"current_brand=own sinopec", .5},
        {"current_brand=sinopec own_tank", 0},
        {"category=hotel", 0},
        {"own_share_pct=0;current_brand=own", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        near_to(yk_own_share(&a), row[i].share, row[i].answers);
    }
}

/* estimation.md §7; today is 2026-03-05. */
static void access_by_contract(void **state)
{
    static const struct {
        const char *answers;
        double access;
    } row[] = {
        {"category=hotel", .8},
        {"contract_until=2026-03-04", .8},
        {"contract_until=2026-03-05", .9},
        {"contract_until=2026-06-03", .9},
        {"contract_until=2026-06-04", .4},
        {"contract_until=2027-03-05", .4},
        {"contract_until=2027-03-06", .1},
        {"own_tank=yes", .15},
        {"own_tank=no", .8},
        {"own_tank=yes;contract_until=2028-01-01", .1},
        {"current_brand=own_tank;contract_until=2026-04-01", .15},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        near_to(yk_access(&a, yk_day_of(2026, 3, 5)), row[i].access, row[i].answers);
    }
}

/* Terms of §7: b0 -1.6, invoices .4, price .5, loyalty -.8, complaint .7, list -2.5, -.15 a km
 * over 5. */
static void chance_to_win(void **state)
{
    static const struct {
        const char *answers;
        double distance_m, sum;
    } row[] = {
        {"category=hotel", NAN, -1.6},
        {"category=hotel", 5000, -1.6},
        {"category=hotel", 7000, -1.6 - .3},
        {"sensitivity=invoice price;sensitivity_top=price", 100, -1.6 + .4 + .5},
        {"sensitivity=price", 100, -1.6},
        {"barrier=relation", 100, -1.6 - .8},
        {"barrier=relation;satisfaction_now=5", 100, -1.6 - .8},
        {"satisfaction_now=3", 100, -1.6},
        {"satisfaction_now=2", 100, -1.6 + .7},
        {"category=government;procurement=tender;current_brand=sinopec", 100, -1.6 - 2.5},
        {"category=institution;procurement=designated", 100, -1.6 - 2.5},
        {"category=government;procurement=tender;current_brand=own sinopec", 100, -1.6},
        {"category=hotel;procurement=tender", 100, -1.6},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        near_to(yk_win_chance(&a, row[i].distance_m, true), 1 / (1 + exp(-row[i].sum)),
                row[i].answers);
    }
    struct yk_answers price = answers_of(&arena, "sensitivity_top=price");
    near_to(yk_win_chance(&price, 0, false), 1 / (1 + exp(1.6)), "no discount to offer");
}

/* estimation_golden.json, logistic and priority (before the cost of 4 * 1.5 * 60 yuan). */
static void published_numbers(void **state)
{
    (void)state;
    near_to(yk_logistic(-1.2), 0.23147521650098238, "logistic -1.2");
    near_to(yk_logistic(0), .5, "logistic 0");
    near_to(yk_logistic(-30) * 1e14, 9.3576229688393, "logistic -30");
    near_to(yk_margin_yuan_year(9000, .2, .8, .35, .45), 10526.4 + 360, "yuan a year");
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
        bool existing;
    } row[] = {
        {"card_now=fleet", true},
        {"card_now=none", false},
        {"agreement_until=2026-12-31", true},
        {"agreement_until=2025-12-31", false},
        {"current_brand=own bp", true},
        {"current_brand=bp", false},
        {"own_share_pct=5", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        if (yk_existing_client(&a, yk_day_of(2026, 3, 5)) != row[i].existing)
            fail_msg("%s", row[i].answers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_share),
        cmocka_unit_test(access_by_contract),
        cmocka_unit_test(chance_to_win),
        cmocka_unit_test(published_numbers),
        cmocka_unit_test(margin_follows_the_grades),
        cmocka_unit_test(who_is_a_client_already),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
