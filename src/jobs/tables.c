/* tables.c - which tables of a form a file holds: of a text one, of a workbook a sheet each. */
#include "tables.h"

#include <string.h>

#include "youka/base/file.h"
#include "youka/base/say.h"

/* What was learnt of a sheet by its headings and first rows. */
struct look {
    enum yk_table_kind kind;
    size_t group;
    bool rows;
};

static yk_code open_sheet(struct yk_source **out, const struct yk_tables *t, const char *sheet,
                          struct yk_err *err)
{
    const struct yk_source_ask ask = {
        .sheet = sheet, .known = yk_heading_known, .who = t->headings};
    return yk_source_open_in(out, t->book, &ask, err);
}

static yk_code look_at(struct look *look, struct yk_tables *t, const char *sheet,
                       struct yk_err *err)
{
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    yk_code code = open_sheet(&source, t, sheet, err);
    if (!code)
        code = yk_source_next(&rows, source, err);
    if (!code) {
        const struct yk_source_facts *facts = yk_source_facts(source);
        look->kind = yk_headings_judge(t->headings, sheet ? sheet : "", rows, &look->group);
        look->rows = rows->count > 0;
        t->encoding = yk_intake_encoding(facts);
        t->separator = facts->separator;
    }
    yk_source_close(source);
    return code;
}

static void add(struct yk_tables *t, const char *sheet, enum yk_table_kind kind, size_t group)
{
    t->table[t->count++] = (struct yk_table_of){.sheet = sheet, .kind = kind, .group = group};
}

static yk_code no_rows(const char *path, struct yk_err *err)
{
    return yk_fail(err, YK_E_DATA, _("%s has headings but no rows; there is nothing to load"),
                   path);
}

static yk_code find_in_text(struct yk_tables *t, const char *path, struct yk_err *err)
{
    struct look look;
    if (look_at(&look, t, NULL, err))
        return err->code;
    if (!look.rows)
        return no_rows(path, err);
    add(t, NULL, YK_TABLE_MAIN, 0);
    return YK_OK;
}

/* Every sheet in turn; `likely` is the first with rows that is seen and no repeat: where no sheet
 * is of the form, it is taken for one, so that the missing columns are told. */
static yk_code find_in_sheets(struct yk_tables *t, const char *only, const char **likely,
                              bool *headings_alone, struct yk_err *err)
{
    size_t sheets;
    const struct yk_source_sheet *sheet = yk_source_book_sheets(t->book, &sheets);
    *likely = NULL;
    *headings_alone = false;
    for (size_t i = 0; i < sheets; i++) {
        struct look look = {0};
        struct yk_err why;
        bool wanted = only ? !strcmp(only, sheet[i].name) : !sheet[i].hidden;
        yk_code code = look_at(&look, t, sheet[i].name, &why);
        if (code && code != YK_E_FOUND) {
            *err = why;
            return code;
        }
        if (look.kind == YK_TABLE_REPEAT ||
            (look.kind == YK_TABLE_MAIN && look.rows && (!only || !strcmp(only, sheet[i].name))))
            add(t, sheet[i].name, look.kind, look.group);
        else if (look.kind == YK_TABLE_MAIN)
            *headings_alone |= !look.rows;
        else if (look.rows && wanted && !*likely)
            *likely = sheet[i].name;
        if (look.kind == YK_TABLE_OTHER && look.rows && !sheet[i].hidden && !only)
            t->passed[t->passes++] = sheet[i].name;
    }
    return YK_OK;
}

static size_t mains(const struct yk_tables *t)
{
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++)
        count += t->table[i].kind == YK_TABLE_MAIN;
    return count;
}

/* A workbook of refused rows holds a main table and its repeats by turns. */
static void find_parents(struct yk_tables *t)
{
    size_t main = 0;
    while (main < t->count && t->table[main].kind != YK_TABLE_MAIN)
        main++;
    for (size_t i = 0; i < t->count; i++) {
        if (t->table[i].kind == YK_TABLE_MAIN)
            main = i;
        t->table[i].main = main;
    }
}

static void name_tables(struct yk_tables *t, const char *path, struct yk_arena *a)
{
    const char *file = yk_file_name(path);
    bool several = mains(t) > 1;
    for (size_t i = 0; i < t->count; i++) {
        struct yk_table_of *one = &t->table[i];
        bool alone = one->kind == YK_TABLE_MAIN && !several;
        one->name = alone ? file : yk_arena_printf(a, "%s [%s]", file, one->sheet);
    }
}

static yk_code find(struct yk_tables *t, const char *path, const char *only, struct yk_err *err)
{
    size_t sheets;
    const char *likely;
    bool headings_alone;
    (void)yk_source_book_sheets(t->book, &sheets);
    if (only) { /* one sentence for a sheet that is not there, also of a text */
        struct yk_source *source = NULL;
        if (open_sheet(&source, t, only, err))
            return err->code;
        yk_source_close(source);
    }
    if (!sheets)
        return find_in_text(t, path, err);
    if (find_in_sheets(t, only, &likely, &headings_alone, err))
        return err->code;
    if (mains(t))
        return YK_OK;
    if (headings_alone || !likely)
        return no_rows(path, err);
    t->passes = 0;
    add(t, likely, YK_TABLE_MAIN, 0);
    return YK_OK;
}

yk_code yk_tables_open(struct yk_tables *t, const char *path, const struct yk_form *form,
                       const char *only, struct yk_arena *a, struct yk_err *err)
{
    size_t sheets;
    *t = (struct yk_tables){.headings = yk_headings_new(form)};
    if (yk_source_book_open(&t->book, path, err))
        return err->code;
    (void)yk_source_book_sheets(t->book, &sheets);
    t->table = YK_ARENA_ARRAY(a, struct yk_table_of, sheets + 1);
    t->passed = YK_ARENA_ARRAY(a, const char *, sheets);
    if (find(t, path, only, err))
        return err->code;
    find_parents(t);
    name_tables(t, path, a);
    return YK_OK;
}

yk_code yk_table_open(struct yk_source **out, const struct yk_tables *t,
                      const struct yk_table_of *table, struct yk_err *err)
{
    return open_sheet(out, t, table->sheet, err);
}

void yk_tables_close(struct yk_tables *t)
{
    yk_source_book_close(t->book);
    yk_headings_free(t->headings);
    *t = (struct yk_tables){0};
}
