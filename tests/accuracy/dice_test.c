/* dice_test.c - the dice of the tests fall as their laws say. Moments are the textbook's; tails
 * from the printed tables of the normal and of Student's law. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/dice.h"
#include "../support/near.h"

enum { DRAWS = 100000 };

static void bits_of_splitmix64(void **state)
{
    struct dice d = {1234567}; /* the published sequence of this seed */
    (void)state;

    assert_true(dice_bits(&d) == 6457827717110365317u);
    assert_true(dice_bits(&d) == 3203168211198807973u);
    assert_true(dice_bits(&d) == 9817491932198370423u);
}

struct moments {
    double mean, var;
};
static struct moments of_draws(double (*draw)(struct dice *d))
{
    struct dice d = {11};
    double sum = 0, squares = 0;

    for (int i = 0; i < DRAWS; i++) {
        double x = draw(&d);
        sum += x;
        squares += x * x;
    }
    sum /= DRAWS;
    return (struct moments){sum, squares / DRAWS - sum * sum};
}
static double gamma_2(struct dice *d)
{
    return dice_gamma(d, 2);
}
static double gamma_half(struct dice *d)
{
    return dice_gamma(d, .5);
}
static double poisson_7(struct dice *d)
{
    return dice_poisson(d, 7);
}
static double poisson_1200(struct dice *d)
{
    return dice_poisson(d, 1200);
}
static double count_7_narrow(struct dice *d)
{
    return dice_count(d, 7, .2);
}
static double count_7_wide(struct dice *d)
{
    return dice_count(d, 7, 3);
}
static double beta_8_2(struct dice *d)
{
    return dice_beta(d, 8, 2);
}
static double beyond_normal(struct dice *d) /* 5 % of a normal law lie beyond 1.96 */
{
    return fabs(dice_normal(d)) > 1.959964;
}
static double beyond_t3(struct dice *d) /* 5 % of Student's t of 3 degrees beyond 3.182 */
{
    return fabs(dice_t3(d)) * sqrt(3) > 3.182446;
}

static void laws(void **state)
{
    static const struct {
        const char *what;
        double (*draw)(struct dice *d);
        double mean, var, tolerance; /* relative */
    } law[] = {
        {"gamma of shape 2", gamma_2, 2, 2, .03},
        {"gamma of shape .5", gamma_half, .5, .5, .04},
        {"Poisson of 7", poisson_7, 7, 7, .02},
        {"Poisson of 1200", poisson_1200, 1200, 1200, .02},
        /* .2 * 7, and .8^2 * .25 * .75 as 8.75 trials are 8 or 9 */
        {"narrow count of 7", count_7_narrow, 7, 1.52, .02},
        {"wide count of 7", count_7_wide, 7, 21, .03},
        {"beta of 8 and 2", beta_8_2, .8, 16. / 1100, .02},
        {"normal", beyond_normal, .05, .0475, .06},
        {"Student's t", beyond_t3, .05, .0475, .06},
    };
    (void)state;

    for (size_t i = 0; i < sizeof law / sizeof *law; i++) {
        struct moments m = of_draws(law[i].draw);
        double t = law[i].tolerance;
        within(m.mean, law[i].mean * (1 - t), law[i].mean * (1 + t), law[i].what);
        within(m.var, law[i].var * (1 - t), law[i].var * (1 + t), law[i].what);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bits_of_splitmix64),
                                       cmocka_unit_test(laws)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
