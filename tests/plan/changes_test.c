/* changes_test.c - new, risen, fallen, gone and moved clients, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "youka/plan/changes.h"

/* A client of the issued plan and of the new one; rank 0: not there. */
struct row {
    const char *id;
    size_t old_rank;
    const char *old_tier, *old_stage;
    double old_litres, old_chance;
    size_t rank;
    const char *tier, *stage;
    double litres, chance;
};

static const struct row rows[] = {
    {"a", 1, "gold", "target", 1000, .2, 1, "platinum", "target", 3000, .2},
    {"b", 2, "gold", "target", 1000, .2, 3, "iron", "info", 1010, .1},
    {"c", 0, "", "", 0, 0, 2, "gold", "surveyed", 700, .2},
    {"d", 4, "iron", "target", 500, .2, 0, "", "", 0, 0},
    {"e", 3, "iron", "target", 500, .2, 0, "", "", 0, 0},
    {"f", 5, "iron", "target", 500, .2, 4, "iron", "closing", 900, .4},
    {"g", 6, "iron", "target", 500, .2, 5, "iron", "target", 500, .2},
    {"h", 7, "iron", "target", 500, .2, 6, "lead", "target", 505, .2},
    {"i", 8, "gold", "closing", 500, .2, 7, "iron", "won", 900, .2},
    {"j", 9, "gold", "value", 500, .2, 8, "lead", "lost", 500, .2},
    {"k", 10, "gold", "value", 500, .2, 9, "lead", "value", 900, .2}, /* refused for good */
    {"l", 11, "iron", "won", 500, .2, 10, "iron", "keep", 500, .2},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void against_the_issued_plan(void **state)
{
    static const char *const want[] = {
        "up a litres", "new c ",      "down b chance", "stage f ", "down h others", "won i litres",
        "lost j ",     "down k last", "stage l ",      "moved e ", "gone d "};
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_door door[ROWS] = {0};
    struct yk_estimate estimate[ROWS] = {0};
    struct yk_plan_line line[ROWS] = {0};
    struct yk_past_line past_line[ROWS];
    struct yk_past_plan past = {.station_code = "S1", .line = past_line};
    struct yk_station station[] = {{.code = "S1", .region = ""}, {.code = "S2", .region = ""}};
    struct yk_place place[ROWS] = {0};
    struct yk_plan plan = {.line = line};
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        snprintf(door[i].id.text, sizeof door[i].id.text, "%s", rows[i].id);
        if (strcmp(rows[i].id, "k") == 0)
            door[i].answers = answers_of(&a, "intent=d");
        estimate[i].litres.mean = rows[i].litres;
        estimate[i].none = strcmp(rows[i].id, "d") == 0; /* closed down */
        place[i].owner = strcmp(rows[i].id, "e") == 0;
        if (rows[i].old_rank)
            past_line[past.lines++] = (struct yk_past_line){.client = door[i].id,
                                                            .rank = rows[i].old_rank,
                                                            .tier = rows[i].old_tier,
                                                            .stage = rows[i].old_stage,
                                                            .litres_mean = rows[i].old_litres,
                                                            .access = .8,
                                                            .p_win = rows[i].old_chance,
                                                            .margin_yuan_l = .45};
        if (rows[i].rank) {
            plan.lines++;
            line[rows[i].rank - 1] = (struct yk_plan_line){.door = i,
                                                           .rank = rows[i].rank,
                                                           .tier_potential = rows[i].tier,
                                                           .stage = rows[i].stage,
                                                           .access = .8,
                                                           .p_win = rows[i].chance,
                                                           .margin_yuan_l = .45};
        }
    }
    struct yk_territory t = {.station = station,
                             .stations = 2,
                             .door = door,
                             .doors = ROWS,
                             .past = &past,
                             .pasts = 1,
                             .rules = &rules};
    struct yk_derived d = {.estimate = estimate, .place = place, .count = ROWS};
    size_t by_id[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        by_id[i] = i;
    struct yk_planning planning = {.t = &t, .d = &d, .by_id = by_id};
    yk_changes(&plan, &planning, &a);
    const struct yk_change *c = plan.change;
    assert_int_equal(plan.changes, sizeof want / sizeof *want);
    for (size_t i = 0; i < plan.changes; i++) {
        const char *id =
            c[i].before ? c[i].before->client.text : door[line[c[i].line].door].id.text;
        assert_string_equal(
            yk_arena_printf(&a, "%s %s %s", yk_change_code(c[i].kind), id, c[i].why), want[i]);
    }
    assert_true(c[0].why_before == 1000 && c[0].why_now == 3000);
    assert_true(isnan(c[4].why_before));
    assert_int_equal(c[9].station, 1);
    t.pasts = 0;
    yk_changes(&plan, &planning, &a);
    assert_int_equal(plan.changes, 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(against_the_issued_plan)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
