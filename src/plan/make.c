/* make.c - a station's development plan: who is visited when, at which stage, with what support. */
#include "youka/plan/make.h"

#include <math.h>

#include "ranking.h"
#include "youka/plan/changes.h"
#include "youka/plan/resurvey.h"
#include "youka/plan/schedule.h"
#include "youka/plan/stage.h"

static void schedule(struct yk_ranking *m, double hours_week, struct yk_arena *a)
{
    struct yk_slot *slot = YK_ARENA_ARRAY(a, struct yk_slot, m->count);

    for (size_t i = 0; i < m->count; i++) {
        struct yk_ranked *d = &m->client[i];
        const struct yk_tier_rule *tier = &m->t->rules->tier[d->tier];
        bool located = m->d->place[d->line.door].located;
        d->line.left_out = d->no_need ? "no_need" : located ? "" : "not_located";
        slot[i] = (struct yk_slot){
            .hours_per_visit = tier->hours_per_visit,
            .every_weeks = (int)lround(fmin(tier->visit_every_days / 7, YK_PLAN_WEEKS + 1)),
            .visits = (int)fmin(fmax(tier->visits, 1), YK_PLAN_WEEKS),
            .forced = yk_contract_ends_soon(&d->door->answers, m->t->today),
            .skip = *d->line.left_out != '\0'};
    }
    yk_schedule(slot, m->count, hours_week);
    for (size_t i = 0; i < m->count; i++) {
        m->client[i].line.due_week = slot[i].due_week;
        if (!slot[i].skip && slot[i].due_week == 0)
            m->client[i].line.left_out = "no_capacity";
    }
}

void yk_plan_make(struct yk_plan *out, const struct yk_planning *p, size_t station,
                  struct yk_arena *a)
{
    const struct yk_territory *t = p->t;
    size_t first = p->first[station];
    struct yk_ranking m;

    yk_ranking_make(&m, t, p->d, station, &p->client[first], p->first[station + 1] - first, a);
    schedule(&m, t->station[station].hours_week, a);
    *out = (struct yk_plan){.station = station,
                            .line = YK_ARENA_ARRAY(a, struct yk_plan_line, m.count),
                            .lines = m.count};
    for (size_t i = 0; i < m.count; i++) {
        struct yk_plan_line *l = &out->line[i];
        const struct yk_answers *answers = &m.client[i].door->answers;
        *l = m.client[i].line;
        l->rank = i + 1;
        l->request = p->request[l->door]; /* as the region granted it */
        l->stage = yk_stage_of(answers, t->today);
        l->missing = yk_missing_fact(answers);
    }
    yk_resurvey(out, t, p->d, a);
    yk_changes(out, p, a);
}
