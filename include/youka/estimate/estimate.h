/* estimate.h - litres a month and vehicles of every client, with a range and the reasons.
 *
 * All on the logarithm, all as normal variables: precisions add, means are weighted by them.
 * - A client's fleet: expected vehicles by its size and the table, times the ratio that its like
 *   have here (a credibility tree over category, region, station), joined with the declared count.
 * - Its litres: the fleet times litres a vehicle, by class where the classes are known, and the
 *   offset of its like here (a second tree); then what was told, each amount as a mixture of the
 *   units it may have been meant in; and back to the fleet.
 * The procedure is estimation.md §13; the parameter `learn` of spread_priors.csv lets the spreads
 * be learnt from the answers (§3.6, §5.6). Pieces: told_volume, fills, vehicle_total or
 * fleet_lines, peers; the weights are shares of the precision, and the product of value^weight is
 * the median. */
#ifndef YOUKA_ESTIMATE_ESTIMATE_H
#define YOUKA_ESTIMATE_ESTIMATE_H

#include "youka/model/plan.h"

/* out[0..doors) and place[0..doors) in the order of the doors; place gives the owner. On up to
 * `threads` threads; neither their number nor the order of the doors changes a bit. Pieces lie in
 * the arena; texts are lent by the answers and the rules. */
void yk_estimate_all(struct yk_estimate *out, const struct yk_territory *t,
                     const struct yk_place *place, size_t threads, struct yk_arena *a);

#endif
