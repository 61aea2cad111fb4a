/* schedule_test.c - visits in the weeks that have hours for them, on days that lie well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../support/near.h"
#include "youka/plan/schedule.h"

enum { MOST = 40 };

static const struct yk_point station = {24.5, 118.1};
static struct yk_arena arena;
static struct yk_calendar calendar;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* A visit at the station's door: no way. Half-yearly, so that one visit falls into the plan. */
static struct yk_slot at_the_door(double value, double hours)
{
    return (struct yk_slot){.point = station,
                            .value = value,
                            .hours_per_visit = hours,
                            .every_days = 180,
                            .visits = 4,
                            .last_seen = YK_DAY_NONE,
                            .contract_until = YK_DAY_NONE,
                            .urgent = "",
                            .agreed_day = YK_DAY_NONE};
}

/* 2026-03-02 is a Monday. */
static struct yk_rounds rounds(double hours_week)
{
    return (struct yk_rounds){.from = station,
                              .today = yk_day_of(2026, 3, 2),
                              .hours_week = hours_week,
                              .road_factor = 1.35,
                              .km_h = 30,
                              .begins_min = 9 * 60};
}

static void schedule(struct yk_slot *slot, size_t n, double hours_week)
{
    const struct yk_rounds how = rounds(hours_week);

    yk_schedule(&calendar, slot, n, &how, &arena);
}

static void check(const char *what, struct yk_slot *slot, const int *want, size_t n, double hours)
{
    schedule(slot, n, hours);
    for (size_t i = 0; i < n; i++)
        if (slot[i].due_week != want[i])
            fail_msg("%s: line %zu is due in week %d, not %d", what, i, slot[i].due_week, want[i]);
}

/* The n-th visit of a line, from 1; its day in *day; NULL: it has not so many. */
static const struct yk_plan_visit *visit_of(size_t line, int n, const struct yk_plan_day **day)
{
    for (size_t d = 0; d < calendar.days; d++)
        for (size_t v = 0; v < calendar.day[d].visits; v++)
            if (calendar.day[d].visit[v].line == line && --n == 0) {
                *day = &calendar.day[d];
                return &calendar.day[d].visit[v];
            }
    return NULL;
}

static void check_weeks(size_t line, const int *week, int n)
{
    const struct yk_plan_day *day;

    for (int i = 1; i <= n; i++) {
        if (!visit_of(line, i, &day))
            fail_msg("line %zu has no visit %d", line, i);
        if (day->week != week[i - 1])
            fail_msg("line %zu: visit %d in week %d, not %d", line, i, day->week, week[i - 1]);
    }
    if (visit_of(line, n + 1, &day))
        fail_msg("line %zu has more than %d visits", line, n);
}

/* One visit of 1.5 h each, 3 h a week: two a week; equals by rank. */
static void fills_week_by_week(void **state)
{
    struct yk_slot s[5];
    (void)state;
    for (size_t i = 0; i < 5; i++)
        s[i] = at_the_door(9, 1.5);
    s[0].due_week = 7;
    check("in order of rank", s, (const int[]){1, 1, 2, 2, 3}, 5, 3);
    near_to(calendar.week[0].hours, 3, "hours of the first week");
    near_to(calendar.week[2].hours, 1.5, "hours of the third week");
    near_to(calendar.week[11].hours, 0, "hours of the last week");
    near_to(calendar.week[11].capacity_hours, 3, "capacity");
}

/* 3 h a week: 7 + 7 in 1.5 h each are worth more than 10 in 2 h. */
static void the_best_of_each_week(void **state)
{
    struct yk_slot s[] = {at_the_door(10, 2), at_the_door(7, 1.5), at_the_door(7, 1.5)};
    (void)state;
    check("knapsack", s, (const int[]){2, 1, 1}, 3, 3);
}

/* 1.5 h a week. The first comes every second week four times; the second likewise from week 2; the
 * third finds week 9 free and would come again in week 13. The fourth needs 2 h. */
