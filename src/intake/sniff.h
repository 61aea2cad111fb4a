/* sniff.h - what a file is, judged by its first bytes. */
#ifndef YOUKA_SRC_INTAKE_SNIFF_H
#define YOUKA_SRC_INTAKE_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/encoding.h"

/* A zip archive, which an .xlsx is. */
bool sniff_archive(const char *bytes, size_t n);

/* Fails with one sentence for .xls and .et, and for a workbook locked with a password, which lies
 * in a file of the same make. */
enum { SNIFF_OLD_FILE = 4096 }; /* first bytes that are wanted */
YK_MUST yk_code sniff_old_workbook(const char *name, int fd, const char *bytes, size_t n,
                                   struct yk_err *err);

/* Fails with one sentence for files that are no text: workbooks out of a pipe, UTF-16BE. */
YK_MUST yk_code sniff_refused(const char *name, const char *bytes, size_t n, struct yk_err *err);

/* The encoding a byte order mark tells. */
bool sniff_mark(enum yk_encoding *out, const char *bytes, size_t n);

/* The encoding of bytes without a mark. False: they are ASCII, but perhaps for one character cut at
 * the end, and *ascii says how many; a later chunk must decide. `last`: none will come. */
bool sniff_encoding(enum yk_encoding *out, size_t *ascii, const char *bytes, size_t n, bool last);

/* The separator among , ; TAB: what a `sep=;` line says (*skip: its length with the line end), else
 * what the first line that is not blank has most of outside quotation marks. */
char sniff_separator(const char *text, size_t n, size_t *skip);

#endif
