/* strategy.h - which rule of strategy.csv a client falls under. */
#ifndef YOUKA_PLAN_STRATEGY_H
#define YOUKA_PLAN_STRATEGY_H

#include "youka/model/plan.h"

/* The rule with most filled cells among those that match, the first of equals; a blank cell matches
 * anything. The sensitivity is sensitivity_top, else any of `sensitivity`. A table without any
 * matching rule gives a rule of blank cells. tier "" matches only rules that ask for no tier. */
const struct yk_strategy_rule *yk_strategy_for(const struct yk_rules *rules,
                                               const struct yk_answers *answers, const char *tier);

#endif