static void returns_take_hours_too(void **state)
{
    struct yk_slot s[] = {at_the_door(9, 1.5), at_the_door(8, 1.5), at_the_door(7, 1.5),
                          at_the_door(6, 2)};
    (void)state;
    s[0].every_days = s[1].every_days = 14;
    s[2].every_days = 30;
    check("returns", s, (const int[]){1, 2, 9, 0}, 4, 1.5);
    check_weeks(0, (const int[]){1, 3, 5, 7}, 4);
    check_weeks(1, (const int[]){2, 4, 6, 8}, 4);
    check_weeks(2, (const int[]){9}, 1);
    assert_string_equal(s[3].left_out, "no_capacity");
    assert_string_equal(s[0].left_out, "");
    assert_int_equal(s[0].made, 4);
    assert_int_equal(s[0].short_of + s[1].short_of + s[2].short_of, 0);
    /* 1.5 h for two that want every week: the first takes 10 weeks of 12 */
    s[0].every_days = s[1].every_days = 7;
    s[0].visits = s[1].visits = 10;
    check("short", s, (const int[]){1, 11, 0, 0}, 4, 1.5);
    assert_int_equal(s[0].made, 10);
    assert_int_equal(s[1].made, 2);
    assert_int_equal(s[1].short_of, 0);
    s[0].value = s[1].value = 9;
    s[1].visits = 11;
    s[1].value = 9.5; /* from week 2 on it is the first's turn only when the other has come */
    check("late", s, (const int[]){12, 1, 0, 0}, 4, 1.5);
    assert_int_equal(s[1].made, 11);
}

static void visits_that_find_no_hours(void **state)
{
    struct yk_slot s[] = {at_the_door(9, 1.5), at_the_door(8, 1.5)};
    (void)state;
    s[0].every_days = s[1].every_days = 14;
    s[0].visits = 6; /* weeks 1 3 5 7 9 11; the other 2 4 6 8 */
    s[1].contract_until = yk_day_of(2026, 3, 20);
    check("forced first", s, (const int[]){2, 1}, 2, 1.5);
    check_weeks(1, (const int[]){1, 3, 5, 7}, 4);
    s[1] = at_the_door(8, 1.5);
    s[1].every_days = 7;
    check("every other week is free", s, (const int[]){1, 2}, 2, 1.5);
    check_weeks(1, (const int[]){2, 4, 6, 8}, 4);
    s[1].visits = 12;
    schedule(s, 2, 1.5);
    assert_int_equal(s[1].made, 6);
    assert_int_equal(s[1].short_of, 5); /* 11 weeks from the second on */
}

static void hours_of_a_station(void **state)
{
    struct yk_slot s[7];
    (void)state;
    for (size_t i = 0; i < 7; i++)
        s[i] = at_the_door(1, 1.5);
    /* 10 hours where the station says nothing: six visits of 1.5 h. */
    check("unknown hours", s, (const int[]){1, 1, 1, 1, 1, 1, 2}, 7, NAN);
    check("no hours", s, (const int[]){0, 0, 0, 0, 0, 0, 0}, 7, 0);
    assert_string_equal(s[6].left_out, "no_capacity");
    assert_int_equal(calendar.days, 0);
}

static void what_cannot_wait(void **state)
{
    const struct yk_plan_day *day;
    struct yk_slot s[] = {at_the_door(9, 1.5), at_the_door(1, 1.5), at_the_door(1, 1.5),
                          at_the_door(1, 1.5), at_the_door(1, 1.5)};
    (void)state;
    s[1].urgent = "complaint";
    s[2].contract_until = yk_day_of(2026, 3, 10);
    s[2].last_seen = yk_day_of(2026, 2, 25); /* seen not long ago: may wait */
    s[3].unseen_days = 30;
    s[3].last_seen = yk_day_of(2026, 2, 15); /* 30 days: 17 March, week 3 */
    s[3].every_days = 14;
    s[3].visits = 1;
    s[4].skip = true;
    s[4].left_out = "no_need";
    s[4].urgent = "complaint";
    schedule(s, 5, 1.5);
    assert_string_equal(visit_of(1, 1, &day)->forced, "complaint");
    assert_int_equal(day->week, 1);
    check_weeks(0, (const int[]){2}, 1);
    /* open all the time, but of little worth: taken when nothing else is open */
    assert_string_equal(visit_of(0, 1, &day)->forced, "");
    assert_int_equal(s[3].due_week, 3);
    assert_int_equal(s[4].due_week, 0);
    assert_string_equal(s[4].left_out, "no_need");
    assert_int_equal(calendar.week[0].forced, 1);
    assert_false(calendar.week[0].over_capacity);
}

