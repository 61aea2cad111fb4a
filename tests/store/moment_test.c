/* moment_test.c - what is said later has a later time, whatever the clock says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../../src/store/moment.h"

static void later_is_later(void **state)
{
    (void)state;
    static const struct {
        const char *what, *last, *now, *want;
    } cases[] = {
        {"nothing before", NULL, "2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z"},
        {"the clock went on", "2026-11-25T08:00:00Z", "2026-11-25T08:00:01Z",
         "2026-11-25T08:00:01Z"},
        {"the clock stands", "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z",
         "2026-11-25T00:00:01Z"},
        {"the clock was set back", "2027-02-28T23:59:59Z", "2026-11-25T08:00:00Z",
         "2027-03-01T00:00:00Z"},
        {"leap day", "2028-02-28T23:59:59Z", "", "2028-02-29T00:00:00Z"},
        {"no time", "", "", "+"},
        {"of an older schema", "2026-11-25T00:00:00Z+000002", "2026-11-25T00:00:00Z",
         "2026-11-25T00:00:00Z+000002+"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_moment got = yk_moment_after(cases[i].last, cases[i].now);
        if (strcmp(got.text, cases[i].want) != 0)
            fail_msg("%s: got %s, want %s", cases[i].what, got.text, cases[i].want);
        assert_true(!cases[i].last || strcmp(got.text, cases[i].last) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(later_is_later)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
