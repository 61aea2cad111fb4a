/* huff_bench.c - huff_bench [STATIONS CLIENTS RIVALS]: shares of our stations, the rivals and the
 * outside option for CLIENTS clients of each of STATIONS stations (200 5000 4000), on one core and
 * on two, beside a look at every rival for each client by the haversine formula (of some clients,
 * scaled up). Places are invented: stations and rivals anywhere in a square of some 110 km, a
 * rival to 3 square kilometres; clients within 5 km of their station. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../support/rules_of.h"
#include "youka/base/cores.h"
#include "youka/estimate/huff.h"

enum { SCANNED = 2000 };

static uint64_t state = 7;
static double unit(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) * 0x1p-53;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct region {
    struct yk_rules rules;
    struct yk_territory t;
    struct yk_place *place;
    struct yk_prospect *prospect;
    struct yk_huff *huff;
    size_t clients;
};

static struct yk_point anywhere(size_t rivals)
{
    double side_m = sqrt(3e6 * (double)rivals);
    struct yk_point corner = {24, 117};
    return yk_point_towards(yk_point_towards(corner, 0, unit() * side_m), 90, unit() * side_m);
}

static void make(struct region *r, size_t stations, size_t each, size_t rivals, struct yk_arena *a)
{
    struct yk_station *s = YK_ARENA_ARRAY(a, struct yk_station, stations);
    struct yk_competitor *c = YK_ARENA_ARRAY(a, struct yk_competitor, rivals);

    r->rules = rules_of(a);
    for (size_t i = 0; i < rivals; i++)
        c[i] = (struct yk_competitor){.name = "", .brand = "private", .point = anywhere(rivals)};
    r->clients = stations * each;
    r->place = YK_ARENA_ARRAY(a, struct yk_place, r->clients);
    r->prospect = YK_ARENA_ARRAY(a, struct yk_prospect, r->clients);
    for (size_t i = 0; i < stations; i++) {
        s[i] = (struct yk_station){
            .station_class = "suburban", .fuels = "", .point = anywhere(rivals), .radius_m = 5000};
        for (size_t k = 0; k < each; k++) {
            double metres = 5000 * sqrt(unit());
            r->place[i * each + k] =
                (struct yk_place){.located = true,
                                  .owner = i,
                                  .point = yk_point_towards(s[i].point, 360 * unit(), metres),
                                  .distance_m = metres};
        }
    }
    r->t = (struct yk_territory){.station = s,
                                 .stations = stations,
                                 .competitor = c,
                                 .competitors = rivals,
                                 .rules = &r->rules};
}

static void draw(void *who, size_t from, size_t to)
{
    struct region *r = who;

    yk_huff_draw(r->prospect + from, r->place + from, to - from, r->huff);
}

static void look_at_all(void *who, size_t from, size_t to)
{
    struct region *r = who;
    const double radian = 3.14159265358979324 / 180, earth_m = 6371009;

    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < r->t.competitors; k++) {
            struct yk_point p = r->place[i].point, q = r->t.competitor[k].point;
            double x = sin((q.lat - p.lat) * radian / 2), y = sin((q.lon - p.lon) * radian / 2);
            double h = x * x + cos(p.lat * radian) * cos(q.lat * radian) * y * y;
            double metres = 2 * earth_m * asin(sqrt(h));
            r->prospect[i].drawn_rivals += metres < 5000 ? 1 / (metres * metres + 1) : 0;
        }
}

static double seconds(struct region *r, size_t clients, size_t threads,
                      void (*work)(void *who, size_t from, size_t to))
{
    double begin = now();

    yk_on_cores(clients, threads, work, r);
    return now() - begin;
}

int main(int argc, char **argv)
{
    size_t stations = argc > 1 ? strtoul(argv[1], NULL, 10) : 200;
    size_t each = argc > 2 ? strtoul(argv[2], NULL, 10) : 5000;
    size_t rivals = argc > 3 ? strtoul(argv[3], NULL, 10) : 4000;
    struct yk_arena a = {0};
    struct region r = {0};

    make(&r, stations, each, rivals, &a);
    double begin = now();
    r.huff = yk_huff_new(&r.t);
    printf("%zu rivals laid out in %.3f s; %zu clients\n", rivals, now() - begin, r.clients);
    size_t scanned = r.clients < SCANNED ? r.clients : SCANNED;
    double scan = seconds(&r, scanned, 1, look_at_all) * (double)r.clients / (double)scanned;
    printf("%-34s %8.2f s %8.2f us a client\n", "every rival looked at, one core", scan,
           scan / (double)r.clients * 1e6);
    for (size_t threads = 1; threads <= 2; threads++) {
        double took = seconds(&r, r.clients, threads, draw);
        printf("%-34s %8.2f s %8.2f us a client\n", threads == 1 ? "Huff, one core" : "Huff, two",
               took, took / (double)r.clients * 1e6);
    }
    double ours = 0;
    for (size_t i = 0; i < r.clients; i++)
        ours += r.prospect[i].drawn_own / (double)r.clients;
    printf("%.1f %% drawn to us\n", 100 * ours);
    yk_huff_free(r.huff);
    yk_arena_release(&a);
    return 0;
}
