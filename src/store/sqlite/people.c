/* people.c - what people decided of clients, the ids they were given, what they saw in full. */
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

static const char *const decided_code[] = {"none", "same", "apart"}; /* enum yk_decided */

/* *when: later than all that was said of the pair; *same: it was said already. */
static yk_code decided_before(struct yk_moment *when, bool *same, struct lite *l,
                              const struct yk_decision *d, const struct lite_id pair[2],
                              struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_DECISION_NOW, err);
    const char *code = decided_code[d->decided];
    bool row;
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &pair[0]);
    lite_bind_id(st, 2, &pair[1]);
    if (lite_next(&row, l, st, N_("storing a decision"), err))
        return err->code;
    *same = row ? !strcmp((const char *)sqlite3_column_text(st, 0), code)
                : d->decided == YK_DECIDED_NONE;
    *when = lite_moment(row ? st : NULL, 1, d->at);
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code write_decision(struct lite *l, const void *task, struct yk_err *err)
{
    const struct yk_decision *d = task;
    bool swapped = strcmp(d->a.text, d->b.text) > 0;
    const struct lite_id pair[] = {lite_bytes(swapped ? &d->b : &d->a),
                                   lite_bytes(swapped ? &d->a : &d->b)};
    struct yk_moment when;
    bool same = false;
    if (decided_before(&when, &same, l, d, pair, err))
        return err->code;
    if (same)
        return YK_OK;
    sqlite3_stmt *st = lite_ready(l, LITE_DECISION_ADD, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &pair[0]);
    lite_bind_id(st, 2, &pair[1]);
    lite_bind_text(st, 3, when.text);
    lite_bind_text(st, 4, decided_code[d->decided]);
    lite_bind_text(st, 5, d->who);
    if (lite_run(l, st, N_("storing a decision"), err))
        return err->code;
    return lite_facts_changed(l, err);
}

yk_code lite_put_decision(struct yk_store *s, const struct yk_decision *decision,
                          struct yk_err *err)
{
    return lite_write(lite_of(s), write_decision, decision, N_("storing a decision"), err);
}

struct issue_task {
    const struct yk_issued *issued;
    size_t count;
};

static yk_code write_issued(struct lite *l, const void *task, struct yk_err *err)
{
    const struct issue_task *t = task;
    for (size_t i = 0; i < t->count; i++) {
        sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_ADD, err);
        struct lite_id client = lite_bytes(&t->issued[i].client);
        struct lite_id submission = lite_bytes(&t->issued[i].submission);
        if (!st)
            return err->code;
        lite_bind_id(st, 1, &client);
        lite_bind_id(st, 2, &submission);
        lite_bind_text(st, 3, t->issued[i].at);
        if (lite_run(l, st, N_("keeping the clients' ids"), err))
            return err->code;
    }
    return YK_OK;
}

static int by_client(const void *left, const void *right)
{
    const struct yk_issued *a = left, *b = right;
    return strcmp(a->client.text, b->client.text);
}

/* The ids are hashes and the table's key: sorted, many at once go through it once, else all over
 * it. */
yk_code lite_issue_clients(struct yk_store *s, const struct yk_issued *issued, size_t count,
                           struct yk_err *err)
{
    struct yk_issued *sorted = yk_alloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = issued[i];
    qsort(sorted, count, sizeof *sorted, by_client);
    struct issue_task task = {sorted, count};
    yk_code code = lite_write(lite_of(s), write_issued, &task, N_("keeping the clients' ids"), err);
    free(sorted);
    return code;
}

yk_code lite_add_audit(struct lite *l, const struct yk_audit *audit, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_AUDIT_ADD, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, audit->at);
    lite_bind_text(st, 2, audit->who);
    lite_bind_text(st, 3, audit->what);
    lite_bind_text(st, 4, audit->reason);
    sqlite3_bind_int64(st, 5, audit->rows);
    return lite_run(l, st, N_("keeping the record"), err);
}

static yk_code write_audit(struct lite *l, const void *task, struct yk_err *err)
{
    return lite_add_audit(l, task, err);
}

yk_code lite_put_audit(struct yk_store *s, const struct yk_audit *audit, struct yk_err *err)
{
    return lite_write(lite_of(s), write_audit, audit, N_("keeping the record"), err);
}

static yk_code read_audit(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                          struct yk_err *err)
{
    (void)l, (void)err;
    *(struct yk_audit *)item = (struct yk_audit){
        .at = lite_text(st, 0, a),
        .who = lite_text(st, 1, a),
        .what = lite_text(st, 2, a),
        .reason = lite_text(st, 3, a),
        .rows = sqlite3_column_int64(st, 4),
    };
    return YK_OK;
}

yk_code lite_list_audit(struct yk_audit **out, size_t *count, struct yk_store *s,
                        struct yk_arena *a, struct yk_err *err)
{
    static const struct lite_rows rows = {LITE_AUDIT, sizeof **out, read_audit,
                                          N_("reading the record")};
    void *audit;
    if (lite_all(&audit, count, &rows, lite_of(s), a, err))
        return err->code;
    *out = audit;
    return YK_OK;
}

static yk_code read_decision(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                             struct yk_err *err)
{
    (void)l, (void)err;
    const char *code = (const char *)sqlite3_column_text(st, 2);
    *(struct yk_decision *)item = (struct yk_decision){
        .a = lite_id_at(st, 0),
        .b = lite_id_at(st, 1),
        .decided = strcmp(code, "same") ? YK_DECIDED_APART : YK_DECIDED_SAME,
        .who = lite_text(st, 3, a),
        .at = lite_text(st, 4, a),
    };
    return YK_OK;
}

static yk_code read_issued(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                           struct yk_err *err)
{
    (void)l, (void)err;
    *(struct yk_issued *)item =
        (struct yk_issued){lite_id_at(st, 0), lite_id_at(st, 1), lite_text(st, 2, a)};
    return YK_OK;
}

yk_code lite_read_people(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                         struct yk_err *err)
{
    static const struct lite_rows decisions = {LITE_DECISIONS, sizeof *out->decision, read_decision,
                                               N_("reading the decisions")};
    static const struct lite_rows issues = {LITE_ISSUED, sizeof *out->issued, read_issued,
                                            N_("reading the clients' ids")};
    void *decision, *issued;
    if (lite_all(&decision, &out->decisions, &decisions, l, a, err) ||
        lite_all(&issued, &out->issues, &issues, l, a, err))
        return err->code;
    out->decision = decision;
    out->issued = issued;
    return YK_OK;
}
