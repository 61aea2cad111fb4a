/* hq_cover.c - the front page of headquarters' report: key figures, then charts. */
#include <math.h>
#include <string.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

#define WIDE 20  /* six columns as wide as two charts */
#define ACROSS 6 /* figures a row */
#define BARS 8   /* regions, categories, stations in a chart */

/* Six figures side by side; in JSON members of `key`. */
static void figures(struct yk_view *v, struct yk_sheet *sheet, const char *title,
                    const struct yk_hq_column *from, const double *figure)
{
    struct yk_column column[ACROSS];
    yk_hq_columns(column, from, ACROSS);
    for (size_t i = 0; i < ACROSS; i++)
        column[i].width = WIDE;
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", title, column, ACROSS);
    struct yk_cell *c = yk_table_row(v->sheets, t);
    yk_hq_cells(c, from, ACROSS, figure);
    for (size_t i = 0; i < ACROSS; i++)
        c[i] = yk_toned(c[i], YK_TONE_STRONG);
}

static void plans(struct yk_view *v, struct yk_sheet *sheet, const struct yk_hq_part *all)
{
    const struct yk_column column[ACROSS] = {
        {.key = "totals.issued",
         .heading = _("Stations with an issued plan"),
         .format = YK_AS_COUNT,
         .width = WIDE},
        {.key = "totals.stations",
         .heading = _("Of stations in all"),
         .format = YK_AS_COUNT,
         .width = WIDE},
        {.key = "totals.oldest_day",
         .heading = _("Oldest plan of"),
         .format = YK_AS_DAY,
         .width = WIDE},
        {.key = "totals.newest_day",
         .heading = _("Newest plan of"),
         .format = YK_AS_DAY,
         .width = WIDE},
        {.key = "totals.clients",
         .heading = _("Number of clients"),
         .format = YK_AS_COUNT,
         .width = WIDE},
        {.key = "totals.scheduled",
         .heading = _("Scheduled in 12 weeks"),
         .format = YK_AS_COUNT,
         .width = WIDE},
    };
    const double *f = all->figure;
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", _("Key figures"), column, ACROSS);
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_number_cell(f[YK_HQ_ISSUED]);
    c[1] = yk_number_cell(f[YK_HQ_STATIONS]);
    c[2] = yk_day_cell(all->oldest);
    c[3] = yk_day_cell(all->newest);
    c[4] = yk_number_cell(f[YK_FIG_CLIENTS]);
    c[5] = yk_number_cell(f[YK_FIG_SCHEDULED]);
    for (size_t i = 0; i < ACROSS; i++)
        c[i] = yk_toned(c[i], YK_TONE_STRONG);
}

