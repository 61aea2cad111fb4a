/* rules_read.c - a folder of rule tables against what is in force. */
#include "rules_read.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "youka/base/map.h"
#include "youka/base/say.h"
#include "youka/intake/source.h"

enum { MOST_ROWS = 20000 };

/* Lists of the form that are the keys of a table. */
static const char *const form_list[][2] = {
    {"category_priors.csv", "category"},
    {"vehicle_priors.csv", "vehicle_class"},
    {"source_priors.csv", "info_source"},
    {"fuel_priors.csv", "fuel_grade"},
};

struct reading {
    struct yk_rules_reading *out;
    const struct yk_form *form;
    struct yk_arena *a;
    size_t file_room, change_room, fault_room;
    struct yk_map *line; /* of each file: its rows' lines by key_of */
};

static void add_fault(struct reading *r, struct yk_rule_fault fault, size_t line)
{
    struct yk_rules_reading *out = r->out;
    out->fault = yk_grow(out->fault, &r->fault_room, out->faults + 1, sizeof *out->fault);
    out->fault[out->faults++] = (struct yk_rules_fault){fault, line};
    out->errors += !fault.warning;
}

/* What stopped the reading, its place in the sentence. */
static void add_error(struct reading *r, const char *file, size_t line, const char *sentence)
{
    add_fault(r, (struct yk_rule_fault){file, "", "", yk_arena_copy(r->a, sentence), false}, line);
}

