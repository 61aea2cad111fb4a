/* load.c - taking a file's submissions in: one transaction, nothing allocated a row. */
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

/* A submission's keys as they lie in columns. */
struct keys {
    const struct yk_submission *of;
    struct lite_id id, content;
};
enum known { KNOWN_NOT, KNOWN_OTHERWISE, KNOWN_SAME };

/* A batch comes after all that came before it. */
static yk_code date_batch(struct lite *l, const char *now, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_BATCH_LAST, err);
    bool row;
    if (!st || lite_next(&row, l, st, N_("loading"), err))
        return err->code;
    l->load.changed_at = l->load.loaded_at = lite_moment(row ? st : NULL, 0, now);
    sqlite3_reset(st);
    return YK_OK;
}

/* What it adds to a batch that stands is as old as the batch. */
static yk_code find_batch(bool *there, struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_BATCH_FIND, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &l->load.batch);
    if (lite_next(there, l, st, N_("loading"), err))
        return err->code;
    if (*there) {
        l->load.again = !sqlite3_column_int(st, 0);
        l->load.changed_at = lite_moment(st, 1, l->load.changed_at.text);
        if (l->load.again)
            l->load.loaded_at = lite_moment(NULL, 0, (const char *)sqlite3_column_text(st, 2));
    }
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code put_head(struct lite *l, enum lite_sql which, const struct yk_batch_head *head,
                        struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, which, err);
    struct lite_id content = lite_bytes(&head->content);
    char separator[2] = {head->separator, '\0'};
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &l->load.batch);
    lite_bind_text(st, 2, head->station_code);
    lite_bind_text(st, 3, head->file);
    lite_bind_id(st, 4, &content);
    lite_bind_text(st, 5, head->encoding);
    lite_bind_text(st, 6, separator);
    lite_bind_text(st, 7, head->who);
    lite_bind_text(st, 8, l->load.loaded_at.text);
    lite_bind_text(st, 9, head->form);
    lite_bind_text(st, 10, l->load.changed_at.text);
    return lite_run(l, st, N_("loading"), err);
}

/* What was not committed is undone. */
static void end_load(struct lite *l)
{
    yk_tombs_release(&l->load.tombs);
    free(l->load.seen);
    l->load.seen = NULL;
    l->load.open = false;
    lite_rollback(l);
}

yk_code lite_load_begin(struct yk_store *s, const struct yk_batch_head *head, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    bool there = false;
    if (l->load.open)
        YK_BUG("a load is under way already");
    if (lite_begin(l, N_("loading"), err))
        return err->code;
    l->load = (struct lite_load){.open = true, .batch = lite_bytes(&head->id)};
    if (date_batch(l, head->loaded_at, err) || find_batch(&there, l, err) ||
        lite_read_tombs(&l->load.tombs, l, err))
        goto fail;
    if (!l->load.again && put_head(l, there ? LITE_BATCH_AGAIN : LITE_BATCH_ADD, head, err))
        goto fail;
    l->load.sales = !strcmp(head->form, YK_FORM_SALES);
    if (l->load.sales ? lite_sales_begin(l, err) : lite_bulk_begin(l, err))
        goto fail;
    return YK_OK;
fail:
    end_load(l);
    return err->code;
}

static yk_code look_up(enum known *out, struct lite *l, const struct keys *k, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_COPIES_OF, err);
    bool row = true;
    if (!st)
        return err->code;
    *out = KNOWN_NOT;
    lite_bind_text(st, 1, k->of->station_code);
    lite_bind_id(st, 2, &k->id);
    while (row && *out != KNOWN_SAME) {
        if (lite_next(&row, l, st, N_("loading"), err))
            return err->code;
        if (row)
            *out = memcmp(sqlite3_column_blob(st, 0), k->content.byte, sizeof k->content.byte)
                       ? KNOWN_OTHERWISE
                       : KNOWN_SAME;
    }
    sqlite3_reset(st);
    return YK_OK;
}

/* The columns that copies and claims have in common. */
static void bind_claim(sqlite3_stmt *st, const struct lite *l, const struct keys *k)
{
    lite_bind_text(st, 1, k->of->station_code);
    lite_bind_id(st, 2, &k->id);
    lite_bind_id(st, 3, &k->content);
    lite_bind_id(st, 4, &l->load.batch);
    sqlite3_bind_int64(st, 5, (sqlite3_int64)k->of->line);
}

