/* headings.c - which row of a table holds its headings. */
#include <string.h>

#include "source.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

enum {
    KNOWN_ENOUGH = 3, /* known headings in a row: these are the headings */
    LOOKED_AT = 64,   /* rows in which they are looked for */
};

static bool two_different(const struct yk_rows *r)
{
    const char *one = NULL;
    for (size_t i = 0; i < r->width; i++) {
        if (!*r->heading[i])
            continue;
        if (one && strcmp(one, r->heading[i]) != 0)
            return true;
        one = r->heading[i];
    }
    return false;
}

static bool is_heading_row(const struct grid *g, size_t row, const struct yk_source_ask *ask)
{
    const struct grid_row *r = &g->row[row];
    size_t known = 0;
    for (size_t i = 0; i < r->cells && known < KNOWN_ENOUGH; i++) {
        const char *text = grid_text(g, r, i);
        known += *text && ask->known(ask->who, text);
    }
    return known == KNOWN_ENOUGH;
}

/* The row of the headings among those gathered, and the first row of the table below them. */
static yk_code choose(struct yk_source *s, const struct yk_source_ask *ask, size_t *heading,
                      size_t *below, struct yk_err *err)
{
    const struct grid *g = &s->reader->grid;
    *heading = 0;
    *below = 1;
    if (!ask->known || ask->as_it_stands)
        return YK_OK;
    for (size_t row = 0; row < LOOKED_AT; row++) {
        if (source_gather(s, row + 1, err))
            return err->code;
        if (row >= g->rows)
            return YK_OK;
        if (!is_heading_row(g, row, ask))
            continue;
        *heading = row;
        *below = row + 1;
        while (*below < LOOKED_AT) {
            if (source_gather(s, *below + 1, err))
                return err->code;
            if (*below >= g->rows || !is_heading_row(g, *below, ask))
                return YK_OK;
            ++*below;
        }
        return YK_OK;
    }
    return YK_OK;
}

/* What stands at (line, column) in the rows gathered so far. */
static const char *text_at(const struct grid *g, size_t line, size_t column)
{
    for (size_t i = 0; i < g->rows; i++)
        if (g->row[i].line == line && column < g->row[i].cells)
            return grid_text(g, &g->row[i], column);
    return "";
}

static bool has_gap(const char *const *heading, size_t width)
{
    for (size_t i = 0; i < width; i++)
        if (!*heading[i])
            return true;
    return false;
}

/* Blank headings inside merged cells get the text of the first of them; what a table holds beyond
 * its last heading may belong to one too. */
static yk_code carry_forward(struct yk_source *s, const char **heading, size_t width, size_t line,
                             struct yk_err *err)
{
    const struct grid *g = &s->reader->grid;
    struct reader_area *area;
    size_t count;
    if (!s->reader->kind->merged || !has_gap(heading, width))
        return YK_OK;
    if (s->reader->kind->merged(&area, &count, s->reader, line, &s->arena, err))
        return err->code;
    for (size_t k = 0; k < count; k++) {
        const char *text = yk_text_trim(&s->arena, text_at(g, area[k].top, area[k].left));
        for (size_t i = area[k].left; i <= area[k].right && i < width; i++)
            if (!*heading[i])
                heading[i] = text;
    }
    return YK_OK;
}

/* The widest of the heading row and the first rows of the table: a merged heading at the right end
 * covers columns in which nothing stands but what is below. */
static size_t reach(const struct grid *g, size_t heading, size_t below)
{
    size_t width = g->row[heading].cells;
    for (size_t i = below; i < g->rows && i < below + LOOKED_AT; i++)
        width = g->row[i].cells > width ? g->row[i].cells : width;
    return width;
}

static const char *const *labels(struct yk_source *s, const struct grid_row *r, size_t width)
{
    const char **label = YK_ARENA_ARRAY(&s->arena, const char *, width);
    for (size_t i = 0; i < width; i++)
        label[i] = i < r->cells ? yk_text_trim(&s->arena, grid_text(&s->reader->grid, r, i)) : "";
    return label;
}

static yk_code take_headings(struct yk_source *s, const struct yk_source_ask *ask, size_t row,
                             size_t below, struct yk_err *err)
{
    const struct grid *g = &s->reader->grid;
    const struct grid_row *r = &g->row[row];
    size_t width = ask->as_it_stands ? r->cells : reach(g, row, below);
    const char **heading = YK_ARENA_ARRAY(&s->arena, const char *, width);
    for (size_t i = 0; i < width; i++) {
        const char *text = i < r->cells ? grid_text(g, r, i) : "";
        heading[i] =
            ask->as_it_stands ? yk_arena_copy(&s->arena, text) : yk_text_trim(&s->arena, text);
    }
    s->rows.heading_line = r->line;
    if (!ask->as_it_stands && carry_forward(s, heading, width, r->line, err))
        return err->code;
    for (size_t i = 0; i < width; i++)
        if (*heading[i] || ask->as_it_stands)
            s->rows.width = i + 1;
    s->rows.heading = heading;
    if (below > row + 1)
        s->rows.label = labels(s, &g->row[below - 1], width);
    return YK_OK;
}

yk_code source_headings(struct yk_source *s, const struct yk_source_ask *ask, struct yk_err *err)
{
    const struct grid *g = &s->reader->grid;
    size_t row, below;
    if (source_gather(s, 1, err))
        return err->code;
    if (!g->rows && ask->as_it_stands)
        return YK_OK;
    if (!g->rows)
        return yk_fail(err, YK_E_FOUND, _("%s: is empty; headings are wanted in the first row"),
                       s->name);
    if (choose(s, ask, &row, &below, err))
        return err->code;
    size_t line = g->row[row].line;
    if (g->row[row].beyond)
        return yk_fail(err, YK_E_DATA, _("%s, line %zu: more than %d columns"), s->name, line,
                       GRID_WIDEST);
    if (take_headings(s, ask, row, below, err))
        return err->code;
    s->lent = below;
    if (!ask->as_it_stands && !two_different(&s->rows))
        return yk_fail(err, YK_E_FOUND,
                       _("%s, line %zu: the first row that is not blank must hold the headings, at "
                         "least two, separated by commas, semicolons or tabs"),
                       s->name, line);
    return YK_OK;
}

void source_widen(struct yk_source *s, size_t width)
{
    const char **heading = YK_ARENA_ARRAY(&s->arena, const char *, width);
    for (size_t i = 0; i < width; i++)
        heading[i] = i < s->rows.width ? s->rows.heading[i] : "";
    s->rows.heading = heading;
    s->rows.width = width;
}
