/* region_stations.c - a region's front page, and its stations side by side. */
#include <math.h>

#include "region_sheets.h"
#include "youka/base/say.h"

#define WIDE 20 /* six columns as wide as two charts */

/* A heading with its figure. */
struct figure {
    const char *key, *heading;
    enum yk_format format;
    double value;
};

static void figures(struct yk_view *v, struct yk_sheet *sheet, const char *name, const char *title,
                    const struct figure *figure, size_t count)
{
    struct yk_column *column = YK_ARENA_ARRAY(v->sheets->arena, struct yk_column, count);
    for (size_t i = 0; i < count; i++)
        column[i] = (struct yk_column){.key = figure[i].key,
                                       .heading = figure[i].heading,
                                       .format = figure[i].format,
                                       .width = WIDE};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, name, title, column, count);
    struct yk_cell *c = yk_table_row(v->sheets, t);
    for (size_t i = 0; i < count; i++)
        c[i] = isfinite(figure[i].value) ? yk_toned(yk_number_cell(figure[i].value), YK_TONE_STRONG)
                                         : yk_toned(yk_text_cell(_("not known")), YK_TONE_MUTED);
}

static void key_figures(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    const struct yk_region_sum *s = &w->all;
    const struct figure clients[] = {
        {"stations", _("Stations"), YK_AS_COUNT, (double)w->region->stations},
        {"clients", _("Number of clients"), YK_AS_COUNT, (double)s->sums.clients},
        {"located", _("Located"), YK_AS_COUNT, (double)s->sums.located},
        {"doors_done", _("Doors visited"), YK_AS_COUNT, s->doors_done},
        {"doors_expected", _("Doors expected"), YK_AS_COUNT,
         s->doors_expected > 0 ? s->doors_expected : NAN},
        {"cells_done", _("Cells done"), YK_AS_PERCENT, yk_region_share(s->cells_done, s->cells)},
    };
    const struct figure litres[] = {
        {"p50", _("Total demand P50 L/month"), YK_AS_COUNT, s->sums.p50},
        {"low", _("low"), YK_AS_COUNT, s->sums.low},
        {"high", _("high"), YK_AS_COUNT, s->sums.high},
        {"means", _("Sum of means L/month"), YK_AS_COUNT, s->sums.means},
        {"ours", _("Ours today L/month"), YK_AS_COUNT, s->sums.ours},
        {"winnable_litres", _("Winnable L/month"), YK_AS_COUNT, s->sums.winnable},
    };
    const struct figure work[] = {
        {"scheduled", _("Scheduled in 12 weeks"), YK_AS_COUNT, (double)s->sums.scheduled},
        {"hours_needed", _("Visit hours needed in 12 weeks"), YK_AS_COUNT, s->hours_needed},
        {"hours", _("Visit hours there are"), YK_AS_COUNT, s->hours},
        {"load", _("Needed of those there are"), YK_AS_PERCENT,
         yk_region_share(s->hours_needed, s->hours)},
        {"target_quarter", _("Target this quarter L"), YK_AS_COUNT, s->sums.target_quarter},
        {"expected_share", _("Scheduled clients give of it"), YK_AS_PERCENT,
         yk_region_share(s->sums.expected_quarter, s->sums.target_quarter)},
    };
    figures(v, sheet, "region", _("Key figures"), clients, YK_COUNT_OF(clients));
    figures(v, sheet, "litres", NULL, litres, YK_COUNT_OF(litres));
    figures(v, sheet, "work", NULL, work, YK_COUNT_OF(work));
}

yk_code yk_region_front(struct yk_view *v, const struct yk_region_work *w, struct yk_err *err)
{
    struct yk_arena *a = v->sheets->arena;
    struct yk_sheet *sheet = yk_sheets_add(
        v->sheets, _("Overview"), yk_arena_printf(a, _("%s: region plan"), w->region->name));
    sheet->note = yk_arena_printf(
        a,
        _("As of %s. Litres a month. Every figure is the sum of the stations' own plans; the range "
          "of the total takes errors as independent. %s What each number means is on the sheet "
          "«%s»."),
        yk_word_day(v, v->territory->today),
        v->unmasked ? _("Contacts stand in full.") : _("Contacts are masked."),
        _("What the numbers mean"));
    key_figures(v, sheet, w);
    yk_tiers_table(v, sheet, "tiers", _("Clients by tier"), w->all.tier);
    return yk_region_charts(v, sheet, w, err);
}

enum {
    CODE,
    NAME,
    MANAGER,
    DOORS,
    EXPECTED,
    CELLS,
    CLIENTS,
    LOCATED,
    P50,
    LOW,
    HIGH,
    MEANS,
    OURS,
    WINNABLE,
    SCHEDULED,
    NEEDED,
    HOURS,
    LOAD,
    TIERS /* and one for each tier */
};

