/* care.c - proving a database sound, and keeping copies of it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lite.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

#define STEP_PAGES 1024
#define MOST_FINDINGS 100

struct findings {
    struct lite *l;
    struct yk_arena *a;
    const char **sentence;
    size_t count, room;
};

static void find(struct findings *f, const char *sentence)
{
    f->sentence = yk_grow(f->sentence, &f->room, f->count + 1, sizeof *f->sentence);
    f->sentence[f->count++] = sentence;
}

typedef void tell(struct findings *f, sqlite3_stmt *st);

/* Every row the statement gives is told. */
static yk_code ask(struct findings *f, enum lite_sql which, tell *row_to_sentence,
                   struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(f->l, which, err);
    bool row = true;
    if (!st)
        return err->code;
    while (row && f->count < MOST_FINDINGS) {
        if (lite_next(&row, f->l, st, N_("checking"), err))
            return err->code;
        if (row)
            row_to_sentence(f, st);
    }
    sqlite3_reset(st);
    return YK_OK;
}

static void tell_integrity(struct findings *f, sqlite3_stmt *st)
{
    const char *said = lite_text(st, 0, f->a);
    if (strcmp(said, "ok") != 0)
        find(f, yk_arena_printf(f->a, _("%s: the file is damaged (%s); go back to a backup"),
                                f->l->path, said));
}

static void tell_foreign(struct findings *f, sqlite3_stmt *st)
{
    find(f, yk_arena_printf(f->a,
                            _("%s: a row of table %s has no row in table %s that it belongs to; go "
                              "back to a backup"),
                            f->l->path, lite_text(st, 0, f->a), lite_text(st, 2, f->a)));
}

static void tell_ledger(struct findings *f, sqlite3_stmt *st)
{
    bool undone = sqlite3_column_int(st, 3);
    find(f,
         yk_arena_printf(f->a,
                         _("%s: the load of %s counted %lld rows, the database holds %lld; take it "
                           "back and load the file again, or go back to a backup"),
                         f->l->path, lite_text(st, 0, f->a),
                         undone ? 0LL : (long long)sqlite3_column_int64(st, 1),
                         (long long)sqlite3_column_int64(st, 2)));
}

static void tell_derived(struct findings *f, sqlite3_stmt *st)
{
    long long want = sqlite3_column_int64(st, 0);
    if (want != sqlite3_column_int64(st, 1))
        find(f,
             yk_arena_printf(f->a,
                             _("%s: what was worked out is incomplete; `youka db rebuild` makes it "
                               "again"),
                             f->l->path));
}

static void tell_issued(struct findings *f, sqlite3_stmt *st)
{
    find(f, yk_arena_printf(f->a,
                            _("%s: the plan issued to station %s on %s counted %lld clients, the "
                              "database holds %lld; go back to a backup, or issue it again"),
                            f->l->path, lite_text(st, 0, f->a), lite_text(st, 1, f->a),
                            (long long)sqlite3_column_int64(st, 2),
                            (long long)sqlite3_column_int64(st, 3)));
}

static yk_code ask_whole(struct findings *f, struct yk_err *err)
{
    int have, want;
    if (lite_version(&have, &want, f->l, err))
        return err->code;
    if (have < want)
        return YK_OK;
    if (ask(f, LITE_CHECK_LEDGER, tell_ledger, err) ||
        ask(f, LITE_CHECK_ISSUED, tell_issued, err) ||
        ask(f, LITE_CHECK_DERIVED, tell_derived, err))
        return err->code;
    return YK_OK;
}

static void read_all(struct findings *f)
{
    struct yk_arena brief = {0};
    struct yk_territory t;
    struct yk_err unread;
    if (lite_load_territory(&t, &f->l->head, &brief, &unread))
        find(f, yk_arena_copy(f->a, unread.text));
    yk_arena_release(&brief);
}

static yk_code ask_all(struct findings *f, struct yk_err *err)
{
    if (ask(f, LITE_CHECK_INTEGRITY, tell_integrity, err))
        return err->code;
    if (!f->count && ask(f, LITE_CHECK_FOREIGN, tell_foreign, err))
        return err->code;
    return f->count ? YK_OK : ask_whole(f, err);
}

