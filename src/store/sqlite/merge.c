/* merge.c - another database's facts taken in: all or nothing, in any order. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "merge.h"
#include "youka/base/say.h"

void lite_conflict(struct merge *m, const char *sentence)
{
    size_t n = m->out.conflicts;
    m->out.conflict = yk_grow(m->out.conflict, &m->conflict_room, n + 1, sizeof *m->out.conflict);
    m->out.conflict[m->out.conflicts++] = sentence;
}

typedef void tell(struct merge *m, sqlite3_stmt *st);

static yk_code ask(struct merge *m, enum lite_sql which, tell *row_to_sentence, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(m->l, which, err);
    bool row = true;
    if (!st)
        return err->code;
    for (;;) {
        if (lite_next(&row, m->l, st, N_("merging"), err))
            return err->code;
        if (!row)
            return YK_OK;
        row_to_sentence(m, st);
    }
}

/* The columns in which two rows differ, as «name: here / there». */
static void tell_station(struct merge *m, sqlite3_stmt *st)
{
    static const char *const column[] = {
        "name",     "region",     "area_manager", "class", "lat",    "lon",
        "radius_m", "hours_week", "fuels",        "opens", "closes", "target_litres_quarter"};
    const char *said = "", *since[] = {lite_text(st, 1, m->a), lite_text(st, 2, m->a)};
    for (int i = 0; i < 12; i++) {
        const char *here = lite_text(st, 3 + 2 * i, m->a), *there = lite_text(st, 4 + 2 * i, m->a);
        if (strcmp(here, there) != 0)
            said = yk_arena_printf(m->a, "%s%s%s «%s» / «%s»", said, *said ? ", " : "", column[i],
                                   here, there);
    }
    lite_conflict(m, yk_arena_printf(m->a,
                                     _("station %s: here (%s) / there (%s): %s; the newer row "
                                       "stands; where the other is right, load it again with "
                                       "`youka station load`"),
                                     lite_text(st, 0, m->a), since[0], since[1], said));
}

static void tell_gazetteer(struct merge *m, sqlite3_stmt *st)
{
    lite_conflict(
        m,
        yk_arena_printf(m->a,
                        _("gazetteer %s: here %lld entries (%s), there %lld (%s); the newer "
                          "list stands; where the other is right, load its file again with "
                          "`youka gazetteer load`"),
                        lite_text(st, 0, m->a), sqlite3_column_int64(st, 3), lite_text(st, 1, m->a),
                        sqlite3_column_int64(st, 4), lite_text(st, 2, m->a)));
}

static void tell_decision(struct merge *m, sqlite3_stmt *st)
{
    struct yk_id a = lite_id_at(st, 0), b = lite_id_at(st, 1);
    lite_conflict(
        m, yk_arena_printf(m->a,
                           _("submissions %.12s and %.12s: here «%s» (%s, %s), there «%s» (%s, "
                             "%s); the newer stands; where the other is right, say so again with "
                             "`youka client same` or `youka client apart`"),
                           a.text, b.text, lite_text(st, 2, m->a), lite_text(st, 6, m->a),
                           lite_text(st, 4, m->a), lite_text(st, 3, m->a), lite_text(st, 7, m->a),
                           lite_text(st, 5, m->a)));
}

static void tell_override(struct merge *m, sqlite3_stmt *st)
{
    struct yk_id id = lite_id_at(st, 0);
    lite_conflict(
        m, yk_arena_printf(m->a,
                           _("submission %.12s, %s decided by hand: here «%s» (%s, %s), there «%s» "
                             "(%s, %s); the newer stands; where the other is right, say so again "
                             "with `youka client override`"),
                           id.text, lite_text(st, 1, m->a), lite_text(st, 2, m->a),
                           lite_text(st, 6, m->a), lite_text(st, 4, m->a), lite_text(st, 3, m->a),
                           lite_text(st, 7, m->a), lite_text(st, 5, m->a)));
}

static void tell_rules(struct merge *m, sqlite3_stmt *st)
{
    lite_conflict(
        m, yk_arena_printf(m->a,
                           _("rules %s: both have loaded rows of their own, here (%s) and there "
                             "(%s); of one row the version loaded later stands; see what is in "
                             "force with `youka rules export`"),
                           lite_text(st, 0, m->a), lite_text(st, 1, m->a), lite_text(st, 2, m->a)));
}

/* Runs a statement and adds what it changed. */
static yk_code take(struct merge *m, enum lite_sql which, size_t *added, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(m->l, which, err);
    if (!st || lite_run(m->l, st, N_("merging"), err))
        return err->code;
    *added += (size_t)sqlite3_changes64(m->l->db);
    return YK_OK;
}