/* 30 days after the visit in the schedule it must be seen again, whatever the tier's number. */
static void not_seen_for_long(void **state)
{
    const struct yk_plan_day *day;
    struct yk_slot s[] = {at_the_door(9, 1.5), at_the_door(20, 1.5)};
    (void)state;
    s[0].unseen_days = 30;
    s[0].visits = 1;
    s[1].every_days = 7;
    s[1].visits = 12;
    schedule(s, 2, 1.5);
    check_weeks(0, (const int[]){0}, 0); /* never seen: nothing forces it */
    assert_string_equal(s[0].left_out, "no_capacity");
    s[0].last_seen = yk_day_of(2026, 3, 1);
    schedule(s, 2, 1.5);
    assert_string_equal(visit_of(0, 1, &day)->forced, "not_seen");
    check_weeks(0, (const int[]){5, 9}, 2);
    /* a contract: 63 days before its end in week 5, 56 in week 6; weeks 11 and on see it again */
    s[0].unseen_days = 0;
    s[0].contract_until = yk_day_of(2026, 6, 1);
    schedule(s, 2, 1.5);
    assert_string_equal(visit_of(0, 1, &day)->forced, "contract_ends");
    check_weeks(0, (const int[]){6, 10}, 2);
}

static void over_capacity_is_told(void **state)
{
    struct yk_slot s[] = {at_the_door(9, 1.5), at_the_door(1, 1.5), at_the_door(1, 1.5),
                          at_the_door(1, 1.5)};
    (void)state;
    for (size_t i = 1; i < 4; i++)
        s[i].urgent = "complaint";
    check("forced beyond the hours", s, (const int[]){2, 1, 1, 1}, 4, 3);
    assert_true(calendar.week[0].over_capacity);
    assert_int_equal(calendar.week[0].forced, 3);
    near_to(calendar.week[0].hours, 4.5, "hours");
    assert_false(calendar.week[1].over_capacity);
    check("without any hours", s, (const int[]){0, 1, 1, 1}, 4, 0);
    assert_true(calendar.week[0].over_capacity);
}

static void days_agreed(void **state)
{
    const struct yk_plan_day *day;
    struct yk_slot s[] = {at_the_door(9, 1), at_the_door(9, 1), at_the_door(9, 1),
                          at_the_door(9, 1), at_the_door(9, 1)};
    (void)state;
    s[0].agreed_day = yk_day_of(2026, 3, 12); /* a Thursday, week 2 */
    s[1].agreed_day = yk_day_of(2026, 3, 14); /* a Saturday, week 2 */
    s[2].agreed_day = yk_day_of(2026, 3, 1);  /* has passed */
    s[3].agreed_day = yk_day_of(2026, 6, 30); /* after the plan */
    s[4].last_seen = yk_day_of(2026, 2, 20);  /* half-yearly */
    check("agreed", s, (const int[]){2, 2, 1, 0, 0}, 5, 10);
    visit_of(0, 1, &day);
    assert_int_equal(day->day, yk_day_of(2026, 3, 12));
    assert_string_equal(s[3].left_out, "not_due");
    assert_string_equal(s[4].left_out, "not_due");
}

/* 10 km as the crow flies are 13.5 by road: .45 h one way, 2.4 h with the visit of 1.5. */
static void ways_take_hours(void **state)
{
    struct yk_slot s[] = {at_the_door(9, 1.5)};
    (void)state;
    s[0].point = yk_point_towards(station, 60, 10000);
    check("2 h are not enough", s, (const int[]){0}, 1, 2);
    check("2.5 h are", s, (const int[]){1}, 1, 2.5);
    assert_int_equal(calendar.days, 1);
    if (fabs(calendar.day[0].hours - 2.4) > 1e-6 || fabs(calendar.day[0].metres - 27000) > .01)
        fail_msg("%.9g h, %.9g m", calendar.day[0].hours, calendar.day[0].metres);
    if (fabs(calendar.day[0].visit[0].metres_from_previous - 13500) > .01)
        fail_msg("%.9g m there", calendar.day[0].visit[0].metres_from_previous);
    assert_int_equal(calendar.day[0].visit[0].arrives_min, 9 * 60 + 27);
}

