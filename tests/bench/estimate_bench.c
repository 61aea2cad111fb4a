/* estimate_bench.c - estimate_bench [N…]: seconds to estimate N clients, on one core and on all,
 * beside one plain pass that reads the same numbers with yk_answer_number and adds up their logs.
 * Clients as regions have them: 28 a station, 12 stations a region; seven in ten tell a size, seven
 * a count, half a volume, one in six two lines of their fleet. Each row is a process of its own, so
 * that its memory is its own: MB of the answers, and how much the process grew while estimating. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../support/dice.h"
#include "../support/rules_of.h"
#include "youka/base/cores.h"
#include "youka/base/num.h"
#include "youka/estimate/estimate.h"

enum { STATION_CLIENTS = 28, REGION_STATIONS = 12, ROUNDS = 3, MOST_FIELDS = 16 };
#define PICK(d, list) ((list)[dice_below(d, sizeof(list) / sizeof *(list))])

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double peak_mb(void)
{
    struct rusage u;

    getrusage(RUSAGE_SELF, &u);
    return (double)u.ru_maxrss / 1024;
}

/* --- clients ---------------------------------------------------------------------------------- */
struct region {
    struct yk_arena a;
    struct dice d;
    struct yk_rules rules;
    struct yk_territory t;
    struct yk_place *place;
};

static void say(struct yk_answer *answer, size_t *count, const char *code, const char *text)
{
    answer[(*count)++] = (struct yk_answer){.code = code, .text = text};
}

static const char *number(struct region *r, double typical, double sd)
{
    char text[32];

    yk_num_write(text, fmax(round(typical * exp(sd * dice_normal(&r->d))), 1));
    return yk_arena_copy(&r->a, text);
}

static void draw_fleet(struct region *r, struct yk_answers *out)
{
    static const char *const classes[] = {"car", "mpv_van", "light_truck", "heavy_truck"};

    out->repeat = YK_ARENA_ARRAY(&r->a, struct yk_repeat, 1);
    out->repeats = 1;
    out->repeat[0] =
        (struct yk_repeat){"fleet", YK_ARENA_ARRAY(&r->a, struct yk_answer_line, 2), 2};
    for (size_t i = 0; i < 2; i++) {
        struct yk_answer_line *line = &out->repeat[0].line[i];
        line->answer = YK_ARENA_ARRAY(&r->a, struct yk_answer, 3);
        say(line->answer, &line->count, "veh_class", PICK(&r->d, classes));
        say(line->answer, &line->count, "veh_count", number(r, 3, .8));
        say(line->answer, &line->count, "veh_fuel", dice_chance(&r->d, .5) ? "g92" : "d0");
    }
}

static struct yk_answers draw_answers(struct region *r)
{
    static const char *const sources[] = {"document", "manager", "driver", "guard", "guess"};
    const struct yk_category_prior *p = &r->rules.category[dice_below(&r->d, r->rules.categories)];
    struct yk_answer told[MOST_FIELDS];
    struct yk_answers out = {0};
    size_t n = 0;

    say(told, &n, "visit_result", "completed");
    say(told, &n, "category", p->category);
    if (*p->size_field && dice_chance(&r->d, .7))
        say(told, &n, p->size_field, number(r, p->typical_size, .9));
    if (dice_chance(&r->d, .7)) {
        say(told, &n, "vehicle_total", number(r, 5, 1));
        say(told, &n, "vehicle_source", PICK(&r->d, sources));
    }
    if (dice_chance(&r->d, .5)) {
        say(told, &n, "gas_month", number(r, 1500, 1.2));
        say(told, &n, "gas_unit", "l");
        say(told, &n, "diesel_month", dice_chance(&r->d, .5) ? "0" : number(r, 1500, 1.2));
        say(told, &n, "diesel_unit", "l");
        say(told, &n, "volume_source", PICK(&r->d, sources));
    }
    if (dice_chance(&r->d, .1)) {
        say(told, &n, "litres_fill", number(r, 60, .4));
        say(told, &n, "fills_week", number(r, 5, .8));
    }
    if (dice_chance(&r->d, 1. / 6))
        draw_fleet(r, &out);
    out.answer = YK_ARENA_ARRAY(&r->a, struct yk_answer, n);
    memcpy(out.answer, told, n * sizeof *told);
    out.count = n;
    yk_answers_sort(&out);
    return out;
}