/* What was erased comes first: all the rest is held against it. */
static yk_code take_small(struct merge *m, struct yk_err *err)
{
    size_t tombs = 0, sources = 0, records = 0, told = 0;
    struct yk_merged *out = &m->out;
    if (take(m, LITE_MERGE_ERASURES, &tombs, err) || take(m, LITE_MERGE_TOMBS, &tombs, err) ||
        lite_read_tombs(&m->tombs, m->l, err) ||
        ask(m, LITE_MERGE_STATIONS_TOLD, tell_station, err) ||
        take(m, LITE_MERGE_STATIONS, &out->stations, err) ||
        take(m, LITE_MERGE_COMPETITORS, &out->competitors, err) ||
        ask(m, LITE_MERGE_GAZETTEERS_TOLD, tell_gazetteer, err) ||
        take(m, LITE_MERGE_GAZETTEER_DROP, &sources, err) ||
        take(m, LITE_MERGE_GAZETTEER_SOURCES, &sources, err) ||
        take(m, LITE_MERGE_GAZETTEER, &out->gazetteer, err) ||
        ask(m, LITE_MERGE_DECISIONS_TOLD, tell_decision, err) ||
        take(m, LITE_MERGE_DECISIONS, &out->decisions, err) ||
        ask(m, LITE_MERGE_OVERRIDES_TOLD, tell_override, err) ||
        take(m, LITE_MERGE_OVERRIDES, &out->decisions, err) ||
        take(m, LITE_MERGE_PAYERS_TOLD, &told, err) || take(m, LITE_MERGE_ISSUED, &records, err) ||
        ask(m, LITE_MERGE_RULES_TOLD, tell_rules, err) ||
        take(m, LITE_MERGE_RULES, &out->rules, err) ||
        take(m, LITE_MERGE_RULES_TABLES, &records, err) ||
        take(m, LITE_MERGE_ISSUED_PLANS, &records, err) ||
        take(m, LITE_MERGE_ISSUED_LINES, &records, err) ||
        take(m, LITE_MERGE_ISSUED_FUEL, &records, err) || take(m, LITE_MERGE_AUDIT, &records, err))
        return err->code;
    m->facts =
        tombs + sources + out->stations + out->competitors + out->decisions + out->rules + told > 0;
    m->changed = m->facts || records > 0;
    return YK_OK;
}

/* Their batches stand already, those taken back too. Only what was not known is new. */
static yk_code take_sales(struct merge *m, struct yk_err *err)
{
    size_t changed = 0, undone = 0;
    if (take(m, LITE_MERGE_SALES, &changed, err) || take(m, LITE_MERGE_SALES_UNDONE, &undone, err))
        return err->code;
    m->out.sales = changed > undone ? changed - undone : 0;
    m->facts |= m->out.sales > 0;
    m->changed |= m->out.sales > 0;
    return YK_OK;
}

/* The version is the sum of both: whatever the order, the same, and another than before. */
static yk_code finish(struct merge *m, struct yk_err *err)
{
    size_t ignored = 0;
    if (!m->facts)
        return YK_OK;
    if (lite_drop_run(m->l, err))
        return err->code;
    return take(m, LITE_MERGE_FACTS, &ignored, err);
}

static yk_code work(struct lite *l, const void *task, struct yk_err *err)
{
    (void)l;
    struct merge *m = *(struct merge *const *)task;
    if (take_small(m, err) || lite_merge_batches(m, err) || lite_merge_rows(m, err) ||
        take_sales(m, err) || lite_merge_counts(m, err))
        return err->code;
    return finish(m, err);
}

static yk_code attach(struct lite *l, const char *other, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_MERGE_ATTACH, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, other);
    return lite_run(l, st, N_("merging"), err);
}

static bool same_file(const char *a, const char *b)
{
    struct stat here, there;
    return !stat(a, &here) && !stat(b, &there) && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

/* Whole, ours and of this version, before anything is taken from it. */
static yk_code prove(const struct merge *m, const char *path, struct yk_err *err)
{
    struct yk_store *other = NULL;
    const char **finding;
    size_t count = 0;
    if (same_file(m->l->path, path))
        return yk_fail(err, YK_E_USAGE, _("%s: is the database itself; name another one"), path);
    if (lite_open(&other, path, YK_STORE_READ, err))
        return err->code;
    yk_progress(m->watch, _("proving the other database"), 0, 0);
    yk_code code = lite_prove(&finding, &count, lite_of(other), m->a, err);
    lite_close(other);
    if (!code && count)
        code = yk_fail(err, YK_E_STORE, "%s", finding[0]);
    return code;
}

/* The reader begins when no one but us can write any more. */
static yk_code merge(struct merge *m, const char *path, struct yk_err *err)
{
    struct yk_store *reader = NULL;
    struct merge *task = m;
    if (prove(m, path, err) || lite_open(&reader, m->l->path, YK_STORE_READ, err))
        return err->code;
    m->r = lite_of(reader);
    if (!attach(m->l, path, err) && !attach(m->r, path, err))
        (void)!lite_write(m->l, work, &task, N_("merging"), err);
    lite_close(reader);
    sqlite3_exec(m->l->db, "DETACH other", NULL, NULL, NULL);
    return err->code;
}

yk_code lite_merge(struct yk_merged *out, struct yk_store *s, const char *other,
                   const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct merge m = {.l = lite_of(s), .watch = watch, .a = a};
    struct yk_err said = {0};
    merge(&m, other, &said);
    if (said.code) {
        *err = said;
    } else {
        m.out.changed = m.changed;
        const char **sentence = YK_ARENA_ARRAY(a, const char *, m.out.conflicts);
        if (m.out.conflicts)
            memcpy(sentence, m.out.conflict, m.out.conflicts * sizeof *sentence);
        *out = m.out;
        out->conflict = sentence;
    }
    free(m.out.conflict);
    yk_map_release(&m.by_id);
    yk_tombs_release(&m.tombs);
    return said.code;
}
