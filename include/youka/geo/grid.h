/* grid.h - places in metres of a map's own plane: which plane the numbers may be of, and from two
 * of them to degrees.
 *
 * Mercator, as web maps are drawn: Baidu's BD-09 metres are an ellipsoidal Mercator map of its
 * degrees about the Clarke 1866 ellipsoid. Measured: the polynomials of Baidu's map script (as in
 * the npm package gcoord 1.0.7, BD09MC) stay within 7 mm of it up to 56 degrees north. Web
 * Mercator has numbers of the same size and lies some 17 km beside it: only a declared datum tells
 * them apart.
 * Gauss-Krueger, as surveyors have it (GB/T 17798): metres north of the equator, metres east with
 * 500 km added and the zone's number before them: 13 to 23 are zones of 6 degrees, 25 to 45 of 3.
 */
#ifndef YOUKA_GEO_GRID_H
#define YOUKA_GEO_GRID_H

#include "youka/base/err.h"
#include "youka/geo/point.h"

struct yk_grid {
    double east_m, north_m;
    bool mercator; /* may be of a web map */
    bool zoned;    /* may be Gauss-Krueger with its zone */
    bool zoneless; /* Gauss-Krueger whose zone is not said: nowhere */
};
/* Two numbers in either order; false where they are metres of no such plane in China. */
bool yk_grid_read(struct yk_grid *out, double a, double b);
/* BD-09 degrees of BD-09 metres. */
struct yk_point yk_grid_baidu(const struct yk_grid *g);
/* Of a zoned one. Fails where it lies beyond its zone. */
YK_MUST yk_code yk_grid_zoned(struct yk_point *out, const struct yk_grid *g, struct yk_err *err);

#endif
