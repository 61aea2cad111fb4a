/* grid.c - rows of cells gathered by a reader and not yet given out. */
#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/arena.h"
#include "youka/base/text.h"

void grid_begin_row(struct grid *g, size_t line)
{
    g->now = (struct grid_row){.first = g->cells, .text = g->len, .line = line};
    g->filled = false;
}

void grid_reserve(struct grid *g, size_t text, size_t cells, size_t rows)
{
    size_t want = g->len + text;
    if (want > g->text_room) {
        g->text_room = want < 2 * g->text_room ? 2 * g->text_room : want;
        g->text = yk_realloc(g->text, g->text_room);
    }
    g->cell = yk_grow(g->cell, &g->cell_room, g->cells + cells, sizeof *g->cell);
    g->row = yk_grow(g->row, &g->row_room, g->rows + rows, sizeof *g->row);
}

/* The place of a cell of the row under way. */
static struct grid_cell *cell_at(struct grid *g, size_t column)
{
    size_t need = g->now.first + column + 1;
    if (need > g->cell_room)
        g->cell = yk_grow(g->cell, &g->cell_room, need, sizeof *g->cell);
    while (g->cells < need)
        g->cell[g->cells++] = (struct grid_cell){.lent = ""};
    return &g->cell[need - 1];
}

void grid_put(struct grid *g, size_t column, const char *s, size_t n)
{
    if (g->len + n + 1 > g->text_room)
        grid_reserve(g, n + 1, 0, 0);
    char *to = g->text + g->len;
    memcpy(to, s, n);
    to[n] = '\0';
    *cell_at(g, column) = (struct grid_cell){.at = g->len};
    g->len += n + 1;
    g->filled = g->filled || !yk_text_blank(to);
}

void grid_lend(struct grid *g, size_t column, const char *s)
{
    cell_at(g, column)->lent = s;
    g->filled = g->filled || !yk_text_blank(s);
}

void grid_end_row(struct grid *g)
{
    if (!g->filled) {
        g->blank++;
        g->cells = g->now.first;
        g->len = g->now.text;
        return;
    }
    g->now.cells = g->cells - g->now.first;
    if (g->rows == g->row_room)
        g->row = yk_grow(g->row, &g->row_room, g->rows + 1, sizeof *g->row);
    g->row[g->rows++] = g->now;
}

void grid_drop(struct grid *g, size_t n)
{
    if (!n)
        return;
    const struct grid_row *next = n < g->rows ? &g->row[n] : &g->now;
    size_t first = next->first, text = next->text;
    g->rows -= n;
    g->cells -= first;
    g->len -= text;
    memmove(g->row, g->row + n, g->rows * sizeof *g->row);
    if (first)
        memmove(g->cell, g->cell + first, g->cells * sizeof *g->cell);
    if (text) /* else all of it is lent by the workbook */
        memmove(g->text, g->text + text, g->len);
    for (size_t i = 0; i < g->rows; i++) {
        g->row[i].first -= first;
        g->row[i].text -= text;
    }
    for (size_t i = 0; i < g->cells; i++)
        if (!g->cell[i].lent)
            g->cell[i].at -= text;
    g->now.first -= first;
    g->now.text -= text;
}

void grid_release(struct grid *g)
{
    free(g->text);
    free(g->cell);
    free(g->row);
    *g = (struct grid){0};
}
