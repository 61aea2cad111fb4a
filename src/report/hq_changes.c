/* hq_changes.c - against the plans issued before: by region, by station, from tier to tier; and who
 * has no plan at all. */
#include <string.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

static const struct yk_hq_column change[] = {
    {"clients_before", N_("Clients before"), YK_AS_COUNT, YK_HQ_CLIENTS_BEFORE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"new", N_("New"), YK_AS_COUNT, YK_HQ_NEW, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"gone", N_("Gone"), YK_AS_COUNT, YK_HQ_GONE, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"moved", N_("To another station"), YK_AS_COUNT, YK_HQ_MOVED, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"clients", N_("Clients now"), YK_AS_COUNT, YK_HQ_CLIENTS_SINCE, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"up", N_("Moved up"), YK_AS_COUNT, YK_HQ_UP, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"down", N_("Moved down"), YK_AS_COUNT, YK_HQ_DOWN, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"staged", N_("Another stage"), YK_AS_COUNT, YK_HQ_STAGED, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"buying_before", N_("Buyers before"), YK_AS_COUNT, YK_HQ_BUYING_BEFORE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"buying", N_("Buyers now"), YK_AS_COUNT, YK_HQ_BUYING_SINCE, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"litres_before", N_("Demand before L/month"), YK_AS_COUNT, YK_HQ_MEAN_BEFORE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"litres_mean", N_("Demand now L/month"), YK_AS_COUNT, YK_HQ_MEAN_SINCE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"ours_before", N_("Ours before L/month"), YK_AS_COUNT, YK_HQ_OURS_BEFORE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"ours_litres", N_("Ours now L/month"), YK_AS_COUNT, YK_HQ_OURS_SINCE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
};
enum { CHANGES = YK_COUNT_OF(change), LEAD = 4 };

static void by_station(struct yk_view *v, const struct yk_hq_sums *s)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Changes by station"), NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    sheet->frozen = 1;
    struct yk_column column[LEAD + CHANGES] = {
        {.key = "station", .heading = _("Station"), .format = YK_AS_WRAP, .width = 14},
        {.key = "region", .heading = _("Region"), .format = YK_AS_WRAP, .width = 10},
        {.key = "day_before", .heading = _("Plan before"), .format = YK_AS_DAY},
        {.key = "plan_day", .heading = _("Plan of"), .format = YK_AS_DAY},
    };
    yk_hq_columns(&column[LEAD], change, CHANGES);
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "changes_by_station", NULL, column, LEAD + CHANGES);
    for (size_t i = 0; i < s->stations; i++) {
        const struct yk_hq_part *p = &s->station[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(p->code, p->name);
        c[1] = yk_text_cell(p->region);
        c[2] = yk_day_cell(p->before);
        c[3] = yk_day_cell(p->newest);
        if (p->before != YK_DAY_NONE)
            yk_hq_cells(&c[LEAD], change, CHANGES, p->figure);
    }
}

/* Clients of stations with a plan before, whose tier was `before` and is `now`; "" new or left. */
static double moved(const struct yk_totals *t, const char *before, const char *now)
{
    double clients = 0;
    for (size_t i = 0; i < t->moves; i++)
        if (!strcmp(t->move[i].before, before) && !strcmp(t->move[i].now, now))
            clients += t->move[i].clients;
    return clients;
}

static void by_tier(struct yk_view *v, struct yk_sheet *sheet, const struct yk_totals *totals)
{
    const struct yk_rules *r = v->territory->rules;
    enum { MOST = 12 };
    size_t tiers = r->tiers < MOST ? r->tiers : MOST;
    struct yk_column column[MOST + 2] = {{.key = "before", .heading = _("Tier before ↓ now →")}};
    for (size_t i = 0; i <= tiers; i++)
        column[1 + i] = (struct yk_column){
            .key = i < tiers ? yk_arena_printf(v->sheets->arena, "now.%s", r->tier[i].tier)
                             : "now.left",
            .heading = i < tiers ? r->tier[i].label[v->sheets->lang] : _("left"),
            .format = YK_AS_COUNT};
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "tier_moves", _("From tier to tier"), column, tiers + 2);
    for (size_t b = 0; b <= tiers; b++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        const char *before = b < tiers ? r->tier[b].tier : "";
        c[0] = b < tiers ? yk_toned(yk_code_cell(before, r->tier[b].label[v->sheets->lang]),
                                    yk_tone_of_tier(before))
                         : yk_code_cell("new", _("new"));
        for (size_t n = 0; n < tiers; n++)
            c[1 + n] = yk_toned(yk_number_cell(moved(totals, before, r->tier[n].tier)),
                                n == b ? YK_TONE_MUTED : YK_TONE_PLAIN);
        if (b < tiers)
            c[1 + tiers] = yk_number_cell(moved(totals, before, ""));
    }
}

void yk_hq_changes_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    double compared = s->whole.figure[YK_HQ_COMPARED];
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Changes"), _("Changes since the plans issued before"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note =
        compared > 0
            ? yk_arena_printf(v->sheets->arena,
                              _("Of %s stations that have issued a plan before; both sides speak "
                                "of these stations alone."),
                              yk_word_number(v, compared, 0))
            : _("No station has issued a plan on an earlier day: there is nothing to compare yet.");
    yk_hq_region_table(v, sheet, "changes_by_region", _("By region"), change, CHANGES, s);
    by_tier(v, sheet, s->hq->totals);
    by_station(v, s);
}

void yk_hq_missing_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("Station code")},
        {.key = "name", .heading = _("Station"), .format = YK_AS_WRAP, .width = 24},
        {.key = "region", .heading = _("Region"), .format = YK_AS_WRAP, .width = 16},
        {.key = "area_manager", .heading = _("Area manager"), .format = YK_AS_WRAP, .width = 16},
    };
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Without a plan"), _("Stations without an issued plan"));
    sheet->note = s->withouts
                      ? yk_arena_printf(v->sheets->arena,
                                        _("%zu stations count in no figure of this report. A plan "
                                          "is issued with: youka plan issue --station CODE"),
                                        s->withouts)
                      : _("Every station has an issued plan.");
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "without_plan", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < s->withouts; i++) {
        const struct yk_station *station = s->without[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(station->code);
        c[1] = yk_text_cell(station->name);
        c[2] = yk_text_cell(station->region);
        c[3] = yk_text_cell(yk_word_person(v, station->area_manager));
    }
}