static const struct yk_hq_column litres[ACROSS] = {
    {"totals.litres_p50", N_("Total demand P50 L/month"), YK_AS_COUNT, YK_FIG_P50, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.litres_mean", N_("Sum of means L/month"), YK_AS_COUNT, YK_FIG_MEAN, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.ours_litres", N_("Ours today L/month"), YK_AS_COUNT, YK_FIG_OURS, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.ours_share", N_("Our share of the demand"), YK_AS_PERCENT, YK_FIG_OURS, YK_FIG_MEAN,
     YK_HQ_PLAIN},
    {"totals.winnable_litres", N_("Winnable L/month"), YK_AS_COUNT, YK_FIG_WINNABLE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.expected_litres", N_("Expected to be won L/month"), YK_AS_COUNT, YK_FIG_EXPECTED,
     YK_HQ_ITSELF, YK_HQ_PLAIN},
};
static const struct yk_hq_column tonnes[ACROSS] = {
    {"totals.tonnes", N_("Demand t/month"), YK_AS_DECIMAL, YK_FIG_TONNES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.ours_tonnes", N_("Ours today t/month"), YK_AS_DECIMAL, YK_FIG_OURS_TONNES,
     YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.winnable_tonnes", N_("Winnable t/month"), YK_AS_DECIMAL, YK_FIG_WINNABLE_TONNES,
     YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.big", N_("Big clients"), YK_AS_COUNT, YK_FIG_BIG, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.great", N_("Key accounts"), YK_AS_COUNT, YK_FIG_GREAT, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.designated", N_("Designated-station clients"), YK_AS_COUNT, YK_FIG_DESIGNATED,
     YK_HQ_ITSELF, YK_HQ_PLAIN},
};
static const struct yk_hq_column cards[ACROSS] = {
    {"totals.card_share", N_("Clients that hold our card"), YK_AS_PERCENT, YK_FIG_CARDS,
     YK_FIG_CLIENTS, YK_HQ_PLAIN},
    {"totals.card_litres_share", N_("Card share of our litres"), YK_AS_PERCENT, YK_FIG_CARD_LITRES,
     YK_FIG_OURS, YK_HQ_PLAIN},
    {"totals.churn", N_("Churn"), YK_AS_PERCENT, YK_HQ_GONE_CLIENTS, YK_FIG_RECORDED, YK_HQ_PLAIN},
    {"totals.lost_litres", N_("Lost L/month"), YK_AS_COUNT, YK_FIG_LOST_LITRES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.price_realised", N_("Price realised of the list price"), YK_AS_PERCENT, YK_FIG_PAID,
     YK_FIG_LIST, YK_HQ_PLAIN},
    {"totals.cells_share", N_("Cells walked"), YK_AS_PERCENT, YK_HQ_CELLS_DONE, YK_HQ_CELLS,
     YK_HQ_PLAIN},
};
static const struct yk_hq_column money[ACROSS] = {
    {"totals.asked_yuan", N_("Support asked yuan/year"), YK_AS_COUNT, YK_FIG_ASKED_YUAN,
     YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.granted_yuan", N_("Granted yuan/year"), YK_AS_COUNT, YK_FIG_GRANTED_YUAN, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.cut_yuan", N_("Cut yuan/year"), YK_AS_COUNT, YK_HQ_CUT_YUAN, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.red", N_("Clients of high risk"), YK_AS_COUNT, YK_FIG_RED, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"totals.new", N_("New since the plan before"), YK_AS_COUNT, YK_HQ_NEW, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"totals.gone", N_("Gone since then"), YK_AS_COUNT, YK_HQ_GONE, YK_HQ_ITSELF, YK_HQ_PLAIN},
};

static const char *note(const struct yk_view *v, const struct yk_hq_sums *s)
{
    const struct yk_totals *t = s->hq->totals;
    struct yk_arena *a = v->sheets->arena;
    const char *said = yk_arena_printf(
        a,
        _("As of %s, from the newest issued plan of each station. A month where nothing else is "
          "said. Big clients need %s t a month and more, key accounts %s t. What each number means "
          "stands on the sheet «%s»."),
        yk_word_day(v, v->territory->today), yk_word_number(v, t->wish.big_t, 0),
        yk_word_number(v, t->wish.great_t, 0), _("What the numbers mean"));
    if (s->whole.figure[YK_FIG_UNWEIGHED] > 0)
        said = yk_arena_printf(
            a, _("%s %s clients stand in plans issued before tonnes were kept: issue those anew."),
            said, yk_word_number(v, s->whole.figure[YK_FIG_UNWEIGHED], 0));
    if (t->twice > 0)
        said = yk_arena_printf(a,
                               _("%s %s clients (%s L/month) stand in the plans of two stations, "
                                 "issued on different days: they count twice until both are issued "
                                 "anew."),
                               said, yk_word_number(v, t->twice, 0),
                               yk_word_number(v, t->twice_litres, 0));
    return said;
}

struct yk_sheet *yk_hq_cover_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Overview"), _("Report of headquarters"));
    const double *f = s->whole.figure;
    sheet->note = note(v, s);
    plans(v, sheet, &s->whole);
    figures(v, sheet, NULL, litres, f);
    figures(v, sheet, NULL, tonnes, f);
    figures(v, sheet, NULL, cards, f);
    figures(v, sheet, NULL, money, f);
    return sheet;
}

static const struct yk_table *table_named(const struct yk_view *v, const char *name)
{
    for (size_t i = 0; i < v->sheets->count; i++)
        for (size_t k = 0; k < v->sheets->sheet[i]->tables; k++)
            if (!strcmp(v->sheets->sheet[i]->table[k]->name, name))
                return v->sheets->sheet[i]->table[k];
    YK_BUG("the report has no table %s", name);
}

static size_t column_named(const struct yk_table *t, const char *key)
{
    for (size_t i = 0; i < t->columns; i++)
        if (t->column[i].key && !strcmp(t->column[i].key, key))
            return i;
    YK_BUG("the table %s has no column %s", t->name, key);
}

/* The first rows of three columns: needed, ours, winnable. */
static void chart(struct yk_view *v, struct yk_sheet *cover, const char *title, const char *name,
                  const char *x, size_t rows)
{
    static const struct {
        const char *key, *said;
        enum yk_tone tone;
    } bar[] = {{"tonnes", N_("demand"), YK_TONE_MUTED},
               {"ours_tonnes", N_("ours"), YK_TONE_STRONG},
               {"winnable_tonnes", N_("winnable"), YK_TONE_GOLD}};
    const struct yk_table *t = table_named(v, name);
    struct yk_chart *c = yk_sheet_chart(v->sheets, cover, YK_CHART_COLUMN, title, YK_COUNT_OF(bar));
    c->y_title = _("t/month");
    for (size_t i = 0; i < YK_COUNT_OF(bar); i++)
        c->series[i] = (struct yk_series){.name = _(bar[i].said),
                                          .table = t,
                                          .x = column_named(t, x),
                                          .y = column_named(t, bar[i].key),
                                          .count = rows < BARS ? rows : BARS,
                                          .tone = bar[i].tone};
}

void yk_hq_charts(struct yk_view *v, struct yk_sheet *cover, const struct yk_hq_sums *s)
{
    chart(v, cover, _("Regions, most winnable first"), "regions", "name", s->regions);
    chart(v, cover, _("Stations, most winnable first"), "stations", "name", s->stations);
    chart(v, cover, _("Demand by category"), "categories", "category", s->hq->totals->categories);
    chart(v, cover, _("Demand by grade"), "grades", "grade", table_named(v, "grades")->rows - 1);
}
