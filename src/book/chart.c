/* chart.c - charts under the tables, two a row; a map is a scatter chart with equal axes. */
#include "parts.h"

#include <math.h>

#define GAP 12             /* pixels */
#define NARROWEST_PAIR 880 /* two charts side by side */
#define CHART_HEIGHT 300
#define ROW_PIXELS 24       /* YK_ROW_POINTS */
#define LIBRARY_WIDTH 480.0 /* a chart of scale 1 */
#define LIBRARY_HEIGHT 288.0
#define MAP_LARGEST 760
#define MAP_STRETCH 110 /* in percent: where fonts are missing, columns come out a fifth wider */
#define MAP_MARGINS 36  /* title, axis names and legend take more height than width */

struct spot {
    const struct yk_page *page;
    size_t table;
};

static struct spot find_table(const struct yk_binder *b, const struct yk_table *t)
{
    for (size_t s = 0; s < b->sheets->count; s++)
        for (size_t i = 0; i < b->sheets->sheet[s]->tables; i++)
            if (b->sheets->sheet[s]->table[i] == t)
                return (struct spot){&b->page[s], i};
    YK_BUG("a chart shows a table that stands on no sheet");
}

static lxw_chart_font font(double size, lxw_color_t ink)
{
    return (lxw_chart_font){.name = (char *)yk_style_font, .size = size, .color = ink};
}

static void dress_axis(struct yk_binder *b, lxw_chart_axis *axis, const char *name,
                       const char *format)
{
    lxw_chart_font small = font(9, 0x4B5563);
    lxw_chart_line line = {.color = 0x9AA5B1, .width = .75f};
    chart_axis_set_num_font(axis, &small);
    chart_axis_set_line(axis, &line);
    if (format)
        chart_axis_set_num_format(axis, format);
    if (name) {
        chart_axis_set_name(axis, yk_page_fit(&b->scratch, name));
        chart_axis_set_name_font(axis, &small);
    }
}

