/* near.c - of a name that many places of a country share (人民路), those about the station: long
 * lists are laid out by cells too, so that an address costs the same in a city and in a country. */
#include "geocoder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LONG_LIST 256 /* from here a look through the cells is the shorter way */
#define CELL_DEG .1   /* about 11 km north, 10 km east in China */

static uint64_t cell_key(uint64_t key, int row, int column)
{
    return key ^ ((uint64_t)(uint32_t)row << 32 | (uint32_t)column) * 0x9e3779b97f4a7c15u;
}

static int cell_of(double degrees)
{
    return (int)floor(degrees / CELL_DEG);
}

static void add_cell(struct yk_geocoder *g, uint64_t key, struct yk_point p, uint32_t spot)
{
    index_add(&g->cells, cell_key(key, cell_of(p.lat), cell_of(p.lon)), spot);
}

/* A road lies in every cell that one of its vertices lies in. */
void lay_cells(struct yk_geocoder *g)
{
    index_release(&g->cells);
    for (size_t s = 0; s < g->by.slots; s++) {
        const struct slot *slot = &g->by.slot[s];
        struct list list = index_list(&g->by, slot);
        for (size_t i = 0; list.n > LONG_LIST && i < list.n; i++) {
            uint32_t number = list.at[i];
            const struct spot *spot = &g->spot[number];
            add_cell(g, slot->key, spot->point, number);
            for (size_t k = 0; k < spot->entry->vertices; k++)
                add_cell(g, slot->key, spot->entry->line[k], number);
        }
    }
    index_lay(&g->cells);
}

static void collect(struct list *out, const struct climb *c, struct list cell,
                    struct near_room *room)
{
    for (size_t i = 0; i < cell.n && out->n < MOST_NEAR; i++)
        if (c->g->spot[cell.at[i]].course || may_answer(c, cell.at[i]))
            room->at[out->n++] = cell.at[i];
}

/* All that may answer, be they left out or not, or as many as there is room for. */
static struct list look_about(const struct climb *c, uint64_t key, struct near_room *room)
{
    struct list out = {room->at, 0};
    struct yk_point s = c->q->station;
    double north = c->reach_m / DEGREE_M, east = north / c->cos_lat;
    for (int row = cell_of(s.lat - north); row <= cell_of(s.lat + north); row++)
        for (int column = cell_of(s.lon - east); column <= cell_of(s.lon + east); column++)
            collect(&out, c, index_find(&c->g->cells, cell_key(key, row, column)), room);
    return out;
}

/* By number again, and each once: the numbers ride in front of the spots while they are sorted. */
static size_t in_order(uint32_t *at, size_t n, const struct spot *spot)
{
    uint64_t key[MOST_NEAR];
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        key[i] = (uint64_t)spot[at[i]].number << 32 | at[i];
    if (n)
        qsort(key, n, sizeof *key, index_compare);
    for (size_t i = 0; i < n; i++)
        if (!kept || at[kept - 1] != (uint32_t)key[i])
            at[kept++] = (uint32_t)key[i];
    return kept;
}

/* --- kept for the next question ----------------------------------------------------------------
 */

struct kept {
    uint64_t key;
    struct yk_point about;
    double reach_m;
    uint32_t county;
    struct list list; /* at NULL: free */
};
enum { MOST_KEPT = 512, SLOTS = 2 * MOST_KEPT };
struct memory {
    struct yk_arena a;
    struct kept kept[SLOTS]; /* open addressing */
    size_t count;
};

struct memory *memory_new(void)
{
    return yk_alloc(sizeof(struct memory));
}

void memory_free(struct memory *m)
{
    if (m)
        yk_arena_release(&m->a);
    free(m);
}

/* Where the answer is, or is to be kept. */
static struct kept *kept_of(struct memory *m, const struct climb *c, uint64_t key)
{
    struct kept like = {key, c->q->station, c->reach_m, c->county, {NULL, 0}};
    size_t at = (size_t)(key >> 8) % SLOTS;
    for (;; at = (at + 1) % SLOTS) {
        struct kept *k = &m->kept[at];
        if (!k->list.at)
            *k = like;
        else if (k->key != key || k->about.lat != like.about.lat ||
                 k->about.lon != like.about.lon || k->reach_m != like.reach_m ||
                 k->county != like.county)
            continue;
        return k;
    }
}

static struct list recall(const struct climb *c, uint64_t key, struct near_room *room)
{
    struct memory *m = c->memory;
    if (m->count == MOST_KEPT) { /* another station by now */
        yk_arena_reset(&m->a);
        memset(m->kept, 0, sizeof m->kept);
        m->count = 0;
    }
    struct kept *kept = kept_of(m, c, key);
    if (!kept->list.at) {
        struct list found = look_about(c, key, room);
        found.n = in_order(room->at, found.n, c->g->spot);
        uint32_t *at = yk_arena_items(&m->a, found.n + 1, sizeof *at);
        memcpy(at, found.at, found.n * sizeof *at);
        kept->list = (struct list){at, found.n};
        m->count++;
    }
    return kept->list;
}

struct list entries_of(const struct climb *c, uint64_t key, struct near_room *room)
{
    struct list all = index_find(&c->g->by, key);
    if (all.n <= LONG_LIST)
        return all;
    if (isinf(c->reach_m))
        return c->far ? (struct list){NULL, 0} : all;
    if (c->memory)
        return recall(c, key, room);
    struct list out = look_about(c, key, room);
    out.n = in_order(room->at, out.n, c->g->spot);
    return out;
}
