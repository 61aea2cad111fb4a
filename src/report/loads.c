/* loads.c - what a load did, file by file, and the rows it refused. */
#include "youka/report/loads.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/say.h"

struct yk_load *yk_load_add(struct yk_loads *l, const struct yk_batch_head *head,
                            const struct yk_rows *headings, struct yk_arena *a)
{
    l->load = yk_grow(l->load, &l->room, l->count + 1, sizeof *l->load);
    struct yk_load *file = &l->load[l->count++];
    *file = (struct yk_load){.head = *head, .width = headings->width};
    file->heading = YK_ARENA_ARRAY(a, const char *, headings->width);
    for (size_t c = 0; c < headings->width; c++)
        file->heading[c] = yk_arena_copy(a, headings->heading[c]);
    return file;
}

static const char *joined(struct yk_arena *a, const char *so_far, const char *more)
{
    return strstr(so_far, more) ? so_far : yk_arena_printf(a, "%s; %s", so_far, more);
}

/* The bad cells of one row follow one another, so the last refused row is the only one to join. */
static void refuse_row(struct yk_load *file, const struct yk_reject *r, const struct yk_rows *rows,
                       struct yk_arena *a)
{
    const char *reason = *r->heading ? yk_arena_printf(a, "%s: %s", r->heading, r->reason)
                                     : yk_arena_copy(a, r->reason);
    struct yk_refused_row *last = file->rows ? &file->row[file->rows - 1] : NULL;
    if (last && last->line == rows->line[r->row]) {
        last->reason = joined(a, last->reason, reason);
        last->hint = joined(a, last->hint, r->hint);
        return;
    }
    file->row = yk_grow(file->row, &file->row_room, file->rows + 1, sizeof *file->row);
    const char **cell = YK_ARENA_ARRAY(a, const char *, rows->width);
    for (size_t c = 0; c < rows->width; c++)
        cell[c] = yk_arena_copy(a, yk_rows_at(rows, r->row, c));
    file->row[file->rows++] = (struct yk_refused_row){.line = rows->line[r->row],
                                                      .cell = cell,
                                                      .reason = reason,
                                                      .hint = yk_arena_copy(a, r->hint)};
}

void yk_load_refuse(struct yk_loads *l, struct yk_load *file, const struct yk_reject *reject,
                    const struct yk_rows *rows, struct yk_arena *a)
{
    l->reject = yk_grow(l->reject, &l->reject_room, l->rejects + 1, sizeof *l->reject);
    struct yk_reject *kept = &l->reject[l->rejects++];
    *kept = *reject;
    kept->file = yk_arena_copy(a, reject->file);
    kept->heading = yk_arena_copy(a, reject->heading);
    kept->value = yk_arena_copy(a, reject->value);
    kept->reason = yk_arena_copy(a, reject->reason);
    kept->hint = yk_arena_copy(a, reject->hint);
    if (rows)
        refuse_row(file, kept, rows, a);
}

void yk_load_warn(struct yk_loads *l, const char *sentence, struct yk_arena *a)
{
    l->warning = yk_grow(l->warning, &l->warning_room, l->warnings + 1, sizeof *l->warning);
    l->warning[l->warnings++] = yk_arena_copy(a, sentence);
}

void yk_loads_release(struct yk_loads *l)
{
    for (size_t i = 0; i < l->count; i++)
        free(l->load[i].row);
    free(l->load);
    free(l->reject);
    free(l->warning);
    *l = (struct yk_loads){0};
}

static void batches(struct yk_sheets *out, struct yk_sheet *sheet, const struct yk_loads *l)
{
    const struct yk_column column[] = {
        {.key = "id"},
        {.key = "file", .heading = _("file"), .format = YK_AS_TEXT},
        {.key = "encoding", .heading = _("encoding"), .format = YK_AS_TEXT},
        {.key = "separator"},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
        {.key = "loaded", .heading = _("new"), .format = YK_AS_COUNT},
        {.key = "superseded", .heading = _("mended"), .format = YK_AS_COUNT},
        {.key = "unchanged", .heading = _("unchanged"), .format = YK_AS_COUNT},
        {.key = "rejected", .heading = _("refused"), .format = YK_AS_COUNT},
        {.key = "blank", .heading = _("blank"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(out, sheet, "batches", NULL, column, sizeof column / sizeof *column);
    for (size_t i = 0; i < l->count; i++) {
        const struct yk_load *file = &l->load[i];
        struct yk_cell *row = yk_table_row(out, t);
        row[0] = yk_text_cell(yk_arena_copy(out->arena, file->head.id.text));
        row[1] = yk_text_cell(file->head.file);
        row[2] = yk_text_cell(file->head.encoding);
        row[3] = yk_text_cell(yk_arena_text(out->arena, &file->head.separator, 1));
        row[4] = yk_number_cell((double)file->counts.rows);
        row[5] = yk_number_cell((double)file->counts.loaded);
        row[6] = yk_number_cell((double)file->counts.superseded);
        row[7] = yk_number_cell((double)file->counts.unchanged);
        row[8] = yk_number_cell((double)file->counts.rejected);
        row[9] = yk_number_cell((double)file->counts.blank);
    }
}

/* For scripts: the screen has had them one by one already. */
static void rejects(struct yk_sheets *out, struct yk_sheet *sheet, const struct yk_loads *l)
{
    const struct yk_column column[] = {{.key = "file"},  {.key = "line"},   {.key = "heading"},
                                       {.key = "value"}, {.key = "reason"}, {.key = "hint"}};
    struct yk_table *t =
        yk_sheet_table(out, sheet, "rejects", NULL, column, sizeof column / sizeof *column);
    for (size_t i = 0; i < l->rejects; i++) {
        const struct yk_reject *r = &l->reject[i];
        struct yk_cell *row = yk_table_row(out, t);
        row[0] = yk_text_cell(r->file);
        row[1] = yk_number_cell((double)r->line);
        row[2] = yk_text_cell(r->heading);
        row[3] = (struct yk_cell){.kind = YK_CELL_TEXT, .text = r->value}; /* "" stays a text */
        row[4] = yk_text_cell(r->reason);
        row[5] = yk_text_cell(r->hint);
    }
}

void yk_report_loads(struct yk_sheets *out, const struct yk_loads *l)
{
    const struct yk_column sentence = {.key = ""};
    struct yk_sheet *sheet = yk_sheets_add(out, "load", NULL);
    batches(out, sheet, l);
    rejects(out, sheet, l);
    struct yk_table *t = yk_sheet_table(out, sheet, "warnings", NULL, &sentence, 1);
    for (size_t i = 0; i < l->warnings; i++)
        yk_table_row(out, t)[0] = yk_text_cell(l->warning[i]);
}

void yk_report_loads_book(struct yk_sheets *out, const struct yk_loads *l)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct yk_load *file = &l->load[i];
        if (file->rows)
            yk_report_rejects(out, file->head.file, file->heading, file->width, file->row,
                              file->rows);
    }
}
