/* visit.c - what visits have brought about. */
#include "desk.h"
#include "jobs.h"
#include "steps.h"

yk_code yk_run_visit_list(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station = 0, n = 0;
    const char *code = wish->option[YK_OPT_STATION];
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !(code && yk_desk_station(&station, &desk, code, err))) {
        const struct yk_territory *t = &desk.territory;
        struct yk_client_visits *of = YK_ARENA_ARRAY(a, struct yk_client_visits, t->doors);
        for (size_t i = 0; i < t->doors; i++)
            if (yk_desk_chosen(wish, &t->station[desk.derived.place[i].owner]))
                yk_desk_steps(&of[n++], &desk, i, a);
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        yk_report_visits(&view, of, n, code);
    }
    yk_desk_close(&desk);
    return err->code;
}

void yk_desk_steps(struct yk_client_visits *out, const struct yk_desk *desk, size_t client,
                   struct yk_arena *a)
{
    struct yk_standing now;
    *out = (struct yk_client_visits){.next = yk_next_visit(&desk->visits, client)};
    if (!yk_visits_at(&desk->visits, client, &out->count) || !out->count)
        return;
    struct yk_stage_step *step = YK_ARENA_ARRAY(a, struct yk_stage_step, out->count);
    yk_standing_of(&now, step, &desk->territory, &desk->derived, client,
                   yk_strategy_for(&desk->rules, &desk->territory.door[client].answers, ""));
    out->step = YK_ARENA_ARRAY(a, struct yk_visit_step, out->count);
    for (size_t i = 0; i < out->count; i++)
        out->step[i] = (struct yk_visit_step){.visit = step[i].visit,
                                              .before = step[i].before,
                                              .after = step[i].after.stage,
                                              .claimed = step[i].after.claimed,
                                              .wants = yk_gates_text(step[i].after.lacks, a)};
}
