/* text_test.c - UTF-8 as people type it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "youka/base/text.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Unicode 15, chapter 3, table 3-7: what is well formed, and what is not. */
static void code_points(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        uint32_t want;
        size_t moved;
    } cases[] = {
        {"a", 'a', 1},
        {"\xC2\x80", 0x80, 2},
        {"\xE6\xB2\xB9", 0x6CB9, 3},
        {"\xED\x9F\xBF", 0xD7FF, 3},
        {"\xF0\xA0\x80\x80", 0x20000, 4},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
        {"\xC1\xBF", 0xFFFD, 1},         /* overlong */
        {"\xE0\x9F\xBF", 0xFFFD, 1},     /* overlong */
        {"\xF0\x8F\xBF\xBF", 0xFFFD, 1}, /* overlong */
        {"\xED\xA0\x80", 0xFFFD, 1},     /* surrogate */
        {"\xF4\x90\x80\x80", 0xFFFD, 1}, /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", 0xFFFD, 1},
        {"\xE6\xB2", 0xFFFD, 1}, /* cut */
        {"\xF0\xA0\x80", 0xFFFD, 1},
        {"\x80", 0xFFFD, 1},
        {"\xFF", 0xFFFD, 1},
        {"", 0, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *s = cases[i].bytes;
        uint32_t got = yk_utf8_next(&s);
        if (got != cases[i].want || (size_t)(s - cases[i].bytes) != cases[i].moved)
            fail_msg("case %zu: U+%04X after %zu bytes", i, got, (size_t)(s - cases[i].bytes));
    }
    assert_int_equal(yk_utf8_count("加油站 A"), 5);
}

/* Every code point comes back from what was written for it. */
static void put_and_next(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp <= 0x10FFFF; cp += cp < 0x3000 ? 1 : 37) {
        char bytes[5] = {0};
        size_t n = yk_utf8_put(bytes, cp);
        const char *s = bytes;
        uint32_t want = cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp;
        assert_int_equal(yk_utf8_next(&s), want);
        assert_int_equal(s - bytes, n);
    }
}

typedef char *change(struct yk_arena *, const char *);

static void changes(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        change *call;
        const char *text, *want;
    } cases[] = {
        {"trim spaces", yk_text_trim, " \t中 石 化\r\n", "中 石 化"},
        {"trim wide spaces", yk_text_trim, "　\u00a0甲\ufeff\u200b", "甲"},
        {"trim marks of a phone", yk_text_trim, "\u202d13800138000\u202c", "13800138000"},
        {"trim nothing", yk_text_trim, "", ""},
        {"trim all", yk_text_trim, " 　 ", ""},
        {"trim NULL", yk_text_trim, NULL, ""},
        {"narrow", yk_text_narrow, "　ＡＢＣ－１２３！（甲）　", "ABC-123!(甲)"},
        {"narrow inner space", yk_text_narrow, "甲　乙", "甲 乙"},
        {"narrow leaves the rest", yk_text_narrow, "￥。、「」", "￥。、「」"},
        {"narrow broken", yk_text_narrow, "\xFF\xFE", "\uFFFD\uFFFD"},
        {"key", yk_text_key, " Client　Name（全 称）", "clientname(全称)"},
        {"key full-width", yk_text_key, "ＯＤＫ", "odk"},
        {"clean control", yk_text_clean, "a\x01\x1F\tb\n", "a\tb\n"},
        {"clean broken", yk_text_clean, "a\xC3(", "a\uFFFD("},
        {"clean noncharacter", yk_text_clean, "a\xEF\xBF\xBE", "a"},
        {"clean all broken", yk_text_clean, "\xFF\xFF\xFF\xFF\xFF\xFF",
         "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"clean NULL", yk_text_clean, NULL, ""},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *got = cases[i].call(&a, cases[i].text);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s: \"%s\"", cases[i].word, got);
    }
    yk_arena_release(&a);
}

static void questions(void **state)
{
    (void)state;
    assert_true(yk_text_blank(NULL));
    assert_true(yk_text_blank(""));
    assert_true(yk_text_blank(" 　\t\n\ufeff"));
    assert_false(yk_text_blank("　0"));
    assert_true(yk_text_same(NULL, NULL));
    assert_false(yk_text_same(NULL, ""));
    assert_true(yk_text_same("油", "油"));
    static const char *const formulas[] = {"=1",  "+86", "-1", "@x", "\t",
                                           "\rx", "＝1", "＋", "－", "＠"};
    for (size_t i = 0; i < COUNT(formulas); i++)
        assert_true(yk_text_formula_like(formulas[i]));
    static const char *const harmless[] = {"", "1", " =1", "'=1", "a=b", "中"};
    for (size_t i = 0; i < COUNT(harmless); i++)
        assert_false(yk_text_formula_like(harmless[i]));
}

/* The classical examples of edit distance; swapping two neighbours counts once. */
static void distance(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int want;
    } cases[] = {
        {"kitten", "sitting", 3}, {"saturday", "sunday", 3},
        {"laod", "load", 1},      {"", "abc", 3},
        {"abc", "", 3},           {"", "", 0},
        {"加油站", "加油", 1},    {"加油站", "加气站", 1},
        {"plan", "plan", 0},      {"ca", "abc", 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(yk_text_distance(cases[i].a, cases[i].b), cases[i].want);
        assert_int_equal(yk_text_distance(cases[i].b, cases[i].a), cases[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points), cmocka_unit_test(put_and_next), cmocka_unit_test(changes),
        cmocka_unit_test(questions),   cmocka_unit_test(distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
