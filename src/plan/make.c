/* make.c - a station's development plan: who is visited when, at which stage, with what support. */
#include "youka/plan/make.h"

#include "ranking.h"
#include "youka/plan/calendar.h"
#include "youka/plan/changes.h"
#include "youka/plan/resurvey.h"
#include "youka/plan/stage.h"

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
        const struct yk_answers *answers = &m.client[i].door->answers;
        *l = m.client[i].line;
        l->rank = i + 1;
        l->request = p->request[l->door]; /* as the region granted it */
        l->stage = yk_stage_of(answers, p->d->visited ? &p->d->visited[l->door] : NULL, t->today);
        l->missing = yk_missing_fact(answers);
        const char *stopped = p->d->visited ? p->d->visited[l->door].stopped : "";
        l->left_out = m.client[i].no_need ? "no_need" : stopped; /* lost, parked */
    }
    yk_plan_dates(out, t, p->d, a);
    yk_resurvey(out, t, p->d, a);
    yk_changes(out, p, a);
}
