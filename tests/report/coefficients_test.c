/* coefficients_test.c - the sheet of coefficients: all of them, in words, one value a cell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"

static const struct yk_sheet *coefficients(struct small_world *w, enum yk_lang lang)
{
    struct yk_err err = {0};
    small_world_init(w, lang, 1);
    if (yk_report_plan(&w->view, &w->plan, NULL, 0, &err))
        fail_msg("%s", err.text);
    const struct yk_sheet *sheet = yk_sheets_find(&w->sheets, "Coefficients");
    assert_non_null(sheet);
    return sheet;
}

/* Rows of the tables of rules beside rows of the sheet; what is judgement or recalled is marked. */
static void every_row_is_there_and_marked(void **state)
{
    (void)state;
    struct small_world w;
    const struct yk_sheet *sheet = coefficients(&w, YK_EN);
    const struct yk_rules *r = &w.rules;
    const size_t want[] = {r->fuels,   r->categories, r->vehicles, r->sources,         r->units,
                           r->spreads, r->markets,    r->plans,    r->sales_parameters};
    size_t rows = 0, marked = 0;
    assert_int_equal(sheet->tables, sizeof want / sizeof *want);
    for (size_t t = 0; t < sheet->tables; t++) {
        const struct yk_table *table = sheet->table[t];
        assert_int_equal(table->rows, want[t]);
        for (size_t i = 0; i < table->rows; i++)
            marked += table->cell[i * table->columns + 1].tone == YK_TONE_WARN;
        rows += table->rows;
    }
    char told[64];
    snprintf(told, sizeof told, "%zu of %zu are", marked, rows);
    assert_true(marked > 0 && strstr(sheet->title, told));
    small_world_release(&w);
}

/* Nothing but numbers under the values, save what a size is counted by. */
static void one_value_a_cell(void **state)
{
    (void)state;
    struct small_world w;
    const struct yk_sheet *sheet = coefficients(&w, YK_EN);
    for (size_t t = 0; t < sheet->tables; t++) {
        const struct yk_table *table = sheet->table[t];
        for (size_t i = 0; i < table->rows * table->columns; i++) {
            size_t c = i % table->columns;
            bool words = c < 3 || !strcmp(table->column[c].heading, "Its size is counted by");
            if (!words && table->cell[i].kind == YK_CELL_TEXT)
                fail_msg("%s: «%s»", table->column[c].heading, table->cell[i].text);
        }
    }
    /* fuel_priors.csv: g92,gasoline,0.74,7.2,0.45,0.65 */
    const struct yk_table *fuels = table_named(&w.sheets, "coefficients: fuels");
    assert_true(cell_under(fuels, 0, "kg/L")->number == .74);
    assert_true(cell_under(fuels, 0, "Margin yuan/L")->number == .45);
    assert_true(cell_under(fuels, 0, "Share of its family")->number == .65);
    small_world_release(&w);
}

/* In both languages; a parameter that is added needs its words in labels.csv. */
static void parameters_have_names(void **state)
{
    (void)state;
    for (enum yk_lang lang = YK_ZH; lang <= YK_EN; lang++) {
        struct small_world w;
        small_world_init(&w, lang, 1);
        const struct yk_rules *r = &w.rules;
        const struct {
            const struct yk_parameter *of;
            size_t count;
        } set[] = {{r->spread, r->spreads},
                   {r->market, r->markets},
                   {r->plan, r->plans},
                   {r->sales, r->sales_parameters}};
        for (size_t k = 0; k < 4; k++)
            for (size_t i = 0; i < set[k].count; i++) {
                const char *code = set[k].of[i].parameter;
                const char *said = yk_rules_label(r, "parameter", code, (int)lang);
                if (!*said || !strcmp(said, code))
                    fail_msg("%s has no name in language %d", code, (int)lang);
            }
        small_world_release(&w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_there_and_marked),
        cmocka_unit_test(one_value_a_cell),
        cmocka_unit_test(parameters_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
