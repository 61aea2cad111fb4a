/* near.h - which points lie within a radius: a grid over latitude and longitude, decided by the
 * exact geodesic (d <= r, never rounded). */
#ifndef YOUKA_GEO_NEAR_H
#define YOUKA_GEO_NEAR_H

#include <stddef.h>

#include "youka/geo/point.h"

struct yk_near;
/* Keeps its own copy of the points. cell_m: about the usual radius. */
struct yk_near *yk_near_new(const struct yk_point *points, size_t count, double cell_m);
/* Calls `found` for every point within radius_m of `centre`, in the order of the points' numbers. */
void yk_near_each(const struct yk_near *n, struct yk_point centre, double radius_m,
                  void (*found)(void *who, size_t number, double metres), void *who);
void yk_near_free(struct yk_near *n);

#endif
