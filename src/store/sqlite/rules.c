/* rules.c - versions of rule tables. */
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

static struct yk_id version_id(const struct yk_rules_version *v, const char *at)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, at);
    yk_hash_text(&h, v->who);
    for (size_t i = 0; i < v->tables; i++) {
        yk_hash_text(&h, v->table[i].file);
        yk_hash_text(&h, v->table[i].csv);
    }
    return yk_hash_end(&h);
}

/* Later than all versions so far. */
static yk_code time_of(struct yk_moment *out, struct lite *l, const char *now, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_RULES_LAST, err);
    bool row;
    if (!st || lite_next(&row, l, st, N_("storing the rules"), err))
        return err->code;
    *out = lite_moment(row ? st : NULL, 0, now);
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code add_table(struct lite *l, const struct lite_id *id, const struct yk_rules_text *t,
                         struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_RULES_TABLE_ADD, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, id);
    lite_bind_text(st, 2, t->file);
    lite_bind_text(st, 3, t->csv);
    sqlite3_bind_int64(st, 4, (sqlite3_int64)t->rows);
    return lite_run(l, st, N_("storing the rules"), err);
}

struct rules_task {
    const struct yk_rules_version *version;
    struct yk_id *id;
};

static yk_code write_rules(struct lite *l, const void *task, struct yk_err *err)
{
    const struct rules_task *t = task;
    struct yk_moment at;
    if (time_of(&at, l, t->version->at, err))
        return err->code;
    *t->id = version_id(t->version, at.text);
    struct lite_id id = lite_bytes(t->id);
    sqlite3_stmt *st = lite_ready(l, LITE_RULES_ADD, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    lite_bind_text(st, 2, at.text);
    lite_bind_text(st, 3, t->version->who);
    if (lite_run(l, st, N_("storing the rules"), err))
        return err->code;
    for (size_t i = 0; i < t->version->tables; i++)
        if (add_table(l, &id, &t->version->table[i], err))
            return err->code;
    return lite_facts_changed(l, err);
}

yk_code lite_put_rules(struct yk_id *id, struct yk_store *s, const struct yk_rules_version *version,
                       struct yk_err *err)
{
    struct yk_id made;
    struct rules_task task = {version, &made};
    if (lite_write(lite_of(s), write_rules, &task, N_("storing the rules"), err))
        return err->code;
    *id = made;
    return YK_OK;
}

/* A table and the version it belongs to. */
struct table_row {
    struct yk_id version;
    struct yk_rules_text table;
};

static yk_code read_version(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                            struct yk_err *err)
{
    (void)l, (void)err;
    *(struct yk_rules_version *)item = (struct yk_rules_version){
        .id = lite_id_at(st, 0), .at = lite_text(st, 1, a), .who = lite_text(st, 2, a)};
    return YK_OK;
}

static yk_code read_table(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                          struct yk_err *err)
{
    (void)l, (void)err;
    *(struct table_row *)item = (struct table_row){
        lite_id_at(st, 0),
        {lite_text(st, 1, a), lite_text(st, 2, a), (size_t)sqlite3_column_int64(st, 3)}};
    return YK_OK;
}

yk_code lite_list_rules(struct yk_rules_version **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err)
{
    static const struct lite_rows versions = {LITE_RULES, sizeof **out, read_version,
                                              N_("reading the rules")};
    static const struct lite_rows tables = {LITE_RULES_TABLES, sizeof(struct table_row), read_table,
                                            N_("reading the rules")};
    struct lite *l = lite_of(s);
    void *version, *row;
    size_t versions_read, rows;
    if (lite_all(&version, &versions_read, &versions, l, a, err) ||
        lite_all(&row, &rows, &tables, l, a, err))
        return err->code;
    struct yk_rules_version *v = version;
    struct yk_rules_text *text = YK_ARENA_ARRAY(a, struct yk_rules_text, rows + 1);
    size_t at = 0; /* both are in the order of the versions */
    for (size_t i = 0; i < versions_read; i++) {
        v[i].table = &text[at];
        for (; at < rows && !strcmp(((struct table_row *)row)[at].version.text, v[i].id.text); at++)
            text[at] = ((struct table_row *)row)[at].table;
        v[i].tables = (size_t)(&text[at] - v[i].table);
    }
    *out = v;
    *count = versions_read;
    return YK_OK;
}
