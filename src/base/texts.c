/* texts.c - texts kept once, as far as they come again soon. */
#include "youka/base/texts.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"

#define ROOM ((size_t)1 << 13)
#define LONGEST 64 /* longer ones seldom come again */

struct yk_text_kept {
    const char *text; /* NULL: nothing yet */
    size_t length;
};

const char *yk_texts_keep(struct yk_texts *t, const char *s, size_t n)
{
    if (n > LONGEST)
        return yk_arena_text(t->arena, s, n);
    if (!t->kept)
        t->kept = yk_alloc(ROOM * sizeof *t->kept);
    struct yk_text_kept *kept = &t->kept[yk_map_mix(s, n) % ROOM];
    if (!kept->text || kept->length != n || memcmp(kept->text, s, n) != 0)
        *kept = (struct yk_text_kept){yk_arena_text(t->arena, s, n), n};
    return kept->text;
}

void yk_texts_release(struct yk_texts *t)
{
    free(t->kept);
    t->kept = NULL;
}
