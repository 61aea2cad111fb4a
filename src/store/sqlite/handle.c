/* handle.c - statements, transactions and what SQLite says, for the engine's other files. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

yk_code lite_fail(struct lite *l, const char *doing, struct yk_err *err)
{
    const char *said = sqlite3_errmsg(l->db);
    doing = _(doing);
    switch (sqlite3_errcode(l->db)) {
    case SQLITE_NOMEM:
        yk_no_memory();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return yk_fail(err, YK_E_STORE,
                       _("%s: %s: another program has kept the database busy for %d s; try again "
                         "when it is done"),
                       l->path, doing, LITE_BUSY_MS / 1000);
    case SQLITE_FULL:
        return yk_fail(err, YK_E_IO, _("%s: %s: the disk is full; make room and run this again"),
                       l->path, doing);
    case SQLITE_IOERR:
        return yk_fail(err, YK_E_IO, _("%s: %s: the disk failed (%s); nothing was changed"),
                       l->path, doing, said);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return yk_fail(
            err, YK_E_IO,
            _("%s: %s: the database cannot be written (%s); check the rights of the file "
              "and its folder"),
            l->path, doing, said);
    case SQLITE_NOTADB:
        return yk_fail(err, YK_E_DATA, _("%s: is no database; name a youka database with --db"),
                       l->path);
    case SQLITE_CORRUPT:
        return yk_fail(err, YK_E_STORE,
                       _("%s: %s: the database is damaged (%s); go back to a backup"), l->path,
                       doing, said);
    default:
        return yk_fail(err, YK_E_STORE, _("%s: %s: the database refused: %s"), l->path, doing,
                       said);
    }
}

yk_code lite_exec(struct lite *l, const char *sql, const char *doing, struct yk_err *err)
{
    if (sqlite3_exec(l->db, sql, NULL, NULL, NULL))
        return lite_fail(l, doing, err);
    return YK_OK;
}

sqlite3_stmt *lite_ready(struct lite *l, enum lite_sql which, struct yk_err *err)
{
    sqlite3_stmt **st = &l->statement[which];
    if (*st) {
        sqlite3_reset(*st);
    } else if (sqlite3_prepare_v3(l->db, lite_sql_text(which), -1, SQLITE_PREPARE_PERSISTENT, st,
                                  NULL)) {
        (void)lite_fail(l, N_("preparing a statement"), err);
        return NULL;
    }
    return *st;
}

yk_code lite_next(bool *row, struct lite *l, sqlite3_stmt *st, const char *doing,
                  struct yk_err *err)
{
    int said = sqlite3_step(st);
    if (said != SQLITE_ROW && said != SQLITE_DONE) {
        yk_code code = lite_fail(l, doing, err);
        sqlite3_reset(st);
        return code;
    }
    *row = said == SQLITE_ROW;
    if (!*row)
        sqlite3_reset(st);
    return YK_OK;
}

yk_code lite_run(struct lite *l, sqlite3_stmt *st, const char *doing, struct yk_err *err)
{
    bool row;
    return lite_next(&row, l, st, doing, err);
}

yk_code lite_number(long long *out, struct lite *l, const char *sql, long long missing,
                    struct yk_err *err)
{
    sqlite3_stmt *st = NULL;
    bool row = false;
    if (sqlite3_prepare_v2(l->db, sql, -1, &st, NULL))
        return lite_fail(l, N_("reading the database"), err);
    yk_code code = lite_next(&row, l, st, N_("reading the database"), err);
    if (!code)
        *out = row ? sqlite3_column_int64(st, 0) : missing;
    sqlite3_finalize(st);
    return code;
}

yk_code lite_all(void **out, size_t *count, const struct lite_rows *rows, struct lite *l,
                 struct yk_arena *a, struct yk_err *err)
{
    char *item = NULL;
    size_t n = 0, room = 0;
    bool row = true;
    sqlite3_stmt *st = lite_ready(l, rows->which, err);
    yk_code code = st ? YK_OK : err->code;
    while (!code && !(code = lite_next(&row, l, st, rows->doing, err)) && row) {
        item = yk_grow(item, &room, n + 1, rows->each);
        code = rows->read(item + n++ * rows->each, l, st, a, err);
    }
    if (!code) {
        *out = yk_arena_items(a, n, rows->each);
        if (n)
            memcpy(*out, item, n * rows->each);
        *count = n;
    }
    free(item);
    return code;
}

yk_code lite_begin(struct lite *l, const char *doing, struct yk_err *err)
{
    return lite_exec(l, "BEGIN IMMEDIATE", doing, err);
}

yk_code lite_commit(struct lite *l, const char *doing, struct yk_err *err)
{
    return lite_exec(l, "COMMIT", doing, err);
}

void lite_rollback(struct lite *l)
{
    for (size_t i = 0; i < LITE_STATEMENTS; i++)
        sqlite3_reset(l->statement[i]);
    if (!sqlite3_get_autocommit(l->db))
        sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
}

yk_code lite_write(struct lite *l, lite_work *work, const void *task, const char *doing,
                   struct yk_err *err)
{
    if (lite_begin(l, doing, err))
        return err->code;
    if (work(l, task, err) || lite_commit(l, doing, err)) {
        lite_rollback(l);
        return err->code;
    }
    return YK_OK;
}

yk_code lite_facts_changed(struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_FACTS_CHANGED, err);
    return st ? lite_run(l, st, N_("counting the change"), err) : err->code;
}

/* 0x30 to 0x39 and 0x61 to 0x66: the low half of the byte, and nine more for a letter. */
static unsigned hex_value(char c)
{
    return ((unsigned)c & 15) + 9 * ((unsigned)c >> 6);
}