/* Two neighbours in each of five directions: the days of the week take one direction each, due west
 * too, where the angles begin. */
static void near_ones_share_a_day(void **state)
{
    struct yk_slot s[10];
    bool together[5] = {false};
    (void)state;
    for (size_t i = 0; i < 10; i++) {
        s[i] = at_the_door(9, 1);
        s[i].point =
            yk_point_towards(station, 72.0 * (double)(i % 5) + (i < 5 ? -90.5 : -89.5), 5000);
    }
    schedule(s, 10, 40);
    assert_int_equal(calendar.days, 5);
    for (size_t d = 0; d < 5; d++) {
        const struct yk_plan_day *day = &calendar.day[d];
        assert_int_equal(day->visits, 2);
        assert_int_equal(day->visit[0].line % 5, day->visit[1].line % 5);
        together[day->visit[0].line % 5] = true;
        assert_int_equal(day->day, yk_day_of(2026, 3, 2) + (yk_day)d);
    }
    for (size_t i = 0; i < 5; i++)
        assert_true(together[i]);
}

/* Ten as above: 1 h and 2 × 6.75 km, 1.45 h or three half hours each. 13.5 h hold nine of them one
 * by one; nine on five days take 4 × 2.45 + 1.45 h, and the tenth still fits. */
static void shared_ways_are_filled(void **state)
{
    struct yk_slot s[10];
    (void)state;
    for (size_t i = 0; i < 10; i++) {
        s[i] = at_the_door(9, 1);
        s[i].point =
            yk_point_towards(station, 72.0 * (double)(i % 5) + (i < 5 ? -90.5 : -89.5), 5000);
    }
    check("all", s, (const int[]){1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 10, 13.5);
    check("nine", s, (const int[]){1, 1, 1, 1, 1, 1, 1, 1, 1, 2}, 10, 12);
}

static void weekends_are_free(void **state)
{
    static const yk_day today[] = {0, 2, 5, 6}; /* Monday, Wednesday, Saturday, Sunday */
    (void)state;
    for (size_t t = 0; t < 4; t++) {
        struct yk_slot s[5];
        struct yk_rounds how = rounds(10);
        how.today += today[t];
        for (size_t i = 0; i < 5; i++)
            s[i] = at_the_door(9, 2);
        yk_schedule(&calendar, s, 5, &how, &arena);
        assert_int_equal(calendar.days, 5);
        for (size_t d = 0; d < 5; d++) {
            const struct yk_plan_day *day = &calendar.day[d];
            assert_int_equal(day->visits, 1);
            assert_in_range(yk_day_weekday(day->day), 1, 5);
            assert_true(day->day >= how.today && day->day < how.today + 7);
            assert_true(d == 0 || day->day > calendar.day[d - 1].day);
        }
    }
}

/* Three on one agreed day, the afternoon one nearest: 8:00-11:00, 14:00-17:00, not told. */
static void visiting_hours_are_kept(void **state)
{
    struct yk_slot s[] = {at_the_door(9, 1), at_the_door(9, 1), at_the_door(9, 1)};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        s[i].agreed_day = yk_day_of(2026, 3, 4);
        s[i].point = yk_point_towards(station, 30, 1000 * (double)(i + 1));
    }
    s[0].opens_min = 14 * 60, s[0].closes_min = 17 * 60;
    s[2].opens_min = 8 * 60, s[2].closes_min = 11 * 60;
    schedule(s, 3, 10);
    assert_int_equal(calendar.days, 1);
    assert_int_equal(calendar.day[0].visit[0].line, 2);
    assert_int_equal(calendar.day[0].visit[2].line, 0);
    assert_int_equal(calendar.day[0].visit[2].arrives_min, 14 * 60);
    s[1].opens_min = 14 * 60, s[1].closes_min = 16 * 60; /* and another of the afternoon */
    s[2].closes_min = 9 * 60;                            /* nobody can be there by then */
    schedule(s, 3, 10);
    assert_int_equal(calendar.day[0].visit[0].line, 2);
    assert_true(calendar.day[0].visit[0].out_of_hours);
    assert_false(calendar.day[0].visit[1].out_of_hours || calendar.day[0].visit[2].out_of_hours);
}

