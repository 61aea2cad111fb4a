/* knapsack_test.c - the exact choice, against trying every choice there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/knapsack.h"

static uint64_t state;
static int below(int n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (int)((state >> 33) % (uint64_t)n);
}

/* The example of the textbooks: the two heavier items, 220. */
static void textbook(void **unused)
{
    struct yk_item item[] = {{.value = 60, .slots = 1, .chosen = true},
                             {.value = 100, .slots = 2},
                             {.value = 120, .slots = 3}};
    struct yk_packed got = yk_knapsack(item, 3, 5);
    (void)unused;
    assert_true(got.value == 220);
    assert_int_equal(got.slots, 5);
    assert_false(got.over);
    assert_false(item[0].chosen);
    assert_true(item[1].chosen && item[2].chosen);
}

/* Value of the best choice, with the forced ones in it; each subset tried. Values are whole
 * numbers, so that sums are exact in any order. */
static double best_of_all(const struct yk_item *item, int count, int capacity)
{
    double best = -INFINITY;

    for (unsigned set = 0; set < 1u << count; set++) {
        double value = 0;
        int slots = 0;
        bool holds_forced = true;
        for (int i = 0; i < count; i++) {
            bool in = set >> i & 1;
            holds_forced = holds_forced && (in || !item[i].forced);
            value += in ? item[i].value : 0;
            slots += in ? item[i].slots : 0;
        }
        if (holds_forced && slots <= capacity && value > best)
            best = value;
    }
    return best;
}

static void as_good_as_trying_all(void **unused)
{
    enum { MOST = 12, CASES = 1000 };
    size_t over = 0;
    (void)unused;
    state = 1;
    for (int c = 0; c < CASES; c++) {
        struct yk_item item[MOST];
        int count = below(MOST + 1), capacity = below(25), forced = 0, slots = 0;
        double value = 0;
        for (int i = 0; i < count; i++) {
            item[i] = (struct yk_item){
                .value = below(40) - 4, .slots = below(9), .forced = below(8) == 0};
            forced += item[i].forced ? item[i].slots : 0;
        }
        struct yk_packed got = yk_knapsack(item, (size_t)count, (size_t)capacity);
        for (int i = 0; i < count; i++) {
            value += item[i].chosen ? item[i].value : 0;
            slots += item[i].chosen ? item[i].slots : 0;
            assert_true(item[i].chosen || !item[i].forced);
            assert_true(item[i].chosen == item[i].forced || !got.over);
        }
        assert_true(got.value == value);
        assert_int_equal(got.slots, slots);
        assert_int_equal(got.over, forced > capacity);
        over += got.over;
        if (!got.over && (slots > capacity || value != best_of_all(item, count, capacity)))
            fail_msg("case %d: %g in %d of %d slots, best %g", c, value, slots, capacity,
                     best_of_all(item, count, capacity));
    }
    assert_true(over > 10);
}

static void the_earlier_of_equals(void **unused)
{
    struct yk_item item[6];
    (void)unused;
    for (size_t i = 0; i < 6; i++)
        item[i] = (struct yk_item){.value = 5, .slots = 3};
    yk_knapsack(item, 6, 10);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(item[i].chosen, i < 3);
    /* one of two slots or two of one: as good; the first item counts */
    struct yk_item pair[] = {
        {.value = 2, .slots = 2}, {.value = 1, .slots = 1}, {.value = 1, .slots = 1}};
    yk_knapsack(pair, 3, 2);
    assert_true(pair[0].chosen && !pair[1].chosen && !pair[2].chosen);
}

static void forced_beyond_the_capacity(void **unused)
{
    struct yk_item item[] = {{.value = -9, .slots = 3, .forced = true},
                             {.value = 99, .slots = 0},
                             {.value = 1, .slots = 2, .forced = true}};
    struct yk_packed got = yk_knapsack(item, 3, 4);
    (void)unused;
    assert_true(got.over);
    assert_int_equal(got.slots, 5);
    assert_true(got.value == -8);
    assert_true(item[0].chosen && !item[1].chosen && item[2].chosen);
    got = yk_knapsack(item, 3, 5);
    assert_false(got.over);
    assert_true(item[1].chosen);
}

static void nothing_to_choose(void **unused)
{
    struct yk_item item[] = {{.value = 3, .slots = 1}, {.value = 0, .slots = 0}};
    (void)unused;
    assert_int_equal(yk_knapsack(NULL, 0, 9).slots, 0);
    assert_int_equal(yk_knapsack(item, 2, 0).slots, 0);
    assert_false(item[0].chosen || item[1].chosen);
}

/* A country's worst week: 2,000 hours' slots, 5,000 visits; the best is known by hand: equal
 * weights, so the dearest 666. */
static void a_large_one(void **unused)
{
    enum { MANY = 5000 };
    struct yk_item *item = calloc(MANY, sizeof *item);
    (void)unused;
    assert_non_null(item);
    for (size_t i = 0; i < MANY; i++)
        item[i] = (struct yk_item){.value = (double)(i * 7919 % MANY) + 1, .slots = 3};
    struct yk_packed got = yk_knapsack(item, MANY, 2000);
    assert_int_equal(got.slots, 1998);
    assert_true(got.value == (5000.0 + 4335) * 666 / 2);
    free(item);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(textbook),
        cmocka_unit_test(as_good_as_trying_all),
        cmocka_unit_test(the_earlier_of_equals),
        cmocka_unit_test(forced_beyond_the_capacity),
        cmocka_unit_test(nothing_to_choose),
        cmocka_unit_test(a_large_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
