/* report_hq.c - the report of headquarters, from issued plans alone. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/report/hq.h"

#define LIST_ROWS 200 /* of each list of clients */
#define ON_SCREEN 2   /* sheets: the cover and the regions; JSON has all */

struct hq_desk {
    struct yk_form *form;
    struct yk_store *store;
    struct yk_rules rules;
    struct yk_id rules_version;
    struct yk_station *station;
    size_t stations;
    struct yk_totals totals;
};

static yk_code open_desk(struct hq_desk *d, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    if (yk_desk_form(&d->form, wish, "client_survey", a, err) ||
        yk_store_open(&d->store, wish->db, YK_STORE_UPDATE, err) ||
        yk_desk_rules(&d->rules, &d->rules_version, d->store, a, err) ||
        yk_list_stations(&d->station, &d->stations, d->store, a, err))
        return err->code;
    struct yk_totals_wish ask = {.today = wish->today,
                                 .big_t = yk_rules_plan(&d->rules, "big_client_t_month"),
                                 .great_t = yk_rules_plan(&d->rules, "key_account_t_month"),
                                 .most = LIST_ROWS};
    if (yk_issued_totals(&d->totals, d->store, &ask, watch, a, err))
        return err->code;
    if (!d->totals.stations) {
        char day[11];
        yk_day_write(day, wish->today);
        return yk_fail(err, YK_E_FOUND,
                       _("no plan was issued up to %s, so there is nothing to report; issue them "
                         "first: youka plan issue --region NAME (or --station CODE)"),
                       day);
    }
    return YK_OK;
}

static void make(struct yk_sheets *book, const struct hq_desk *d, const struct yk_wish *wish)
{
    struct yk_territory t = {.today = wish->today, .rules = &d->rules};
    struct yk_view view = {.sheets = book,
                           .territory = &t,
                           .vocabulary = &d->form->vocabulary,
                           .rules_version = d->rules_version.text};
    struct yk_hq hq = {.totals = &d->totals,
                       .station = d->station,
                       .stations = d->stations,
                       .who = wish->user,
                       .at = wish->now};
    yk_report_hq(&view, &hq);
}

/* The book's own tables; on a terminal the first sheets and where the rest is. */
static void show(struct yk_show *out, const struct yk_sheets *book, const struct yk_wish *wish)
{
    const struct yk_column column[] = {{.key = "file", .heading = _("workbook")}};
    bool all = wish->option[YK_OPT_JSON];
    for (size_t i = 0; i < book->count && (all || i < ON_SCREEN); i++)
        yk_sheets_borrow(&out->sheets, book->sheet[i]);
    struct yk_table *t = yk_sheet_table(&out->sheets, yk_sheets_add(&out->sheets, "file", NULL), "",
                                        NULL, column, 1);
    yk_table_row(&out->sheets, t)[0] = yk_text_cell(wish->option[YK_OPT_OUT]);
}

yk_code yk_run_report_hq(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct hq_desk desk = {0};
    struct yk_sheets book;
    if (!open_desk(&desk, wish, watch, a, err)) {
        yk_sheets_init(&book, a, wish->lang, _("Report of headquarters"), wish->today);
        make(&book, &desk, wish);
        if (!yk_book_write(&book, wish->option[YK_OPT_OUT], err))
            show(out, &book, wish);
    }
    yk_form_free(desk.form);
    yk_store_close(desk.store);
    return err->code;
}
