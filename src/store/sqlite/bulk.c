/* bulk.c - the first load of a database: rows first, their key at the end.
 *
 * Finding each of a million rows its place in an index costs more than all else; sorting the keys
 * once does not. Without the index a key that comes twice cannot be looked up, so whatever may have
 * come before is put by, and taken in as usual when the index is there. A Bloom filter tells: it
 * never says «new» of an id it has seen, and has one size however long the file. */
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

#define SEEN_WORDS ((size_t)1 << 21) /* 16 MB */

yk_code lite_bulk_begin(struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ANY_COPY, err);
    bool row;
    if (!st || lite_next(&row, l, st, N_("loading"), err))
        return err->code;
    sqlite3_reset(st);
    if (row)
        return YK_OK;
    if (lite_exec(l, "DELETE FROM temp.late; DROP INDEX submission_key", N_("loading"), err))
        return err->code;
    /* Written here once: a page of which zeros are read first is mapped twice. */
    l->load.seen = yk_realloc(NULL, SEEN_WORDS * sizeof *l->load.seen);
    memset(l->load.seen, 0, SEEN_WORDS * sizeof *l->load.seen);
    return YK_OK;
}

/* An id is a hash already: its bytes choose a word and four bits of it. */
static bool seen_before(struct lite *l, const struct yk_id *id)
{
    struct lite_id raw = lite_bytes(id);
    uint64_t where, bits = 0;
    memcpy(&where, raw.byte, sizeof where);
    for (size_t i = 8; i < 12; i++)
        bits |= (uint64_t)1 << (raw.byte[i] & 63);
    uint64_t *word = &l->load.seen[where % SEEN_WORDS];
    bool seen = (*word & bits) == bits;
    *word |= bits;
    return seen;
}

yk_code lite_bulk_take(struct lite *l, const struct yk_submission *submission, struct yk_err *err)
{
    if (seen_before(l, &submission->id))
        return lite_add_copy(l, LITE_LATE_ADD, submission, err);
    l->load.counts.loaded++;
    l->load.claims++;
    return lite_add_copy(l, LITE_COPY_ADD, submission, err);
}

/* A row that was put by, as it was in its piece. Strings lie in the arena. */
static yk_code read_late(struct yk_submission *out, struct lite *l, sqlite3_stmt *st,
                         struct yk_arena *a, struct yk_err *err)
{
    struct yk_copy copy;
    if (lite_read_copy(&copy, l, st, a, err))
        return err->code;
    *out = (struct yk_submission){
        .station_code = lite_text(st, 0, a),
        .key = lite_text(st, 8, a),
        .id = lite_id_at(st, 1),
        .content = copy.content,
        .age = copy.claim.age,
        .survey_date = copy.survey_date,
        .line = copy.claim.line,
        .answers = copy.answers,
        .flag = copy.claim.flag,
        .flags = copy.claim.flags,
    };
    return YK_OK;
}

static yk_code take_late(struct lite *l, struct yk_arena *a, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_LATE, err);
    struct yk_submission late;
    bool row = true;
    if (!st)
        return err->code;
    for (;;) {
        yk_arena_reset(a);
        if (lite_next(&row, l, st, N_("loading"), err))
            return err->code;
        if (!row)
            return YK_OK;
        if (read_late(&late, l, st, a, err) || lite_take(l, &late, err))
            return err->code;
    }
}

yk_code lite_bulk_end(struct lite *l, struct yk_err *err)
{
    struct yk_arena a = {0};
    if (lite_exec(l,
                  "CREATE UNIQUE INDEX submission_key"
                  " ON submission (station_id, submission_id, content)",
                  N_("loading"), err))
        return err->code;
    yk_code code = take_late(l, &a, err);
    yk_arena_release(&a);
    return code;
}
