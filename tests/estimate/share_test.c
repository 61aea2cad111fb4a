/* share_test.c - what of a client's litres is ours, and what of the rest is open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/estimate/share.h"

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

static void whether_our_share_is_told(void **state)
{
    static const struct {
        const char *answers;
        bool told;
    } row[] = {
        {"own_share_pct=0", true},
        {"current_brand=sinopec", true},
        {"current_brand=own", true},
        {"current_brand=unknown", false},
        {"current_brand=unknown;own_share_pct=20", true},
        {"category=hotel", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        if (yk_own_share_told(&a) != row[i].told)
            fail_msg("%s", row[i].answers);
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
    struct yk_rules rules = rules_of(&arena);
    struct yk_access_prior prior = yk_access_prior(&rules);
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        near_to(yk_access(&a, yk_day_of(2026, 3, 5), &prior), row[i].access, row[i].answers);
    }
}

/* A share that somebody typed as a percentage is still one. */
static void access_is_a_share(void **state)
{
    struct yk_rules rules = rules_of(&arena);
    (void)state;
    for (size_t i = 0; i < rules.markets; i++)
        if (strcmp(rules.market[i].parameter, "access_none") == 0)
            rules.market[i].value = 80;
    struct yk_access_prior prior = yk_access_prior(&rules);
    near_to(prior.none, 1, "80");
    near_to(prior.months_3, .9, "the others stand");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_share),
        cmocka_unit_test(whether_our_share_is_told),
        cmocka_unit_test(access_by_contract),
        cmocka_unit_test(access_is_a_share),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
