/* overview_charts.c - the front page's charts and the map; their numbers stand on a hidden sheet.
 */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"
#include "youka/geo/plane.h"

#define RING_POINTS 73 /* every five degrees, and the first again */
#define MAP_REACH 1.5  /* of the radius: what lies beyond is told, not drawn */
#define RADIUS_UNKNOWN 3000
#define BAR_CATEGORIES 12 /* of most litres */

static double mean_of(const struct yk_view *v, const struct yk_plan_line *line)
{
    double mean = v->derived->estimate[line->door].litres.mean;
    return isfinite(mean) ? mean : 0;
}

static void pareto(struct yk_view *v, struct yk_sheet *data, struct yk_sheet *front,
                   const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Client")},
        {.heading = _("Rank by litres"), .format = YK_AS_COUNT},
        {.heading = _("Share of demand"), .format = YK_AS_PERCENT},
        {.heading = _("Running share"), .format = YK_AS_PERCENT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, data, "pareto", _("Share of demand"), column,
                                        YK_COUNT_OF(column));
    const size_t *order = yk_lines_by_litres(v, plan);
    double all = 0, running = 0;
    for (size_t i = 0; i < plan->lines; i++)
        all += mean_of(v, &plan->line[i]);
    for (size_t i = 0; all > 0 && i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[order[i]];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        running += mean_of(v, line);
        c[0] = yk_text_cell(yk_door_text(&v->territory->door[line->door], "client_name"));
        c[1] = yk_number_cell((double)i + 1);
        c[2] = yk_number_cell(mean_of(v, line) / all);
        c[3] = yk_number_cell(running / all);
    }
    struct yk_chart *chart =
        yk_sheet_chart(v->sheets, front, YK_CHART_PARETO, _("Who holds the demand"), 2);
    chart->x_title = _("Clients by litres a month");
    chart->y_title = _("Share of demand");
    chart->series[0] =
        (struct yk_series){.name = _("each client"), .table = t, .x = 1, .y = 2, .count = t->rows};
    chart->series[1] = (struct yk_series){.name = _("running share"),
                                          .table = t,
                                          .x = 1,
                                          .y = 3,
                                          .count = t->rows,
                                          .tone = YK_TONE_GOLD,
                                          .cumulative = true};
}

struct slice {
    const char *category;
    double litres;
};

/* Litres of a plan by category, most first; ties in the order of the vocabulary of the rules. */
static size_t slices_of(struct slice *out, const struct yk_view *v, const struct yk_plan *plan)
{
    const struct yk_rules *r = v->territory->rules;
    size_t n = 0;
    for (size_t k = 0; k < r->categories; k++) {
        struct slice s = {r->category[k].category, 0};
        for (size_t i = 0; i < plan->lines; i++)
            if (!strcmp(yk_door_text(&v->territory->door[plan->line[i].door], "category"),
                        s.category))
                s.litres += mean_of(v, &plan->line[i]);
        if (s.litres <= 0)
            continue;
        size_t at = n++;
        for (; at && out[at - 1].litres < s.litres; at--)
            out[at] = out[at - 1];
        out[at] = s;
    }
    return n;
}

static void categories(struct yk_view *v, struct yk_sheet *data, struct yk_sheet *front,
                       const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Category")},
        {.heading = _("Mean L/month"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, data, "categories", _("Volume by category"),
                                        column, YK_COUNT_OF(column));
    struct slice *slice =
        YK_ARENA_ARRAY(v->sheets->arena, struct slice, v->territory->rules->categories + 1);
    size_t n = slices_of(slice, v, plan);
    double rest = 0;
    for (size_t i = 0; i < n; i++) {
        if (i >= BAR_CATEGORIES) {
            rest += slice[i].litres;
            continue;
        }
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(yk_word_choice(v, "category", slice[i].category));
        c[1] = yk_number_cell(slice[i].litres);
    }
    if (rest > 0) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(_("the rest"));
        c[1] = yk_number_cell(rest);
    }
    struct yk_chart *chart =
        yk_sheet_chart(v->sheets, front, YK_CHART_COLUMN, _("Volume by category"), 1);
    chart->y_title = _("Mean L/month");
    chart->series[0] =
        (struct yk_series){.name = _("Mean L/month"), .table = t, .y = 1, .count = t->rows};
}

/* The map under construction: one table of points a series. */
struct map {
    struct yk_view *view;
    struct yk_sheet *data;
    struct yk_plane *plane;
    struct yk_series series[16];
    size_t count, beyond;
    double reach, farthest;
};

static struct yk_table *points_table(struct map *m, const char *title)
{
    const struct yk_column column[] = {
        {.heading = _("East m"), .format = YK_AS_COUNT},
        {.heading = _("North m"), .format = YK_AS_COUNT},
        {.heading = _("Rank")},
    };
    return yk_sheet_table(m->view->sheets, m->data, title, title, column, YK_COUNT_OF(column));
}

static yk_code add_point(struct map *m, struct yk_table *t, struct yk_point p, const char *label,
                         struct yk_err *err)
{
    struct yk_xy at;
    if (yk_plane_xy(&at, m->plane, p, err))
        return err->code;
    double far = fmax(fabs(at.east_m), fabs(at.north_m));
    if (far > m->reach) {
        m->beyond++;
        return YK_OK;
    }
    m->farthest = fmax(m->farthest, far);
    struct yk_cell *c = yk_table_row(m->view->sheets, t);
    c[0] = yk_number_cell(round(at.east_m));
    c[1] = yk_number_cell(round(at.north_m));
    c[2] = yk_text_cell(label);
    return YK_OK;
}

