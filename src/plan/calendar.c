/* calendar.c - the dates of a plan's lines: from tiers, answers and staff to the schedule. */
#include "youka/plan/calendar.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/plan/forced.h"
#include "youka/plan/schedule.h"
#include "youka/plan/staff.h"

#define WEEKS_A_YEAR 52
#define LEAST_YUAN 1 /* a year: spare hours go to clients that seem to be worth nothing, too */
#define UNSEEN_DAYS 30

static const struct yk_tier_rule *tier_of(const struct yk_rules *rules, const char *code)
{
    for (size_t i = 0; i < rules->tiers; i++)
        if (strcmp(rules->tier[i].tier, code) == 0)
            return &rules->tier[i];
    YK_BUG("no tier «%s»", code);
}

/* "08:00-17:00"; over midnight: until the next day. Nothing where it is not told. */
static void visiting_hours(struct yk_slot *s, const struct yk_answers *answers)
{
    const char *text = yk_answer_text(answers, "visit_hours");
    int from_h, from_m, to_h, to_m;

    if (!text || sscanf(text, "%2d:%2d-%2d:%2d", &from_h, &from_m, &to_h, &to_m) != 4)
        return;
    s->opens_min = from_h * 60 + from_m;
    s->closes_min = to_h * 60 + to_m;
    if (s->closes_min < s->opens_min)
        s->closes_min += 24 * 60;
}

static struct yk_slot slot_of(const struct yk_plan_line *l, const struct yk_territory *t,
                              const struct yk_place *place, const struct yk_visits *visits)
{
    const struct yk_answers *answers = &t->door[l->door].answers;
    const struct yk_tier_rule *tier = tier_of(t->rules, l->tier_potential);
    const char *highest = t->rules->tier[0].tier;
    bool key = strcmp(l->tier_potential, highest) == 0 || strcmp(l->tier_now, highest) == 0;
    struct yk_slot s = {.skip = *l->left_out != '\0',
                        .point = place->point,
                        .hours_per_visit = tier->hours_per_visit,
                        .every_days = tier->visit_every_days,
                        .visits = (int)fmin(fmax(tier->visits, 1), YK_PLAN_WEEKS),
                        .unseen_days = key ? UNSEEN_DAYS : 0,
                        .urgent = l->forced,
                        .last_seen = yk_last_met(visits, l->door),
                        .contract_until = yk_answer_day(answers, "contract_until"),
                        .agreed_day = yk_next_visit(visits, l->door)};

    if (s.agreed_day == YK_DAY_NONE && s.last_seen == YK_DAY_NONE)
        s.agreed_day = yk_answer_day(answers, "next_visit");
    visiting_hours(&s, answers);
    return s;
}

/* A line says why its visit of this week cannot wait. */
static void tell_forced(struct yk_plan *plan)
{
    for (size_t d = 0; d < plan->calendar.days && plan->calendar.day[d].week == 1; d++)
        for (size_t i = 0; i < plan->calendar.day[d].visits; i++) {
            const struct yk_plan_visit *v = &plan->calendar.day[d].visit[i];
            if (!*plan->line[v->line].forced)
                plan->line[v->line].forced = v->forced;
        }
}

void yk_plan_dates(struct yk_plan *plan, const struct yk_territory *t, const struct yk_derived *d,
                   struct yk_arena *a)
{
    struct yk_slot *slot = YK_ARENA_ARRAY(a, struct yk_slot, plan->lines);
    struct yk_person *staff;
    size_t people = yk_staff_of(&staff, t, plan->station, a);
    double most = INFINITY;

    for (size_t i = 0; i < plan->lines; i++) {
        struct yk_plan_line *l = &plan->line[i];
        const struct yk_place *place = &d->place[l->door];
        if (!*l->left_out && !place->located)
            l->left_out = "not_located";
        slot[i] = slot_of(l, t, place, d->visits);
        most = fmin(most, fmax(l->score_yuan_year, LEAST_YUAN));
        slot[i].value = most / WEEKS_A_YEAR;
    }
    const struct yk_rounds how = {.from = t->station[plan->station].point,
                                  .today = t->today,
                                  .hours_week = yk_station_hours(t, plan->station, staff, people),
                                  .road_factor = yk_rules_market(t->rules, "huff_road_factor"),
                                  .km_h = yk_rules_plan(t->rules, "road_km_h"),
                                  .begins_min =
                                      (int)(yk_rules_plan(t->rules, "day_begins_hour") * 60)};
    yk_schedule(&plan->calendar, slot, plan->lines, &how, a);
    for (size_t i = 0; i < plan->lines; i++) {
        struct yk_plan_line *l = &plan->line[i];
        l->due_week = slot[i].due_week;
        l->visits = slot[i].made;
        l->visits_short = slot[i].short_of;
        if (!slot[i].skip)
            l->left_out = slot[i].left_out;
    }
    tell_forced(plan);
    yk_staff_send(plan, t, staff, people, how.km_h, a);
}
