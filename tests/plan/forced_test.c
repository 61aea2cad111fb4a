/* forced_test.c - whom somebody has to see again, and since when nobody was there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/visited.h"
#include "youka/plan/forced.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* "v" a visit, "s" a satisfaction form, on the first, second, … of March; surveyed on 2026-02-01.
 */
static void what_forces_a_visit(void **state)
{
    static const struct {
        const char *told[3], *forced;
        int seen, next; /* of March; 0: the survey's day, none */
    } row[] = {
        {{NULL}, "", 0, 0},
        {{"v result=met_other"}, "", 1, 0},
        {{"v result=not_met"}, "", 0, 0},
        {{"v result=met_other;complaint=yes"}, "complaint", 1, 0},
        {{"v result=met_other;complaint=yes", "v result=met_other;complaint=no"}, "", 2, 0},
        {{"v result=met_other;complaint=yes", "v result=met_other"}, "", 2, 0},
        {{"v result=met_other;complaint=yes", "v result=not_met"}, "complaint", 1, 0},
        {{"v result=met_other;complaint=yes", "v complaint=yes"}, "complaint", 2, 0},
        {{"s overall=5;complaint=yes"}, "complaint", 0, 0},
        {{"s overall=5;complaint=yes", "s overall=5;complaint=no"}, "complaint", 0, 0},
        {{"s overall=3"}, "", 0, 0},
        {{"s overall=2"}, "dissatisfied", 0, 0},
        {{"s overall=2", "s overall=4"}, "", 0, 0},
        {{"s overall=4", "s overall=1"}, "dissatisfied", 0, 0},
        {{"s overall=2", "v result=met_decider"}, "", 2, 0},
        {{"v result=met_decider", "s overall=2"}, "dissatisfied", 1, 0},
        {{"s overall=1;complaint=yes"}, "complaint", 0, 0},
        {{"v result=follow_up;next_date=2026-03-20"}, "", 1, 20},
        {{"v result=follow_up;next_date=2026-03-20", "v result=not_met"}, "", 1, 20},
        {{"v result=follow_up;next_date=2026-03-20", "v result=met_other"}, "", 2, 0},
        {{"v result=follow_up;next_date=2026-03-20", "v next_date=2026-03-09"}, "", 2, 9},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct visited w;
        visited_init(&w, &arena);
        visited_door(&w, "aa", yk_day_of(2026, 2, 1), "visit_result=completed");
        for (size_t k = 0; k < 3 && row[i].told[k]; k++) {
            bool visit = *row[i].told[k] == 'v';
            visited_record(&w, visit ? "visit" : "satisfaction",
                           yk_arena_printf(&arena, "client_id=aa;%s=2026-03-%02zu;%s",
                                           visit ? "visit_date" : "survey_date", k + 1,
                                           row[i].told[k] + 2));
        }
        visited_join(&w);
        yk_day seen = row[i].seen ? yk_day_of(2026, 3, row[i].seen) : yk_day_of(2026, 2, 1);
        yk_day next = row[i].next ? yk_day_of(2026, 3, row[i].next) : YK_DAY_NONE;
        if (strcmp(yk_visit_forced(&w.visits, 0), row[i].forced) != 0 ||
            yk_last_seen(&w.clients, &w.visits, 0) != seen || yk_next_visit(&w.visits, 0) != next)
            fail_msg("%zu %s: %s, %d, %d", i, row[i].told[0], yk_visit_forced(&w.visits, 0),
                     yk_last_seen(&w.clients, &w.visits, 0), yk_next_visit(&w.visits, 0));
    }
}

/* The same visit told twice, by phone and in the plan: only a later day settles a complaint. */
static void of_one_day_nothing_is_settled(void **state)
{
    struct visited w;
    (void)state;
    visited_init(&w, &arena);
    visited_door(&w, "aa", yk_day_of(2026, 2, 1), "visit_result=completed");
    visited_record(&w, "visit", "client_id=aa;visit_date=2026-03-01;complaint=yes");
    visited_record(&w, "visit", "client_id=aa;visit_date=2026-03-01;result=met_other");
    visited_join(&w);
    assert_string_equal(yk_visit_forced(&w.visits, 0), "complaint");
}

static void nobody_answered_the_door(void **state)
{
    struct visited w;
    (void)state;
    visited_init(&w, &arena);
    visited_door(&w, "aa", yk_day_of(2026, 2, 1), "visit_result=no_answer");
    visited_join(&w);
    assert_int_equal(yk_last_seen(&w.clients, NULL, 0), YK_DAY_NONE);
    assert_string_equal(yk_visit_forced(NULL, 0), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_forces_a_visit),
                                       cmocka_unit_test(of_one_day_nothing_is_settled),
                                       cmocka_unit_test(nobody_answered_the_door)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
