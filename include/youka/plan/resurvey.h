/* resurvey.h - whom to ask again: where a better answer would change the tier (estimation.md §9.4).
 *
 * A tier ends at this station halfway between the scores of its last client and of the first one
 * below it (a score under 0 counts as 0). T = (that score + the cost of the line's visits) / (the
 * line's yuan a year for each litre a month) is the same cut in litres a month; of several the
 * nearest counts. With ln litres ~ N(ln P50, s^2)
 *     p_flip = Phi(-|ln(T / P50)| / s),  value = p_flip * expected margin (yuan a year). */
#ifndef YOUKA_PLAN_RESURVEY_H
#define YOUKA_PLAN_RESURVEY_H

#include "youka/model/plan.h"

/* 0..0.5; 0 where one of the litres is not above 0 or log_var is not known. */
double yk_flip_chance(double cut_litres, double p50_litres, double log_var);
/* The form field whose answer says most of the litres: the unit where it is in question, else
 * gas_month, vehicle_total, else volume_source (ask for documents); "" where documents were seen.
 */
const char *yk_what_to_ask(const struct yk_answers *answers, const struct yk_estimate *estimate);
/* Fills ask and ask_value_yuan of the ranked lines, and plan->resurvey with those whose value is at
 * least the cost of one visit of their tier; that array lies in the arena. */
void yk_resurvey(struct yk_plan *plan, const struct yk_territory *t, const struct yk_derived *d,
                 struct yk_arena *a);

#endif
