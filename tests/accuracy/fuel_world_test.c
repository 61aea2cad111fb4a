/* fuel_world_test.c - the invented regions are as they are said to be: shares and spreads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../support/near.h"
#include "fuel_world.h"

enum { REGIONS = 40 };

static struct fuel_world world[FUEL_LAWS][REGIONS];

static int set_up(void **state)
{
    (void)state;
    for (int law = 0; law < FUEL_LAWS; law++)
        for (uint64_t r = 0; r < REGIONS; r++)
            fuel_world_make(&world[law][r], (enum fuel_law)law, r);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (int law = 0; law < FUEL_LAWS; law++)
        for (size_t r = 0; r < REGIONS; r++)
            fuel_world_release(&world[law][r]);
    return 0;
}

/* --- what is true ----------------------------------------------------------------------------- */
struct moments {
    double mean, var;
};

/* Mean and sd of a number over all clients of many regions; NAN: this client does not count. */
typedef double measure(const struct fuel_client *c, const struct yk_answers *a);
static struct moments over_regions(enum fuel_law law, measure *of, size_t *count)
{
    double sum = 0, squares = 0;
    size_t n = 0;

    for (size_t r = 0; r < REGIONS; r++)
        for (size_t i = 0; i < FUEL_CLIENTS; i++) {
            const struct fuel_world *w = &world[law][r];
            double x = of(&w->client[i], &w->t.door[i].answers);
            sum += isnan(x) ? 0 : x;
            squares += isnan(x) ? 0 : x * x;
            n += !isnan(x);
        }
    if (count)
        *count = n;
    sum /= (double)n;
    return (struct moments){sum, squares / (double)n - sum * sum};
}

static double owns(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return c->vehicles >= 1 && c->vehicles == floor(c->vehicles) && c->litres > 0;
}
static double log_size(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return c->category->typical_size >= 100 ? log(c->size / c->category->typical_size) : NAN;
}
static double fleet_ratio(const struct fuel_client *c, const struct yk_answers *a)
{
    double expected = c->category->rate * c->size;
    (void)a;
    return expected >= 8 ? c->vehicles / expected : NAN;
}
static double log_use(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return c->vehicles >= 10 ? log(c->litres / c->vehicles / c->category->litres_per_vehicle) : NAN;
}

static void truths(void **state)
{
    struct moments m;
    (void)state;

    for (int law = 0; law < FUEL_LAWS; law++)
        within(over_regions((enum fuel_law)law, owns, NULL).mean, 1, 1, "owners");
    m = over_regions(FUEL_BASE, log_size, NULL);
    within(m.mean, -.03, .03, "log size about the typical one");
    within(sqrt(m.var), .87, .93, "sd of log size");
    m = over_regions(FUEL_BASE, fleet_ratio, NULL);
    within(m.mean, .92, 1.08, "vehicles as expected");
    /* (1.09)(1.04)(1.0225)(1.5) - 1 = .739, and a little of the counts */
    within(m.var, .60, .95, "their variance");
    m = over_regions(FUEL_BASE, log_use, NULL);
    within(m.mean, -.05, .05, "litres a vehicle");
    /* .0625 + .0225 + .01 + .2025 = .2975, and .25 / vehicles of 10 and more: under .025 */
    within(m.var, .27, .34, "their variance");
    m = over_regions(FUEL_HARD, log_use, NULL);
    within(m.var, .27 + .26, .34 + .50, "HARD: and .36 between categories");
}

/* --- what was told ---------------------------------------------------------------------------- */
static double size_told(const struct fuel_client *c, const struct yk_answers *a)
{
    double x;
    if (!*c->category->size_field)
        return NAN;
    return yk_answer_number(&x, a, c->category->size_field) && x == c->size;
}
static double count_told(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)c;
    return yk_answer_text(a, "vehicle_total") && yk_answer_text(a, "vehicle_source");
}
static double volume_told(const struct fuel_client *c, const struct yk_answers *a)
{
    return yk_answer_text(a, "gas_month") && *c->unit;
}
static double one_unit(const struct fuel_client *c, const struct yk_answers *a)
{
    if (c->told != FUEL_VOLUME)
        return NAN;
    return yk_answer_is(a, "gas_unit", c->unit) && yk_answer_is(a, "diesel_unit", c->unit);
}
static double mistaken(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return c->told == FUEL_VOLUME ? c->mistaken : NAN;
}
static double fills_told(const struct fuel_client *c, const struct yk_answers *a)
{
    return c->told == FUEL_VOLUME ? yk_answer_text(a, "litres_fill") != NULL : NAN;
}

