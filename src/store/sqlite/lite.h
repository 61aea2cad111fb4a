/* lite.h - the SQLite engine's handle and the few calls its files share. */
#ifndef YOUKA_STORE_SQLITE_LITE_H
#define YOUKA_STORE_SQLITE_LITE_H

#include <sqlite3.h>
#include <stdint.h>

#include "../answers_json.h"
#include "../backend.h"
#include "../copies.h"
#include "../moment.h"
#include "../tombs.h"
#include "statements.h"

#define LITE_APPLICATION 0x796f756b /* "youk" */
#define LITE_BUSY_MS 30000
#define LITE_CACHE "PRAGMA cache_size = -131072"
#define LITE_CENSUS "client_survey" /* the form whose rows are doors */

/* An id as it lies in a column. */
struct lite_id {
    unsigned char byte[16];
};

/* A load under way. */
struct lite_load {
    bool open, failed;
    bool again; /* the file is a batch already */
    struct lite_id batch;
    struct yk_moment loaded_at, changed_at;
    struct yk_batch_counts counts; /* what the store itself saw */
    size_t claims;                 /* added */
    struct yk_tombs tombs;         /* what must not come in */
    uint64_t *seen;                /* bulk.c: the ids so far; NULL: no bulk load */
    bool sales;                    /* sales.c: rows are card transactions */
};

struct lite {
    struct yk_store head;
    sqlite3 *db;
    char *path;
    enum yk_store_mode mode;
    sqlite3_stmt *statement[LITE_STATEMENTS]; /* prepared when first used */
    struct lite_load load;
    struct yk_buf answers, flags; /* reused from row to row */
    struct yk_unpacker unpacker;
    struct yk_arena scratch;
};

static inline struct lite *lite_of(struct yk_store *s)
{
    return (struct lite *)s;
}

/* handle.c: what SQLite said, as one sentence; `doing` is marked N_(). */
yk_code lite_fail(struct lite *l, const char *doing, struct yk_err *err);
/* A statement without parameters, or a pragma. */
yk_code lite_exec(struct lite *l, const char *sql, const char *doing, struct yk_err *err);
/* The statement, reset, ready to be bound; NULL with err set. */
sqlite3_stmt *lite_ready(struct lite *l, enum lite_sql which, struct yk_err *err);
/* The next row; *row false and the statement reset at the end. */
yk_code lite_next(bool *row, struct lite *l, sqlite3_stmt *st, const char *doing,
                  struct yk_err *err);
/* For statements that give no row. */
yk_code lite_run(struct lite *l, sqlite3_stmt *st, const char *doing, struct yk_err *err);
/* One whole number of a one-row statement; `missing` where there is no row. */
yk_code lite_number(long long *out, struct lite *l, const char *sql, long long missing,
                    struct yk_err *err);
yk_code lite_begin(struct lite *l, const char *doing, struct yk_err *err);
/* Every row of a statement without parameters, as an array in the arena. */
struct lite_rows {
    enum lite_sql which;
    size_t each; /* bytes of an item */
    yk_code (*read)(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                    struct yk_err *err);
    const char *doing;
};
yk_code lite_all(void **out, size_t *count, const struct lite_rows *rows, struct lite *l,
                 struct yk_arena *a, struct yk_err *err);
yk_code lite_commit(struct lite *l, const char *doing, struct yk_err *err);
void lite_rollback(struct lite *l);
/* All of `work` or nothing, in one IMMEDIATE transaction. */
typedef yk_code lite_work(struct lite *l, const void *task, struct yk_err *err);
yk_code lite_write(struct lite *l, lite_work *work, const void *task, const char *doing,
                   struct yk_err *err);
yk_code lite_facts_changed(struct lite *l, struct yk_err *err);

