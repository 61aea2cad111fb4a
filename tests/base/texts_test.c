/* texts_test.c - a text that comes again is the one kept before, whatever came meanwhile it is
 * right.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "youka/base/texts.h"

static void what_comes_again_is_kept_once(void **state)
{
    (void)state;
    static const char *const word[] = {"", "1", "category", "柴油", "0123456789abcdef0"};
    struct yk_arena a = {0};
    struct yk_texts t = {.arena = &a};
    for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
        char copy[32];
        snprintf(copy, sizeof copy, "%s,", word[i]); /* not ended where the text ends */
        const char *first = yk_texts_keep(&t, copy, strlen(word[i]));
        assert_string_equal(first, word[i]);
        assert_ptr_not_equal(first, copy);
        assert_ptr_equal(yk_texts_keep(&t, word[i], strlen(word[i])), first);
    }
    yk_texts_release(&t);
    yk_arena_release(&a);
}

/* Far more than there is room for, and long ones. */
static void what_was_forgotten_is_kept_anew(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_texts t = {.arena = &a};
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 30000; i++) {
            char text[120];
            int n = snprintf(text, sizeof text, i % 7 ? "客户%d号" : "%0100d", i);
            assert_string_equal(yk_texts_keep(&t, text, (size_t)n), text);
        }
    yk_texts_release(&t);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_again_is_kept_once),
        cmocka_unit_test(what_was_forgotten_is_kept_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