static void bind_flags(sqlite3_stmt *st, struct lite *l, const struct keys *k)
{
    yk_buf_clear(&l->flags);
    yk_flags_pack(&l->flags, k->of->flag, k->of->flags);
    lite_bind_text(st, 6, k->of->age);
    sqlite3_bind_text(st, 7, l->flags.text, (int)l->flags.len, SQLITE_STATIC);
}

static struct keys keys_of(const struct yk_submission *s)
{
    return (struct keys){s, lite_bytes(&s->id), lite_bytes(&s->content)};
}

yk_code lite_add_copy(struct lite *l, enum lite_sql where, const struct yk_submission *submission,
                      struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, where, err);
    struct keys k = keys_of(submission);
    char day[11];
    if (!st)
        return err->code;
    yk_buf_clear(&l->answers);
    yk_answers_pack(&l->answers, &submission->answers);
    yk_day_write(day, submission->survey_date);
    bind_claim(st, l, &k);
    bind_flags(st, l, &k);
    lite_bind_text(st, 8, day);
    lite_bind_text(st, 9, submission->key);
    sqlite3_bind_text(st, 10, l->answers.text, (int)l->answers.len, SQLITE_STATIC);
    return lite_run(l, st, N_("loading"), err);
}

/* Whether the copy itself came from this very line: only a file loaded again asks. */
static yk_code is_first_claim(bool *out, struct lite *l, const struct keys *k, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_CLAIM_KNOWN, err);
    if (!st)
        return err->code;
    bind_claim(st, l, k);
    if (lite_next(out, l, st, N_("loading"), err))
        return err->code;
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code add_claim(struct lite *l, const struct keys *k, struct yk_err *err)
{
    bool known = false;
    if (l->load.again && is_first_claim(&known, l, k, err))
        return err->code;
    if (known)
        return YK_OK;
    sqlite3_stmt *st = lite_ready(l, LITE_CLAIM_ADD, err);
    if (!st)
        return err->code;
    bind_claim(st, l, k);
    bind_flags(st, l, k);
    if (lite_run(l, st, N_("loading"), err))
        return err->code;
    l->load.claims += (size_t)sqlite3_changes(l->db);
    return YK_OK;
}

static void pack_merged(struct yk_buf *to, struct yk_copy *copy, size_t count, struct yk_arena *a)
{
    struct yk_answers said;
    yk_copies_sort(copy, count, a);
    yk_copies_answers(&said, NULL, copy, count, a);
    yk_buf_clear(to);
    yk_answers_pack(to, &said);
}

/* Whether the submission says anything else with this copy than without it. */
static yk_code says_more(bool *out, struct lite *l, const struct keys *k, struct yk_err *err)
{
    struct yk_copy *old;
    size_t n;
    yk_arena_reset(&l->scratch);
    if (lite_copies_of(&old, &n, l, k->of->station_code, &k->id, &l->scratch, err))
        return err->code;
    struct yk_copy *copy = YK_ARENA_ARRAY(&l->scratch, struct yk_copy, n + 1);
    memcpy(copy, old, n * sizeof *copy);
    copy[n] = (struct yk_copy){
        .content = k->of->content,
        .survey_date = k->of->survey_date,
        .answers = k->of->answers,
        .claim = {.age = k->of->age,
                  .loaded_at = l->load.loaded_at.text,
                  .batch = "",
                  .line = k->of->line,
                  .flag = k->of->flag,
                  .flags = k->of->flags},
    };
    pack_merged(&l->answers, old, n, &l->scratch);
    pack_merged(&l->flags, copy, n + 1, &l->scratch);
    *out = strcmp(l->answers.text, l->flags.text) != 0;
    return YK_OK;
}

yk_code lite_take(struct lite *l, const struct yk_submission *submission, struct yk_err *err)
{
    struct keys k = keys_of(submission);
    struct yk_batch_counts *counts = &l->load.counts;
    enum known known = KNOWN_NOT;
    bool news = true;
    if (look_up(&known, l, &k, err))
        return err->code;
    if (known == KNOWN_SAME) {
        counts->unchanged++;
        return add_claim(l, &k, err);
    }
    if (known == KNOWN_OTHERWISE && says_more(&news, l, &k, err))
        return err->code;
    if (!news)
        counts->unchanged++;
    else if (known == KNOWN_OTHERWISE)
        counts->superseded++;
    else
        counts->loaded++;
    l->load.claims++;
    return lite_add_copy(l, LITE_COPY_ADD, submission, err);
}

