/* map_test.c - from text to a number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "youka/base/map.h"

static void few(void **state)
{
    (void)state;
    struct yk_map m = {0};
    size_t got = 77;
    assert_false(yk_map_find(&m, "a", &got));
    assert_int_equal(got, 77);
    assert_true(yk_map_add(&m, "a", 1));
    assert_false(yk_map_add(&m, "a", 2));
    assert_true(yk_map_find(&m, "a", &got));
    assert_int_equal(got, 1);
    yk_map_put(&m, "a", 3);
    yk_map_put(&m, "", 0);
    assert_true(yk_map_find(&m, "a", &got));
    assert_int_equal(got, 3);
    assert_true(yk_map_find(&m, "", NULL));
    assert_false(yk_map_find(&m, "b", &got));
    assert_int_equal(m.count, 2);
    yk_map_release(&m);
    assert_int_equal(m.count, 0);
}

/* Keys equal in content, not in address. */
static void many(void **state)
{
    (void)state;
    enum { KEYS = 50000 };
    static char key[KEYS][12];
    struct yk_map m = {0};
    for (size_t i = 0; i < KEYS; i++) {
        snprintf(key[i], sizeof key[i], "客户%zu", i);
        assert_true(yk_map_add(&m, key[i], i));
    }
    assert_int_equal(m.count, KEYS);
    for (size_t i = 0; i < KEYS; i++) {
        char again[12];
        size_t got = KEYS;
        snprintf(again, sizeof again, "客户%zu", i);
        assert_true(yk_map_find(&m, again, &got));
        assert_int_equal(got, i);
    }
    assert_false(yk_map_find(&m, "客户50000", NULL));
    yk_map_release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few),
        cmocka_unit_test(many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
