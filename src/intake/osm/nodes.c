/* nodes.c - the places of the nodes that something needs: two flat arrays, 24 bytes a node. */
#include <math.h>
#include <stdlib.h>

#include "osm.h"

void osm_nodes_want(struct osm_nodes *n, int64_t id)
{
    n->id = yk_grow(n->id, &n->room, n->count + 1, sizeof *n->id);
    n->id[n->count++] = id;
}

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

void osm_nodes_ready(struct osm_nodes *n)
{
    size_t kept = 0;
    if (n->count)
        qsort(n->id, n->count, sizeof *n->id, compare);
    for (size_t i = 0; i < n->count; i++)
        if (!kept || n->id[kept - 1] != n->id[i])
            n->id[kept++] = n->id[i];
    n->count = kept;
    n->id = yk_realloc(n->id, (kept + 1) * sizeof *n->id);
    n->at = yk_alloc((kept + 1) * sizeof *n->at);
    for (size_t i = 0; i < kept; i++)
        n->at[i] = (struct yk_point){NAN, NAN};
}

/* The first number in [from, to) whose id is not smaller. */
static size_t lower(const struct osm_nodes *n, size_t from, size_t to, int64_t id)
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (n->id[middle] < id)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Nodes come in the order of their ids almost always: the search goes on from the last one, in
 * steps that double. */
void osm_nodes_put(struct osm_nodes *n, int64_t id, struct yk_point at)
{
    size_t from = n->cursor, step = 1;
    if (from < n->count && n->id[from] > id)
        from = 0;
    while (from + step < n->count && n->id[from + step] < id) {
        from += step;
        step *= 2;
    }
    size_t to = from + step + 1 < n->count ? from + step + 1 : n->count;
    n->cursor = lower(n, from, to, id);
    if (n->cursor < n->count && n->id[n->cursor] == id)
        n->at[n->cursor] = at;
}

size_t osm_nodes_find(const struct osm_nodes *n, int64_t id)
{
    return lower(n, 0, n->count, id);
}

void osm_nodes_release(struct osm_nodes *n)
{
    free(n->id);
    free(n->at);
    *n = (struct osm_nodes){0};
}
