/* route_test.c - tours against published and known best ones, and against other ways to make them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/route.h"

enum { MOST = 260 };

struct town {
    double x, y;
};
static struct town town[MOST];
static double metres[MOST * MOST];
static size_t order[MOST];

static uint64_t state;
static double chance(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

static double straight(const struct town *a, const struct town *b)
{
    return hypot(a->x - b->x, a->y - b->y);
}

/* TSPLIB 95, §2.1: to the nearest whole number. */
static double euc_2d(const struct town *a, const struct town *b)
{
    return floor(straight(a, b) + .5);
}

static double geo_radians(double degrees_minutes)
{
    double degrees = trunc(degrees_minutes);

    return 3.141592 * (degrees + 5 * (degrees_minutes - degrees) / 3) / 180;
}

/* TSPLIB 95, §2.4: on its own idea of the earth and of pi. */
static double geo(const struct town *a, const struct town *b)
{
    double lat_a = geo_radians(a->x), lat_b = geo_radians(b->x);
    double q1 = cos(geo_radians(a->y) - geo_radians(b->y));
    double q2 = cos(lat_a - lat_b), q3 = cos(lat_a + lat_b);

    return floor(6378.388 * acos(.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
}

static void fill(size_t towns, double (*way)(const struct town *, const struct town *))
{
    for (size_t i = 0; i < towns; i++)
        for (size_t k = 0; k < towns; k++)
            metres[i * towns + k] = i == k ? 0 : way(&town[i], &town[k]);
}

static double length_of(size_t towns)
{
    double length = 0;

    for (size_t i = 0, from = 0; i < towns; i++) {
        size_t to = i + 1 < towns ? order[i] : 0;
        length += metres[from * towns + to];
        from = to;
    }
    return length;
}

/* Each stop once, and as long as it says; gives the length. */
static double routed(size_t towns)
{
    bool seen[MOST] = {false};
    double length = yk_route(order, metres, towns - 1);

    for (size_t i = 0; i + 1 < towns; i++) {
        assert_in_range(order[i], 1, towns - 1);
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
    }
    if (fabs(length - length_of(towns)) > 1e-6 * (1 + length))
        fail_msg("%zu stops: said %.9g, is %.9g", towns - 1, length, length_of(towns));
    return length;
}

static size_t read_tsplib(const char *name, bool *on_earth)
{
    char path[200], line[200];
    size_t towns = 0;

    snprintf(path, sizeof path, "../shared/data/tsplib/%s.tsp", name);
    FILE *f = fopen(path, "r");
    if (!f)
        return 0;
    *on_earth = false;
    while (fgets(line, sizeof line, f)) {
        int number;
        struct town t;
        if (strstr(line, "EDGE_WEIGHT_TYPE") && strstr(line, "GEO"))
            *on_earth = true;
        if (towns < MOST && sscanf(line, "%d %lf %lf", &number, &t.x, &t.y) == 3)
            town[towns++] = t;
    }
    fclose(f);
    return towns;
}

/* Lengths proved to be the least (TSPLIB, Heidelberg). */
static void published_instances(void **unused)
{
    static const struct {
        const char *name;
        size_t towns;
        double least;
    } row[] = {{"burma14", 14, 3323},  {"ulysses22", 22, 7013}, {"eil51", 51, 426},
               {"berlin52", 52, 7542}, {"st70", 70, 675},       {"eil76", 76, 538},
               {"kroA100", 100, 21282}};
    (void)unused;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        bool on_earth;
        size_t towns = read_tsplib(row[i].name, &on_earth);
        if (towns == 0)
            skip();
        assert_int_equal(towns, row[i].towns);
        fill(towns, on_earth ? geo : euc_2d);
        double got = routed(towns);
        print_message("%s: %g, %.2f %% over the least\n", row[i].name, got,
                      100 * (got / row[i].least - 1));
        if (got < row[i].least || got > 1.05 * row[i].least)
            fail_msg("%s: %g, least %g", row[i].name, got, row[i].least);
    }
}

/* The least tour through points of a circle goes round it. */
static void round_a_circle(void **unused)
{
    (void)unused;
    for (size_t towns = 3; towns <= 200; towns += towns < 20 ? 1 : 36) {
        for (size_t i = 0; i < towns; i++) {
            double turn = 2 * M_PI * (double)(i * 7919 % towns) / (double)towns;
            town[i] = (struct town){1000 * cos(turn), 1000 * sin(turn)};
        }
        double least = 2000 * sin(M_PI / (double)towns) * (double)towns;
        fill(towns, straight);
        double got = routed(towns);
        if (fabs(got - least) > 1e-6 * least)
            fail_msg("%zu on a circle: %.9g, least %.9g", towns, got, least);
    }
}

/* Of an even number of points on a grid of steps of 100 m no tour is shorter than one step each. */
static void on_a_grid(void **unused)
{
    (void)unused;
    for (size_t side = 2; side <= 14; side += 2) {
        size_t towns = side * (side + 1);
        for (size_t i = 0; i < towns; i++)
            town[i] = (struct town){100 * (double)(i % side), 100 * (double)(i / side)};
        fill(towns, straight);
        double got = routed(towns), least = 100 * (double)towns;
        if (got < least - 1e-6 || got > 1.05 * least)
            fail_msg("%zu on a grid: %.9g, least %.9g", towns, got, least);
    }
}

/* The least length, by dynamic programming over sets of stops (Held and Karp 1962). */
static double least_of(size_t towns)
{
    size_t stops = towns - 1, sets = (size_t)1 << stops;
    double *best = malloc(sets * stops * sizeof *best), least = INFINITY;

    assert_non_null(best);
    for (size_t set = 1; set < sets; set++)
        for (size_t last = 0; last < stops; last++) {
            double *b = &best[set * stops + last];
            size_t rest = set & ~((size_t)1 << last);
            *b = rest ? INFINITY : metres[last + 1];
            if (!(set >> last & 1)) {
                *b = INFINITY;
                continue;
            }
            for (size_t k = 0; k < stops; k++)
                if (rest >> k & 1)
                    *b = fmin(*b, best[rest * stops + k] + metres[(k + 1) * towns + last + 1]);
        }
    for (size_t last = 0; last < stops; last++)
        least = fmin(least, best[(sets - 1) * stops + last] + metres[(last + 1) * towns]);
    free(best);
    return least;
}

static void scatter(size_t towns)
{
    for (size_t i = 0; i < towns; i++)
        town[i] = (struct town){10000 * chance(), 10000 * chance()};
    fill(towns, straight);
}

static void days_of_few_stops(void **unused)
{
    size_t exact = 0, cases = 0;
    (void)unused;
    state = 2;
    for (size_t towns = 2; towns <= 13; towns++)
        for (int again = 0; again < 10; again++, cases++) {
            scatter(towns);
            double got = routed(towns), least = least_of(towns);
            if (got > 1.05 * least + 1e-6 || got < least - 1e-6)
                fail_msg("%zu: %.9g, least %.9g", towns, got, least);
            exact += got < least + 1e-6;
        }
    assert_true(exact * 10 >= cases * 9);
}

/* 2-opt from a random tour, every pair looked at: the plainest way there is. */
static double from_chance(size_t towns)
{
    size_t at[MOST];

    for (size_t i = 0; i < towns; i++)
        at[i] = i;
    for (size_t i = towns - 1; i > 1; i--) {
        size_t k = 1 + (size_t)(chance() * (double)i), node = at[i];
        at[i] = at[k], at[k] = node;
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i + 2 < towns; i++)
            for (size_t k = i + 2; k < towns; k++) {
                const double *a = &metres[at[i] * towns], *b = &metres[at[i + 1] * towns];
                size_t end = at[k], after = at[(k + 1) % towns];
                if (a[at[i + 1]] + metres[end * towns + after] - a[end] - b[after] < 1e-7)
                    continue;
                for (size_t l = i + 1, r = k; l < r; l++, r--) {
                    size_t node = at[l];
                    at[l] = at[r], at[r] = node;
                }
                moved = true;
            }
    }
    memcpy(order, at + 1, (towns - 1) * sizeof *at);
    return length_of(towns);
}

