/* strategy.c - which clients a rule of strategy.csv is made for. */
#include "youka/model/strategy.h"

#include <string.h>

static bool blank(const char *cell)
{
    return *cell == '\0';
}

struct yk_strategy_case yk_strategy_case(const struct yk_answers *a)
{
    const char *top = yk_answer_text(a, "sensitivity_top");

    return (struct yk_strategy_case){.category = yk_answer_text(a, "category"),
                                     .sensitivity = top ? top : yk_answer_text(a, "sensitivity"),
                                     .barrier = yk_answer_text(a, "barrier"),
                                     .supplier = yk_answer_text(a, "current_brand")};
}

static bool fits(const char *cell, const char *told)
{
    return blank(cell) || yk_codes_have(told, cell);
}

bool yk_strategy_fits(const struct yk_strategy_rule *r, const struct yk_strategy_case *c)
{
    return fits(r->category, c->category) && fits(r->sensitivity, c->sensitivity) &&
           fits(r->barrier, c->barrier) && fits(r->supplier, c->supplier);
}

static bool is_discount(const char *policy)
{
    return strcmp(policy, "unit_discount") == 0 || strcmp(policy, "volume_rebate") == 0 ||
           strcmp(policy, "recharge_bonus") == 0;
}

bool yk_discount_fits(const struct yk_rules *rules, const struct yk_answers *answers)
{
    struct yk_strategy_case c = yk_strategy_case(answers);

    for (size_t i = 0; i < rules->strategies; i++)
        if (yk_strategy_fits(&rules->strategy[i], &c) && is_discount(rules->strategy[i].policy))
            return true;
    return false;
}
