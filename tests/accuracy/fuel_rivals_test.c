/* fuel_rivals_test.c - the repair of units, and the three rivals on a few clients. Expected values
 * by hand in the comments; those of the ridge by exact fractions and really leaving each client
 * out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "fuel_rivals.h"

/* A category that has a told volume of its own, or not: only what the predictions look at. */
static struct fuel_case said(size_t category, double log_size, double log_count, double log_litres)
{
    return (struct fuel_case){category, log_size, log_count, log_litres, .04};
}

static void units_repaired(void **state)
{
    static const char *const hotel[] = {"gas_month=400;gas_unit=l",
                                        "gas_month=500;gas_unit=l",
                                        "gas_month=450;diesel_month=150;gas_unit=l;diesel_unit=l",
                                        "gas_month=6000;gas_unit=l",
                                        "gas_month=0.5;gas_unit=l",
                                        "gas_month=0;gas_unit=l",
                                        "gas_month=3600;gas_unit=cny"};
    /* Median of 400, 500, 600, 6000, .5 and 3600 / 7.2 = 500 litres: 500. .5 as tonnes is .5 /
     * .74 * 1000 = 675.7, nearer than anything else; 6000 is within a factor of 100, but 6000 / 12
     * = 500 is what FUEL_REPAIR_ALWAYS takes it for. */
    static const double want[3][7] = {{400, 500, 600, 6000, .5, NAN, 500},
                                      {400, 500, 600, 500, 675.675675675676, NAN, 500},
                                      {400, 500, 600, 6000, 675.675675675676, NAN, 500}};
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_door door[7] = {0};
    struct yk_territory t = {.door = door, .doors = 7, .rules = &rules};
    struct fuel_case got[7];
    (void)state;

    for (size_t i = 0; i < 7; i++)
        door[i].answers = answers_of(
            &a, yk_arena_printf(&a, "category=hotel;volume_source=manager;%s", hotel[i]));
    for (int r = 0; r < 3; r++) {
        fuel_cases_read(got, &t, (enum fuel_repair)r);
        for (size_t i = 0; i < 7; i++)
            if (isnan(want[r][i]))
                assert_true(isnan(got[i].log_litres));
            else
                near_to(exp(got[i].log_litres), want[r][i], hotel[i]);
    }
    near_to(got[0].told_var, .04, "a manager's sd is .2");
    yk_arena_release(&a);
}

static void sizes_and_counts(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_door door[2] = {
        {.answers = answers_of(&a, "category=hotel;room_count=180;vehicle_total=6")},
        {.answers = answers_of(&a, "category=transient;vehicle_total=0")}};
    struct yk_territory t = {.door = door, .doors = 2, .rules = &rules};
    struct fuel_case got[2];
    (void)state;

    fuel_cases_read(got, &t, FUEL_REPAIR_FAR);
    near_to(got[0].log_size, log(2), "twice the typical 90 rooms");
    near_to(got[0].log_count, log(6), "six vehicles");
    assert_true(isnan(got[1].log_size) && isnan(got[1].log_count));
    yk_arena_release(&a);
}

static void mean_by_category(void **state)
{
    /* Category 0 told 6, 7, 8: mean 7, variance 1. Category 1 told 11 alone: as all told, 6 7 8 11:
     * mean 8, variance (4 + 1 + 0 + 9) / 3. */
    const struct fuel_case c[] = {said(0, NAN, NAN, 6), said(0, NAN, NAN, 7), said(0, NAN, NAN, 8),
                                  said(0, NAN, NAN, NAN), said(1, NAN, NAN, 11)};
    struct fuel_prediction p[5];
    struct yk_range r[5];
    (void)state;

    fuel_predict_mean(p, c, 5);
    near_to(p[3].m, 7, "mean of the category");
    near_to(p[3].s2, 1, "its variance");
    near_to(p[4].m, 8, "mean of all");
    near_to(p[4].s2, 14. / 3, "their variance");
    /* (7 / 1 + 8 / .04) / 26, 1 / 26 */
    fuel_rival_estimate(r, FUEL_MEAN, c, 5);
    near_to(log(r[2].p50), 207. / 26, "own volume put to it");
    near_to(log(r[2].mean / r[2].p50), 1. / 52, "its variance");
    near_to(log(r[3].p90 / r[3].p50), 1.2815515655446004, "no volume of its own");
    near_to(log(r[3].p50 / r[3].p10), 1.2815515655446004, "and below");
}

static void ratio_per_size(void **state)
{
    /* ln of litres per size 6, 7, 8 for sizes 1, 0, -1 (logs): mean 7, variance 1. */
    const struct fuel_case c[] = {said(0, 1, NAN, 7), said(0, 0, NAN, 7), said(0, -1, NAN, 7),
                                  said(0, 2, NAN, NAN), said(0, NAN, NAN, NAN)};
    struct fuel_prediction p[5];
    (void)state;

    fuel_predict_ratio(p, c, 5);
    near_to(p[3].m, 9, "7 and its size's 2");
    near_to(p[3].s2, 1, "variance of the ratio");
    near_to(p[4].m, 7, "size not told: the category's mean");
    near_to(p[4].s2, 1e-6, "and its variance, at the least");
}

static void ridge(void **state)
{
    const struct fuel_case c[] = {said(0, NAN, 2, 7), said(0, 1, 1, 6),     said(0, NAN, NAN, 5),
                                  said(1, -1, 3, 9),  said(1, NAN, NAN, 6), said(1, 1, 2, NAN)};
    static const double want[] = {6.949066213645962, 6.0747028859053325, 5.290322578294923,
                                  8.767402376957593, 5.918505939591775,  7.4278438031321485};
    struct fuel_prediction p[6];
    (void)state;

    fuel_predict_ridge(p, c, 6);
    for (size_t i = 0; i < 6; i++) {
        /* 1e-6: the intercept's penalty of 1e-9 leaves the equations badly conditioned */
        assert_true(fabs(p[i].m - want[i]) < 1e-6);
        assert_true(fabs(p[i].s2 - .5115292149727236) < 1e-6);
    }
}

static void equations(void **state)
{
    /* 4 x + 2 y = 8, 2 x + 3 y = 7: 5/4, 3/2; then 4 x + 2 y = 2, 2 x + 3 y = 1: 1/2, 0. */
    double a[4] = {4, 2, 2, 3}, x[2];
    (void)state;

    fuel_solve(x, a, (double[]){8, 7}, 2, 2);
    near_to(x[0], 1.25, "x");
    near_to(x[1], 1.5, "y");
    fuel_solve_again(x, a, (double[]){2, 1}, 2, 2);
    near_to(x[0], .5, "x again");
    near_to(x[1], 0, "y again");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(units_repaired),
                                       cmocka_unit_test(sizes_and_counts),
                                       cmocka_unit_test(mean_by_category),
                                       cmocka_unit_test(ratio_per_size),
                                       cmocka_unit_test(ridge),
                                       cmocka_unit_test(equations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
