/* keys.c - what doors are found by: a credit code, a phone, the whole core name, two neighbouring
 * characters of it, a character of it in a cell of 200 m. */
#include <math.h>
#include <stdlib.h>

#include "blocks.h"
#include "youka/base/map.h"

#define SHORTEST_DEGREE_M 110574. /* of latitude */
#define EQUATOR_DEGREE_M 111320.
enum { BITS_A_DOOR = 16 };

static uint64_t hash_bytes(const void *bytes, size_t n)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    for (const unsigned char *p = bytes; n--; p++)
        h = (h ^ *p) * 0x100000001b3u;
    return h;
}

static uint64_t key_of(enum key kind, uint64_t of)
{
    uint64_t key = yk_map_spread(of + (uint64_t)kind * 0x9e3779b97f4a7c15u);
    return (key | 1u << KEY_BITS) >> KEY_BITS << KEY_BITS | kind;
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
    b->spots = 64;
    while (b->spots < BITS_A_DOOR * b->m->count)
        b->spots *= 2;
    b->taken = yk_alloc(b->spots / 8);
}

static struct cell cell_of(const struct blocks *b, const struct witness *w)
{
    return (struct cell){(int64_t)floor(w->seen.point.lat / b->lat_deg),
                         (int64_t)floor(w->seen.point.lon / b->lon_deg)};
}

static uint64_t cell_key(struct cell c)
{
    return yk_map_spread((uint64_t)c.row << 32 ^ (uint64_t)(c.column & 0xffffffff));
}

static size_t spot_of(const struct blocks *b, uint64_t cell)
{
    return cell & (b->spots - 1);
}

/* Most cells are empty: a small table tells most of those, and is quicker than asking in vain for
 * every character. */
static bool maybe_taken(const struct blocks *b, uint64_t cell)
{
    return b->taken[spot_of(b, cell) / 64] >> spot_of(b, cell) % 64 & 1;
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
    b->taken[spot_of(b, cell) / 64] |= (uint64_t)1 << spot_of(b, cell) % 64;
    for (size_t i = 0; i < own_characters(c); i++)
        give(b, KEY_CELL, cell + c->own.at[i]);
    give(b, KEY_CELL_TRADE, cell + trade_of(c));
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

void keys_give(struct blocks *b)
{
    lay_cells(b);
    b->first_key = yk_alloc((b->m->count + 1) * sizeof *b->first_key);
    for (size_t i = 0; i < b->m->count; i++) {
        give_keys(b, &b->m->witness[i]);
        b->first_key[i + 1] = (uint32_t)b->keys;
    }
    b->bucket_of = yk_alloc((b->keys + 1) * sizeof *b->bucket_of);
}

size_t keys_around(uint64_t key[MOST_AROUND], const struct blocks *b, size_t door)
{
    const struct witness *w = &b->m->witness[door];
    const struct yk_core *c = &w->name.core[0];
    size_t n = 0;
    if (!w->seen.located)
        return 0;
    struct cell own = cell_of(b, w);
    for (int north = -1; north <= 1; north++)
        for (int east = -1; east <= 1; east++) {
            uint64_t cell = cell_key((struct cell){own.row + north, own.column + east});
            if (!maybe_taken(b, cell))
                continue;
            for (size_t i = 0; i < own_characters(c); i++)
                key[n++] = key_of(KEY_CELL, cell + c->own.at[i]);
            if (!c->own.n) /* all can be found by their trade; a bare name looks */
                key[n++] = key_of(KEY_CELL_TRADE, cell + trade_of(c));
        }
    return n;
}
