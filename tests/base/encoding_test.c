/* encoding_test.c - bytes in the encodings people send, to UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/encoding.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct sample {
    const char *word;
    enum yk_encoding from;
    const char *bytes;
    size_t n;
    const char *want;
};
#define BYTES(s) s, sizeof(s) - 1

/* GB18030-2005, table of two- and four-byte characters; UTF-16 by RFC 2781. */
static const struct sample whole[] = {
    {"ASCII", YK_ENC_UTF8, BYTES("abc,1\n"), "abc,1\n"},
    {"Chinese", YK_ENC_UTF8, BYTES("\xE5\x8A\xA0\xE6\xB2\xB9"), "加油"},
    {"mark", YK_ENC_UTF8_BOM, BYTES("\xEF\xBB\xBF\xE6\xB2\xB9"), "油"},
    {"only a mark", YK_ENC_UTF8_BOM, BYTES("\xEF\xBB\xBF"), ""},
    {"GB two bytes", YK_ENC_GB18030, BYTES("\xBC\xD3\xD3\xCD,a"), "加油,a"},
    {"GB four bytes", YK_ENC_GB18030, BYTES("\x95\x32\x82\x36x"), "\U00020000x"},
    {"GB low trail byte", YK_ENC_GB18030, BYTES("\x81\x40"), "丂"},
    {"UTF-16", YK_ENC_UTF16LE, BYTES("\xFF\xFE\xA0\x52\xB9\x6C\t\0"), "加油\t"},
    {"UTF-16 surrogates", YK_ENC_UTF16LE, BYTES("\xFF\xFE\x40\xD8\x00\xDC"), "\U00020000"},
};

/* Whatever way the bytes are cut into chunks, the text is the same. */
static void every_way_of_cutting(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(whole); i++)
        for (size_t step = 1; step <= whole[i].n; step++) {
            struct yk_err err;
            struct yk_decoder *d;
            struct yk_buf to = {0};
            yk_buf_puts(&to, "");
            assert_int_equal(yk_decoder_new(&d, whole[i].from, &err), YK_OK);
            for (size_t at = 0; at < whole[i].n; at += step) {
                size_t n = whole[i].n - at < step ? whole[i].n - at : step;
                if (yk_decoder_feed(d, &to, whole[i].bytes + at, n, at + n == whole[i].n, &err))
                    fail_msg("%s by %zu: %s", whole[i].word, step, err.text);
            }
            /* A mark that comes a byte at a time is still one character when it is given on. */
            if (strcmp(to.text, whole[i].want) != 0)
                fail_msg("%s by %zu: \"%s\"", whole[i].word, step, to.text);
            yk_buf_release(&to);
            yk_decoder_free(d);
        }
}

static void broken(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum yk_encoding from;
        const char *bytes;
        size_t n;
        const char *offset;
    } cases[] = {
        {"stray byte", YK_ENC_UTF8, BYTES("ab\x80"), "byte 2"},
        {"cut at the end", YK_ENC_UTF8, BYTES("a\xE6\xB2"), "byte 1"},
        {"cut in the middle", YK_ENC_UTF8, BYTES("\xE6\xB2,x,y,z"), "byte 0"},
        {"overlong", YK_ENC_UTF8, BYTES("abc\xC0\xAF"), "byte 3"},
        {"surrogate", YK_ENC_UTF8, BYTES("\xED\xA0\x80"), "byte 0"},
        {"GB cut", YK_ENC_GB18030, BYTES("\xBC\xD3\xD3"), "byte 2"},
        {"GB 0xFF", YK_ENC_GB18030, BYTES("abcd\xFF\xFF"), "byte 4"},
        {"GB four cut", YK_ENC_GB18030, BYTES("\x95\x32\x82"), "byte 0"},
        {"UTF-16 odd", YK_ENC_UTF16LE, BYTES("\xFF\xFE\xA0\x52\xB9"), "byte 4"},
        {"UTF-16 lone low", YK_ENC_UTF16LE, BYTES("\xFF\xFE\x00\xDC\x41\x00"), "byte 2"},
        {"UTF-16 lone high", YK_ENC_UTF16LE, BYTES("\xFF\xFE\x40\xD8"), "byte 2"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t step = 1; step <= cases[i].n; step++) {
            struct yk_err err = {.text = ""};
            struct yk_decoder *d;
            struct yk_buf to = {0};
            yk_code code = yk_decoder_new(&d, cases[i].from, &err);
            for (size_t at = 0; !code && at < cases[i].n; at += step) {
                size_t n = cases[i].n - at < step ? cases[i].n - at : step;
                code = yk_decoder_feed(d, &to, cases[i].bytes + at, n, at + n == cases[i].n, &err);
            }
            if (code != YK_E_DATA || !strstr(err.text, cases[i].offset))
                fail_msg("%s by %zu: code %d, \"%s\"", cases[i].word, step, (int)code, err.text);
            yk_buf_release(&to);
            yk_decoder_free(d);
        }
}

/* A long text, so that the inner buffers fill up. */
static void long_text(void **state)
{
    (void)state;
    enum { CHARACTERS = 100000 };
    static char gb[2 * CHARACTERS];
    for (size_t i = 0; i < CHARACTERS; i++)
        memcpy(gb + 2 * i, "\xD3\xCD", 2);
    struct yk_err err;
    struct yk_decoder *d;
    struct yk_buf to = {0};
    assert_int_equal(yk_decoder_new(&d, YK_ENC_GB18030, &err), YK_OK);
    assert_int_equal(yk_decoder_feed(d, &to, gb, sizeof gb, true, &err), YK_OK);
    assert_int_equal(to.len, 3 * CHARACTERS);
    for (size_t i = 0; i < CHARACTERS; i++)
        assert_memory_equal(to.text + 3 * i, "油", 3);
    yk_buf_release(&to);
    yk_decoder_free(d);
}

static void valid_prefix(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t want;
    } cases[] = {
        {"", 0},
        {"abcdefghijklmnop", 16},
        {"abcdefghijkl\xFF", 12},
        {"加油站abc", 12},
        {"加油\xE7\xAB", 6},
        {"加\xED\xA0\x80", 3},
        {"\xED\x9F\xBF加", 6},
        {"\xE0\xA0\x80", 3},
        {"\xE0\x80\x80", 0},
        {"\U0010FFFF", 4},
        {"é加é", 7},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(yk_utf8_valid(cases[i].bytes, strlen(cases[i].bytes)), cases[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_cutting),
        cmocka_unit_test(broken),
        cmocka_unit_test(long_text),
        cmocka_unit_test(valid_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
