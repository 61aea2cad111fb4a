/* assign_test.c - owner, verdict and overlaps of doors about a few stations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/base/num.h"
#include "youka/locate/assign.h"

/* Stations by code on one parallel: A, B and C 4 km apart, each with a circle of 3 km; D on the
 * same spot as C with 1 km; E has no coordinate. */
enum { A, B, C, D, E, STATIONS };
static struct yk_station station[STATIONS] = {
    {.code = "A", .radius_m = 3000}, {.code = "B", .radius_m = 3000},
    {.code = "C", .radius_m = 3000}, {.code = "D", .radius_m = 1000},
    {.code = "E", .radius_m = 3000},
};
static const struct yk_point home = {36.3071, 120.3963};

static int set_up(void **state)
{
    (void)state;
    for (int i = A; i <= C; i++)
        station[i].point = yk_point_towards(home, 90, 4000 * i);
    station[D].point = station[C].point;
    station[E].point = (struct yk_point){NAN, NAN};
    return 0;
}

struct told {
    char text[80];
    struct yk_answer answer;
};

static void tell_point(struct told *told, struct yk_point p)
{
    char lat[32], lon[32];
    yk_num_write(lat, p.lat);
    yk_num_write(lon, p.lon);
    snprintf(told->text, sizeof told->text, "%s %s 0 5", lat, lon);
    told->answer = (struct yk_answer){.code = "location", .text = told->text};
}

static struct yk_door door_at(struct told *told, const char *surveyor, struct yk_point p)
{
    struct yk_door door = {.station_code = surveyor};
    if (!isnan(p.lat)) {
        tell_point(told, p);
        door.answers = (struct yk_answers){.answer = &told->answer, .count = 1};
    }
    return door;
}

/* Places one door `metres` from station `from`; NAN: nowhere. */
static struct yk_place place(struct yk_arena *arena, const char *surveyor, int from, double metres,
                             double azimuth)
{
    struct told told;
    struct yk_point p = {NAN, NAN};
    if (!isnan(metres))
        p = yk_point_towards(station[from].point, azimuth, metres);
    struct yk_door door = door_at(&told, surveyor, p);
    const struct yk_territory t = {
        .station = station, .stations = STATIONS, .door = &door, .doors = 1};
    struct yk_place out;
    yk_locate_all(&out, &t, NULL, arena);
    return out;
}

