/* planning_test.c - the plans of a region are the same on one thread and on many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/answers_of.h"
#include "../support/dice.h"
#include "../support/rules_of.h"
#include "youka/plan/make.h"

enum { STATIONS = 9, CLIENTS = 700 };

struct region {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_station station[STATIONS];
    struct yk_door door[CLIENTS];
    struct yk_place place[CLIENTS];
    struct yk_estimate estimate[CLIENTS];
    struct yk_prospect prospect[CLIENTS];
    struct yk_territory t;
    struct yk_derived d;
};

static const char *some(struct dice *dice, const char *const *of, size_t count)
{
    return of[dice_below(dice, count)];
}

static const char *random_answers(struct region *r, struct dice *dice)
{
    static const char *const category[] = {"hotel", "school", "logistics", "enterprise", "taxi"};
    static const char *const top[] = {"price", "service", "invoice", "quality"};
    static const char *const more[] = {"", ";intent=d", ";card_now=fleet", ";credit_risk=red",
                                       ";contract_until=2026-04-10"};
    return yk_arena_printf(&r->arena, "category=%s;sensitivity=%s;sensitivity_top=%s%s",
                           some(dice, category, 5), some(dice, top, 4), some(dice, top, 4),
                           some(dice, more, 5));
}

static void make_region(struct region *r, uint64_t seed)
{
    struct dice dice = {.state = seed};
    *r = (struct region){0};
    r->rules = rules_of(&r->arena);
    for (size_t s = 0; s < STATIONS; s++)
        r->station[s] = (struct yk_station){.code = yk_arena_printf(&r->arena, "S%zu", s),
                                            .region = s % 2 ? "东区" : "西区",
                                            .point = {24.5 + .1 * (double)s, 118},
                                            .hours_week = 12};
    for (size_t i = 0; i < CLIENTS; i++) {
        double litres = exp(5 + 4 * dice_unit(&dice));
        size_t owner = dice_below(&dice, STATIONS);
        snprintf(r->door[i].id.text, sizeof r->door[i].id.text, "%032zx", i * 7919 % 104729);
        r->door[i].answers = answers_of(&r->arena, random_answers(r, &dice));
        r->place[i] = (struct yk_place){.located = true,
                                        .owner = owner,
                                        .distance_m = 900,
                                        .point = yk_point_towards(r->station[owner].point,
                                                                  360 * dice_unit(&dice),
                                                                  3000 * dice_unit(&dice))};
        r->prospect[i] = (struct yk_prospect){
            .own_share = dice_chance(&dice, .3) ? .5 : 0, .access = .8, .p_win = dice_unit(&dice)};
        r->estimate[i].litres = (struct yk_range){litres / 2, litres, litres * 2, litres * 1.1};
        r->estimate[i].grade[i % 4] = r->estimate[i].litres;
        r->estimate[i].vehicles = (struct yk_range){2, 5, 9, 5};
    }
    r->t = (struct yk_territory){.today = yk_day_of(2026, 3, 2),
                                 .station = r->station,
                                 .stations = STATIONS,
                                 .door = r->door,
                                 .doors = CLIENTS,
                                 .rules = &r->rules};
    r->d = (struct yk_derived){
        .place = r->place, .estimate = r->estimate, .prospect = r->prospect, .count = CLIENTS};
}

/* Every station's plan in words. */
static char *plans(const struct region *r, size_t threads)
{
    struct yk_arena a = {0};
    struct yk_buf out = {0};
    struct yk_planning planning;
    yk_planning_make(&planning, &r->t, &r->d, threads, &a);
    for (size_t s = 0; s < STATIONS; s++) {
        struct yk_plan plan;
        yk_plan_make(&plan, &planning, s, &a);
        for (size_t i = 0; i < plan.lines; i++) {
            const struct yk_plan_line *l = &plan.line[i];
            yk_buf_printf(&out, "%zu %zu %s %s %s %a %a %d %d %s %s\n", s, l->door,
                          l->tier_potential, l->rule->rule_id, l->owner, l->score_yuan_year,
                          l->request.cost, l->request.granted, l->due_week, l->left_out, l->forced);
        }
        for (size_t d = 0; d < plan.calendar.days; d++)
            yk_buf_printf(&out, "%d %zu %a\n", plan.calendar.day[d].day,
                          plan.calendar.day[d].visits, plan.calendar.day[d].metres);
    }
    yk_arena_release(&a);
    return out.text;
}

static void threads_change_nothing(void **state)
{
    struct region *r = yk_alloc(sizeof *r);
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        make_region(r, seed);
        char *one = plans(r, 1);
        for (size_t threads = 2; threads <= 5; threads++) {
            char *many = plans(r, threads);
            assert_string_equal(many, one);
            free(many);
        }
        assert_non_null(strstr(one, "platinum"));
        free(one);
        yk_arena_release(&r->arena);
    }
    free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_change_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
