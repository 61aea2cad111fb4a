/* blocks.c - which doors are worth comparing: those that share a key. A key is a credit code, a
 * phone, the whole core name, two neighbouring characters of it, or a character of it in a cell of
 * 200 m. What many doors share says little and is passed over, or compared with the next few
 * only, so that a door has about as many to look at in a county as in a province. */
#include <math.h>
#include <stdlib.h>

#include "match.h"

enum key { KEY_CODE, KEY_PHONE, KEY_CORE, KEY_PAIR, KEY_CELL, KEY_CELL_TRADE, KEYS };
static const struct {
    size_t most;  /* doors that may share it */
    size_t after; /* how many of more are looked at; 0: none */
} limits[KEYS] = {
    [KEY_CODE] = {64, 64}, [KEY_PHONE] = {8, 0},  [KEY_CORE] = {64, 16},
    [KEY_PAIR] = {48, 0},  [KEY_CELL] = {64, 32}, [KEY_CELL_TRADE] = {64, 32},
};
#define SHORTEST_DEGREE_M 110574. /* of latitude */
#define EQUATOR_DEGREE_M 111320.
#define MOST_OWN 6 /* characters of an own part that count */

struct bucket {
    uint64_t key; /* 0: free */
    uint32_t first, count;
};
struct blocks {
    struct matching *m;
    struct bucket *bucket; /* open addressing, at most half full */
    size_t room;
    uint32_t *door;
    uint32_t *looked; /* at which door this one was last looked at, + 1 */
    double lat_deg, lon_deg;
    void (*look)(struct matching *m, size_t one, size_t other);
};
typedef void key_use(struct blocks *b, size_t door, enum key kind, uint64_t key);

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

static void lay_cells(struct blocks *b)
{
    double farthest = 0;
    for (size_t i = 0; i < b->m->count; i++)
        if (b->m->witness[i].seen.located)
            farthest = fmax(farthest, fabs(b->m->witness[i].seen.point.lat));
    b->lat_deg = NEAR_M / SHORTEST_DEGREE_M;
    b->lon_deg = NEAR_M / (EQUATOR_DEGREE_M * cos(fmin(farthest, 89) * acos(-1) / 180));
}

static uint64_t cell_key(const struct blocks *b, const struct witness *w, int north, int east,
                         uint64_t what)
{
    int64_t row = (int64_t)floor(w->seen.point.lat / b->lat_deg) + north;
    int64_t column = (int64_t)floor(w->seen.point.lon / b->lon_deg) + east;
    return mixed((uint64_t)row << 32 ^ (uint64_t)(column & 0xffffffff)) + what;
}

/* The last two characters, which tell the trade. */
static uint64_t trade_of(const struct yk_core *c)
{
    size_t n = c->whole.n;
    return n < 2 ? 0 : (uint64_t)c->whole.at[n - 2] << 32 | c->whole.at[n - 1];
}

static void cell_keys(struct blocks *b, size_t door, int reach, key_use *use)
{
    const struct witness *w = &b->m->witness[door];
    const struct yk_core *c = &w->name.core[0];
    if (!w->seen.located)
        return;
    for (int north = -reach; north <= reach; north++)
        for (int east = -reach; east <= reach; east++) {
            for (size_t i = 0; i < c->own.n && i < MOST_OWN; i++)
                use(b, door, KEY_CELL, cell_key(b, w, north, east, c->own.at[i]));
            if (!reach || !c->own.n) /* all can be found by their trade; a bare one looks */
                use(b, door, KEY_CELL_TRADE, cell_key(b, w, north, east, trade_of(c)));
        }
}

/* --- keys --------------------------------------------------------------------------------------
 */

static void name_keys(struct blocks *b, size_t door, const struct yk_core *c, key_use *use)
{
    if (c->whole.n)
        use(b, door, KEY_CORE, yk_glyphs_hash(c->whole, 0));
    for (size_t i = 0; i + 1 < c->whole.n; i++)
        use(b, door, KEY_PAIR, (uint64_t)c->whole.at[i] << 32 | c->whole.at[i + 1]);
}

