/* route.c - in which order a day's stops are visited: from the depot and back. */
#include "youka/plan/route.h"

#include <math.h>
#include <string.h>

#include "route_tour.h"

/* The nearest node not yet in the tour after each; then turned until the depot stands first. */
static void nearest_from(struct yk_tour *t, size_t start)
{
    size_t depot = 0, *seen = t->place;

    memset(seen, 0, t->n * sizeof *seen);
    for (size_t p = 0, here = start; p < t->n; p++) {
        size_t best = t->n;
        t->spare[p] = here;
        seen[here] = 1;
        if (here == 0)
            depot = p;
        for (size_t k = 0; k < t->n; k++)
            if (!seen[k] && (best == t->n || yk_way(t, here, k) < yk_way(t, here, best)))
                best = k;
        here = best;
    }
    for (size_t p = 0; p < t->n; p++)
        t->at[p] = t->spare[(depot + p) % t->n];
    for (size_t p = 0; p < t->n; p++)
        t->place[t->at[p]] = p;
}

static void improve(struct yk_tour *t)
{
    memset(t->asleep, 0, t->n * sizeof *t->asleep);
    do
        yk_tour_improve(t);
    while (yk_tour_improve_any(t));
}

/* Either direction is as long: the one whose first stop has the lower number. */
static void give(size_t *order, const size_t *at, size_t stops)
{
    bool turned = at[1] > at[stops];

    for (size_t i = 0; i < stops; i++)
        order[i] = turned ? at[stops - i] : at[i + 1];
}

static double length_of(const size_t *order, const double *metres, size_t stops)
{
    double length = 0;

    for (size_t i = 0, from = 0; i <= stops; i++) {
        size_t to = i < stops ? order[i] : 0;
        length += metres[from * (stops + 1) + to];
        from = to;
    }
    return length;
}

double yk_route_nearest(size_t *order, const double *metres, size_t stops)
{
    struct yk_arena a = {0};
    struct yk_tour t;

    if (stops == 0)
        return 0;
    yk_tour_init(&t, metres, stops + 1, &a);
    nearest_from(&t, 0);
    give(order, t.at, stops);
    yk_arena_release(&a);
    return length_of(order, metres, stops);
}

double yk_route(size_t *order, const double *metres, size_t stops)
{
    struct yk_arena a = {0};
    struct yk_tour t;
    double best = INFINITY;

    if (stops == 0)
        return 0;
    yk_tour_init(&t, metres, stops + 1, &a);
    size_t *kept = YK_ARENA_ARRAY(&a, size_t, t.n);
    for (size_t start = 0; start < (stops <= YK_ROUTE_STARTS ? t.n : 1); start++) {
        nearest_from(&t, start);
        improve(&t);
        double length = yk_tour_length(&t);
        if (length < best - 1e-7) {
            best = length;
            memcpy(kept, t.at, t.n * sizeof *kept);
        }
    }
    give(order, kept, stops);
    yk_arena_release(&a);
    return length_of(order, metres, stops);
}
