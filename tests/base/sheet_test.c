/* sheet_test.c - tables grow without losing cells; sheet names are made fit for Excel. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "youka/base/sheet.h"

static const struct yk_column columns[] = {{.key = "n"}, {.key = "square"}};

static void rows_keep_their_cells(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    yk_sheets_init(&s, &a, YK_EN, "title", 20000);
    struct yk_sheet *sheet = yk_sheets_add(&s, "one", "One");
    struct yk_table *t = yk_sheet_table(&s, sheet, "t", NULL, columns, 2);
    for (int i = 0; i < 1000; i++) {
        struct yk_cell *c = yk_table_row(&s, t);
        assert_int_equal(c[0].kind, YK_CELL_BLANK);
        assert_int_equal(c[1].kind, YK_CELL_BLANK);
        c[0] = yk_number_cell(i);
        c[1] = yk_number_cell(i * i);
    }
    assert_int_equal(t->rows, 1000);
    for (int i = 0; i < 1000; i++)
        assert_true(t->cell[i * 2].number == i && t->cell[i * 2 + 1].number == i * i);
    yk_arena_release(&a);
}

static void parts_stay_in_order(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    char name[16];
    for (int i = 0; i < 9; i++) {
        snprintf(name, sizeof name, "s%d", i);
        struct yk_sheet *sheet = yk_sheets_add(&s, name, NULL);
        for (int k = 0; k < 5; k++)
            yk_sheet_table(&s, sheet, "t", NULL, columns, 2);
        struct yk_chart *c = yk_sheet_chart(&s, sheet, YK_CHART_COLUMN, "c", 2);
        assert_int_equal(c->count, 2);
        assert_null(c->series[1].table);
        assert_int_equal(sheet->tables, 5);
        assert_int_equal(sheet->charts, 1);
    }
    assert_int_equal(s.count, 9);
    for (int i = 0; i < 9; i++) {
        snprintf(name, sizeof name, "s%d", i);
        assert_string_equal(s.sheet[i]->name, name);
    }
    assert_ptr_equal(yk_sheets_find(&s, "S3"), s.sheet[3]);
    assert_null(yk_sheets_find(&s, "s9"));
    yk_arena_release(&a);
}

/* Excel: at most 31 characters, none of []:*?/\, no apostrophe at either end, unique without case.
 */
static void names_fit_excel(void **state)
{
    (void)state;
    static const struct {
        const char *word, *given, *want;
    } table[] = {
        {"plain", "总览", "总览"},
        {"forbidden", "a[b]:c*d?e/f\\g", "a_b__c_d_e_f_g"},
        {"long", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
         "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
        {"apostrophes", "'a'b'", "_a'b_"},
        {"empty", "", "_"},
        {"same again", "总览", "总览 (2)"},
        {"same but for case", "PLAN", "PLAN"},
        {"same but for case, second", "plan", "plan (2)"},
        {"emoji take two units", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},
    };
    struct yk_arena a = {0};
    struct yk_sheets s;
    yk_sheets_init(&s, &a, YK_ZH, "", 0);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *got = yk_sheets_add(&s, table[i].given, NULL)->name;
        if (strcmp(got, table[i].want))
            fail_msg("%s: got %s", table[i].word, got);
    }
    yk_arena_release(&a);
}

static void blanks_are_blank(void **state)
{
    (void)state;
    assert_int_equal(yk_text_cell(NULL).kind, YK_CELL_BLANK);
    assert_int_equal(yk_text_cell("").kind, YK_CELL_BLANK);
    assert_int_equal(yk_text_cell("0").kind, YK_CELL_TEXT);
    assert_int_equal(yk_day_cell(YK_DAY_NONE).kind, YK_CELL_BLANK);
    assert_int_equal(yk_number_cell(0).kind, YK_CELL_NUMBER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_keep_their_cells),
        cmocka_unit_test(parts_stay_in_order),
        cmocka_unit_test(names_fit_excel),
        cmocka_unit_test(blanks_are_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