static uint64_t chance_state;
static double chance(double most)
{
    chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
    return most * (double)(chance_state >> 11) / 9007199254740992.0;
}

static size_t random_slots(struct yk_slot *s, double reach_m)
{
    static const double every[] = {14, 30, 90, 180};
    size_t n = (size_t)chance(MOST);

    for (size_t i = 0; i < n; i++) {
        s[i] = at_the_door(floor(chance(50)), .5 * (1 + floor(chance(6))));
        s[i].point = yk_point_towards(station, chance(360), chance(reach_m));
        s[i].every_days = every[(size_t)chance(4)];
        s[i].visits = 1 + (int)chance(5);
        s[i].urgent = chance(1) < .03 ? "complaint" : "";
        s[i].unseen_days = chance(1) < .2 ? 30 : 0;
        s[i].last_seen = chance(1) < .3 ? yk_day_of(2026, 2, 20) : YK_DAY_NONE;
        s[i].contract_until = chance(1) < .1 ? yk_day_of(2026, 3 + (int)chance(8), 9) : YK_DAY_NONE;
        s[i].agreed_day = chance(1) < .1 ? yk_day_of(2026, 3 + (int)chance(4), 11) : YK_DAY_NONE;
        s[i].skip = chance(1) < .05;
    }
    return n;
}

static void check_day(const struct yk_plan_day *day, const struct yk_slot *s, size_t n)
{
    double hours = 0, metres = 0;
    struct yk_point at = station;

    for (size_t v = 0; v < day->visits; v++) {
        const struct yk_plan_visit *visit = &day->visit[v];
        assert_in_range(visit->line, 0, n - 1);
        assert_false(s[visit->line].skip);
        double way = 1.35 * yk_metres(at, s[visit->line].point);
        within(visit->metres_from_previous, way - .01, way + .01, "a way");
        hours += visit->hours;
        metres += visit->metres_from_previous;
        at = s[visit->line].point;
    }
    metres += 1.35 * yk_metres(at, station);
    within(day->metres, metres - .1, metres + .1, "a day's metres");
    near_to(day->hours, hours + day->metres / 30000, "a day's hours");
}

/* Hours within the capacity unless only forced visits are there; a line once a week at most; every
 * line has a week or a reason, never both. */
static void whatever_is_asked(void **state)
{
    size_t over = 0;
    (void)state;
    chance_state = 11;
    for (int c = 0; c < 400; c++) {
        struct yk_slot s[MOST] = {0};
        int seen[MOST] = {0};
        size_t n = random_slots(s, c % 4 ? 8000 : 1);
        double capacity = floor(chance(24)), in_week[13] = {0};
        size_t unforced[13] = {0};
        schedule(s, n, capacity);
        for (size_t d = 0; d < calendar.days; d++) {
            const struct yk_plan_day *day = &calendar.day[d];
            check_day(day, s, n);
            in_week[day->week] += day->hours;
            for (size_t v = 0; v < day->visits; v++) {
                const struct yk_plan_visit *visit = &day->visit[v];
                unforced[day->week] += *visit->forced == '\0';
                assert_true(seen[visit->line] != day->week);
                assert_true(seen[visit->line] || s[visit->line].due_week == day->week);
                seen[visit->line] = day->week;
            }
        }
        for (int w = 1; w <= YK_PLAN_WEEKS; w++) {
            bool told = calendar.week[w - 1].over_capacity;
            near_to(calendar.week[w - 1].hours, in_week[w], "a week's hours");
            assert_int_equal(told, in_week[w] > capacity + 1e-6);
            assert_true(!told || unforced[w] == 0);
            over += told;
        }
        for (size_t i = 0; i < n; i++)
            if (!s[i].skip) {
                assert_int_equal(s[i].due_week > 0, *s[i].left_out == '\0');
                assert_int_equal(s[i].due_week > 0, s[i].made > 0);
                assert_int_equal(s[i].due_week > 0, seen[i] > 0);
            }
    }
    assert_true(over > 20);
}

