/* csv.h - cells of CSV as spreadsheets read them. */
#ifndef YOUKA_BASE_CSV_H
#define YOUKA_BASE_CSV_H

#include "youka/base/arena.h"

/* Cells with commas between them, without the line's end: quoted where they must be; a text that a
 * spreadsheet would run as a formula gets an apostrophe before it, a number with its sign does not.
 */
void yk_csv_cells(struct yk_buf *b, const char *const *cell, size_t width);

#endif
