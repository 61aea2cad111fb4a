/* calendar_test.c - from a plan's lines to their dates: what of tiers, answers and visits counts,
 * and that the order of the doors does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/model/visit.h"
#include "youka/plan/calendar.h"
#include "youka/plan/make.h"

enum { MANY = 90 };

static struct yk_arena arena;
static struct yk_rules rules;

static int set_up(void **state)
{
    (void)state;
    rules = rules_of(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

struct town {
    struct yk_station station;
    struct yk_record record[2];
    struct yk_door door[MANY];
    struct yk_place place[MANY];
    struct yk_estimate estimate[MANY];
    struct yk_prospect prospect[MANY];
    struct yk_territory t;
    struct yk_derived d;
    struct yk_plan plan;
};

static struct town *new_town(size_t doors, double hours_week)
{
    struct town *w = YK_ARENA_ARRAY(&arena, struct town, 1);

    w->station = (struct yk_station){
        .code = "S1", .region = "R1", .point = {24.5, 118.1}, .hours_week = hours_week};
    w->record[0] = (struct yk_record){
        "staff", "1", "S1", answers_of(&arena, "code=P1;role=station_manager;hours_week=4;skill=5"),
        NULL,    0};
    w->record[1] = (struct yk_record){
        "staff", "2",
        "S1",    answers_of(&arena, "code=P2;role=client_manager;hours_week=8;categories=hotel"),
        NULL,    0};
    w->t = (struct yk_territory){.today = yk_day_of(2026, 3, 2),
                                 .station = &w->station,
                                 .stations = 1,
                                 .record = w->record,
                                 .records = 2,
                                 .door = w->door,
                                 .doors = doors,
                                 .rules = &rules};
    w->d = (struct yk_derived){
        .place = w->place, .estimate = w->estimate, .prospect = w->prospect, .count = doors};
    return w;
}

/* Client `number` as the door `at`: what it is depends on the number alone. */
static void put(struct town *w, size_t at, size_t number)
{
    static const char *const answers[] = {"category=hotel",
                                          "category=logistics;contract_until=2026-04-20",
                                          "category=hotel;visit_hours=14:00-17:30",
                                          "category=school;intent=d",
                                          "category=hotel;visit_result=no_vehicles",
                                          "category=school;next_visit=2026-03-19"};
    snprintf(w->door[at].id.text, sizeof w->door[at].id.text, "c%03zu", number);
    w->door[at].answers = answers_of(&arena, answers[number * 5 % 17 % 6]);
    w->prospect[at] = (struct yk_prospect){.access = .8, .p_win = .17};
    w->place[at] =
        (struct yk_place){.located = number % 19 != 3,
                          .point = yk_point_towards(w->station.point, (double)(number * 97 % 360),
                                                    (double)(number * 331 % 5000)),
                          .distance_m = (double)(number * 331 % 5000)};
    /* many of one size, so that scores tie */
    w->estimate[at].litres.mean = w->estimate[at].grade[3].mean =
        number % 4 ? 4000 : 500 * (double)(number % 23);
}

/* Every visit and every reason, client by client, as one text. */
static const char *told(struct town *w)
{
    struct yk_buf b = {0};

    struct yk_planning planning;
    yk_planning_make(&planning, &w->t, &w->d, 2, &arena);
    yk_plan_make(&w->plan, &planning, 0, &arena);
    for (size_t d = 0; d < w->plan.calendar.days; d++) {
        const struct yk_plan_day *day = &w->plan.calendar.day[d];
        yk_buf_printf(&b, "%d %d %.17g %.17g:", day->week, (int)day->day, day->hours, day->metres);
        for (size_t v = 0; v < day->visits; v++) {
            const struct yk_plan_visit *visit = &day->visit[v];
            yk_buf_printf(&b, " %s %.17g %d%d %s %s",
                          w->door[w->plan.line[visit->line].door].id.text,
                          visit->metres_from_previous, visit->arrives_min, visit->out_of_hours,
                          visit->forced, visit->visitor);
        }
        yk_buf_puts(&b, "\n");
    }
    for (size_t i = 0; i < w->plan.lines; i++) {
        const struct yk_plan_line *l = &w->plan.line[i];
        yk_buf_printf(&b, "%s %d %d %s %s\n", w->door[l->door].id.text, l->due_week, l->visits,
                      l->left_out, l->person);
        if ((l->due_week > 0) == (*l->left_out != '\0') || !*l->owner)
            fail_msg("%s: week %d, left out «%s», owner «%s»", w->door[l->door].id.text,
                     l->due_week, l->left_out, l->owner);
    }
    const char *text = yk_arena_copy(&arena, b.text);
    yk_buf_release(&b);
    return text;
}

