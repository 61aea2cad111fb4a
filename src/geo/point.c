/* point.c - distance and direction on the ellipsoid. */
#include "youka/geo/point.h"

#include <math.h>
#include <stddef.h>

#include "earth.h"

bool yk_point_valid(struct yk_point p)
{
    return fabs(p.lat) <= 90 && fabs(p.lon) <= 180; /* false for NAN and infinity */
}

double yk_metres(struct yk_point a, struct yk_point b)
{
    struct geod_geodesic g = earth();
    double metres;
    geod_inverse(&g, a.lat, a.lon, b.lat, b.lon, &metres, NULL, NULL);
    return metres;
}

struct yk_point yk_point_towards(struct yk_point from, double azimuth_deg, double metres)
{
    struct geod_geodesic g = earth();
    struct yk_point to;
    geod_direct(&g, from.lat, from.lon, azimuth_deg, metres, &to.lat, &to.lon, NULL);
    return to;
}