static void shares_told(void **state)
{
    static const struct {
        const char *what;
        measure *of;
        enum fuel_law law;
        double low, high;
    } row[] = {
        {"size", size_told, FUEL_BASE, .68, .72},
        {"count", count_told, FUEL_BASE, .68, .72},
        {"volume", volume_told, FUEL_BASE, .48, .52},
        {"volume", volume_told, FUEL_HARD, .48, .52},
        {"one unit", one_unit, FUEL_BASE, 1, 1},
        {"unit mistakes", mistaken, FUEL_BASE, .08, .10},
        {"unit mistakes", mistaken, FUEL_HARD, .165, .195},
        {"fills", fills_told, FUEL_BASE, .12, .16},
    };
    (void)state;

    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        within(over_regions(row[i].law, row[i].of, NULL).mean, row[i].low, row[i].high,
               row[i].what);
}

static double year_of_litres(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return c->told == FUEL_VOLUME && c->mistaken && *c->unit == 'l' ? c->meant == YK_MEANT_L_YEAR
                                                                    : NAN;
}
static double sum_of_parts(const struct yk_answers *a)
{
    double gas = 0, diesel = 0;
    (void)yk_answer_number(&gas, a, "gas_month");
    (void)yk_answer_number(&diesel, a, "diesel_month");
    return gas + diesel;
}
/* ln of a told year's figure against the truth. */
static double year_against_truth(const struct fuel_client *c, const struct yk_answers *a)
{
    return c->told == FUEL_VOLUME && c->meant == YK_MEANT_L_YEAR ? log(sum_of_parts(a) / c->litres)
                                                                 : NAN;
}
static double vehicle_against_truth(const struct fuel_client *c, const struct yk_answers *a)
{
    return c->told == FUEL_VOLUME && c->meant == YK_MEANT_VEHICLE && *c->unit == 'l'
               ? log(sum_of_parts(a) * c->vehicles / c->litres)
               : NAN;
}
/* 4 t of gasoline are 4000 / .74 litres. */
static double tonnes_against_truth(const struct fuel_client *c, const struct yk_answers *a)
{
    double gas = 0, diesel = 0;
    if (c->told != FUEL_VOLUME || c->meant != YK_MEANT_T_MONTH)
        return NAN;
    (void)yk_answer_number(&gas, a, "gas_month");
    (void)yk_answer_number(&diesel, a, "diesel_month");
    return log((gas * 1000 / .74 + diesel * 1000 / .84) / c->litres);
}

static void meanings(void **state)
{
    size_t n;
    (void)state;

    /* .04 of .14, more where there is one vehicle only: .04 of .12 */
    within(over_regions(FUEL_HARD, year_of_litres, &n).mean, .26, .36, "a year as a month");
    assert_true(n > 500);
    within(over_regions(FUEL_HARD, year_against_truth, &n).mean, log(12) - .15, log(12) + .15,
           "a year is twelve months");
    assert_true(n > 150);
    within(over_regions(FUEL_HARD, vehicle_against_truth, &n).mean, -.3, .3, "of one vehicle");
    assert_true(n > 50);
    within(over_regions(FUEL_BASE, tonnes_against_truth, &n).mean, -.06, .06, "tonnes");
    assert_true(n > 300);
}

/* Significant digits of a number as written. */
static int digits_of(const char *text)
{
    int digits = 0, zeros = 0;

    for (text += strspn(text, "0."); *text; text++)
        if (*text == '0') {
            zeros++;
        } else if (*text != '.') {
            digits += 1 + zeros;
            zeros = 0;
        }
    return digits;
}
static double few_digits(const struct fuel_client *c, const struct yk_answers *a, int most)
{
    double gas;
    if (c->told != FUEL_VOLUME || yk_answer_is(a, "volume_source", "document") ||
        !yk_answer_number(&gas, a, "gas_month") || gas == 0)
        return NAN;
    return digits_of(yk_answer_text(a, "gas_month")) <= most;
}
static double one_digit(const struct fuel_client *c, const struct yk_answers *a)
{
    return few_digits(c, a, 1);
}
static double two_digits(const struct fuel_client *c, const struct yk_answers *a)
{
    return few_digits(c, a, 2);
}
static double three_digits(const struct fuel_client *c, const struct yk_answers *a)
{
    return few_digits(c, a, 3);
}

