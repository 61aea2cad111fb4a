/* csv_test.c - CSV as RFC 4180 quotes it, with nothing in it that a spreadsheet would run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/book/csv.h"

/* By hand: quotes after RFC 4180, 2.5 to 2.7; the guard after OWASP's page on CSV injection. */
static void cells(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cell, *line;
    } rows[] = {
        {"plain", "厦门", "厦门\n"},
        {"nothing", "", "\n"},
        {"a comma", "a,b", "\"a,b\"\n"},
        {"a quote", "12\" pipe", "\"12\"\" pipe\"\n"},
        {"two lines", "a\nb", "\"a\nb\"\n"},
        {"CRLF inside", "a\r\nb", "\"a\r\nb\"\n"},
        {"a formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0\n"},
        {"a formula with a comma", "=SUM(A1,A2)", "\"'=SUM(A1,A2)\"\n"},
        {"an at sign", "@SUM(A1)", "'@SUM(A1)\n"},
        {"a tab", "\t=1", "'\t=1\n"},
        {"a full-width equals sign", "＝1+1", "'＝1+1\n"},
        {"a minus that begins a text", "-2+3+cmd", "'-2+3+cmd\n"},
        {"a negative number", "-0.35667494393873245", "-0.35667494393873245\n"},
        {"a number with a plus", "+3", "+3\n"},
        {"a small number", "-1e-05", "-1e-05\n"},
        {"an equals sign inside", "a=b", "a=b\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_buf b = {0};
        yk_csv_row(&b, &rows[i].cell, 1);
        if (strcmp(b.text, rows[i].line) != 0)
            fail_msg("%s: %s", rows[i].word, b.text);
        yk_buf_release(&b);
    }
}

static void rows_stand_one_under_the_other(void **state)
{
    (void)state;
    static const char *const one[] = {"id", "lon", ""}, *const two[] = {"c,3", "118.5", "x"};
    struct yk_buf b = {0};
    yk_csv_row(&b, one, 3);
    yk_csv_row(&b, two, 3);
    assert_string_equal(b.text, "id,lon,\n\"c,3\",118.5,x\n");
    yk_buf_release(&b);
}

static void read_file(char out[64], const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(out, 1, 63, f);
    out[n] = '\0';
    fclose(f);
}

static void a_file_whole_or_not_at_all(void **state)
{
    (void)state;
    char dir[] = "/tmp/youka-csv-XXXXXX", path[64], none[64], got[64];
    struct yk_err err = {0};
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/t.csv", dir);
    snprintf(none, sizeof none, "%s/none/t.csv", dir);
    assert_int_equal(yk_csv_write(path, "a,b\n", true, &err), YK_OK);
    read_file(got, path);
    assert_string_equal(got, "\xEF\xBB\xBF"
                             "a,b\n");
    assert_int_equal(yk_csv_write(path, "c\n", false, &err), YK_OK);
    read_file(got, path);
    assert_string_equal(got, "c\n");
    assert_int_equal(yk_csv_write(none, "a\n", true, &err), YK_E_IO);
    assert_non_null(strstr(err.text, none));
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(dir), 0); /* no draft is left */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells),
        cmocka_unit_test(rows_stand_one_under_the_other),
        cmocka_unit_test(a_file_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
