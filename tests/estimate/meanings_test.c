/* meanings_test.c - a told amount as a mixture of units. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/estimate/meanings.h"
#include "../support/near.h"
#include "settings_of.h"

/* estimation_golden.json, `unit`: v .04, price 7.2, density .84, 12 vehicles, N(ln 3000, .36). */
static void the_worked_units(void **state)
{
    static const struct {
        double declared;
        enum yk_meant best;
        double weight;
    } row[] = {{3000, YK_MEANT_L_MONTH, 0.9873790882789982},
               {36000, YK_MEANT_L_YEAR, 0.6046958650794688},
               {2.5, YK_MEANT_T_MONTH, 0.985939455836742}};
    struct yk_category_prior category = {.density_kg_l = .84, .price_yuan_l = 7.2};
    struct yk_source_prior manager = {.log_sd = .2};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_told told = {.source = &manager, .log_amount = log(row[i].declared)};
        struct yk_meanings m;
        yk_meanings_weigh(&m, &told, &category, (struct yk_normal){log(3000), .36}, 12, &settings);
        struct yk_likeliest best = yk_meanings_best(&m);
        assert_int_equal(best.meant, row[i].best);
        assert_false(best.outlier);
        near_to(best.meaning->weight, row[i].weight, yk_meant_code(row[i].best));
    }
}

/* What no unit explains is far off; the weights still sum to 1 and none is lost in an overflow. */
static void far_off(void **state)
{
    static const double amounts[] = {1e-9, 1e15, 1e300};
    struct yk_category_prior category = {.density_kg_l = .84, .price_yuan_l = 7.2};
    struct yk_source_prior document = {.log_sd = 0};
    (void)state;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        for (enum yk_unit u = YK_LITRES; u < YK_UNITS; u++) {
            struct yk_told told = {.source = &document, .unit = u, .log_amount = log(amounts[i])};
            struct yk_meanings m;
            double sum = 0;
            yk_meanings_weigh(&m, &told, &category, (struct yk_normal){log(3000), .36}, 12,
                              &settings);
            for (enum yk_meant k = YK_MEANT_L_MONTH; k < YK_MEANTS; k++)
                sum += m.of[k][0].weight + m.of[k][1].weight;
            near_to(sum, 1, "the weights");
            assert_true(yk_meanings_best(&m).outlier);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_units),
        cmocka_unit_test(far_off),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
