/* old.c - the schema's first steps, and rows of today in them. */
#include "old.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "../../src/store/sqlite/lite.h"
#include "../../src/store/sqlite/schema.h"
#include "raw.h"

void old_make(const char *path, int version)
{
    struct yk_buf sql = {0};
    for (int i = (int)raw_number(path, "PRAGMA user_version"); i < version; i++)
        yk_buf_puts(&sql, yk_schema_steps[i].sql);
    yk_buf_printf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d", LITE_APPLICATION,
                  version);
    raw_run(path, sql.text);
    yk_buf_release(&sql);
}

void old_fill(const char *path, const char *from)
{
    struct yk_buf sql = {0};
    yk_buf_printf(&sql,
                  "ATTACH '%s' AS f; INSERT INTO batch SELECT batch_id, station_id, file, content,"
                  " encoding, separator, who, loaded_at, rows, loaded, superseded, unchanged,"
                  " rejected, blank, undone FROM f.batch;"
                  "INSERT INTO submission SELECT * FROM f.submission;"
                  "INSERT INTO station SELECT 'S1', column1, column2, randomblob(16), column3, '',"
                  " '', '', NULL, NULL, NULL, NULL, '', '', '', NULL FROM (VALUES"
                  " (1, '2027-01-01T00:00:00Z', 'first'), (2, '2026-01-01T00:00:00Z', 'second'),"
                  " (3, '2026-01-01T00:00:00Z', 'third'));"
                  "UPDATE facts SET version = 4",
                  from);
    raw_run(path, sql.text);
    yk_buf_release(&sql);
}
