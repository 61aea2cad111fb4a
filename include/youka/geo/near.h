/* near.h - which points lie within a radius: bands of latitude, each sorted by longitude, choose;
 * the exact geodesic decides (d <= r, never rounded). Holds at the poles and the date line too. */
#ifndef YOUKA_GEO_NEAR_H
#define YOUKA_GEO_NEAR_H

#include <stddef.h>

#include "youka/geo/point.h"

struct yk_near;
/* Keeps its own copy of the points; those that are no latitude and longitude are never found.
 * cell_m: about the usual radius. */
struct yk_near *yk_near_new(const struct yk_point *points, size_t count, double cell_m);
/* Calls `found` for every point within radius_m of `centre`, in the order of the points' numbers.
 */
void yk_near_each(const struct yk_near *n, struct yk_point centre, double radius_m,
                  void (*found)(void *who, size_t number, double metres), void *who);
/* The same at a fraction of the cost, for what an estimate rests on: metres are those of a straight
 * line through the earth, made as long as the arc above it (c + c^3 / 24 R^2); up to 30 km within
 * two parts in a hundred million of the geodesic. In an order that follows from the points alone.
 */
void yk_near_chord(const struct yk_near *n, struct yk_point centre, double radius_m,
                   void (*found)(void *who, size_t number, double metres), void *who);
void yk_near_free(struct yk_near *n);

#endif