/* Without ways a first week of open visits is the best of all subsets. */
static void the_first_week_is_exact(void **state)
{
    (void)state;
    chance_state = 12;
    for (int c = 0; c < 200; c++) {
        struct yk_slot s[12];
        size_t n = 1 + (size_t)chance(12);
        double capacity = .5 * (1 + floor(chance(16))), best = 0, got = 0;
        for (size_t i = 0; i < n; i++)
            s[i] = at_the_door(1 + floor(chance(30)), .5 * (1 + floor(chance(6))));
        for (unsigned set = 0; set < 1u << n; set++) {
            double value = 0, hours = 0;
            for (size_t i = 0; i < n; i++)
                if (set >> i & 1) {
                    value += s[i].value;
                    hours += s[i].hours_per_visit;
                }
            best = hours <= capacity ? fmax(best, value) : best;
        }
        schedule(s, n, capacity);
        for (size_t i = 0; i < n; i++)
            got += s[i].due_week == 1 ? s[i].value : 0;
        if (got != best)
            fail_msg("case %d: %g, best %g", c, got, best);
    }
}

static void the_same_again(void **state)
{
    struct yk_slot one[MOST] = {0}, two[MOST] = {0};
    struct yk_calendar first;
    size_t n = 0;
    (void)state;
    chance_state = 13;
    while (n < 30)
        n = random_slots(one, 5000);
    memcpy(two, one, sizeof one);
    schedule(one, n, 12);
    first = calendar;
    schedule(two, n, 12);
    assert_int_equal(first.days, calendar.days);
    assert_memory_equal(first.week, calendar.week, sizeof first.week);
    for (size_t d = 0; d < first.days; d++) {
        assert_int_equal(first.day[d].visits, calendar.day[d].visits);
        for (size_t v = 0; v < first.day[d].visits; v++)
            assert_int_equal(first.day[d].visit[v].line, calendar.day[d].visit[v].line);
    }
    /* a station without a place: its best client's stands for it */
    struct yk_rounds how = rounds(12);
    how.from = (struct yk_point){NAN, NAN};
    yk_schedule(&calendar, two, n, &how, &arena);
    assert_true(calendar.days > 0 && isfinite(calendar.week[0].metres));
}

static void contracts_that_end(void **state)
{
    static const struct {
        int year, month, day;
        bool soon;
    } row[] = {{2026, 3, 5, true}, {2026, 5, 4, true}, {2026, 5, 5, false}, {2026, 3, 4, false}};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        yk_day until = yk_day_of(row[i].year, row[i].month, row[i].day);
        assert_int_equal(yk_contract_ends_soon(until, yk_day_of(2026, 3, 5)), row[i].soon);
    }
    assert_false(yk_contract_ends_soon(YK_DAY_NONE, yk_day_of(2026, 3, 5)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_week_by_week),
        cmocka_unit_test(the_best_of_each_week),
        cmocka_unit_test(returns_take_hours_too),
        cmocka_unit_test(visits_that_find_no_hours),
        cmocka_unit_test(hours_of_a_station),
        cmocka_unit_test(what_cannot_wait),
        cmocka_unit_test(not_seen_for_long),
        cmocka_unit_test(over_capacity_is_told),
        cmocka_unit_test(days_agreed),
        cmocka_unit_test(ways_take_hours),
        cmocka_unit_test(near_ones_share_a_day),
        cmocka_unit_test(shared_ways_are_filled),
        cmocka_unit_test(weekends_are_free),
        cmocka_unit_test(visiting_hours_are_kept),
        cmocka_unit_test(whatever_is_asked),
        cmocka_unit_test(the_first_week_is_exact),
        cmocka_unit_test(the_same_again),
        cmocka_unit_test(contracts_that_end),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
