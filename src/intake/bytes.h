/* bytes.h - the bytes of a file or of a text in memory, a chunk at a time. */
#ifndef YOUKA_SRC_INTAKE_BYTES_H
#define YOUKA_SRC_INTAKE_BYTES_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/err.h"

struct bytes {
    int fd; /* -1: from memory */
    const char *memory;
    unsigned long long done, total; /* total 0: unknown */
};

YK_MUST yk_code bytes_open(struct bytes *b, const char *path, struct yk_err *err);
void bytes_open_text(struct bytes *b, const char *text);
/* Fills `to` with n bytes; *got is less at the end only. `name` stands in the sentence. */
YK_MUST yk_code bytes_read(struct bytes *b, const char *name, char *to, size_t n, size_t *got,
                           struct yk_err *err);
void bytes_close(struct bytes *b);

#endif
