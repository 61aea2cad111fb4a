/* make.c - a station's development plan: who is visited when, at which stage, with what support. */
#include "youka/plan/make.h"

#include "ranking.h"
#include "youka/plan/calendar.h"
#include "youka/plan/changes.h"
#include "youka/plan/forced.h"
#include "youka/plan/resurvey.h"
#include "youka/plan/stage.h"

/* Where it stands and what comes next. */
static void stand(struct yk_plan_line *l, const struct yk_territory *t, const struct yk_derived *d,
                  struct yk_arena *a)
{
    const struct yk_answers *answers = &t->door[l->door].answers;
    struct yk_standing s;

    yk_standing_of(&s, NULL, t, d, l->door, l->rule);
    l->stage = s.stage;
    l->claimed = s.claimed;
    l->forced = yk_visit_forced(d->visits, l->door);
    l->next_step = yk_next_step(&s, l->forced, answers);
    l->wants = *l->next_step ? yk_gates_text(s.lacks, a) : "";
    l->last_seen = yk_last_seen(t, d->visits, l->door);
    l->missing = yk_missing_fact(answers);
}

void yk_plan_make(struct yk_plan *out, const struct yk_planning *p, size_t station,
                  struct yk_arena *a)
{
    const struct yk_territory *t = p->t;
    size_t first = p->first[station];
    struct yk_ranking m;

    yk_ranking_make(&m, t, p->d, station, &p->client[first], p->first[station + 1] - first, a);
    *out = (struct yk_plan){.station = station,
                            .line = YK_ARENA_ARRAY(a, struct yk_plan_line, m.count),
                            .lines = m.count};
    for (size_t i = 0; i < m.count; i++) {
        struct yk_plan_line *l = &out->line[i];
        *l = m.client[i].line;
        l->rank = i + 1;
        l->request = p->request[l->door]; /* as the region granted it */
        stand(l, t, p->d, a);
        l->left_out = m.client[i].no_need ? "no_need" : yk_stage_stopped(l->stage) ? l->stage : "";
    }
    yk_plan_dates(out, t, p->d, a);
    yk_resurvey(out, t, p->d, a);
    yk_changes(out, p, a);
}
