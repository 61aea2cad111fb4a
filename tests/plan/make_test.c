/* make_test.c - a whole plan of one station. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/make.h"

#define DOORS 8

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* Litres are all of d0 (.35 yuan a litre) and certain, so that sums are easy by hand. */
struct client {
    const char *id, *answers;
    double litres;
    size_t owner;
    bool located, none;
    double own_share, access;
};

struct made {
    struct yk_rules rules;
    struct yk_station station[2];
    struct yk_door door[DOORS];
    struct yk_place place[DOORS];
    struct yk_estimate estimate[DOORS];
    struct yk_prospect prospect[DOORS];
    struct yk_territory territory;
    struct yk_derived derived;
    struct yk_plan plan;
};

static struct made *make(const struct client *client, size_t n, double hours_week)
{
    struct made *m = YK_ARENA_ARRAY(&arena, struct made, 1);

    m->rules = rules_of(&arena);
    m->station[0] = (struct yk_station){.code = "S1", .region = "R1", .hours_week = hours_week};
    m->station[1] = (struct yk_station){.code = "S2", .region = "R1", .hours_week = NAN};
    for (size_t i = 0; i < n; i++) {
        memcpy(m->door[i].id.text, client[i].id, strlen(client[i].id) + 1);
        m->door[i].answers = answers_of(&arena, client[i].answers);
        m->place[i] = (struct yk_place){.located = client[i].located,
                                        .owner = client[i].owner,
                                        .distance_m = client[i].located ? 800 : NAN};
        m->prospect[i] = (struct yk_prospect){.own_share = client[i].own_share,
                                              .access = client[i].access,
                                              .p_win = 1 / (1 + exp(1.6))};
        m->estimate[i].none = client[i].none;
        m->estimate[i].litres.mean = client[i].litres;
        m->estimate[i].grade[3].mean = client[i].litres;
    }
    m->territory = (struct yk_territory){.today = yk_day_of(2026, 3, 5),
                                         .station = m->station,
                                         .stations = 2,
                                         .door = m->door,
                                         .doors = n,
                                         .rules = &m->rules};
    m->derived = (struct yk_derived){
        .place = m->place, .estimate = m->estimate, .prospect = m->prospect, .count = n};
    struct yk_planning planning;
    yk_planning_make(&planning, &m->territory, &m->derived, 2, &arena);
    yk_plan_make(&m->plan, &planning, 0, &arena);
    return m;
}

static const struct client town[] = {
    {"a", "category=hotel", 3000, 0, true, false, 0, .8},
    {"b", "category=hotel;contract_until=2026-04-01", 500, 0, true, false, 0, .9},
    {"c", "category=hotel;visit_result=no_vehicles", 0, 0, true, false, 0, .8},
    {"d", "category=hotel;intent=d", 90000, 0, true, false, 0, .8},
    {"e", "category=logistics;current_brand=own sinopec;card_now=fleet", 9000, 0, true, false, .5,
     .8},
    {"f", "category=hotel", 2000, 0, false, false, 0, .8},
    {"g", "category=hotel", 7000, 1, true, false, 0, .8},
    {"h", "category=hotel;visit_result=duplicate", 0, 0, true, true, 0, .8},
};

/* p = 1/(1 + e^1.6) = .1679816; yuan a year = litres * (1-q) * a * p * .35 * 12:
 * e 9000*.5*.8 -> 2539.88, a 3000*.8 -> 1693.25, f 2000*.8 -> 1128.84, b 500*.9 -> 317.49,
 * d 90000*.8 -> 50797.64; less 360 each: 2179.88, 1333.25, 768.84, -42.51, 50437.64. Sum of what is
 * above 0, without d: 4281.97; starts at 0, .509, .820: platinum, gold, iron, lead. d is a final
 * refusal, c has no need: lead, and last. */
