/* grid.h - rows of cells gathered by a reader and not yet given out. */
#ifndef YOUKA_SRC_INTAKE_GRID_H
#define YOUKA_SRC_INTAKE_GRID_H

#include <stdbool.h>
#include <stddef.h>

#define GRID_WIDEST 16384 /* columns of a row: as many as Excel has */
#define GRID_TALLEST 1048576
#define GRID_LONGEST ((size_t)16 << 20) /* bytes of a row */

/* What a cell says: a text that outlives the grid, or one that lies in the grid's own text. */
struct grid_cell {
    const char *lent; /* NULL: own */
    size_t at;
};
struct grid_row {
    size_t first, cells; /* in `cell` */
    size_t text;         /* where its own text begins */
    size_t line;         /* where it begins, from 1 */
    size_t beyond;       /* cells after GRID_WIDEST that were not blank */
};
struct grid {
    char *text;
    size_t len, text_room;
    struct grid_cell *cell;
    size_t cells, cell_room;
    struct grid_row *row;
    size_t rows, row_room;
    size_t blank; /* rows passed over because no cell had anything in it */

    struct grid_row now; /* the row under way */
    bool filled;         /* one of its cells is not blank */
};

void grid_begin_row(struct grid *g, size_t line);
/* Room for that many more bytes of text, cells and rows. */
void grid_reserve(struct grid *g, size_t text, size_t cells, size_t rows);
/* Cell `column` of the row under way; what lies between the last one and it is blank. The second
 * keeps the address. */
void grid_put(struct grid *g, size_t column, const char *s, size_t n);
void grid_lend(struct grid *g, size_t column, const char *s);
/* Keeps the row under way, or passes it over as blank. */
void grid_end_row(struct grid *g);

static inline const char *grid_text(const struct grid *g, const struct grid_row *r, size_t column)
{
    const struct grid_cell *c = &g->cell[r->first + column];
    return c->lent ? c->lent : g->text + c->at;
}
/* Forgets the first n rows and moves the others to the front. */
void grid_drop(struct grid *g, size_t n);
void grid_release(struct grid *g);

#endif
