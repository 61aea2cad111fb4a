/* course.c - along a road: a road's ways are a net of vertices; between two doors one walks the
 * shortest way in it (Dijkstra 1959). */
#include "geocoder.h"

#include <math.h>

enum { MOST_NODES = 160, MOST_EDGES = 320, NONE = -1 };
struct edge {
    int a, b;
    double metres;
};
struct net {
    struct yk_point at[MOST_NODES];
    int nodes;
    struct edge edge[MOST_EDGES];
    int edges;
};

static int node_at(struct net *net, struct yk_point p)
{
    for (int i = 0; i < net->nodes; i++)
        if (net->at[i].lat == p.lat && net->at[i].lon == p.lon)
            return i;
    if (net->nodes == MOST_NODES)
        return NONE;
    net->at[net->nodes] = p;
    return net->nodes++;
}

static void join(struct net *net, const struct climb *c, int a, int b)
{
    if (a != NONE && b != NONE && a != b && net->edges < MOST_EDGES)
        net->edge[net->edges++] = (struct edge){a, b, rough_metres(c, net->at[a], net->at[b])};
}

/* The road's segments that have an end within `reach` of the middle of two doors. */
static void lay_net(struct net *net, const struct climb *c, struct list ways,
                    struct yk_point middle, double reach)
{
    for (size_t i = 0; i < ways.n; i++) {
        const struct yk_gazetteer_entry *e = c->g->spot[ways.at[i]].entry;
        for (size_t k = 1; k < e->vertices; k++)
            if (rough_metres(c, middle, e->line[k - 1]) <= reach ||
                rough_metres(c, middle, e->line[k]) <= reach)
                join(net, c, node_at(net, e->line[k - 1]), node_at(net, e->line[k]));
    }
}

/* Where the line to p meets a segment, in the plane of short distances. */
static struct yk_point foot_on(const struct climb *c, struct yk_point a, struct yk_point b,
                               struct yk_point p)
{
    double east = (b.lon - a.lon) * c->cos_lat, north = b.lat - a.lat;
    double length = east * east + north * north;
    double along = (p.lon - a.lon) * c->cos_lat * east + (p.lat - a.lat) * north;
    double t = length > 0 ? fmin(1, fmax(0, along / length)) : 0;
    return (struct yk_point){a.lat + t * (b.lat - a.lat), a.lon + t * (b.lon - a.lon)};
}

/* The net's point nearest to p becomes a node; gives it and how far it is. */
static int add_foot(struct net *net, const struct climb *c, struct yk_point p, double *metres)
{
    int best = NONE;
    struct yk_point at = p;
    *metres = INFINITY;
    for (int i = 0; i < net->edges; i++) {
        struct yk_point foot = foot_on(c, net->at[net->edge[i].a], net->at[net->edge[i].b], p);
        double away = rough_metres(c, p, foot);
        if (away < *metres) {
            *metres = away;
            at = foot;
            best = i;
        }
    }
    int node = best == NONE ? NONE : node_at(net, at);
    if (node == NONE)
        return NONE;
    struct edge whole = net->edge[best]; /* gives way to its two parts */
    net->edge[best] = net->edge[--net->edges];
    join(net, c, whole.a, node);
    join(net, c, node, whole.b);
    return node;
}

/* Metres from `from` to each node, and from which other one comes there. */
static void walk(double metres[MOST_NODES], int before[MOST_NODES], const struct net *net, int from)
{
    bool done[MOST_NODES] = {false};
    for (int i = 0; i < net->nodes; i++) {
        metres[i] = INFINITY;
        before[i] = NONE;
    }
    metres[from] = 0;
    for (;;) {
        int near = NONE;
        for (int i = 0; i < net->nodes; i++)
            if (!done[i] && !isinf(metres[i]) && (near == NONE || metres[i] < metres[near]))
                near = i;
        if (near == NONE)
            return;
        done[near] = true;
        for (int i = 0; i < net->edges; i++) {
            const struct edge *e = &net->edge[i];
            int to = e->a == near ? e->b : e->b == near ? e->a : NONE;
            if (to != NONE && metres[near] + e->metres < metres[to]) {
                metres[to] = metres[near] + e->metres;
                before[to] = near;
            }
        }
    }
}

/* The point `metres` from the beginning of the way that ends at `to`. */
static struct yk_point point_along(const struct net *net, const double *from, const int *before,
                                   int to, double metres)
{
    while (before[to] != NONE && from[before[to]] > metres)
        to = before[to];
    if (before[to] == NONE)
        return net->at[to];
    struct yk_point a = net->at[before[to]], b = net->at[to];
    double length = from[to] - from[before[to]];
    double t = length > 0 ? fmin(1, (metres - from[before[to]]) / length) : 0;
    return (struct yk_point){a.lat + t * (b.lat - a.lat), a.lon + t * (b.lon - a.lon)};
}

#define LEAST_REACH_M 300
#define BESIDE_ROAD_M 150 /* a door farther from the course stands on another piece of the road */

bool along_course(struct yk_point *out, const struct climb *c, uint64_t road,
                  const struct yk_point door[2], double share)
{
    struct near_room room;
    struct list ways = entries_of(c, key_of(KEY_COURSE, road), &room);
    struct net net;
    double metres[MOST_NODES], away[2];
    int before[MOST_NODES];
    if (!ways.n)
        return false;
    net.nodes = net.edges = 0;
    lay_net(&net, c, ways,
            (struct yk_point){(door[0].lat + door[1].lat) / 2, (door[0].lon + door[1].lon) / 2},
            fmax(LEAST_REACH_M, rough_metres(c, door[0], door[1])));
    int from = add_foot(&net, c, door[0], &away[0]), to = add_foot(&net, c, door[1], &away[1]);
    if (from == NONE || to == NONE || fmax(away[0], away[1]) > BESIDE_ROAD_M)
        return false;
    walk(metres, before, &net, from);
    if (isinf(metres[to]))
        return false;
    *out = point_along(&net, metres, before, to, share * metres[to]);
    /* Beside the road as far as the doors are, where all three are in one line. */
    struct yk_point straight = {door[0].lat + share * (door[1].lat - door[0].lat),
                                door[0].lon + share * (door[1].lon - door[0].lon)};
    if (rough_metres(c, *out, straight) <= fmax(away[0], away[1]) + 1)
        *out = straight;
    return true;
}
