/* heap.c - malloc and its kin that never give NULL, arrays and text that grow. */
#include "youka/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *yk_alloc(size_t bytes)
{
    void *out = calloc(1, bytes ? bytes : 1);
    if (!out)
        yk_no_memory();
    return out;
}

void *yk_realloc(void *old, size_t bytes)
{
    void *out = realloc(old, bytes ? bytes : 1);
    if (!out)
        yk_no_memory();
    return out;
}

char *yk_strdup(const char *s)
{
    size_t size = strlen(s) + 1;
    return memcpy(yk_realloc(NULL, size), s, size);
}

void *yk_grow(void *items, size_t *room, size_t need, size_t each)
{
    if (need <= *room)
        return items;
    size_t now = *room < 8 ? 8 : *room, bytes;
    while (now < need)
        now = now > SIZE_MAX / 2 ? need : now * 2;
    if (__builtin_mul_overflow(now, each, &bytes))
        yk_no_memory();
    char *out = yk_realloc(items, bytes);
    memset(out + *room * each, 0, (now - *room) * each);
    *room = now;
    return out;
}

/* Room for n more bytes and the closing NUL. Not yk_grow: nothing needs to be zeroed here. */
static void buf_reserve(struct yk_buf *b, size_t n)
{
    if (n > SIZE_MAX / 2 - b->len - 1)
        yk_no_memory();
    size_t need = b->len + n + 1;
    if (need <= b->room)
        return;
    size_t room = b->room < 64 ? 64 : b->room * 2;
    b->room = room < need ? need : room;
    b->text = yk_realloc(b->text, b->room);
}

void yk_buf_add(struct yk_buf *b, const char *s, size_t n)
{
    buf_reserve(b, n);
    if (n)
        memcpy(b->text + b->len, s, n);
    b->len += n;
    b->text[b->len] = '\0';
}

void yk_buf_puts(struct yk_buf *b, const char *s)
{
    yk_buf_add(b, s, strlen(s));
}

void yk_buf_printf(struct yk_buf *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0)
        YK_BUG("cannot format \"%s\"", fmt);
    buf_reserve(b, (size_t)n);
    va_start(ap, fmt);
    vsnprintf(b->text + b->len, (size_t)n + 1, fmt, ap);
    va_end(ap);
    b->len += (size_t)n;
}

void yk_buf_clear(struct yk_buf *b)
{
    b->len = 0;
    if (b->text)
        b->text[0] = '\0';
}

void yk_buf_release(struct yk_buf *b)
{
    free(b->text);
    *b = (struct yk_buf){0};
}
