/* fuel_test.c - a line's fuel by grade: worked by hand with the densities of GB 17930 and GB 19147
 * ranges that fuel_priors.csv has (.74, .745, .75 gasoline, .84, .84, .83, .82 diesel). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/rules_of.h"
#include "youka/model/fuel.h"

enum { G92, G95, G98, D0 };

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-9 * fmax(1, fabs(want))))
        fail_msg("%.12g instead of %.12g", got, want);
}

struct world {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_estimate e;
    struct yk_plan_line line;
    struct yk_line_fuel fuel;
};

/* 1,000 litres of 92 and 3,000 of diesel 0; a quarter is ours, 2,000 are winnable. */
static void open_world(struct world *w)
{
    *w = (struct world){.e = {.litres = {.mean = 4000}},
                        .line = {.own_share = .25, .winnable_litres = 2000}};
    w->e.grade[G92].mean = 1000;
    w->e.grade[D0].mean = 3000;
    w->rules = rules_of(&w->a);
}

static void as_told(void **state)
{
    struct world w;
    (void)state;
    open_world(&w);
    yk_line_fuel(&w.fuel, &w.line, &w.e, NULL, &w.rules);
    near(w.fuel.litres[G92], 1000);
    near(w.fuel.litres[D0], 3000);
    near(w.fuel.ours_litres, 1000);
    near(w.fuel.ours[G92], 250);
    near(w.fuel.ours[D0], 750);
    near(w.fuel.winnable[D0], 1500);
    near(w.fuel.tonnes, .74 + 3 * .84);
    near(w.fuel.ours_tonnes, .25 * .74 + .75 * .84);
    near(w.fuel.winnable_tonnes, .5 * .74 + 1.5 * .84);
    near(w.fuel.list_yuan, 250 * 7.2 + 750 * 6.9);
    yk_arena_release(&w.a);
}

/* Card data count; gasoline without a grade goes where the client's gasoline goes, what is not told
 * at all like its demand. */
static void by_card(void **state)
{
    struct world w;
    struct yk_buyer buyer = {.ours_litres_month = 700};
    (void)state;
    open_world(&w);
    buyer.grade[G95] = 100;
    buyer.grade[YK_SALE_GASOLINE] = 200;
    buyer.grade[YK_SALE_ANY] = 400;
    yk_line_fuel(&w.fuel, &w.line, &w.e, &buyer, &w.rules);
    near(w.fuel.ours_litres, 700);
    near(w.fuel.ours[G95], 100);
    near(w.fuel.ours[G92], 200 + 100);
    near(w.fuel.ours[D0], 300);
    near(w.fuel.ours_tonnes, .1 * .745 + .3 * .74 + .3 * .84);
    yk_arena_release(&w.a);
}

/* It needs no gasoline by the estimate, but buys some: as the family usually is, .65/.3/.05. */
static void of_a_family_that_it_does_not_need(void **state)
{
    struct world w;
    struct yk_buyer buyer = {.ours_litres_month = 100};
    (void)state;
    open_world(&w);
    w.e.grade[G92].mean = 0;
    buyer.grade[YK_SALE_GASOLINE] = 100;
    yk_line_fuel(&w.fuel, &w.line, &w.e, &buyer, &w.rules);
    near(w.fuel.ours[G92], 65);
    near(w.fuel.ours[G95], 30);
    near(w.fuel.ours[G98], 5);
    near(w.fuel.litres[D0], 4000);
    yk_arena_release(&w.a);
}

static void without_grades_or_rules(void **state)
{
    struct world w;
    (void)state;
    open_world(&w);
    w.e.grade[G92].mean = w.e.grade[D0].mean = 0;
    yk_line_fuel(&w.fuel, &w.line, &w.e, NULL, NULL);
    near(w.fuel.litres[0], 4000);
    near(w.fuel.ours[0], 1000);
    assert_true(isnan(w.fuel.tonnes));
    assert_true(isnan(w.fuel.list_yuan));
    w.e.litres.mean = w.line.winnable_litres = 0;
    yk_line_fuel(&w.fuel, &w.line, &w.e, NULL, NULL);
    near(w.fuel.tonnes, 0); /* nothing weighs nothing, whatever the density */
    yk_arena_release(&w.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_told),
        cmocka_unit_test(by_card),
        cmocka_unit_test(of_a_family_that_it_does_not_need),
        cmocka_unit_test(without_grades_or_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
