/* merge_rows.c - the submissions of two databases, put down again in the order of their keys.
 *
 * What is kept must be the same in whatever order databases are merged. So of every copy all its
 * claims are united, the smallest becomes the copy's own, and the rows are written anew, sorted: a
 * reader sees both databases as they were, side by side in the order of keys, while the writer
 * empties the tables and fills them. First the same walk without writing looks for a difference:
 * where there is none, nothing is touched. */
#include <stdlib.h>
#include <string.h>

#include "merge.h"
#include "youka/base/say.h"

enum { HERE, THERE };
/* Columns of LITE_BOTH_COPIES; those of LITE_BOTH_CLAIMS are the same up to FLAGS. */
enum {
    SIDE,
    STATION,
    SUBMISSION,
    CONTENT,
    BATCH,
    LINE,
    AGE,
    FLAGS,
    SURVEY_DATE,
    NATURAL_KEY,
    ANSWERS,
    ROW
};

struct claim {
    struct lite_id batch;
    long long line;
    const char *age, *flags;
};
struct claims {
    struct claim *claim;
    size_t count, room;
};
struct text {
    const char *survey_date, *key, *answers;
};
struct walk {
    struct merge *m;
    bool write, differs;
    sqlite3_stmt *copies, *claims;
    bool copy_row, claim_row;
    struct yk_arena brief; /* of one copy */
    const char *station;
    struct lite_id submission, content;
    struct text side[2]; /* answers NULL: the side has no such copy */
    struct claims here, both;
    long long last_row;
    struct lite_id counted; /* the submission that was counted last */
    unsigned long long done;
    struct yk_buf packed;
};

static int compare_ids(const struct lite_id *a, const struct lite_id *b)
{
    return memcmp(a->byte, b->byte, sizeof a->byte);
}

static struct lite_id id_at(sqlite3_stmt *st, int at)
{
    struct lite_id id = {{0}};
    const void *byte = sqlite3_column_blob(st, at);
    if (byte && sqlite3_column_bytes(st, at) == sizeof id.byte)
        memcpy(id.byte, byte, sizeof id.byte);
    return id;
}

static int compare_key(sqlite3_stmt *st, const struct walk *w)
{
    struct lite_id submission = id_at(st, SUBMISSION), content = id_at(st, CONTENT);
    int by = strcmp((const char *)sqlite3_column_text(st, STATION), w->station);
    if (!by)
        by = compare_ids(&submission, &w->submission);
    return by ? by : compare_ids(&content, &w->content);
}

static const struct yk_batch_entry *batch_of(const struct walk *w, const struct lite_id *id)
{
    struct yk_id text = lite_hex(id->byte);
    size_t at;
    if (!yk_map_find(&w->m->by_id, text.text, &at))
        YK_BUG("batch %s has no entry", text.text);
    return &w->m->batch[at];
}

static void add_claim(struct claims *to, const struct claim *claim)
{
    to->claim = yk_grow(to->claim, &to->room, to->count + 1, sizeof *to->claim);
    to->claim[to->count++] = *claim;
}

/* Claims of a batch that was taken back are left out of what both say. */
static void note_claim(struct walk *w, sqlite3_stmt *st)
{
    struct claim claim = {.batch = id_at(st, BATCH),
                          .line = sqlite3_column_int64(st, LINE),
                          .age = lite_text(st, AGE, &w->brief),
                          .flags = lite_text(st, FLAGS, &w->brief)};
    if (sqlite3_column_int(st, SIDE) == HERE)
        add_claim(&w->here, &claim);
    if (!batch_of(w, &claim.batch)->undone)
        add_claim(&w->both, &claim);
    w->done++;
}

static yk_code pack_kept(struct walk *w, struct text *t, struct yk_err *err)
{
    struct yk_answers answers;
    struct yk_id submission = lite_hex(w->submission.byte);
    if (!yk_answers_unpack(&answers, &w->m->r->unpacker, t->answers, &w->brief))
        return yk_fail(
            err, YK_E_STORE,
            _("the answers of %s cannot be read; run `youka db check` on both databases"), t->key);
    struct yk_kept kept = yk_tombs_apply(&w->m->tombs, &submission, t->key, &answers, &w->brief);
    if (!kept.changed)
        return YK_OK;
    yk_buf_clear(&w->packed);
    yk_answers_pack(&w->packed, &kept.answers);
    t->answers = yk_arena_copy(&w->brief, w->packed.text);
    t->key = kept.key;
    return YK_OK;
}

static yk_code note_copy(struct walk *w, struct yk_err *err)
{
    sqlite3_stmt *st = w->copies;
    int side = sqlite3_column_int(st, SIDE);
    struct text raw = {.survey_date = lite_text(st, SURVEY_DATE, &w->brief),
                       .key = lite_text(st, NATURAL_KEY, &w->brief),
                       .answers = lite_text(st, ANSWERS, &w->brief)};
    w->side[side] = raw;
    note_claim(w, st);
    if (w->m->tombs.count && pack_kept(w, &w->side[side], err))
        return err->code;
    if (side == HERE) {
        long long row = sqlite3_column_int64(st, ROW);
        w->differs |= row < w->last_row || w->side[side].answers != raw.answers;
        w->last_row = row;
    }
    return lite_next(&w->copy_row, w->m->r, st, N_("merging"), err);
}

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left, *b = right;
    int by = compare_ids(&a->batch, &b->batch);
    if (!by)
        by = (a->line > b->line) - (a->line < b->line);
    if (!by)
        by = strcmp(b->age, a->age);
    return by ? by : strcmp(b->flags, a->flags);
}

