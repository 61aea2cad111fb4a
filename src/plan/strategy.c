/* strategy.c - which rule of strategy.csv a client falls under. */
#include "youka/plan/strategy.h"

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

/* All cells but the tier. */
static bool fits(const struct yk_strategy_rule *r, const struct yk_answers *a)
{
    return (blank(r->category) || yk_answer_is(a, "category", r->category)) &&
           (blank(r->sensitivity) || sensitive_to(a, r->sensitivity)) &&
           (blank(r->barrier) || yk_answer_has(a, "barrier", r->barrier)) &&
           (blank(r->supplier) || yk_answer_has(a, "current_brand", r->supplier));
}

static int filled(const struct yk_strategy_rule *r)
{
    return !blank(r->category) + !blank(r->sensitivity) + !blank(r->barrier) + !blank(r->tier) +
           !blank(r->supplier);
}

const struct yk_strategy_rule *yk_strategy_for(const struct yk_rules *rules,
                                               const struct yk_answers *answers, const char *tier)
{
    static const struct yk_strategy_rule none = {"", "", "", "", "", "", "", "", {"", ""}, "", ""};
    const struct yk_strategy_rule *best = NULL;

    for (size_t i = 0; i < rules->strategies; i++) {
        const struct yk_strategy_rule *r = &rules->strategy[i];
        if ((blank(r->tier) || strcmp(r->tier, tier) == 0) && (!best || filled(r) > filled(best)) &&
            fits(r, answers))
            best = r;
    }
    return best ? best : &none;
}

static bool is_discount(const char *policy)
{
    return strcmp(policy, "unit_discount") == 0 || strcmp(policy, "volume_rebate") == 0 ||
           strcmp(policy, "recharge_bonus") == 0;
}

bool yk_discount_fits(const struct yk_rules *rules, const struct yk_answers *answers)
{
    for (size_t i = 0; i < rules->strategies; i++)
        if (is_discount(rules->strategy[i].policy) && fits(&rules->strategy[i], answers))
            return true;
    return false;
}
