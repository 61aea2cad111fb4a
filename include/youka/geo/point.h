/* point.h - a place on the WGS-84 ellipsoid and the distance between two. */
#ifndef YOUKA_GEO_POINT_H
#define YOUKA_GEO_POINT_H

#include <stdbool.h>

/* Degrees, always WGS-84. GCJ-02 and BD-09 are converted at the door (datum.h). */
struct yk_point {
    double lat, lon;
};

bool yk_point_valid(struct yk_point p); /* finite, |lat| <= 90, |lon| <= 180 */
/* Metres along the ellipsoid (Karney 2013, PROJ's geodesic.h). */
double yk_metres(struct yk_point a, struct yk_point b);
/* The same to 4 mm at a tenth of the cost, for what is multiplied with a road's detour anyway. */
double yk_metres_about(struct yk_point a, struct yk_point b);
/* The point `metres` away from `from` towards `azimuth_deg` (0 north, 90 east). */
struct yk_point yk_point_towards(struct yk_point from, double azimuth_deg, double metres);

#endif
