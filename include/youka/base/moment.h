/* moment.h - a point in time, to the second, as phones and servers write it. */
#ifndef YOUKA_BASE_MOMENT_H
#define YOUKA_BASE_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

/* Seconds since 1970-01-01T00:00:00Z of "2026-03-05T10:09:00.000+08:00" (a space for the T, +0800,
 * Z; without a zone it is UTC). Parts of a second are dropped. False for what is no such time. */
bool yk_moment_read(int64_t *out, const char *text);
/* "2026-03-05T02:09:00Z" */
void yk_moment_write(char out[32], int64_t moment);

#endif
