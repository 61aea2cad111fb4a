/* resurvey_test.c - whom to ask again, and what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/resurvey.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* .5 erfc(|ln(T / P50)| / sqrt(2 s2)) by Python 3, math.erfc. */
static void chance_to_change_the_tier(void **state)
{
    static const struct {
        double cut, p50, log_var, chance;
    } row[] = {
        {3000, 3000, .5, .5},
        {4000, 3000, .36, 0.315802109775597},
        {1500, 3000, .04, 0.0002643912065222416},
        {100, 3000, .25, 5.144708852200773e-12},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        near_to(yk_flip_chance(row[i].cut, row[i].p50, row[i].log_var) / row[i].chance, 1, "flip");
    assert_true(yk_flip_chance(0, 3000, .5) == 0);
    assert_true(yk_flip_chance(3000, 0, .5) == 0);
    assert_true(yk_flip_chance(3000, 3000, NAN) == 0);
    assert_true(yk_flip_chance(-5, 3000, .5) == 0);
}

static void what_to_ask(void **state)
{
    static const struct {
        const char *answers, *ask;
        char confidence;
        bool unit_question;
    } row[] = {
        {"gas_month=300;diesel_month=20", "gas_unit", 'B', true},
        {"gas_month=300;diesel_month=2000", "diesel_unit", 'B', true},
        {"litres_fill=30;fills_week=2", "volume_source", 'B', true},
        {"category=hotel", "gas_month", 'D', false},
        {"gas_month=300", "vehicle_total", 'C', false},
        {"gas_month=300;vehicle_total=5", "volume_source", 'C', false},
        {"gas_month=300;vehicle_total=5", "", 'A', false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        struct yk_estimate e = {.confidence = row[i].confidence,
                                .unit_question = row[i].unit_question};
        assert_string_equal(yk_what_to_ask(&a, &e), row[i].ask);
    }
}

enum { LINES = 6 };
struct small_plan {
    struct yk_rules rules;
    struct yk_door door[LINES];
    struct yk_estimate estimate[LINES];
    struct yk_prospect prospect[LINES];
    struct yk_plan_line line[LINES];
    struct yk_territory t;
    struct yk_derived d;
    struct yk_plan plan;
};

/* Yuan a year = litres * (1 - q) * a * .2 * .35 * 12, less 360 for the visits. */
static struct small_plan *small_plan(void)
{
    static const struct {
        const char *answers, *tier;
        double mean, p50, log_var, own_share, access, score;
        char confidence;
    } row[LINES] = {
        {"category=logistics", "platinum", 9000, 8000, .25, .5, .8, 2664, 'C'},
        {"category=hotel", "platinum", 3000, 2500, .36, 0, .8, 1656, 'D'},
        {"category=hotel", "gold", 2000, 1500, .5, 0, .8, 984, 'D'},
        {"category=hotel", "iron", 1000, 900, .04, 0, .9, 396, 'B'},
        {"category=hotel;intent=d", "lead", 90000, 90000, .5, 0, .8, 60120, 'D'},
        {"visit_result=no_vehicles", "lead", 0, 0, NAN, 0, .8, 0, 'C'},
    };
    struct small_plan *p = YK_ARENA_ARRAY(&arena, struct small_plan, 1);
    p->rules = rules_of(&arena);
    for (size_t i = 0; i < LINES; i++) {
        p->door[i].answers = answers_of(&arena, row[i].answers);
        p->estimate[i].litres.mean = row[i].mean;
        p->estimate[i].litres.p50 = row[i].p50;
        p->estimate[i].log_var = row[i].log_var;
        p->estimate[i].confidence = row[i].confidence;
        p->prospect[i] = (struct yk_prospect){
            .own_share = row[i].own_share, .access = row[i].access, .p_win = .2};
        p->line[i] = (struct yk_plan_line){.door = i,
                                           .rank = i + 1,
                                           .tier_potential = row[i].tier,
                                           .margin_yuan_l = .35,
                                           .score_yuan_year = row[i].score};
    }
    p->t = (struct yk_territory){.door = p->door, .doors = LINES, .rules = &p->rules};
    p->d = (struct yk_derived){.estimate = p->estimate, .prospect = p->prospect, .count = LINES};
    p->plan = (struct yk_plan){.line = p->line, .lines = LINES};
    return p;
}

/* Tiers end at (1656 + 984) / 2 = 1320, (984 + 396) / 2 = 690 and 396 / 2 = 198 yuan a year; the
 * nearest counts. By Python 3, math.erfc. */
static void worth_by_value(void **state)
{
    static const double value[LINES] = {524.9873223008235,  1008.0, 641.063059302209,
                                        121.48468584308651, 0,      0};
    static const size_t order[] = {1, 2, 0, 3};
    struct small_plan *p = small_plan();
    (void)state;
    yk_resurvey(&p->plan, &p->t, &p->d, &arena);
    for (size_t i = 0; i < LINES; i++)
        near_to(p->line[i].ask_value_yuan, value[i], "value");
    assert_string_equal(p->line[0].ask, "gas_month");
    assert_string_equal(p->line[4].ask, "");
    assert_string_equal(p->line[5].ask, "");
    assert_int_equal(p->plan.resurveys, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(p->plan.resurvey[i], order[i]);
    /* Of iron, 121.48 yuan: not worth a visit of 1.5 hours at 82 yuan, but at 80. */
    p->rules.tier[2].cost_hour_yuan = 82;
    yk_resurvey(&p->plan, &p->t, &p->d, &arena);
    assert_int_equal(p->plan.resurveys, 3);
    p->rules.tier[2].cost_hour_yuan = 80;
    yk_resurvey(&p->plan, &p->t, &p->d, &arena);
    assert_int_equal(p->plan.resurveys, 4);
}

/* Nobody else to be above or below of; nothing to sort. */
static void no_cut_no_question(void **state)
{
    struct small_plan *p = small_plan();
    (void)state;
    p->plan.lines = 1;
    yk_resurvey(&p->plan, &p->t, &p->d, &arena);
    assert_true(p->line[0].ask_value_yuan == 0);
    assert_int_equal(p->plan.resurveys, 0);
    p->plan.lines = 0;
    yk_resurvey(&p->plan, &p->t, &p->d, &arena);
    assert_int_equal(p->plan.resurveys, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_to_change_the_tier),
        cmocka_unit_test(what_to_ask),
        cmocka_unit_test(worth_by_value),
        cmocka_unit_test(no_cut_no_question),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
