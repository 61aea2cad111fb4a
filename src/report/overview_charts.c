/* overview_charts.c - the front page's charts and the map; their numbers stand on a hidden sheet.
 */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "sketch.h"
#include "youka/base/say.h"

#define MAP_REACH 1.5 /* of the radius: what lies beyond is told, not drawn */
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

static yk_code add_tier(struct yk_sketch *m, const struct yk_plan *plan,
                        const struct yk_tier_rule *tier, struct yk_err *err)
{
    struct yk_view *v = m->view;
    const char *label = tier->label[v->sheets->lang];
    enum yk_tone tone = yk_tone_of_tier(tier->tier);
    struct yk_table *t = yk_sketch_table(m, label);
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_place *place = &v->derived->place[line->door];
        if (!place->located || strcmp(line->tier_potential, tier->tier) != 0)
            continue;
        const char *rank = yk_arena_printf(v->sheets->arena, "%zu", line->rank);
        if (yk_sketch_point(m, t, place->point, rank, err))
            return err->code;
    }
    yk_sketch_series(m, t, label, tone, YK_MARK_DOT,
                     tone == YK_TONE_PLATINUM || tone == YK_TONE_GOLD);
    return YK_OK;
}

static yk_code add_rivals(struct yk_sketch *m, struct yk_err *err)
{
    const struct yk_territory *t = m->view->territory;
    struct yk_table *table = yk_sketch_table(m, _("rival stations"));
    size_t beyond = m->beyond;
    for (size_t i = 0; i < t->competitors; i++)
        if (yk_point_valid(t->competitor[i].point) &&
            yk_sketch_point(m, table, t->competitor[i].point, "", err))
            return err->code;
    m->beyond = beyond; /* rivals elsewhere are nobody's loss */
    yk_sketch_series(m, table, _("rival stations"), YK_TONE_WARN, YK_MARK_DIAMOND, false);
    return YK_OK;
}

static yk_code draw(struct yk_sketch *m, const struct yk_plan *plan, const struct yk_station *s,
                    struct yk_err *err)
{
    const struct yk_rules *r = m->view->territory->rules;
    struct yk_table *ring = yk_sketch_table(m, _("trading area"));
    if (yk_sketch_ring(m, ring, s, err))
        return err->code;
    yk_sketch_series(m, ring, _("trading area"), YK_TONE_MUTED, YK_MARK_LINE, false);
    for (size_t i = r->tiers; i-- > 0;) /* the best on top */
        if (add_tier(m, plan, &r->tier[i], err))
            return err->code;
    if (add_rivals(m, err))
        return err->code;
    struct yk_table *ours = yk_sketch_table(m, s->name);
    if (yk_sketch_point(m, ours, s->point, "", err))
        return err->code;
    yk_sketch_series(m, ours, _("our station"), YK_TONE_STRONG, YK_MARK_SQUARE, false);
    return YK_OK;
}

static void hang_map(struct yk_sketch *m, struct yk_sheet *front)
{
    struct yk_chart *chart =
        yk_sketch_hang(m, front, _("Map: clients by potential tier, with their ranks"));
    chart->x_title = _("metres east of the station");
    chart->y_title = _("metres north of the station");
}

static yk_code map(struct yk_view *v, struct yk_sheet *data, struct yk_sheet *front,
                   const struct yk_plan *plan, struct yk_err *err)
{
    const struct yk_station *s = &v->territory->station[plan->station];
    double radius = isfinite(s->radius_m) && s->radius_m > 0 ? s->radius_m : RADIUS_UNKNOWN;
    struct yk_sketch m = {.view = v,
                          .data = data,
                          .unit_m = 1,
                          .heading = {_("East m"), _("North m"), _("Rank")},
                          .reach_m = radius * MAP_REACH};
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
