/* texts.c - texts kept once, as far as they come again soon. */
#include "youka/base/texts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ROOM ((size_t)1 << 13)
#define LONGEST 64 /* longer ones seldom come again */

struct yk_text_kept {
    const char *text; /* NULL: nothing yet */
    size_t length;
};

/* Up to eight bytes as a number. */
static uint64_t eight(const char *s, size_t n)
{
    uint64_t value = 0;
    memcpy(&value, s, n < sizeof value ? n : sizeof value);
    return value;
}

/* By length, beginning and end: what differs only in between shares a place. */
static size_t place_of(const char *s, size_t n)
{
    size_t tail = n > 8 ? 8 : n;
    uint64_t h = (eight(s, n) ^ n) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 32 ^ eight(s + n - tail, tail)) * 0x9E3779B97F4A7C15u;
    return h >> 51;
}

const char *yk_texts_keep(struct yk_texts *t, const char *s, size_t n)
{
    _Static_assert(ROOM == (size_t)1 << (64 - 51), "place_of gives a place of the room");
    if (n > LONGEST)
        return yk_arena_text(t->arena, s, n);
    if (!t->kept)
        t->kept = yk_alloc(ROOM * sizeof *t->kept);
    struct yk_text_kept *kept = &t->kept[place_of(s, n)];
    if (!kept->text || kept->length != n || memcmp(kept->text, s, n) != 0)
        *kept = (struct yk_text_kept){yk_arena_text(t->arena, s, n), n};
    return kept->text;
}

void yk_texts_release(struct yk_texts *t)
{
    free(t->kept);
    t->kept = NULL;
}
