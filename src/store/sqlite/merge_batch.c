/* merge_batch.c - batches that two databases know.
 *
 * The same file taken in twice is one batch. It was loaded when it was first loaded; whether it
 * stands or was taken back is what was done to it last (at the same time: it stands). Counts must
 * not depend on the order of merging, so each is a largest, a smallest or a count of rows:
 * loaded: the most that any database found new; unchanged: the fewest that any found nothing new
 * in; superseded: the rest of the claims that there are; refused: what is then left of the rows. */
#include <string.h>

#include "merge.h"
#include "youka/base/say.h"

static size_t most(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t claims(const struct yk_batch_counts *c)
{
    return c->loaded + c->superseded + c->unchanged;
}

/* Of the two which one says who loaded what, and when. */
static bool is_first(const struct yk_batch_head *a, const struct yk_batch_head *b)
{
    int by = strcmp(a->loaded_at, b->loaded_at);
    if (!by)
        by = strcmp(a->file, b->file);
    if (!by)
        by = strcmp(a->who, b->who);
    return by <= 0;
}

/* `superseded` holds what the claims leave, until lite_merge_counts knows them. */
static struct yk_batch_counts unite_counts(const struct yk_batch_counts *a,
                                           const struct yk_batch_counts *b)
{
    size_t taken = most(claims(a), claims(b));
    size_t known = most(claims(a) + a->rejected, claims(b) + b->rejected);
    struct yk_batch_counts c = {
        .rows = most(a->rows, b->rows),
        .loaded = most(a->loaded, b->loaded),
        .unchanged = a->unchanged < b->unchanged ? a->unchanged : b->unchanged,
        .blank = most(a->blank, b->blank),
    };
    c.superseded = taken - c.loaded - c.unchanged;
    c.rejected = known - taken;
    return c;
}

static void tell_undone(struct merge *m, const struct yk_batch_entry *here,
                        const struct yk_batch_entry *there, bool undone)
{
    const char *const state[] = {_("it stands"), _("it was taken back")};
    lite_conflict(m, yk_arena_printf(m->a,
                                     _("batch %.12s (%s): here %s (%s), there %s (%s); now %s, "
                                       "as was done last; mend it with `youka batch undo` or by "
                                       "loading the file again"),
                                     here->head.id.text, here->head.file, state[here->undone],
                                     here->changed_at, state[there->undone], there->changed_at,
                                     state[undone]));
}

static void unite(struct merge *m, struct yk_batch_entry *here, const struct yk_batch_entry *there)
{
    struct yk_batch_entry e = is_first(&here->head, &there->head) ? *here : *there;
    int by = strcmp(here->changed_at, there->changed_at);
    e.undone = by > 0 ? here->undone : by < 0 ? there->undone : here->undone && there->undone;
    e.changed_at = by >= 0 ? here->changed_at : there->changed_at;
    e.counts = unite_counts(&here->counts, &there->counts);
    if (here->undone != there->undone)
        tell_undone(m, here, there, e.undone);
    *here = e;
}

static bool same_counts(const struct yk_batch_counts *a, const struct yk_batch_counts *b)
{
    return a->rows == b->rows && a->loaded == b->loaded && a->superseded == b->superseded &&
           a->unchanged == b->unchanged && a->rejected == b->rejected && a->blank == b->blank;
}

static bool same_entry(const struct yk_batch_entry *a, const struct yk_batch_entry *b)
{
    return a->undone == b->undone && !strcmp(a->changed_at, b->changed_at) &&
           !strcmp(a->head.loaded_at, b->head.loaded_at) && !strcmp(a->head.file, b->head.file) &&
           !strcmp(a->head.who, b->head.who) && same_counts(&a->counts, &b->counts);
}

static yk_code put_batch(struct merge *m, const struct yk_batch_entry *e, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(m->l, LITE_MERGE_BATCH, err);
    const struct yk_batch_head *h = &e->head;
    struct lite_id id = lite_bytes(&h->id), content = lite_bytes(&h->content);
    char separator[2] = {h->separator, '\0'};
    const size_t count[] = {e->counts.rows,
                            e->counts.loaded,
                            e->counts.superseded,
                            e->counts.unchanged,
                            e->counts.rejected,
                            e->counts.blank,
                            e->undone};
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    lite_bind_text(st, 2, h->station_code);
    lite_bind_text(st, 3, h->file);
    lite_bind_id(st, 4, &content);
    lite_bind_text(st, 5, h->encoding);
    lite_bind_text(st, 6, separator);
    lite_bind_text(st, 7, h->who);
    lite_bind_text(st, 8, h->loaded_at);
    lite_bind_text(st, 9, h->form);
    lite_bind_text(st, 10, e->changed_at);
    for (int i = 0; i < 7; i++)
        sqlite3_bind_int64(st, 11 + i, (sqlite3_int64)count[i]);
    return lite_run(m->l, st, N_("merging"), err);
}

static yk_code take_batch(struct merge *m, const struct yk_batch_entry *there, struct yk_err *err)
{
    size_t at = m->batches;
    if (yk_map_find(&m->by_id, there->head.id.text, &at)) {
        struct yk_batch_entry before = m->batch[at];
        unite(m, &m->batch[at], there);
        if (same_entry(&before, &m->batch[at]))
            return YK_OK;
        m->facts |= before.undone != m->batch[at].undone ||
                    strcmp(before.head.loaded_at, m->batch[at].head.loaded_at) != 0;
    } else {
        m->batch[m->batches] = *there;
        yk_map_add(&m->by_id, m->batch[m->batches++].head.id.text, at);
        m->out.batches++;
        m->facts = true;
    }
    m->changed = true;
    return put_batch(m, &m->batch[at], err);
}

yk_code lite_merge_batches(struct merge *m, struct yk_err *err)
{
    struct yk_batch_entry *here, *there;
    size_t heres, theres;
    if (lite_batch_entries(&here, &heres, LITE_BATCHES, m->l, m->a, err) ||
        lite_batch_entries(&there, &theres, LITE_OTHER_BATCHES, m->l, m->a, err))
        return err->code;
    m->batch = YK_ARENA_ARRAY(m->a, struct yk_batch_entry, heres + theres);
    if (heres)
        memcpy(m->batch, here, heres * sizeof *here);
    m->batches = heres;
    for (size_t i = 0; i < heres; i++) {
        yk_map_add(&m->by_id, m->batch[i].head.id.text, i);
        m->rows += m->batch[i].undone ? 0 : claims(&m->batch[i].counts);
    }
    for (size_t i = 0; i < theres; i++) {
        m->rows += there[i].undone ? 0 : claims(&there[i].counts);
        if (take_batch(m, &there[i], err))
            return err->code;
    }
    return YK_OK;
}

/* What a batch of both counts, now that its claims are there. */
static struct yk_batch_counts settle(const struct yk_batch_counts *c, size_t total)
{
    size_t known = claims(c) + c->rejected;
    struct yk_batch_counts out = *c;
    out.loaded = c->loaded < total ? c->loaded : total;
    out.unchanged = c->unchanged < total - out.loaded ? c->unchanged : total - out.loaded;
    out.superseded = total - out.loaded - out.unchanged;
    out.rejected = known > total ? known - total : 0;
    return out;
}

/* Only batches that stand: those taken back claim nothing. */
yk_code lite_merge_counts(struct merge *m, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(m->l, LITE_MERGE_CLAIMS, err);
    bool row = true;
    if (!st)
        return err->code;
    for (;;) {
        if (lite_next(&row, m->l, st, N_("merging"), err))
            return err->code;
        if (!row)
            return YK_OK;
        struct yk_id id = lite_id_at(st, 0);
        size_t at, total = (size_t)sqlite3_column_int64(st, 1);
        if (!yk_map_find(&m->by_id, id.text, &at))
            YK_BUG("batch %s has no entry", id.text);
        struct yk_batch_entry *e = &m->batch[at];
        struct yk_batch_counts before = e->counts;
        e->counts = settle(&before, total);
        if (!same_counts(&before, &e->counts) && put_batch(m, e, err))
            return err->code;
    }
}
