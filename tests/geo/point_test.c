/* point_test.c - distances against published geodesics. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <geodesic.h>
#include <math.h>

#include "youka/geo/point.h"

static void same(double got, double want, double within, const char *word)
{
    if (!(fabs(got - want) <= within))
        fail_msg("%s: got %.12g, want %.12g within %g", word, got, want, within);
}

/* C. Karney's test set GeodTest (doi 10.5281/zenodo.32156), as in the tests of PROJ's geodesic.c;
 * the last row is Flinders Peak to Buninyon, Geocentric Datum of Australia Technical Manual 4.1
 * (on GRS80, which is WGS-84 to a tenth of a millimetre). */
static const struct {
    const char *word;
    struct yk_point from;
    double azimuth;
    struct yk_point to;
    double metres, within_m;
} geodesics[] = {
    {"Pacific to Brazil",
     {35.60777, -139.44815},
     111.098748429560326,
     {-11.17491, -69.95921},
     8935244.5604818305,
     1e-7},
    {"over the date line",
     {55.52454, 106.05087},
     22.020059880982801,
     {77.03196, 197.18234 - 360},
     4105086.1713924406,
     1e-7},
    {"south to north",
     {-21.97856, 142.59065},
     -32.44456876433189,
     {41.84138, 98.56635},
     8394328.894657671,
     1e-7},
    {"nearly antipodal",
     {32.84994, 48.28919},
     150.492927788121982,
     {-56.28556, 202.29132 - 360},
     16727068.9438164461,
     1e-7},
    {"from beside the pole",
     {-87.85331, 85.66836},
     -65.120313040242748,
     {66.48646, 16.09921},
     17286615.3147144645,
     1e-7},
    {"Flinders Peak to Buninyon",
     {-(37 + 57 / 60.0 + 3.72030 / 3600), 144 + 25 / 60.0 + 29.52440 / 3600},
     306 + 52 / 60.0 + 5.37 / 3600 - 360,
     {-(37 + 39 / 60.0 + 10.15610 / 3600), 143 + 55 / 60.0 + 35.38390 / 3600},
     54972.271,
     1e-3},
};

static void measures_published_geodesics(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof geodesics / sizeof *geodesics; i++) {
        same(yk_metres(geodesics[i].from, geodesics[i].to), geodesics[i].metres,
             geodesics[i].within_m, geodesics[i].word);
        same(yk_metres(geodesics[i].to, geodesics[i].from), geodesics[i].metres,
             geodesics[i].within_m, geodesics[i].word);
    }
}

static void walks_published_geodesics(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof geodesics / sizeof *geodesics; i++) {
        struct yk_point to =
            yk_point_towards(geodesics[i].from, geodesics[i].azimuth, geodesics[i].metres);
        /* The manual gives the azimuth to a hundredth of a second, here about 3 mm. */
        double within_deg = geodesics[i].within_m < 1e-6 ? 1e-12 : 3e-8;
        same(to.lat, geodesics[i].to.lat, within_deg, geodesics[i].word);
        same(to.lon, geodesics[i].to.lon, within_deg, geodesics[i].word);
    }
}

/* A number in [-1, 1) that follows from the seed alone. */
static double drawn(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(int32_t)(*seed >> 32) / 2147483648.0;
}

static void short_ways_are_nearly_geodesics(void **state)
{
    (void)state;
    struct geod_geodesic g;
    uint64_t seed = 1;
    geod_init(&g, 6378137, 1 / 298.257223563); /* WGS-84 */
    for (int i = 0; i < 200000; i++) {
        struct yk_point a = {75 * drawn(&seed), 180 * drawn(&seed)};
        struct yk_point b = {a.lat + .12 * drawn(&seed), a.lon + .12 * drawn(&seed)};
        double metres;
        geod_inverse(&g, a.lat, a.lon, b.lat, b.lon, &metres, NULL, NULL);
        same(yk_metres_about(a, b), metres, metres < 5000 && fabs(a.lat) < 54 ? .0004 : .004,
             "short");
    }
}

static void no_way_is_zero(void **state)
{
    (void)state;
    struct yk_point p = {36.3071, 120.3963};
    assert_true(yk_metres(p, p) == 0);
}

static void knows_a_latitude_and_longitude(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        struct yk_point p;
        bool valid;
    } rows[] = {
        {"Qingdao", {36.07, 120.38}, true},   {"north pole", {90, 0}, true},
        {"date line", {0, -180}, true},       {"swapped", {120.38, 36.07}, false},
        {"past the pole", {-90.1, 0}, false}, {"past the date line", {0, 180.5}, false},
        {"no number", {NAN, 1}, false},       {"endless", {1, INFINITY}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (yk_point_valid(rows[i].p) != rows[i].valid)
            fail_msg("%s", rows[i].word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_published_geodesics),
        cmocka_unit_test(walks_published_geodesics),
        cmocka_unit_test(short_ways_are_nearly_geodesics),
        cmocka_unit_test(no_way_is_zero),
        cmocka_unit_test(knows_a_latitude_and_longitude),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
