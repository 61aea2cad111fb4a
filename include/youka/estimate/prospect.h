/* prospect.h - what stands between each client's litres and ours: share, access, chance, place. */
#ifndef YOUKA_ESTIMATE_PROSPECT_H
#define YOUKA_ESTIMATE_PROSPECT_H

#include "youka/model/plan.h"

/* out[0..doors), place, estimate and buyer (NULL: no card data) in the order of the doors. The
 * share of a client with card data is what it buys from us of its estimated litres. The answer
 * decider_met is of visits (yk_visits_answer). Coefficients are those of market_priors.csv and
 * strategy.csv. On up to `threads` threads; their number changes nothing. */
void yk_prospect_all(struct yk_prospect *out, const struct yk_territory *t,
                     const struct yk_place *place, const struct yk_estimate *estimate,
                     const struct yk_buyer *buyer, size_t threads);

#endif
