/* entry.c - the Excel workbook that a station fills in and sends back. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/report/entry.h"
#include "youka/survey/asking.h"
#include "youka/survey/coverage.h"

static void show_result(struct yk_show *out, const struct yk_wish *wish,
                        const struct yk_entry *entry, const struct yk_station *station)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station"), .format = YK_AS_TEXT},
        {.key = "name", .heading = _("name"), .format = YK_AS_TEXT},
        {.key = "clients", .heading = _("known clients"), .format = YK_AS_COUNT},
        {.key = "file", .heading = _("workbook"), .format = YK_AS_TEXT},
    };
    struct yk_sheets *s = &out->sheets;
    struct yk_table *t = yk_sheet_table(s, yk_sheets_add(s, "form", NULL), "", NULL, column,
                                        sizeof column / sizeof *column);
    struct yk_cell *row = yk_table_row(s, t);
    row[0] = yk_text_cell(yk_arena_copy(s->arena, station->code));
    row[1] = yk_text_cell(yk_arena_copy(s->arena, station->name));
    row[2] = yk_number_cell((double)entry->doors);
    row[3] = yk_text_cell(wish->option[YK_OPT_OUT]);
}

/* The ids that leave the program stay with their clients; that names and phones leave it, and why,
 * is kept on record. */
static yk_code note_handed_out(const struct yk_desk *desk, const struct yk_wish *wish,
                               const struct yk_entry *entry, struct yk_arena *a, struct yk_err *err)
{
    const char *reason = wish->option[YK_OPT_UNMASK];
    if (yk_desk_issue(desk, entry->door, entry->doors, wish->now, a, err))
        return err->code;
    const struct yk_audit audit = {
        .at = wish->now,
        .who = wish->user,
        .what =
            yk_arena_printf(a, "form workbook %s", desk->territory.station[entry->station].code),
        .reason = reason,
        .rows = (long long)entry->doors,
    };
    return reason ? yk_put_audit(desk->store, &audit, err) : YK_OK;
}

static yk_code write_entry(struct yk_show *out, const struct yk_desk *desk,
                           const struct yk_wish *wish, size_t station, struct yk_arena *a,
                           struct yk_err *err)
{
    struct yk_sheets book;
    struct yk_questions questions;
    struct yk_coverage coverage;
    const struct yk_station *s = &desk->territory.station[station];
    size_t *door = YK_ARENA_ARRAY(a, size_t, desk->territory.doors + 1);
    yk_sheets_init(&book, a, wish->lang, yk_arena_printf(a, "%s %s", desk->form->title, s->name),
                   wish->today);
    yk_questions_of(&questions, desk->form, wish->lang, a);
    if (yk_coverage_of(&coverage, &desk->territory, desk->derived.place, station, a, err))
        return err->code;
    struct yk_view view = yk_desk_view(desk, &book, wish->lang, a);
    view.unmasked = wish->option[YK_OPT_UNMASK];
    view.coverage = &coverage;
    struct yk_entry entry = {.questions = &questions, .station = station, .door = door};
    entry.doors = yk_entry_clients(door, &view, station);
    yk_report_entry(&view, &entry);
    /* On record first: what cannot be noted is not handed out. */
    if (note_handed_out(desk, wish, &entry, a, err) ||
        yk_book_write(&book, wish->option[YK_OPT_OUT], err))
        return err->code;
    show_result(out, wish, &entry, s);
    return YK_OK;
}

yk_code yk_run_form_workbook(struct yk_show *out, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station = 0;
    const char *reason = wish->option[YK_OPT_UNMASK];
    if (reason && yk_text_blank(reason))
        return yk_fail(err, YK_E_USAGE, _("--unmask takes the reason, which is kept on record"));
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err))
        (void)!write_entry(out, &desk, wish, station, a, err);
    yk_desk_close(&desk);
    return err->code;
}
