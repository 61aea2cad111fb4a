/* watch_test.c - how a long job tells how far it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/watch.h"

struct heard {
    uint64_t done, total;
    const char *what, *sentence;
};

static void hear_progress(void *who, const char *what, uint64_t done, uint64_t total)
{
    struct heard *h = who;
    h->what = what;
    h->done = done;
    h->total = total;
}

static void hear_notice(void *who, const char *sentence)
{
    ((struct heard *)who)->sentence = sentence;
}

static void passed_on(void **state)
{
    (void)state;
    struct heard h = {0};
    struct yk_watch w = {.progress = hear_progress, .notice = hear_notice, .who = &h};
    yk_progress(&w, "rows", 3, 9);
    yk_notice(&w, "sentence");
    assert_string_equal(h.what, "rows");
    assert_int_equal(h.done, 3);
    assert_int_equal(h.total, 9);
    assert_string_equal(h.sentence, "sentence");
}

static void nobody_listens(void **state)
{
    (void)state;
    struct yk_watch deaf = {0};
    yk_progress(NULL, "rows", 1, 2);
    yk_notice(NULL, "x");
    yk_progress(&deaf, "rows", 1, 2);
    yk_notice(&deaf, "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passed_on),
        cmocka_unit_test(nobody_listens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
