/* raw.c - an SQLite file as another program sees it. */
#include "raw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>

#include "kit.h"

void raw_run(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL))
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

long long raw_number(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *st;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    long long n = sqlite3_column_int64(st, 0);
    sqlite3_finalize(st);
    sqlite3_close(db);
    return n;
}

/* What is no printable ASCII as two digits. */
static void add_bytes(struct yk_buf *b, const unsigned char *byte, int n)
{
    for (int k = 0, plain; k < n; k += plain) {
        for (plain = 0; k + plain < n && byte[k + plain] >= 32 && byte[k + plain] <= 126;)
            plain++;
        yk_buf_add(b, (const char *)byte + k, (size_t)plain);
        if (k + plain < n)
            yk_buf_printf(b, "%02x", byte[k + plain++]);
    }
}

/* Every row of every table, in the order in which it lies there. */
char *raw_dump(const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *tables, *rows;
    struct yk_buf b = {0};
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db,
                           "SELECT 'SELECT ''' || name || ''', * FROM ' || name FROM sqlite_schema"
                           " WHERE type = 'table' ORDER BY rowid",
                           -1, &tables, NULL),
        SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *sql = (const char *)sqlite3_column_text(tables, 0);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                const unsigned char *byte = sqlite3_column_blob(rows, i);
                int n = sqlite3_column_bytes(rows, i);
                yk_buf_puts(&b, i ? "|" : "");
                add_bytes(&b, byte, n);
            }
            yk_buf_puts(&b, "\n");
        }
        sqlite3_finalize(rows);
    }
    sqlite3_finalize(tables);
    sqlite3_close(db);
    return b.text;
}

void raw_copy(const char *from, const char *to)
{
    struct yk_err err = {0};
    struct yk_store *s = kit_open(from, YK_STORE_READ);
    assert_int_equal(yk_store_backup(s, to, NULL, &err), YK_OK);
    yk_store_close(s);
}
