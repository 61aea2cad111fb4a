/* arena.c - memory that is given back all at once. */
#include "youka/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)4 << 20) /* unless one request needs more */
#define ALIGNED _Alignof(max_align_t)

struct yk_arena_block {
    struct yk_arena_block *next;
    size_t used, room;
    _Alignas(max_align_t) unsigned char bytes[];
};

static struct yk_arena_block *new_block(const struct yk_arena_block *before, size_t need)
{
    size_t room = before ? before->room * 2 : FIRST_BLOCK;
    if (room > LARGEST_BLOCK)
        room = LARGEST_BLOCK;
    if (room < need)
        room = need;
    if (room > SIZE_MAX - sizeof(struct yk_arena_block))
        yk_no_memory();
    struct yk_arena_block *b = malloc(sizeof *b + room);
    if (!b)
        yk_no_memory();
    b->next = NULL;
    b->used = 0;
    b->room = room;
    return b;
}

/* Makes a->current a block with `need` free bytes. Blocks after it are left over from before a
 * reset; one that is too small keeps its place behind a new one. */
static struct yk_arena_block *block_for(struct yk_arena *a, size_t need)
{
    struct yk_arena_block *b = a->current;
    if (b && b->room - b->used >= need)
        return b;
    struct yk_arena_block *next = b ? b->next : a->first;
    if (!next || next->room < need) {
        struct yk_arena_block *made = new_block(b, need);
        made->next = next;
        if (b)
            b->next = made;
        else
            a->first = made;
        next = made;
    }
    next->used = 0;
    return a->current = next;
}

/* Not zeroed: for callers that fill every byte. */
static void *take(struct yk_arena *a, size_t bytes)
{
    if (bytes > SIZE_MAX - ALIGNED)
        yk_no_memory();
    size_t need = (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
    struct yk_arena_block *b = block_for(a, need ? need : ALIGNED);
    void *out = b->bytes + b->used;
    b->used += need ? need : ALIGNED;
    return out;
}

void *yk_arena_alloc(struct yk_arena *a, size_t bytes)
{
    return memset(take(a, bytes), 0, bytes);
}

void *yk_arena_items(struct yk_arena *a, size_t n, size_t each)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, each, &bytes))
        yk_no_memory();
    return yk_arena_alloc(a, bytes);
}

char *yk_arena_text(struct yk_arena *a, const char *s, size_t n)
{
    if (!s)
        n = 0;
    char *out = take(a, n + 1);
    if (n)
        memcpy(out, s, n);
    out[n] = '\0';
    return out;
}

char *yk_arena_copy(struct yk_arena *a, const char *s)
{
    return yk_arena_text(a, s, s ? strlen(s) : 0);
}

char *yk_arena_vprintf(struct yk_arena *a, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n < 0)
        YK_BUG("cannot format \"%s\"", fmt);
    char *out = take(a, (size_t)n + 1);
    vsnprintf(out, (size_t)n + 1, fmt, again);
    va_end(again);
    return out;
}

char *yk_arena_printf(struct yk_arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    char *out = yk_arena_vprintf(a, fmt, ap);
    va_end(ap);
    return out;
}

void yk_arena_reset(struct yk_arena *a)
{
    a->current = a->first;
    if (a->first)
        a->first->used = 0;
}

void yk_arena_release(struct yk_arena *a)
{
    for (struct yk_arena_block *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *a = (struct yk_arena){0};
}
