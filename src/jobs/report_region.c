/* report_region.c - the region plan as a workbook, its key figures on the screen. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/report/region.h"

/* A region's stations with what is known of them. */
static struct yk_region region_of(const struct yk_desk *desk, const struct yk_wish *wish,
                                  const struct yk_desk_plan *plan, size_t count, struct yk_arena *a)
{
    struct yk_region_station *station = YK_ARENA_ARRAY(a, struct yk_region_station, count);
    for (size_t i = 0; i < count; i++)
        station[i] =
            (struct yk_region_station){&plan[i].plan, plan[i].covered ? &plan[i].coverage : NULL};
    return (struct yk_region){.name = wish->option[YK_OPT_REGION],
                              .station = station,
                              .stations = count,
                              .pot = desk->planning.pot,
                              .pots = desk->planning.pots,
                              .user = wish->user,
                              .now = wish->now,
                              .run = yk_arena_copy(a, desk->run.text)};
}

/* The workbook's own tables: on the screen those of the first two sheets, as JSON all whose columns
 * have keys. */
static void show_book(struct yk_show *out, const struct yk_sheets *book, const struct yk_wish *wish)
{
    const struct yk_column column[] = {{.key = "region", .heading = _("region")},
                                       {.key = "file", .heading = _("workbook")}};
    bool json = wish->option[YK_OPT_JSON];
    struct yk_table *t = yk_sheet_table(
        &out->sheets, yk_sheets_add(&out->sheets, _("workbook"), NULL), "", NULL, column, 2);
    struct yk_cell *c = yk_table_row(&out->sheets, t);
    c[0] = yk_text_cell(wish->option[YK_OPT_REGION]);
    c[1] = yk_text_cell(wish->option[YK_OPT_OUT]);
    for (size_t i = 0, shown = 0; i < book->count; i++) {
        struct yk_sheet *sheet = book->sheet[i];
        if (sheet->hidden || !sheet->tables || !sheet->table[0]->column[0].key)
            continue;
        if (json || shown++ < 2)
            yk_sheets_borrow(&out->sheets, sheet);
    }
}

/* What is shown is lent by desk and plans no longer than it takes: texts of both lie in `a`, or are
 * constant. */
static yk_code make_book(struct yk_show *out, const struct yk_desk *desk,
                         const struct yk_wish *wish, struct yk_desk_plan *plan, size_t count,
                         struct yk_arena *a, struct yk_err *err)
{
    const char *name = wish->option[YK_OPT_REGION];
    struct yk_region region = region_of(desk, wish, plan, count, a);
    struct yk_sheets book;
    yk_sheets_init(&book, a, wish->lang, yk_arena_printf(a, _("Region plan %s"), name),
                   wish->today);
    struct yk_view view = yk_desk_view(desk, &book, wish->lang, a);
    view.unmasked = wish->option[YK_OPT_UNMASK];
    if (yk_report_region(&view, &region, err) ||
        yk_book_write(&book, wish->option[YK_OPT_OUT], err))
        return err->code;
    show_book(out, &book, wish);
    return YK_OK;
}

/* Who sees whom in full is on record before, whose ids left the program after it is written. */
static yk_code report(struct yk_show *out, const struct yk_desk *desk, const struct yk_wish *wish,
                      struct yk_desk_plan *plan, size_t count, struct yk_arena *a,
                      struct yk_err *err)
{
    size_t clients = 0;
    yk_desk_plans(plan, count, desk);
    for (size_t i = 0; i < count; i++)
        clients += plan[i].plan.lines;
    if (yk_desk_coverages(plan, count, desk, err) ||
        yk_desk_unmask(desk, wish,
                       yk_arena_printf(a, "report region %s", wish->option[YK_OPT_REGION]), clients,
                       err) ||
        make_book(out, desk, wish, plan, count, a, err))
        return err->code;
    return yk_desk_issue_plans(desk, plan, count, wish->now, a, err);
}

yk_code yk_run_report_region(struct yk_show *out, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_desk_plan *plan = NULL;
    size_t *chosen, count = 0;
    if (yk_desk_open(&desk, wish, watch, a, err))
        goto out;
    count = yk_desk_chosen_stations(&chosen, &desk, wish, a);
    if (!count && yk_desk_no_station(&desk, wish, err))
        goto out;
    plan = YK_ARENA_ARRAY(a, struct yk_desk_plan, count);
    for (size_t i = 0; i < count; i++)
        plan[i].station = chosen[i];
    yk_desk_planning(&desk, watch, a);
    yk_progress(watch, _("planning the stations of the region"), 0, count);
    (void)!report(out, &desk, wish, plan, count, a, err);
out:
    yk_desk_plans_release(plan, count);
    yk_desk_close(&desk);
    return err->code;
}
