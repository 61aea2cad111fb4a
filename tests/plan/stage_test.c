/* stage_test.c - the stage that answers can tell, and the fact to ask next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
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
         "target"},
        {"gas_month=300;current_brand=bp;sensitivity=price;trial_offered=no;"
         "contact:contact_role=decision_maker",
         "target"},
        {"gas_month=300;current_brand=bp;sensitivity=price;trial_offered=yes;"
         "contact:contact_role=decision_maker",
         "info"},
        {"month_litres_told=300;current_brand=bp;sensitivity=price;trial_offered=yes;"
         "barrier=none;contact:contact_role=decision_maker",
         "info"},
        {"gas_month=300;current_brand=bp;sensitivity=price;trial_offered=yes;barrier=none;"
         "policy_needed=x;contact:contact_role=decision_maker",
         "value"},
        {"gas_month=300;current_brand=bp;sensitivity=price;trial_offered=yes;barrier=none;"
         "policy_needed=x;decider_met=yes;contact:contact_role=decision_maker",
         "relation"},
        {"gas_month=300;current_brand=bp;sensitivity=price;trial_offered=yes;barrier=none;"
         "policy_needed=x;decider_met=yes;offer_approved=yes;contact:contact_role=decision_maker",
         "closing"},
        {"decider_met=yes;offer_approved=yes", "surveyed"},
        {"cards_issued=0", "surveyed"},
        {"cards_issued=3", "won"},
        {"cards_issued=3;current_brand=own", "keep"},
        {"cards_issued=3;current_brand=own;own_share_pct=0", "won"},
        {"current_brand=own", "surveyed"},
        {"agreement_until=2026-12-31", "won"},
        {"agreement_until=2026-01-31", "surveyed"},
        {"card_now=fleet", "keep"},
        {"card_now=none", "surveyed"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        const char *got = yk_stage_reached(yk_gates_of(&a, NULL, yk_day_of(2026, 3, 5)));
        if (strcmp(got, row[i].stage) != 0)
            fail_msg("%s: %s", row[i].answers, got);
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

/* What each step asks for (planning.md, Stages), and that a deal settles the way to it. */
static void what_is_lacking(void **state)
{
    static const struct {
        const char *answers, *from, *to, *lacks;
    } row[] = {
        {"category=hotel", "surveyed", "target", "volume supplier"},
        {"gas_month=1", "surveyed", "target", "supplier"},
        {"category=hotel", "target", "info", "sensitivity role trial"},
        {"category=hotel", "info", "value", "barrier request"},
        {"category=hotel", "target", "relation", "sensitivity role trial barrier request met"},
        {"category=hotel", "relation", "closing", "offer"},
        {"category=hotel", "closing", "won", "deal"},
        {"cards_issued=2", "won", "keep", "use"},
        {"cards_issued=2", "surveyed", "keep", "use"},
        {"category=hotel", "keep", "target", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        unsigned lacks =
            yk_stage_lacks(yk_gates_of(&a, NULL, yk_day_of(2026, 3, 5)), row[i].from, row[i].to);
        const char *got = yk_gates_text(lacks, &arena);
        if (strcmp(got, row[i].lacks) != 0)
            fail_msg("%s, %s to %s: %s", row[i].answers, row[i].from, row[i].to, got);
    }
}

/* People read labels, never codes. */
static void every_word_has_its_label(void **state)
{
    static const char *const more[] = {"keep", "lost", "parked", "complaint", "dissatisfied"};
    struct yk_rules rules = rules_of(&arena);
    (void)state;
    for (int lang = 0; lang < 2; lang++) {
        for (enum yk_gate g = 0; g < YK_GATES; g++) {
            const char *code = yk_gate_code(g);
            assert_string_not_equal(yk_rules_label(&rules, "gate", code, lang), code);
            assert_string_not_equal(yk_rules_label(&rules, "next_step", code, lang), code);
        }
        for (size_t i = 0; i < sizeof more / sizeof *more; i++)
            assert_string_not_equal(yk_rules_label(&rules, "next_step", more[i], lang), more[i]);
        for (size_t i = 3; i < sizeof more / sizeof *more; i++)
            assert_string_not_equal(yk_rules_label(&rules, "forced", more[i], lang), more[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(stages), cmocka_unit_test(missing_facts),
                                       cmocka_unit_test(what_is_lacking),
                                       cmocka_unit_test(every_word_has_its_label)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
