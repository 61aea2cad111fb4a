/* hash_test.c - names that follow from content. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/hash.h"

/* Expected: GNU coreutils, `b2sum -l 128`. */
static void as_b2sum(void **state)
{
    (void)state;
    struct yk_hash h;
    yk_hash_begin(&h);
    assert_string_equal(yk_hash_end(&h).text, "cae66941d9efbd404e4d88758ea67670");
    yk_hash_begin(&h);
    yk_hash_bytes(&h, "a", 1);
    yk_hash_bytes(&h, NULL, 0);
    yk_hash_bytes(&h, "bc", 2);
    assert_string_equal(yk_hash_end(&h).text, "cf4ab791c62b8d2b2109c90275287816");
    yk_hash_begin(&h); /* printf 'ab\0c\0' */
    yk_hash_text(&h, "ab");
    yk_hash_text(&h, "c");
    assert_string_equal(yk_hash_end(&h).text, "7b6f2bde11e2d1efa0012bb51d07b455");
}

static void texts_do_not_run_together(void **state)
{
    (void)state;
    struct yk_hash one, two;
    yk_hash_begin(&one);
    yk_hash_text(&one, "ab");
    yk_hash_text(&one, "c");
    yk_hash_begin(&two);
    yk_hash_text(&two, "a");
    yk_hash_text(&two, "bc");
    assert_string_not_equal(yk_hash_end(&one).text, yk_hash_end(&two).text);
}

/* Expected: Python's hashlib.blake2b(b"13812345678", digest_size=16, key=bytes(range(16))). */
static void as_keyed_blake2b(void **state)
{
    (void)state;
    unsigned char key[YK_HASH_KEY], other[YK_HASH_KEY];
    struct yk_hash h;
    for (unsigned char i = 0; i < YK_HASH_KEY; i++)
        key[i] = i;
    yk_hash_key(&h, key);
    yk_hash_bytes(&h, "13812345678", 11);
    assert_string_equal(yk_hash_end(&h).text, "71a2d1bcc11379e2519b26a29adf4a67");
    yk_hash_new_key(key);
    yk_hash_new_key(other);
    assert_memory_not_equal(key, other, sizeof key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_b2sum),
        cmocka_unit_test(as_keyed_blake2b),
        cmocka_unit_test(texts_do_not_run_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
