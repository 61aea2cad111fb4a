/* rejects.c - refused rows as they came, with what to mend, in a sheet that loads back. */
#include <string.h>

#include "words.h"
#include "youka/base/say.h"

enum { LINE, REASON, HINT, KEY, ADDED }; /* columns after the input's own */

static bool has_heading(const struct yk_refused *t, const char *heading)
{
    for (size_t i = 0; i < t->width; i++)
        if (!strcmp(t->heading[i], heading))
            return true;
    return false;
}

/* Only rows that no server knows have a key of ours. */
static bool has_keys(const struct yk_refused *t)
{
    for (size_t r = 0; r < t->rows; r++)
        if (*t->row[r].key)
            return !has_heading(t, "row_id");
    return false;
}

void yk_report_rejects(struct yk_sheets *out, const struct yk_refused *table)
{
    size_t width = table->width, columns = width + (has_keys(table) ? ADDED : KEY);
    struct yk_column *column = YK_ARENA_ARRAY(out->arena, struct yk_column, width + ADDED);
    for (size_t i = 0; i < width; i++)
        column[i] = (struct yk_column){.heading = table->heading[i], .format = YK_AS_TEXT};
    for (size_t i = 0; i < width && table->label; i++) {
        column[i].code = table->heading[i];
        column[i].heading = table->label[i];
    }
    column[width + LINE] = (struct yk_column){.heading = _("line"), .format = YK_AS_COUNT};
    column[width + REASON] = (struct yk_column){.heading = _("reason"), .format = YK_AS_WRAP};
    column[width + HINT] = (struct yk_column){.heading = _("how to mend it"), .format = YK_AS_WRAP};
    column[width + KEY] =
        (struct yk_column){.heading = "row_id", .format = YK_AS_TEXT, .hidden = true};
    static const char *const code[ADDED] = {"line", "reason", "how to mend it", "row_id"};
    for (size_t i = 0; i < ADDED && table->label; i++)
        column[width + i].code = code[i];
    struct yk_sheet *sheet = yk_sheets_add(out, table->name, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    struct yk_table *t = yk_sheet_table(out, sheet, "rows", NULL, column, columns);
    for (size_t r = 0; r < table->rows; r++) {
        const struct yk_refused_row *row = &table->row[r];
        struct yk_cell *c = yk_table_row(out, t);
        for (size_t i = 0; i < width; i++)
            c[i] = yk_text_cell(row->cell[i]);
        c[width + LINE] = yk_number_cell((double)row->line);
        c[width + REASON] = yk_toned(yk_text_cell(row->reason), YK_TONE_WARN);
        c[width + HINT] = yk_text_cell(row->hint);
        if (columns > width + KEY)
            c[width + KEY] = yk_text_cell(row->key);
    }
}
