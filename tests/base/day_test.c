/* day_test.c - a calendar day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/day.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Day numbers: GNU date, `date -u -d 2026-03-05 +%s` / 86400. */
static void numbers(void **state)
{
    (void)state;
    static const struct {
        int year, month, mday;
        yk_day want;
        int weekday;
    } cases[] = {
        {1970, 1, 1, 0, 4},     {1969, 12, 31, -1, 3},    {2000, 2, 29, 11016, 2},
        {2026, 3, 5, 20517, 4}, {1900, 1, 1, -25567, 1},  {2199, 12, 31, 84005, 2},
        {2100, 3, 1, 47541, 1}, {2024, 12, 31, 20088, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        yk_day day = yk_day_of(cases[i].year, cases[i].month, cases[i].mday);
        assert_int_equal(day, cases[i].want);
        assert_int_equal(yk_day_weekday(day), cases[i].weekday);
    }
    assert_int_equal(yk_day_of(2026, 2, 29), YK_DAY_NONE);
    assert_int_equal(yk_day_of(1900, 2, 29), YK_DAY_NONE);
    assert_int_equal(yk_day_of(2026, 13, 1), YK_DAY_NONE);
    assert_int_equal(yk_day_of(2026, 0, 1), YK_DAY_NONE);
    assert_int_equal(yk_day_of(2026, 4, 31), YK_DAY_NONE);
    assert_int_equal(yk_day_of(2026, 4, 0), YK_DAY_NONE);
}

static void every_day_comes_back(void **state)
{
    (void)state;
    for (yk_day day = yk_day_of(1900, 1, 1); day <= yk_day_of(2199, 12, 31); day++) {
        int year, month, mday;
        char text[11];
        yk_day again;
        yk_day_parts(day, &year, &month, &mday);
        assert_int_equal(yk_day_of(year, month, mday), day);
        yk_day_write(text, day);
        assert_true(yk_day_read(&again, text));
        assert_int_equal(again, day);
        assert_int_equal(yk_day_weekday(day + 1), yk_day_weekday(day) % 7 + 1);
    }
    char none[11] = "x";
    yk_day_write(none, YK_DAY_NONE);
    assert_string_equal(none, "");
}

static void read(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *want;
    } cases[] = {
        {"ISO", "2026-03-05", "2026-03-05"},
        {"slashes", "2026/3/5", "2026-03-05"},
        {"points", "2026.3.5", "2026-03-05"},
        {"Chinese", "2026年3月5日", "2026-03-05"},
        {"Chinese, spoken", "2026年3月5号", "2026-03-05"},
        {"Chinese, no last word", "2026年12月31", "2026-12-31"},
        {"Chinese with spaces", "2026 年 3 月 5 日", "2026-03-05"},
        {"digits", "20260305", "2026-03-05"},
        {"full-width", "２０２６－０３－０５", "2026-03-05"},
        {"full-width Chinese", "　２０２６年３月５日 ", "2026-03-05"},
        {"ISO time", "2026-03-05T23:59:59.000+08:00", "2026-03-05"},
        {"UTC time", "2026-03-05T23:59:59Z", "2026-03-05"},
        {"Excel time", "2026/3/5 0:00", "2026-03-05"},
        {"Chinese half day", "2026/3/5 上午 9:05", "2026-03-05"},
        {"Excel serial", "46086", "2026-03-05"}, /* Excel: =DATEVALUE("2026-03-05") */
        {"Excel serial with time", "46086.5", "2026-03-05"},
        {"Excel serial, least", "20000", "1954-10-03"},
        {"leap day", "2024-02-29", "2024-02-29"},
        {"empty", "", NULL},
        {"spaces", "  ", NULL},
        {"no leap day", "2026-02-29", NULL},
        {"month 13", "2026-13-01", NULL},
        {"day first", "05/03/2026", NULL},
        {"two-digit year", "26-03-05", NULL},
        {"mixed marks", "2026-03/05", NULL},
        {"only a month", "2026-03", NULL},
        {"a year", "2026", NULL},
        {"serial too small", "19999", NULL},
        {"serial too large", "80001", NULL},
        {"words behind", "2026-03-05左右", NULL},
        {"digits behind", "2026-03-051", NULL},
        {"year too early", "1899-12-31", NULL},
        {"year too late", "22000101", NULL},
        {"phone number", "13800138000", NULL},
        {"negative", "-46086", NULL},
        {"very long", "2026-03-05 00:00:00.000000000000000000000000000000000000000000", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        yk_day day = 7;
        char got[11] = "";
        if (yk_day_read(&day, cases[i].text))
            yk_day_write(got, day);
        else if (day != 7)
            fail_msg("%s: written on failure", cases[i].word);
        if (strcmp(got, cases[i].want ? cases[i].want : "") != 0)
            fail_msg("%s: \"%s\" gives \"%s\"", cases[i].word, cases[i].text, got);
    }
    yk_day day;
    assert_false(yk_day_read(&day, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
