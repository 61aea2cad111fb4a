/* file.c - what youka sees in a file, without form or database. */
#include "intake.h"
#include "jobs.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/num.h"
#include "youka/base/say.h"

enum {                       /* shown at once */
       MOST_CELLS = 1 << 20, /* blank ones, up to the widest row, included */
       MOST_BYTES = 32 << 20,
};

/* All rows as they stand, kept until it is known how wide the widest is. */
struct rows {
    struct yk_arena *arena;
    struct row {
        const char **cell;
        size_t cells, line;
    } * row;
    size_t count, room, width, bytes;
};

static void keep_row(struct rows *rows, size_t line, const char *const *cell, size_t width)
{
    rows->row = yk_grow(rows->row, &rows->room, rows->count + 1, sizeof *rows->row);
    while (width && !*cell[width - 1])
        width--;
    struct row *row = &rows->row[rows->count++];
    *row = (struct row){YK_ARENA_ARRAY(rows->arena, const char *, width), width, line};
    for (size_t c = 0; c < width; c++) {
        row->cell[c] = *cell[c] ? yk_arena_copy(rows->arena, cell[c]) : "";
        rows->bytes += strlen(cell[c]);
    }
    rows->width = width > rows->width ? width : rows->width;
}

static yk_code read_rows(struct rows *rows, struct yk_source *source, const char *path, size_t most,
                         struct yk_err *err)
{
    const struct yk_rows *piece;
    bool begun = false;
    do {
        if (yk_source_next(&piece, source, err))
            return err->code;
        if (!begun && piece->heading_line)
            keep_row(rows, piece->heading_line, piece->heading, piece->width);
        begun = true;
        for (size_t r = 0; r < piece->count && rows->count <= most; r++)
            keep_row(rows, piece->line[r], &piece->cell[r * piece->width], piece->width);
        if (rows->count * rows->width > MOST_CELLS || rows->bytes > MOST_BYTES)
            return yk_fail(err, YK_E_DATA,
                           _("%s: has more than %d cells or %d MiB of text, too much to show; "
                             "--rows 100 shows the first hundred rows"),
                           path, MOST_CELLS, MOST_BYTES >> 20);
    } while (piece->count && rows->count <= most);
    return YK_OK;
}

static void show_rows(struct yk_sheets *s, struct yk_sheet *sheet, const struct rows *rows)
{
    const struct yk_column line = {.key = "", .format = YK_AS_COUNT};
    struct yk_column *column = YK_ARENA_ARRAY(s->arena, struct yk_column, rows->width);
    for (size_t c = 0; c < rows->width; c++)
        column[c] = (struct yk_column){.key = "", .heading = "", .format = YK_AS_TEXT};
    struct yk_table *t = yk_sheet_table(s, sheet, "rows", NULL, column, rows->width);
    struct yk_table *lines = yk_sheet_table(s, sheet, "lines", NULL, &line, 1);
    t->bare = true;
    for (size_t r = 0; r < rows->count; r++) {
        const struct row *row = &rows->row[r];
        struct yk_cell *to = yk_table_row(s, t);
        for (size_t c = 0; c < rows->width; c++) /* a blank stays "" in JSON */
            to[c] =
                (struct yk_cell){.kind = YK_CELL_TEXT, .text = c < row->cells ? row->cell[c] : ""};
        yk_table_row(s, lines)[0] = yk_number_cell((double)row->line);
    }
}

static void show_facts(struct yk_sheets *s, struct yk_sheet *sheet, const struct yk_source_facts *f,
                       struct yk_arena *a)
{
    const struct yk_column column[] = {
        {.key = "encoding", .heading = _("encoding"), .format = YK_AS_TEXT},
        {.key = "separator", .heading = _("separator"), .format = YK_AS_TEXT},
        {.key = "sheet", .heading = *f->sheet ? _("sheet") : NULL, .format = YK_AS_TEXT},
    };
    struct yk_table *t = yk_sheet_table(s, sheet, "", NULL, column, 3);
    struct yk_cell *row = yk_table_row(s, t);
    row[0] = yk_text_cell(yk_intake_encoding(f));
    row[1] = yk_text_cell(f->separator == '\t' ? "tab" : yk_arena_text(a, &f->separator, 1));
    row[2] = yk_text_cell(yk_arena_copy(a, f->sheet));
}

yk_code yk_run_file_show(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_source *source = NULL;
    struct rows kept = {.arena = a};
    const struct yk_source_ask ask = {.sheet = wish->option[YK_OPT_SHEET], .as_it_stands = true};
    double most = 1e18;
    if (wish->option[YK_OPT_ROWS] &&
        (yk_num_read(&most, wish->option[YK_OPT_ROWS]) != YK_NUM_OK || most < 0))
        return yk_fail(err, YK_E_USAGE, _("--rows takes a whole number, not «%s»"),
                       wish->option[YK_OPT_ROWS]);
    yk_code code = yk_source_open_as(&source, wish->word[0], &ask, err);
    if (!code)
        code = read_rows(&kept, source, wish->word[0], (size_t)most, err);
    if (!code) {
        struct yk_sheet *sheet = yk_sheets_add(&out->sheets, "file", NULL);
        show_facts(&out->sheets, sheet, yk_source_facts(source), a);
        show_rows(&out->sheets, sheet, &kept);
    }
    free(kept.row);
    yk_source_close(source);
    return code;
}
