/* rivals_bench.c - rivals_bench [CLIENTS [RIVALS]]: milliseconds of one core a station to find out
 * whom its CLIENTS clients (5,000) buy from among RIVALS rivals (4,000) and to add up who holds its
 * circle, at 10, 100 and 200 stations; the last line has twice the clients. A station must cost the
 * same among many, and twice as much with twice the clients. Places are invented: stations and
 * rivals anywhere in a square of 3 square kilometres a rival; of the clients a third names a brand,
 * a third a station within 5 km, a tenth one that is on no list; one in 20 has a contract. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../support/dice.h"
#include "../support/rules_of.h"
#include "youka/base/num.h"
#include "youka/estimate/rivals.h"
#include "youka/plan/competition.h"

enum { STATIONS = 200 };

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct region {
    struct yk_rules rules;
    struct yk_territory t;
    struct yk_derived d;
    struct yk_plan_line *line;
    size_t *client, each;
    double side_m;
    struct dice dice;
};

static struct yk_point anywhere(struct region *r)
{
    struct yk_point corner = {24, 117};
    struct yk_point east = yk_point_towards(corner, 90, dice_unit(&r->dice) * r->side_m);
    return yk_point_towards(east, 0, dice_unit(&r->dice) * r->side_m);
}

/* Some rival within 5 km of a station; any where it finds none. */
static size_t near_rival(struct region *r, const struct yk_station *s)
{
    size_t rival = 0;
    for (int tries = 0; tries < 2000; tries++) {
        rival = dice_below(&r->dice, r->t.competitors);
        struct yk_point p = r->t.competitor[rival].point;
        if (hypot((p.lat - s->point.lat) * 111e3, (p.lon - s->point.lon) * 101e3) < 5000)
            break;
    }
    return rival;
}

static struct yk_answers answers(struct region *r, const struct yk_station *s, struct yk_arena *a)
{
    static const char *const brand[] = {"sinopec", "private", "own sinopec", "own_tank"};
    struct yk_answer *told = YK_ARENA_ARRAY(a, struct yk_answer, 3);
    double kind = dice_unit(&r->dice);
    size_t n = 0;

    if (dice_chance(&r->dice, .05))
        told[n++] = (struct yk_answer){"contract_until", "2026-04-20", NULL};
    if (kind < 2. / 3)
        told[n++] = (struct yk_answer){"current_brand", brand[dice_below(&r->dice, 4)], NULL};
    if (kind > 1. / 3 && kind < 2. / 3)
        told[n++] = (struct yk_answer){"current_station",
                                       yk_arena_printf(a, "%zu号站", near_rival(r, s)), NULL};
    else if (kind > .9)
        told[n++] = (struct yk_answer){"current_station", "城东加油站", NULL};
    return (struct yk_answers){.answer = told, .count = n};
}

static void put_clients(struct region *r, struct yk_door *door, struct yk_arena *a)
{
    for (size_t i = 0; i < r->t.doors; i++) {
        const struct yk_station *s = &r->t.station[i / r->each];
        double metres = 5000 * sqrt(dice_unit(&r->dice)), litres = 100 + 5000 * dice_unit(&r->dice);
        door[i].answers = answers(r, s, a);
        r->d.place[i] = (struct yk_place){
            .located = true,
            .owner = i / r->each,
            .point = yk_point_towards(s->point, 360 * dice_unit(&r->dice), metres),
            .distance_m = metres};
        r->d.estimate[i].litres = (struct yk_range){.p50 = litres, .mean = litres};
        r->d.estimate[i].grade[0].mean = litres;
        r->line[i] = (struct yk_plan_line){.door = i, .last_seen = YK_DAY_NONE};
        r->client[i] = i;
    }
}

