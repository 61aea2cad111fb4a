/* risk_test.c - what may go wrong with a client, each rule by itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "youka/plan/risk.h"

static void levels(void **state)
{
    static const struct {
        const char *answers;
        double kept_12m, share;
        enum yk_risk risk;
        enum yk_risk_level want;
    } row[] = {
        {"category=hotel", 1, .1, YK_RISK_CREDIT, YK_RISK_GREEN},
        {"risk=credit", 1, .1, YK_RISK_CREDIT, YK_RISK_AMBER},
        {"risk=credit;settlement=month", 1, .1, YK_RISK_CREDIT, YK_RISK_RED},
        {"risk=person_change credit;barrier=distance credit", 1, .1, YK_RISK_CREDIT, YK_RISK_RED},
        {"settlement=quarter", 1, .1, YK_RISK_CREDIT, YK_RISK_GREEN},
        {"risk=relocate", 1, .1, YK_RISK_RELOCATE, YK_RISK_RED},
        {"project_end=2026-06-01", 1, .1, YK_RISK_RELOCATE, YK_RISK_RED},
        {"project_end=2026-12-01", 1, .1, YK_RISK_RELOCATE, YK_RISK_GREEN},
        {"category=hotel", .95, .1, YK_RISK_NEV_SHIFT, YK_RISK_GREEN},
        {"category=hotel", .85, .1, YK_RISK_NEV_SHIFT, YK_RISK_AMBER},
        {"category=hotel", .6, .1, YK_RISK_NEV_SHIFT, YK_RISK_RED},
        {"procurement=tender", 1, .1, YK_RISK_POLICY, YK_RISK_AMBER},
        {"risk=competitor", 1, .1, YK_RISK_COMPETITOR, YK_RISK_AMBER},
        {"category=hotel", 1, .21, YK_RISK_CONCENTRATION, YK_RISK_AMBER},
        {"risk=cash_out", 1, .1, YK_RISK_CASH_OUT, YK_RISK_RED},
        {"own_tank=yes", 1, .1, YK_RISK_SAFETY, YK_RISK_AMBER},
        {"own_tank=yes;risk=safety", 1, .1, YK_RISK_SAFETY, YK_RISK_RED},
        {"risk=person_change", 1, .1, YK_RISK_PERSON_CHANGE, YK_RISK_AMBER},
        {"risk=none", 1, .1, YK_RISK_PERSON_CHANGE, YK_RISK_GREEN},
    };
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers answers = answers_of(&a, row[i].answers);
        struct yk_estimate e = {.kept_12m = row[i].kept_12m};
        enum yk_risk_level level[YK_RISKS];
        yk_risk_levels(level, &answers, &e, row[i].share, &rules, yk_day_of(2026, 1, 1));
        for (enum yk_risk r = YK_RISK_CREDIT; r < YK_RISKS; r++) {
            enum yk_risk_level want = r == row[i].risk ? row[i].want : YK_RISK_GREEN;
            if (r != row[i].risk && strstr(row[i].answers, yk_risk_code(r)))
                continue; /* a second risk of the row */
            if (level[r] != want)
                fail_msg("%s: %s is %s", row[i].answers, yk_risk_code(r),
                         yk_risk_level_code(level[r]));
        }
        if (yk_risk_worst(level) < row[i].want)
            fail_msg("%s: the worst is less", row[i].answers);
    }
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(levels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
