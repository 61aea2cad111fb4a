/* tables.h - which tables of a form a file holds: of a text one, of a workbook a sheet each.
 * Private to src/jobs. */
#ifndef YOUKA_JOBS_TABLES_H
#define YOUKA_JOBS_TABLES_H

#include "intake.h"

struct yk_tables {
    struct yk_source_book *book;
    struct yk_headings *headings;
    struct yk_table_of {
        const char *sheet; /* NULL: of a text */
        const char *name;  /* for sentences: "x.xlsx", "x.xlsx [新阳]" */
        enum yk_table_kind kind;
        size_t group; /* of YK_TABLE_REPEAT, in the form */
        size_t main;  /* of YK_TABLE_REPEAT: the table its lines belong to; the last one before it,
                         else the first */
    } * table;
    size_t count;
    const char *encoding; /* as yk_intake_encoding says */
    char separator;
    const char **passed; /* sheets with rows that are no table of the form, hidden ones left out */
    size_t passes;
};

/* At least one main table that has rows. `only` NULL: every sheet, else the only main one; repeats
 * are read all the same. Names lie in the arena. End with yk_tables_close also after a failure. */
YK_MUST yk_code yk_tables_open(struct yk_tables *t, const char *path, const struct yk_form *form,
                               const char *only, struct yk_arena *a, struct yk_err *err);
/* Its rows, from the headings that the form knows. */
YK_MUST yk_code yk_table_open(struct yk_source **out, const struct yk_tables *t,
                              const struct yk_table_of *table, struct yk_err *err);
void yk_tables_close(struct yk_tables *t);

#endif
