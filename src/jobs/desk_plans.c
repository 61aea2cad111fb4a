/* desk_plans.c - the plans of several stations, made on all cores. */
#include "desk.h"

#include "youka/base/cores.h"
#include "youka/plan/make.h"
#include "youka/survey/coverage.h"

struct making {
    const struct yk_desk *desk;
    struct yk_desk_plan *plan;
};

static void make_some(void *who, size_t from, size_t to)
{
    const struct making *m = who;
    for (size_t i = from; i < to; i++) {
        struct yk_desk_plan *p = &m->plan[i];
        yk_plan_make(&p->plan, &m->desk->planning, p->station, &p->arena);
        yk_desk_rivals(&p->plan, m->desk, &p->arena);
    }
}

void yk_desk_plans(struct yk_desk_plan *plan, size_t count, const struct yk_desk *desk)
{
    struct making m = {desk, plan};
    yk_on_cores_by(1, count, yk_cores(), make_some, &m);
}

yk_code yk_desk_plan_coverage(struct yk_desk_plan *p, const struct yk_desk *desk,
                              struct yk_err *err)
{
    if (!yk_point_valid(desk->territory.station[p->station].point))
        return YK_OK;
    if (yk_coverage_of(&p->coverage, &desk->territory, desk->derived.place, p->station, &p->arena,
                       err))
        return err->code;
    p->covered = true;
    return YK_OK;
}

static void cover_some(void *who, size_t from, size_t to)
{
    const struct making *m = who;
    for (size_t i = from; i < to; i++)
        (void)!yk_desk_plan_coverage(&m->plan[i], m->desk, &m->plan[i].err);
}

yk_code yk_desk_coverages(struct yk_desk_plan *plan, size_t count, const struct yk_desk *desk,
                          struct yk_err *err)
{
    struct making m = {desk, plan};
    yk_on_cores_by(1, count, yk_cores(), cover_some, &m);
    for (size_t i = 0; i < count && !err->code; i++)
        if (plan[i].err.code)
            *err = plan[i].err;
    return err->code;
}

void yk_desk_plans_release(struct yk_desk_plan *plan, size_t count)
{
    for (size_t i = 0; i < count; i++)
        yk_arena_release(&plan[i].arena);
}

size_t yk_desk_chosen_stations(size_t **out, const struct yk_desk *desk, const struct yk_wish *wish,
                               struct yk_arena *a)
{
    size_t count = 0;
    *out = YK_ARENA_ARRAY(a, size_t, desk->territory.stations);
    for (size_t i = 0; i < desk->territory.stations; i++)
        if (yk_desk_chosen(wish, &desk->territory.station[i]))
            (*out)[count++] = i;
    return count;
}
