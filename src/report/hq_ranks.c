/* hq_ranks.c - regions and stations side by side, most winnable litres first. */
#include "hq_sheets.h"
#include "youka/base/say.h"

/* Hidden ones are there for who wants to reckon on; the page stays legible without them. */
static const struct yk_hq_column figure[] = {
    {"clients", N_("Clients"), YK_AS_COUNT, YK_FIG_CLIENTS, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"litres_p50", N_("Demand P50 L/month"), YK_AS_COUNT, YK_FIG_P50, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"litres_mean", N_("Means L/month"), YK_AS_COUNT, YK_FIG_MEAN, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"ours_litres", N_("Ours L/month"), YK_AS_COUNT, YK_FIG_OURS, YK_HQ_ITSELF, YK_HQ_HIDDEN},
    {"ours_share", N_("Our share"), YK_AS_PERCENT, YK_FIG_OURS, YK_FIG_MEAN, YK_HQ_PLAIN},
    {"winnable_litres", N_("Winnable L/month"), YK_AS_COUNT, YK_FIG_WINNABLE, YK_HQ_ITSELF,
     YK_HQ_BAR},
    {"expected_litres", N_("Expected L/month"), YK_AS_COUNT, YK_FIG_EXPECTED, YK_HQ_ITSELF,
     YK_HQ_HIDDEN},
    {"tonnes", N_("Demand t/month"), YK_AS_DECIMAL, YK_FIG_TONNES, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"ours_tonnes", N_("Ours t/month"), YK_AS_DECIMAL, YK_FIG_OURS_TONNES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"winnable_tonnes", N_("Winnable t/month"), YK_AS_DECIMAL, YK_FIG_WINNABLE_TONNES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"score_yuan_year", N_("Score yuan/year"), YK_AS_COUNT, YK_FIG_SCORE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"card_share", N_("Clients that hold our card"), YK_AS_PERCENT, YK_FIG_CARDS, YK_FIG_CLIENTS,
     YK_HQ_PLAIN},
    {"cells_share", N_("Cells walked"), YK_AS_PERCENT, YK_HQ_CELLS_DONE, YK_HQ_CELLS, YK_HQ_PLAIN},
    {"doors_share", N_("Doors visited of expected"), YK_AS_PERCENT, YK_HQ_DOORS_DONE,
     YK_HQ_DOORS_EXPECTED, YK_HQ_PLAIN},
    {"found_share", N_("Clients found of those suggested"), YK_AS_PERCENT, YK_HQ_FOUND,
     YK_HQ_SUGGESTED, YK_HQ_PLAIN},
    {"unvisited", N_("Places not visited"), YK_AS_COUNT, YK_HQ_UNVISITED, YK_HQ_ITSELF,
     YK_HQ_HIDDEN},
};
enum { FIGURES = YK_COUNT_OF(figure), LEAD = 6 };

static struct yk_table *rank_table(struct yk_view *v, const char *sheet_name, const char *name,
                                   const struct yk_column lead[LEAD])
{
    struct yk_column column[LEAD + FIGURES];
    for (size_t i = 0; i < LEAD; i++)
        column[i] = lead[i];
    yk_hq_columns(&column[LEAD], figure, FIGURES);
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, sheet_name, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    sheet->frozen = 3;
    return yk_sheet_table(v->sheets, sheet, name, NULL, column, LEAD + FIGURES);
}

static void regions(struct yk_view *v, const struct yk_hq_sums *s)
{
    const struct yk_column lead[LEAD] = {
        {.key = "rank", .heading = _("Rank"), .format = YK_AS_COUNT},
        {.key = "name", .heading = _("Region"), .format = YK_AS_WRAP, .width = 16},
        {.key = "issued", .heading = _("With an issued plan"), .format = YK_AS_COUNT},
        {.key = "stations", .heading = _("Stations"), .format = YK_AS_COUNT},
        {.key = "oldest_day", .heading = _("Oldest plan of"), .format = YK_AS_DAY},
        {.key = "newest_day", .heading = _("Newest plan of"), .format = YK_AS_DAY},
    };
    struct yk_table *t = rank_table(v, _("Regions ranked"), "regions", lead);
    for (size_t i = 0; i < s->regions; i++) {
        const struct yk_hq_part *p = &s->region[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_number_cell((double)i + 1);
        c[1] = yk_text_cell(p->name);
        c[2] = yk_number_cell(p->figure[YK_HQ_ISSUED]);
        c[3] = yk_number_cell(p->figure[YK_HQ_STATIONS]);
        c[4] = yk_day_cell(p->oldest);
        c[5] = yk_day_cell(p->newest);
        if (p->figure[YK_HQ_ISSUED] > 0)
            yk_hq_cells(&c[LEAD], figure, FIGURES, p->figure);
    }
}

static void stations(struct yk_view *v, const struct yk_hq_sums *s)
{
    const struct yk_column lead[LEAD] = {
        {.key = "rank", .heading = _("Rank"), .format = YK_AS_COUNT},
        {.key = "station_code", .heading = _("Station code")},
        {.key = "name", .heading = _("Station"), .format = YK_AS_WRAP, .width = 16},
        {.key = "region", .heading = _("Region"), .format = YK_AS_WRAP, .width = 12},
        {.key = "plan_day", .heading = _("Plan of"), .format = YK_AS_DAY},
        {.key = "age_days", .heading = _("Days old"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = rank_table(v, _("Stations ranked"), "stations", lead);
    for (size_t i = 0; i < s->stations; i++) {
        const struct yk_hq_part *p = &s->station[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_number_cell((double)i + 1);
        c[1] = yk_text_cell(p->code);
        c[2] = yk_text_cell(p->name);
        c[3] = yk_text_cell(p->region);
        c[4] = yk_day_cell(p->newest);
        c[5] = yk_number_cell(v->territory->today - p->newest);
        yk_hq_cells(&c[LEAD], figure, FIGURES, p->figure);
    }
}

void yk_hq_ranks_sheets(struct yk_view *v, const struct yk_hq_sums *s)
{
    regions(v, s);
    stations(v, s);
}
