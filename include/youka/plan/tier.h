/* tier.h - tiers by cumulative expected margin (estimation.md §9.2). */
#ifndef YOUKA_PLAN_TIER_H
#define YOUKA_PLAN_TIER_H

#include "youka/model/plan.h"

/* values in falling order. out[i]: index in rules->tier of the first tier whose cut lies above the
 * share of the sum that stands before value i. Values of 0 or less add nothing and are of the last.
 */
void yk_tier_cut(size_t *out, const double *value, size_t count, const struct yk_rules *rules);

#endif
