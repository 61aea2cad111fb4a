/* datum.c - the shifted coordinates of Chinese maps. */
#include "youka/geo/datum.h"

#include <ctype.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "earth.h"
#include "youka/base/err.h"

static const char *const codes[] = {
    [YK_WGS84] = "wgs84",       [YK_GCJ02] = "gcj02",           [YK_BD09] = "bd09",
    [YK_CGCS2000] = "cgcs2000", [YK_DATUM_UNKNOWN] = "unknown",
};
enum { DATUMS = sizeof codes / sizeof *codes };

/* "WGS-84" names "wgs84". */
static bool names(const char *text, const char *code)
{
    for (; *text; text++) {
        if (*text == '-' || *text == '_')
            continue;
        if (tolower((unsigned char)*text) != *code)
            return false;
        code++;
    }
    return *code == '\0';
}

bool yk_datum_read(enum yk_datum *out, const char *text)
{
    for (int d = 0; text && d < DATUMS; d++)
        if (names(text, codes[d])) {
            *out = (enum yk_datum)d;
            return true;
        }
    return false;
}

const char *yk_datum_code(enum yk_datum d)
{
    if ((unsigned)d >= DATUMS)
        YK_BUG("no datum has the number %d", (int)d);
    return codes[d];
}

/* The rectangle in which the maps are shifted; gcoord's, generous on all sides. */
static bool in_china(struct yk_point p)
{
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

/* A sine wave over `turns` half-turns. */
static double wave(double height, double turns)
{
    return height * sin(turns * M_PI) * 2 / 3;
}

static double metres_north(double x, double y)
{
    return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(fabs(x)) +
           wave(20, 6 * x) + wave(20, 2 * x) + wave(20, y) + wave(40, y / 3) + wave(160, y / 12) +
           wave(320, y / 30);
}

static double metres_east(double x, double y)
{
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(fabs(x)) + wave(20, 6 * x) +
           wave(20, 2 * x) + wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30);
}

static struct yk_point gcj_of_wgs(struct yk_point p)
{
    /* GCJ-02 takes its degrees from the Krasovsky 1940 ellipsoid. */
    const double a = 6378245, e2 = 0.006693421622965823;
    double x = p.lon - 105, y = p.lat - 35;
    double lat = p.lat * RADIANS_A_DEGREE;
    double w2 = 1 - e2 * sin(lat) * sin(lat);
    double w = sqrt(w2);
    double meridian = a * (1 - e2) / (w2 * w), parallel = a / w * cos(lat);
    return (struct yk_point){
        .lat = p.lat + metres_north(x, y) / (meridian * RADIANS_A_DEGREE),
        .lon = p.lon + metres_east(x, y) / (parallel * RADIANS_A_DEGREE),
    };
}

static struct yk_point bd_of_gcj(struct yk_point p)
{
    const double k = M_PI * 3000 / 180;
    double z = hypot(p.lon, p.lat) + 0.00002 * sin(p.lat * k);
    double theta = atan2(p.lat, p.lon) + 0.000003 * cos(p.lon * k);
    return (struct yk_point){.lat = z * sin(theta) + 0.006, .lon = z * cos(theta) + 0.0065};
}

/* The point that `shift` moves to `target`. A shift hardly differs between neighbours, so each step
 * leaves a hundredth of the error or less; 1e-12 degrees are a tenth of a micrometre. */
static struct yk_point undo(struct yk_point (*shift)(struct yk_point), struct yk_point target)
{
    struct yk_point p = target;
    for (int step = 0; step < 20; step++) {
        struct yk_point q = shift(p);
        double lat = target.lat - q.lat, lon = target.lon - q.lon;
        p.lat += lat;
        p.lon += lon;
        if (fabs(lat) < 1e-12 && fabs(lon) < 1e-12)
            break;
    }
    return p;
}

struct yk_point yk_from_wgs84(enum yk_datum to, struct yk_point p)
{
    switch (to) {
    case YK_WGS84:
    case YK_CGCS2000:
        return p;
    case YK_GCJ02:
        return in_china(p) ? gcj_of_wgs(p) : p;
    case YK_BD09:
        return in_china(p) ? bd_of_gcj(gcj_of_wgs(p)) : p;
    case YK_DATUM_UNKNOWN:
        break;
    }
    YK_BUG("a point cannot be put into an unknown datum");
}

struct yk_point yk_to_wgs84(enum yk_datum from, struct yk_point p)
{
    struct yk_point true_point;
    switch (from) {
    case YK_WGS84:
    case YK_CGCS2000:
        return p;
    case YK_GCJ02:
        true_point = undo(gcj_of_wgs, p);
        break;
    case YK_BD09:
        true_point = undo(gcj_of_wgs, undo(bd_of_gcj, p));
        break;
    default:
        YK_BUG("a point in an unknown datum has no place");
    }
    /* The rectangle is one of true places: what did not start inside it was not shifted. Just
     * outside its rim, far from China, a shifted place and an unshifted one may coincide: taken as
     * shifted. */
    return in_china(true_point) ? true_point : p;
}
