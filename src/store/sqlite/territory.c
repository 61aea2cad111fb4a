/* territory.c - everything the working out needs, in one read of one state of the database. */
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/map.h"
#include "youka/base/say.h"

/* Columns that copies and claims have in common. */
enum { STATION, SUBMISSION, CONTENT, BATCH, LINE, AGE, FLAGS, SURVEY_DATE, NATURAL_KEY, ANSWERS };

static yk_code damaged(const struct lite *l, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_id batch = lite_id_at(st, BATCH);
    return yk_fail(
        err, YK_E_STORE,
        _("%s: the answers of batch %.12s, line %lld, cannot be read; take the batch back "
          "and load its file again, or go back to a backup"),
        l->path, batch.text, sqlite3_column_int64(st, LINE));
}

/* The batch is left to the caller, who may know it already. */
static yk_code read_claim(struct yk_claim *out, struct lite *l, sqlite3_stmt *st,
                          struct yk_arena *a, struct yk_err *err)
{
    struct yk_claim c = {.age = lite_text(st, AGE, a),
                         .line = (size_t)sqlite3_column_int64(st, LINE)};
    if (!yk_flags_unpack(&c.flag, &c.flags, &l->unpacker,
                         (const char *)sqlite3_column_text(st, FLAGS), a))
        return damaged(l, st, err);
    *out = c;
    return YK_OK;
}

yk_code lite_read_copy(struct yk_copy *out, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                       struct yk_err *err)
{
    struct yk_copy c = {.content = lite_id_at(st, CONTENT)};
    if (!yk_answers_unpack(&c.answers, &l->unpacker, (const char *)sqlite3_column_text(st, ANSWERS),
                           a))
        return damaged(l, st, err);
    if (!yk_day_read(&c.survey_date, (const char *)sqlite3_column_text(st, SURVEY_DATE)))
        c.survey_date = YK_DAY_NONE;
    if (read_claim(&c.claim, l, st, a, err))
        return err->code;
    *out = c;
    return YK_OK;
}

/* Hangs a further claim on the copy that says the same. */
static void add_claim(struct yk_copy *copy, size_t count, sqlite3_stmt *st,
                      const struct yk_claim *claim, struct yk_arena *a)
{
    struct yk_id content = lite_id_at(st, CONTENT);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(copy[i].content.text, content.text) != 0)
            continue;
        struct yk_claim *kept = yk_arena_alloc(a, sizeof *kept);
        *kept = *claim;
        kept->next = copy[i].claim.next;
        copy[i].claim.next = kept;
        return;
    }
}

static const char *batch_of(sqlite3_stmt *st, struct yk_arena *a)
{
    struct yk_id id = lite_id_at(st, BATCH);
    return yk_arena_copy(a, id.text);
}

static sqlite3_stmt *ready_for_key(struct lite *l, enum lite_sql which, const char *station,
                                   const struct lite_id *submission, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, which, err);
    if (st) {
        lite_bind_text(st, 1, station);
        lite_bind_id(st, 2, submission);
    }
    return st;
}

yk_code lite_copies_of(struct yk_copy **out, size_t *count, struct lite *l, const char *station,
                       const struct lite_id *submission, struct yk_arena *a, struct yk_err *err)
{
    struct yk_copy *copy = NULL;
    size_t n = 0, room = 0;
    bool row = true;
    sqlite3_stmt *st = ready_for_key(l, LITE_COPIES_OF_KEY, station, submission, err);
    yk_code code = st ? YK_OK : err->code;
    while (!code && !(code = lite_next(&row, l, st, N_("loading"), err)) && row) {
        copy = yk_grow(copy, &room, n + 1, sizeof *copy);
        code = lite_read_copy(&copy[n], l, st, a, err);
        copy[n].claim.batch = batch_of(st, a);
        copy[n++].claim.loaded_at = lite_text(st, ANSWERS + 1, a);
    }
    if (!code && !(st = ready_for_key(l, LITE_CLAIMS_OF_KEY, station, submission, err)))
        code = err->code;
    while (!code && !(code = lite_next(&row, l, st, N_("loading"), err)) && row) {
        struct yk_claim claim;
        code = read_claim(&claim, l, st, a, err);
        claim.batch = batch_of(st, a);
        claim.loaded_at = lite_text(st, FLAGS + 1, a);
        if (!code)
            add_claim(copy, n, st, &claim, a);
    }
    if (!code) {
        *out = YK_ARENA_ARRAY(a, struct yk_copy, n);
        if (n)
            memcpy(*out, copy, n * sizeof *copy);
        *count = n;
    }
    free(copy);
    return code;
}

