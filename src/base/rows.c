/* rows.c - a piece that outlives its reader's next one. */
#include "youka/base/rows.h"

#include <string.h>

void yk_rows_copy(struct yk_rows *out, const struct yk_rows *in, struct yk_arena *a)
{
    size_t cells = in->count * in->width;
    const char **cell = YK_ARENA_ARRAY(a, const char *, cells);
    size_t *line = YK_ARENA_ARRAY(a, size_t, in->count);
    size_t *extra = YK_ARENA_ARRAY(a, size_t, in->count);
    for (size_t i = 0; i < cells; i++)
        cell[i] = *in->cell[i] ? yk_arena_copy(a, in->cell[i]) : "";
    if (in->count) {
        memcpy(line, in->line, in->count * sizeof *line);
        memcpy(extra, in->extra, in->count * sizeof *extra);
    }
    *out = *in;
    out->cell = cell;
    out->line = line;
    out->extra = extra;
}