static void against_many_restarts(void **unused)
{
    (void)unused;
    state = 3;
    for (size_t towns = 26; towns <= 201; towns += 25) {
        double best = INFINITY;
        scatter(towns);
        for (int again = 0; again < 30; again++)
            best = fmin(best, from_chance(towns));
        double got = routed(towns);
        print_message("%zu stops: %.0f, best of 30 restarts %.0f\n", towns - 1, got, best);
        if (got > 1.05 * best)
            fail_msg("%zu stops: %.9g, best of restarts %.9g", towns - 1, got, best);
    }
}

/* The stops from..to taken out of `was` and put back, turned or not, before the place `at` of the
 * rest; or only turned where they stand. */
static void rearrange(const size_t *was, size_t stops, size_t from, size_t to, size_t at,
                      bool turned)
{
    size_t n = 0;

    for (size_t i = 0, rest = 0; i <= stops; i++) {
        if (rest == at && (i <= from || i > to || i == stops)) {
            for (size_t k = from; k <= to; k++)
                order[n++] = was[turned ? to + from - k : k];
            rest++;
        }
        if (i < stops && (i < from || i > to)) {
            order[n++] = was[i];
            rest++;
        }
    }
    assert_int_equal(n, stops);
}

/* Each move of 2-opt and or-opt there is, made and measured anew. */
static void no_move_is_left(void **unused)
{
    size_t was[MOST];
    (void)unused;
    static const size_t many[] = {5, 25, 241}; /* the last with one start only */
    state = 6;
    for (size_t m = 0; m < 3; m++) {
        size_t towns = many[m], stops = towns - 1;
        scatter(towns);
        double length = routed(towns);
        memcpy(was, order, sizeof was);
        for (size_t from = 0; from < stops; from++)
            for (size_t to = from; to < stops; to++) {
                rearrange(was, stops, from, to, from, true);
                assert_true(length_of(towns) > length - 1e-6);
                for (size_t at = 0; to - from < 3 && at + (to - from) < stops; at++)
                    for (int turned = 0; turned < 2; turned++) {
                        rearrange(was, stops, from, to, at, turned);
                        assert_true(length_of(towns) > length - 1e-6);
                    }
            }
    }
}

