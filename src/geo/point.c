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

/* Gauss's mid-latitude formula without its higher terms: from .1 degrees and 60 degrees of latitude
 * on they would be needed. point_test.c holds it against PROJ's geodesics. */
#define SHORT_DEG .1
#define MIDDLE_DEG 60

static bool is_short(struct yk_point a, struct yk_point b)
{
    return fabs(a.lat - b.lat) < SHORT_DEG && fabs(a.lon - b.lon) < SHORT_DEG &&
           fabs(a.lat) < MIDDLE_DEG;
}

static double short_metres(struct yk_point a, struct yk_point b)
{
    double middle = (a.lat + b.lat) / 2 * RADIANS_A_DEGREE, sine = sin(middle);
    double squeeze = 1 - EARTH_E2 * sine * sine;
    double east_radius = EARTH_A_M / sqrt(squeeze);
    double north_radius = east_radius * (1 - EARTH_E2) / squeeze;
    return hypot(north_radius * (b.lat - a.lat) * RADIANS_A_DEGREE,
                 east_radius * cos(middle) * (b.lon - a.lon) * RADIANS_A_DEGREE);
}

double yk_metres_about(struct yk_point a, struct yk_point b)
{
    return is_short(a, b) ? short_metres(a, b) : yk_metres(a, b);
}

struct yk_point yk_point_towards(struct yk_point from, double azimuth_deg, double metres)
{
    struct geod_geodesic g = earth();
    struct yk_point to;
    geod_direct(&g, from.lat, from.lon, azimuth_deg, metres, &to.lat, &to.lon, NULL);
    return to;
}
