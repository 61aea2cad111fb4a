/* rules_read.c - a folder of rule tables against what is in force. */
#include "rules_read.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "youka/base/say.h"
#include "youka/intake/source.h"

enum { MOST_ROWS = 20000 };

/* Tables whose keys are a closed list: the form's, or what is there already. NULL: any key will do.
 */
static const char *const closed[][2] = {
    {"category_priors.csv", "category"},
    {"vehicle_priors.csv", "vehicle_class"},
    {"source_priors.csv", "info_source"},
    {"fuel_priors.csv", "fuel_grade"},
    {"spread_priors.csv", ""},
    {"market_priors.csv", ""},
    {"plan_priors.csv", ""},
    {"sales_priors.csv", ""},
    {"unit_priors.csv", ""},
    {"station_priors.csv", ""},
    {"tiers.csv", ""},
};

struct reading {
    struct yk_rules_reading *out;
    const struct yk_form *form;
    struct yk_arena *a;
    size_t file_room, change_room;
    const struct yk_rows **rows; /* of each file */
};

static int is_csv(const struct dirent *e)
{
    size_t n = strlen(e->d_name);
    return e->d_name[0] != '.' && n > 4 && strcmp(e->d_name + n - 4, ".csv") == 0;
}

static bool known_key(const struct reading *r, const char *file, const char *const *row)
{
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (!strcmp(closed[i][0], file))
            return *closed[i][1] && yk_choice_of_code(&r->form->vocabulary, closed[i][1], row[0]);
    return true;
}

/* The line of the row with this key, 0 where none was read. */
static size_t line_of(const struct yk_rows *rows, const char *file, const char *const *row,
                      struct yk_arena *a)
{
    size_t keys = yk_rules_keys(file), line = 0;
    for (size_t i = 0; i < rows->count; i++) {
        size_t k = 0;
        for (; k < keys; k++) {
            size_t c = 0;
            while (c < rows->width && strcmp(rows->heading[c], yk_rules_heading(file, k)) != 0)
                c++;
            if (c == rows->width || strcmp(yk_text_trim(a, yk_rows_at(rows, i, c)), row[k]) != 0)
                break;
        }
        if (k == keys)
            line = rows->line[i];
    }
    return line;
}

static bool same(const char *const *a, const char *const *b, size_t width)
{
    for (size_t i = 0; i < width; i++)
        if (strcmp(a[i], b[i]) != 0)
            return false;
    return true;
}

/* Rows of the table that were read and differ from what is in force. */
static yk_code compare(struct reading *r, struct yk_rules_file *f, const struct yk_rows *rows,
                       struct yk_err *err)
{
    struct yk_rules_reading *out = r->out;
    for (size_t i = 0; i < yk_rules_count(&out->after, f->file); i++) {
        const char *const *row = yk_rules_row(&out->after, f->file, i, r->a);
        size_t line = line_of(rows, f->file, row, r->a);
        if (!line)
            continue;
        f->rows++;
        size_t at = yk_rules_find(&out->before, f->file, row);
        if (at == SIZE_MAX && !known_key(r, f->file, row))
            return yk_fail(err, YK_E_DATA,
                           _("%s line %zu, column %s: nobody knows «%s»; see `youka rules export` "
                             "for the keys there are"),
                           f->file, line, yk_rules_heading(f->file, 0), row[0]);
        const char *const *before =
            at == SIZE_MAX ? NULL : yk_rules_row(&out->before, f->file, at, r->a);
        if (before && same(before, row, yk_rules_width(f->file)))
            continue;
        *(before ? &f->changed : &f->added) += 1;
        out->change = yk_grow(out->change, &r->change_room, out->changes + 1, sizeof *out->change);
        out->change[out->changes++] = (struct yk_rules_change){f->file, line, row, before};
    }
    return YK_OK;
}

static yk_code read_file(struct reading *r, const char *dir, const char *name, struct yk_err *err)
{
    struct yk_rules_reading *out = r->out;
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    if (yk_source_open(&source, yk_arena_printf(r->a, "%s/%s", dir, name), err))
        return err->code;
    yk_code code = yk_source_all(&rows, source, MOST_ROWS, err);
    if (!code)
        code = yk_rules_read(&out->after, name, rows, r->a, err);
    if (!code) {
        struct yk_rows *kept = YK_ARENA_ARRAY(r->a, struct yk_rows, 1);
        yk_rows_copy(kept, rows, r->a);
        const char **heading = YK_ARENA_ARRAY(r->a, const char *, rows->width);
        for (size_t i = 0; i < rows->width; i++)
            heading[i] = yk_arena_copy(r->a, rows->heading[i]);
        kept->heading = heading;
        out->file = yk_grow(out->file, &r->file_room, out->files + 1, sizeof *out->file);
        out->file[out->files] = (struct yk_rules_file){.file = yk_arena_copy(r->a, name)};
        r->rows[out->files] = kept;
        code = compare(r, &out->file[out->files++], kept, err);
    }
    yk_source_close(source);
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
    out->fault = YK_ARENA_ARRAY(r->a, struct yk_rules_fault, count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t line = 0;
        for (size_t k = 0; k < out->files; k++)
            if (!strcmp(out->file[k].file, fault[i].file) && yk_rules_keys(fault[i].file) == 1)
                line = line_of(r->rows[k], fault[i].file, &fault[i].key, r->a);
        out->fault[out->faults++] = (struct yk_rules_fault){fault[i], line};
        out->errors += !fault[i].warning;
    }
}

/* Arrays that grew on the heap go to the arena, where the caller wants them. */
static void settle(struct reading *r)
{
    struct yk_rules_reading *out = r->out;
    struct yk_rules_file *file = YK_ARENA_ARRAY(r->a, struct yk_rules_file, out->files + 1);
    struct yk_rules_change *change = YK_ARENA_ARRAY(r->a, struct yk_rules_change, out->changes + 1);
    if (out->files)
        memcpy(file, out->file, out->files * sizeof *file);
    if (out->changes)
        memcpy(change, out->change, out->changes * sizeof *change);
    free(out->file);
    free(out->change);
    out->file = file;
    out->change = change;
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
    r.rows = YK_ARENA_ARRAY(a, const struct yk_rows *, count > 0 ? (size_t)count : 1);
    for (int i = 0; i < count; i++) {
        if (!code)
            code = read_file(&r, dir, entry[i]->d_name, err);
        free(entry[i]);
    }
    free(entry);
    settle(&r);
    if (!code)
        find_faults(&r);
    yk_form_free(form);
    return code;
}
