/* region_charts.c - a region's charts and its map; their numbers stand on a hidden sheet. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"
#include "sketch.h"
#include "youka/base/say.h"

enum {
    MOST_COLUMNS = 24, /* stations in a chart, the most winnable */
    MOST_NAMES = 30,   /* on the map: of more stations none is named */
    NAME_WIDTH = 14,   /* of a station under its column, half-width characters */
    MOST_POINTS = 1000 /* prospects on the map, the best */
};
#define RADIUS_UNKNOWN 3000
#define MARGIN 1.15 /* of what holds all trading areas: what lies beyond is told, not drawn */

/* A name as it stands in a chart; of one that has to be cut the code tells it from others. */
static const char *short_name(const struct yk_view *v, const struct yk_station *s)
{
    struct yk_arena *a = v->sheets->arena;
    if (yk_text_width(s->name) <= NAME_WIDTH)
        return s->name;
    return yk_text_cut(a, yk_arena_printf(a, "%s %s", s->code, s->name), NAME_WIDTH);
}

struct column {
    size_t station;
    double winnable;
};

static int by_winnable(const void *a, const void *b)
{
    const struct column *x = a, *y = b;
    if (x->winnable != y->winnable)
        return x->winnable > y->winnable ? -1 : 1;
    return (x->station > y->station) - (x->station < y->station);
}

/* A row a station, the most winnable first: name, winnable, clients by tier. */
static struct yk_table *columns_table(struct yk_view *v, struct yk_sheet *data,
                                      const struct yk_region_work *w)
{
    const struct yk_rules *r = v->territory->rules;
    size_t stations = w->region->stations;
    struct yk_column *head = YK_ARENA_ARRAY(v->sheets->arena, struct yk_column, 2 + r->tiers);
    struct column *order = YK_ARENA_ARRAY(v->sheets->arena, struct column, stations + 1);
    head[0] = (struct yk_column){.heading = _("Station")};
    head[1] = (struct yk_column){.heading = _("Winnable L/month"), .format = YK_AS_COUNT};
    for (size_t k = 0; k < r->tiers; k++)
        head[2 + k] =
            (struct yk_column){.heading = r->tier[k].label[v->sheets->lang], .format = YK_AS_COUNT};
    struct yk_table *t =
        yk_sheet_table(v->sheets, data, "columns", _("Stations side by side"), head, 2 + r->tiers);
    for (size_t i = 0; i < stations; i++)
        order[i] = (struct column){i, w->station[i].sums.winnable};
    qsort(order, stations, sizeof *order, by_winnable);
    for (size_t i = 0; i < stations && i < MOST_COLUMNS; i++) {
        const struct yk_region_sum *sum = &w->station[order[i].station];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(short_name(v, yk_region_station(v, w, order[i].station)));
        c[1] = yk_number_cell(sum->sums.winnable);
        for (size_t k = 0; k < r->tiers; k++)
            c[2 + k] = yk_number_cell(sum->tier[k].clients);
    }
    return t;
}

/* Of many stations: how many of them are shown. */
static const char *title_of(const struct yk_view *v, const char *title, size_t shown, size_t all)
{
    if (shown == all)
        return title;
    return yk_arena_printf(v->sheets->arena, _("%s: the %zu most winnable of %zu"), title, shown,
                           all);
}

static void hang_columns(struct yk_view *v, struct yk_sheet *front, const struct yk_region_work *w,
                         const struct yk_table *t)
{
    size_t all = w->region->stations;
    const struct yk_rules *r = v->territory->rules;
    struct yk_chart *chart = yk_sheet_chart(v->sheets, front, YK_CHART_COLUMN,
                                            title_of(v, _("Winnable by station"), t->rows, all), 1);
    chart->y_title = _("Winnable L/month");
    chart->series[0] =
        (struct yk_series){.name = _("Winnable L/month"), .table = t, .y = 1, .count = t->rows};
    chart = yk_sheet_chart(v->sheets, front, YK_CHART_STACKED,
                           title_of(v, _("Clients by tier and station"), t->rows, all), r->tiers);
    chart->y_title = _("Number of clients");
    for (size_t k = 0; k < r->tiers; k++)
        chart->series[k] = (struct yk_series){.name = r->tier[k].label[v->sheets->lang],
                                              .table = t,
                                              .y = 2 + k,
                                              .count = t->rows,
                                              .tone = yk_tone_of_tier(r->tier[k].tier)};
}

static double radius_of(const struct yk_station *s)
{
    return isfinite(s->radius_m) && s->radius_m > 0 ? s->radius_m : RADIUS_UNKNOWN;
}

/* The middle of all stations, and how far the farthest border is from it. False: no station has a
 * place. */
