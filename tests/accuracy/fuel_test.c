/* fuel_test.c - litres are estimated as well as estimation.md §11 asks, over twenty fresh regions
 * of both worlds. The bounds are its acceptance; `make accuracy` prints the figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fuel_table.h"

enum { REGIONS = 20, BETTER = 18 };

static struct fuel_table table[FUEL_LAWS];

static int set_up(void **state)
{
    (void)state;
    for (int law = 0; law < FUEL_LAWS; law++)
        fuel_table_make(&table[law], (enum fuel_law)law, FUEL_REPAIR_FAR, REGIONS, FUEL_FIRST_SEED);
    return 0;
}

static void covers(enum fuel_law law, int method, double low, double high)
{
    double got = table[law].mean[method].covered;

    if (!(got >= low && got <= high))
        fail_msg("%s, %s: the 80 %% interval covers %.3f, not %.2f to %.2f", fuel_law_name[law],
                 fuel_method_name[method], got, low, high);
}

static void coverage_of_base(void **state)
{
    (void)state;
    covers(FUEL_BASE, FUEL_DEFAULTS, .76, .85);
    covers(FUEL_BASE, FUEL_LEARNT, .76, .85);
}

static void coverage_of_hard(void **state)
{
    (void)state;
    covers(FUEL_HARD, FUEL_DEFAULTS, .68, 1);
    covers(FUEL_HARD, FUEL_LEARNT, .70, 1);
}

static void better_than_ridge(void **state)
{
    (void)state;
    for (int law = 0; law < FUEL_LAWS; law++)
        for (int m = 0; m < FUEL_OURS; m++)
            if (table[law].better[m] < BETTER)
                fail_msg("%s, %s: pinball loss below the ridge's in %zu of %zu regions, not %d",
                         fuel_law_name[law], fuel_method_name[m], table[law].better[m],
                         table[law].regions, (int)BETTER);
}

/* A rival that is worth beating: near what §11 says of it. */
static void the_rivals_are_no_straw_men(void **state)
{
    static const struct {
        enum fuel_law law;
        int rival;
        double covered, pinball; /* §11 */
    } row[] = {
        {FUEL_BASE, FUEL_RIDGE, .762, .215}, {FUEL_BASE, FUEL_RATIO, .757, .250},
        {FUEL_BASE, FUEL_MEAN, .731, .280},  {FUEL_HARD, FUEL_RIDGE, .668, .280},
        {FUEL_HARD, FUEL_MEAN, .656, .323},
    };
    (void)state;

    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const struct fuel_score *s = &table[row[i].law].mean[FUEL_OURS + row[i].rival];
        assert_true(fabs(s->covered - row[i].covered) < .07);
        assert_true(s->pinball < 1.17 * row[i].pinball);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coverage_of_base), cmocka_unit_test(coverage_of_hard),
        cmocka_unit_test(better_than_ridge), cmocka_unit_test(the_rivals_are_no_straw_men)};
    return cmocka_run_group_tests(tests, set_up, NULL);
}
