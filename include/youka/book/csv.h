/* csv.h - tables as CSV that Excel and WPS open: UTF-8 with a mark, quoted where needed, lines end
 * with LF. A text that a spreadsheet would run as a formula gets a leading ' (OWASP, CSV
 * injection), which intake takes off again; a number with a sign stays a number. */
#ifndef YOUKA_BOOK_CSV_H
#define YOUKA_BOOK_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"

#define YK_CSV_MARK "\xEF\xBB\xBF" /* U+FEFF: Excel takes a CSV for UTF-8 by it */

/* One line: `width` cells, and its end. */
void yk_csv_row(struct yk_buf *b, const char *const *cell, size_t width);
/* The text as a file of this name, whole or not at all; with `mark` a byte order mark stands first.
 */
YK_MUST yk_code yk_csv_write(const char *path, const char *text, bool mark, struct yk_err *err);

#endif
