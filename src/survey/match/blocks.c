/* blocks.c - which doors are worth comparing: those that share a key. A key is a credit code, a
 * phone, the whole core name, two neighbouring characters of it, or a character of it in a cell of
 * 200 m. What many doors share says little and is passed over, or compared with the next few
 * only, so that a door has about as many to look at in a county as in a province. */
#include <math.h>
#include <stdlib.h>

#include "match.h"
#include "youka/base/cores.h"

enum key { KEY_CODE, KEY_PHONE, KEY_CORE, KEY_PAIR, KEY_SPOT, KEY_CELL, KEY_CELL_TRADE, KEYS };
static const struct {
    size_t most;  /* doors that may share it */
    size_t after; /* how many of more are looked at; 0: none */
} limits[KEYS] = {
    [KEY_CODE] = {64, 64}, [KEY_PHONE] = {8, 0},        [KEY_CORE] = {64, 16},
    [KEY_PAIR] = {48, 0},  [KEY_SPOT] = {0, 0}, /* only tells that somebody is in the cell */
    [KEY_CELL] = {64, 32}, [KEY_CELL_TRADE] = {64, 32},
};
#define SHORTEST_DEGREE_M 110574. /* of latitude */
#define EQUATOR_DEGREE_M 111320.
enum { MOST_OWN = 6 }; /* characters of an own part that count */
enum { SEARCHES = 8 };

/* The doors that share one key. */
struct bucket {
    uint32_t first, count; /* of `door`; count 0: nobody looks at them */
    enum key kind;
};
struct slot {
    uint64_t key; /* 0: free */
    uint32_t bucket;
};
struct blocks {
    struct matching *m;
    struct slot *slot; /* open addressing, at most half full */
    size_t slots;
    struct bucket *bucket;
    size_t buckets, bucket_room;
    uint32_t *given; /* the buckets of each door's keys, door behind door */
    size_t gifts, given_room;
    uint32_t *given_first; /* of each door, and behind the last */
    uint32_t *door;        /* of each bucket, in their order */
    double lat_deg, lon_deg;
};

static uint64_t mixed(uint64_t h)
{
    h = (h ^ h >> 30) * 0xbf58476d1ce4e5b9u; /* the end of splitmix64 */
    h = (h ^ h >> 27) * 0x94d049bb133111ebu;
    return h ^ h >> 31;
}

static uint64_t hash_bytes(const void *bytes, size_t n)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    for (const unsigned char *p = bytes; n--; p++)
        h = (h ^ *p) * 0x100000001b3u;
    return h;
}

static uint64_t key_of(enum key kind, uint64_t of)
{
    uint64_t key = mixed(of + (uint64_t)kind * 0x9e3779b97f4a7c15u);
    return key ? key : 1;
}

/* --- cells -------------------------------------------------------------------------------------
 */

struct cell {
    int64_t row, column;
};

static void lay_cells(struct blocks *b)
{
    double farthest = 0;
    for (size_t i = 0; i < b->m->count; i++)
        if (b->m->witness[i].seen.located)
            farthest = fmax(farthest, fabs(b->m->witness[i].seen.point.lat));
    b->lat_deg = NEAR_M / SHORTEST_DEGREE_M;
    b->lon_deg = NEAR_M / (EQUATOR_DEGREE_M * cos(fmin(farthest, 89) * acos(-1) / 180));
}

static struct cell cell_of(const struct blocks *b, const struct witness *w)
{
    return (struct cell){(int64_t)floor(w->seen.point.lat / b->lat_deg),
                         (int64_t)floor(w->seen.point.lon / b->lon_deg)};
}

static uint64_t cell_key(struct cell c)
{
    return mixed((uint64_t)c.row << 32 ^ (uint64_t)(c.column & 0xffffffff));
}

/* The last two characters, which tell the trade. */
static uint64_t trade_of(const struct yk_core *c)
{
    size_t n = c->whole.n;
    return n < 2 ? 0 : (uint64_t)c->whole.at[n - 2] << 32 | c->whole.at[n - 1];
}

static size_t own_characters(const struct yk_core *c)
{
    return c->own.n < MOST_OWN ? c->own.n : MOST_OWN;
}