/* Most submissions have one copy and one claim: they are read as they come, station by station, so
 * that what later steps look at together lies together in memory. The few with more are known
 * before; where the first copy of one comes by, all of it is read by its key. */
struct walk {
    struct lite *l;
    struct yk_arena *a; /* what the doors keep */
    struct yk_texts texts, codes;
    struct yk_batch_entry *batch;
    struct yk_map batches;
    size_t last_batch;
    struct yk_map several; /* keys; value 1: read already */
    struct yk_buf key;
    struct yk_door *door;
    size_t doors, door_room;
    struct yk_record *record;
    size_t records, record_room;
};

/* Neighbouring lines mostly come from one batch. */
static void name_batch(struct walk *w, struct yk_claim *claim, const char *id)
{
    if (strcmp(w->batch[w->last_batch].head.id.text, id) != 0 &&
        !yk_map_find(&w->batches, id, &w->last_batch))
        YK_BUG("batch %s has no entry", id);
    claim->batch = w->batch[w->last_batch].head.id.text;
    claim->file = w->batch[w->last_batch].head.file;
    claim->loaded_at = w->batch[w->last_batch].head.loaded_at;
}

static const char *key_of(struct walk *w, sqlite3_stmt *st)
{
    struct yk_id submission = lite_id_at(st, SUBMISSION);
    yk_buf_clear(&w->key);
    yk_buf_printf(&w->key, "%s %s", submission.text,
                  (const char *)sqlite3_column_text(st, STATION));
    return w->key.text;
}

static yk_code find_several(struct walk *w, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(w->l, LITE_SEVERAL, err);
    bool row = true;
    yk_code code = st ? YK_OK : err->code;
    while (!code && !(code = lite_next(&row, w->l, st, N_("reading the answers"), err)) && row)
        yk_map_add(&w->several, yk_arena_copy(w->a, key_of(w, st)), 0);
    return code;
}

/* A submission is of the form that its batch is of: natural keys of other forms begin with it. */
static void put_together(struct walk *w, sqlite3_stmt *st, struct yk_copy *copy, size_t count)
{
    const char *form = w->batch[w->last_batch].head.form, *key = lite_text(st, NATURAL_KEY, w->a);
    const char *code = (const char *)sqlite3_column_text(st, STATION);
    const char *station = yk_texts_keep(&w->texts, code, strlen(code));
    if (!strcmp(form, LITE_CENSUS)) {
        w->door = yk_grow(w->door, &w->door_room, w->doors + 1, sizeof *w->door);
        struct yk_door *door = &w->door[w->doors++];
        door->submission = lite_id_at(st, SUBMISSION);
        door->station_code = station;
        door->key = key;
        yk_copies_door(door, copy, count, w->a);
        return;
    }
    w->record = yk_grow(w->record, &w->record_room, w->records + 1, sizeof *w->record);
    struct yk_record *record = &w->record[w->records++];
    *record = (struct yk_record){.form = form, .station_code = station, .key = key};
    yk_copies_record(record, copy, count, w->a);
}

static yk_code read_single(struct walk *w, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_copy copy;
    if (lite_read_copy(&copy, w->l, st, w->a, err))
        return err->code;
    struct yk_id batch = lite_id_at(st, BATCH);
    name_batch(w, &copy.claim, batch.text);
    put_together(w, st, &copy, 1);
    return YK_OK;
}