struct lite_id lite_bytes(const struct yk_id *id);
struct yk_id lite_hex(const unsigned char byte[16]);
/* Bound values are borrowed until the statement is reset. */
void lite_bind_text(sqlite3_stmt *st, int at, const char *text);
void lite_bind_id(sqlite3_stmt *st, int at, const struct lite_id *id);
/* Columns: text in the arena, "" for NULL; NAN for NULL; an id that is none is all zeros. */
const char *lite_text(sqlite3_stmt *st, int at, struct yk_arena *a);
double lite_real(sqlite3_stmt *st, int at);
struct yk_id lite_id_at(sqlite3_stmt *st, int at);
/* `now`, or what comes after the time in a column; a NULL statement: there is no row before. */
struct yk_moment lite_moment(sqlite3_stmt *st, int at, const char *now);

/* upgrade.c */
yk_code lite_probe(bool *empty, struct lite *l, struct yk_err *err);
yk_code lite_version(int *have, int *want, struct lite *l, struct yk_err *err);
yk_code lite_upgrade(struct lite *l, struct yk_err *err);
/* care.c */
yk_code lite_check(const char ***finding, size_t *count, struct yk_store *s, struct yk_arena *a,
                   struct yk_err *err);
/* The same without reading every answer. */
yk_code lite_prove(const char ***finding, size_t *count, struct lite *l, struct yk_arena *a,
                   struct yk_err *err);
/* A whole copy of the file, durable under its name, or nothing. */
yk_code lite_copy(const char *from, const char *to, const struct yk_watch *watch,
                  struct yk_err *err);
yk_code lite_backup(struct yk_store *s, const char *to, const struct yk_watch *watch,
                    struct yk_err *err);
/* sqlite.c */
yk_code lite_open(struct yk_store **out, const char *where, enum yk_store_mode mode,
                  struct yk_err *err);
void lite_close(struct yk_store *s);
/* load.c */
yk_code lite_load_begin(struct yk_store *s, const struct yk_batch_head *head, struct yk_err *err);
yk_code lite_load_piece(struct yk_store *s, const struct yk_batch *piece,
                        struct yk_batch_counts *counts, struct yk_err *err);
yk_code lite_load_end(struct yk_store *s, struct yk_batch_counts *counts, bool keep,
                      struct yk_err *err);
/* Looks a submission up and takes it in. */
yk_code lite_take(struct lite *l, const struct yk_submission *submission, struct yk_err *err);
/* LITE_COPY_ADD or, the same columns, LITE_LATE_ADD. */
yk_code lite_add_copy(struct lite *l, enum lite_sql where, const struct yk_submission *submission,
                      struct yk_err *err);
/* bulk.c */
yk_code lite_bulk_begin(struct lite *l, struct yk_err *err);
yk_code lite_bulk_take(struct lite *l, const struct yk_submission *submission, struct yk_err *err);
yk_code lite_bulk_end(struct lite *l, struct yk_err *err);
/* sales.c */
yk_code lite_load_sales(struct yk_store *s, const struct yk_sale_row *row, size_t count,
                        struct yk_err *err);
yk_code lite_sales_begin(struct lite *l, struct yk_err *err);
/* Sums what was put by, counts it, puts it down in the order of its keys. */
yk_code lite_sales_end(struct lite *l, struct yk_err *err);
/* sales_read.c: payers, what counts of theirs, and what a person said of them. */
yk_code lite_read_sales(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                        struct yk_err *err);
yk_code lite_put_payers_told(struct yk_store *s, const struct yk_payer_told *told, size_t count,
                             size_t *changed, struct yk_err *err);
/* batch.c */
/* LITE_BATCHES, or the same columns of another database. */
yk_code lite_batch_entries(struct yk_batch_entry **out, size_t *count, enum lite_sql which,
                           struct lite *l, struct yk_arena *a, struct yk_err *err);
yk_code lite_batch_list(struct yk_batch_entry **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err);
yk_code lite_batch_undo(struct yk_store *s, const struct yk_id *batch, const char *now,
                        struct yk_err *err);
/* station.c */
yk_code lite_put_stations(struct yk_store *s, const struct yk_station *station, size_t count,
                          const char *now, size_t *changed, struct yk_err *err);
yk_code lite_put_competitors(struct yk_store *s, const struct yk_competitor *rival, size_t count,
                             const char *now, size_t *changed, struct yk_err *err);
yk_code lite_list_stations(struct yk_station **out, size_t *count, struct yk_store *s,
                           struct yk_arena *a, struct yk_err *err);
