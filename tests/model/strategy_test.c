/* strategy_test.c - which clients a rule of strategy.csv is made for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "youka/model/strategy.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static struct yk_strategy_rule rule[] = {
    {"any", "", "", "", "gold", "", "", "", {"", ""}, "", ""},
    {"hotel", "hotel", "", "", "", "", "", "", {"", ""}, "", "credit_term"},
    {"barrier", "", "", "credit", "", "", "", "", {"", ""}, "", "unit_discount"},
    {"price", "school", "price", "", "", "own", "", "", {"", ""}, "", "volume_rebate"},
};
static const struct yk_rules rules = {.strategy = rule, .strategies = sizeof rule / sizeof *rule};

static void cells_must_fit(void **state)
{
    static const struct {
        const char *answers;
        size_t rule;
        bool fits;
    } row[] = {
        {"category=school", 0, true}, /* the tier is not asked */
        {"category=hotel", 1, true},
        {"category=school", 1, false},
        {"barrier=nev credit", 2, true},
        {"barrier=creditor", 2, false},
        {"category=school;sensitivity=speed price;current_brand=own bp", 3, true},
        {"category=school;sensitivity=price;sensitivity_top=speed;current_brand=own", 3, false},
        {"category=school;sensitivity_top=price;current_brand=bp", 3, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        struct yk_strategy_case c = yk_strategy_case(&a);
        if (yk_strategy_fits(&rule[row[i].rule], &c) != row[i].fits)
            fail_msg("%s: rule «%s»", row[i].answers, rule[row[i].rule].rule_id);
    }
}

static void some_discount_fits(void **state)
{
    static const struct {
        const char *answers;
        bool fits;
    } row[] = {
        {"barrier=credit", true},
        {"barrier=tender", false},
        {"category=hotel", false}, /* its rule offers a term of credit */
        {"category=school;sensitivity_top=price;current_brand=own", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        if (yk_discount_fits(&rules, &a) != row[i].fits)
            fail_msg("%s", row[i].answers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_must_fit),
                                       cmocka_unit_test(some_discount_fits)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
