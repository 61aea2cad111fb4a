/* csv.h - libcsv's cells gathered into rows, each with the line it begins on. */
#ifndef YOUKA_SRC_INTAKE_CSV_H
#define YOUKA_SRC_INTAKE_CSV_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

#include "youka/base/err.h"

#define CSV_WIDEST 16384               /* columns of a row that are kept: as many as Excel has */
#define CSV_LONGEST ((size_t)16 << 20) /* bytes of a row */

struct csv_row {
    size_t first, cells; /* in `cell` */
    size_t line;         /* where it begins, from 1; CRLF, LF and a lone CR each end a line */
    size_t beyond;       /* cells after CSV_WIDEST that were not blank */
};

/* Rows gathered and not yet dropped. A cell is an offset into `text`, where it ends with NUL. */
struct csv {
    struct csv_parser parser;
    const char *name; /* of the file, for sentences; borrowed */
    char *text;
    size_t len, text_room;
    size_t *cell, cells, cell_room;
    struct csv_row *row;
    size_t rows, row_room;
    size_t blank; /* rows passed over because no cell had anything in it */

    struct csv_row now; /* the row under way */
    size_t now_text;    /* where its text begins */
    size_t now_bytes;   /* of all its cells, kept or not */
    size_t now_breaks;  /* line ends inside cells that were not kept */
    bool filled;        /* one of its cells is not blank */
    bool after_cr;      /* the last row ended with CR: a LF now belongs to it */
};

void csv_begin(struct csv *c, const char *name, char separator, size_t first_line);
/* UTF-8 without NUL, in chunks cut anywhere. YK_E_DATA: quotation marks that do not match, a row
 * that is too long; the sentence names the lines. */
YK_MUST yk_code csv_feed(struct csv *c, const char *utf8, size_t n, struct yk_err *err);
/* No more bytes: ends the last row. */
YK_MUST yk_code csv_end(struct csv *c, struct yk_err *err);
/* The line that the next byte belongs to. */
size_t csv_line_here(const struct csv *c);
/* Forgets the first n rows and moves the others to the front. */
void csv_drop(struct csv *c, size_t n);
void csv_release(struct csv *c);

#endif
