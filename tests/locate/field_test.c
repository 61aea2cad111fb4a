/* field_test.c - which of a door's coordinates counts, and how exact it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "youka/locate/assign.h"

/* Tiananmen in all three systems, converted by the npm package gcoord 1.0.7. */
#define WGS                                                                                        \
    {                                                                                              \
        39.90923, 116.397428                                                                       \
    }
#define GCJ_LAT "39.910633506386"
#define GCJ_LON "116.403671625958"
#define BD_LAT "39.916972856075"
#define BD_LON "116.410044101705"

static struct yk_place place_of(const char *location, const char *lat, const char *lon,
                                const char *datum)
{
    struct yk_answer answer[4];
    struct yk_answers all = {.answer = answer};
    const char *const told[4][2] = {
        {"location", location}, {"lat_manual", lat}, {"lon_manual", lon}, {"coord_system", datum}};
    for (size_t i = 0; i < 4; i++)
        if (told[i][1])
            answer[all.count++] = (struct yk_answer){.code = told[i][0], .text = told[i][1]};
    yk_answers_sort(&all);
    struct yk_place place;
    memset(&place, 0xA5, sizeof place);
    yk_locate_field(&place, &all);
    return place;
}

static void counts_the_best_coordinate(void **state)
{
    (void)state;
    static const struct {
        const char *word, *location, *lat, *lon, *datum, *method;
        struct yk_point at;
        double error_m;
    } rows[] = {
        {"receiver", "39.90923 116.397428 50 4.5", NULL, NULL, NULL, "gps", WGS, 5.5},
        {"no accuracy", "39.90923 116.397428", NULL, NULL, NULL, "gps", WGS, 11},
        {"set on a map", "39.90923 116.397428 0 0", NULL, NULL, NULL, "gps", WGS, 11},
        {"receiver wins", "39.90923 116.397428 0 20", "30", "110", "wgs84", "gps", WGS, 21},
        {"receiver is never shifted", "39.90923 116.397428 0 20", NULL, NULL, "bd09", "gps", WGS,
         21},
        {"typed", NULL, "39.90923", "116.397428", "wgs84", "typed_wgs84", WGS, 11},
        {"typed from AMap", NULL, GCJ_LAT, GCJ_LON, "gcj02", "typed_gcj02", WGS, 11},
        {"typed from Baidu", NULL, BD_LAT, BD_LON, "bd09", "typed_bd09", WGS, 11},
        {"surveyor's", NULL, "39.90923", "116.397428", "cgcs2000", "typed_cgcs2000", WGS, 11},
        {"broken receiver", "39.9", "39.90923", "116.397428", "wgs84", "typed_wgs84", WGS, 11},
        {"impossible receiver", "116.4 39.9 0 5", "39.90923", "116.397428", "wgs84", "typed_wgs84",
         WGS, 11},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_place p = place_of(rows[i].location, rows[i].lat, rows[i].lon, rows[i].datum);
        if (!p.located || strcmp(p.place_class, "A0") != 0)
            fail_msg("%s: not located", rows[i].word);
        if (strcmp(p.method, rows[i].method) != 0)
            fail_msg("%s: by %s", rows[i].word, p.method);
        if (!(yk_metres(p.point, rows[i].at) < 0.001))
            fail_msg("%s: %f m off", rows[i].word, yk_metres(p.point, rows[i].at));
        if (p.error_m != rows[i].error_m)
            fail_msg("%s: error %f m", rows[i].word, p.error_m);
        assert_int_equal(p.verdict, YK_VERDICT_UNKNOWN);
        assert_true(isnan(p.distance_m) && p.others == 0 && !p.other && p.owner == 0);
    }
}

static void holds_back_the_rest(void **state)
{
    (void)state;
    static const struct {
        const char *word, *lat, *lon, *datum, *method;
    } rows[] = {
        {"nothing told", NULL, NULL, NULL, "none"},
        {"no datum", "39.9", "116.4", NULL, "datum_unknown"},
        {"unknown datum", "39.9", "116.4", "unknown", "datum_unknown"},
        {"strange datum", "39.9", "116.4", "beijing54", "datum_unknown"},
        {"latitude alone", "39.9", NULL, "wgs84", "none"},
        {"longitude alone", NULL, "116.4", "wgs84", "none"},
        {"swapped", "116.4", "39.9", "wgs84", "none"},
        {"datum alone", NULL, NULL, "gcj02", "none"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_place p = place_of(NULL, rows[i].lat, rows[i].lon, rows[i].datum);
        if (p.located || strcmp(p.method, rows[i].method) != 0)
            fail_msg("%s: by %s", rows[i].word, p.method);
        assert_string_equal(p.place_class, "E");
        assert_true(isnan(p.error_m) && isnan(p.distance_m));
        assert_int_equal(p.verdict, YK_VERDICT_UNKNOWN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_the_best_coordinate),
        cmocka_unit_test(holds_back_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
