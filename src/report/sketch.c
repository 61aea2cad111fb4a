/* sketch.c - a map as a scatter chart. */
#include "sketch.h"

#include <math.h>
#include <string.h>

#include "youka/base/say.h"

#define RING_POINTS 73 /* every five degrees, and the first again */
#define NEAREST_M 100  /* a map shows at least so much */

struct yk_table *yk_sketch_table(struct yk_sketch *m, const char *title)
{
    enum yk_format format = m->unit_m > 1 ? YK_AS_RATE : YK_AS_COUNT;
    const struct yk_column column[] = {
        {.heading = m->heading[0], .format = format},
        {.heading = m->heading[1], .format = format},
        {.heading = m->heading[2]},
    };
    return yk_sheet_table(m->view->sheets, m->data, title, title, column, YK_COUNT_OF(column));
}

yk_code yk_sketch_point(struct yk_sketch *m, struct yk_table *t, struct yk_point p,
                        const char *label, struct yk_err *err)
{
    struct yk_xy at;
    if (yk_plane_xy(&at, m->plane, p, err))
        return err->code;
    double far = fmax(fabs(at.east_m), fabs(at.north_m));
    if (far > m->reach_m) {
        m->beyond++;
        return YK_OK;
    }
    m->farthest_m = fmax(m->farthest_m, far);
    struct yk_cell *c = yk_table_row(m->view->sheets, t);
    c[0] = yk_number_cell(round(at.east_m) / m->unit_m);
    c[1] = yk_number_cell(round(at.north_m) / m->unit_m);
    c[2] = yk_text_cell(label);
    return YK_OK;
}

yk_code yk_sketch_ring(struct yk_sketch *m, struct yk_table *t, const struct yk_station *s,
                       struct yk_err *err)
{
    if (!isfinite(s->radius_m) || s->radius_m <= 0)
        return YK_OK;
    if (t->rows)
        yk_table_row(m->view->sheets, t);
    for (int i = 0; i < RING_POINTS; i++) {
        double azimuth = (i % (RING_POINTS - 1)) * 360.0 / (RING_POINTS - 1);
        if (yk_sketch_point(m, t, yk_point_towards(s->point, azimuth, s->radius_m), "", err))
            return err->code;
    }
    return YK_OK;
}

void yk_sketch_series(struct yk_sketch *m, struct yk_table *t, const char *name, enum yk_tone tone,
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

/* Axes end on a round number: a whole number of steps of 1, 2 or 5 tens, three steps or more. */
static double round_up(double x)
{
    double ten = pow(10, floor(log10(x / 3))), step = x / 3 / ten;
    step = (step >= 5 ? 5 : step >= 2 ? 2 : 1) * ten;
    return ceil(x / step) * step;
}

struct yk_chart *yk_sketch_hang(struct yk_sketch *m, struct yk_sheet *front, const char *title)
{
    struct yk_view *v = m->view;
    if (m->beyond)
        title = yk_arena_printf(v->sheets->arena, _("%s (%zu clients lie beyond it)"), title,
                                m->beyond);
    struct yk_chart *chart = yk_sheet_chart(v->sheets, front, YK_CHART_SCATTER, title, m->count);
    memcpy(chart->series, m->series, m->count * sizeof *m->series);
    chart->span = round_up(fmax(m->farthest_m * 1.05, NEAREST_M) / m->unit_m);
    return chart;
}
