/* order.c - the clients in the order of the trees: category, region, station, id. Sums run in this
 * order, so that a result does not depend on the order in which the clients came. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline.h"

/* A client to be sorted; `path` orders as category, then station, does. */
struct slot {
    uint64_t path;
    const char *id;
    size_t door;
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
    int ids = strcmp(x->id, y->id);
    return ids ? ids : (x->door > y->door) - (x->door < y->door);
}

static struct slot *sorted(const struct yk_pipeline *p, const size_t *door,
                           const struct yk_place *place)
{
    const struct yk_territory *t = p->t;
    const struct yk_rules *r = t->rules;
    uint32_t *category = ranks(r->category, r->categories, sizeof *r->category, by_category);
    uint32_t *station = ranks(t->station, t->stations, sizeof *t->station, by_region);
    struct slot *slot = yk_alloc((p->count + 1) * sizeof *slot);

    for (size_t i = 0; i < p->count; i++) {
        const struct yk_door *d = &t->door[door[i]];
        size_t owner = place[door[i]].owner < t->stations ? place[door[i]].owner : t->stations;
        const struct yk_category_prior *c =
            yk_rules_category(r, yk_answer_text(&d->answers, "category"));
        slot[i] = (struct slot){(uint64_t)category[c - r->category] << 32 | station[owner],
                                d->id.text, door[i]};
    }
    qsort(slot, p->count, sizeof *slot, by_path);
    free(category);
    free(station);
    return slot;
}

static const char *region_of(const struct yk_pipeline *p, const struct yk_place *place, size_t door)
{
    size_t owner = place[door].owner;

    return owner < p->t->stations ? p->t->station[owner].region : "";
}

static size_t grow(struct yk_pipeline *p, size_t parent, int level)
{
    (void)yk_tree_grow(&p->litres, parent, p->s.tau2_litres[level]);
    return yk_tree_grow(&p->fleet, parent, p->s.tau2_fleet[level]);
}

void yk_order_clients(struct yk_pipeline *p, const size_t *door, const struct yk_place *place,
                      struct yk_arena *a)
{
    struct slot *slot = sorted(p, door, place);
    size_t paths = 0, category = 0, region = 0, station = 0;

    for (size_t i = 0; i < p->count; i++)
        paths += i == 0 || slot[i].path != slot[i - 1].path;
    yk_tree_init(&p->fleet, 1, YK_TREE_LEVELS * paths, a);
    yk_tree_init(&p->litres, 0, YK_TREE_LEVELS * paths, a);
    for (size_t i = 0; i < p->count; i++) {
        bool first = i == 0 || slot[i].path >> 32 != slot[i - 1].path >> 32;
        if (first)
            category = grow(p, 0, 0);
        if (first ||
            strcmp(region_of(p, place, slot[i].door), region_of(p, place, slot[i - 1].door)) != 0) {
            region = grow(p, category, 1);
            first = true;
        }
        if (first || slot[i].path != slot[i - 1].path)
            station = grow(p, region, 2);
        p->client[i].door = slot[i].door;
        p->client[i].node = station;
    }
    free(slot);
}
