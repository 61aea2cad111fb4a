/* rejects.c - refused rows as they came, with what to mend, in a sheet that loads back. */
#include "words.h"
#include "youka/base/say.h"

#define ADDED 3 /* line, reason, hint */

void yk_report_rejects(struct yk_sheets *out, const char *file, const char *const *heading,
                       size_t width, const struct yk_refused_row *row, size_t rows)
{
    struct yk_column *column = YK_ARENA_ARRAY(out->arena, struct yk_column, width + ADDED);
    for (size_t i = 0; i < width; i++)
        column[i] = (struct yk_column){.heading = heading[i], .format = YK_AS_TEXT};
    column[width] = (struct yk_column){.heading = _("line"), .format = YK_AS_COUNT};
    column[width + 1] = (struct yk_column){.heading = _("reason"), .format = YK_AS_WRAP};
    column[width + 2] = (struct yk_column){.heading = _("how to mend it"), .format = YK_AS_WRAP};
    struct yk_sheet *sheet = yk_sheets_add(out, file, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    struct yk_table *t = yk_sheet_table(out, sheet, "rows", NULL, column, width + ADDED);
    for (size_t r = 0; r < rows; r++) {
        struct yk_cell *c = yk_table_row(out, t);
        for (size_t i = 0; i < width; i++)
            c[i] = yk_text_cell(row[r].cell[i]);
        c[width] = yk_number_cell((double)row[r].line);
        c[width + 1] = yk_toned(yk_text_cell(row[r].reason), YK_TONE_WARN);
        c[width + 2] = yk_text_cell(row[r].hint);
    }
}
