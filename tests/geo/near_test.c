/* near_test.c - the index finds what a look at every point finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "youka/geo/near.h"

/* Knuth's MMIX generator: the same points everywhere. */
static double chance(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

enum { POINTS = 2000 };
struct seen {
    size_t count, number[POINTS];
    double metres[POINTS];
};

static void note(void *who, size_t number, double metres)
{
    struct seen *seen = who;
    assert_true(seen->count < POINTS);
    seen->number[seen->count] = number;
    seen->metres[seen->count++] = metres;
}

static void brute(struct seen *seen, const struct yk_point *points, struct yk_point centre,
                  double radius_m)
{
    for (size_t i = 0; i < POINTS; i++) {
        double metres = yk_metres(centre, points[i]);
        if (metres <= radius_m)
            note(seen, i, metres);
    }
}

static void compare(const struct yk_near *near, const struct yk_point *points,
                    struct yk_point centre, double radius_m, const char *word)
{
    struct seen want = {0}, got = {0};
    brute(&want, points, centre, radius_m);
    yk_near_each(near, centre, radius_m, note, &got);
    if (got.count != want.count)
        fail_msg("%s: %zu points within %g m of %f %f, want %zu", word, got.count, radius_m,
                 centre.lat, centre.lon, want.count);
    for (size_t i = 0; i < want.count; i++) {
        assert_int_equal(got.number[i], want.number[i]);
        assert_true(got.metres[i] == want.metres[i]);
    }
}

static void finds_what_brute_force_finds(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        double south, north, west, east, cell_m, radius_m;
    } worlds[] = {
        {"a city", 36.0, 36.6, 120.1, 120.8, 5000, 4000},
        {"coarse cells", 36.0, 36.6, 120.1, 120.8, 50000, 3000},
        {"fine cells", 36.0, 36.6, 120.1, 120.8, 10, 8000},
        {"at the equator", -0.5, 0.5, 103, 104, 5000, 9000},
        {"across the date line", -18, -16, 179, 181, 5000, 20000},
        {"Svalbard", 77, 81, 10, 30, 10000, 60000},
        {"about the north pole", 89, 90, -180, 180, 5000, 50000},
        {"about the south pole", -90, -88, -180, 180, 5000, 90000},
        {"the whole earth", -90, 90, -180, 180, 100000, 2000000},
        {"half the earth and more", -90, 90, -180, 180, 100000, 15000000},
    };
    uint64_t seed = 20260305;
    struct yk_point points[POINTS];
    for (size_t w = 0; w < sizeof worlds / sizeof *worlds; w++) {
        for (size_t i = 0; i < POINTS; i++) {
            double lat = worlds[w].south + (worlds[w].north - worlds[w].south) * chance(&seed);
            double lon = worlds[w].west + (worlds[w].east - worlds[w].west) * chance(&seed);
            points[i] = (struct yk_point){lat, lon > 180 ? lon - 360 : lon};
        }
        struct yk_near *near = yk_near_new(points, POINTS, worlds[w].cell_m);
        for (size_t i = 0; i < 60; i++)
            compare(near, points, points[i * 7], worlds[w].radius_m * 2 * chance(&seed),
                    worlds[w].word);
        yk_near_free(near);
    }
}

/* d <= r: a radius that is the distance itself holds the point, the next smaller one does not. */
/* What lies on the rim may fall on either side of it. */
static void by_chord_as_good_as_the_same(void **state)
{
    static const struct yk_point middle[] = {{24.5, 118.1}, {0, 0}, {-60, 179.99}, {89.9, 10}};
    struct yk_point points[POINTS];
    uint64_t seed = 11;
    (void)state;
    for (size_t m = 0; m < sizeof middle / sizeof *middle; m++) {
        for (size_t i = 0; i < POINTS; i++)
            points[i] = yk_point_towards(middle[m], 360 * chance(&seed), 40000 * chance(&seed));
        struct yk_near *near = yk_near_new(points, POINTS, 5000);
        struct seen got = {0};
        size_t inside = 0;
        yk_near_chord(near, middle[m], 30000, note, &got);
        for (size_t i = 0; i < POINTS; i++)
            inside += yk_metres(middle[m], points[i]) <= 30000;
        assert_int_equal(got.count, inside);
        for (size_t i = 0; i < got.count; i++) {
            double metres = yk_metres(middle[m], points[got.number[i]]);
            assert_true(fabs(got.metres[i] - metres) <= 2e-8 * metres + 1e-6);
        }
        yk_near_chord(near, (struct yk_point){NAN, 0}, 30000, note, &got);
        yk_near_chord(near, middle[m], NAN, note, &got);
        assert_int_equal(got.count, inside);
        yk_near_free(near);
    }
}

static void the_rim_belongs_to_the_circle(void **state)
{
    (void)state;
    struct yk_point centre = {36.3071, 120.3963};
    for (int azimuth = 0; azimuth < 360; azimuth += 5) {
        struct yk_point p = yk_point_towards(centre, azimuth, 3000);
        double metres = yk_metres(centre, p);
        struct yk_near *near = yk_near_new(&p, 1, 3000);
        struct seen on = {0}, below = {0};
        yk_near_each(near, centre, metres, note, &on);
        yk_near_each(near, centre, nextafter(metres, 0), note, &below);
        yk_near_free(near);
        assert_int_equal(on.count, 1);
        assert_int_equal(below.count, 0);
    }
}

static void sees_both_names_of_the_date_line(void **state)
{
    (void)state;
    const struct yk_point points[] = {
        {10, 180}, {10, -180}, {10, 179.999}, {10, -179.999}, {10, 0}};
    struct yk_near *near = yk_near_new(points, 5, 1000);
    for (size_t i = 0; i < 4; i++) {
        struct seen seen = {0};
        yk_near_each(near, points[i], 1000, note, &seen);
        assert_int_equal(seen.count, 4);
    }
    yk_near_free(near);
}

static void takes_odd_input(void **state)
{
    (void)state;
    const struct yk_point here = {36, 120};
    const struct yk_point points[] = {{36, 120}, {NAN, NAN}, {36, 120}, {95, 0}};
    struct seen seen = {0};

    struct yk_near *none = yk_near_new(NULL, 0, 1000);
    yk_near_each(none, here, 1e7, note, &seen);
    assert_int_equal(seen.count, 0);
    yk_near_free(none);

    struct yk_near *near = yk_near_new(points, 4, 0);
    yk_near_each(near, (struct yk_point){NAN, 120}, 1000, note, &seen);
    yk_near_each(near, here, -1, note, &seen);
    yk_near_each(near, here, NAN, note, &seen);
    assert_int_equal(seen.count, 0);
    yk_near_each(near, here, 0, note, &seen); /* twins, in the order of their numbers */
    assert_int_equal(seen.count, 2);
    assert_int_equal(seen.number[0], 0);
    assert_int_equal(seen.number[1], 2);
    seen.count = 0;
    yk_near_each(near, here, INFINITY, note, &seen);
    assert_int_equal(seen.count, 2);
    yk_near_free(near);
    yk_near_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_brute_force_finds),
        cmocka_unit_test(by_chord_as_good_as_the_same),
        cmocka_unit_test(the_rim_belongs_to_the_circle),
        cmocka_unit_test(sees_both_names_of_the_date_line),
        cmocka_unit_test(takes_odd_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