static void add_series(struct map *m, struct yk_table *t, const char *name, enum yk_tone tone,
                       enum yk_mark mark, bool named)
{
    if (t->rows && m->count < YK_COUNT_OF(m->series))
        m->series[m->count++] = (struct yk_series){.name = name,
                                                   .table = t,
                                                   .y = 1,
                                                   .count = t->rows,
                                                   .tone = tone,
                                                   .mark = mark,
                                                   .named = named ? 2 : 0};
}

static yk_code add_ring(struct map *m, const struct yk_station *s, struct yk_err *err)
{
    if (!isfinite(s->radius_m) || s->radius_m <= 0)
        return YK_OK;
    struct yk_table *t = points_table(m, _("trading area"));
    for (int i = 0; i < RING_POINTS; i++) {
        double azimuth = (i % (RING_POINTS - 1)) * 360.0 / (RING_POINTS - 1);
        if (add_point(m, t, yk_point_towards(s->point, azimuth, s->radius_m), "", err))
            return err->code;
    }
    add_series(m, t, _("trading area"), YK_TONE_MUTED, YK_MARK_LINE, false);
    return YK_OK;
}

static yk_code add_tier(struct map *m, const struct yk_plan *plan, const struct yk_tier_rule *tier,
                        struct yk_err *err)
{
    struct yk_view *v = m->view;
    const char *label = tier->label[v->sheets->lang];
    enum yk_tone tone = yk_tone_of_tier(tier->tier);
    struct yk_table *t = points_table(m, label);
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_place *place = &v->derived->place[line->door];
        if (!place->located || strcmp(line->tier_potential, tier->tier) != 0)
            continue;
        const char *rank = yk_arena_printf(v->sheets->arena, "%zu", line->rank);
        if (add_point(m, t, place->point, rank, err))
            return err->code;
    }
    add_series(m, t, label, tone, YK_MARK_DOT, tone == YK_TONE_PLATINUM || tone == YK_TONE_GOLD);
    return YK_OK;
}

static yk_code add_rivals(struct map *m, struct yk_err *err)
{
    const struct yk_territory *t = m->view->territory;
    struct yk_table *table = points_table(m, _("rival stations"));
    size_t beyond = m->beyond;
    for (size_t i = 0; i < t->competitors; i++)
        if (yk_point_valid(t->competitor[i].point) &&
            add_point(m, table, t->competitor[i].point, "", err))
            return err->code;
    m->beyond = beyond; /* rivals elsewhere are nobody's loss */
    add_series(m, table, _("rival stations"), YK_TONE_WARN, YK_MARK_DIAMOND, false);
    return YK_OK;
}

static yk_code draw(struct map *m, const struct yk_plan *plan, const struct yk_station *s,
                    struct yk_err *err)
{
    const struct yk_rules *r = m->view->territory->rules;
    if (add_ring(m, s, err))
        return err->code;
    for (size_t i = r->tiers; i-- > 0;) /* the best on top */
        if (add_tier(m, plan, &r->tier[i], err))
            return err->code;
    if (add_rivals(m, err))
        return err->code;
    struct yk_table *ours = points_table(m, s->name);
    if (add_point(m, ours, s->point, "", err))
        return err->code;
    add_series(m, ours, _("our station"), YK_TONE_STRONG, YK_MARK_SQUARE, false);
    return YK_OK;
}

/* Axes end on a round number: a whole number of steps of 1, 2 or 5 tens, three steps or more. */
static double round_up(double x)
{
    double ten = pow(10, floor(log10(x / 3))), step = x / 3 / ten;
    step = (step >= 5 ? 5 : step >= 2 ? 2 : 1) * ten;
    return ceil(x / step) * step;
}

static void hang_map(struct map *m, struct yk_sheet *front)
{
    struct yk_view *v = m->view;
    const char *title = _("Map: clients by potential tier, with their ranks");
    if (m->beyond)
        title = yk_arena_printf(v->sheets->arena, _("%s (%zu clients lie beyond it)"), title,
                                m->beyond);
    struct yk_chart *chart = yk_sheet_chart(v->sheets, front, YK_CHART_SCATTER, title, m->count);
    memcpy(chart->series, m->series, m->count * sizeof *m->series);
    chart->x_title = _("metres east of the station");
    chart->y_title = _("metres north of the station");
    chart->span = round_up(m->farthest > 100 ? m->farthest * 1.05 : 100);
}

static yk_code map(struct yk_view *v, struct yk_sheet *data, struct yk_sheet *front,
                   const struct yk_plan *plan, struct yk_err *err)
{
    const struct yk_station *s = &v->territory->station[plan->station];
    double radius = isfinite(s->radius_m) && s->radius_m > 0 ? s->radius_m : RADIUS_UNKNOWN;
    struct map m = {.view = v, .data = data, .reach = radius * MAP_REACH};
    if (!yk_point_valid(s->point))
        return YK_OK;
    if (yk_plane_open(&m.plane, s->point, err))
        return yk_while(err, _("drawing the map of %s"), s->name);
    yk_code code = draw(&m, plan, s, err);
    yk_plane_close(m.plane);
    if (code)
        return yk_while(err, _("drawing the map of %s"), s->name);
    hang_map(&m, front);
    return YK_OK;
}

yk_code yk_overview_charts(struct yk_view *v, struct yk_sheet *front, const struct yk_plan *plan,
                           struct yk_err *err)
{
    struct yk_sheet *data = yk_sheets_add(v->sheets, _("Chart data"), NULL);
    data->hidden = true;
    pareto(v, data, front, plan);
    categories(v, data, front, plan);
    return map(v, data, front, plan, err);
}
