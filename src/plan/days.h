/* days.h - a week's visits put into its working days. Private to src/plan. */
#ifndef YOUKA_PLAN_DAYS_H
#define YOUKA_PLAN_DAYS_H

#include "youka/plan/schedule.h"

#define YK_WORKDAYS 5

struct yk_call {
    size_t line;
    const struct yk_slot *slot;
    double way_h;       /* from the station, one way */
    yk_day fixed;       /* must be on this day; YK_DAY_NONE: any */
    const char *forced; /* as in yk_plan_visit */
};

/* Fills the five days of the week in order; some may have no visits. Visits lie in the arena. */
void yk_days_make(struct yk_plan_day day[YK_WORKDAYS], const struct yk_call *call, size_t count,
                  const struct yk_rounds *how, int week, struct yk_arena *a);

static inline yk_day yk_week_begins(const struct yk_rounds *how, int week)
{
    return how->today + 7 * (week - 1);
}

#endif
