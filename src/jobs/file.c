/* file.c - what youka sees in a file, without form or database. */
#include "jobs.h"

#include <string.h>

#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/intake/source.h"

/* The whole file as text, headings first: rows and the lines they stand on. */
static void add_row(struct yk_sheets *s, struct yk_table *rows, struct yk_table *lines, size_t line,
                    const char *const *cell)
{
    struct yk_cell *to = yk_table_row(s, rows);
    for (size_t c = 0; c < rows->columns; c++) /* a blank stays "" in JSON */
        to[c] = (struct yk_cell){.kind = YK_CELL_TEXT, .text = yk_arena_copy(s->arena, cell[c])};
    yk_table_row(s, lines)[0] = yk_number_cell((double)line);
}

static struct yk_table *rows_table(struct yk_sheets *s, struct yk_sheet *sheet,
                                   const struct yk_rows *r)
{
    struct yk_column *column = YK_ARENA_ARRAY(s->arena, struct yk_column, r->width);
    for (size_t c = 0; c < r->width; c++)
        column[c] = (struct yk_column){.key = "", .heading = "", .format = YK_AS_TEXT};
    struct yk_table *t = yk_sheet_table(s, sheet, "rows", NULL, column, r->width);
    t->bare = true;
    return t;
}

static void show_facts(struct yk_sheets *s, struct yk_sheet *sheet, const struct yk_source_facts *f,
                       struct yk_arena *a)
{
    const struct yk_column column[] = {
        {.key = "encoding", .heading = _("encoding"), .format = YK_AS_TEXT},
        {.key = "separator", .heading = _("separator"), .format = YK_AS_TEXT},
        {.key = "sheet", .format = YK_AS_TEXT},
    };
    struct yk_table *t = yk_sheet_table(s, sheet, "", NULL, column, 3);
    struct yk_cell *row = yk_table_row(s, t);
    row[0] = yk_text_cell(yk_encoding_name(f->encoding));
    row[1] = yk_text_cell(f->separator == '\t' ? "tab" : yk_arena_printf(a, "%c", f->separator));
}

yk_code yk_run_file_show(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_source *source = NULL;
    const struct yk_rows *piece;
    const struct yk_column line = {.key = "", .format = YK_AS_COUNT};
    double most = 1e18;
    if (wish->option[YK_OPT_ROWS] &&
        (yk_num_read(&most, wish->option[YK_OPT_ROWS]) != YK_NUM_OK || most < 0))
        return yk_fail(err, YK_E_USAGE, _("--rows takes a whole number, not «%s»"),
                       wish->option[YK_OPT_ROWS]);
    if (yk_source_open(&source, wish->word[0], err) || yk_source_next(&piece, source, err))
        goto out;
    struct yk_sheets *s = &out->sheets;
    struct yk_sheet *sheet = yk_sheets_add(s, "file", NULL);
    show_facts(s, sheet, yk_source_facts(source), a);
    struct yk_table *rows = rows_table(s, sheet, piece);
    struct yk_table *lines = yk_sheet_table(s, sheet, "lines", NULL, &line, 1);
    add_row(s, rows, lines, piece->heading_line, piece->heading);
    while (piece->count && (double)rows->rows <= most) {
        for (size_t r = 0; r < piece->count && (double)rows->rows <= most; r++)
            add_row(s, rows, lines, piece->line[r], &piece->cell[r * piece->width]);
        if (yk_source_next(&piece, source, err))
            goto out;
    }
out:
    yk_source_close(source);
    return err->code;
}