static bool frame_of(struct yk_point *centre, double *reach_m, const struct yk_view *v,
                     const struct yk_region_work *w)
{
    struct yk_point low = {90, 180}, high = {-90, -180};
    bool any = false;
    for (size_t i = 0; i < w->region->stations; i++) {
        struct yk_point p = yk_region_station(v, w, i)->point;
        if (!yk_point_valid(p))
            continue;
        low = (struct yk_point){fmin(low.lat, p.lat), fmin(low.lon, p.lon)};
        high = (struct yk_point){fmax(high.lat, p.lat), fmax(high.lon, p.lon)};
        any = true;
    }
    *centre = (struct yk_point){(low.lat + high.lat) / 2, (low.lon + high.lon) / 2};
    *reach_m = 0;
    for (size_t i = 0; any && i < w->region->stations; i++) {
        const struct yk_station *s = yk_region_station(v, w, i);
        if (yk_point_valid(s->point))
            *reach_m = fmax(*reach_m, yk_metres(*centre, s->point) + radius_of(s));
    }
    *reach_m *= MARGIN;
    return any;
}

static yk_code draw_areas(struct yk_sketch *m, const struct yk_region_work *w, struct yk_err *err)
{
    struct yk_table *t = yk_sketch_table(m, _("trading areas"));
    for (size_t i = 0; i < w->region->stations; i++) {
        const struct yk_station *s = yk_region_station(m->view, w, i);
        if (yk_point_valid(s->point) && yk_sketch_ring(m, t, s, err))
            return err->code;
    }
    yk_sketch_series(m, t, _("trading areas"), YK_TONE_MUTED, YK_MARK_LINE, false);
    return YK_OK;
}

static yk_code draw_tier(struct yk_sketch *m, const struct yk_plan_line *const *best, size_t count,
                         const struct yk_tier_rule *tier, struct yk_err *err)
{
    const char *label = tier->label[m->view->sheets->lang];
    struct yk_table *t = yk_sketch_table(m, label);
    for (size_t i = 0; i < count; i++) {
        const struct yk_place *p = &m->view->derived->place[best[i]->door];
        if (p->located && !strcmp(best[i]->tier_potential, tier->tier) &&
            yk_sketch_point(m, t, p->point, "", err))
            return err->code;
    }
    yk_sketch_series(m, t, label, yk_tone_of_tier(tier->tier), YK_MARK_DOT, false);
    return YK_OK;
}

static yk_code draw_stations(struct yk_sketch *m, const struct yk_region_work *w,
                             struct yk_err *err)
{
    struct yk_table *t = yk_sketch_table(m, _("our stations"));
    for (size_t i = 0; i < w->region->stations; i++) {
        const struct yk_station *s = yk_region_station(m->view, w, i);
        if (yk_point_valid(s->point) &&
            yk_sketch_point(m, t, s->point, short_name(m->view, s), err))
            return err->code;
    }
    yk_sketch_series(m, t, _("our stations"), YK_TONE_STRONG, YK_MARK_SQUARE,
                     w->region->stations <= MOST_NAMES);
    return YK_OK;
}

static yk_code draw(struct yk_sketch *m, const struct yk_region_work *w, size_t *points,
                    struct yk_err *err)
{
    const struct yk_rules *r = m->view->territory->rules;
    const struct yk_plan_line **best;
    size_t count = yk_region_best(&best, m->view, w);
    *points = count < MOST_POINTS ? count : MOST_POINTS;
    if (draw_areas(m, w, err))
        return err->code;
    for (size_t i = r->tiers; i-- > 0;) /* the best on top */
        if (draw_tier(m, best, *points, &r->tier[i], err))
            return err->code;
    return draw_stations(m, w, err);
}

static yk_code map(struct yk_view *v, struct yk_sheet *data, struct yk_sheet *front,
                   const struct yk_region_work *w, struct yk_err *err)
{
    struct yk_sketch m = {.view = v,
                          .data = data,
                          .unit_m = 1000,
                          .heading = {_("East km"), _("North km"), _("Station")}};
    struct yk_point centre;
    size_t points = 0;
    if (!frame_of(&centre, &m.reach_m, v, w))
        return YK_OK;
    if (yk_plane_open(&m.plane, centre, err))
        return yk_while(err, _("drawing the map of %s"), w->region->name);
    yk_code code = draw(&m, w, &points, err);
    yk_plane_close(m.plane);
    if (code)
        return yk_while(err, _("drawing the map of %s"), w->region->name);
    struct yk_chart *chart =
        yk_sketch_hang(&m, front,
                       yk_arena_printf(v->sheets->arena,
                                       _("Map: our stations and the %zu best prospects"), points));
    chart->x_title = _("km east of the middle of the stations");
    chart->y_title = _("km north of it");
    return YK_OK;
}

yk_code yk_region_charts(struct yk_view *v, struct yk_sheet *front, const struct yk_region_work *w,
                         struct yk_err *err)
{
    struct yk_sheet *data = yk_sheets_add(v->sheets, _("Chart data"), NULL);
    data->hidden = true;
    hang_columns(v, front, w, columns_table(v, data, w));
    return map(v, data, front, w, err);
}
