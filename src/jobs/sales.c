/* sales.c - card transactions: taken in, joined to clients, listed. */
#include "desk.h"
#include "jobs.h"
#include "sales_map.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "youka/base/file.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/book/csv.h"
#include "youka/plan/make.h"
#include "youka/plan/sales.h"
#include "youka/report/sales.h"

yk_code yk_run_sales_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    bool keep = !wish->option[YK_OPT_DRY_RUN];
    const char *map = wish->option[YK_OPT_MAP];
    if (!wish->words && !map)
        return yk_fail(err, YK_E_USAGE, _("name the files to load, or --map MAP.csv, or both"));
    if (wish->words && yk_load_form(out, YK_FORM_SALES, wish, watch, keep, a, err))
        return err->code;
    if (map && yk_sales_map_load(out, wish, watch, a, err))
        return err->code;
    if (keep)
        yk_notice(watch, _("whom it belongs to: youka sales list; cards and names without a "
                           "client: youka sales list --unmatched"));
    return YK_OK;
}

/* What the report looks at beside the view. */
struct listing {
    const struct yk_watch *watch;
    struct yk_desk desk;
    const struct yk_wish *wish;
    struct yk_sales_ask ask;
    bool *chosen;
};

static yk_code statuses_of(unsigned *out, const char *said, struct yk_arena *a, struct yk_err *err)
{
    *out = 0;
    if (!said)
        return YK_OK;
    char *text = yk_arena_copy(a, said);
    for (char *word = text, *next; word; word = next) {
        enum yk_sales_status status;
        next = strchr(word, ',');
        if (next)
            *next++ = '\0';
        if (!yk_sales_status_of(&status, word))
            return yk_fail(err, YK_E_USAGE,
                           _("--status takes new, active, falling, silent, lost, back, none, "
                             "several by commas; not «%s»"),
                           word);
        *out |= 1u << status;
    }
    return YK_OK;
}

static int month_of_time(const char *at)
{
    int month, day;
    return yk_month_read(&month, &day, at) ? month : 0;
}

/* When a client's number first left the program: from then on it was being worked on. */
static void find_since(int *since, const struct yk_territory *t)
{
    struct yk_map client = {0};
    size_t at;
    for (size_t i = 0; i < t->doors; i++)
        yk_map_add(&client, t->door[i].id.text, i);
    for (size_t i = 0; i < t->issues; i++)
        if (yk_map_find(&client, t->issued[i].client.text, &at) && !since[at])
            since[at] = month_of_time(t->issued[i].at);
    yk_map_release(&client);
}

/* What is to be won of each client: as the plan that was issued has it, else as today's would. Of
 * an issued one, what came since counts from its own month on. */
static void find_planned(double *planned, int *since, const struct listing *l, struct yk_arena *a)
{
    const struct yk_territory *t = &l->desk.territory;
    for (size_t i = 0; i < t->doors; i++)
        planned[i] = NAN;
    for (size_t s = 0; s < t->stations; s++) {
        struct yk_plan plan = {0};
        if (!l->chosen[s])
            continue;
        yk_plan_make(&plan, &l->desk.planning, s, a);
        const struct yk_past_plan *past = yk_past_of(t, t->station[s].code);
        for (size_t i = 0; i < plan.lines; i++) {
            size_t client = plan.line[i].door;
            const struct yk_past_line *was = yk_past_line(past, &t->door[client].id);
            planned[client] = was ? was->litres_mean * (1 - was->own_share) * was->access
                                  : plan.line[i].winnable_litres;
            if (was)
                since[client] = yk_month_of(past->day);
        }
    }
}

static void look_at_plans(struct listing *l, struct yk_arena *a)
{
    const struct yk_territory *t = &l->desk.territory;
    double *planned = YK_ARENA_ARRAY(a, double, t->doors);
    double *before = YK_ARENA_ARRAY(a, double, t->doors),
           *since = YK_ARENA_ARRAY(a, double, t->doors);
    double *margin = YK_ARENA_ARRAY(a, double, t->doors);
    int *month = YK_ARENA_ARRAY(a, int, t->doors);
    find_since(month, t);
    yk_desk_planning(&l->desk, l->watch, a);
    find_planned(planned, month, l, a);
    for (size_t i = 0; i < t->doors; i++) {
        const struct yk_buyer *b = yk_sales_of(l->desk.derived.buyer, i);
        const char *category = yk_answer_text(&t->door[i].answers, "category");
        before[i] = since[i] = margin[i] = NAN;
        if (!b)
            continue;
        margin[i] = yk_sales_margin(b, category, &l->desk.rules);
        if (month[i])
            yk_sales_since(&before[i], &since[i], b, month[i]);
    }
    l->ask.planned = planned;
    l->ask.planned_since = month;
    l->ask.before = before;
    l->ask.since = since;
    l->ask.margin = margin;
}

