/* loads.c - what a load did, file by file, and the rows it refused. */
#include "youka/report/loads.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/say.h"

struct yk_load *yk_load_add(struct yk_loads *l, const struct yk_batch_head *head)
{
    l->load = yk_grow(l->load, &l->room, l->count + 1, sizeof *l->load);
    struct yk_load *file = &l->load[l->count++];
    *file = (struct yk_load){.head = *head};
    return file;
}

static const char *const *copied(struct yk_arena *a, const char *const *text, size_t count)
{
    const char **copy = YK_ARENA_ARRAY(a, const char *, count);
    for (size_t i = 0; i < count; i++)
        copy[i] = yk_arena_copy(a, text[i]);
    return copy;
}

size_t yk_load_table(struct yk_load *file, const char *name, const char *const *heading,
                     const char *const *label, size_t width, struct yk_arena *a)
{
    for (size_t i = 0; i < file->tables; i++)
        if (!strcmp(file->table[i].name, name))
            return i;
    file->table = yk_grow(file->table, &file->table_room, file->tables + 1, sizeof *file->table);
    file->table[file->tables] = (struct yk_refused){.name = yk_arena_copy(a, name),
                                                    .heading = copied(a, heading, width),
                                                    .label = label ? copied(a, label, width) : NULL,
                                                    .width = width};
    return file->tables++;
}

static const char *joined(struct yk_arena *a, const char *so_far, const char *more)
{
    if (!*so_far)
        return more;
    return strstr(so_far, more) ? so_far : yk_arena_printf(a, "%s; %s", so_far, more);
}

/* The row that stands on this line, the last ones first: a row's bad cells follow one another. */
static struct yk_refused_row *row_of(struct yk_refused *t, size_t line)
{
    for (size_t i = t->rows; i-- > 0;)
        if (t->row[i].line == line)
            return &t->row[i];
    return NULL;
}

static struct yk_refused_row *add_row(struct yk_refused *t, size_t line, const char *const *cell,
                                      struct yk_arena *a)
{
    t->row = yk_grow(t->row, &t->room, t->rows + 1, sizeof *t->row);
    struct yk_refused_row *row = &t->row[t->rows++];
    *row = (struct yk_refused_row){
        .line = line, .cell = copied(a, cell, t->width), .reason = "", .hint = "", .key = ""};
    return row;
}

static void add_reason(struct yk_refused_row *row, const struct yk_reject *r, struct yk_arena *a)
{
    const char *reason =
        *r->heading ? yk_arena_printf(a, "%s: %s", r->heading, r->reason) : r->reason;
    row->reason = joined(a, row->reason, reason);
    row->hint = joined(a, row->hint, r->hint);
}

/* The lines of refused rows lie in their tables already. */
static void add_reason_to_line(struct yk_load *file, const struct yk_reject *r, struct yk_arena *a)
{
    for (size_t i = 0; i < file->tables; i++) {
        struct yk_refused_row *row =
            strcmp(file->table[i].name, r->file) ? NULL : row_of(&file->table[i], r->line);
        if (row)
            add_reason(row, r, a);
    }
}

void yk_load_refuse(struct yk_loads *l, struct yk_load *file, size_t table,
                    const struct yk_reject *reject, const struct yk_rows *rows, struct yk_arena *a)
{
    l->reject = yk_grow(l->reject, &l->reject_room, l->rejects + 1, sizeof *l->reject);
    struct yk_reject *kept = &l->reject[l->rejects++];
    *kept = *reject;
    kept->file = yk_arena_copy(a, reject->file);
    kept->heading = yk_arena_copy(a, reject->heading);
    kept->value = yk_arena_copy(a, reject->value);
    kept->reason = yk_arena_copy(a, reject->reason);
    kept->hint = yk_arena_copy(a, reject->hint);
    if (!rows) {
        add_reason_to_line(file, kept, a);
        return;
    }
    struct yk_refused *t = &file->table[table];
    struct yk_refused_row *last = t->rows ? &t->row[t->rows - 1] : NULL;
    if (!last || last->line != rows->line[kept->row]) {
        last = add_row(t, rows->line[kept->row], &rows->cell[kept->row * rows->width], a);
        last->key = yk_arena_copy(a, kept->key);
    }
    add_reason(last, kept, a);
}

void yk_load_refuse_line(struct yk_load *file, size_t table, const struct yk_refused_line *line,
                         struct yk_arena *a)
{
    add_row(&file->table[table], line->line, line->cell, a);
}

void yk_load_warn(struct yk_loads *l, const char *sentence, struct yk_arena *a)
{
    l->warning = yk_grow(l->warning, &l->warning_room, l->warnings + 1, sizeof *l->warning);
    l->warning[l->warnings++] = yk_arena_copy(a, sentence);
}

void yk_loads_release(struct yk_loads *l)
{
    for (size_t i = 0; i < l->count; i++) {
        for (size_t t = 0; t < l->load[i].tables; t++)
            free(l->load[i].table[t].row);
        free(l->load[i].table);
    }
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
    for (size_t i = 0; i < l->count; i++)
        for (size_t t = 0; t < l->load[i].tables; t++)
            if (l->load[i].table[t].rows)
                yk_report_rejects(out, &l->load[i].table[t]);
}