/* In order, each line once: of two readings of it the greater. */
static void sort_claims(struct claims *c)
{
    size_t n = 0;
    if (c->count)
        qsort(c->claim, c->count, sizeof *c->claim, compare_claims);
    for (size_t i = 0; i < c->count; i++)
        if (!n || c->claim[n - 1].line != c->claim[i].line ||
            compare_ids(&c->claim[n - 1].batch, &c->claim[i].batch))
            c->claim[n++] = c->claim[i];
    c->count = n;
}

static bool same_claims(const struct claims *a, const struct claims *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (compare_claims(&a->claim[i], &b->claim[i]))
            return false;
    return true;
}

/* Equal content may have been written in different ways: the greater stands. */
static const struct text *greater(const struct text side[2])
{
    if (!side[HERE].answers || !side[THERE].answers)
        return &side[side[HERE].answers ? HERE : THERE];
    int by = strcmp(side[HERE].answers, side[THERE].answers);
    if (!by)
        by = strcmp(side[HERE].survey_date, side[THERE].survey_date);
    if (!by)
        by = strcmp(side[HERE].key, side[THERE].key);
    return &side[by >= 0 ? HERE : THERE];
}

static void bind_claim(sqlite3_stmt *st, const struct walk *w, const struct claim *c)
{
    lite_bind_text(st, 1, w->station);
    lite_bind_id(st, 2, &w->submission);
    lite_bind_id(st, 3, &w->content);
    lite_bind_id(st, 4, &c->batch);
    sqlite3_bind_int64(st, 5, c->line);
    lite_bind_text(st, 6, c->age);
    lite_bind_text(st, 7, c->flags);
}

static yk_code write_copy(struct walk *w, const struct text *t, struct yk_err *err)
{
    struct lite *l = w->m->l;
    for (size_t i = 0; i < w->both.count; i++) {
        sqlite3_stmt *st = lite_ready(l, i ? LITE_CLAIM_ADD : LITE_COPY_ADD, err);
        if (!st)
            return err->code;
        bind_claim(st, w, &w->both.claim[i]);
        if (!i) {
            lite_bind_text(st, 8, t->survey_date);
            lite_bind_text(st, 9, t->key);
            lite_bind_text(st, 10, t->answers);
        }
        if (lite_run(l, st, N_("merging"), err))
            return err->code;
    }
    return YK_OK;
}

/* A submission counts once, however many copies of it are new. */
static void count_new(struct walk *w)
{
    if (w->side[HERE].answers || !w->both.count || !compare_ids(&w->submission, &w->counted))
        return;
    w->counted = w->submission;
    if (strcmp(batch_of(w, &w->both.claim[0].batch)->head.form, LITE_CENSUS) != 0)
        w->m->out.records++;
    else
        w->m->out.submissions++;
}

/* Everything that both databases hold of one copy. */
static yk_code next_copy(struct walk *w, struct yk_err *err)
{
    yk_arena_reset(&w->brief);
    w->station = lite_text(w->copies, STATION, &w->brief);
    w->submission = id_at(w->copies, SUBMISSION);
    w->content = id_at(w->copies, CONTENT);
    w->side[HERE] = w->side[THERE] = (struct text){0};
    w->here.count = w->both.count = 0;
    while (w->copy_row && !compare_key(w->copies, w))
        if (note_copy(w, err))
            return err->code;
    while (w->claim_row && compare_key(w->claims, w) <= 0) {
        if (!compare_key(w->claims, w))
            note_claim(w, w->claims);
        if (lite_next(&w->claim_row, w->m->r, w->claims, N_("merging"), err))
            return err->code;
    }
    bool first_is_least =
        w->here.count < 2 || compare_claims(&w->here.claim[0], &w->here.claim[1]) < 0;
    sort_claims(&w->here);
    sort_claims(&w->both);
    const struct text *t = greater(w->side);
    w->differs |= !same_claims(&w->here, &w->both) || !first_is_least ||
                  (w->both.count && t != &w->side[HERE]);
    if (!w->write)
        return YK_OK;
    count_new(w);
    yk_progress(w->m->watch, _("merging"), w->done, w->m->rows);
    return write_copy(w, t, err);
}

static yk_code walk(struct walk *w, struct yk_err *err)
{
    struct lite *r = w->m->r;
    w->copies = lite_ready(r, LITE_BOTH_COPIES, err);
    w->claims = w->copies ? lite_ready(r, LITE_BOTH_CLAIMS, err) : NULL;
    if (!w->claims || lite_next(&w->copy_row, r, w->copies, N_("merging"), err) ||
        lite_next(&w->claim_row, r, w->claims, N_("merging"), err))
        return err->code;
    while (w->copy_row && (w->write || !w->differs))
        if (next_copy(w, err))
            return err->code;
    return YK_OK;
}

static void release(struct walk *w)
{
    sqlite3_reset(w->copies);
    sqlite3_reset(w->claims);
    yk_arena_release(&w->brief);
    yk_buf_release(&w->packed);
    free(w->here.claim);
    free(w->both.claim);
}

yk_code lite_merge_rows(struct merge *m, struct yk_err *err)
{
    struct walk look = {.m = m}, write = {.m = m, .write = true};
    yk_code code = walk(&look, err);
    release(&look);
    if (code || !look.differs)
        return code;
    m->changed = m->facts = true;
    code = lite_exec(m->l, "DELETE FROM claim; DELETE FROM submission", N_("merging"), err);
    if (!code)
        code = walk(&write, err);
    release(&write);
    return code;
}
