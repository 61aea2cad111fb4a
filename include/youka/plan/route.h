/* route.h - in which order a day's stops are visited: from the depot and back. A tour by nearest
 * neighbour, then 2-opt (Croes 1958) and or-opt (Or 1976: segments of 1 to 3 stops, both ways
 * round) until nothing improves; neighbour lists and don't-look bits as in Bentley, «Fast
 * Algorithms for Geometric Traveling Salesman Problems», ORSA J. Computing 4(4), 1992. */
#ifndef YOUKA_PLAN_ROUTE_H
#define YOUKA_PLAN_ROUTE_H

#include <stddef.h>

/* Up to so many stops each one is tried as the first after which the nearest follow; with more the
 * tour begins at the depot only. */
#define YK_ROUTE_STARTS 200

/* metres: (stops + 1)² distances, row by row, the same there and back, finite, 0 the depot.
 * order[0..stops): the stops 1..stops in the order of the tour, its lower end first. Gives the
 * length from the depot through all stops and back; 0 without stops. Never longer than the nearest
 * neighbours' tour from the depot. The same input gives the same tour. */
double yk_route(size_t *order, const double *metres, size_t stops);

/* The nearest neighbours' tour from the depot, ties by number. */
double yk_route_nearest(size_t *order, const double *metres, size_t stops);

#endif