static void look_at_payers(struct listing *l, struct yk_arena *a)
{
    const struct yk_territory *t = &l->desk.territory;
    const char **why = YK_ARENA_ARRAY(a, const char *, t->payers);
    for (size_t i = 0; i < t->payers; i++)
        why[i] =
            l->desk.payer_client[i] == SIZE_MAX ? yk_payer_found_code(l->desk.payer_found[i]) : "";
    l->ask.payer_client = l->desk.payer_client;
    l->ask.payer_why = why;
}

static void look_at_totals(struct listing *l, struct yk_arena *a)
{
    const struct yk_territory *t = &l->desk.territory;
    struct yk_station_sales *station;
    struct yk_sales_outcome *outcome;
    bool *asked = YK_ARENA_ARRAY(a, bool, t->doors);
    yk_sales_stations(&station, &l->ask.stations, t, l->desk.payer_client, a);
    yk_sales_asked(asked, t, l->desk.derived.visits);
    for (size_t i = 0; i < t->doors; i++)
        asked[i] &= l->chosen[l->desk.derived.place[i].owner];
    yk_sales_outcomes(&outcome, &l->ask.outcomes, t, &l->desk.derived, asked, a);
    l->ask.station = station;
    l->ask.outcome = outcome;
}

static yk_code show(struct yk_show *out, struct listing *l, struct yk_arena *a, struct yk_err *err)
{
    const char *path = l->wish->option[YK_OPT_OUT];
    struct yk_view view = yk_desk_view(&l->desk, &out->sheets, l->wish->lang, a);
    view.unmasked = l->wish->option[YK_OPT_UNMASK];
    look_at_payers(l, a);
    if (l->wish->option[YK_OPT_UNMATCHED]) {
        yk_report_unmatched(&view, &l->ask);
        return path ? yk_csv_write(path, yk_report_payer_map(&view, &l->ask), false, err) : YK_OK;
    }
    look_at_plans(l, a);
    look_at_totals(l, a);
    yk_report_sales(&view, &l->ask);
    return YK_OK;
}

static yk_code open_listing(struct listing *l, const struct yk_watch *watch, struct yk_arena *a,
                            struct yk_err *err)
{
    l->watch = watch;
    const struct yk_wish *wish = l->wish;
    size_t station = 0, any = 0;
    if (wish->option[YK_OPT_OUT] && !wish->option[YK_OPT_UNMATCHED])
        return yk_fail(err, YK_E_USAGE, _("--out goes with --unmatched: the table to fill in"));
    if (statuses_of(&l->ask.status, wish->option[YK_OPT_STATUS], a, err) ||
        yk_desk_open(&l->desk, wish, watch, a, err) ||
        (wish->option[YK_OPT_STATION] &&
         yk_desk_station(&station, &l->desk, wish->option[YK_OPT_STATION], err)))
        return err->code;
    l->chosen = YK_ARENA_ARRAY(a, bool, l->desk.territory.stations + 1);
    for (size_t i = 0; i < l->desk.territory.stations; i++)
        any += l->chosen[i] = yk_desk_chosen(wish, &l->desk.territory.station[i]);
    l->ask.chosen = l->chosen;
    if (!any)
        return yk_desk_no_station(&l->desk, wish, err);
    if (!l->desk.territory.payers)
        return yk_fail(err, YK_E_FOUND,
                       _("there are no card transactions yet: youka sales load FILE"));
    return yk_desk_unmask(&l->desk, wish, "sales list", l->desk.territory.payers, err);
}

yk_code yk_run_sales_list(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct listing l = {.wish = wish};
    double most = INFINITY;
    const char *rows = wish->option[YK_OPT_ROWS];
    if (rows && (yk_num_read(&most, rows) != YK_NUM_OK || most < 0))
        return yk_fail(err, YK_E_USAGE, _("--rows takes a whole number, not «%s»"), rows);
    if (!open_listing(&l, watch, a, err) && !show(out, &l, a, err))
        yk_show_cut(out, most);
    yk_desk_close(&l.desk);
    return err->code;
}
