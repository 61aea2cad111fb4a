/* key.c - the natural key of a row, its age among copies, and the hash of what it says. */
#include <stdlib.h>
#include <string.h>

#include "taker.h"
#include "youka/base/moment.h"

const char *yk_take_bare_uuid(const char *key)
{
    return strncmp(key, "uuid:", 5) == 0 ? key + 5 : key;
}

/* KEY before instanceID: a server gives an edited submission a new instanceID and keeps its KEY. */
const char *yk_take_record(const struct yk_taker *t)
{
    static const enum meta order[] = {META_KEY, META_INSTANCE, META_UUID};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (t->now.meta[order[i]])
            return yk_take_bare_uuid(t->now.meta[order[i]]);
    return NULL;
}

static uint64_t hash_text(const char *s)
{
    uint64_t h = yk_map_mix(s, strlen(s));
    return h ? h : 1; /* 0 marks a free place */
}

static size_t place_of(const struct ordinal *o, uint64_t hash)
{
    size_t i = hash & (o->room - 1);
    while (o->hash[i] && o->hash[i] != hash)
        i = (i + 1) & (o->room - 1);
    return i;
}

static void grow(struct ordinal *o)
{
    struct ordinal bigger = {.room = o->room ? o->room * 2 : 1024, .count = o->count};
    bigger.hash = yk_alloc(bigger.room * sizeof *bigger.hash);
    bigger.times = yk_alloc(bigger.room * sizeof *bigger.times);
    for (size_t i = 0; i < o->room; i++)
        if (o->hash[i]) {
            size_t to = place_of(&bigger, o->hash[i]);
            bigger.hash[to] = o->hash[i];
            bigger.times[to] = o->times[i];
        }
    free(o->hash);
    free(o->times);
    *o = bigger;
}

/* How many rows of the file were like this one, this one included. Twelve bytes a place: only
 * hashes are kept, so that a million rows without a key of their own fit. */
static uint32_t times_seen(struct ordinal *o, const char *like)
{
    if (o->count * 4 >= o->room * 3)
        grow(o);
    uint64_t hash = hash_text(like);
    size_t i = place_of(o, hash);
    if (!o->hash[i]) {
        o->hash[i] = hash;
        o->count++;
    }
    return ++o->times[i];
}

static const char *text_at(const struct yk_taker *t, size_t field)
{
    const char *text = field == NOWHERE ? NULL : t->now.slot[field].text;
    return text ? text : "";
}

/* Rows of other forms are told apart by their instance_name. */
static const char *instance_key(struct yk_taker *t)
{
    const char *name = yk_take_text(t, t->form->instance_name);
    return yk_arena_printf(t->now.arena, "%s|%s", t->form->id, yk_text_key(t->now.arena, name));
}

enum { ID_DIGITS = 12 }; /* of a client's id, which may be cut: enough to tell clients apart */

/* A visit is known by its client and day; without the client's id, by the station and the name that
 * were written. */
static const char *client_key(struct yk_taker *t)
{
    struct yk_arena *a = t->now.arena;
    const char *id = yk_text_key(a, text_at(t, t->at.client_id));
    const char *day = text_at(t, t->at.survey_date);
    if (*id)
        return yk_arena_printf(a, "%s|%.*s|%s", t->form->id, ID_DIGITS, id, day);
    return yk_arena_printf(a, "%s|%s|%s|%s", t->form->id, text_at(t, t->at.station_code),
                           yk_text_key(a, text_at(t, t->at.client_name)), day);
}

/* Where a row may leave its client's name out, several of a day are alike. */
static bool is_anonymous(const struct yk_taker *t)
{
    return t->at.client_name == NOWHERE || !t->form->field[t->at.client_name].required;
}

/* Rejected rows are counted too: mended and loaded alone, a row must not take another's key. */
const char *yk_take_key(struct yk_taker *t)
{
    struct yk_arena *a = t->now.arena;
    if (t->now.key)
        return t->now.key;
    if (t->at.client_id != NOWHERE && !is_anonymous(t))
        return client_key(t);
    if (t->now.meta[META_ROW_ID])
        return t->now.meta[META_ROW_ID];
    if (t->at.client_id != NOWHERE) {
        const char *like = client_key(t);
        return yk_arena_printf(a, "%s|%u", like, times_seen(&t->ordinal, like));
    }
    if (t->at.client_name == NOWHERE && t->form->instance_name)
        return instance_key(t);
    struct yk_buf *like = &t->content;
    yk_buf_clear(like);
    yk_buf_puts(like, text_at(t, t->at.station_code));
    yk_buf_puts(like, "|");
    yk_buf_puts(like, text_at(t, t->at.survey_date));
    yk_buf_puts(like, "|");
    yk_buf_puts(like, yk_text_key(&t->scratch, text_at(t, t->at.client_name)));
    yk_buf_puts(like, "|");
    yk_buf_puts(like, yk_text_key(&t->scratch, text_at(t, t->at.address)));
    yk_buf_printf(like, "|%u", times_seen(&t->ordinal, like->text));
    return yk_arena_text(a, like->text, like->len);
}

/* Times in one zone, so that they sort; what is no time stays as it is. */
static const char *utc_of(struct yk_arena *a, const char *text)
{
    int64_t moment;
    char utc[32];
    if (!yk_moment_read(&moment, text))
        return text;
    yk_moment_write(utc, moment);
    return yk_arena_copy(a, utc);
}

const char *yk_take_age(const struct yk_taker *t)
{
    const char *edits = t->now.meta[META_EDITS], *end = text_at(t, t->at.end),
               *submitted = t->now.meta[META_SUBMITTED];
    if (!edits && !*end && !submitted)
        return "";
    unsigned long times = edits ? strtoul(edits, NULL, 10) : 0;
    if (times > 999999)
        times = 999999;
    return yk_arena_printf(t->now.arena, "%06lu %s %s", times, utc_of(t->now.arena, end),
                           submitted ? utc_of(t->now.arena, submitted) : "");
}

static void add(struct yk_buf *b, const char *text)
{
    yk_buf_add(b, text, strlen(text) + 1);
}

static void add_answers(struct yk_buf *b, const struct yk_answer *answer, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add(b, answer[i].code);
        add(b, answer[i].text);
    }
    add(b, ""); /* no code is empty: the end of this list */
}

struct yk_id yk_take_content(struct yk_taker *t, const struct yk_answers *answers)
{
    struct yk_buf *b = &t->content;
    yk_buf_clear(b);
    add_answers(b, answers->answer, answers->count);
    for (size_t r = 0; r < answers->repeats; r++) {
        const struct yk_repeat *repeat = &answers->repeat[r];
        add(b, repeat->code);
        for (size_t i = 0; i < repeat->count; i++)
            add_answers(b, repeat->line[i].answer, repeat->line[i].count);
        add(b, "");
    }
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_bytes(&h, b->text, b->len);
    return yk_hash_end(&h);
}
