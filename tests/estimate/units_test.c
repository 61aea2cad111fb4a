/* units_test.c - litres of told amounts, and the variance of rounding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/estimate/units.h"

/* estimation_golden.json, heap_var; 5000 is estimation.md §4.2. */
static void rounding_widens(void **state)
{
    static const struct {
        const char *what;
        double declared, variance;
    } row[] = {
        {"nothing", 0, 0},
        {"a bare digit", 7, 0},
        {"ten", 10, 0.08333333333333333},
        {"fifty", 50, 0.003333333333333334},
        {"one hundred and twenty", 120, 0.0005787037037037037},
        {"a thousand", 1000, 0.08333333333333333},
        {"five thousand", 5000, 0.0033333333333333335},
        {"a fraction", 24.3, 0},
        {"a small fraction", 7.5, 0},
        {"below one", 0.5, 0},
        {"beyond exact numbers", 1e16, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        near_to(yk_heap_var(row[i].declared), row[i].variance, row[i].what);
    }
}

/* estimation_golden.json, litres_per_tonne. */
static void tonnes_become_litres(void **state)
{
    static const struct {
        const char *grade;
        double litres;
    } row[] = {{"g92", 1351.3513513513515},
               {"g95", 1342.2818791946308},
               {"g98", 1333.3333333333333},
               {"d0", 1190.4761904761906}};
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const struct yk_fuel_prior *fuel = yk_rules_fuel(&rules, row[i].grade);
        near_to(yk_litres(1, "t", fuel->density_kg_l, fuel->price_yuan_l), row[i].litres,
                row[i].grade);
    }
    yk_arena_release(&a);
}

static void yuan_and_litres(void **state)
{
    (void)state;
    /* 7,200 yuan at 7.2 yuan a litre. */
    near_to(yk_litres(7200, "cny", .74, 7.2), 1000, "yuan");
    near_to(yk_litres(1234.5, "l", .74, 7.2), 1234.5, "litres");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounding_widens),
        cmocka_unit_test(tonnes_become_litres),
        cmocka_unit_test(yuan_and_litres),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
