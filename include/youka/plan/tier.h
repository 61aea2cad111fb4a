/* tier.h - tiers by cumulative expected margin, or by volume (estimation.md §9.2, planning.md). */
#ifndef YOUKA_PLAN_TIER_H
#define YOUKA_PLAN_TIER_H

#include "youka/model/plan.h"

#define YK_TIER_NEW SIZE_MAX

struct yk_tier_case {
    double value;                /* expected margin, yuan a year */
    double gasoline_t, diesel_t; /* a month */
    size_t before; /* its tier in the last issued plan, index in rules->tier, or NEW */
};
/* Cases in falling order of value. out[i]: index in rules->tier. A case of no value is of the last
 * tier. Where tiers.csv fills large_t, the first tier whose tonnes of gasoline are reached, or ten
 * times as many of diesel. Else the first tier whose cut lies above the share of the sum that
 * stands before the case; but with cut c and the next lower cut b, a case of an earlier plan falls
 * only from c + .1 (1 - c) on and rises only below c - .1 (c - b). */
void yk_tier_cut(size_t *out, const struct yk_tier_case *c, size_t count,
                 const struct yk_rules *rules);

#endif
