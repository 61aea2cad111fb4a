/* plane.h - metres east and north of a station (transverse Mercator about it, through PROJ). */
#ifndef YOUKA_GEO_PLANE_H
#define YOUKA_GEO_PLANE_H

#include "youka/base/err.h"
#include "youka/geo/point.h"

struct yk_plane; /* one PROJ context each: use from one thread */
struct yk_xy {
    double east_m, north_m;
};

YK_MUST yk_code yk_plane_open(struct yk_plane **out, struct yk_point centre, struct yk_err *err);
YK_MUST yk_code yk_plane_xy(struct yk_xy *out, struct yk_plane *plane, struct yk_point p,
                            struct yk_err *err);
/* The point at these metres: the inverse, within a micrometre in any trading area. */
YK_MUST yk_code yk_plane_point(struct yk_point *out, struct yk_plane *plane, struct yk_xy at,
                               struct yk_err *err);
void yk_plane_close(struct yk_plane *plane);

#endif
