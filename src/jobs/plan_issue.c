/* plan_issue.c - freezes development plans: what left the house stays as it was. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"

static struct yk_table *result_table(struct yk_show *out)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station"), .format = YK_AS_TEXT},
        {.key = "name", .heading = _("name"), .format = YK_AS_TEXT},
        {.key = "plan_id", .heading = _("plan id"), .format = YK_AS_TEXT},
        {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
        {.key = "changes", .heading = _("changes"), .format = YK_AS_COUNT},
        {.key = "issued", .heading = _("issued"), .format = YK_AS_TEXT},
    };
    return yk_sheet_table(&out->sheets, yk_sheets_add(&out->sheets, "issued", NULL), "issued", NULL,
                          column, sizeof column / sizeof *column);
}

static void add_result(struct yk_show *out, struct yk_table *t, const struct yk_station *station,
                       const struct yk_plan *plan, const struct yk_id *id, bool added)
{
    struct yk_arena *a = out->sheets.arena;
    struct yk_cell *row = yk_table_row(&out->sheets, t);
    row[0] = yk_text_cell(yk_arena_copy(a, station->code));
    row[1] = yk_text_cell(yk_arena_copy(a, station->name));
    row[2] = yk_text_cell(yk_arena_copy(a, id->text));
    row[3] = yk_number_cell((double)plan->lines);
    row[4] = yk_number_cell((double)plan->changes);
    row[5] = yk_code_cell(added ? "new" : "unchanged",
                          added ? _("issued") : _("issued before, unchanged"));
}

/* The clients' ids leave the program with the plan. */
static yk_code issue(struct yk_show *out, struct yk_table *results, const struct yk_desk *desk,
                     const struct yk_wish *wish, size_t station, struct yk_err *err)
{
    struct yk_desk_plan p = {.station = station};
    struct yk_id id;
    bool added = false;
    yk_desk_plans(&p, 1, desk);
    struct yk_issue what = {.t = &desk->territory,
                            .d = &desk->derived,
                            .plan = &p.plan,
                            .run = &desk->run,
                            .at = wish->now,
                            .who = wish->user,
                            .rules_version = desk->rules_version.text};
    if (!yk_desk_plan_coverage(&p, desk, err)) {
        what.coverage = p.covered ? &p.coverage : NULL;
        if (!yk_issue_plan(&id, &added, desk->store, &what, err) &&
            !yk_desk_issue_plans(desk, &p, 1, wish->now, &p.arena, err))
            add_result(out, results, &desk->territory.station[station], &p.plan, &id, added);
    }
    yk_desk_plans_release(&p, 1);
    return err->code;
}

yk_code yk_run_plan_issue(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station = 0, done = 0;
    if (!wish->option[YK_OPT_STATION] && !wish->option[YK_OPT_REGION])
        return yk_fail(err, YK_E_USAGE,
                       _("say whose plans are to be issued: --station CODE or --region NAME"));
    if (yk_desk_open(&desk, wish, watch, a, err) ||
        (wish->option[YK_OPT_STATION] &&
         yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)))
        goto out;
    yk_desk_planning(&desk, watch, a);
    struct yk_table *results = result_table(out);
    for (size_t i = 0; i < desk.territory.stations; i++) {
        yk_progress(watch, _("issuing plans"), i, desk.territory.stations);
        if (!yk_desk_chosen(wish, &desk.territory.station[i]))
            continue;
        if (issue(out, results, &desk, wish, i, err))
            goto out;
        done++;
    }
    if (!done)
        (void)!yk_desk_no_station(&desk, wish, err);
out:
    yk_desk_close(&desk);
    return err->code;
}