static void rounding(void **state)
{
    (void)state;
    assert_int_equal(digits_of("400"), 1);
    assert_int_equal(digits_of("0.0507"), 3);
    assert_int_equal(digits_of("1200.5"), 5);
    /* .425, .669 (sources.csv), and every tenth of those kept longer ends in a zero by chance */
    within(over_regions(FUEL_BASE, one_digit, NULL).mean, .42, .48, "one digit");
    within(over_regions(FUEL_BASE, two_digits, NULL).mean, .67, .73, "two digits");
    within(over_regions(FUEL_BASE, three_digits, NULL).mean, 1, 1, "three digits");
}

/* ln of a document's figure against the truth: sd .05, .10 in HARD, nothing rounded. */
static double document(const struct fuel_client *c, const struct yk_answers *a)
{
    return c->told == FUEL_VOLUME && !c->mistaken && *c->unit == 'l' && c->litres > 100 &&
                   yk_answer_is(a, "volume_source", "document")
               ? log(sum_of_parts(a) / c->litres)
               : NAN;
}
/* Those who count in the yard see 70 % (source_priors.csv). */
static double yard(const struct fuel_client *c, const struct yk_answers *a)
{
    double n;
    return c->vehicles >= 20 && yk_answer_is(a, "vehicle_source", "counted") &&
                   yk_answer_number(&n, a, "vehicle_total")
               ? log(n / c->vehicles)
               : NAN;
}
static double refusal(const struct fuel_client *c, const struct yk_answers *a)
{
    (void)a;
    return log(c->litres) * (c->told == FUEL_VOLUME ? 1 : -1);
}

static void sources_and_refusal(void **state)
{
    struct moments m;
    (void)state;

    m = over_regions(FUEL_BASE, document, NULL);
    within(m.mean, -.005, .005, "documents");
    within(sqrt(m.var), .046, .056, "their sd");
    within(sqrt(over_regions(FUEL_HARD, document, NULL).var), .09, .115, "their sd in HARD");
    within(over_regions(FUEL_BASE, yard, NULL).mean, -.357 - .12, -.357 + .12, "seen in the yard");
    /* With as many told as not, this is half the difference of their means. */
    within(over_regions(FUEL_BASE, refusal, NULL).mean, -.8, -.4, "who refuses has more");
}

static void seeds(void **state)
{
    struct fuel_world a, b, c;
    bool differ = false;
    (void)state;

    fuel_world_make(&a, FUEL_HARD, 3);
    fuel_world_make(&b, FUEL_HARD, 3);
    fuel_world_make(&c, FUEL_HARD, 4);
    for (size_t i = 0; i < FUEL_CLIENTS; i++) {
        const struct yk_answers *x = &a.t.door[i].answers, *y = &b.t.door[i].answers;
        assert_true(a.client[i].litres == b.client[i].litres);
        assert_int_equal(x->count, y->count);
        for (size_t k = 0; k < x->count; k++) {
            assert_string_equal(x->answer[k].code, y->answer[k].code);
            assert_string_equal(x->answer[k].text, y->answer[k].text);
        }
        differ = differ || a.client[i].litres != c.client[i].litres;
    }
    assert_true(differ);
    struct yk_rules learning = fuel_world_learning(&a);
    assert_true(yk_rules_spread(&learning, "learn") == 1);
    assert_true(yk_rules_spread(&a.rules, "learn") == 0);
    fuel_world_release(&a);
    fuel_world_release(&b);
    fuel_world_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(truths),
                                       cmocka_unit_test(shares_told),
                                       cmocka_unit_test(meanings),
                                       cmocka_unit_test(rounding),
                                       cmocka_unit_test(sources_and_refusal),
                                       cmocka_unit_test(seeds)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
