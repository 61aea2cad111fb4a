/* overview.c - the front page of a station's plan: what there is, what can be won, what is due. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

#define WIDE 20 /* six columns as wide as two charts */

static void station_facts(struct yk_view *v, struct yk_sheet *sheet, const struct yk_station *s)
{
    struct yk_arena *a = v->sheets->arena;
    const struct yk_column column[] = {{.width = WIDE}, {.width = WIDE}, {.width = WIDE},
                                       {.width = WIDE}, {.width = WIDE}, {.width = WIDE}};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "station", NULL, column, 6);
    t->bare = true;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(_("Station"));
    c[1] = yk_text_cell(yk_arena_printf(a, "%s %s", s->code, s->name));
    c[2] = yk_text_cell(_("Region"));
    c[3] = yk_text_cell(s->region);
    c[4] = yk_text_cell(_("Area manager"));
    c[5] = yk_text_cell(s->area_manager);
    c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(_("Station class"));
    c[1] = yk_text_cell(yk_word_rule(v, "station_class", s->station_class));
    c[2] = yk_text_cell(_("Trading radius"));
    if (isfinite(s->radius_m))
        c[3] = yk_text_cell(yk_arena_printf(a, _("%s m"), yk_word_number(v, s->radius_m, 0)));
    c[4] = yk_text_cell(_("Visit hours a week"));
    c[5] = yk_text_cell(yk_word_number(v, s->hours_week, 1));
}

static void key_figures(struct yk_view *v, struct yk_sheet *sheet, const struct yk_sums *sum)
{
    const struct yk_column clients[] = {
        {.heading = _("Number of clients"), .format = YK_AS_COUNT},
        {.heading = _("Located"), .format = YK_AS_COUNT},
        {.heading = _("Scheduled in 12 weeks"), .format = YK_AS_COUNT},
        {.heading = _("Share of the top fifth of clients"), .format = YK_AS_PERCENT},
        {.heading = _("Target this quarter L"), .format = YK_AS_COUNT},
        {.heading = _("Scheduled clients give of it"), .format = YK_AS_PERCENT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "clients", _("Key figures"), clients,
                                        YK_COUNT_OF(clients));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    double given = sum->target_quarter > 0 ? sum->expected_quarter / sum->target_quarter : NAN;
    const double figure[] = {(double)sum->clients, (double)sum->located, (double)sum->scheduled,
                             sum->top_share,       sum->target_quarter,  given};
    for (size_t i = 0; i < YK_COUNT_OF(figure); i++)
        c[i] = yk_toned(yk_some_number(figure[i]), YK_TONE_STRONG);
}

static void litres_row(struct yk_view *v, struct yk_table *t, const char *what,
                       struct yk_spread spread, double means, double all)
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    const double figure[] = {spread.p50, spread.low, spread.high, means,
                             all > 0 ? means / all : NAN};
    c[0] = yk_text_cell(what);
    for (size_t i = 0; i < YK_COUNT_OF(figure); i++)
        c[i + 1] = yk_toned(yk_some_number(figure[i]), YK_TONE_STRONG);
}

static void litres(struct yk_view *v, struct yk_sheet *sheet, const struct yk_sums *sum)
{
    const struct yk_column column[] = {
        {.heading = _("Litres a month")},
        {.heading = _("Sum of P50"), .format = YK_AS_COUNT},
        {.heading = _("low (1 in 10 is below)"), .format = YK_AS_COUNT},
        {.heading = _("high (1 in 10 is above)"), .format = YK_AS_COUNT},
        {.heading = _("Sum of means"), .format = YK_AS_COUNT},
        {.heading = _("Share of demand"), .format = YK_AS_PERCENT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "litres", NULL, column, YK_COUNT_OF(column));
    struct yk_spread demand = {sum->p50, sum->low, sum->high};
    litres_row(v, t, _("Total demand"), demand, sum->means, sum->means);
    litres_row(v, t, _("Ours today"), sum->ours_range, sum->ours, sum->means);
    litres_row(v, t, _("Winnable"), sum->winnable_range, sum->winnable, sum->means);
}

static void tiers(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    struct yk_tier_sum *sum =
        YK_ARENA_ARRAY(v->sheets->arena, struct yk_tier_sum, v->territory->rules->tiers + 1);
    yk_tier_sums_add(sum, v, plan);
    yk_tiers_table(v, sheet, "tiers", _("Clients by tier"), sum);
}

static const char *note(const struct yk_view *v, const struct yk_sums *sum)
{
    const char *day = yk_word_day(v, v->territory->today);
    return yk_arena_printf(
        v->sheets->arena,
        sum->target_given
            ? _("As of %s. Litres a month; the range of the total takes the clients' errors as "
                "independent; the target is the station's own. What each number means is on the "
                "last sheet.")
            : _("As of %s. Litres a month; the range of the total takes the clients' errors as "
                "independent; no target is set, so it is what the scheduled clients are expected "
                "to give. What each number means is on the last sheet."),
        day);
}

yk_code yk_overview_sheet(struct yk_view *v, const struct yk_plan *plan, struct yk_err *err)
{
    const struct yk_station *s = &v->territory->station[plan->station];
    struct yk_sums sum;
    yk_sums_of(&sum, v, plan);
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Overview"),
                      yk_arena_printf(v->sheets->arena, _("%s: client development plan"), s->name));
    sheet->note = note(v, &sum);
    station_facts(v, sheet, s);
    key_figures(v, sheet, &sum);
    litres(v, sheet, &sum);
    yk_coverage_figures(v, sheet);
    tiers(v, sheet, plan);
    yk_money_table(v, sheet, plan);
    return yk_overview_charts(v, sheet, plan, err);
}