static void finds_owner_verdict_and_overlaps(void **state)
{
    (void)state;
    static const struct {
        const char *word, *surveyor;
        int from;
        double metres, azimuth;
        enum yk_verdict verdict;
        size_t owner;
        double distance_m;
        size_t others, other[2];
    } rows[] = {
        {"at home", "A", A, 500, 0, YK_VERDICT_IN, A, 500, 0, {0}},
        {"surveyed by another", "C", A, 500, 0, YK_VERDICT_IN, A, 500, 0, {0}},
        {"nearer to the left", "B", A, 1500, 90, YK_VERDICT_IN, A, 1500, 1, {B}},
        {"nearer to the right", "A", B, 1500, -90, YK_VERDICT_IN, B, 1500, 1, {A}},
        {"between B and C", "A", B, 1800, 90, YK_VERDICT_IN, B, 1800, 1, {C}},
        {"same distance: first code", "D", C, 600, 0, YK_VERDICT_IN, C, 600, 1, {D}},
        {"out of D's smaller circle", "D", C, 2000, 90, YK_VERDICT_IN, C, 2000, 0, {0}},
        {"on the station", "B", B, 0, 0, YK_VERDICT_IN, B, 0, 0, {0}},
        {"in no circle", "B", B, 5000, 0, YK_VERDICT_OUT, B, 5000, 0, {0}},
        {"far away", "D", A, 200000, -90, YK_VERDICT_OUT, D, NAN, 0, {0}},
        {"nowhere", "C", A, NAN, 0, YK_VERDICT_UNKNOWN, C, NAN, 0, {0}},
        {"out, surveyor without a place", "E", B, 5000, 0, YK_VERDICT_UNKNOWN, E, NAN, 0, {0}},
        {"in, surveyor without a place", "E", B, 100, 0, YK_VERDICT_IN, B, 100, 0, {0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_arena arena = {0};
        struct yk_place p =
            place(&arena, rows[i].surveyor, rows[i].from, rows[i].metres, rows[i].azimuth);
        if (p.verdict != rows[i].verdict || p.owner != rows[i].owner)
            fail_msg("%s: %s, owner %zu", rows[i].word, yk_verdict_code(p.verdict), p.owner);
        assert_int_equal(p.located, !isnan(rows[i].metres));
        if (!isnan(rows[i].distance_m) && !(fabs(p.distance_m - rows[i].distance_m) < 1e-5))
            fail_msg("%s: %f m", rows[i].word, p.distance_m);
        if (rows[i].verdict == YK_VERDICT_UNKNOWN)
            assert_true(isnan(p.distance_m));
        if (p.others != rows[i].others)
            fail_msg("%s: %zu overlaps", rows[i].word, p.others);
        for (size_t j = 0; j < p.others; j++)
            assert_int_equal(p.other[j], rows[i].other[j]);
        yk_arena_release(&arena);
    }
}

/* d <= r: a radius equal to the distance holds the door, the next smaller number does not. */
static void the_rim_belongs_to_the_circle(void **state)
{
    (void)state;
    struct yk_arena arena = {0};
    struct yk_station s = {.code = "A", .point = home};
    struct told told;
    struct yk_point p = yk_point_towards(home, 33, 3000);
    struct yk_door door = door_at(&told, "A", p);
    const struct yk_territory t = {.station = &s, .stations = 1, .door = &door, .doors = 1};
    struct yk_place out;
    s.radius_m = yk_metres(home, p);
    yk_locate_all(&out, &t, NULL, &arena);
    assert_int_equal(out.verdict, YK_VERDICT_IN);
    assert_true(out.distance_m == s.radius_m);
    s.radius_m = nextafter(s.radius_m, 0);
    yk_locate_all(&out, &t, NULL, &arena);
    assert_int_equal(out.verdict, YK_VERDICT_OUT);
    s.radius_m = NAN;
    yk_locate_all(&out, &t, NULL, &arena);
    assert_int_equal(out.verdict, YK_VERDICT_OUT);
    yk_arena_release(&arena);
}

/* Many doors at once, each compared with a look at every station. */
static void many_doors_agree_with_brute_force(void **state)
{
    (void)state;
    enum { DOORS = 3000 };
    static struct yk_door door[DOORS];
    static struct told told[DOORS];
    static struct yk_place out[DOORS];
    struct yk_arena arena = {0};
    uint64_t seed = 20260305;
    for (size_t i = 0; i < DOORS; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double azimuth = (double)(seed >> 11) / 9007199254740992.0 * 360;
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double metres = (double)(seed >> 11) / 9007199254740992.0 * 9000;
        struct yk_point p = yk_point_towards(station[B].point, azimuth, metres);
        if (i % 10 == 0)
            p.lat = NAN;
        door[i] = door_at(&told[i], "B", p);
    }
    const struct yk_territory t = {
        .station = station, .stations = STATIONS, .door = door, .doors = DOORS};
    yk_locate_all(out, &t, NULL, &arena);
    for (size_t i = 0; i < DOORS; i++) {
        size_t holders = 0, owner = B;
        double best = INFINITY;
        for (size_t s = A; s <= D && out[i].located; s++) {
            double metres = yk_metres(station[s].point, out[i].point);
            if (metres <= station[s].radius_m) {
                holders++;
                owner = metres < best ? s : owner;
                best = fmin(best, metres);
            }
        }
        enum yk_verdict verdict = holders          ? YK_VERDICT_IN
                                  : out[i].located ? YK_VERDICT_OUT
                                                   : YK_VERDICT_UNKNOWN;
        assert_int_equal(out[i].located, i % 10 != 0);
        assert_int_equal(out[i].verdict, verdict);
        assert_int_equal(out[i].owner, owner);
        assert_int_equal(out[i].others, holders ? holders - 1 : 0);
        for (size_t j = 0; j < out[i].others; j++) {
            size_t s = out[i].other[j];
            assert_true(s != owner && (j == 0 || s > out[i].other[j - 1]));
            assert_true(yk_metres(station[s].point, out[i].point) <= station[s].radius_m);
        }
    }
    yk_arena_release(&arena);
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    struct yk_arena arena = {0};
    const struct yk_territory t = {.station = station, .stations = STATIONS};
    yk_locate_all(NULL, &t, NULL, &arena);
    yk_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_owner_verdict_and_overlaps),
        cmocka_unit_test(the_rim_belongs_to_the_circle),
        cmocka_unit_test(many_doors_agree_with_brute_force),
        cmocka_unit_test(nothing_is_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
