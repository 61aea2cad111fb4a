/* calendar.h - the dates of a plan's lines: from tiers, answers and staff to the schedule. */
#ifndef YOUKA_PLAN_CALENDAR_H
#define YOUKA_PLAN_CALENDAR_H

#include "youka/model/plan.h"

/* Ways are great circles times huff_road_factor (market_priors.csv), driven at road_km_h; days
 * begin at day_begins_hour (plan_priors.csv). The plan's lines are ranked and have score, tiers and
 * owner; `left_out` is "" or why a line is not to be visited at all. Sets due week, visits, person
 * and left_out, and makes the calendar; d->visited tells when each was seen and who complained.
 * No line is worth more than one that ranks before it, however high its score (final refusals rank
 * last). */
void yk_plan_dates(struct yk_plan *plan, const struct yk_territory *t, const struct yk_derived *d,
                   struct yk_arena *a);

#endif
