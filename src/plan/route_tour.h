/* route_tour.h - a tour and the moves that shorten it. Private to src/plan. */
#ifndef YOUKA_PLAN_ROUTE_TOUR_H
#define YOUKA_PLAN_ROUTE_TOUR_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"

/* A closed tour of n nodes; node 0, the depot, stands at place 0 and stays there. */
struct yk_tour {
    const double *metres; /* n * n */
    size_t n;
    size_t *at;         /* the node at a place */
    size_t *place;      /* of a node */
    size_t *near, many; /* n * many: the nearest other nodes of each, nearest first */
    bool *asleep;       /* a node that nothing improved for since its neighbours changed */
    size_t *spare;      /* n: while a segment is moved */
    size_t turn;        /* the node that all moves are tried of next */
};

static inline double yk_way(const struct yk_tour *t, size_t a, size_t b)
{
    return t->metres[a * t->n + b];
}

/* Room for a tour of n nodes, with the lists of neighbours; in the arena. */
void yk_tour_init(struct yk_tour *t, const double *metres, size_t n, struct yk_arena *a);
double yk_tour_length(const struct yk_tour *t);
/* Moves between near nodes, of those that are awake, until none improves. */
void yk_tour_improve(struct yk_tour *t);
/* Any move that improves, made, and the nodes around it woken; false where there is none. */
bool yk_tour_improve_any(struct yk_tour *t);

#endif