/* --- buckets -----------------------------------------------------------------------------------
 */

/* The key's slot, or the free one where it belongs. */
static struct slot *slot_of(const struct blocks *b, uint64_t key)
{
    size_t at = key & (b->slots - 1);
    while (b->slot[at].key && b->slot[at].key != key)
        at = (at + 1) & (b->slots - 1);
    return &b->slot[at];
}

static void widen(struct blocks *b)
{
    if (b->buckets < b->slots / 2)
        return;
    struct slot *old = b->slot;
    size_t before = b->slots;
    b->slots = before ? 2 * before : 1024;
    b->slot = yk_alloc(b->slots * sizeof *b->slot);
    for (size_t i = 0; i < before; i++)
        if (old[i].key)
            *slot_of(b, old[i].key) = old[i];
    free(old);
}

/* Notes a key of the door whose turn it is. */
static void give(struct blocks *b, enum key kind, uint64_t of)
{
    widen(b);
    uint64_t key = key_of(kind, of);
    struct slot *s = slot_of(b, key);
    if (!s->key) {
        *s = (struct slot){key, (uint32_t)b->buckets};
        b->bucket = yk_grow(b->bucket, &b->bucket_room, b->buckets + 1, sizeof *b->bucket);
        b->bucket[b->buckets++].kind = kind;
    }
    b->given = yk_grow(b->given, &b->given_room, b->gifts + 1, sizeof *b->given);
    b->given[b->gifts++] = s->bucket;
    b->bucket[s->bucket].count++;
}

static void give_name(struct blocks *b, const struct yk_core *c)
{
    if (c->whole.n)
        give(b, KEY_CORE, yk_glyphs_hash(c->whole, 0));
    for (size_t i = 0; i + 1 < c->whole.n; i++)
        give(b, KEY_PAIR, (uint64_t)c->whole.at[i] << 32 | c->whole.at[i + 1]);
}

static void give_place(struct blocks *b, const struct witness *w)
{
    const struct yk_core *c = &w->name.core[0];
    uint64_t cell = cell_key(cell_of(b, w));
    give(b, KEY_SPOT, cell);
    for (size_t i = 0; i < own_characters(c); i++)
        give(b, KEY_CELL, cell + c->own.at[i]);
    give(b, KEY_CELL_TRADE, cell + trade_of(c)); /* all can be found by their trade */
}

static void give_keys(struct blocks *b, const struct witness *w)
{
    if (*w->code)
        give(b, KEY_CODE, hash_bytes(w->code, strlen(w->code)));
    for (size_t i = 0; i < w->phones; i++)
        give(b, KEY_PHONE, w->phone[i]);
    for (size_t i = 0; i < w->name.cores; i++)
        give_name(b, &w->name.core[i]);
    if (w->seen.located)
        give_place(b, w);
}

/* Too many to say anything; or one, at whom none but neighbours would look. */
static bool says_nothing(const struct bucket *k)
{
    return (k->count > limits[k->kind].most && !limits[k->kind].after) ||
           (k->count == 1 && k->kind < KEY_SPOT);
}

static void fill(struct blocks *b)
{
    size_t count = b->m->count;
    b->given_first = yk_alloc((count + 1) * sizeof *b->given_first);
    for (size_t i = 0; i < count; i++) {
        give_keys(b, &b->m->witness[i]);
        b->given_first[i + 1] = (uint32_t)b->gifts;
    }
    uint32_t all = 0;
    for (size_t k = 0; k < b->buckets; k++) {
        if (says_nothing(&b->bucket[k]))
            b->bucket[k].count = 0;
        b->bucket[k].first = all;
        all += b->bucket[k].count;
    }
    b->door = yk_alloc(((size_t)all + 1) * sizeof *b->door);
    for (size_t i = 0; i < count; i++)
        for (uint32_t g = b->given_first[i]; g < b->given_first[i + 1]; g++)
            if (b->bucket[b->given[g]].count)
                b->door[b->bucket[b->given[g]].first++] = (uint32_t)i;
    for (size_t k = 0; k < b->buckets; k++)
        b->bucket[k].first -= b->bucket[k].count;
}