static yk_code read_several(struct walk *w, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_copy *copy;
    size_t count;
    struct lite_id submission;
    memcpy(submission.byte, sqlite3_column_blob(st, SUBMISSION), sizeof submission.byte);
    if (lite_copies_of(&copy, &count, w->l, (const char *)sqlite3_column_text(st, STATION),
                       &submission, w->a, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        for (struct yk_claim *c = &copy[i].claim; c; c = c->next)
            name_batch(w, c, c->batch);
    put_together(w, st, copy, count);
    return YK_OK;
}

static yk_code read_row(struct walk *w, sqlite3_stmt *st, struct yk_err *err)
{
    size_t done = 0;
    if (!w->several.count || !yk_map_find(&w->several, key_of(w, st), &done))
        return read_single(w, st, err);
    if (done)
        return YK_OK;
    yk_map_put(&w->several, w->key.text, 1);
    return read_several(w, st, err);
}

/* What puts a door in its place, side by side: a million doors lie too far apart to be compared
 * where they are. */
struct place {
    const char *station;
    uint64_t id; /* its first eight characters, as a number that sorts like them */
    const struct yk_door *door;
};

static struct place place_of(const struct yk_door *door)
{
    struct place place = {.station = door->station_code, .door = door};
    for (size_t i = 0; i < sizeof place.id; i++)
        place.id = place.id << 8 | (unsigned char)door->id.text[i];
    return place;
}

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int by = a->station == b->station ? 0 : strcmp(a->station, b->station);
    if (!by)
        by = (a->id > b->id) - (a->id < b->id);
    return by ? by : strcmp(a->door->id.text, b->door->id.text);
}

/* By station, then id. */
static void put_in_order(struct yk_territory *out, const struct walk *w)
{
    struct place *place = yk_alloc((w->doors + 1) * sizeof *place);
    for (size_t i = 0; i < w->doors; i++)
        place[i] = place_of(&w->door[i]);
    qsort(place, w->doors, sizeof *place, compare_places);
    out->door = YK_ARENA_ARRAY(w->a, struct yk_door, w->doors);
    out->doors = w->doors;
    for (size_t i = 0; i < w->doors; i++)
        out->door[i] = *place[i].door;
    free(place);
}

static int compare_records(const void *left, const void *right)
{
    const struct yk_record *a = left, *b = right;
    int by = strcmp(a->form, b->form);
    if (!by)
        by = strcmp(a->station_code, b->station_code);
    return by ? by : strcmp(a->key, b->key);
}

static yk_code walk_submissions(struct yk_territory *out, struct walk *w, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(w->l, LITE_COPIES, err);
    bool row = true;
    yk_code code = st ? find_several(w, err) : err->code;
    while (!code && !(code = lite_next(&row, w->l, st, N_("reading the answers"), err)) && row)
        code = read_row(w, st, err);
    if (code)
        return code;
    put_in_order(out, w);
    out->record = YK_ARENA_ARRAY(w->a, struct yk_record, w->records);
    out->records = w->records;
    if (w->records) {
        qsort(w->record, w->records, sizeof *w->record, compare_records);
        memcpy(out->record, w->record, w->records * sizeof *w->record);
    }
    return YK_OK;
}

static yk_code read_submissions(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                                struct yk_err *err)
{
    struct walk w = {.l = l, .a = a, .texts = {.arena = a}, .codes = {.arena = a}};
    size_t batches;
    if (lite_batch_list(&w.batch, &batches, &l->head, a, err))
        return err->code;
    for (size_t i = 0; i < batches; i++)
        yk_map_add(&w.batches, w.batch[i].head.id.text, i);
    l->unpacker.texts = &w.texts;
    l->unpacker.codes = &w.codes;
    yk_code code = walk_submissions(out, &w, err);
    l->unpacker.texts = l->unpacker.codes = NULL;
    yk_texts_release(&w.texts);
    yk_texts_release(&w.codes);
    yk_map_release(&w.batches);
    yk_map_release(&w.several);
    yk_buf_release(&w.key);
    free(w.door);
    free(w.record);
    return code;
}

yk_code lite_load_territory(struct yk_territory *out, struct yk_store *s, struct yk_arena *a,
                            struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_territory t = {.today = YK_DAY_NONE};
    if (lite_exec(l, "BEGIN", N_("reading the facts"), err))
        return err->code;
    yk_code code = lite_number(&t.facts, l, lite_sql_text(LITE_FACTS), 0, err);
    if (!code)
        code = lite_list_stations(&t.station, &t.stations, s, a, err);
    if (!code)
        code = lite_read_competitors(&t, l, a, err);
    if (!code)
        code = lite_read_gazetteer(&t, l, a, err);
    if (!code)
        code = lite_read_people(&t, l, a, err);
    if (!code)
        code = lite_read_overrides(&t, l, a, err);
    if (!code)
        code = lite_read_past(&t, l, a, err);
    if (!code)
        code = lite_read_sales(&t, l, a, err);
    if (!code)
        code = read_submissions(&t, l, a, err);
    lite_rollback(l); /* nothing was written */
    if (!code)
        *out = t;
    return code;
}
