/* plan_bench.c - plan_bench [CLIENTS [HOURS]]: milliseconds a station to schedule 12 weeks and
 * route every day, at 10, 100 and 200 stations of CLIENTS invented clients each (5,000 where not
 * said; 40 visit hours a week), beside a sort of the same clients by score. A station must cost the
 * same among many; the lines with half and twice the clients show that the work grows no faster
 * than they do. Then everything of these stations from score to route, on one thread and on two. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../support/rules_of.h"
#include "youka/base/cores.h"
#include "youka/base/num.h"
#include "youka/plan/calendar.h"
#include "youka/plan/make.h"

static uint64_t state;
static double chance(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct world {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_station station;
    struct yk_door *door;
    struct yk_place *place;
    struct yk_plan_line *line;
    double *score;
    size_t clients;
    struct yk_territory t;
    struct yk_derived d;
};

static void open_world(struct world *w, size_t clients, double hours)
{
    *w = (struct world){.clients = clients};
    w->rules = rules_of(&w->arena);
    w->station = (struct yk_station){
        .code = "S1", .point = {24.5, 118.1}, .radius_m = 5000, .hours_week = hours};
    w->door = YK_ARENA_ARRAY(&w->arena, struct yk_door, clients);
    w->place = YK_ARENA_ARRAY(&w->arena, struct yk_place, clients);
    w->line = YK_ARENA_ARRAY(&w->arena, struct yk_plan_line, clients);
    w->score = YK_ARENA_ARRAY(&w->arena, double, clients);
    w->t = (struct yk_territory){.today = yk_day_of(2026, 3, 2),
                                 .station = &w->station,
                                 .stations = 1,
                                 .door = w->door,
                                 .doors = clients,
                                 .rules = &w->rules};
    w->d = (struct yk_derived){.place = w->place, .count = clients};
}

static int falling(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x < *y) - (*x > *y);
}

/* Another station's clients: all within 5 km, worth a few big ones and many small ones, one in 100
 * with a contract that ends soon. Gives the seconds of the sort. */
static double fill(struct world *w, uint64_t seed)
{
    static struct yk_answer contract[] = {{"contract_until", "2026-04-20", NULL}};

    state = seed;
    for (size_t i = 0; i < w->clients; i++)
        w->score[i] = 20000 * exp(-6 * chance()) * chance() - 100;
    double begin = now();
    qsort(w->score, w->clients, sizeof *w->score, falling);
    double seconds = now() - begin;
    for (size_t i = 0; i < w->clients; i++) {
        double part = (double)i / (double)w->clients;
        const char *tier = part < .05  ? "platinum"
                           : part < .2 ? "gold"
                           : part < .5 ? "iron"
                                       : "lead";
        w->door[i].answers = (struct yk_answers){.answer = contract, .count = chance() < .0005};
        w->place[i].located = true;
        w->place[i].point =
            yk_point_towards(w->station.point, 360 * chance(), 5000 * sqrt(chance()));
        w->line[i] = (struct yk_plan_line){.door = i,
                                           .tier_now = "",
                                           .tier_potential = tier,
                                           .owner = "station_manager",
                                           .left_out = "",
                                           .forced = "",
                                           .score_yuan_year = w->score[i]};
    }
    return seconds;
}

static void measure(size_t stations, size_t clients, double hours)
{
    struct world w;
    double sorting = 0, planning = 0;
    size_t visits = 0;

    open_world(&w, clients, hours);
    for (size_t s = 0; s < stations; s++) {
        struct yk_arena own = {0};
        struct yk_plan plan = {.line = w.line, .lines = clients};
        sorting += fill(&w, s + 1);
        double begin = now();
        yk_plan_dates(&plan, &w.t, &w.d, &own);
        planning += now() - begin;
        for (size_t d = 0; d < plan.calendar.days; d++)
            visits += plan.calendar.day[d].visits;
        yk_arena_release(&own);
    }
    printf("%9zu %9zu %10.2f %12.2f %12.2f %8.1f %10zu\n", stations, clients, planning,
           1000 * planning / (double)stations, 1000 * sorting / (double)stations,
           planning / sorting, visits / stations);
    yk_arena_release(&w.arena);
}

