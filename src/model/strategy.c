/* strategy.c - which clients a rule of strategy.csv is made for. */
#include "youka/model/strategy.h"

#include <string.h>

static bool blank(const char *cell)
{
    return *cell == '\0';
}

static bool sensitive_to(const struct yk_answers *a, const char *code)
{
    return yk_answer_text(a, "sensitivity_top") ? yk_answer_is(a, "sensitivity_top", code)
                                                : yk_answer_has(a, "sensitivity", code);
}

bool yk_strategy_fits(const struct yk_strategy_rule *r, const struct yk_answers *a)
{
    return (blank(r->category) || yk_answer_is(a, "category", r->category)) &&
           (blank(r->sensitivity) || sensitive_to(a, r->sensitivity)) &&
           (blank(r->barrier) || yk_answer_has(a, "barrier", r->barrier)) &&
           (blank(r->supplier) || yk_answer_has(a, "current_brand", r->supplier));
}

static bool is_discount(const char *policy)
{
    return strcmp(policy, "unit_discount") == 0 || strcmp(policy, "volume_rebate") == 0 ||
           strcmp(policy, "recharge_bonus") == 0;
}

bool yk_discount_fits(const struct yk_rules *rules, const struct yk_answers *answers)
{
    for (size_t i = 0; i < rules->strategies; i++)
        if (is_discount(rules->strategy[i].policy) &&
            yk_strategy_fits(&rules->strategy[i], answers))
            return true;
    return false;
}