static int is_csv(const struct dirent *e)
{
    size_t n = strlen(e->d_name);
    return e->d_name[0] != '.' && n > 4 && strcmp(e->d_name + n - 4, ".csv") == 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* Of a row whose key is not in force: whether there may be such a row. Coefficients and tiers are
 * asked for by name, so that nobody would ever ask for another. */
static bool may_be_added(const struct reading *r, const char *file, const char *const *row)
{
    for (size_t i = 0; i < sizeof form_list / sizeof *form_list; i++)
        if (!strcmp(form_list[i][0], file))
            return yk_choice_of_code(&r->form->vocabulary, form_list[i][1], row[0]);
    return !ends_with(file, "_priors.csv") && strcmp(file, "tiers.csv") != 0;
}

/* The cells of the key as one text. */
static const char *key_of(const char *file, const char *const *row, struct yk_arena *a)
{
    const char *key = row[0];
    for (size_t k = 1; k < yk_rules_keys(file); k++)
        key = yk_arena_printf(a, "%s\x1f%s", key, row[k]);
    return key;
}

static size_t line_of(const struct yk_map *lines, const char *file, const char *const *row,
                      struct yk_arena *a)
{
    size_t line;
    return yk_map_find(lines, key_of(file, row, a), &line) ? line : 0;
}

/* Lines by key. A key that stands twice is an error: only one of its rows could count. */
static void note_lines(struct reading *r, struct yk_map *lines, const char *file,
                       const struct yk_rows *rows)
{
    size_t keys = yk_rules_keys(file), first;
    const char **cell = YK_ARENA_ARRAY(r->a, const char *, keys);
    size_t *column = YK_ARENA_ARRAY(r->a, size_t, keys);
    for (size_t k = 0; k < keys; k++)
        while (strcmp(rows->heading[column[k]], yk_rules_heading(file, k)) != 0)
            column[k]++;
    for (size_t i = 0; i < rows->count; i++) {
        for (size_t k = 0; k < keys; k++)
            cell[k] = yk_text_trim(r->a, yk_rows_at(rows, i, column[k]));
        const char *key = yk_arena_copy(r->a, key_of(file, cell, r->a));
        if (yk_map_add(lines, key, rows->line[i]))
            continue;
        (void)yk_map_find(lines, key, &first);
        add_fault(
            r,
            (struct yk_rule_fault){
                file, cell[0], yk_rules_heading(file, 0),
                yk_arena_printf(
                    r->a, _("this row stands in line %zu already; delete one of the two"), first),
                false},
            rows->line[i]);
    }
}

static bool same(const char *const *a, const char *const *b, size_t width)
{
    for (size_t i = 0; i < width; i++)
        if (strcmp(a[i], b[i]) != 0)
            return false;
    return true;
}

/* Otherwise a fault is told. */
static bool key_is_known(struct reading *r, const char *file, const char *const *row, size_t line)
{
    if (yk_rules_find(&r->out->before, file, row) != SIZE_MAX || may_be_added(r, file, row))
        return true;
    const char *sentence = yk_arena_printf(
        r->a, _("nobody knows «%s»; see `youka rules export` for the keys there are"), row[0]);
    add_fault(r, (struct yk_rule_fault){file, row[0], yk_rules_heading(file, 0), sentence, false},
              line);
    return false;
}

/* Rows of the table that were read and differ from what is in force. */
static void compare(struct reading *r, struct yk_rules_file *f, const struct yk_map *lines)
{
    struct yk_rules_reading *out = r->out;
    for (size_t i = 0; i < yk_rules_count(&out->after, f->file); i++) {
        const char *const *row = yk_rules_row(&out->after, f->file, i, r->a);
        size_t line = line_of(lines, f->file, row, r->a);
        if (!line)
            continue;
        if (!key_is_known(r, f->file, row, line))
            continue;
        size_t at = yk_rules_find(&out->before, f->file, row);
        f->rows++;
        const char *const *before =
            at == SIZE_MAX ? NULL : yk_rules_row(&out->before, f->file, at, r->a);
        if (before && same(before, row, yk_rules_width(f->file)))
            continue;
        *(before ? &f->changed : &f->added) += 1;
        out->change = yk_grow(out->change, &r->change_room, out->changes + 1, sizeof *out->change);
        out->change[out->changes++] = (struct yk_rules_change){f->file, line, row, before};
    }
}

/* A table that is not taken: every row by itself, to tell all that is wrong at once. */
static void tell_rows(struct reading *r, const char *file, const struct yk_rows *rows)
{
    struct yk_rules none = {0};
    struct yk_err err = {0};
    struct yk_rows one = *rows;
    one.count = 0;
    if (yk_rules_read(&none, file, &one, r->a, &err)) {
        add_error(r, file, rows->heading_line, err.text);
        return;
    }
    one.count = 1;
    for (size_t i = 0; i < rows->count; i++) {
        one.cell = rows->cell + i * rows->width;
        one.line = rows->line + i;
        one.extra = rows->extra + i;
        none = (struct yk_rules){0};
        if (yk_rules_read(&none, file, &one, r->a, &err))
            add_error(r, file, rows->line[i], err.text);
        else if (yk_rules_count(&none, file))
            (void)key_is_known(r, file, yk_rules_row(&none, file, 0, r->a), rows->line[i]);
    }
}

static void take_rows(struct reading *r, const char *file, const struct yk_rows *rows)
{
    struct yk_rules_reading *out = r->out;
    struct yk_err err = {0};
    if (yk_rules_read(&out->after, file, rows, r->a, &err)) {
        tell_rows(r, file, rows);
        return;
    }
    out->file = yk_grow(out->file, &r->file_room, out->files + 1, sizeof *out->file);
    struct yk_rules_file *f = &out->file[out->files];
    *f = (struct yk_rules_file){.file = file};
    note_lines(r, &r->line[out->files], file, rows);
    compare(r, f, &r->line[out->files++]);
}

/* What is wrong with a table is told together with all the others; a disk that fails is not. */
static yk_code read_file(struct reading *r, const char *dir, const char *name, struct yk_err *err)
{
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    struct yk_err said = {0};
    const char *file = yk_arena_copy(r->a, name);
    yk_code code = yk_source_open(&source, yk_arena_printf(r->a, "%s/%s", dir, name), &said);
    if (!code)
        code = yk_source_all(&rows, source, MOST_ROWS, &said);
    if (!code)
        take_rows(r, file, rows);
    else if (code != YK_E_IO)
        add_error(r, file, 0, said.text);
    yk_source_close(source);
    if (code != YK_E_IO)
        return YK_OK;
    *err = said;
    return code;
}

static void find_faults(struct reading *r)
{
    struct yk_rules_reading *out = r->out;
    struct yk_rule_fault *fault;
    const char **field = YK_ARENA_ARRAY(r->a, const char *, r->form->fields + 1);
    for (size_t i = 0; i < r->form->fields; i++)
        field[i] = r->form->field[i].name;
    const struct yk_rules_form form = {&r->form->vocabulary, field};
    size_t count = yk_rules_faults(&fault, &out->after, &form, r->a);
    for (size_t i = 0; i < count; i++) {
        size_t line = 0;
        for (size_t k = 0; k < out->files; k++)
            if (!strcmp(out->file[k].file, fault[i].file) && yk_rules_keys(fault[i].file) == 1)
                line = line_of(&r->line[k], fault[i].file, &fault[i].key, r->a);
        add_fault(r, fault[i], line);
    }
}

/* An array that grew on the heap goes to the arena, where the caller wants it. */
static void *settled(void *items, size_t count, size_t each, struct yk_arena *a)
{
    void *kept = yk_arena_items(a, count + 1, each);
    if (count)
        memcpy(kept, items, count * each);
    free(items);
    return kept;
}

static void settle(struct reading *r, size_t files)
{
    struct yk_rules_reading *out = r->out;
    out->file = settled(out->file, out->files, sizeof *out->file, r->a);
    out->change = settled(out->change, out->changes, sizeof *out->change, r->a);
    out->fault = settled(out->fault, out->faults, sizeof *out->fault, r->a);
    for (size_t i = 0; i < files; i++)
        yk_map_release(&r->line[i]);
}

yk_code yk_rules_read_dir(struct yk_rules_reading *out, const struct yk_wish *wish, const char *dir,
                          struct yk_arena *a, struct yk_err *err)
{
    struct yk_form *form = NULL;
    struct dirent **entry = NULL;
    struct reading r = {.out = out, .a = a};
    *out = (struct yk_rules_reading){0};
    if (yk_desk_rules_of(&out->before, wish, a, err) ||
        yk_desk_form(&form, wish, "client_survey", a, err))
        return err->code;
    out->after = out->before;
    r.form = form;
    int count = scandir(dir, &entry, is_csv, alphasort);
    yk_code code = YK_OK;
    if (count < 0)
        code = yk_fail(err, YK_E_IO, _("%s: cannot be opened: %s"), dir, strerror(errno));
    else if (count == 0)
        code = yk_fail(err, YK_E_FOUND,
                       _("%s holds no .csv file; `youka rules export DIR` writes them"), dir);
    r.line = YK_ARENA_ARRAY(a, struct yk_map, count > 0 ? (size_t)count : 1);
    for (int i = 0; i < count; i++) {
        if (!code)
            code = read_file(&r, dir, entry[i]->d_name, err);
        free(entry[i]);
    }
    free(entry);
    if (!code && !out->errors) /* of tables that were not taken it would tell untruths */
        find_faults(&r);
    settle(&r, count > 0 ? (size_t)count : 0);
    yk_form_free(form);
    return code;
}
