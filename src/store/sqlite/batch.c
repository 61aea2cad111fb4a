/* batch.c - the loads that were made, and taking one back. */
#include "lite.h"
#include "youka/base/say.h"

static yk_code read_entry(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                          struct yk_err *err)
{
    (void)l, (void)err;
    struct yk_batch_entry *e = item;
    const char *separator = (const char *)sqlite3_column_text(st, 5);
    size_t *const count[] = {&e->counts.rows,      &e->counts.loaded,   &e->counts.superseded,
                             &e->counts.unchanged, &e->counts.rejected, &e->counts.blank};
    e->head = (struct yk_batch_head){
        .id = lite_id_at(st, 0),
        .station_code = lite_text(st, 1, a),
        .file = lite_text(st, 2, a),
        .content = lite_id_at(st, 3),
        .encoding = lite_text(st, 4, a),
        .separator = separator ? *separator : '\0',
        .who = lite_text(st, 6, a),
        .loaded_at = lite_text(st, 7, a),
        .form = lite_text(st, 15, a),
    };
    for (int i = 0; i < 6; i++)
        *count[i] = (size_t)sqlite3_column_int64(st, 8 + i);
    e->undone = sqlite3_column_int(st, 14);
    e->changed_at = lite_text(st, 16, a);
    return YK_OK;
}

yk_code lite_batch_entries(struct yk_batch_entry **out, size_t *count, enum lite_sql which,
                           struct lite *l, struct yk_arena *a, struct yk_err *err)
{
    const struct lite_rows rows = {which, sizeof **out, read_entry, N_("reading the loads")};
    void *entry;
    if (lite_all(&entry, count, &rows, l, a, err))
        return err->code;
    *out = entry;
    return YK_OK;
}

yk_code lite_batch_list(struct yk_batch_entry **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err)
{
    return lite_batch_entries(out, count, LITE_BATCHES, lite_of(s), a, err);
}

struct undo_task {
    struct lite_id batch;
    const char *now;
};

static yk_code date_undo(struct yk_moment *out, struct lite *l, const struct undo_task *task,
                         struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_BATCH_FIND, err);
    bool row;
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &task->batch);
    if (lite_next(&row, l, st, N_("taking a load back"), err))
        return err->code;
    *out = lite_moment(row ? st : NULL, 1, task->now);
    sqlite3_reset(st);
    return YK_OK;
}

/* In this order: what the batch claimed second, what others claim too, what nobody else claims. */
static yk_code take_back(struct lite *l, const void *task, struct yk_err *err)
{
    static const enum lite_sql step[] = {LITE_UNDO_CLAIMS, LITE_UNDO_PROMOTE, LITE_UNDO_PROMOTED,
                                         LITE_UNDO_COPIES, LITE_UNDO_SALES,   LITE_UNDO_BATCH};
    const struct undo_task *t = task;
    struct yk_moment when;
    if (date_undo(&when, l, t, err))
        return err->code;
    for (size_t i = 0; i < sizeof step / sizeof *step; i++) {
        sqlite3_stmt *st = lite_ready(l, step[i], err);
        if (!st)
            return err->code;
        if (sqlite3_bind_parameter_count(st))
            lite_bind_id(st, 1, &t->batch);
        if (step[i] == LITE_UNDO_BATCH)
            lite_bind_text(st, 2, when.text);
        if (lite_run(l, st, N_("taking a load back"), err))
            return err->code;
    }
    return lite_facts_changed(l, err);
}

yk_code lite_batch_undo(struct yk_store *s, const struct yk_id *batch, const char *now,
                        struct yk_err *err)
{
    struct undo_task task = {lite_bytes(batch), now};
    return lite_write(lite_of(s), take_back, &task, N_("taking a load back"), err);
}
