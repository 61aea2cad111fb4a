/* plan.c - development plans, a station at a time. */
#include "desk.h"
#include "jobs.h"

#include <string.h>

#include "youka/base/file.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/plan/make.h"
#include "youka/report/tables.h"
#include "youka/survey/coverage.h"

/* Codes become part of a file's name. */
static const char *book_path(struct yk_arena *a, const struct yk_wish *wish, const char *station)
{
    char day[11];
    yk_day_write(day, wish->today);
    return yk_arena_printf(a, "%s/%s_%s_%s.xlsx", wish->option[YK_OPT_OUT], _("development_plan"),
                           station, day);
}

static yk_code make_book(const struct yk_desk *desk, const struct yk_wish *wish,
                         const struct yk_plan *plan, const char *path, struct yk_arena *a,
                         struct yk_err *err)
{
    struct yk_sheets book;
    const char *only = wish->option[YK_OPT_SHEETS];
    yk_sheets_init(
        &book, a, wish->lang,
        yk_arena_printf(a, _("Development plan %s"), desk->territory.station[plan->station].name),
        wish->today);
    struct yk_view view = yk_desk_view(desk, &book, wish->lang, a);
    view.unmasked = wish->option[YK_OPT_UNMASK];
    view.pot = desk->planning.pot;
    view.pots = desk->planning.pots;
    struct yk_coverage coverage;
    if (yk_point_valid(desk->territory.station[plan->station].point)) {
        if (yk_coverage_of(&coverage, &desk->territory, desk->derived.place, plan->station, a, err))
            return err->code;
        view.coverage = &coverage;
    }
    if (only ? yk_report_plan_lines(&view, plan, err) : yk_report_plan(&view, plan, NULL, 0, err))
        return err->code;
    return yk_book_write(&book, path, err);
}

static struct yk_table *result_table(struct yk_show *out)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station"), .format = YK_AS_TEXT},
        {.key = "name", .heading = _("name"), .format = YK_AS_TEXT},
        {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
        {.key = "scheduled", .heading = _("scheduled"), .format = YK_AS_COUNT},
        {.key = "winnable_litres", .heading = _("winnable L/month"), .format = YK_AS_COUNT},
        {.key = "file", .heading = _("workbook"), .format = YK_AS_TEXT},
    };
    return yk_sheet_table(&out->sheets, yk_sheets_add(&out->sheets, "plans", NULL), "plans", NULL,
                          column, sizeof column / sizeof *column);
}

static void add_result(struct yk_show *out, struct yk_table *t, const struct yk_station *station,
                       const struct yk_plan *plan, const char *path)
{
    double winnable = 0;
    size_t scheduled = 0;
    for (size_t i = 0; i < plan->lines; i++) {
        winnable += plan->line[i].winnable_litres;
        scheduled += plan->line[i].due_week > 0;
    }
    struct yk_cell *row = yk_table_row(&out->sheets, t);
    row[0] = yk_text_cell(yk_arena_copy(out->sheets.arena, station->code));
    row[1] = yk_text_cell(yk_arena_copy(out->sheets.arena, station->name));
    row[2] = yk_number_cell((double)plan->lines);
    row[3] = yk_number_cell((double)scheduled);
    row[4] = yk_number_cell(winnable);
    row[5] = yk_text_cell(path);
}

static yk_code make_station(struct yk_show *out, struct yk_table *results,
                            const struct yk_desk *desk, const struct yk_wish *wish, size_t station,
                            struct yk_arena *a, struct yk_err *err)
{
    struct yk_arena own = {0}; /* a station's plan and sheets, given back before the next */
    struct yk_plan plan = {0};
    const struct yk_station *s = &desk->territory.station[station];
    const char *path = book_path(a, wish, s->code);
    yk_plan_make(&plan, &desk->planning, station, &own);
    yk_desk_rivals(&plan, desk, &own);
    yk_code code = yk_put_plan(desk->store, &desk->run, &desk->territory, &plan, err);
    if (!code)
        code = yk_desk_unmask(desk, wish, yk_arena_printf(&own, "plan make %s", s->code),
                              plan.lines, err);
    if (!code)
        code = make_book(desk, wish, &plan, path, &own, err);
    if (!code)
        code = yk_desk_issue_plan(desk, &plan, wish->now, &own, err);
    if (!code)
        add_result(out, results, s, &plan, path);
    yk_arena_release(&own);
    return code;
}

yk_code yk_run_plan_make(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station = 0, made = 0;
    const char *only = wish->option[YK_OPT_SHEETS];
    if (only && strcmp(only, "plan") != 0)
        return yk_fail(err, YK_E_USAGE, _("--sheets takes «plan», not «%s»"), only);
    if (yk_desk_open(&desk, wish, watch, a, err) ||
        (wish->option[YK_OPT_STATION] &&
         yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)) ||
        yk_file_make_dir(wish->option[YK_OPT_OUT], err))
        goto out;
    struct yk_table *results = result_table(out);
    yk_desk_planning(&desk, watch, a);
    for (size_t i = 0; i < desk.territory.stations; i++) {
        yk_progress(watch, _("writing plans"), i, desk.territory.stations);
        if (!yk_desk_chosen(wish, &desk.territory.station[i]))
            continue;
        if (make_station(out, results, &desk, wish, i, a, err))
            goto out;
        made++;
    }
    if (!made)
        (void)!yk_desk_no_station(wish, err);
out:
    yk_desk_close(&desk);
    return err->code;
}

void yk_show_cut(struct yk_show *show, double most)
{
    const struct yk_sheets *sheets = &show->sheets;
    for (size_t i = 0; i < sheets->count; i++)
        for (size_t t = 0; t < sheets->sheet[i]->tables; t++)
            if ((double)sheets->sheet[i]->table[t]->rows > most)
                sheets->sheet[i]->table[t]->rows = (size_t)most;
}

yk_code yk_run_plan_show(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_plan plan = {0};
    size_t station = 0;
    double most = 1e9;
    const char *rows = wish->option[YK_OPT_ROWS];
    if (rows && (yk_num_read(&most, rows) != YK_NUM_OK || most < 0))
        return yk_fail(err, YK_E_USAGE, _("--rows takes a whole number, not «%s»"), rows);
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        yk_desk_planning(&desk, watch, a);
        yk_plan_make(&plan, &desk.planning, station, a);
        yk_desk_rivals(&plan, &desk, a);
        yk_report_plan_show(&view, &plan, desk.run.text);
        yk_show_cut(out, most);
    }
    yk_desk_close(&desk);
    return err->code;
}
