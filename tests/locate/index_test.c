/* index_test.c - lists by key keep their order, each value once, and grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/locate/index.h"

static void as_added(void **state)
{
    (void)state;
    struct index x = {0};
    assert_int_equal(index_find(&x, 7).n, 0);
    index_add(&x, 7, 3);
    index_add(&x, 7, 3);
    index_add(&x, 0, 4); /* no key is special */
    index_add(&x, 7, 1);
    index_lay(&x);
    struct list list = index_find(&x, 7);
    assert_int_equal(list.n, 2);
    assert_int_equal(list.at[0], 3);
    assert_int_equal(list.at[1], 1);
    assert_int_equal(index_find(&x, 0).n, 1);
    assert_int_equal(index_find(&x, 8).n, 0);
    index_add(&x, 8, 5); /* not before it is laid out again */
    assert_int_equal(index_find(&x, 8).n, 0);
    index_lay(&x);
    assert_int_equal(index_find(&x, 8).n, 1);
    assert_int_equal(index_find(&x, 7).n, 2);
    index_release(&x);
}

static void by_an_order(void **state)
{
    (void)state;
    enum { VALUES = 5, KEYS = 3000 };
    static const uint32_t order[VALUES] = {4, 1, 0, 2, 3};
    struct index x = {0};
    for (uint32_t v = 0; v < VALUES; v++)
        for (uint64_t key = 1; key <= KEYS && v != 2; key++) /* 2 has none */
            index_add(&x, key * 1000003, v);
    index_lay_by(&x, order, VALUES);
    for (uint64_t key = 1; key <= KEYS; key++) {
        static const uint32_t want[] = {4, 1, 0, 3};
        struct list list = index_find(&x, key * 1000003);
        assert_int_equal(list.n, 4);
        assert_memory_equal(list.at, want, sizeof want);
    }
    index_release(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_added), cmocka_unit_test(by_an_order)};
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