/* Everything of `stations` stations, from score to route, on some threads. */
struct whole {
    struct yk_planning planning;
    struct yk_arena arena;
};

static void plan_some(void *who, size_t from, size_t to)
{
    const struct whole *all = who;
    for (size_t s = from; s < to; s++) {
        struct yk_arena own = {0};
        struct yk_plan plan;
        yk_plan_make(&plan, &all->planning, s, &own);
        yk_arena_release(&own);
    }
}

static double plan_whole(const struct yk_territory *t, const struct yk_derived *d, size_t threads)
{
    struct whole all = {0};
    double begin = now();
    yk_planning_make(&all.planning, t, d, threads, &all.arena);
    yk_on_cores_by(1, t->stations, threads, plan_some, &all);
    double seconds = now() - begin;
    yk_arena_release(&all.arena);
    return seconds;
}

static void measure_whole(size_t stations, size_t each, double hours)
{
    static struct yk_answer answer[][2] = {
        {{"category", "hotel", NULL}, {"sensitivity_top", "price", NULL}},
        {{"category", "logistics", NULL}, {"sensitivity_top", "service", NULL}},
        {{"category", "school", NULL}, {"sensitivity_top", "invoice", NULL}}};
    struct world w;
    size_t clients = stations * each;
    open_world(&w, clients, hours);
    struct yk_station *station = YK_ARENA_ARRAY(&w.arena, struct yk_station, stations);
    struct yk_estimate *estimate = YK_ARENA_ARRAY(&w.arena, struct yk_estimate, clients);
    struct yk_prospect *prospect = YK_ARENA_ARRAY(&w.arena, struct yk_prospect, clients);
    for (size_t s = 0; s < stations; s++) {
        station[s] = w.station;
        station[s].code = yk_arena_printf(&w.arena, "S%zu", s);
        station[s].region = "R";
    }
    for (size_t i = 0; i < clients; i++) {
        double litres = exp(4 + 5 * chance());
        w.door[i].answers = (struct yk_answers){.answer = answer[i % 3], .count = 2};
        snprintf(w.door[i].id.text, sizeof w.door[i].id.text, "%032zx", i);
        w.place[i] = (struct yk_place){
            .located = true,
            .owner = i / each,
            .distance_m = 900,
            .point = yk_point_towards(w.station.point, 360 * chance(), 5000 * sqrt(chance()))};
        estimate[i].litres = (struct yk_range){litres / 2, litres, litres * 2, litres * 1.1};
        estimate[i].grade[i % 4] = estimate[i].litres;
        prospect[i] = (struct yk_prospect){.access = .8, .p_win = chance()};
    }
    w.t.station = station;
    w.t.stations = stations;
    w.d.estimate = estimate;
    w.d.prospect = prospect;
    double one = plan_whole(&w.t, &w.d, 1), two = plan_whole(&w.t, &w.d, 2);
    printf("%9zu %9zu %10.2f %12.2f %10.2f %8.2f\n", stations, each, one,
           1000 * one / (double)stations, two, one / two);
    yk_arena_release(&w.arena);
}

int main(int argc, char **argv)
{
    double clients = 5000, hours = 40;

    if ((argc > 1 && yk_num_read(&clients, argv[1]) != YK_NUM_OK) ||
        (argc > 2 && yk_num_read(&hours, argv[2]) != YK_NUM_OK) || clients < 2 || clients > 1e6) {
        fprintf(stderr, "plan_bench [CLIENTS [HOURS]]\n");
        return 2;
    }
    printf("The ratio counts; seconds depend on the machine.\n%9s %9s %10s %12s %12s %8s %10s\n",
           "stations", "clients", "seconds", "ms/station", "ms the sort", "times", "visits");
    for (size_t stations = 10; stations <= 200; stations += stations < 100 ? 90 : 100)
        measure(stations, (size_t)clients, hours);
    measure(20, (size_t)clients / 2, hours);
    measure(20, (size_t)clients * 2, hours);
    printf("\nFrom score to route:\n%9s %9s %10s %12s %10s %8s\n", "stations", "clients", "seconds",
           "ms/station", "2 threads", "times");
    for (size_t stations = 10; stations <= 200; stations += stations < 100 ? 90 : 100)
        measure_whole(stations, (size_t)clients, hours);
    return 0;
}
