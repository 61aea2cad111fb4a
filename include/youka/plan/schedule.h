/* schedule.h - which client is visited in which of the coming 12 weeks, on which day, in which
 * order (planning.md, «Capacity, owner, schedule, route»). Pure; no threads.
 *
 * Week by week an exact knapsack (knapsack.h) over the visits that are open: a first visit from the
 * first week, or from the day that was agreed; a return visit from so many days after the visit
 * before it as the tier says, until all the tier's visits are made. A visit that found no hours
 * stays open.
 *
 * - What a visit is worth: the line's score divided by the weeks of a year. All visits of a tier
 *   together win the client, one after the other; whichever is put off by a week puts the winning
 *   off by a week and loses a week of what the client would bring.
 * - Taken before all others: a client whose contract with a rival ends within 60 days and who was
 *   not seen for 30 days; an open complaint; a client of the highest tier not seen for 30 days.
 *   Where these alone need more hours than there are, they stay and the week says so.
 * - What a visit costs: its hours and the way there and back in half hours, rounded up. As the
 *   stops of a day share their ways (any order is no longer than there and back for each, by the
 *   triangle inequality), hours are left when the day is routed: these are filled again, by a
 *   knapsack over what is still open in slots of three minutes, up to three times.
 *
 * Days: Monday to Friday. The stops of a week lie around the station; a hand that sweeps round it
 * (Gillett and Miller 1974) beginning behind the widest gap cuts them into five days: of all cuts
 * the one with the least sum of the squares of the days' hours, ways included, which makes them
 * even and leaves neighbours together. An agreed day is kept. Each day is routed (route.h) and
 * walked in the direction that keeps more of the clients' visiting hours; where neither does, those
 * that receive in the morning only come first and those of the afternoon last. Who comes too early
 * waits; a wait costs no visit hours. */
#ifndef YOUKA_PLAN_SCHEDULE_H
#define YOUKA_PLAN_SCHEDULE_H

#include "youka/model/plan.h"

#define YK_HOURS_WEEK 10 /* of a station that does not say */

/* A line to schedule. Days YK_DAY_NONE where not known. */
struct yk_slot {
    bool skip;             /* not to be visited at all */
    struct yk_point point; /* where it is */
    double value;          /* yuan a week */
    double hours_per_visit;
    double every_days;  /* between visits */
    int visits;         /* until the client is won */
    int unseen_days;    /* must be visited when not seen for so long; 0: need not */
    const char *urgent; /* why the first visit cannot wait: complaint, dissatisfied; "" */
    yk_day last_seen;   /* the last visit made */
    yk_day contract_until;
    yk_day agreed_day;         /* the next visit as agreed; one that has passed does not count */
    int opens_min, closes_min; /* visiting hours, minutes after midnight; equal: not known */

    int due_week;         /* out: of the first visit; 0: none */
    int made, short_of;   /* out: visits in the calendar; return visits without hours */
    const char *left_out; /* out: "", no_capacity, not_due; untouched where skip */
};

/* Where from and how. */
struct yk_rounds {
    struct yk_point from; /* the station; where it is not valid the first slot's place */
    yk_day today;         /* first day of the first week */
    double hours_week;    /* NAN or less than 0: YK_HOURS_WEEK */
    double road_factor;   /* way by road for a way as the crow flies */
    double km_h;          /* on the road */
    int begins_min;       /* of a day's first way, minutes after midnight */
};

/* Slots in order of rank, which decides between equals; `line` of a visit is its slot's number,
 * `visitor` "". The calendar lies in the arena. */
void yk_schedule(struct yk_calendar *out, struct yk_slot *slot, size_t count,
                 const struct yk_rounds *how, struct yk_arena *a);

/* Whether a contract that runs until then ends within 60 days from `day`. */
bool yk_contract_ends_soon(yk_day until, yk_day day);

#endif
