/* erase.c - contacts that must go, wherever they stand, and stay away. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lite.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

static enum yk_tomb_kind kind_of(const char *code)
{
    for (int kind = YK_TOMB_PHONE; kind < YK_TOMB_SUBMISSION; kind++)
        if (!strcmp(code, yk_tomb_code[kind]))
            return (enum yk_tomb_kind)kind;
    return YK_TOMB_SUBMISSION;
}

static void read_tomb(struct yk_tombs *out, sqlite3_stmt *st)
{
    struct yk_erasure *last = out->count ? &out->erasure[out->count - 1] : NULL;
    const void *key = sqlite3_column_blob(st, 0);
    if (!last || memcmp(last->key, key, sizeof last->key) != 0)
        last = yk_tombs_begin(out, key);
    struct yk_tomb tomb = {.kind = kind_of((const char *)sqlite3_column_text(st, 1)),
                           .hash = lite_id_at(st, 2),
                           .length = (size_t)sqlite3_column_int64(st, 3)};
    yk_tombs_add(last, &tomb);
}

yk_code lite_read_tombs(struct yk_tombs *out, struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_TOMBS, err);
    struct yk_tombs tombs = {0};
    bool row = true;
    if (!st)
        return err->code;
    while (!lite_next(&row, l, st, N_("reading what was erased"), err) && row)
        read_tomb(&tombs, st);
    if (row) {
        yk_tombs_release(&tombs);
        return err->code;
    }
    *out = tombs;
    return YK_OK;
}

/* One erasure on its way. */
struct erasure {
    const struct yk_id *submission;
    size_t count;
    const struct yk_audit *audit;
    struct yk_tombs tombs; /* of this one only: the earlier ones were obeyed already */
    size_t *copies;
};

static yk_code unreadable(const struct lite *l, struct yk_err *err)
{
    return yk_fail(err, YK_E_STORE, _("%s: answers cannot be read; run `youka db check`"), l->path);
}

/* Buries what the copies of one submission say of contacts. */
static yk_code bury(bool *any, struct lite *l, struct yk_erasure *e, const struct yk_id *submission,
                    struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ERASE_COPIES, err);
    struct lite_id id = lite_bytes(submission);
    struct yk_answers answers;
    bool row = true;
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    for (;;) {
        if (lite_next(&row, l, st, N_("erasing"), err))
            return err->code;
        if (!row)
            return YK_OK;
        yk_arena_reset(&l->scratch);
        if (!yk_answers_unpack(&answers, &l->unpacker, (const char *)sqlite3_column_text(st, 0),
                               &l->scratch))
            return unreadable(l, err);
        *any |= yk_tombs_bury(e, &answers);
    }
}

static yk_code bury_all(bool *any, struct lite *l, struct erasure *task, struct yk_err *err)
{
    struct yk_tombs known = {0};
    struct yk_tomb tomb;
    unsigned char key[YK_HASH_KEY];
    yk_hash_new_key(key);
    struct yk_erasure *e = yk_tombs_begin(&task->tombs, key);
    yk_code code = lite_read_tombs(&known, l, err);
    for (size_t i = 0; !code && i < task->count; i++) {
        *any |= !yk_tombs_hold(&known, &task->submission[i]);
        yk_tomb_of_submission(&tomb, e, &task->submission[i]);
        yk_tombs_add(e, &tomb);
        code = bury(any, l, e, &task->submission[i], err);
    }
    yk_tombs_release(&known);
    return code;
}

static yk_code put_tombs(struct lite *l, const struct erasure *task, struct yk_err *err)
{
    const struct yk_erasure *e = &task->tombs.erasure[0];
    sqlite3_stmt *st = lite_ready(l, LITE_ERASURE_ADD, err);
    if (!st)
        return err->code;
    sqlite3_bind_blob(st, 1, e->key, sizeof e->key, SQLITE_STATIC);
    lite_bind_text(st, 2, task->audit->at);
    if (lite_run(l, st, N_("erasing"), err))
        return err->code;
    for (size_t i = 0; i < e->tombs; i++) {
        struct lite_id hash = lite_bytes(&e->tomb[i].hash);
        if (!(st = lite_ready(l, LITE_TOMB_ADD, err)))
            return err->code;
        sqlite3_bind_blob(st, 1, e->key, sizeof e->key, SQLITE_STATIC);
        lite_bind_text(st, 2, yk_tomb_code[e->tomb[i].kind]);
        lite_bind_id(st, 3, &hash);
        sqlite3_bind_int64(st, 4, (sqlite3_int64)e->tomb[i].length);
        if (lite_run(l, st, N_("erasing"), err))
            return err->code;
    }
    return YK_OK;
}