static void mark_points(lxw_chart_series *to, const struct yk_series *s)
{
    lxw_color_t colour = yk_style_colour(s->tone);
    lxw_chart_line none = {.none = LXW_TRUE}, edge = {.color = 0xFFFFFF, .width = .5f};
    lxw_chart_line ring = {.color = colour, .width = 1.25f, .dash_type = LXW_CHART_LINE_DASH_DASH};
    lxw_chart_fill fill = {.color = colour};
    if (s->mark == YK_MARK_LINE) {
        chart_series_set_line(to, &ring);
        chart_series_set_marker_type(to, LXW_CHART_MARKER_NONE);
        return;
    }
    chart_series_set_line(to, &none);
    chart_series_set_marker_type(to, s->mark == YK_MARK_DIAMOND  ? LXW_CHART_MARKER_DIAMOND
                                     : s->mark == YK_MARK_SQUARE ? LXW_CHART_MARKER_SQUARE
                                                                 : LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(to, s->mark == YK_MARK_DOT ? 8 : 10);
    chart_series_set_marker_fill(to, &fill);
    chart_series_set_marker_line(to, &edge);
}

static void name_points(struct yk_binder *b, lxw_chart_series *to, const struct yk_series *s)
{
    const struct yk_table *t = s->table;
    lxw_chart_data_label *label = YK_ARENA_ARRAY(&b->arena, lxw_chart_data_label, s->count);
    lxw_chart_data_label **labels = YK_ARENA_ARRAY(&b->arena, lxw_chart_data_label *, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        const struct yk_cell *cell = &t->cell[(s->first + i) * t->columns + s->named];
        bool shown = cell->kind == YK_CELL_TEXT && !yk_text_formula_like(cell->text);
        label[i].value = shown ? (char *)yk_page_fit(&b->arena, cell->text) : NULL;
        label[i].hide = !shown;
        labels[i] = &label[i];
    }
    lxw_chart_font small = font(8, 0x374151);
    chart_series_set_labels(to);
    chart_series_set_labels_position(to, LXW_CHART_LABEL_POSITION_RIGHT);
    chart_series_set_labels_font(to, &small);
    yk_binder_keep(b, chart_series_set_labels_custom(to, labels));
}

/* A chart of this library is of one kind: a bar under a point of a line is an error bar down to 0.
 */
static void share_bars(lxw_chart_series *to, const struct yk_series *s, int width)
{
    double each = (width - 110) * .75 / (double)(s->count ? s->count : 1);
    double points = each * .7 > 28 ? 28 : each * .7 < .75 ? .75 : each * .7;
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_fill fill = {.color = yk_style_colour(s->tone)};
    lxw_chart_line bar = {.color = yk_style_colour(s->tone), .width = (float)points};
    lxw_series_error_bars *bars = chart_series_get_error_bars(to, LXW_CHART_ERROR_BAR_AXIS_Y);
    chart_series_set_line(to, &none);
    chart_series_set_marker_type(to, LXW_CHART_MARKER_SQUARE); /* for the legend */
    chart_series_set_marker_size(to, 3);
    chart_series_set_marker_fill(to, &fill);
    chart_series_set_marker_line(to, &none);
    chart_series_set_error_bars(bars, LXW_CHART_ERROR_BAR_TYPE_PERCENTAGE, 100);
    chart_series_set_error_bars_direction(bars, LXW_CHART_ERROR_BAR_DIR_MINUS);
    chart_series_set_error_bars_endcap(bars, LXW_CHART_ERROR_BAR_NO_CAP);
    chart_series_set_error_bars_line(bars, &bar);
}

static void dress_series(struct yk_binder *b, lxw_chart_series *to, const struct yk_chart *c,
                         const struct yk_series *s, int width)
{
    lxw_color_t colour = yk_style_colour(s->tone);
    if (c->kind == YK_CHART_SCATTER) {
        mark_points(to, s);
        if (s->named)
            name_points(b, to, s);
    } else if (c->kind == YK_CHART_PARETO && !s->cumulative) {
        share_bars(to, s, width);
    } else if (c->kind == YK_CHART_PARETO) {
        lxw_chart_line line = {.color = colour, .width = 2};
        chart_series_set_line(to, &line);
        chart_series_set_marker_type(to, LXW_CHART_MARKER_NONE);
    } else {
        lxw_chart_fill fill = {.color = colour};
        chart_series_set_fill(to, &fill);
    }
}

static void add_series(struct yk_binder *b, lxw_chart *chart, const struct yk_chart *c,
                       const struct yk_series *s, int width)
{
    if (!s->table || !s->count)
        return;
    struct spot spot = find_table(b, s->table);
    const char *sheet = spot.page->sheet->name;
    lxw_row_t first = (lxw_row_t)(spot.page->top[spot.table] + s->first);
    lxw_row_t last = first + (lxw_row_t)s->count - 1;
    lxw_chart_series *to = chart_add_series(chart, NULL, NULL);
    if (!to)
        yk_no_memory();
    chart_series_set_categories(to, sheet, first, (lxw_col_t)s->x, last, (lxw_col_t)s->x);
    chart_series_set_values(to, sheet, first, (lxw_col_t)s->y, last, (lxw_col_t)s->y);
    if (s->name && !yk_text_formula_like(s->name))
        chart_series_set_name(to, yk_page_fit(&b->scratch, s->name));
    dress_series(b, to, c, s, width);
}

/* The largest round step that cuts the span into 2 to 5 pieces. */
static double round_step(double span)
{
    static const double nice[] = {5, 2.5, 2, 1};
    for (double ten = pow(10, ceil(log10(span))); ten * 20 > span; ten /= 10)
        for (size_t i = 0; i < sizeof nice / sizeof *nice; i++) {
            double pieces = span / (nice[i] * ten);
            if (pieces > 1.5 && pieces < 5.5 && fabs(pieces - round(pieces)) < 1e-9)
                return nice[i] * ten;
        }
    return span / 2;
}

static void dress_map(lxw_chart *chart, double span)
{
    lxw_chart_axis *axes[] = {chart->x_axis, chart->y_axis};
    lxw_chart_line outline = {.color = 0xD1D5DB, .width = .75f};
    for (size_t i = 0; i < 2; i++) {
        if (span > 0) {
            chart_axis_set_min(axes[i], -span);
            chart_axis_set_max(axes[i], span);
            chart_axis_set_major_unit(axes[i], round_step(span));
            chart_axis_set_crossing(axes[i], -span);
        }
        chart_axis_major_gridlines_set_visible(axes[i], LXW_FALSE);
    }
    chart_plotarea_set_line(chart, &outline);
}

static lxw_chart *make_chart(struct yk_binder *b, const struct yk_chart *c, int width)
{
    static const uint8_t kind[] = {
        [YK_CHART_COLUMN] = LXW_CHART_COLUMN,
        [YK_CHART_BAR] = LXW_CHART_BAR,
        [YK_CHART_PARETO] = LXW_CHART_LINE,
        [YK_CHART_SCATTER] = LXW_CHART_SCATTER,
        [YK_CHART_STACKED] = LXW_CHART_COLUMN_STACKED,
    };
    lxw_chart *chart = workbook_add_chart(b->book, kind[c->kind]);
    if (!chart)
        yk_no_memory();
    for (size_t i = 0; i < c->count; i++)
        add_series(b, chart, c, &c->series[i], width);
    lxw_chart_line pale = {.color = 0xE5E7EB, .width = .75f};
    bool scatter = c->kind == YK_CHART_SCATTER, pareto = c->kind == YK_CHART_PARETO;
    bool lying = c->kind == YK_CHART_BAR; /* for the library x is what runs across */
    lxw_chart_axis *x = lying ? chart->y_axis : chart->x_axis;
    lxw_chart_axis *y = lying ? chart->x_axis : chart->y_axis;
    chart_axis_major_gridlines_set_line(y, &pale);
    dress_axis(b, x, c->x_title, scatter ? "#,##0" : NULL);
    dress_axis(b, y, c->y_title, pareto ? "0%" : "#,##0");
    if (pareto) {
        chart_axis_set_max(chart->y_axis, 1);
        chart_axis_set_major_tick_mark(chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    }
    if (scatter) {
        dress_map(chart, c->span);
    } else {
        chart_set_series_gap(chart, 60);
        chart_axis_set_min(y, 0); /* a bar that does not begin there lies */
    }
    lxw_chart_font title = font(12, 0x1F2933), small = font(9, 0x374151);
    title.bold = LXW_TRUE;
    chart_title_set_name(chart, c->title ? yk_page_fit(&b->scratch, c->title) : "");
    chart_title_set_name_font(chart, &title);
    chart_legend_set_position(chart,
                              c->count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(chart, &small);
    lxw_chart_line border = {.color = 0xD1D5DB, .width = .75f};
    chart_chartarea_set_line(chart, &border);
    chart_show_hidden_data(chart);
    return chart;
}

/* Rows under a chart are told their height: what is left to the program that opens the book bends
 * the map. */
static void set_rows(struct yk_binder *b, struct yk_page *page, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++)
        yk_binder_keep(b, worksheet_set_row(page->to, (lxw_row_t)(first + i), YK_ROW_POINTS, NULL));
    page->rows += count;
}

static bool has_points(const struct yk_chart *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->series[i].table && c->series[i].count)
            return true;
    return false;
}

/* The library ends in an empty plot, which Excel repairs away: a chart without a point is left out.
 */
void yk_charts_write(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    int across = yk_layout_pixels(page);
    across = across > NARROWEST_PAIR ? across : NARROWEST_PAIR;
    size_t row = page->below + 1, in_row = 0;
    int tallest = 0;
    for (size_t i = 0; i < sheet->charts; i++) {
        const struct yk_chart *c = sheet->chart[i];
        if (!has_points(c))
            continue;
        bool map = c->kind == YK_CHART_SCATTER;
        bool alone = !in_row && (i + 1 == sheet->charts || map);
        int half = (across - GAP) / 2;
        int width = alone ? across : half;
        if (map && alone && width > MAP_LARGEST)
            width = MAP_LARGEST;
        int height = map ? width * MAP_STRETCH / 100 + MAP_MARGINS : CHART_HEIGHT;
        tallest = height > tallest ? height : tallest;
        lxw_chart_options where = {
            .x_offset = alone    ? (across - width) / 2
                        : in_row ? half + GAP
                                 : 0,
            .x_scale = width / LIBRARY_WIDTH,
            .y_scale = height / LIBRARY_HEIGHT,
            .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        };
        yk_binder_keep(b, worksheet_insert_chart_opt(page->to, (lxw_row_t)row, 0,
                                                     make_chart(b, c, width), &where));
        in_row = alone || in_row ? 0 : 1;
        if (!in_row) {
            size_t rows = (size_t)((tallest + GAP) / ROW_PIXELS + 1);
            set_rows(b, page, row, rows);
            row += rows;
            tallest = 0;
        }
    }
    if (in_row)
        set_rows(b, page, row, (size_t)(tallest / ROW_PIXELS + 1));
    yk_arena_reset(&b->scratch);
}
