/* order.c - the clients in the order of the trees: category, region, station, id. Sums run in this
 * order, so that a result does not depend on the order in which the clients came. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline.h"

/* A client to be sorted; `path` orders as category, then station, does. */
struct slot {
    uint64_t path, head;
    const char *id;
    size_t client;
};

static int by_category(const void *a, const void *b)
{
    const struct yk_category_prior *const *x = a, *const *y = b;

    return strcmp((*x)->category, (*y)->category);
}

static int by_region(const void *a, const void *b)
{
    const struct yk_station *const *x = a, *const *y = b;
    int regions = strcmp((*x)->region, (*y)->region);

    return regions ? regions : strcmp((*x)->code, (*y)->code);
}

/* rank[i]: where item i of an array stands among all, in the order of `compare`, which is given
 * pointers to pointers to items. */
static uint32_t *ranks(const void *items, size_t count, size_t each,
                       int (*compare)(const void *, const void *))
{
    const char **at = yk_alloc((count + 1) * sizeof *at);
    uint32_t *rank = yk_alloc((count + 1) * sizeof *rank);

    for (size_t i = 0; i < count; i++)
        at[i] = (const char *)items + i * each;
    qsort(at, count, sizeof *at, compare);
    for (size_t i = 0; i < count; i++)
        rank[(size_t)(at[i] - (const char *)items) / each] = (uint32_t)i;
    rank[count] = (uint32_t)count; /* a station that is not known */
    free(at);
    return rank;
}

static int by_path(const void *a, const void *b)
{
    const struct slot *x = a, *y = b;

    if (x->path != y->path)
        return x->path < y->path ? -1 : 1;
    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    int ids = strcmp(x->id, y->id);
    return ids ? ids : (x->client > y->client) - (x->client < y->client);
}

/* The first characters of an id, so that most ids are told apart without looking at them. */
static uint64_t head_of(const char *id)
{
    uint64_t head = 0;

    for (int i = 0; i < 8; i++)
        head = head << 8 | (*id ? (unsigned char)*id++ : 0);
    return head;
}

static size_t owner_of(const struct yk_territory *t, const struct yk_place *place,
                       const struct yk_client *c)
{
    size_t owner = place[c->door].owner;

    return owner < t->stations ? owner : t->stations;
}

static struct slot *sorted(const struct yk_pipeline *p, const struct yk_place *place)
{
    const struct yk_territory *t = p->t;
    const struct yk_rules *r = t->rules;
    uint32_t *category = ranks(r->category, r->categories, sizeof *r->category, by_category);
    uint32_t *station = ranks(t->station, t->stations, sizeof *t->station, by_region);
    struct slot *slot = yk_alloc((p->count + 1) * sizeof *slot);

    for (size_t i = 0; i < p->count; i++) {
        const struct yk_client *c = &p->client[i];
        slot[i] = (struct slot){(uint64_t)category[c->category - r->category] << 32 |
                                    station[owner_of(t, place, c)],
                                head_of(c->id), c->id, i};
    }
    qsort(slot, p->count, sizeof *slot, by_path);
    free(category);
    free(station);
    return slot;
}

/* Clients without a known station have no region either. */
static const char *region_of(const struct yk_pipeline *p, const struct yk_place *place,
                             size_t client)
{
    size_t owner = owner_of(p->t, place, &p->client[client]);

    return owner < p->t->stations ? p->t->station[owner].region : "";
}

static size_t grow(struct yk_pipeline *p, size_t parent, int level)
{
    (void)yk_tree_grow(&p->litres, parent, p->s.tau2_litres[level]);
    return yk_tree_grow(&p->fleet, parent, p->s.tau2_fleet[level]);
}

void yk_order_clients(struct yk_pipeline *p, const struct yk_place *place, struct yk_arena *a)
{
    struct slot *slot = sorted(p, place);
    size_t paths = 0, category = 0, region = 0, station = 0;
    const char *region_now = NULL;

    for (size_t i = 0; i < p->count; i++)
        paths += i == 0 || slot[i].path != slot[i - 1].path;
    yk_tree_init(&p->fleet, 1, YK_TREE_LEVELS * paths, a);
    yk_tree_init(&p->litres, 0, YK_TREE_LEVELS * paths, a);
    for (size_t i = 0; i < p->count; i++) {
        if (i == 0 || slot[i].path != slot[i - 1].path) {
            const char *its = region_of(p, place, slot[i].client);
            bool first = i == 0 || slot[i].path >> 32 != slot[i - 1].path >> 32;
            if (first)
                category = grow(p, 0, 0);
            if (first || strcmp(its, region_now) != 0)
                region = grow(p, category, 1);
            station = grow(p, region, 2);
            region_now = its;
        }
        p->order[i] = slot[i].client;
        p->client[slot[i].client].node = station;
    }
    free(slot);
}
