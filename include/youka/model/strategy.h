/* strategy.h - which clients a rule of strategy.csv is made for. */
#ifndef YOUKA_MODEL_STRATEGY_H
#define YOUKA_MODEL_STRATEGY_H

#include "youka/model/answer.h"
#include "youka/model/rules.h"

/* What of a client's answers the rules look at; NULL where it is not told. */
struct yk_strategy_case {
    const char *category;
    const char *sensitivity; /* sensitivity_top, else all of `sensitivity` */
    const char *barrier, *supplier;
};
struct yk_strategy_case yk_strategy_case(const struct yk_answers *answers);
/* All cells but the tier; a blank cell fits anybody. */
bool yk_strategy_fits(const struct yk_strategy_rule *rule, const struct yk_strategy_case *c);
/* Whether some rule that fits, whatever its tier, asks for a discount (unit_discount,
 * volume_rebate, recharge_bonus). */
bool yk_discount_fits(const struct yk_rules *rules, const struct yk_answers *answers);

#endif
