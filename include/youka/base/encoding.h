/* encoding.h - bytes in the encodings people send, to UTF-8. The only place where iconv is used. */
#ifndef YOUKA_BASE_ENCODING_H
#define YOUKA_BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"

enum yk_encoding { YK_ENC_UTF8, YK_ENC_UTF8_BOM, YK_ENC_GB18030, YK_ENC_UTF16LE };

/* "UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE". */
const char *yk_encoding_name(enum yk_encoding e);

/* Length of the longest prefix of whole, valid UTF-8 characters (no surrogates, no overlong
 * forms, up to U+10FFFF). */
size_t yk_utf8_valid(const char *bytes, size_t n);

/* A stream of bytes turned into UTF-8, a chunk at a time. The BOM, if any, is dropped.
 * A character may be split between two chunks. */
struct yk_decoder;
YK_MUST yk_code yk_decoder_new(struct yk_decoder **out, enum yk_encoding from, struct yk_err *err);
/* Appends to `to`. Fails with YK_E_DATA at bytes that are no character; err names the offset in
 * the file. `last` says that no bytes follow: half a character is then an error. */
YK_MUST yk_code yk_decoder_feed(struct yk_decoder *d, struct yk_buf *to, const char *bytes,
                                size_t n, bool last, struct yk_err *err);
void yk_decoder_free(struct yk_decoder *d);

#endif
