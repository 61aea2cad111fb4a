/* hq_bench.c - hq_bench FOLDER STATIONS LINES: makes FOLDER/hq.db of so many stations that issued a
 * plan of so many invented clients twice, a month apart. What `report hq` then costs is measured by
 * hq.sh with `run`: its memory must not grow with LINES. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/rules_of.h"
#include "youka/store/store.h"

static uint64_t state = 20261123;
static double chance(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

static void die(const char *why)
{
    fprintf(stderr, "hq_bench: %s\n", why);
    exit(1);
}

struct world {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_station station;
    struct yk_door *door;
    struct yk_estimate *estimate;
    struct yk_plan_line *line;
    size_t lines;
};

static void name_door(struct yk_door *door, size_t station, size_t line)
{
    struct yk_hash h;
    size_t who[2] = {station, line};
    yk_hash_begin(&h);
    yk_hash_bytes(&h, who, sizeof who);
    door->id = yk_hash_end(&h);
}

/* One client of a hundred is gone a month later, one is new, one of twenty stands in another tier.
 */
static void fill(struct world *w, size_t station, size_t month)
{
    static const char *const tier[] = {"platinum", "gold", "iron", "lead"};
    for (size_t i = 0; i < w->lines; i++) {
        double litres = 300 + 40000 * chance() * chance() * chance();
        struct yk_estimate *e = &w->estimate[i];
        name_door(&w->door[i], station, i + (month && i % 100 == 0 ? 1000000 : 0));
        *e = (struct yk_estimate){.litres = {litres / 2, litres, litres * 2, litres * 1.2},
                                  .confidence = 'C'};
        e->grade[i % 3].mean = litres;
        e->grade[3].mean = litres * .2;
        w->line[i] = (struct yk_plan_line){.door = i,
                                           .rank = i + 1,
                                           .tier_now = i % 4 ? "" : "gold",
                                           .tier_potential = tier[(i + (i % 20 == month)) % 4],
                                           .own_share = i % 4 ? 0 : .5,
                                           .access = .8,
                                           .p_win = .2,
                                           .winnable_litres = litres * (i % 4 ? .8 : .4),
                                           .score_yuan_year = litres,
                                           .stage = "target",
                                           .owner = "area_manager",
                                           .due_week = (int)(i % 12),
                                           .left_out = ""};
    }
}

static void open_world(struct world *w, size_t lines)
{
    static const char *const category[] = {"hotel", "logistics", "government", "factory_mine"};
    *w = (struct world){.lines = lines};
    w->rules = rules_of(&w->arena);
    w->door = YK_ARENA_ARRAY(&w->arena, struct yk_door, lines);
    w->estimate = YK_ARENA_ARRAY(&w->arena, struct yk_estimate, lines);
    w->line = YK_ARENA_ARRAY(&w->arena, struct yk_plan_line, lines);
    for (size_t i = 0; i < lines; i++) {
        struct yk_answer *a = YK_ARENA_ARRAY(&w->arena, struct yk_answer, 4);
        a[0] = (struct yk_answer){"category", category[i % 4], NULL};
        a[1] = (struct yk_answer){"client_name",
                                  yk_arena_printf(&w->arena, "示例第%zu运输有限公司", i), NULL};
        a[2] = (struct yk_answer){"current_brand", "sinopec", NULL};
        a[3] = (struct yk_answer){"procurement", i % 9 ? "self" : "designated", NULL};
        w->door[i].answers = (struct yk_answers){.answer = a, .count = 4};
    }
}

static void issue(struct yk_store *s, struct world *w, size_t station, size_t month,
                  struct yk_err *err)
{
    struct yk_territory t = {.today = yk_day_of(2026, 10 + (int)month, 20),
                             .station = &w->station,
                             .stations = 1,
                             .door = w->door,
                             .doors = w->lines,
                             .rules = &w->rules};
    struct yk_derived d = {.estimate = w->estimate, .count = w->lines};
    struct yk_plan plan = {.line = w->line, .lines = w->lines};
    struct yk_id run, id;
    bool added;
    fill(w, station, month);
    name_door(&w->door[0], station, 0);
    run = w->door[0].id;
    struct yk_issue what = {
        .t = &t, .d = &d, .plan = &plan, .run = &run, .at = "2026-11-20T00:00:00Z", .who = "bench"};
    if (yk_issue_plan(&id, &added, s, &what, err))
        die(err->text);
}

int main(int argc, char **argv)
{
    struct yk_err err = {0};
    struct yk_store *s = NULL;
    struct world w;
    if (argc != 4)
        die("hq_bench FOLDER STATIONS LINES");
    size_t stations = strtoul(argv[2], NULL, 10), changed;
    open_world(&w, strtoul(argv[3], NULL, 10));
    if (!stations || !w.lines)
        die("at least one station and one line");
    if (yk_store_open(&s, yk_arena_printf(&w.arena, "%s/hq.db", argv[1]), YK_STORE_CREATE, &err))
        die(err.text);
    for (size_t i = 0; i < stations; i++) {
        w.station = (struct yk_station){.code = yk_arena_printf(&w.arena, "S%04zu", i),
                                        .name = yk_arena_printf(&w.arena, "示例%zu站", i),
                                        .region = yk_arena_printf(&w.arena, "R%zu", i % 12),
                                        .area_manager = "",
                                        .point = {24.5, 118.1},
                                        .radius_m = 3000,
                                        .hours_week = 20,
                                        .station_class = "",
                                        .fuels = "",
                                        .opens = "",
                                        .closes = ""};
        if (yk_put_stations(s, &w.station, 1, "2026-10-01T00:00:00Z", &changed, &err))
            die(err.text);
        for (size_t month = 0; month < 2; month++)
            issue(s, &w, i, month, &err);
    }
    yk_store_close(s);
    yk_arena_release(&w.arena);
    return 0;
}
