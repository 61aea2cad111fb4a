/* region_short.c - each station in short: on a sheet of its own, or, where they are many, all on
 * one. */
#include <math.h>

#include "region_sheets.h"
#include "youka/base/say.h"

enum { MOST_SHEETS = 30, FIRST_CLIENTS = 10 };

static void facts(struct yk_view *v, struct yk_sheet *sheet, const struct yk_station *s,
                  const char *title)
{
    const struct yk_column column[] = {{.width = 28}, {.width = 17}, {.width = 17},
                                       {.width = 17}, {.width = 17}, {.width = 17}};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "station", title, column, 6);
    t->bare = true;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(_("Area manager"));
    c[1] = yk_text_cell(s->area_manager);
    c[2] = yk_text_cell(_("Station class"));
    c[3] = yk_text_cell(yk_word_rule(v, "station_class", s->station_class));
    c[4] = yk_text_cell(_("Trading radius"));
    if (isfinite(s->radius_m))
        c[5] = yk_text_cell(
            yk_arena_printf(v->sheets->arena, _("%s m"), yk_word_number(v, s->radius_m, 0)));
}

static void figures(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_sum *s)
{
    const struct yk_column first[] = {
        {.heading = _("Number of clients"), .format = YK_AS_COUNT},
        {.heading = _("Total demand P50 L/month"), .format = YK_AS_COUNT},
        {.heading = _("low"), .format = YK_AS_COUNT},
        {.heading = _("high"), .format = YK_AS_COUNT},
        {.heading = _("Ours today L/month"), .format = YK_AS_COUNT},
        {.heading = _("Winnable L/month"), .format = YK_AS_COUNT},
    };
    const struct yk_column second[] = {
        {.heading = _("Doors visited"), .format = YK_AS_COUNT},
        {.heading = _("Cells done"), .format = YK_AS_PERCENT},
        {.heading = _("Scheduled in 12 weeks"), .format = YK_AS_COUNT},
        {.heading = _("Visit hours needed in 12 weeks"), .format = YK_AS_COUNT},
        {.heading = _("Visit hours there are"), .format = YK_AS_COUNT},
        {.heading = _("Needed of those there are"), .format = YK_AS_PERCENT},
    };
    const double value[] = {(double)s->sums.clients,
                            s->sums.p50,
                            s->sums.low,
                            s->sums.high,
                            s->sums.ours,
                            s->sums.winnable,
                            s->doors_done,
                            yk_region_share(s->cells_done, s->cells),
                            (double)s->sums.scheduled,
                            s->hours_needed,
                            s->hours,
                            yk_region_share(s->hours_needed, s->hours)};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "figures", NULL, first, 6);
    struct yk_cell *c = yk_table_row(v->sheets, t);
    for (size_t i = 0; i < YK_COUNT_OF(value); i++) {
        if (i == 6)
            c = yk_table_row(v->sheets,
                             yk_sheet_table(v->sheets, sheet, "progress", NULL, second, 6));
        c[i % 6] = isfinite(value[i]) ? yk_toned(yk_number_cell(value[i]), YK_TONE_STRONG)
                                      : yk_toned(yk_text_cell(_("not known")), YK_TONE_MUTED);
    }
}

static void first_clients(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Client"), .format = YK_AS_WRAP},
        {.heading = _("Category"), .format = YK_AS_WRAP},
        {.heading = _("Potential tier")},
        {.heading = _("Winnable L/month"), .format = YK_AS_COUNT},
        {.heading = _("Stage"), .format = YK_AS_WRAP},
        {.heading = _("What to do next"), .format = YK_AS_WRAP},
    };
    struct yk_table *t = yk_sheet_table(
        v->sheets, sheet, "first", _("The first clients of its plan"), column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines && i < FIRST_CLIENTS; i++) {
        const struct yk_plan_line *l = &plan->line[i];
        const struct yk_door *door = &v->territory->door[l->door];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
        c[1] = yk_text_cell(yk_word_choice(v, "category", yk_door_text(door, "category")));
        c[2] = yk_toned(yk_text_cell(yk_word_rule(v, "tier", l->tier_potential)),
                        yk_tone_of_tier(l->tier_potential));
        c[3] = yk_some_number(l->winnable_litres);
        c[4] = yk_text_cell(yk_word_rule(v, "stage", l->stage));
        c[5] = yk_text_cell(yk_word_rule(v, "next_step", l->next_step));
    }
}

static void block(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w,
                  size_t i, const char *title)
{
    facts(v, sheet, yk_region_station(v, w, i), title);
    figures(v, sheet, &w->station[i]);
    yk_tiers_table(v, sheet, "station tiers", NULL, w->station[i].tier);
    first_clients(v, sheet, w->region->station[i].plan);
}

static const char *title_of(const struct yk_view *v, const struct yk_station *s)
{
    return yk_arena_printf(v->sheets->arena, "%s %s", s->code, s->name);
}

void yk_region_short(struct yk_view *v, const struct yk_region_work *w)
{
    size_t count = w->region->stations;
    struct yk_sheet *all = count > MOST_SHEETS ? yk_sheets_add(v->sheets, _("Stations in short"),
                                                               _("Each station in short"))
                                               : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct yk_station *s = yk_region_station(v, w, i);
        const char *title = title_of(v, s);
        /* The code comes first: names may be alike up to where Excel cuts them. */
        block(v, all ? all : yk_sheets_add(v->sheets, title, title), w, i, all ? title : NULL);
    }
}
