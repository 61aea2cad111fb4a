/* stage_test.c - the stage that answers can tell, and the fact to ask next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "youka/plan/stage.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* Gates of vocabulary.md §6. */
static void stages(void **state)
{
    static const struct {
        const char *answers, *stage;
    } row[] = {
        {"visit_result=refused", "surveyed"},
        {"gas_month=300", "surveyed"},
        {"gas_month=300;current_brand=unknown", "surveyed"},
        {"gas_month=300;current_brand=bp", "target"},
        {"litres_fill=50;fills_week=2;current_brand=bp", "target"},
        {"litres_fill=50;current_brand=bp", "surveyed"},
        {"gas_month=300;current_brand=bp;sensitivity=price;contact:contact_role=driver", "target"},
        {"gas_month=300;current_brand=bp;sensitivity=price;contact:contact_role=driver;"
         "contact:contact_role=decision_maker",
         "info"},
        {"agreement_until=2026-12-31", "won"},
        {"agreement_until=2026-01-31", "surveyed"},
        {"card_now=fleet", "keep"},
        {"card_now=none", "surveyed"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        const char *got = yk_stage_of(&a, NULL, yk_day_of(2026, 3, 5));
        if (strcmp(got, row[i].stage) != 0)
            fail_msg("%s: %s", row[i].answers, got);
    }
}

#define ALL "gas_month=300;current_brand=bp;sensitivity=price;contact:contact_role=decision_maker"

/* Each gate after the answers' needs a visit, and all gates before it. */
static void stages_after_visits(void **state)
{
    static const struct {
        const char *answers;
        struct yk_visited v;
        const char *stage;
    } row[] = {
        {ALL, {.visits = 1}, "info"},
        {ALL, {.visits = 1, .decider_met = true}, "info"},
        {ALL, {.visits = 1, .barrier_told = true}, "value"},
        {ALL ";barrier=price_gap", {.visits = 1}, "value"},
        {ALL, {.visits = 1, .barrier_told = true, .offer_approved = true}, "value"},
        {ALL, {.visits = 2, .barrier_told = true, .decider_met = true}, "relation"},
        {ALL,
         {.visits = 2, .barrier_told = true, .decider_met = true, .offer_approved = true},
         "closing"},
        {"gas_month=300",
         {.visits = 2, .barrier_told = true, .decider_met = true, .offer_approved = true},
         "surveyed"},
        {"gas_month=300", {.visits = 1, .claimed = "closing"}, "surveyed"},
        {"gas_month=300", {.visits = 1, .signed_up = true}, "won"},
        {"card_now=fleet", {.visits = 1}, "keep"},
        {"card_now=fleet", {.visits = 1, .stopped = "lost"}, "lost"},
        {ALL, {.visits = 1, .stopped = "parked"}, "parked"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        struct yk_visited v = row[i].v;
        v.stopped = v.stopped ? v.stopped : "";
        const char *got = yk_stage_of(&a, &v, yk_day_of(2026, 3, 5));
        if (strcmp(got, row[i].stage) != 0)
            fail_msg("row %zu: %s, not %s", i, got, row[i].stage);
    }
}

/* The six facts of survey.md, one more known in each row. */
static void missing_facts(void **state)
{
    static const struct {
        const char *answers, *missing;
    } row[] = {
        {"visit_result=no_vehicles", ""},
        {"category=hotel", "gas_month"},
        {"resale_month_t=30", "vehicle_total"},
        {"diesel_month=30", "vehicle_total"},
        {"diesel_month=30;fleet:veh_class=car,veh_count=2", "payment"},
        {"diesel_month=30;vehicle_total=2;fills_week=1", "sensitivity"},
        {"diesel_month=30;vehicle_total=2;payment=cash;sensitivity=price", "current_brand"},
        {"diesel_month=30;vehicle_total=2;payment=cash;sensitivity=price;current_brand=bp;"
         "contact:contact_name=张三",
         "contact_phone"},
        {"diesel_month=30;vehicle_total=2;payment=cash;sensitivity=price;current_brand=bp;"
         "contact:contact_phone=13800000000",
         ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        const char *got = yk_missing_fact(&a);
        if (strcmp(got, row[i].missing) != 0)
            fail_msg("%s: %s", row[i].answers, got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(stages),
                                       cmocka_unit_test(stages_after_visits),
                                       cmocka_unit_test(missing_facts)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
