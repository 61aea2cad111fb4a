/* schedule.h - who visits whom in which of the coming 12 weeks. */
#ifndef YOUKA_PLAN_SCHEDULE_H
#define YOUKA_PLAN_SCHEDULE_H

#include "youka/model/plan.h"

#define YK_PLAN_WEEKS 12
#define YK_HOURS_WEEK 10 /* of a station that does not say */

/* A line to schedule: its visits repeat every `every_weeks` up to `visits` within the 12 weeks.
 * `forced`: comes before the others (a contract that ends within 60 days). */
struct yk_slot {
    double hours_per_visit;
    int every_weeks, visits;
    bool forced, skip;
    int due_week; /* out: week of the first visit, 0 where it does not fit */
};
/* Slots in order of rank: each takes the first week from which all its visits fit. */
void yk_schedule(struct yk_slot *slot, size_t count, double hours_week);

/* Whether the rival's contract ends within 60 days from today. */
bool yk_contract_ends_soon(const struct yk_answers *answers, yk_day today);

#endif
