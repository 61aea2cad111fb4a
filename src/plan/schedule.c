/* schedule.c - who visits whom in which of the coming 12 weeks. */
#include "youka/plan/schedule.h"

#include <math.h>

#define SOON_DAYS 60
#define ROUNDING 1e-9 /* ten visits of .1 hours fit into one hour */

bool yk_contract_ends_soon(const struct yk_answers *answers, yk_day today)
{
    yk_day until = yk_answer_day(answers, "contract_until");

    return until != YK_DAY_NONE && until >= today && until - today <= SOON_DAYS;
}

/* The weeks of the slot's visits when the first is in `week`; walked by calling with *n counting.
 */
static int visit_week(const struct yk_slot *s, int first, int n)
{
    int week = first + n * (s->every_weeks > 0 ? s->every_weeks : 1);

    return n < s->visits && week <= YK_PLAN_WEEKS ? week : 0;
}

static bool place(struct yk_slot *s, double left[YK_PLAN_WEEKS + 1], int first)
{
    for (int n = 0, week; (week = visit_week(s, first, n)) != 0; n++)
        if (left[week] + ROUNDING < s->hours_per_visit)
            return false;
    for (int n = 0, week; (week = visit_week(s, first, n)) != 0; n++)
        left[week] -= s->hours_per_visit;
    s->due_week = first;
    return true;
}

void yk_schedule(struct yk_slot *slot, size_t count, double hours_week)
{
    double left[YK_PLAN_WEEKS + 1];

    for (int week = 0; week <= YK_PLAN_WEEKS; week++)
        left[week] = isnan(hours_week) ? YK_HOURS_WEEK : hours_week;
    for (int forced = 1; forced >= 0; forced--)
        for (size_t i = 0; i < count; i++) {
            if (slot[i].skip || slot[i].forced != (forced == 1))
                continue;
            slot[i].due_week = 0;
            for (int week = 1; week <= YK_PLAN_WEEKS && !place(&slot[i], left, week); week++)
                ;
        }
}