/* --- looking -----------------------------------------------------------------------------------
 */

struct search {
    const struct blocks *b;
    uint32_t *looked;      /* at which door this one was last looked at, + 1 */
    struct matching found; /* the same doors, pairs of its own */
};

static const uint32_t *first_behind(const uint32_t *at, const uint32_t *end, size_t door)
{
    while (at < end) {
        const uint32_t *middle = at + (end - at) / 2;
        if (*middle <= door)
            at = middle + 1;
        else
            end = middle;
    }
    return at;
}

/* The doors of a bucket behind this one; a bare name also looks before it, as the others do not
 * look for it. */
static void look_through(struct search *s, size_t door, const struct bucket *k)
{
    const uint32_t *at = s->b->door + k->first, *end = at + k->count;
    struct yk_pair p;
    if (k->kind != KEY_CELL_TRADE)
        at = first_behind(at, end, door);
    if (k->count > limits[k->kind].most && (size_t)(end - at) > limits[k->kind].after)
        end = at + limits[k->kind].after;
    for (; at < end; at++) {
        if (s->looked[*at] == door + 1 || *at == door)
            continue;
        s->looked[*at] = (uint32_t)door + 1;
        if (judge_pair(&p, &s->found, *at < door ? *at : door, *at < door ? door : *at))
            add_pair(&s->found, &p);
    }
}

static void look_for(struct search *s, size_t door, enum key kind, uint64_t of)
{
    const struct slot *found = slot_of(s->b, key_of(kind, of));
    if (found->key)
        look_through(s, door, &s->b->bucket[found->bucket]);
}

static void look_around(struct search *s, size_t door)
{
    const struct blocks *b = s->b;
    const struct witness *w = &b->m->witness[door];
    const struct yk_core *c = &w->name.core[0];
    struct cell own = cell_of(b, w);
    for (int north = -1; north <= 1; north++)
        for (int east = -1; east <= 1; east++) {
            uint64_t cell = cell_key((struct cell){own.row + north, own.column + east});
            if (!slot_of(b, key_of(KEY_SPOT, cell))->key)
                continue;
            for (size_t i = 0; i < own_characters(c); i++)
                look_for(s, door, KEY_CELL, cell + c->own.at[i]);
            if (!c->own.n)
                look_for(s, door, KEY_CELL_TRADE, cell + trade_of(c));
        }
}

static void look_from(struct search *s, size_t door)
{
    const struct blocks *b = s->b;
    for (uint32_t g = b->given_first[door]; g < b->given_first[door + 1]; g++) {
        const struct bucket *k = &b->bucket[b->given[g]];
        if (k->count && k->kind < KEY_SPOT)
            look_through(s, door, k);
    }
    if (b->m->witness[door].seen.located)
        look_around(s, door);
}

static void search_some(void *who, size_t from, size_t to)
{
    struct search *search = who;
    for (struct search *s = search + from; s < search + to; s++) {
        size_t piece = (size_t)(s - search), count = s->b->m->count;
        s->looked = yk_alloc((count + 1) * sizeof *s->looked);
        for (size_t i = count * piece / SEARCHES; i < count * (piece + 1) / SEARCHES; i++)
            look_from(s, i);
        free(s->looked);
    }
}

static void search_all(struct blocks *b)
{
    struct search search[SEARCHES];
    for (size_t i = 0; i < SEARCHES; i++) {
        search[i] = (struct search){.b = b, .found = *b->m};
        search[i].found.pair = NULL;
        search[i].found.pairs = search[i].found.room = 0;
    }
    yk_on_cores_by(1, SEARCHES, yk_cores(), search_some, search);
    for (size_t i = 0; i < SEARCHES; i++) {
        for (size_t k = 0; k < search[i].found.pairs; k++)
            add_pair(b->m, &search[i].found.pair[k]);
        free(search[i].found.pair);
    }
}

void blocks_judge(struct matching *m)
{
    struct blocks b = {.m = m};
    lay_cells(&b);
    fill(&b);
    if (m->count)
        search_all(&b);
    free(b.slot);
    free(b.bucket);
    free(b.given);
    free(b.given_first);
    free(b.door);
}