static void never_worse_than_the_nearest(void **unused)
{
    (void)unused;
    state = 4;
    for (size_t towns = 1; towns <= MOST; towns += towns < 30 ? 1 : 23) {
        scatter(towns);
        double nearest = yk_route_nearest(order, metres, towns - 1);
        if (fabs(nearest - length_of(towns)) > 1e-6 * (1 + nearest))
            fail_msg("nearest of %zu: %.9g", towns, nearest);
        double got = routed(towns);
        if (got > nearest + 1e-6)
            fail_msg("%zu: %.9g, nearest neighbours %.9g", towns, got, nearest);
    }
}

/* Nearest of four on a line, by hand: the depot at 0, stops at 10, -20, 40: 10, -20, 40. */
static void nearest_neighbours(void **unused)
{
    static const struct town line[] = {{0, 0}, {10, 0}, {-20, 0}, {40, 0}};
    (void)unused;
    memcpy(town, line, sizeof line);
    fill(4, straight);
    assert_true(yk_route_nearest(order, metres, 3) == 10 + 30 + 60 + 40);
    assert_true(routed(4) == 120);
    assert_int_equal(order[0], 1);
}

static void the_same_again(void **unused)
{
    size_t first[MOST];
    (void)unused;
    state = 5;
    scatter(60);
    routed(60);
    memcpy(first, order, 59 * sizeof *first);
    routed(60);
    assert_memory_equal(first, order, 59 * sizeof *first);
    assert_true(order[0] < order[58]);
    /* all stops in one place, the depot too */
    memset(metres, 0, sizeof metres);
    assert_true(routed(8) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_instances),
        cmocka_unit_test(round_a_circle),
        cmocka_unit_test(on_a_grid),
        cmocka_unit_test(days_of_few_stops),
        cmocka_unit_test(against_many_restarts),
        cmocka_unit_test(no_move_is_left),
        cmocka_unit_test(never_worse_than_the_nearest),
        cmocka_unit_test(nearest_neighbours),
        cmocka_unit_test(the_same_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
