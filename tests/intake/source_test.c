/* source_test.c - a survey file opened as rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/base/arena.h"
#include "youka/intake/source.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#ifdef __SANITIZE_ADDRESS__
#define MOST_KIB (1024 * 1024) /* what the sanitizer keeps counts too */
#else
#define MOST_KIB (128 * 1024)
#endif
#define BYTES(s) s, sizeof(s) - 1

static char folder[] = "/tmp/youka-source-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink("x.csv");
    return chdir("/") || rmdir(folder);
}

static void put(const char *bytes, size_t n)
{
    FILE *f = fopen("x.csv", "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

/* "LINE:cell|cell+EXTRA;" for all rows of a source, headings first. */
static void show_rows(struct yk_buf *to, const struct yk_rows *r)
{
    for (size_t i = 0; i < r->count; i++) {
        yk_buf_printf(to, "%zu:", r->line[i]);
        for (size_t k = 0; k < r->width; k++)
            yk_buf_printf(to, "%s%s", k ? "|" : "", yk_rows_at(r, i, k));
        if (r->extra[i])
            yk_buf_printf(to, "+%zu", r->extra[i]);
        yk_buf_puts(to, ";");
    }
}

static yk_code show(struct yk_buf *to, struct yk_source *s, struct yk_err *err)
{
    const struct yk_rows *r;
    for (bool first = true;; first = false) {
        if (yk_source_next(&r, s, err))
            return err->code;
        if (first) {
            yk_buf_printf(to, "%zu:", r->heading_line);
            for (size_t k = 0; k < r->width; k++)
                yk_buf_printf(to, "%s%s", k ? "|" : "", r->heading[k]);
            yk_buf_puts(to, ";");
        }
        if (!r->count)
            return YK_OK;
        show_rows(to, r);
    }
}

/* The same table as Excel, WPS, ODK and Kobo would write it. */
static void encodings_and_separators(void **state)
{
    (void)state;
    static const struct {
        const char *word, *bytes;
        size_t n;
        enum yk_encoding encoding;
        char separator;
        const char *want;
    } cases[] = {
        {"UTF-8", BYTES("名,油\n甲,1\n"), YK_ENC_UTF8, ',', "1:名|油;2:甲|1;"},
        {"UTF-8 with a mark", BYTES("\xEF\xBB\xBF名,油\r\n甲,1\r\n"), YK_ENC_UTF8_BOM, ',',
         "1:名|油;2:甲|1;"},
        {"Kobo", BYTES("\"名\";\"油\"\r\n\"甲\";\"1\"\r\n"), YK_ENC_UTF8, ';', "1:名|油;2:甲|1;"},
        {"GB18030", BYTES("\xC3\xFB,\xD3\xCD\r\n\xBC\xD7,1\r\n"), YK_ENC_GB18030, ',',
         "1:名|油;2:甲|1;"},
        {"GB18030, only the last row", BYTES("a,b\n1,2\n\xBC\xD7,1\n"), YK_ENC_GB18030, ',',
         "1:a|b;2:1|2;3:甲|1;"},
        {"UTF-16 with tabs",
         BYTES("\xFF\xFE\x0D\x54\t\0\xB9\x6C\r\0\n\0\x32\x75\t\0"
               "1\0"),
         YK_ENC_UTF16LE, '\t', "1:名|油;2:甲|1;"},
        {"sep line", BYTES("sep=;\r\na;b,c\r\n1;2\r\n"), YK_ENC_UTF8, ';', "2:a|b,c;3:1|2;"},
        {"sep line behind a mark", BYTES("\xEF\xBB\xBFsep=;\na;b\n"), YK_ENC_UTF8_BOM, ';',
         "2:a|b;"},
        {"ASCII", BYTES("a,b\n1,2\n"), YK_ENC_UTF8, ',', "1:a|b;2:1|2;"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct yk_err err = {.text = ""};
        struct yk_source *s = NULL;
        struct yk_buf got = {0};
        put(cases[i].bytes, cases[i].n);
        if (yk_source_open(&s, "x.csv", &err) || show(&got, s, &err))
            fail_msg("%s: %s", cases[i].word, err.text);
        const struct yk_source_facts *f = yk_source_facts(s);
        if (strcmp(got.text, cases[i].want) != 0 || f->encoding != cases[i].encoding ||
            f->separator != cases[i].separator)
            fail_msg("%s: %s, %s, '%c'", cases[i].word, got.text, yk_encoding_name(f->encoding),
                     f->separator);
        yk_source_close(s);
        yk_buf_release(&got);
    }
}

static void shapes(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *want;
        size_t blank;
    } cases[] = {
        {"only headings", "a,b\n", "1:a|b;", 0},
        {"headings trimmed", "\" a \",　b　\n1,2\n", "1:a|b;2:1|2;", 0},
        {"blank rows before the headings", "\n,,\na,b\n1,2\n", "3:a|b;4:1|2;", 2},
        {"short and long rows", "a,b,c\n1\n1,2,3,4,,5\n", "1:a|b|c;2:1||;3:1|2|3+2;", 0},
        {"headings that end blank", "a,b,,\n1,2,,\n1,2,x,\n", "1:a|b;2:1|2;3:1|2+1;", 0},
        {"a heading that is blank", "a,,b\n1,2,3\n", "1:a||b;2:1|2|3;", 0},
        {"the same heading twice", "a,b,a\n1,2,3\n", "1:a|b|a;2:1|2|3;", 0},
        {"blank tail", "a,b\n1,2\n,\n,\n\n", "1:a|b;2:1|2;", 3},
        {"line ends in cells", "a,b\n\"x\ny\",2\n3,4\n", "1:a|b;2:x\ny|2;4:3|4;", 0},
        {"cells as typed", "a,b\n\" x \",'=1\n", "1:a|b;2: x |=1;", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct yk_err err = {.text = ""};
        struct yk_source *s = NULL;
        struct yk_buf got = {0};
        if (yk_source_open_text(&s, "table", cases[i].text, &err) || show(&got, s, &err))
            fail_msg("%s: %s", cases[i].word, err.text);
        if (strcmp(got.text, cases[i].want) != 0 || yk_source_facts(s)->blank != cases[i].blank)
            fail_msg("%s: %s, %zu blank", cases[i].word, got.text, yk_source_facts(s)->blank);
        yk_source_close(s);
        yk_buf_release(&got);
    }
}

static yk_code read_all(struct yk_err *err)
{
    struct yk_source *s = NULL;
    const struct yk_rows *r;
    yk_code code = yk_source_open(&s, "x.csv", err);
    while (!code && !(code = yk_source_next(&r, s, err)) && r->count)
        ;
    yk_source_close(s);
    return code;
}

static void hostile(void **state)
{
    (void)state;
    static const struct {
        const char *word, *bytes;
        size_t n;
        const char *says;
    } cases[] = {
        {"empty", BYTES(""), "is empty"},
        {"only a mark", BYTES("\xEF\xBB\xBF"), "is empty"},
        {"only blank lines", BYTES("\n\n,,\n"), "is empty"},
        {"NUL", BYTES("a,b\n1,2\n3\0,4\n"), "line 3: a NUL byte"},
        {"NUL first", BYTES("\0\0\0\0"), "line 1: a NUL byte"},
        {"UTF-16 without a mark", BYTES("a\0,\0b\0"), "line 1: a NUL byte"},
        {"archive, cut", BYTES("PK\3\4\x14\0\6\0"), "damaged or cut off"},
        {"old workbook", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "save it as .xlsx first"},
        {"UTF-8 cut at the end", BYTES("名,称\n\"x\ny\",加油\xE7\xAB"), "line 3: a cut or damaged"},
        {"UTF-8 damaged", BYTES("名称,油\n1,2\n\xFF,2\n甲,2\n"), "line 3: a cut or damaged"},
        {"GB18030 cut at the end", BYTES("\xC3\xFB,\xD3\xCD\n\xBC"), "line 2: a cut or damaged"},
        {"neither", BYTES("a,b\n\n\xFF\xFF,1\n"), "line 3: a cut or damaged"},
        {"UTF-16 odd",
         BYTES("\xFF\xFE"
               "a\0,\0b\0\n\0c"),
         "line 2: a cut or damaged"},
        {"quote never closed", BYTES("a,b\n1,2\n\"3,4\n5,6\n"), "opened on line 3"},
        {"quote inside", BYTES("a,b\n1,2\n3,4\"\n"), "line 3:"},
        {"one heading", BYTES("name\n1\n"), "line 1:"},
        {"title row", BYTES("\n客户普查表,,\na,b,c\n"), "line 2:"},
        {"twice one heading", BYTES("a,a\n1,2\n"), "line 1:"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct yk_err err = {.text = ""};
        put(cases[i].bytes, cases[i].n);
        yk_code code = read_all(&err);
        if ((code != YK_E_DATA && code != YK_E_FOUND) || !strstr(err.text, cases[i].says) ||
            strncmp(err.text, "x.csv", 5) != 0)
            fail_msg("%s: \"%s\"", cases[i].word, err.text);
    }
}

static void no_file(void **state)
{
    (void)state;
    struct yk_err err;
    struct yk_source *s = NULL;
    assert_int_equal(yk_source_open(&s, "no-such.csv", &err), YK_E_IO);
    assert_non_null(strstr(err.text, "no-such.csv"));
    assert_int_equal(yk_source_open(&s, ".", &err), YK_E_IO);
    assert_null(s);
    yk_source_close(NULL);
}

/* A line without end and a quotation mark without end stop early, in little memory: of 200 MiB only
 * the first 20 are written, the rest is a hole, and nobody comes that far. */
static void endless_rows(void **state)
{
    (void)state;
    enum { WRITTEN = 20, WHOLE = 200 };
    static const char *const starts[] = {"a,b\n1,2\n", "a,b\n1,2\n\"", ""};
    static const char *const says[] = {"line 3:", "opened on line 3", "line 1:"};
    static const char fill[] = {'x', '\n', ','};
    static char block[1 << 20];
    for (size_t i = 0; i < COUNT(starts); i++) {
        struct yk_err err = {.text = ""};
        struct rusage use;
        put(starts[i], strlen(starts[i]));
        FILE *f = fopen("x.csv", "ab");
        memset(block, fill[i], sizeof block);
        for (int k = 0; k < WRITTEN; k++)
            assert_int_equal(fwrite(block, sizeof block, 1, f), 1);
        assert_int_equal(fclose(f), 0);
        assert_int_equal(truncate("x.csv", WHOLE * (off_t)sizeof block), 0);
        if (read_all(&err) != YK_E_DATA || !strstr(err.text, says[i]) ||
            !strstr(err.text, "16 MiB"))
            fail_msg("%zu: \"%s\"", i, err.text);
        assert_int_equal(getrusage(RUSAGE_SELF, &use), 0);
        assert_true(use.ru_maxrss < MOST_KIB);
    }
    put("", 0);
}

/* Over several pieces: every row once, in order, with its line. */
static void many_rows(void **state)
{
    (void)state;
    enum { ROWS = 10000 };
    struct yk_err err;
    struct yk_source *s;
    const struct yk_rows *r;
    struct yk_buf text = {0};
    yk_buf_puts(&text, "号码,名称,备注\r\n");
    for (int i = 0; i < ROWS; i++) /* three lines each, and a blank one */
        yk_buf_printf(&text, "%d,\"客户\n第%d家\",x\r\n,,\r\n", i, i);
    put(text.text, text.len);
    assert_int_equal(yk_source_open(&s, "x.csv", &err), YK_OK);
    size_t n = 0, pieces = 0;
    for (; !yk_source_next(&r, s, &err) && r->count; pieces++) {
        assert_true(r->count <= YK_PIECE);
        for (size_t i = 0; i < r->count; i++, n++) {
            assert_int_equal(r->line[i], 2 + 3 * n);
            assert_int_equal(strtoul(yk_rows_at(r, i, 0), NULL, 10), n);
            assert_memory_equal(yk_rows_at(r, i, 1), "客户\n第", 10);
            assert_int_equal(strtoul(yk_rows_at(r, i, 1) + 10, NULL, 10), n);
            assert_string_equal(yk_rows_at(r, i, 2), "x");
        }
    }
    assert_int_equal(n, ROWS);
    assert_int_equal(pieces, 3);
    const struct yk_source_facts *f = yk_source_facts(s);
    assert_int_equal(f->rows, ROWS);
    assert_int_equal(f->blank, ROWS);
    unsigned long long done, total;
    yk_source_progress(s, &done, &total);
    assert_int_equal(done, text.len);
    assert_int_equal(total, text.len);
    yk_source_close(s);
    yk_buf_release(&text);
}

/* The first character that is not ASCII comes late, and cut between two reads of 64 KiB. */
static void late_characters(void **state)
{
    (void)state;
    static const struct {
        const char *word, *character;
        enum yk_encoding want;
    } cases[] = {{"UTF-8", "油站", YK_ENC_UTF8}, {"GB18030", "\xD3\xCD\xD5\xBE", YK_ENC_GB18030}};
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t before = 65530; before <= 65540; before++) {
            struct yk_err err = {.text = ""};
            struct yk_source *s = NULL;
            const struct yk_rows *r;
            struct yk_buf text = {0};
            yk_buf_puts(&text, "a,b\n");
            while (text.len < before - 20)
                yk_buf_puts(&text, "1,2\n");
            while (text.len < before)
                yk_buf_puts(&text, "x");
            yk_buf_printf(&text, "%s,z\n", cases[i].character);
            put(text.text, text.len);
            if (yk_source_open(&s, "x.csv", &err) || yk_source_all(&r, s, 100000, &err))
                fail_msg("%s at %zu: %s", cases[i].word, before, err.text);
            const char *last = yk_rows_at(r, r->count - 1, 0);
            assert_non_null(strstr(last, "x油站"));
            assert_int_equal(yk_source_facts(s)->encoding, cases[i].want);
            yk_source_close(s);
            yk_buf_release(&text);
        }
}

static void all_at_once(void **state)
{
    (void)state;
    enum { ROWS = 9000 };
    struct yk_err err;
    struct yk_source *s;
    const struct yk_rows *r;
    struct yk_buf text = {0};
    yk_buf_puts(&text, "n,square,none\n");
    for (int i = 0; i < ROWS; i++)
        yk_buf_printf(&text, "%d,%d\n", i, i * i);
    assert_int_equal(yk_source_open_text(&s, "squares", text.text, &err), YK_OK);
    assert_int_equal(yk_source_all(&r, s, ROWS, &err), YK_OK);
    assert_int_equal(r->count, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        assert_int_equal(strtoul(yk_rows_at(r, i, 0), NULL, 10), i);
        assert_int_equal(strtoul(yk_rows_at(r, i, 1), NULL, 10), i * i);
        assert_string_equal(yk_rows_at(r, i, 2), "");
        assert_int_equal(r->line[i], i + 2);
    }
    yk_source_close(s);
    assert_int_equal(yk_source_open_text(&s, "squares", text.text, &err), YK_OK);
    assert_int_equal(yk_source_all(&r, s, ROWS - 1, &err), YK_E_DATA);
    assert_non_null(strstr(err.text, "squares"));
    yk_source_close(s);
    assert_int_equal(yk_source_open_text(&s, "none", "a,b\n", &err), YK_OK);
    assert_int_equal(yk_source_all(&r, s, 0, &err), YK_OK);
    assert_int_equal(r->count, 0);
    yk_source_close(s);
    yk_buf_release(&text);
}

/* A pipe has no size, but its rows come all the same. */
static void from_a_pipe(void **state)
{
    (void)state;
    int ends[2];
    char path[40];
    struct yk_err err;
    struct yk_source *s;
    const struct yk_rows *r;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "a,b\n1,2\n", 8), 8);
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    assert_int_equal(yk_source_open(&s, path, &err), YK_OK);
    assert_int_equal(yk_source_next(&r, s, &err), YK_OK);
    assert_int_equal(r->count, 1);
    assert_string_equal(yk_rows_at(r, 0, 1), "2");
    yk_source_close(s);
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodings_and_separators),
        cmocka_unit_test(shapes),
        cmocka_unit_test(hostile),
        cmocka_unit_test(no_file),
        cmocka_unit_test(endless_rows),
        cmocka_unit_test(many_rows),
        cmocka_unit_test(late_characters),
        cmocka_unit_test(all_at_once),
        cmocka_unit_test(from_a_pipe),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