/* What the store has seen since `before`, for the caller. */
static void tell_counts(struct yk_batch_counts *counts, const struct lite *l,
                        const struct yk_batch_counts *before)
{
    const struct yk_batch_counts *now = &l->load.counts;
    counts->loaded += now->loaded - before->loaded;
    counts->superseded += now->superseded - before->superseded;
    counts->unchanged += now->unchanged - before->unchanged;
    counts->left = now->left;
    counts->left_litres = now->left_litres;
}

/* What was erased stays away, with whatever file it comes. */
static struct yk_submission keep(struct lite *l, const struct yk_submission *one,
                                 struct yk_arena *a, struct yk_batch_counts *counts)
{
    struct yk_submission kept = *one;
    if (!l->load.tombs.count)
        return kept;
    struct yk_kept said = yk_tombs_apply(&l->load.tombs, &one->id, one->key, &one->answers, a);
    kept.key = said.key;
    kept.answers = said.answers;
    counts->erased += said.contacts;
    return kept;
}

yk_code lite_load_piece(struct yk_store *s, const struct yk_batch *piece,
                        struct yk_batch_counts *counts, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_batch_counts before = l->load.counts;
    struct yk_arena brief = {0};
    if (!l->load.open)
        YK_BUG("no load is under way");
    for (size_t i = 0; i < piece->count && !l->load.failed; i++) {
        yk_arena_reset(&brief);
        struct yk_submission one = keep(l, &piece->submission[i], &brief, counts);
        l->load.failed = l->load.seen ? lite_bulk_take(l, &one, err) : lite_take(l, &one, err);
        if (l->load.failed)
            yk_while(err, _("line %zu"), one.line);
    }
    yk_arena_release(&brief);
    if (l->load.failed)
        return err->code;
    tell_counts(counts, l, &before);
    return YK_OK;
}

static yk_code put_counts(struct lite *l, const struct yk_batch_counts *counts, struct yk_err *err)
{
    const struct lite_load *load = &l->load;
    bool more = load->again && !load->sales; /* sales say all that they said once more */
    sqlite3_stmt *st = lite_ready(l, more ? LITE_BATCH_MORE : LITE_BATCH_COUNTS, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &load->batch);
    sqlite3_bind_int64(st, 2, (sqlite3_int64)counts->rows);
    sqlite3_bind_int64(st, 3, (sqlite3_int64)load->counts.loaded);
    sqlite3_bind_int64(st, 4, (sqlite3_int64)load->counts.superseded);
    sqlite3_bind_int64(st, 5, (sqlite3_int64)(more ? load->claims : load->counts.unchanged));
    sqlite3_bind_int64(st, 6, (sqlite3_int64)counts->rejected);
    sqlite3_bind_int64(st, 7, (sqlite3_int64)counts->blank);
    lite_bind_text(st, 8, load->changed_at.text);
    return lite_run(l, st, N_("loading"), err);
}

static yk_code keep_load(struct lite *l, const struct yk_batch_counts *counts, struct yk_err *err)
{
    if (!l->load.claims && l->load.again)
        return YK_OK; /* the same file again */
    if (put_counts(l, counts, err) || (l->load.claims && lite_facts_changed(l, err)))
        return err->code;
    return lite_commit(l, N_("loading"), err);
}

yk_code lite_load_end(struct yk_store *s, struct yk_batch_counts *counts, bool keep,
                      struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_batch_counts before = l->load.counts;
    yk_code code = YK_OK;
    if (!l->load.open)
        YK_BUG("no load is under way");
    if (keep && l->load.failed)
        YK_BUG("a failed load cannot be kept");
    if (l->load.seen && !l->load.failed)
        code = lite_bulk_end(l, err);
    if (l->load.sales && !l->load.failed)
        code = lite_sales_end(l, err);
    tell_counts(counts, l, &before);
    if (!code && keep)
        code = keep_load(l, counts, err);
    end_load(l);
    return code;
}
