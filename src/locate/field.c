/* field.c - the coordinate that the survey itself brought. */
#include <math.h>

#include "youka/geo/datum.h"
#include "youka/locate/assign.h"

#define UNTOLD_ACCURACY_M 10 /* of a receiver that gave none, or 0: a point set on a map */
#define CONVERSION_M 1       /* what datum and rounding may add */

static void settle(struct yk_place *out, struct yk_point p, double accuracy_m, const char *method)
{
    out->located = true;
    out->point = p;
    out->place_class = "A0";
    out->error_m = accuracy_m + CONVERSION_M;
    out->method = method;
}

static bool by_receiver(struct yk_place *out, const struct yk_answers *answers)
{
    double n[4];
    size_t count = yk_answer_geopoint(n, answers, "location");
    if (count < 2)
        return false;
    struct yk_point p = {.lat = n[0], .lon = n[1]};
    if (!yk_point_valid(p))
        return false;
    settle(out, p, count == 4 && n[3] > 0 ? n[3] : UNTOLD_ACCURACY_M, "gps");
    return true;
}

static void by_hand(struct yk_place *out, const struct yk_answers *answers)
{
    static const char *const methods[] = {
        [YK_WGS84] = "typed_wgs84",
        [YK_GCJ02] = "typed_gcj02",
        [YK_BD09] = "typed_bd09",
        [YK_CGCS2000] = "typed_cgcs2000",
    };
    struct yk_point p;
    if (!yk_answer_number(&p.lat, answers, "lat_manual") ||
        !yk_answer_number(&p.lon, answers, "lon_manual") || !yk_point_valid(p))
        return;
    enum yk_datum datum;
    if (!yk_datum_read(&datum, yk_answer_text(answers, "coord_system")) ||
        datum == YK_DATUM_UNKNOWN) {
        out->method = "datum_unknown";
        return;
    }
    settle(out, yk_to_wgs84(datum, p), UNTOLD_ACCURACY_M, methods[datum]);
}

void yk_locate_field(struct yk_place *out, const struct yk_answers *answers)
{
    *out = (struct yk_place){
        .place_class = "E",
        .error_m = NAN,
        .method = "none",
        .runner_up_m = NAN,
        .verdict = YK_VERDICT_UNKNOWN,
        .distance_m = NAN,
    };
    if (!by_receiver(out, answers))
        by_hand(out, answers);
}
