/* grid_test.c - metres of Baidu's map and of the national planes against reference points. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "youka/geo/grid.h"

static const double centimetres = 0.05, millimetres = 0.005;

static void near_by(struct yk_point got, struct yk_point want, double within_m, const char *word)
{
    double metres = yk_metres(got, want);
    if (!(metres <= within_m))
        fail_msg("%s: got %.9f %.9f, want %.9f %.9f: %g m apart", word, got.lat, got.lon, want.lat,
                 want.lon, metres);
}

/* Cities from the test data of the npm package gcoord (test/fixtures/china-cities.json); its
 * degrees have seven decimals, a centimetre. */
static void reads_baidu_metres(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        double east, north;
        struct yk_point bd;
    } rows[] = {
        {"驻马店", 12693763.634, 3874151.929, {33.0176697, 114.0287781}},
        {"泉州", 13211777.488, 2842932.595, {24.8804872, 118.6821251}},
        {"那曲", 10247925.918, 3673043.553, {31.4824421, 92.0576832}},
        {"沈阳", 13741215.395, 5104015.047, {41.8114013, 123.438095}},
        {"汕头", 12989845.895, 2658504.617, {23.3598884, 116.6885014}},
        {"锡林郭勒", 12919282.125, 5426197.163, {43.9397782, 116.0546232}},
        {"钦州", 12096188.561, 2493660.013, {21.9856319, 108.6607283}},
        {"酒泉", 10965183.117, 4800499.115, {39.7388949, 98.5008441}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_grid g, other;
        assert_true(yk_grid_read(&g, rows[i].east, rows[i].north));
        assert_true(g.mercator);
        near_by(yk_grid_baidu(&g), rows[i].bd, centimetres, rows[i].word);
        assert_true(yk_grid_read(&other, rows[i].north, rows[i].east));
        assert_true(other.east_m == g.east_m && other.north_m == g.north_m);
    }
}

/* Converted by Krueger's series to n^6 (Karney, J. Geodesy 85 (2011) 475-485) on the ellipsoid of
 * CGCS2000, in a program of its own that gives the CN Tower's published UTM coordinate. */
static void reads_zones(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        double east, north;
        struct yk_point at;
    } rows[] = {
        {"Xiamen, 3 degrees", 39610438.198, 2708833.974, {24.4795, 118.0894}},
        {"Xiamen, 6 degrees", 20610438.198, 2708833.974, {24.4795, 118.0894}},
        {"Beijing", 39448475.815, 4419624.325, {39.90923, 116.397428}},
        {"Urumqi", 29549619.769, 4854628.767, {43.825592, 87.616848}},
        {"Urumqi, 6 degrees", 15549619.769, 4854628.767, {43.825592, 87.616848}},
        {"Harbin", 42541586.537, 5074414.831, {45.803775, 126.534967}},
        {"Kashgar", 25585190.703, 4371151.249, {39.47, 75.99}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_grid g;
        struct yk_point p;
        struct yk_err err;
        assert_true(yk_grid_read(&g, rows[i].north, rows[i].east));
        assert_true(g.zoned && !g.mercator && !g.zoneless);
        assert_int_equal(yk_grid_zoned(&p, &g, &err), YK_OK);
        near_by(p, rows[i].at, millimetres, rows[i].word);
    }
}

static void tells_planes_apart(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        double a, b;
        bool known, mercator, zoned, zoneless;
    } rows[] = {
        {"degrees", 118.08, 24.47, false, false, false, false},
        {"either", 13500000, 2708834, true, true, true, false},
        {"web map", 13145678.9, 2801234.5, true, true, false, false},
        {"no zone", 610438.2, 2708834, true, false, false, true},
        {"no zone, north first", 2708834, 610438.2, true, false, false, true},
        {"zone 24 lies west of China", 24500000, 4371151, false, false, false, false},
        {"zone 46 lies east of China", 46500000, 4371151, false, false, false, false},
        {"beyond its zone", 39950000, 2708834, false, false, false, false},
        {"on the equator", 39500000, 0, false, false, false, false},
        {"no numbers", NAN, NAN, false, false, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_grid g = {0};
        bool known = yk_grid_read(&g, rows[i].a, rows[i].b);
        if (known != rows[i].known ||
            (known && (g.mercator != rows[i].mercator || g.zoned != rows[i].zoned ||
                       g.zoneless != rows[i].zoneless)))
            fail_msg("%s: %d, web map %d, zone %d, no zone %d", rows[i].word, known, g.mercator,
                     g.zoned, g.zoneless);
    }
    struct yk_grid bare = {.east_m = 610438.2, .north_m = 2708834};
    struct yk_point p;
    struct yk_err err;
    assert_int_equal(yk_grid_zoned(&p, &bare, &err), YK_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_baidu_metres),
        cmocka_unit_test(reads_zones),
        cmocka_unit_test(tells_planes_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
