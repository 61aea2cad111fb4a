/* xlsform_test.c - the workbook's sheets hold the form's sheets, cell for cell.
 * Sheet names and the one heading row are those of the XLSForm specification (xlsform.org). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../support/csv_rows.h"
#include "youka/report/xlsform.h"

static void expect_same(const struct yk_sheet *sheet, const struct yk_rows *rows)
{
    assert_true(sheet->data);
    assert_false(sheet->hidden);
    assert_null(sheet->title);
    assert_int_equal(sheet->tables, 1);
    const struct yk_table *t = sheet->table[0];
    assert_int_equal(t->columns, rows->width);
    assert_int_equal(t->rows, rows->count);
    for (size_t i = 0; i < rows->width; i++) {
        assert_string_equal(t->column[i].heading, rows->heading[i]);
        assert_int_equal(t->column[i].format, YK_AS_TEXT);
    }
    for (size_t i = 0; i < rows->width * rows->count; i++) {
        if (*rows->cell[i] == '\0') {
            assert_int_equal(t->cell[i].kind, YK_CELL_BLANK);
            continue;
        }
        assert_int_equal(t->cell[i].kind, YK_CELL_TEXT);
        assert_string_equal(t->cell[i].text, rows->cell[i]);
    }
}

static void holds_every_cell(void **state)
{
    (void)state;
    static const char *const form[] = {"client_survey", "station", "visit"};
    static const char *const sheet[] = {"survey", "choices", "settings"};
    for (size_t f = 0; f < sizeof form / sizeof *form; f++) {
        struct yk_arena a = {0}, lent = {0};
        struct yk_rows rows[3], same[3];
        struct yk_sheets book;
        for (int i = 0; i < 3; i++) {
            const char *text =
                csv_text_of(&a, yk_arena_printf(&a, "survey-forms/%s/%s.csv", form[f], sheet[i]));
            assert_non_null(text);
            rows[i] = csv_rows(&lent, text);
            same[i] = csv_rows(&a, text);
        }
        yk_sheets_init(&book, &a, YK_ZH, "f", YK_DAY_NONE);
        yk_report_xlsform(&book, &rows[0], &rows[1], &rows[2]);
        yk_arena_release(&lent); /* what the reader lent is gone by the time the book is written */
        assert_int_equal(book.count, 3);
        for (int i = 0; i < 3; i++) {
            assert_string_equal(book.sheet[i]->name, sheet[i]);
            expect_same(book.sheet[i], &same[i]);
        }
        yk_arena_release(&a);
    }
}

/* What looks like a number or a formula to Excel stays the text that the form says. */
static void keeps_text(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets book;
    struct yk_rows survey = csv_rows(&a, "type,name,constraint\ninteger,a,. > 1\n");
    struct yk_rows choices = csv_rows(&a, "list_name,name,label\nl,01,-10号柴油\nl,002,=1+1\n");
    yk_sheets_init(&book, &a, YK_EN, "f", YK_DAY_NONE);
    yk_report_xlsform(&book, &survey, &choices, NULL);
    assert_int_equal(book.count, 2);
    const struct yk_table *t = book.sheet[1]->table[0];
    assert_string_equal(t->cell[1].text, "01");
    assert_string_equal(t->cell[2].text, "-10号柴油");
    assert_string_equal(t->cell[5].text, "=1+1");
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_every_cell),
        cmocka_unit_test(keeps_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