/* Damage that stops the questions is an answer too. `deep`: every answer is read. */
static yk_code check(const char ***finding, size_t *count, struct lite *l,
                     void deep(struct findings *), struct yk_arena *a, struct yk_err *err)
{
    struct findings f = {.l = l, .a = a};
    struct yk_err said;
    int have, want;
    yk_code code = ask_all(&f, &said);
    if (!code && !f.count && deep && !lite_version(&have, &want, l, &said) && have == want)
        deep(&f);
    if (code && sqlite3_errcode(f.l->db) == SQLITE_CORRUPT) {
        find(&f, yk_arena_copy(a, said.text));
        code = YK_OK;
    }
    if (code) {
        *err = said;
    } else {
        *finding = YK_ARENA_ARRAY(a, const char *, f.count);
        if (f.count)
            memcpy(*finding, f.sentence, f.count * sizeof *f.sentence);
        *count = f.count;
    }
    free(f.sentence);
    return code;
}

yk_code lite_check(const char ***finding, size_t *count, struct yk_store *s, struct yk_arena *a,
                   struct yk_err *err)
{
    return check(finding, count, lite_of(s), read_all, a, err);
}

yk_code lite_prove(const char ***finding, size_t *count, struct lite *l, struct yk_arena *a,
                   struct yk_err *err)
{
    return check(finding, count, l, NULL, a, err);
}

static yk_code copy_failed(const char *to, sqlite3 *db, struct yk_err *err)
{
    if (sqlite3_errcode(db) == SQLITE_NOMEM)
        yk_no_memory();
    if (sqlite3_errcode(db) == SQLITE_FULL)
        return yk_fail(err, YK_E_IO, _("%s: the disk is full; make room and run this again"), to);
    return yk_fail(err, YK_E_IO, _("%s: the copy failed: %s"), to, sqlite3_errmsg(db));
}

/* A read transaction on the source keeps its state still, however much others write meanwhile. The
 * copy needs no journal: it is thrown away unless it is finished. */
static yk_code copy_pages(sqlite3 *from, sqlite3 *to, const char *name,
                          const struct yk_watch *watch, struct yk_err *err)
{
    if (sqlite3_exec(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL))
        return copy_failed(name, to, err);
    sqlite3_busy_timeout(from, LITE_BUSY_MS);
    if (sqlite3_exec(from, "BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL))
        return copy_failed(name, from, err);
    sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
    if (!b)
        return copy_failed(name, to, err);
    int said;
    do {
        said = sqlite3_backup_step(b, STEP_PAGES);
        int total = sqlite3_backup_pagecount(b);
        yk_progress(watch, _("copying the database"),
                    (uint64_t)(total - sqlite3_backup_remaining(b)), (uint64_t)total);
    } while (said == SQLITE_OK);
    if (sqlite3_backup_finish(b) || said != SQLITE_DONE)
        return copy_failed(name, to, err);
    return YK_OK;
}

static yk_code copy_file(const char *from, const char *to, const struct yk_watch *watch,
                         struct yk_err *err)
{
    sqlite3 *source = NULL, *copy = NULL;
    yk_code code;
    if (sqlite3_open_v2(from, &source, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
        code = copy_failed(from, source, err);
    else if (sqlite3_open_v2(
                 to, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL))
        code = copy_failed(to, copy, err);
    else
        code = copy_pages(source, copy, to, watch, err);
    if (sqlite3_close(copy) && !code)
        code = copy_failed(to, copy, err);
    sqlite3_close(source);
    return code;
}

/* The copy is opened and checked as any database before it gets its name. */
static yk_code prove(const char *path, struct yk_err *err)
{
    struct yk_store *s = NULL;
    struct yk_arena a = {0};
    const char **finding;
    size_t count = 0;
    yk_code code = lite_open(&s, path, YK_STORE_RAW, err);
    if (!code)
        code = lite_check(&finding, &count, s, &a, err);
    if (!code && count)
        code = yk_fail(err, YK_E_STORE, "%s", finding[0]);
    if (s)
        lite_close(s);
    yk_arena_release(&a);
    return code;
}

yk_code lite_copy(const char *from, const char *to, const struct yk_watch *watch,
                  struct yk_err *err)
{
    struct yk_draft draft = {0};
    if (yk_draft_begin(&draft, to, err))
        return err->code;
    if (copy_file(from, draft.path, watch, err) || prove(draft.path, err) ||
        yk_draft_finish(&draft, err)) {
        yk_draft_drop(&draft);
        return yk_while(err, _("keeping a copy at %s"), to);
    }
    return YK_OK;
}

yk_code lite_backup(struct yk_store *s, const char *to, const struct yk_watch *watch,
                    struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct stat here, there;
    if (!stat(l->path, &here) && !stat(to, &there) && here.st_dev == there.st_dev &&
        here.st_ino == there.st_ino)
        return yk_fail(err, YK_E_USAGE, _("%s: is the database itself; name another file"), to);
    return lite_copy(l->path, to, watch, err);
}
