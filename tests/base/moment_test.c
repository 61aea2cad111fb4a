/* moment_test.c - times of phones and servers, by GNU date: date -u -d TEXT +%s. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/base/moment.h"

static void reads_and_writes(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
        const char *utc;
    } row[] = {
        {"1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"},
        {"2026-03-05T10:09:00.000+08:00", 1772676540, "2026-03-05T02:09:00Z"},
        {"2026-03-05 02:09:00", 1772676540, "2026-03-05T02:09:00Z"},
        {"2025-12-31T20:30:00-0430", 1767229200, "2026-01-01T01:00:00Z"},
        {"1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        int64_t got;
        char utc[32];
        if (!yk_moment_read(&got, row[i].text) || got != row[i].seconds)
            fail_msg("%s", row[i].text);
        yk_moment_write(utc, got);
        assert_string_equal(utc, row[i].utc);
    }
}

static void refuses(void **state)
{
    static const char *const row[] = {"", "noon", "2026-03-05", "2026-02-30T10:00:00Z",
                                      "2026-03-05T10:09"};
    int64_t got;
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (yk_moment_read(&got, row[i]))
            fail_msg("%s", row[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_and_writes),
                                       cmocka_unit_test(refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
