/* sniff_test.c - what a file is, judged by its first bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../../src/intake/sniff.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void separators(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
        char want;
        size_t skip;
    } cases[] = {
        {"comma", "a,b,c\n1;2;3\n", ',', 0},
        {"semicolon", "a;b;c\n", ';', 0},
        {"tab", "a\tb\tc\n", '\t', 0},
        {"one column", "name\n", ',', 0},
        {"nothing", "", ',', 0},
        {"commas in quotes", "\"a,b,c\";\"d\"\n", ';', 0},
        {"line end in quotes", "\"a\nb\";c;\"d,e\"\n", ';', 0},
        {"doubled quotes", "\"a\"\",,,b\";c\n", ';', 0},
        {"blank lines first", "\n  \n\t\na;b\n", ';', 0},
        {"most wins", "a,b;c;d\n", ';', 0},
        {"comma in a heading of a tie", "address, street;name\n", ';', 0},
        {"lone CR", "a;b\rc,d,e\r", ';', 0},
        {"told", "sep=;\na,b,c\n", ';', 6},
        {"told, CRLF", "sep=\t\r\na,b\r\n", '\t', 7},
        {"told in capitals", "SEP=,\na;b;c\n", ',', 6},
        {"told, nothing else", "sep=;", ';', 5},
        {"told something else", "sep=x\n", ',', 0},
        {"a heading named so", "sep=;x,y,z\n", ',', 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t skip = 99;
        char got = sniff_separator(cases[i].text, strlen(cases[i].text), &skip);
        if (got != cases[i].want || skip != cases[i].skip)
            fail_msg("%s: '%c' skip %zu", cases[i].word, got, skip);
    }
}

/* GB bytes: GB 2312 code table. */
static void encodings(void **state)
{
    (void)state;
    enum { LATER = -1 };
    static const struct {
        const char *word, *bytes;
        bool last;
        int want;
        size_t ascii;
    } cases[] = {
        {"ASCII", "abcdefgh", false, LATER, 8},
        {"ASCII to the end", "abcdefgh", true, LATER, 8},
        {"UTF-8", "ab加油站", true, YK_ENC_UTF8, 2},
        {"UTF-8, cut by the chunk", "ab加油\xE7\xAB", false, YK_ENC_UTF8, 2},
        {"UTF-8, cut by the end", "ab加油\xE7\xAB", true, YK_ENC_UTF8, 2},
        {"UTF-8, damaged inside", "加油\xFF站点加油", true, YK_ENC_UTF8, 0},
        {"GB", "a,\xBC\xD3\xD3\xCD\xD5\xBE", true, YK_ENC_GB18030, 2},
        {"GB that begins like UTF-8", "\xD2\xBB,\xBC\xD3\xD3\xCD", true, YK_ENC_GB18030, 0},
        {"GB, one character", "abc\xD3\xCD", true, YK_ENC_GB18030, 3},
        {"only a piece of a character", "abc\xE6\xB2", false, LATER, 3},
        {"a piece and no more to come", "abc\xD3", true, YK_ENC_GB18030, 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        enum yk_encoding e;
        size_t ascii = 99;
        bool sure =
            sniff_encoding(&e, &ascii, cases[i].bytes, strlen(cases[i].bytes), cases[i].last);
        int got = sure ? (int)e : LATER;
        if (got != cases[i].want || ascii != cases[i].ascii)
            fail_msg("%s: %d, %zu ASCII", cases[i].word, got, ascii);
    }
}

static void marks_and_workbooks(void **state)
{
    (void)state;
    enum yk_encoding e;
    struct yk_err err;
    assert_true(sniff_mark(&e,
                           "\xEF\xBB\xBF"
                           "a",
                           4));
    assert_int_equal(e, YK_ENC_UTF8_BOM);
    assert_true(sniff_mark(&e,
                           "\xFF\xFE"
                           "a\0",
                           4));
    assert_int_equal(e, YK_ENC_UTF16LE);
    assert_false(sniff_mark(&e, "a\xEF\xBB\xBF", 4));
    assert_false(sniff_mark(&e, "\xEF\xBB", 2));
    assert_int_equal(sniff_refused("x", "PK,a", 4, &err), YK_OK);
    assert_int_equal(sniff_refused("x", "PK\3", 3, &err), YK_OK);
    assert_int_equal(sniff_refused("x.xlsx", "PK\3\4", 4, &err), YK_E_DATA);
    assert_non_null(strstr(err.text, "x.xlsx"));
    assert_int_equal(sniff_refused("x.xls", "\xD0\xCF\x11\xE0\xA1", 5, &err), YK_E_DATA);
    assert_true(sniff_archive("PK\3\4", 4));
    assert_false(sniff_archive("PK\3", 3));
    assert_int_equal(sniff_refused("x", "\xFE\xFF\0a", 4, &err), YK_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators),
        cmocka_unit_test(encodings),
        cmocka_unit_test(marks_and_workbooks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
