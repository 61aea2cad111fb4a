/* rows.h - one of the five shapes: a table as it stood in a file, a piece at a time. */
#ifndef YOUKA_BASE_ROWS_H
#define YOUKA_BASE_ROWS_H

#include <stddef.h>

#include "youka/base/arena.h"

#define YK_PIECE 4096 /* most rows of a piece */

/* UTF-8, NUL-ended; blank cells are "". Strings live in the reader's arena until the next piece;
 * headings live as long as the reader. Rows shorter than the headings are filled with "";
 * a longer row keeps only cells under a heading and has `extra` set. */
struct yk_rows {
    size_t width;               /* number of headings */
    const char *const *heading; /* width texts, trimmed */
    const char *const *label;   /* what people see above a column where a further row of headings
                                   stands below the first (codes, then labels); NULL: the heading */
    size_t heading_line;
    size_t count;
    const char *const *cell; /* count * width, row after row */
    const size_t *line;      /* count: the line an editor (or the row Excel) shows, from 1 */
    const size_t *extra;     /* count: cells beyond the headings that were not blank */
};

static inline const char *yk_rows_at(const struct yk_rows *r, size_t row, size_t column)
{
    return r->cell[row * r->width + column];
}

static inline const char *yk_rows_label(const struct yk_rows *r, size_t column)
{
    return r->label && *r->label[column] ? r->label[column] : r->heading[column];
}

/* The rows in the arena; the headings stay lent. */
void yk_rows_copy(struct yk_rows *out, const struct yk_rows *in, struct yk_arena *a);

#endif
