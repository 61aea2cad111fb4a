/* book.h - sheets > .xlsx. The only room that calls libxlsxwriter; every guard of reliability.md is
 * here. */
#ifndef YOUKA_BOOK_BOOK_H
#define YOUKA_BOOK_BOOK_H

#include "youka/base/err.h"
#include "youka/base/sheet.h"

/* Writes beside `path`, opens the finished file again and counts the rows of every sheet, makes it
 * durable and renames it. On failure the old file stands. Two runs with the same sheets give the
 * same bytes. */
YK_MUST yk_code yk_book_write(const struct yk_sheets *sheets, const char *path, struct yk_err *err);

#endif