static void make(struct region *r, size_t each, size_t rivals, struct yk_arena *a)
{
    struct yk_station *s = YK_ARENA_ARRAY(a, struct yk_station, STATIONS);
    struct yk_competitor *c = YK_ARENA_ARRAY(a, struct yk_competitor, rivals);
    struct yk_door *door = YK_ARENA_ARRAY(a, struct yk_door, STATIONS * each);

    *r = (struct region){.each = each, .side_m = sqrt(3e6 * (double)rivals), .dice = {7}};
    r->rules = rules_of(a);
    for (size_t i = 0; i < rivals; i++)
        c[i] = (struct yk_competitor){.name = yk_arena_printf(a, "%zu号加油站", i),
                                      .brand = i % 3 ? "private" : "sinopec",
                                      .point = anywhere(r)};
    for (size_t i = 0; i < STATIONS; i++)
        s[i] = (struct yk_station){
            .station_class = "suburban", .fuels = "", .point = anywhere(r), .radius_m = 5000};
    r->t = (struct yk_territory){.today = yk_day_of(2026, 3, 2),
                                 .station = s,
                                 .stations = STATIONS,
                                 .competitor = c,
                                 .competitors = rivals,
                                 .door = door,
                                 .doors = STATIONS * each,
                                 .rules = &r->rules};
    r->d = (struct yk_derived){.place = YK_ARENA_ARRAY(a, struct yk_place, r->t.doors),
                               .estimate = YK_ARENA_ARRAY(a, struct yk_estimate, r->t.doors),
                               .prospect = YK_ARENA_ARRAY(a, struct yk_prospect, r->t.doors),
                               .count = r->t.doors};
    r->line = YK_ARENA_ARRAY(a, struct yk_plan_line, r->t.doors);
    r->client = YK_ARENA_ARRAY(a, size_t, r->t.doors);
    put_clients(r, door, a);
}

static void measure(struct region *r, size_t stations)
{
    struct yk_huff *huff = yk_huff_new(&r->t);
    double hearing = 0, adding = 0;
    size_t rows = 0, ends = 0;

    for (size_t i = 0; i < stations; i++) {
        struct yk_arena own = {0};
        struct yk_plan plan = {.station = i, .line = &r->line[i * r->each], .lines = r->each};
        struct yk_supply supply;
        struct yk_competition x;
        yk_huff_draw(&r->d.prospect[i * r->each], &r->d.place[i * r->each], r->each, huff);
        double begin = now();
        yk_supply_of(&supply, huff, &r->d, i, &r->client[i * r->each], r->each, &own);
        hearing += now() - begin;
        begin = now();
        yk_competition_make(&x, &plan, &supply, &r->t, &r->d, &own);
        adding += now() - begin;
        rows += x.rivals;
        ends += x.ends;
        yk_arena_release(&own);
    }
    printf("%9zu %9zu %9zu %12.2f %12.2f %8zu %8zu\n", stations, r->each, r->t.competitors,
           1000 * hearing / (double)stations, 1000 * adding / (double)stations, rows / stations,
           ends / stations);
    yk_huff_free(huff);
}

int main(int argc, char **argv)
{
    double clients = 5000, rivals = 4000;
    struct yk_arena a = {0};
    struct region r;

    if ((argc > 1 && yk_num_read(&clients, argv[1]) != YK_NUM_OK) ||
        (argc > 2 && yk_num_read(&rivals, argv[2]) != YK_NUM_OK) || clients < 1 || clients > 1e5 ||
        rivals < 1 || rivals > 1e6) {
        fprintf(stderr, "rivals_bench [CLIENTS [RIVALS]]\n");
        return 2;
    }
    printf("%9s %9s %9s %12s %12s %8s %8s\n", "stations", "clients", "rivals", "ms heard",
           "ms added up", "rows", "ends");
    make(&r, (size_t)clients, (size_t)rivals, &a);
    for (size_t stations = 10; stations <= STATIONS; stations += stations < 100 ? 90 : 100)
        measure(&r, stations);
    yk_arena_reset(&a);
    make(&r, 2 * (size_t)clients, (size_t)rivals, &a);
    measure(&r, 20);
    yk_arena_release(&a);
    return 0;
}
