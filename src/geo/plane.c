/* plane.c - a flat map about a station, by PROJ's transverse Mercator. */
#include "youka/geo/plane.h"

#include <math.h>
#include <proj.h>
#include <stdio.h>
#include <stdlib.h>

#include "youka/base/arena.h"
#include "youka/base/say.h"

struct yk_plane {
    PJ_CONTEXT *context;
    PJ *pipeline;
};

/* Printed from whole numbers, for printf follows the locale and PROJ does not. */
struct degrees {
    char text[24];
};
static struct degrees degrees_text(double degrees)
{
    const long long unit = 1000000000000; /* a tenth of a micrometre */
    long long n = llround(fabs(degrees) * (double)unit);
    struct degrees d;
    snprintf(d.text, sizeof d.text, "%s%lld.%012lld", degrees < 0 ? "-" : "", n / unit, n % unit);
    return d;
}

yk_code yk_plane_open(struct yk_plane **out, struct yk_point centre, struct yk_err *err)
{
    if (!yk_point_valid(centre))
        return yk_fail(
            err, YK_E_DATA,
            _("a map cannot be centred here, for the point is no latitude and longitude; "
              "give degrees within 90 and 180"));
    char text[256];
    snprintf(text, sizeof text,
             "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
             "+step +proj=tmerc +lat_0=%s +lon_0=%s +k=1 +ellps=WGS84",
             degrees_text(centre.lat).text, degrees_text(centre.lon).text);

    struct yk_plane *plane = yk_alloc(sizeof *plane);
    plane->context = proj_context_create();
    if (!plane->context)
        yk_no_memory();
    proj_log_level(plane->context, PJ_LOG_NONE);
    plane->pipeline = proj_create(plane->context, text);
    if (!plane->pipeline) {
        yk_fail(err, YK_E_DATA, _("the map about the station could not be set up: %s"),
                proj_context_errno_string(plane->context, proj_context_errno(plane->context)));
        yk_plane_close(plane);
        return err->code;
    }
    *out = plane;
    return YK_OK;
}

yk_code yk_plane_xy(struct yk_xy *out, struct yk_plane *plane, struct yk_point p,
                    struct yk_err *err)
{
    PJ_COORD xy = proj_trans(plane->pipeline, PJ_FWD, proj_coord(p.lon, p.lat, 0, 0));
    if (!isfinite(xy.xy.x) || !isfinite(xy.xy.y)) {
        proj_errno_reset(plane->pipeline);
        return yk_fail(
            err, YK_E_DATA,
            _("the point at latitude %.6f, longitude %.6f is too far from the station to "
              "be drawn on its map; check the coordinate"),
            p.lat, p.lon);
    }
    *out = (struct yk_xy){.east_m = xy.xy.x, .north_m = xy.xy.y};
    return YK_OK;
}

yk_code yk_plane_point(struct yk_point *out, struct yk_plane *plane, struct yk_xy at,
                       struct yk_err *err)
{
    PJ_COORD lonlat = proj_trans(plane->pipeline, PJ_INV, proj_coord(at.east_m, at.north_m, 0, 0));
    if (!isfinite(lonlat.xy.x) || !isfinite(lonlat.xy.y)) {
        proj_errno_reset(plane->pipeline);
        return yk_fail(err, YK_E_DATA,
                       _("%.0f m east and %.0f m north of the station lies beyond its map"),
                       at.east_m, at.north_m);
    }
    *out = (struct yk_point){.lat = lonlat.xy.y, .lon = lonlat.xy.x};
    return YK_OK;
}

void yk_plane_close(struct yk_plane *plane)
{
    if (!plane)
        return;
    proj_destroy(plane->pipeline);
    proj_context_destroy(plane->context);
    free(plane);
}