static yk_code write_row(struct lite *l, long long row, const struct yk_kept *kept,
                         struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ERASE_ROW, err);
    if (!st)
        return err->code;
    yk_buf_clear(&l->answers);
    yk_answers_pack(&l->answers, &kept->answers);
    sqlite3_bind_int64(st, 1, row);
    lite_bind_text(st, 2, kept->key);
    lite_bind_text(st, 3, l->answers.text);
    return lite_run(l, st, N_("erasing"), err);
}

static yk_code clean_rows(struct lite *l, const struct erasure *task, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ERASE_ALL, err);
    struct yk_answers answers;
    bool row = true;
    if (!st)
        return err->code;
    for (;;) {
        if (lite_next(&row, l, st, N_("erasing"), err))
            return err->code;
        if (!row)
            return YK_OK;
        yk_arena_reset(&l->scratch);
        struct yk_id id = lite_id_at(st, 1);
        if (!yk_answers_unpack(&answers, &l->unpacker, (const char *)sqlite3_column_text(st, 3),
                               &l->scratch))
            return unreadable(l, err);
        struct yk_kept kept =
            yk_tombs_apply(&task->tombs, &id, lite_text(st, 2, &l->scratch), &answers, &l->scratch);
        if (!kept.changed)
            continue;
        if (write_row(l, sqlite3_column_int64(st, 0), &kept, err))
            return err->code;
        ++*task->copies;
    }
}

static yk_code write_erasure(struct lite *l, const void *who, struct yk_err *err)
{
    struct erasure *task = *(struct erasure *const *)who;
    struct yk_audit audit = *task->audit;
    bool any = false;
    if (lite_drop_run(l, err) || bury_all(&any, l, task, err))
        return err->code;
    if (!any)
        return YK_OK;
    if (put_tombs(l, task, err) || clean_rows(l, task, err))
        return err->code;
    audit.rows = (long long)*task->copies;
    if (lite_add_audit(l, &audit, err))
        return err->code;
    return lite_facts_changed(l, err);
}

/* What was overwritten is still in free pages and in the log until now. */
static yk_code compact(struct lite *l, struct yk_err *err)
{
    if (lite_exec(l, "VACUUM", N_("compacting"), err))
        return err->code;
    if (sqlite3_wal_checkpoint_v2(l->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL))
        return yk_fail(err, YK_E_STORE,
                       _("%s: the contact is erased, but another program is reading the database "
                         "and its log still holds it; close that program and run this again"),
                       l->path);
    return YK_OK;
}

/* NAME.before-N, or a draft of it that was cut short. */
static bool is_upgrade_copy(const char *file, const char *name)
{
    size_t n = strlen(name);
    file += *file == '.' && strncmp(file, name, n) != 0;
    return !strncmp(file, name, n) && !strncmp(file + n, ".before-", 8);
}

static yk_code remove_copies(struct yk_erased *out, const struct lite *l, struct yk_arena *a,
                             struct yk_err *err)
{
    const char *name = yk_file_name(l->path);
    const char *folder =
        name == l->path ? "." : yk_arena_text(a, l->path, (size_t)(name - l->path));
    const char **file = NULL;
    size_t n = 0, room = 0;
    yk_code code = YK_OK;
    DIR *dir = opendir(folder);
    for (const struct dirent *d; !code && dir && (d = readdir(dir));) {
        if (!is_upgrade_copy(d->d_name, name))
            continue;
        const char *path = yk_arena_printf(a, "%s/%s", folder, d->d_name);
        if (unlink(path))
            code = yk_fail(
                err, YK_E_IO,
                _("%s: still holds the contact and cannot be removed; remove it by hand"), path);
        file = yk_grow(file, &room, n + 1, sizeof *file);
        file[n++] = path;
    }
    if (dir)
        closedir(dir);
    out->file = YK_ARENA_ARRAY(a, const char *, n);
    if (n)
        memcpy(out->file, file, n * sizeof *file);
    out->files = n;
    free(file);
    return code;
}

yk_code lite_erase_contacts(struct yk_erased *out, struct yk_store *s,
                            const struct yk_id *submission, size_t count,
                            const struct yk_audit *audit, struct yk_arena *a, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_erased erased = {0};
    struct erasure task = {
        .submission = submission, .count = count, .audit = audit, .copies = &erased.copies};
    struct erasure *who = &task;
    yk_code code = lite_write(l, write_erasure, &who, N_("erasing"), err);
    yk_tombs_release(&task.tombs);
    if (!code)
        code = compact(l, err);
    if (!code)
        code = remove_copies(&erased, l, a, err);
    if (!code)
        *out = erased;
    return code;
}