static void ranks_and_tiers(void **state)
{
    static const struct {
        const char *id, *potential, *now, *owner, *left_out;
        double score;
        int due_week;
    } want[] = {
        {"e", "platinum", "platinum", "company_leader", "", 2179.88, 1},
        {"a", "gold", "", "area_manager", "", 1333.25, 1},
        {"f", "iron", "", "station_manager", "not_located", 768.84, 0},
        {"b", "lead", "", "station_manager", "", -42.51, 1},
        {"d", "lead", "", "station_manager", "", 50437.64, 1},
        {"c", "lead", "", "station_manager", "no_need", 0, 0},
    };
    struct made *m = make(town, DOORS, 10);
    (void)state;
    assert_int_equal(m->plan.lines, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct yk_plan_line *l = &m->plan.line[i];
        assert_string_equal(m->door[l->door].id.text, want[i].id);
        assert_int_equal(l->rank, i + 1);
        assert_string_equal(l->tier_potential, want[i].potential);
        assert_string_equal(l->tier_now, want[i].now);
        assert_string_equal(l->owner, want[i].owner);
        assert_string_equal(l->left_out, want[i].left_out);
        assert_int_equal(l->due_week, want[i].due_week);
        if (fabs(l->score_yuan_year - want[i].score) > .01)
            fail_msg("%s: score %.4f", want[i].id, l->score_yuan_year);
        assert_non_null(l->rule);
    }
}

static void a_line_keeps_its_parts(void **state)
{
    struct made *m = make(town, DOORS, 10);
    const struct yk_plan_line *e = &m->plan.line[0];
    (void)state;
    near_to(e->own_share, .5, "own share");
    near_to(e->access, .8, "access");
    near_to(e->p_win, 1 / (1 + exp(1.6)), "p");
    near_to(e->winnable_litres, 3600, "winnable litres");
    near_to(e->margin_yuan_l, .35, "margin");
    near_to(e->hours, 6, "hours"); /* 4 visits of 1.5 h */
    near_to(e->score_yuan_hour, e->score_yuan_year / 6, "per hour");
    assert_string_equal(e->stage, "keep");
    assert_string_equal(e->missing, "gas_month");
    assert_string_equal(e->rule->rule_id, "S004"); /* own and platinum */
}

/* 1.5 h a week: b's contract ends within 60 days and takes its week before the others. */
static void who_has_to_come_first(void **state)
{
    struct made *m = make(town, DOORS, 1.5);
    (void)state;
    assert_int_equal(m->plan.line[3].due_week, 1); /* b, forced */
    assert_int_equal(m->plan.line[0].due_week, 2); /* e: 2 4 6 8 */
    assert_int_equal(m->plan.line[1].due_week, 3); /* a: 3 7 11 */
    assert_int_equal(m->plan.line[4].due_week, 5); /* d */
    m = make(town, DOORS, 0);
    assert_string_equal(m->plan.line[0].left_out, "no_capacity");
    assert_string_equal(m->plan.line[2].left_out, "not_located");
    assert_string_equal(m->plan.line[5].left_out, "no_need");
}

/* Equal scores: whoever is a client already, then the id; the order of doors changes nothing. */
static void ties(void **state)
{
    static const struct client same[] = {
        {"z", "category=hotel;card_now=personal", 1000, 0, true, false, 0, .8},
        {"b", "category=hotel", 1000, 0, true, false, 0, .8},
        {"a", "category=hotel", 1000, 0, true, false, 0, .8},
    };
    static const struct client other_order[] = {
        {"a", "category=hotel", 1000, 0, true, false, 0, .8},
        {"z", "category=hotel;card_now=personal", 1000, 0, true, false, 0, .8},
        {"b", "category=hotel", 1000, 0, true, false, 0, .8},
    };
    const char *want[] = {"z", "a", "b"};
    struct made *one = make(same, 3, 10), *two = make(other_order, 3, 10);
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(one->door[one->plan.line[i].door].id.text, want[i]);
        assert_string_equal(two->door[two->plan.line[i].door].id.text, want[i]);
    }
    /* Holds a card and buys nothing: of the lowest tier today. */
    assert_string_equal(one->plan.line[0].tier_now, "lead");
}

static void a_station_without_clients(void **state)
{
    struct made *m = make(NULL, 0, 10);
    (void)state;
    assert_int_equal(m->plan.lines, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_and_tiers),           cmocka_unit_test(a_line_keeps_its_parts),
        cmocka_unit_test(who_has_to_come_first),     cmocka_unit_test(ties),
        cmocka_unit_test(a_station_without_clients),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