static void door_keys(struct blocks *b, size_t door, int reach, key_use *use)
{
    const struct witness *w = &b->m->witness[door];
    if (*w->code)
        use(b, door, KEY_CODE, hash_bytes(w->code, strlen(w->code)));
    for (size_t i = 0; i < w->phones; i++)
        use(b, door, KEY_PHONE, w->phone[i]);
    for (size_t i = 0; i < w->name.cores; i++)
        name_keys(b, door, &w->name.core[i], use);
    cell_keys(b, door, reach, use);
}

/* --- buckets -----------------------------------------------------------------------------------
 */

/* The key's bucket, or the free one where it belongs. */
static struct bucket *bucket_of(const struct blocks *b, uint64_t key)
{
    size_t at = key & (b->room - 1);
    while (b->bucket[at].key && b->bucket[at].key != key)
        at = (at + 1) & (b->room - 1);
    return &b->bucket[at];
}

static void guess_room(struct blocks *b, size_t door, enum key kind, uint64_t of)
{
    (void)door, (void)kind, (void)of;
    b->room++;
}

static void count_door(struct blocks *b, size_t door, enum key kind, uint64_t of)
{
    (void)door;
    uint64_t key = key_of(kind, of);
    struct bucket *k = bucket_of(b, key);
    k->key = key;
    k->count++;
}

static void put_door(struct blocks *b, size_t door, enum key kind, uint64_t of)
{
    struct bucket *k = bucket_of(b, key_of(kind, of));
    b->door[k->first + k->count++] = (uint32_t)door;
}

static void fill(struct blocks *b)
{
    size_t count = b->m->count, entries, room = 16;
    for (size_t i = 0; i < count; i++)
        door_keys(b, i, 0, guess_room);
    entries = b->room;
    while (room < 2 * entries)
        room *= 2;
    b->room = room;
    b->bucket = yk_alloc(room * sizeof *b->bucket);
    b->door = yk_alloc((entries + 1) * sizeof *b->door);
    b->looked = yk_alloc((count + 1) * sizeof *b->looked);
    for (size_t i = 0; i < count; i++)
        door_keys(b, i, 0, count_door);
    uint32_t first = 0;
    for (size_t k = 0; k < room; k++) {
        b->bucket[k].first = first;
        first += b->bucket[k].count;
        b->bucket[k].count = 0;
    }
    for (size_t i = 0; i < count; i++)
        door_keys(b, i, 0, put_door);
}

/* --- looking -----------------------------------------------------------------------------------
 */

/* The doors of a bucket behind this one; a bare name also looks before it, as the others do not
 * look for it. */
static void look_through(struct blocks *b, size_t door, enum key kind, uint64_t of)
{
    const struct bucket *k = bucket_of(b, key_of(kind, of));
    const uint32_t *at = b->door + k->first, *end = at + k->count;
    bool all = kind == KEY_CELL_TRADE;
    if (!k->key || (k->count > limits[kind].most && !limits[kind].after))
        return;
    while (!all && at < end && *at <= door)
        at++;
    if (k->count > limits[kind].most && (size_t)(end - at) > limits[kind].after)
        end = at + limits[kind].after;
    for (; at < end; at++) {
        if (b->looked[*at] == door + 1 || *at == door)
            continue;
        b->looked[*at] = (uint32_t)door + 1;
        b->look(b->m, *at < door ? *at : door, *at < door ? door : *at);
    }
}

void blocks_each(struct matching *m, void (*look)(struct matching *m, size_t one, size_t other))
{
    struct blocks b = {.m = m, .look = look};
    lay_cells(&b);
    fill(&b);
    for (size_t i = 0; i < m->count; i++)
        door_keys(&b, i, 1, look_through);
    free(b.bucket);
    free(b.door);
    free(b.looked);
}
