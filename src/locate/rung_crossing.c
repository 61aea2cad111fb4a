/* rung_crossing.c - B3: where two roads meet, by the nodes their courses share, by entries that
 * name the crossing, else where their doors come nearest to one another. */
#include "geocoder.h"

#include <math.h>
#include <stdlib.h>

#define SHARED_NODE_M 30 /* a crossing is as wide as its roads (geocoding.md, B3) */
#define NAMED_M 80       /* an entry that names the crossing stands beside it */
#define NEAREST_M 230    /* doors of the two roads that stand nearest; more the farther apart */
#define APART_M 400      /* farther apart they say nothing */

struct two {
    struct yk_glyphs road, cross;
};

/* A highway may be either. */
static bool roads_of(struct two *out, const struct yk_address *a)
{
    struct yk_glyphs highway = yk_address_part(a, YK_PART_HIGHWAY);
    out->road = yk_address_part(a, YK_PART_ROAD);
    out->cross = yk_address_part(a, YK_PART_CROSS);
    if (!out->cross.n)
        out->cross = highway;
    else if (!out->road.n)
        out->road = highway;
    return out->road.n && out->cross.n && !yk_glyphs_same(out->road, out->cross);
}

static void conclude(struct climb *c, struct yk_point p, const char *method, double error)
{
    error += offset_from(&p, &c->address) / 4;
    answer(c, p, "B3", method, error);
}

/* Of several nodes (two carriageways, two crossings) the one the others lie nearest to. */
static bool by_nodes(struct climb *c, const struct two *roads)
{
    struct list list =
        index_find(&c->g->crossing, cross_key(name_hash(roads->road), name_hash(roads->cross)));
    struct yk_point near[MOST_CANDIDATES];
    size_t n = 0, best = 0;
    double least = INFINITY, farthest = 0;
    for (size_t i = 0; i < list.n && n < MOST_CANDIDATES; i++)
        if (within_reach(c, c->g->node[list.at[i]].point))
            near[n++] = c->g->node[list.at[i]].point;
    if (!n)
        return false;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t k = 0; k < n; k++)
            sum += rough_metres(c, near[i], near[k]);
        if (sum < least) {
            least = sum;
            best = i;
        }
    }
    for (size_t i = 0; i < n; i++)
        farthest = fmax(farthest, rough_metres(c, near[best], near[i]));
    c->out->evidences = 0;
    for (size_t i = 0; i < list.n && c->out->evidences + 1 < YK_MOST_EVIDENCE; i++) {
        const struct node *node = &c->g->node[list.at[i]];
        if (node->point.lat != near[best].lat || node->point.lon != near[best].lon)
            continue;
        c->out->evidence[c->out->evidences++] = node->road;
        c->out->evidence[c->out->evidences++] = node->cross;
        break;
    }
    c->out->runner_up_m = n > 1 ? farthest : NAN;
    c->out->ambiguous = farthest > 300;
    conclude(c, near[best], "shared_node",
             fmax(SHARED_NODE_M, c->out->ambiguous ? farthest : fmin(farthest, 150)));
    return true;
}

static bool by_entries(struct climb *c, const struct two *roads)
{
    struct candidates all;
    struct near_room room;
    none_yet(&all);
    gather(&all, c,
           entries_of(c, cross_key(name_hash(roads->road), name_hash(roads->cross)), &room));
    if (!all.n)
        return false;
    double spread = settle(&all, c);
    conclude(c, c->g->spot[all.spot[0]].point, "named_crossing",
             all.n > 1 ? fmax(NAMED_M, c->out->ambiguous ? spread : fmin(spread, 200)) : NAMED_M);
    return true;
}

/* A road's doors in metres from the station, side by side in memory. */
struct doors_about {
    struct candidates all;
    double east[MOST_CANDIDATES], north[MOST_CANDIDATES];
};

static void gather_doors(struct doors_about *d, const struct climb *c, struct yk_glyphs road)
{
    struct near_room room;
    none_yet(&d->all);
    gather(&d->all, c, entries_of(c, key_of(KEY_CARRIER, name_hash(road)), &room));
    for (size_t i = 0; i < d->all.n; i++) {
        struct yk_point p = c->g->spot[d->all.spot[i]].point;
        d->east[i] = DEGREE_M * c->cos_lat * p.lon;
        d->north[i] = DEGREE_M * p.lat;
    }
}