struct lite_id lite_bytes(const struct yk_id *id)
{
    struct lite_id out;
    if (strlen(id->text) != 2 * sizeof out.byte)
        YK_BUG("\"%s\" is no id", id->text);
    for (size_t i = 0; i < sizeof out.byte; i++)
        out.byte[i] =
            (unsigned char)(hex_value(id->text[2 * i]) << 4 | hex_value(id->text[2 * i + 1]));
    return out;
}

struct yk_id lite_hex(const unsigned char byte[16])
{
    static const char digit[] = "0123456789abcdef";
    struct yk_id out;
    for (size_t i = 0; i < 16; i++) {
        out.text[2 * i] = digit[byte[i] >> 4];
        out.text[2 * i + 1] = digit[byte[i] & 15];
    }
    out.text[32] = '\0';
    return out;
}

void lite_bind_text(sqlite3_stmt *st, int at, const char *text)
{
    sqlite3_bind_text(st, at, text ? text : "", -1, SQLITE_STATIC);
}

void lite_bind_id(sqlite3_stmt *st, int at, const struct lite_id *id)
{
    sqlite3_bind_blob(st, at, id->byte, sizeof id->byte, SQLITE_STATIC);
}

const char *lite_text(sqlite3_stmt *st, int at, struct yk_arena *a)
{
    const char *text = (const char *)sqlite3_column_text(st, at);
    if (!text && sqlite3_column_type(st, at) != SQLITE_NULL)
        yk_no_memory();
    return yk_arena_copy(a, text);
}

double lite_real(sqlite3_stmt *st, int at)
{
    return sqlite3_column_type(st, at) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(st, at);
}

struct yk_id lite_id_at(sqlite3_stmt *st, int at)
{
    static const unsigned char none[16];
    const unsigned char *byte = sqlite3_column_blob(st, at);
    return lite_hex(byte && sqlite3_column_bytes(st, at) == 16 ? byte : none);
}

struct yk_moment lite_moment(sqlite3_stmt *st, int at, const char *now)
{
    return yk_moment_after(st ? (const char *)sqlite3_column_text(st, at) : NULL, now);
}
