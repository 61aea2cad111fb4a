/* fuel_score_test.c - coverage, pinball loss, error and litres caught, worked by hand in each
 * comment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/dice.h"
#include "../support/near.h"
#include "fuel_score.h"

static void loss_of_one_quantile(void **state)
{
    (void)state;
    near_to(fuel_pinball(.1, 1, 2), .1, "truth over the quantile: .1 (2 - 1)");
    near_to(fuel_pinball(.1, 2, 1), .9, "truth under it: .9 (2 - 1)");
    near_to(fuel_pinball(.5, 1, 4), 1.5, ".5 (4 - 1)");
    near_to(fuel_pinball(.9, 3, 3), 0, "met");
}

static void two_clients(void **state)
{
    /* Logs: p10 1, p50 2.5, p90 3; truths 2 and 4.
     * Client 1: .1 * 1, .5 * .5, .1 * 1: mean .15. Client 2: .1 * 3, .5 * 1.5, .9 * 1: mean .65.
     * Root of ((.5^2 + 1.5^2) / 2) = root of 1.25. */
    const struct yk_range each = {exp(1), exp(2.5), exp(3), exp(2.6)};
    const struct yk_range guess[2] = {each, each};
    const double truth[2] = {exp(2), exp(4)};
    const int kind[2] = {2, 0};
    struct fuel_score s;
    (void)state;

    fuel_score_of(&s, guess, truth, kind, 2);
    near_to(s.covered, .5, "covered");
    near_to(s.pinball, .4, "pinball");
    near_to(s.rmse, 1.1180339887498949, "rmse");
    near_to(s.kind_covered[2], 1, "kind of the first");
    near_to(s.kind_covered[0], 0, "kind of the second");
    assert_int_equal(s.kind_count[2], 1);
    assert_int_equal(s.kind_count[1], 0);
}

static void ends_are_covered(void **state)
{
    const struct yk_range guess[2] = {{10, 20, 30, 21}, {10, 20, 30, 21}};
    const double truth[2] = {10, 30};
    struct fuel_score s;
    (void)state;

    fuel_score_of(&s, guess, truth, NULL, 2);
    near_to(s.covered, 1, "p10 and p90 themselves");
}

static void litres_caught(void **state)
{
    /* A fifth of ten is two. By mean: the clients of 50 and 100 litres; truly: 200 and 100. */
    const double truth[10] = {200, 100, 50, 1, 2, 3, 4, 5, 6, 7};
    const double mean[10] = {10, 300, 400, 1, 1, 1, 1, 1, 1, 1};
    struct yk_range guess[10];
    struct fuel_score s;
    (void)state;

    for (size_t i = 0; i < 10; i++)
        guess[i] = (struct yk_range){1, 1, 1, mean[i]};
    fuel_score_of(&s, guess, truth, NULL, 10);
    near_to(s.caught, 150. / 300, "caught");
}

static void a_normal_law_that_is_right(void **state)
{
    /* The expected loss of quantile q is the density there: .39894 at .5, .17550 at .1 and .9
     * (tables of the normal law), together .24998; coverage .8 and error 1 by definition. */
    enum { DRAWS = 200000 };
    struct dice d = {5};
    static struct yk_range guess[DRAWS];
    static double truth[DRAWS];
    struct fuel_score s;
    (void)state;

    for (size_t i = 0; i < DRAWS; i++) {
        guess[i] = (struct yk_range){exp(-1.2815515655446004), 1, exp(1.2815515655446004), 2};
        truth[i] = exp(dice_normal(&d));
    }
    fuel_score_of(&s, guess, truth, NULL, DRAWS);
    assert_true(fabs(s.pinball - .24998) < .002);
    assert_true(fabs(s.covered - .8) < .004);
    assert_true(fabs(s.rmse - 1) < .008);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loss_of_one_quantile), cmocka_unit_test(two_clients),
        cmocka_unit_test(ends_are_covered), cmocka_unit_test(litres_caught),
        cmocka_unit_test(a_normal_law_that_is_right)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
