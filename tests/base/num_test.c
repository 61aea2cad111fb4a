/* num_test.c - numbers as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/num.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Expected values: the meaning of the notation; 万 = 10^4, 亿 = 10^8. */
static void understood(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
        double want;
    } cases[] = {
        {"plain", "30", 30},
        {"zero", "0", 0},
        {"zero with decimals", "-0.000", 0},
        {"zeros in front", "007.50", 7.5},
        {"fifteen digits", "1234567890.12345", 1234567890.12345},
        {"sixteen digits", "0.1234567890123456", 0.1234567890123456},
        {"twenty digits", "12345678901234567890", 12345678901234567890.0},
        {"negative zero is zero", "-0", 0},
        {"negative", "-12.5", -12.5},
        {"plus", "+7", 7},
        {"Unicode minus", "−3", -3},
        {"no digit before the point", ".5", .5},
        {"none behind it", "5.", 5},
        {"exponent", "1.5e3", 1500},
        {"full-width", "１２３．５", 123.5},
        {"full-width minus", "－５", -5},
        {"spaces around", "  42\t", 42},
        {"ideographic spaces", "　42　", 42},
        {"direction marks of a phone", "\u202d42\u202c", 42},
        {"commas", "1,234,567", 1234567},
        {"full-width commas", "１，２３４", 1234},
        {"spaces between", "1 234 567", 1234567},
        {"no-break spaces", "1\u00a0234.5", 1234.5},
        {"comma and fraction", "12,345.67", 12345.67},
        {"wan", "1.2万", 12000},
        {"wan behind a space", "1.2 万", 12000},
        {"wan that would round", "4.35万", 43500},
        {"thousand", "3千", 3000},
        {"hundred", "3百", 300},
        {"yi", "0.5亿", 5e7},
        {"thousand wan", "3千万", 3e7},
        {"wan yi", "2万亿", 2e12},
        {"grouped wan", "1,200万", 1.2e7},
        {"leading zeros", "007", 7},
        {"largest", "1.7976931348623157e308", 1.7976931348623157e308},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double got = -99;
        if (yk_num_read(&got, cases[i].text) != YK_NUM_OK || got != cases[i].want ||
            signbit(got) != signbit(cases[i].want))
            fail_msg("%s: \"%s\" gives %.17g", cases[i].word, cases[i].text, got);
    }
}

static void refused(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
        enum yk_num_result want;
    } cases[] = {
        {"about", "约30", YK_NUM_VAGUE},
        {"more", "30多", YK_NUM_VAGUE},
        {"more, with a noun", "30多辆", YK_NUM_VAGUE},
        {"range", "3-5", YK_NUM_VAGUE},
        {"full-width range", "３－５", YK_NUM_VAGUE},
        {"wave", "3~5", YK_NUM_VAGUE},
        {"dao", "3到5", YK_NUM_VAGUE},
        {"Chinese range", "二十至三十", YK_NUM_VAGUE},
        {"some tens", "几十", YK_NUM_VAGUE},
        {"hundreds", "数百", YK_NUM_VAGUE},
        {"zuoyou", "20左右", YK_NUM_VAGUE},
        {"yu", "20余", YK_NUM_VAGUE},
        {"wan and more", "1万多", YK_NUM_VAGUE},
        {"at least", "30以上", YK_NUM_VAGUE},
        {"greater", ">30", YK_NUM_VAGUE},
        {"plus sign behind", "30+", YK_NUM_VAGUE},
        {"English", "about 30", YK_NUM_VAGUE},
        {"empty", "", YK_NUM_BAD},
        {"space", "  ", YK_NUM_BAD},
        {"word", "无", YK_NUM_BAD},
        {"unsure without a number", "大概", YK_NUM_BAD},
        {"unit of another thing", "30辆", YK_NUM_BAD},
        {"date", "2026-03-05", YK_NUM_BAD},
        {"group of two", "1,23", YK_NUM_BAD},
        {"group of four", "1,2345", YK_NUM_BAD},
        {"four before a group", "1234,567", YK_NUM_BAD},
        {"two numbers", "12 34", YK_NUM_BAD},
        {"mixed separators", "1,234 567", YK_NUM_BAD},
        {"two points", "1.2.3", YK_NUM_BAD},
        {"only a sign", "-", YK_NUM_BAD},
        {"only a point", ".", YK_NUM_BAD},
        {"only a unit", "万", YK_NUM_BAD},
        {"empty exponent", "1e", YK_NUM_BAD},
        {"units in the wrong order", "3万千", YK_NUM_BAD},
        {"a unit twice", "3万万", YK_NUM_BAD},
        {"exponent and unit", "1e3万", YK_NUM_BAD},
        {"hexadecimal", "0x10", YK_NUM_BAD},
        {"nan", "nan", YK_NUM_BAD},
        {"inf", "inf", YK_NUM_BAD},
        {"too large", "1e309", YK_NUM_BAD},
        {"broken bytes", "3\xFF", YK_NUM_BAD},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double got = -99;
        if (yk_num_read(&got, cases[i].text) != cases[i].want || got != -99)
            fail_msg("%s: \"%s\"", cases[i].word, cases[i].text);
    }
    char long_text[4001];
    memset(long_text, '9', 4000);
    long_text[4000] = '\0';
    double got;
    assert_int_equal(yk_num_read(&got, long_text), YK_NUM_BAD);
    assert_int_equal(yk_num_read(&got, NULL), YK_NUM_BAD);
}

static void written(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *want;
    } cases[] = {
        {12, "12"},
        {0, "0"},
        {-0.0, "0"},
        {-3, "-3"},
        {.1, "0.1"},
        {.1 + .2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {123456789012345, "123456789012345"},
        {1e20, "1e+20"},
        {36.3071, "36.3071"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {NAN, ""},
        {INFINITY, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char got[32];
        yk_num_write(got, cases[i].value);
        assert_string_equal(got, cases[i].want);
    }
}

/* Whatever is written reads back as the same double. */
static void round_trip(void **state)
{
    (void)state;
    uint64_t bits = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < 20000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        double value, again = 0;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        char text[32];
        yk_num_write(text, value);
        if (yk_num_read(&again, text) != YK_NUM_OK || again != value)
            fail_msg("%s is not %.17g", text, value);
    }
}

/* Numbers of few decimals are written without printf: the same as it writes. */
static void few_decimals(void **state)
{
    (void)state;
    static const double tens[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    uint64_t bits = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < 200000; i++) {
        char got[32], want[32];
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        double value = (double)(int64_t)(bits >> (14 + i % 50)) / tens[bits % COUNT(tens)];
        if (i % 2)
            value = -value;
        snprintf(want, sizeof want, "%.15g", value);
        if (value == 0 || fabs(value) >= 1e15 || strtod(want, NULL) != value)
            continue;
        yk_num_write(got, value);
        assert_string_equal(got, want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(understood), cmocka_unit_test(refused),      cmocka_unit_test(written),
        cmocka_unit_test(round_trip), cmocka_unit_test(few_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
