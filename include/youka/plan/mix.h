/* mix.h - what an estimate's litres are of: fuels, weights, prices, margins, by mean litres. */
#ifndef YOUKA_PLAN_MIX_H
#define YOUKA_PLAN_MIX_H

#include "youka/model/plan.h"

/* All a month. price, margin and density are means weighted by litres; 0 without litres. */
struct yk_mix {
    double gasoline_l, diesel_l, gasoline_t, diesel_t;
    double price_yuan_l, margin_yuan_l, density_kg_l;
};
struct yk_mix yk_mix_of(const struct yk_estimate *e, const struct yk_rules *rules);

#endif
