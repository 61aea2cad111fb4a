/* estimate.h - litres a month and vehicles of every door, with a range and the reasons.
 *
 * Every piece of evidence is an observation of the natural logarithm of litres a month with a
 * variance; precisions add, the mean is weighted by precision (estimation.md §5):
 *   told_volume    gas_month + diesel_month in their stated units, or resale_month_t of a reseller;
 *                  variance = source's sd^2 + heaping (§4.1, §4.2)
 *   fills          litres_fill * fills_week * 52/12
 *   fleet_lines    vehicles by class * litres each (told or of the class), §5.1
 *   vehicle_total  vehicles that burn fuel * litres per vehicle of the category
 *   category       what such clients usually have and use (§3.3, §5.1); only where the form gives
 *                  nothing else
 *   no_vehicles    the door has no fuel need: everything is 0
 * A told unit is never changed. Where it is missing, or what was told lies more than a factor of 3
 * from what the fleet says, the question is raised, the told piece is widened by `outlier_var`, and
 * what disagreement is left widens the result. */
#ifndef YOUKA_ESTIMATE_ESTIMATE_H
#define YOUKA_ESTIMATE_ESTIMATE_H

#include "youka/estimate/units.h"
#include "youka/model/plan.h"

/* Pieces and all arrays lie in the arena; texts are lent by the answers and the rules. */
void yk_estimate_door(struct yk_estimate *out, const struct yk_answers *answers,
                      const struct yk_rules *rules, struct yk_arena *a);
/* out[0..doors) and place[0..doors) in the order of the doors; place gives the owner. On up to
 * `threads` threads; neither their number nor the order of the doors changes a bit. */
void yk_estimate_all(struct yk_estimate *out, const struct yk_territory *t,
                     const struct yk_place *place, size_t threads, struct yk_arena *a);

#endif
