/* width_test.c - how many columns text takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/text.h"

/* Expected: Unicode 15, EastAsianWidth.txt (W and F: two columns) and DerivedGeneralCategory (Mn,
 * Cf, Cc: none). */
static void widths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int want;
    } cases[] = {
        {"", 0},        {"abc", 3},    {"加油站", 6}, {"Ａ１", 4},     {"，。", 4}, {"é", 1},
        {"e\u0301", 1}, {"\u200b", 0}, {"한글", 4},   {"ﾊﾝ", 2},       {"𠀀", 2},   {"😀", 2},
        {"\u3000", 2},  {"a\tb", 2},   {"かな", 4},   {"\ufeff甲", 2}, {"￥", 2},   {"Ω", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (yk_text_width(cases[i].text) != cases[i].want)
            fail_msg("\"%s\": %d", cases[i].text, yk_text_width(cases[i].text));
}

static void cuts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
        const char *want;
    } cases[] = {
        {"加油站", 6, "加油站"}, {"加油站", 5, "加油…"}, {"加油站", 4, "加…"}, {"加油站", 1, "…"},
        {"加油站", 0, ""},       {"abcdef", 4, "abc…"},  {"abc", 3, "abc"},    {"", 0, ""},
        {"加a油", 4, "加a…"},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(yk_text_cut(&a, cases[i].text, cases[i].columns), cases[i].want);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(cuts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