static void make(struct region *r, size_t clients)
{
    size_t stations = clients / STATION_CLIENTS + 1;

    *r = (struct region){.d = {20261125}};
    r->rules = rules_of(&r->a);
    r->t = (struct yk_territory){.station = YK_ARENA_ARRAY(&r->a, struct yk_station, stations),
                                 .stations = stations,
                                 .door = YK_ARENA_ARRAY(&r->a, struct yk_door, clients),
                                 .doors = clients,
                                 .rules = &r->rules};
    r->place = YK_ARENA_ARRAY(&r->a, struct yk_place, clients);
    for (size_t s = 0; s < stations; s++)
        r->t.station[s] =
            (struct yk_station){.code = yk_arena_printf(&r->a, "S%06zu", s),
                                .name = "",
                                .region = yk_arena_printf(&r->a, "R%05zu", s / REGION_STATIONS),
                                .area_manager = "",
                                .station_class = "urban",
                                .radius_m = 3000};
    for (size_t i = 0; i < clients; i++) {
        size_t s = i / STATION_CLIENTS;
        r->t.door[i] = (struct yk_door){
            .key = "k", .station_code = r->t.station[s].code, .answers = draw_answers(r)};
        snprintf(r->t.door[i].id.text, sizeof r->t.door[i].id.text, "%032zx", i);
        r->place[i] = (struct yk_place){.place_class = "A0", .method = "gps", .owner = s};
    }
}

/* --- measuring -------------------------------------------------------------------------------- */
static double plain_pass(const struct yk_territory *t)
{
    static const char *const code[] = {"vehicle_total", "gas_month", "diesel_month", "litres_fill",
                                       "fills_week"};
    double sum = 0, value;

    for (size_t i = 0; i < t->doors; i++)
        for (size_t c = 0; c < sizeof code / sizeof *code; c++)
            if (yk_answer_number(&value, &t->door[i].answers, code[c]) && value > 0)
                sum += log(value);
    return sum;
}

static void measure(size_t clients, size_t threads)
{
    struct region r;
    double plain = INFINITY, seconds = INFINITY;
    double sum = 0, mean = 0; /* looked at below, so that no pass is left out */

    make(&r, clients);
    double answers = peak_mb();
    for (int round = 0; round < ROUNDS; round++) {
        double begin = now();
        sum += plain_pass(&r.t);
        plain = fmin(plain, now() - begin);
    }
    struct yk_arena a = {0};
    for (int round = 0; round < ROUNDS; round++) {
        yk_arena_reset(&a);
        double begin = now();
        struct yk_estimate *out = YK_ARENA_ARRAY(&a, struct yk_estimate, clients);
        yk_estimate_all(out, &r.t, r.place, threads, &a);
        seconds = fmin(seconds, now() - begin);
        mean += out[clients - 1].litres.mean;
    }
    if (!isfinite(sum) || !isfinite(mean))
        YK_BUG("a sum that is none: %g, %g", sum, mean);
    printf("%9zu %7zu %9.3f %9.2f %9.3f %7.1f %11.0f %10.0f\n", clients, threads, seconds,
           seconds / (double)clients * 1e6, plain, seconds / plain, answers, peak_mb() - answers);
    fflush(stdout);
    yk_arena_release(&a);
    yk_arena_release(&r.a);
}

static void measure_apart(size_t clients, size_t threads)
{
    int status;
    fflush(stdout);
    pid_t child = fork();

    if (child == 0) {
        measure(clients, threads);
        exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) {
        fprintf(stderr, "estimate_bench: %zu clients could not be measured\n", clients);
        exit(1);
    }
}

int main(int argc, char **argv)
{
    static const size_t usual[] = {10000, 100000, 1000000};
    size_t count = argc > 1 ? (size_t)argc - 1 : sizeof usual / sizeof *usual, cores = yk_cores();

    printf("%9s %7s %9s %9s %9s %7s %11s %10s\n", "clients", "threads", "seconds", "us/client",
           "plain s", "/plain", "answers MB", "grew MB");
    for (size_t i = 0; i < count; i++) {
        size_t clients = argc > 1 ? strtoul(argv[i + 1], NULL, 10) : usual[i];
        if (clients == 0) {
            fprintf(stderr, "estimate_bench [N…]: numbers of clients, 1 or more\n");
            return 2;
        }
        measure_apart(clients, 1);
        if (cores > 1)
            measure_apart(clients, cores);
    }
    return 0;
}
