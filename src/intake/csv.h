/* csv.h - libcsv's cells gathered into rows, each with the line it begins on. */
#ifndef YOUKA_SRC_INTAKE_CSV_H
#define YOUKA_SRC_INTAKE_CSV_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

#include "grid.h"
#include "youka/base/err.h"

/* Rows are gathered in a grid that the caller lends. */
struct csv {
    struct csv_parser parser;
    const char *name; /* of the file, for sentences; borrowed */
    struct grid *grid;
    size_t now_bytes;  /* of all the cells of the row under way, kept or not */
    size_t now_breaks; /* line ends inside those that were not kept */
    bool after_cr;     /* the last row ended with CR: a LF now belongs to it */
};

void csv_begin(struct csv *c, struct grid *grid, const char *name, char separator,
               size_t first_line);
/* UTF-8 without NUL, in chunks cut anywhere. YK_E_DATA: quotation marks that do not match, a row
 * that is too long; the sentence names the lines. */
YK_MUST yk_code csv_feed(struct csv *c, const char *utf8, size_t n, struct yk_err *err);
/* No more bytes: ends the last row. */
YK_MUST yk_code csv_end(struct csv *c, struct yk_err *err);
/* The line that the next byte belongs to. */
size_t csv_line_here(const struct csv *c);
void csv_release(struct csv *c);

#endif