yk_code lite_read_competitors(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                              struct yk_err *err);
/* Of what a statement gives (content, since) of the row that counts now: *same: it is this content
 * already; *when: `now`, or later. */
yk_code lite_when(struct yk_moment *when, bool *same, struct lite *l, sqlite3_stmt *st,
                  const struct lite_id *content, const char *now, struct yk_err *err);
/* gazetteer.c */
yk_code lite_put_gazetteer(struct yk_store *s, const char *source,
                           const struct yk_gazetteer_entry *entry, size_t count, const char *now,
                           size_t *changed, struct yk_err *err);
yk_code lite_read_gazetteer(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                            struct yk_err *err);
/* people.c */
yk_code lite_put_overrides(struct yk_store *s, const struct yk_override *item, size_t count,
                           struct yk_err *err);
yk_code lite_put_decision(struct yk_store *s, const struct yk_decision *decision,
                          struct yk_err *err);
yk_code lite_issue_clients(struct yk_store *s, const struct yk_issued *issued, size_t count,
                           struct yk_err *err);
yk_code lite_add_audit(struct lite *l, const struct yk_audit *audit, struct yk_err *err);
yk_code lite_put_audit(struct yk_store *s, const struct yk_audit *audit, struct yk_err *err);
yk_code lite_list_audit(struct yk_audit **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err);
yk_code lite_read_overrides(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                            struct yk_err *err);
yk_code lite_read_people(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                         struct yk_err *err);
/* rules.c */
yk_code lite_put_rules(struct yk_id *id, struct yk_store *s, const struct yk_rules_version *version,
                       struct yk_err *err);
yk_code lite_list_rules(struct yk_rules_version **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err);
/* plans.c */
yk_code lite_issue_plan(struct yk_id *id, bool *added, struct yk_store *s,
                        const struct yk_issue *what, struct yk_err *err);
/* plans_fuel.c: the sums by category and grade. */
yk_code lite_add_issued_fuel(struct lite *l, const struct yk_issue *what, const struct lite_id *id,
                             struct yk_err *err);
/* totals.c */
yk_code lite_issued_totals(struct yk_totals *out, struct yk_store *s,
                           const struct yk_totals_wish *wish, const struct yk_watch *watch,
                           struct yk_arena *a, struct yk_err *err);
/* past.c */
yk_code lite_read_past(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                       struct yk_err *err);
/* territory.c */
yk_code lite_load_territory(struct yk_territory *out, struct yk_store *s, struct yk_arena *a,
                            struct yk_err *err);
/* One copy from a row of LITE_COPIES and its like; its batch is not set. */
yk_code lite_read_copy(struct yk_copy *out, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                       struct yk_err *err);
/* All copies of one submission, in the arena, not sorted. */
yk_code lite_copies_of(struct yk_copy **out, size_t *count, struct lite *l, const char *station,
                       const struct lite_id *submission, struct yk_arena *a, struct yk_err *err);
/* places.c */
yk_code lite_load_places(struct yk_territory *out, struct yk_store *s, const struct yk_id *but,
                         size_t most, struct yk_arena *a, struct yk_err *err);
/* erase.c: what was erased so far; the caller ends it with yk_tombs_release. */
yk_code lite_read_tombs(struct yk_tombs *out, struct lite *l, struct yk_err *err);
yk_code lite_erase_contacts(struct yk_erased *out, struct yk_store *s,
                            const struct yk_id *submission, size_t count,
                            const struct yk_audit *audit, struct yk_arena *a, struct yk_err *err);
/* merge.c */
yk_code lite_merge(struct yk_merged *out, struct yk_store *s, const char *other,
                   const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err);
/* run.c: drops what was derived, inside a transaction. */
yk_code lite_drop_run(struct lite *l, struct yk_err *err);
yk_code lite_last_run(struct yk_id *run, struct yk_store *s, struct yk_err *err);
yk_code lite_put_run(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                     const struct yk_derived *d, struct yk_err *err);
yk_code lite_put_plans(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                       const struct yk_plan *const *plan, size_t plans, struct yk_err *err);
yk_code lite_forget_run(struct yk_store *s, struct yk_err *err);

#endif
