/* grid.c - places in metres of a map's own plane, to degrees. */
#include "youka/geo/grid.h"

#include <math.h>

#include "youka/base/say.h"
#include "youka/geo/plane.h"

#include "earth.h"

#define ZONE_M 1e6        /* a zone's number stands before six digits */
#define FALSE_EAST_M 5e5  /* added so that no easting is negative */
#define HALF_6_M 340000.0 /* half a zone of 6 degrees at 3 degrees north, and a margin */
#define HALF_3_M 200000.0 /* of 3 degrees: the neighbour's rim is often drawn too */

static bool within(double value, double least, double most)
{
    return value >= least && value <= most;
}

/* Longitudes 73 to 136, latitudes 3 to 54. */
static bool classify(struct yk_grid *g)
{
    double zone = floor(g->east_m / ZONE_M), rest = g->east_m - zone * ZONE_M;
    bool planar = within(g->north_m, 330000, 6000000);
    g->mercator = within(g->east_m, 8.12e6, 15.15e6) && within(g->north_m, 330000, 7.2e6);
    g->zoned = planar && ((within(zone, 13, 23) && fabs(rest - FALSE_EAST_M) <= HALF_6_M) ||
                          (within(zone, 25, 45) && fabs(rest - FALSE_EAST_M) <= HALF_3_M));
    g->zoneless = planar && g->north_m >= 1e6 && fabs(g->east_m - FALSE_EAST_M) <= HALF_6_M;
    return g->mercator || g->zoned || g->zoneless;
}

bool yk_grid_read(struct yk_grid *out, double a, double b)
{
    struct yk_grid east_first = {.east_m = a, .north_m = b};
    struct yk_grid north_first = {.east_m = b, .north_m = a};
    if (classify(&east_first))
        *out = east_first;
    else if (classify(&north_first))
        *out = north_first;
    else
        return false;
    return true;
}

/* Snyder, Map Projections (USGS PP 1395), 7-9, solved by fixed point: each step leaves a hundredth
 * of the error or less. */
struct yk_point yk_grid_baidu(const struct yk_grid *g)
{
    const double a = 6378206.4, b = 6356583.8; /* Clarke 1866 */
    const double e = sqrt(1 - b * b / (a * a));
    double phi = 0;
    for (int step = 0; step < 12; step++)
        phi = asin(tanh(g->north_m / a + e * atanh(e * sin(phi))));
    return (struct yk_point){.lat = phi / RADIANS_A_DEGREE,
                             .lon = g->east_m / a / RADIANS_A_DEGREE};
}

yk_code yk_grid_zoned(struct yk_point *out, const struct yk_grid *g, struct yk_err *err)
{
    double zone = floor(g->east_m / ZONE_M);
    double meridian = zone >= 25 ? 3 * zone : 6 * zone - 3;
    struct yk_plane *plane = NULL;
    if (!g->zoned)
        return yk_fail(err, YK_E_DATA, _("%.0f m east is in no zone of a national map"), g->east_m);
    if (yk_plane_open(&plane, (struct yk_point){.lat = 0, .lon = meridian}, err))
        return err->code;
    struct yk_xy at = {.east_m = g->east_m - zone * ZONE_M - FALSE_EAST_M, .north_m = g->north_m};
    yk_code code = yk_plane_point(out, plane, at, err);
    yk_plane_close(plane);
    return code;
}
