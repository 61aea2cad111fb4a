/* outcome_test.c - what the litres of signed clients say of the estimates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/estimate/outcome.h"

/* estimation_golden.json, recalibrate. */
static void published_factor(void **state)
{
    static const double z[] = {.5, -1.2, 2, -.1, 1.7, .9};
    static const double gaps[] = {.5, NAN, -1.2, 2, -.1, NAN, 1.7, .9};
    (void)state;
    near_to(yk_spread_factor(z, 6) / 1.1335200945767925, 1, "six clients");
    near_to(yk_spread_factor(gaps, 8) / 1.1335200945767925, 1, "two unknown");
    near_to(yk_spread_factor(NULL, 0), 1, "nobody");
    /* |z| 1 and 2: q80 = 1.8 as PERCENTILE.INC gives it; (10 + 2 (1.8 / 1.28155..)^2) / 12. */
    near_to(yk_spread_factor((const double[]){-1, 2}, 2), 1.0780192929337191, "between two");
}

static void distance_of_an_outcome(void **state)
{
    const struct yk_realised r = {.litres = exp(8.6), .log_mean = 8, .log_var = .16};
    (void)state;
    near_to(yk_outcome_z(&r), 1.5, "z");
    assert_true(isnan(yk_outcome_z(&(struct yk_realised){.litres = 0, .log_var = 1})));
    assert_true(isnan(yk_outcome_z(&(struct yk_realised){.litres = 5, .log_var = NAN})));
}

static void only_the_ends_move(void **state)
{
    const struct yk_range r = {50, 100, 200, 120}, nothing = {0};
    struct yk_range wide = yk_range_widened(r, 2), same = yk_range_widened(r, 1);
    (void)state;
    near_to(wide.p10, 25, "p10");
    near_to(wide.p50, 100, "p50");
    near_to(wide.p90, 400, "p90");
    near_to(wide.mean, 120, "mean");
    near_to(same.p10, 50, "factor 1");
    near_to(yk_range_widened(nothing, 2).p90, 0, "no litres");
}

enum { SIGNED = 30 };

/* Means 1000 + 100 i, litres 80 to 84 % of them; numbers by Python 3. */
static void ratio_of_totals(void **state)
{
    struct yk_realised r[SIGNED + 2];
    (void)state;
    for (size_t i = 0; i < SIGNED; i++) {
        r[i].mean = 1000 + 100 * (double)i;
        r[i].litres = r[i].mean * (.8 + .01 * (double)(i % 5));
    }
    r[SIGNED] = (struct yk_realised){.litres = 900, .mean = 0};
    r[SIGNED + 1] = (struct yk_realised){.litres = NAN, .mean = 500};
    struct yk_total_ratio all = yk_total_ratio(r, SIGNED + 2);
    near_to(all.ratio, 0.8208163265306122, "ratio");
    near_to(all.sd / 0.0027762061570667886, 1, "standard error");
    assert_int_equal(all.clients, SIGNED);
    all = yk_total_ratio(r, SIGNED - 1);
    near_to(all.ratio, 1, "too few");
    assert_true(isnan(all.sd));
    assert_int_equal(all.clients, SIGNED - 1);
}

enum { KNOWN = 6, CLIENTS = KNOWN + 4 };

/* The six of the published factor; their shares are as told, one buys four fifths from us. Then one
 * that buys half, a new one, a silent one, one without cards: nobody knows what they use. */
static void who_is_known_and_what_moves(void **state)
{
    static const double z[KNOWN] = {.5, -1.2, 2, -.1, 1.7, .9};
    struct yk_arena arena = {0};
    struct yk_rules rules = rules_of(&arena);
    struct yk_estimate e[CLIENTS];
    struct yk_prospect p[CLIENTS];
    struct yk_buyer b[CLIENTS];
    struct yk_realised known;
    (void)state;
    for (size_t i = 0; i < CLIENTS; i++) {
        double share = i == 3 ? .8 : i == KNOWN ? .5 : 1;
        e[i] =
            (struct yk_estimate){.log_mean = 8, .log_var = .25, .litres = {2000, 3000, 4500, 3200}};
        e[i].grade[3] = (struct yk_range){100, 200, 400, 220};
        p[i] = (struct yk_prospect){.told_share = share, .own_share = 1};
        b[i] = (struct yk_buyer){.status = YK_SALES_ACTIVE,
                                 .payers = 1,
                                 .months = 12,
                                 .ours_months = 3,
                                 .ours_litres_month = share * exp(8 + .5 * (i < KNOWN ? z[i] : 9))};
    }
    b[1].status = YK_SALES_FALLING;
    b[KNOWN + 1].ours_months = 2;
    b[KNOWN + 2].status = YK_SALES_SILENT;
    b[KNOWN + 3].payers = 0;
    struct yk_derived d = {.estimate = e, .prospect = p, .buyer = b, .count = CLIENTS};
    for (size_t i = 0; i < CLIENTS; i++)
        assert_int_equal(yk_realised_of(&known, &e[i], &p[i], yk_sales_of(b, i), &rules),
                         i < KNOWN);
    yk_recalibrate(&d, &rules);
    double c = 1.1335200945767925;
    near_to(d.recalibration.spread, c, "spread");
    assert_int_equal(d.recalibration.total.clients, KNOWN);
    for (size_t i = 0; i < CLIENTS; i++) {
        near_to(e[i].litres.p90 / (3000 * pow(1.5, c)), 1, "all ranges move");
        near_to(e[i].grade[3].p10 / (200 * pow(.5, c)), 1, "those of grades too");
        near_to(e[i].litres.mean, 3200, "means stay");
    }
    d = (struct yk_derived){.estimate = e, .prospect = p, .count = CLIENTS};
    yk_recalibrate(&d, &rules);
    near_to(d.recalibration.spread, 0, "no card data: nothing is said");
    yk_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_factor),
        cmocka_unit_test(distance_of_an_outcome),
        cmocka_unit_test(only_the_ends_move),
        cmocka_unit_test(ratio_of_totals),
        cmocka_unit_test(who_is_known_and_what_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
