/* client.c - clients and their estimates: lists, all answers of one, the reasons of its numbers. */
#include "desk.h"
#include "jobs.h"
#include "steps.h"

#include "youka/base/say.h"
#include "youka/plan/make.h"
#include "youka/report/duplicates.h"
#include "youka/report/tables.h"

typedef void list_view(struct yk_view *view, const bool *chosen);

static yk_code list(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                    list_view *show, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station = 0;
    if (yk_desk_open(&desk, wish, watch, a, err) ||
        (wish->option[YK_OPT_STATION] &&
         yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)))
        goto out;
    bool *chosen = YK_ARENA_ARRAY(a, bool, desk.territory.stations + 1);
    for (size_t i = 0; i < desk.territory.stations; i++)
        chosen[i] = yk_desk_chosen(wish, &desk.territory.station[i]);
    struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
    show(&view, chosen);
out:
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_client_list(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_clients, a, err);
}

yk_code yk_run_estimate_list(struct yk_show *out, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_estimates, a, err);
}

yk_code yk_run_client_duplicates(struct yk_show *out, const struct yk_wish *wish,
                                 const struct yk_watch *watch, struct yk_arena *a,
                                 struct yk_err *err)
{
    return list(out, wish, watch, yk_report_duplicates, a, err);
}

yk_code yk_run_client_show(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t client = 0;
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_client(&client, &desk, wish->word[0], err) &&
        !yk_desk_unmask(
            &desk, wish,
            yk_arena_printf(a, "client show %.12s", desk.territory.door[client].id.text), 1, err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        view.unmasked = wish->option[YK_OPT_UNMASK];
        struct yk_client_visits visits;
        yk_desk_steps(&visits, &desk, client, a);
        view.visits = &visits;
        yk_report_client(&view, client);
    }
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_client_explain(struct yk_show *out, const struct yk_wish *wish,
                              const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_plan plan = {0};
    size_t client = 0;
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_client(&client, &desk, wish->word[0], err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        struct yk_place_story story;
        struct yk_client_visits visits;
        yk_desk_steps(&visits, &desk, client, a);
        view.visits = &visits;
        if (yk_desk_story(&story, &desk, client, a))
            view.story = &story;
        yk_desk_planning(&desk, watch, a);
        yk_plan_make(&plan, &desk.planning, desk.derived.place[client].owner, a);
        (void)!yk_report_explain(&view, client, &plan, err);
    }
    yk_desk_close(&desk);
    return err->code;
}
