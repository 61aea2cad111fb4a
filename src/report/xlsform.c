/* xlsform.c - a form's three sheets as a workbook for phones' servers. */
#include "youka/report/xlsform.h"

/* Conditions are long; a column as wide as they are could not be read on a screen. */
#define WIDEST 40

static int width_of(const struct yk_rows *rows, size_t column)
{
    int widest = yk_text_width(rows->heading[column]);
    for (size_t row = 0; row < rows->count; row++) {
        int width = yk_text_width(yk_rows_at(rows, row, column));
        if (width > widest)
            widest = width;
    }
    return widest + 2 < WIDEST ? widest + 2 : WIDEST;
}

static void add_sheet(struct yk_sheets *out, const char *name, const struct yk_rows *rows)
{
    struct yk_column *column = YK_ARENA_ARRAY(out->arena, struct yk_column, rows->width);
    for (size_t i = 0; i < rows->width; i++) {
        const char *heading = yk_arena_copy(out->arena, rows->heading[i]);
        column[i] = (struct yk_column){
            .key = heading, .heading = heading, .format = YK_AS_TEXT, .width = width_of(rows, i)};
    }
    struct yk_sheet *sheet = yk_sheets_add(out, name, NULL);
    sheet->data = true;
    struct yk_table *table = yk_sheet_table(out, sheet, name, NULL, column, rows->width);
    for (size_t row = 0; row < rows->count; row++) {
        struct yk_cell *cell = yk_table_row(out, table);
        for (size_t i = 0; i < rows->width; i++)
            cell[i] = yk_text_cell(yk_arena_copy(out->arena, yk_rows_at(rows, row, i)));
    }
}

void yk_report_xlsform(struct yk_sheets *out, const struct yk_rows *survey,
                       const struct yk_rows *choices, const struct yk_rows *settings)
{
    add_sheet(out, "survey", survey);
    add_sheet(out, "choices", choices);
    if (settings)
        add_sheet(out, "settings", settings);
}
