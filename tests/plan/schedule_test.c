/* schedule_test.c - visits in the weeks that have hours for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "../support/answers_of.h"
#include "youka/plan/schedule.h"

static void check(const char *what, struct yk_slot *slot, const int *want, size_t n, double hours)
{
    yk_schedule(slot, n, hours);
    for (size_t i = 0; i < n; i++)
        if (slot[i].due_week != want[i])
            fail_msg("%s: line %zu is due in week %d, not %d", what, i, slot[i].due_week, want[i]);
}

/* One visit of 1.5 h each, 3 h a week: two a week. */
static void fills_week_by_week(void **state)
{
    struct yk_slot s[] = {{.hours_per_visit = 1.5, .every_weeks = 26, .visits = 4, .due_week = 9},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 4},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 4},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 4},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 4}};
    (void)state;
    check("in order of rank", s, (const int[]){1, 1, 2, 2, 3}, 5, 3);
}

static void forced_and_left_out(void **state)
{
    struct yk_slot s[] = {{.hours_per_visit = 1.5, .every_weeks = 26, .visits = 1},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 1, .skip = true},
                          {.hours_per_visit = 1.5, .every_weeks = 26, .visits = 1, .forced = true}};
    (void)state;
    check("the forced one first", s, (const int[]){2, 0, 1}, 3, 1.5);
}

/* 1.5 h a week. The first comes every second week four times, weeks 1 3 5 7; the second likewise
 * from week 2, weeks 2 4 6 8. Week 9 is the first free one; the next in four weeks lies beyond the
 * 12. Visits of 2 h fit nowhere. */
static void returns_take_hours_too(void **state)
{
    struct yk_slot s[] = {{.hours_per_visit = 1.5, .every_weeks = 2, .visits = 4},
                          {.hours_per_visit = 1.5, .every_weeks = 2, .visits = 4},
                          {.hours_per_visit = 1.5, .every_weeks = 4, .visits = 4},
                          {.hours_per_visit = 2, .every_weeks = 4, .visits = 4}};
    (void)state;
    check("returns", s, (const int[]){1, 2, 9, 0}, 4, 1.5);
}

static void hours_of_a_station(void **state)
{
    struct yk_slot s[7] = {0};
    (void)state;
    for (size_t i = 0; i < 7; i++)
        s[i] = (struct yk_slot){.hours_per_visit = 1.5, .every_weeks = 26, .visits = 1};
    /* 10 hours where the station says nothing: six visits of 1.5 h. */
    check("unknown hours", s, (const int[]){1, 1, 1, 1, 1, 1, 2}, 7, NAN);
    check("no hours", s, (const int[]){0, 0, 0, 0, 0, 0, 0}, 7, 0);
}

static void contracts_that_end(void **state)
{
    static const struct {
        const char *answers;
        bool soon;
    } row[] = {{"contract_until=2026-03-05", true},
               {"contract_until=2026-05-04", true},
               {"contract_until=2026-05-05", false},
               {"contract_until=2026-03-04", false},
               {"category=hotel", false}};
    struct yk_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        if (yk_contract_ends_soon(&a, yk_day_of(2026, 3, 5)) != row[i].soon)
            fail_msg("%s", row[i].answers);
    }
    yk_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_week_by_week),     cmocka_unit_test(forced_and_left_out),
        cmocka_unit_test(returns_take_hours_too), cmocka_unit_test(hours_of_a_station),
        cmocka_unit_test(contracts_that_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