/* The door of d nearest to a point, if its distance's square is below *least, which it becomes. */
static bool nearer(size_t *out, double *least, const struct doors_about *d, double east,
                   double north)
{
    bool found = false;
    for (size_t k = 0; k < d->all.n; k++) {
        double e = d->east[k] - east, n = d->north[k] - north, square = e * e + n * n;
        if (square < *least) {
            *least = square;
            *out = k;
            found = true;
        }
    }
    return found;
}

static bool by_nearest(struct climb *c, const struct two *roads)
{
    struct doors_about x, y;
    size_t near, one = 0, other = 0;
    double least = APART_M * APART_M;
    bool found = false;
    gather_doors(&x, c, roads->road);
    if (!x.all.n)
        return false;
    gather_doors(&y, c, roads->cross);
    for (size_t i = 0; i < x.all.n; i++)
        if (nearer(&near, &least, &y, x.east[i], x.north[i])) {
            one = i;
            other = near;
            found = true;
        }
    if (!found)
        return false;
    const struct spot *a = &c->g->spot[x.all.spot[one]], *b = &c->g->spot[y.all.spot[other]];
    c->out->evidences = 2;
    c->out->evidence[0] = x.all.spot[one];
    c->out->evidence[1] = y.all.spot[other];
    conclude(
        c, (struct yk_point){(a->point.lat + b->point.lat) / 2, (a->point.lon + b->point.lon) / 2},
        "nearest_doors", NEAREST_M + sqrt(least) / 2);
    return true;
}

bool climb_crossing(struct climb *c)
{
    struct two roads;
    if (!roads_of(&roads, &c->address)) {
        note_try(c, "B3", "crossing", YK_TRY_NOT_SAID, 0);
        return false;
    }
    if (by_nodes(c, &roads) || by_entries(c, &roads) || (!c->far && by_nearest(c, &roads)))
        return true;
    note_try(c, "B3", "crossing", YK_TRY_NO_ENTRY, 0);
    return false;
}

/* --- nodes, when the geocoder is made ready ----------------------------------------------------
 */

struct vertex {
    struct yk_point point;
    uint32_t spot;
};

static int by_point(const void *left, const void *right)
{
    const struct vertex *a = left, *b = right;
    if (a->point.lat != b->point.lat)
        return a->point.lat < b->point.lat ? -1 : 1;
    if (a->point.lon != b->point.lon)
        return a->point.lon < b->point.lon ? -1 : 1;
    return (a->spot > b->spot) - (a->spot < b->spot);
}

static void add_node(struct yk_geocoder *g, const struct vertex *a, const struct vertex *b)
{
    uint64_t one = g->spot[a->spot].carrier, other = g->spot[b->spot].carrier;
    if (!one || !other || one == other)
        return;
    g->node = yk_grow(g->node, &g->nodes_room, g->nodes + 1, sizeof *g->node);
    g->node[g->nodes] = (struct node){a->point, a->spot, b->spot};
    index_add(&g->crossing, cross_key(one, other), (uint32_t)g->nodes++);
}

void find_nodes(struct yk_geocoder *g)
{
    struct vertex *v;
    size_t n = 0, room = 0;
    for (size_t i = 0; i < g->spots; i++)
        room += g->spot[i].entry->vertices;
    v = yk_alloc((room + 1) * sizeof *v);
    for (size_t i = 0; i < g->spots; i++)
        for (size_t k = 0; k < g->spot[i].entry->vertices; k++)
            v[n++] = (struct vertex){g->spot[i].entry->line[k], (uint32_t)i};
    if (n)
        qsort(v, n, sizeof *v, by_point);
    g->nodes = 0;
    index_release(&g->crossing);
    for (size_t i = 0, same; i < n; i += same) {
        for (same = 1; i + same < n && v[i + same].point.lat == v[i].point.lat &&
                       v[i + same].point.lon == v[i].point.lon;)
            same++;
        for (size_t k = i; k < i + same; k++)
            for (size_t j = k + 1; j < i + same; j++)
                if (v[k].spot != v[j].spot)
                    add_node(g, &v[k], &v[j]);
    }
    free(v);
    index_lay(&g->crossing);
}