static void shuffled_doors_give_the_same(void **state)
{
    struct town *w = new_town(MANY, NAN);
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        put(w, i, i);
    const char *first = told(w);
    assert_string_equal(told(w), first);
    assert_true(w->plan.calendar.days > 50);
    static const size_t step[] = {7, 49, 89}; /* no common divisor with the 90 */
    for (size_t s = 0; s < 3; s++) {
        for (size_t i = 0; i < MANY; i++)
            put(w, i, (i * step[s] + 11) % MANY);
        assert_string_equal(told(w), first);
    }
    /* another client is another plan */
    w->estimate[0].grade[3].mean = w->estimate[0].litres.mean = 99000;
    assert_string_not_equal(told(w), first);
}

/* The staff's 4 + 8 hours where the station tells none of its own. */
static void hours_there_are(void **state)
{
    struct town *w = new_town(MANY, NAN);
    (void)state;
    for (size_t i = 0; i < MANY; i++)
        put(w, i, i);
    told(w);
    near_to(w->plan.calendar.week[3].capacity_hours, 12, "of the staff");
    w->station.hours_week = 20;
    told(w);
    near_to(w->plan.calendar.week[3].capacity_hours, 20, "of the station");
    w->t.records = 0;
    w->station.hours_week = NAN;
    told(w);
    near_to(w->plan.calendar.week[3].capacity_hours, 10, "nobody told");
}

/* 1.5 hours a week at the door. The final refusal has the highest score and ranks last. */
static void no_line_comes_before_its_betters(void **state)
{
    struct town *w = new_town(3, 1.5);
    static const char *const answers[] = {"category=hotel;intent=d", "category=hotel",
                                          "category=hotel"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        put(w, i, i);
        w->door[i].answers = answers_of(&arena, answers[i]);
        w->place[i] = (struct yk_place){.located = true, .point = w->station.point};
        w->estimate[i].litres.mean = w->estimate[i].grade[3].mean = 90000 / (double)(i + 1);
    }
    told(w);
    assert_string_equal(w->door[w->plan.line[2].door].id.text, "c000");
    assert_int_equal(w->plan.line[0].due_week, 1);
    assert_int_equal(w->plan.line[1].due_week, 2);
    assert_int_equal(w->plan.line[2].due_week, 4); /* the first again in week 3 */
}

/* What the visits made so far say: seen last week, a complaint, seen long ago. */
static void last_visits_count(void **state)
{
    static const struct yk_visit visit[] = {
        {.client = 0, .day = 20509, .result = "met_other", .next_day = YK_DAY_NONE},
        {.client = 2, .day = 20460, .result = "met_other", .next_day = YK_DAY_NONE}};
    static size_t first[] = {0, 1, 1, 2};
    static const struct yk_visits visits = {
        .visit = (struct yk_visit *)visit, .count = 2, .first = first};
    static const char *const forced[] = {"", "complaint", ""};
    static const char *const tier[] = {"lead", "iron", "platinum"};
    struct town *w = new_town(3, 10);
    (void)state;
    assert_int_equal(yk_day_of(2026, 2, 25), 20509);
    w->plan.line = YK_ARENA_ARRAY(&arena, struct yk_plan_line, 3);
    w->plan.lines = 3;
    for (size_t i = 0; i < 3; i++) {
        w->door[i].answers = answers_of(&arena, "category=hotel");
        w->place[i] = (struct yk_place){.located = true, .point = w->station.point};
        w->plan.line[i] = (struct yk_plan_line){.door = i,
                                                .tier_now = "",
                                                .tier_potential = tier[i],
                                                .owner = "x",
                                                .left_out = "",
                                                .forced = forced[i]};
    }
    w->d.visits = &visits;
    yk_plan_dates(&w->plan, &w->t, &w->d, &arena);
    assert_string_equal(w->plan.line[0].left_out, "not_due");
    assert_int_equal(w->plan.line[1].due_week, 1);
    assert_int_equal(w->plan.line[2].due_week, 1);
    assert_int_equal(w->plan.calendar.week[0].forced, 2);
    assert_string_equal(w->plan.line[1].forced, "complaint");
    assert_string_equal(w->plan.line[2].forced, "not_seen");
    /* existing platinum clients are key clients whatever may be won yet */
    w->plan.line[0].tier_now = "platinum";
    w->plan.line[0].left_out = "";
    yk_plan_dates(&w->plan, &w->t, &w->d, &arena);
    assert_int_equal(w->plan.line[0].due_week, 4); /* 23 to 29 March: the 30th day is the 27th */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shuffled_doors_give_the_same),
        cmocka_unit_test(hours_there_are),
        cmocka_unit_test(no_line_comes_before_its_betters),
        cmocka_unit_test(last_visits_count),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
