/* rows.c - a piece that outlives its reader's next one. */
#include "youka/base/rows.h"

#include <string.h>

/* A row's texts stand one behind the other. */
static void copy_row(const char **to, const char *const *from, size_t width, struct yk_arena *a)
{
    size_t bytes = 0;
    for (size_t i = 0; i < width; i++)
        bytes += *from[i] ? strlen(from[i]) + 1 : 0;
    char *text = YK_ARENA_ARRAY(a, char, bytes);
    for (size_t i = 0; i < width; i++) {
        to[i] = *from[i] ? text : "";
        if (*from[i])
            text = stpcpy(text, from[i]) + 1;
    }
}

void yk_rows_copy(struct yk_rows *out, const struct yk_rows *in, struct yk_arena *a)
{
    const char **cell = YK_ARENA_ARRAY(a, const char *, in->count * in->width);
    size_t *line = YK_ARENA_ARRAY(a, size_t, in->count);
    size_t *extra = YK_ARENA_ARRAY(a, size_t, in->count);
    for (size_t i = 0; i < in->count; i++)
        copy_row(cell + i * in->width, in->cell + i * in->width, in->width, a);
    if (in->count) {
        memcpy(line, in->line, in->count * sizeof *line);
        memcpy(extra, in->extra, in->count * sizeof *extra);
    }
    *out = *in;
    out->cell = cell;
    out->line = line;
    out->extra = extra;
}
