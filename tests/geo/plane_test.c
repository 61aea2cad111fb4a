/* plane_test.c - the flat map against geodesics and a published grid coordinate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "youka/geo/plane.h"

static struct yk_xy xy_about(struct yk_point centre, struct yk_point p)
{
    struct yk_err err;
    struct yk_plane *plane = NULL;
    struct yk_xy xy = {0};
    assert_int_equal(yk_plane_open(&plane, centre, &err), YK_OK);
    assert_int_equal(yk_plane_xy(&xy, plane, p, &err), YK_OK);
    yk_plane_close(plane);
    return xy;
}

/* The CN Tower, 43°38'33.24"N 79°23'13.7"W, is at 17N 630084 4833438: Wikipedia, «Universal
 * Transverse Mercator coordinate system». UTM is this map about (0, -81), shrunk by .9996. */
static void agrees_with_utm(void **state)
{
    (void)state;
    struct yk_point tower = {43 + 38 / 60.0 + 33.24 / 3600, -(79 + 23 / 60.0 + 13.7 / 3600)};
    struct yk_xy xy = xy_about((struct yk_point){0, -81}, tower);
    assert_true(fabs(xy.east_m * 0.9996 + 500000 - 630084) <= 1);
    assert_true(fabs(xy.north_m * 0.9996 - 4833438) <= 1);
}

static void keeps_distance_and_direction(void **state)
{
    (void)state;
    static const struct yk_point centres[] = {
        {36.3071, 120.3963}, {18.25, 109.51},  {53.47, 122.36}, {0, 0},
        {-33.9, 18.4},       {39.9, -0.00001},
    };
    for (size_t i = 0; i < sizeof centres / sizeof *centres; i++)
        for (int azimuth = 0; azimuth < 360; azimuth += 15)
            for (double metres = 100; metres <= 10000; metres *= 10) {
                struct yk_point p = yk_point_towards(centres[i], azimuth, metres);
                struct yk_xy xy = xy_about(centres[i], p);
                double angle = azimuth * 0.017453292519943295;
                double east = xy.east_m - metres * sin(angle);
                double north = xy.north_m - metres * cos(angle);
                if (!(hypot(east, north) <= 0.01))
                    fail_msg("centre %zu, %d degrees, %g m: off by %g m", i, azimuth, metres,
                             hypot(east, north));
            }
}

static void there_and_back(void **state)
{
    (void)state;
    const struct yk_point centre = {36.3071, 120.3963};
    struct yk_plane *plane = NULL;
    struct yk_err err = {0};
    assert_int_equal(yk_plane_open(&plane, centre, &err), YK_OK);
    for (int azimuth = 0; azimuth < 360; azimuth += 15) {
        struct yk_point p = yk_point_towards(centre, azimuth, 10000), back;
        struct yk_xy xy;
        assert_int_equal(yk_plane_xy(&xy, plane, p, &err), YK_OK);
        assert_int_equal(yk_plane_point(&back, plane, xy, &err), YK_OK);
        assert_true(yk_metres(p, back) < 1e-6);
    }
    assert_int_equal(yk_plane_point(&(struct yk_point){0}, plane, (struct yk_xy){NAN, 0}, &err),
                     YK_E_DATA);
    yk_plane_close(plane);
}

static void refuses_what_it_cannot_draw(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_plane *plane = NULL;
    assert_int_equal(yk_plane_open(&plane, (struct yk_point){120, 36}, &err), YK_E_DATA);
    assert_null(plane);
    assert_int_equal(yk_plane_open(&plane, (struct yk_point){NAN, 36}, &err), YK_E_DATA);
    assert_null(plane);

    assert_int_equal(yk_plane_open(&plane, (struct yk_point){0, 0}, &err), YK_OK);
    struct yk_xy xy = {1, 2};
    err.text[0] = '\0';
    assert_int_equal(yk_plane_xy(&xy, plane, (struct yk_point){NAN, 0}, &err), YK_E_DATA);
    assert_true(err.text[0] != '\0');
    assert_int_equal(yk_plane_xy(&xy, plane, (struct yk_point){0, 90}, &err), YK_E_DATA);
    assert_true(xy.east_m == 1 && xy.north_m == 2);
    /* One bad point spoils nothing. */
    assert_int_equal(yk_plane_xy(&xy, plane, (struct yk_point){0, 0}, &err), YK_OK);
    assert_true(fabs(xy.east_m) < 1e-6 && fabs(xy.north_m) < 1e-6);
    yk_plane_close(plane);
    yk_plane_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_utm),
        cmocka_unit_test(keeps_distance_and_direction),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(refuses_what_it_cannot_draw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
