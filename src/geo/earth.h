/* earth.h - the WGS-84 ellipsoid for geodesic.h; stays inside geo. */
#ifndef YOUKA_GEO_EARTH_H
#define YOUKA_GEO_EARTH_H

#include <geodesic.h>

#define EARTH_A_M 6378137.0
#define EARTH_F (1 / 298.257223563)
#define EARTH_E2 (EARTH_F * (2 - EARTH_F))
#define RADIANS_A_DEGREE 0.017453292519943295

static inline struct geod_geodesic earth(void)
{
    struct geod_geodesic g;
    geod_init(&g, EARTH_A_M, EARTH_F);
    return g;
}

#endif
