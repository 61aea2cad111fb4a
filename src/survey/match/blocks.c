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
enum { PARTS = 8, SEARCHES = 8, KIND_BITS = 3 };

/* The doors that share one key. */
struct bucket {
    uint32_t first, count; /* of the part's doors; count 0: nobody looks at them */
};
struct slot {
    uint64_t key; /* 0: free */
    uint32_t bucket;
};
/* The keys of one part of the numbers, so that parts are filled on all cores. */
struct part {
    struct slot *slot; /* open addressing, at most half full */
    size_t slots;
    struct bucket *bucket;
    size_t buckets, bucket_room;
    uint32_t *door; /* of each bucket, in their order */
};
struct blocks {
    struct matching *m;
    uint64_t *key; /* of all doors, door behind door */
    size_t keys, key_room;
    uint32_t *first_key; /* of each door, and behind the last */
    uint32_t *bucket_of; /* each key's, in its part */
    struct part part[PARTS];
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

/* The kind stands in the lowest bits; no key is 0. */
static uint64_t key_of(enum key kind, uint64_t of)
{
    uint64_t key = mixed(of + (uint64_t)kind * 0x9e3779b97f4a7c15u);
    return (key | 1u << KIND_BITS) >> KIND_BITS << KIND_BITS | kind;
}

static enum key kind_of(uint64_t key)
{
    return key & ((1u << KIND_BITS) - 1);
}

static size_t part_of(uint64_t key)
{
    return key >> 32 & (PARTS - 1);
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

/* --- keys --------------------------------------------------------------------------------------
 */

/* Notes a key of the door whose turn it is. */
static void give(struct blocks *b, enum key kind, uint64_t of)
{
    b->key = yk_grow(b->key, &b->key_room, b->keys + 1, sizeof *b->key);
    b->key[b->keys++] = key_of(kind, of);
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

static void give_all(struct blocks *b)
{
    b->first_key = yk_alloc((b->m->count + 1) * sizeof *b->first_key);
    for (size_t i = 0; i < b->m->count; i++) {
        give_keys(b, &b->m->witness[i]);
        b->first_key[i + 1] = (uint32_t)b->keys;
    }
    b->bucket_of = yk_alloc((b->keys + 1) * sizeof *b->bucket_of);
}

/* --- buckets -----------------------------------------------------------------------------------
 */

/* The key's slot, or the free one where it belongs. */
static struct slot *slot_of(const struct part *p, uint64_t key)
{
    size_t at = (key ^ key >> 35) & (p->slots - 1);
    while (p->slot[at].key && p->slot[at].key != key)
        at = (at + 1) & (p->slots - 1);
    return &p->slot[at];
}

static void widen(struct part *p)
{
    if (p->buckets < p->slots / 2)
        return;
    struct slot *old = p->slot;
    size_t before = p->slots;
    p->slots = before ? 2 * before : 1024;
    p->slot = yk_alloc(p->slots * sizeof *p->slot);
    for (size_t i = 0; i < before; i++)
        if (old[i].key)
            *slot_of(p, old[i].key) = old[i];
    free(old);
}

static uint32_t count_key(struct part *p, uint64_t key)
{
    widen(p);
    struct slot *s = slot_of(p, key);
    if (!s->key) {
        *s = (struct slot){key, (uint32_t)p->buckets};
        p->bucket = yk_grow(p->bucket, &p->bucket_room, p->buckets + 1, sizeof *p->bucket);
        p->buckets++;
    }
    p->bucket[s->bucket].count++;
    return s->bucket;
}

/* Too many to say anything; or one, at whom none but neighbours would look. */
static bool says_nothing(enum key kind, size_t count)
{
    return (count > limits[kind].most && !limits[kind].after) || (count == 1 && kind < KEY_SPOT);
}

/* Room for the doors of each bucket; those that say nothing are emptied. */
static void lay_out(struct part *p)
{
    uint32_t all = 0;
    for (const struct slot *s = p->slot; s < p->slot + p->slots; s++)
        if (s->key && says_nothing(kind_of(s->key), p->bucket[s->bucket].count))
            p->bucket[s->bucket].count = 0;
    for (size_t i = 0; i < p->buckets; i++) {
        p->bucket[i].first = all;
        all += p->bucket[i].count;
    }
    p->door = yk_alloc(((size_t)all + 1) * sizeof *p->door);
}

static void put_doors(struct part *p, const struct blocks *b)
{
    for (size_t i = 0; i < b->m->count; i++)
        for (uint32_t g = b->first_key[i]; g < b->first_key[i + 1]; g++) {
            if (&b->part[part_of(b->key[g])] != p) /* another core's */
                continue;
            struct bucket *k = &p->bucket[b->bucket_of[g]];
            if (k->count)
                p->door[k->first++] = (uint32_t)i;
        }
    for (size_t i = 0; i < p->buckets; i++)
        p->bucket[i].first -= p->bucket[i].count;
}

static void fill_some(void *who, size_t from, size_t to)
{
    struct blocks *b = who;
    for (struct part *p = b->part + from; p < b->part + to; p++) {
        for (size_t g = 0; g < b->keys; g++)
            if (&b->part[part_of(b->key[g])] == p)
                b->bucket_of[g] = count_key(p, b->key[g]);
        lay_out(p);
        put_doors(p, b);
    }
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
static void look_through(struct search *s, size_t door, uint64_t key, uint32_t bucket)
{
    const struct part *part = &s->b->part[part_of(key)];
    const struct bucket *k = &part->bucket[bucket];
    const uint32_t *at = part->door + k->first, *end = at + k->count;
    enum key kind = kind_of(key);
    struct yk_pair p;
    if (kind != KEY_CELL_TRADE)
        at = first_behind(at, end, door);
    if (k->count > limits[kind].most && (size_t)(end - at) > limits[kind].after)
        end = at + limits[kind].after;
    for (; at < end; at++) {
        if (s->looked[*at] == door + 1 || *at == door)
            continue;
        s->looked[*at] = (uint32_t)door + 1;
        if (judge_pair(&p, &s->found, *at < door ? *at : door, *at < door ? door : *at))
            add_pair(&s->found, &p);
    }
}

/* The bucket of a key that some door gave. */
static bool find_bucket(uint32_t *bucket, const struct blocks *b, uint64_t key)
{
    const struct part *part = &b->part[part_of(key)];
    const struct slot *s = part->slots ? slot_of(part, key) : NULL;
    if (!s || !s->key)
        return false;
    *bucket = s->bucket;
    return true;
}

static void look_for(struct search *s, size_t door, enum key kind, uint64_t of)
{
    uint64_t key = key_of(kind, of);
    uint32_t bucket;
    if (find_bucket(&bucket, s->b, key))
        look_through(s, door, key, bucket);
}

static void look_around(struct search *s, size_t door)
{
    const struct blocks *b = s->b;
    const struct witness *w = &b->m->witness[door];
    const struct yk_core *c = &w->name.core[0];
    struct cell own = cell_of(b, w);
    uint32_t anybody;
    for (int north = -1; north <= 1; north++)
        for (int east = -1; east <= 1; east++) {
            uint64_t cell = cell_key((struct cell){own.row + north, own.column + east});
            if (!find_bucket(&anybody, b, key_of(KEY_SPOT, cell)))
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
    for (uint32_t g = b->first_key[door]; g < b->first_key[door + 1]; g++)
        if (kind_of(b->key[g]) < KEY_SPOT)
            look_through(s, door, b->key[g], b->bucket_of[g]);
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
    give_all(&b);
    yk_on_cores_by(1, PARTS, yk_cores(), fill_some, &b);
    search_all(&b);
    for (struct part *p = b.part; p < b.part + PARTS; p++) {
        free(p->slot);
        free(p->bucket);
        free(p->door);
    }
    free(b.key);
    free(b.first_key);
    free(b.bucket_of);
}