static void name_columns(const struct yk_view *v, struct yk_column *c)
{
    const struct yk_column fixed[TIERS] = {
        [CODE] = {.key = "station_code", .heading = _("Station code"), .width = 11},
        [NAME] = {.key = "name", .heading = _("Station"), .format = YK_AS_WRAP, .width = 16},
        [MANAGER] = {.key = "area_manager",
                     .heading = _("Area manager"),
                     .format = YK_AS_WRAP,
                     .width = 9},
        [DOORS] = {.key = "doors_done", .heading = _("Doors visited"), .format = YK_AS_COUNT},
        [EXPECTED] = {.key = "doors_expected",
                      .heading = _("Doors expected"),
                      .format = YK_AS_COUNT},
        [CELLS] = {.key = "cells_done", .heading = _("Cells done"), .format = YK_AS_PERCENT},
        [CLIENTS] = {.key = "clients", .heading = _("Number of clients"), .format = YK_AS_COUNT},
        [LOCATED] = {.key = "located", .heading = _("Located"), .format = YK_AS_COUNT},
        [P50] = {.key = "p50", .heading = _("Total demand P50 L/month"), .format = YK_AS_COUNT},
        [LOW] = {.key = "low", .heading = _("low"), .format = YK_AS_COUNT},
        [HIGH] = {.key = "high", .heading = _("high"), .format = YK_AS_COUNT},
        [MEANS] = {.key = "means", .heading = _("Sum of means L/month"), .format = YK_AS_COUNT},
        [OURS] = {.key = "ours", .heading = _("Ours today L/month"), .format = YK_AS_COUNT},
        [WINNABLE] = {.key = "winnable_litres",
                      .heading = _("Winnable L/month"),
                      .format = YK_AS_COUNT,
                      .bar = true},
        [SCHEDULED] = {.key = "scheduled",
                       .heading = _("Scheduled in 12 weeks"),
                       .format = YK_AS_COUNT},
        [NEEDED] = {.key = "hours_needed",
                    .heading = _("Visit hours needed in 12 weeks"),
                    .format = YK_AS_COUNT},
        [HOURS] = {.key = "hours", .heading = _("Visit hours there are"), .format = YK_AS_COUNT},
        [LOAD] = {.key = "load",
                  .heading = _("Needed of those there are"),
                  .format = YK_AS_PERCENT},
    };
    const struct yk_rules *r = v->territory->rules;
    for (size_t i = 0; i < TIERS; i++)
        c[i] = fixed[i];
    for (size_t i = 0; i < r->tiers; i++)
        c[TIERS + i] = (struct yk_column){
            .key = yk_arena_printf(v->sheets->arena, "tiers.%s", r->tier[i].tier),
            .heading = r->tier[i].label[v->sheets->lang],
            .format = YK_AS_COUNT};
}

static void put_station(const struct yk_view *v, struct yk_cell *c, const struct yk_station *s,
                        const struct yk_region_sum *sum)
{
    double load = yk_region_share(sum->hours_needed, sum->hours);
    c[CODE] = yk_text_cell(s->code);
    c[NAME] = yk_toned(yk_text_cell(s->name), YK_TONE_STRONG);
    c[MANAGER] = yk_text_cell(s->area_manager);
    c[DOORS] = yk_number_cell(sum->doors_done);
    c[EXPECTED] = yk_some_number(sum->doors_expected > 0 ? sum->doors_expected : NAN);
    c[CELLS] = yk_some_number(yk_region_share(sum->cells_done, sum->cells));
    c[CLIENTS] = yk_number_cell((double)sum->sums.clients);
    c[LOCATED] = yk_number_cell((double)sum->sums.located);
    c[P50] = yk_number_cell(sum->sums.p50);
    c[LOW] = yk_number_cell(sum->sums.low);
    c[HIGH] = yk_number_cell(sum->sums.high);
    c[MEANS] = yk_number_cell(sum->sums.means);
    c[OURS] = yk_number_cell(sum->sums.ours);
    c[WINNABLE] = yk_number_cell(sum->sums.winnable);
    c[SCHEDULED] = yk_number_cell((double)sum->sums.scheduled);
    c[NEEDED] = yk_number_cell(sum->hours_needed);
    c[HOURS] = yk_number_cell(sum->hours);
    c[LOAD] = yk_toned(yk_some_number(load), load > 1 ? YK_TONE_WARN : YK_TONE_PLAIN);
    for (size_t i = 0; i < v->territory->rules->tiers; i++)
        c[TIERS + i] = yk_number_cell(sum->tier[i].clients);
}

void yk_region_stations(struct yk_view *v, const struct yk_region_work *w)
{
    size_t columns = TIERS + v->territory->rules->tiers;
    struct yk_column *column = YK_ARENA_ARRAY(v->sheets->arena, struct yk_column, columns);
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Stations compared"), _("Stations side by side"));
    sheet->paper = YK_LANDSCAPE;
    name_columns(v, column);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "stations", NULL, column, columns);
    for (size_t i = 0; i < w->region->stations; i++)
        put_station(v, yk_table_row(v->sheets, t), yk_region_station(v, w, i), &w->station[i]);
}
