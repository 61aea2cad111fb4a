/* sniff.h - what a file is, judged by its first bytes. */
#ifndef YOUKA_SRC_INTAKE_SNIFF_H
#define YOUKA_SRC_INTAKE_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/encoding.h"

/* Fails with one sentence for files that are no text: workbooks of Excel and WPS, UTF-16BE. */
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
