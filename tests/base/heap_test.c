/* heap_test.c - arrays and text that grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "youka/base/arena.h"

static void arrays_grow_zeroed(void **state)
{
    (void)state;
    int *items = NULL;
    size_t room = 0;
    for (size_t n = 1; n < 5000; n++) {
        items = yk_grow(items, &room, n, sizeof *items);
        assert_true(room >= n);
        assert_int_equal(items[n - 1], 0);
        items[n - 1] = (int)n;
    }
    for (size_t n = 1; n < 5000; n++)
        assert_int_equal(items[n - 1], n);
    assert_true(room < 20000);
    free(items);
}

static void buffer(void **state)
{
    (void)state;
    struct yk_buf b = {0};
    yk_buf_puts(&b, "一");
    yk_buf_add(&b, "two three", 3);
    yk_buf_printf(&b, "%d%s", 3, "");
    assert_string_equal(b.text, "一two3");
    assert_int_equal(b.len, 7);
    yk_buf_clear(&b);
    assert_string_equal(b.text, "");
    for (int i = 0; i < 10000; i++)
        yk_buf_printf(&b, "%05d", i);
    assert_int_equal(b.len, 50000);
    assert_memory_equal(b.text + 5 * 1234, "01234", 5);
    assert_int_equal(strlen(b.text), 50000);
    yk_buf_release(&b);
    assert_null(b.text);
    yk_buf_add(&b, NULL, 0);
    assert_string_equal(b.text, "");
    yk_buf_release(&b);
}

static void copies(void **state)
{
    (void)state;
    char *s = yk_strdup("油");
    assert_string_equal(s, "油");
    free(s);
    unsigned char *p = yk_alloc(100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(p[i], 0);
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_grow_zeroed),
        cmocka_unit_test(buffer),
        cmocka_unit_test(copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
