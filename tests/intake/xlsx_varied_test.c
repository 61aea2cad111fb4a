/* xlsx_varied_test.c - workbooks of openpyxl, LibreOffice and libxlsxwriter, cell by cell beside
 * what openpyxl reads in the same file (xlsx_varied.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "youka/base/arena.h"
#include "youka/base/map.h"
#include "youka/intake/source.h"

static char folder[] = "/tmp/youka-varied-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int shell(const char *fmt, ...)
{
    char command[512];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(command, sizeof command, fmt, ap);
    va_end(ap);
    FILE *p = popen(command, "r");
    return p ? pclose(p) : -1;
}

static int tear_down(void **state)
{
    (void)state;
    return shell("rm -rf %s", folder);
}

/* What openpyxl cannot write: inline strings (constant memory), rich strings, cached results. */
static void write_with_libxlsxwriter(struct yk_arena *a, const char *name, bool constant_memory)
{
    lxw_workbook_options options = {.constant_memory = constant_memory, .tmpdir = folder};
    lxw_workbook *book = workbook_new_opt(yk_arena_printf(a, "%s/%s", folder, name), &options);
    lxw_format *bold = workbook_add_format(book), *day = workbook_add_format(book);
    format_set_bold(bold);
    format_set_num_format_index(day, 14);
    for (int k = 0; k < 2; k++) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, k ? "第二张" : NULL);
        lxw_rich_string_tuple plain = {.string = "rich "}, strong = {bold, "text 文字"};
        lxw_rich_string_tuple *rich[] = {&plain, &strong, NULL};
        for (lxw_row_t row = 0; row < 300; row += 3) {
            worksheet_write_string(sheet, row, 0, yk_arena_printf(a, "站 %u <&>", row % 7), NULL);
            worksheet_write_string(sheet, row, 1, " kept ", bold);
            worksheet_write_number(sheet, row, 2, row / 7.0, NULL);
            worksheet_write_number(sheet, row, 3, 40000 + row * 1.25, day);
            worksheet_write_boolean(sheet, row, 4, row % 2, NULL);
            worksheet_write_blank(sheet, row, 5, bold);
            worksheet_write_formula_num(sheet, row, 6, "=A1", NULL, 13800001111.0);
            worksheet_write_formula_str(sheet, row, 7, "=A1", NULL, "cached");
            if (!constant_memory)
                worksheet_write_rich_string(sheet, row, 9, rich, NULL);
        }
    }
    assert_int_equal(workbook_close(book), LXW_NO_ERROR);
}

/* "sheet\trow\tcolumn" -> the value as it stands, all sheets of the file. */
static void read_cells(struct yk_map *cells, const char **value, size_t most, const char *path,
                       struct yk_arena *a)
{
    struct yk_source_sheet *sheet;
    struct yk_err err;
    size_t sheets, n = 0;
    if (yk_source_sheets(&sheet, &sheets, path, a, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < sheets; i++) {
        const struct yk_source_ask ask = {.sheet = sheet[i].name, .as_it_stands = true};
        struct yk_source *s;
        const struct yk_rows *r;
        if (yk_source_open_as(&s, path, &ask, &err))
            fail_msg("%s", err.text);
        for (bool first = true;; first = false) {
            if (yk_source_next(&r, s, &err))
                fail_msg("%s", err.text);
            for (size_t row = first ? 0 : 1; row <= r->count; row++)
                for (size_t c = 0; c < r->width; c++) {
                    const char *text = row ? yk_rows_at(r, row - 1, c) : r->heading[c];
                    size_t line = row ? r->line[row - 1] : r->heading_line;
                    if (!*text)
                        continue;
                    assert_true(n < most);
                    value[n] = yk_arena_copy(a, text);
                    assert_true(yk_map_add(
                        cells, yk_arena_printf(a, "%s\t%zu\t%zu", sheet[i].name, line, c + 1),
                        n++));
                }
            if (!r->count)
                break;
        }
        yk_source_close(s);
    }
}

static char *unescaped(char *s)
{
    char *to = s;
    for (const char *c = s; *c; c++)
        *to++ = *c != '\\' ? *c : *++c == 't' ? '\t' : *c == 'n' ? '\n' : *c;
    *to = '\0';
    return s;
}

static bool same(char kind, const char *got, const char *want)
{
    return kind == 'n' ? strtod(got, NULL) == strtod(want, NULL) : !strcmp(got, want);
}

/* Gives the number of cells compared. */
static size_t compare(const char *name, struct yk_arena *a)
{
    enum { MOST = 20000 };
    struct yk_map cells = {0};
    const char **value = YK_ARENA_ARRAY(a, const char *, MOST);
    char *line = NULL;
    size_t room = 0, wanted = 0, wrong = 0;
    FILE *want = fopen(yk_arena_printf(a, "%s/%s.want", folder, name), "r");
    if (!want)
        return 0;
    read_cells(&cells, value, MOST, yk_arena_printf(a, "%s/%s.xlsx", folder, name), a);
    for (ssize_t n; (n = getline(&line, &room, want)) > 0; wanted++) {
        line[n - 1] = '\0';
        char *text = strrchr(line, '\t') + 1; /* tabs inside the value are escaped */
        char kind = text[-2];
        text[-3] = '\0';
        size_t at;
        const char *got = yk_map_find(&cells, line, &at) ? value[at] : "";
        if (!same(kind, got, unescaped(text)) && ++wrong < 20)
            print_error("%s %s: \"%.60s\", openpyxl reads \"%.60s\"\n", name, line, got, text);
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(cells.count, wanted);
    free(line);
    fclose(want);
    yk_map_release(&cells);
    return wanted;
}

static void beside_openpyxl(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    if (shell("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null"))
        skip();
    write_with_libxlsxwriter(&a, "lxw.xlsx", false);
    write_with_libxlsxwriter(&a, "lxw_inline.xlsx", true);
    assert_int_equal(shell("/usr/bin/python3 tests/intake/xlsx_varied.py %s", folder), 0);
    assert_true(compare("op", &a) > 300);
    assert_true(compare("op1904", &a) > 300);
    assert_true(compare("lxw", &a) > 1000);
    assert_true(compare("lxw_inline", &a) > 1000);
    (void)compare("lo_op", &a); /* where LibreOffice is there */
    (void)compare("lo_op1904", &a);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(beside_openpyxl)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
