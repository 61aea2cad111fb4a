/* arena.h - memory that is given back all at once. */
#ifndef YOUKA_BASE_ARENA_H
#define YOUKA_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "youka/base/err.h"

struct yk_arena_block;

/* Declare as `struct yk_arena a = {0};`. What it hands out is zeroed, aligned for any type, and
 * lives until reset or release. No call fails: without memory the program ends (yk_no_memory). */
struct yk_arena {
    struct yk_arena_block *first, *current;
};

void *yk_arena_alloc(struct yk_arena *a, size_t bytes);
/* An array of n zeroed items. */
#define YK_ARENA_ARRAY(a, type, n) ((type *)yk_arena_items(a, (n), sizeof(type)))
void *yk_arena_items(struct yk_arena *a, size_t n, size_t each);
/* A NUL-ended copy of n bytes; of a whole string. NULL gives "". */
char *yk_arena_text(struct yk_arena *a, const char *s, size_t n);
char *yk_arena_copy(struct yk_arena *a, const char *s);
char *yk_arena_printf(struct yk_arena *a, const char *fmt, ...) YK_PRINTF(2, 3);
char *yk_arena_vprintf(struct yk_arena *a, const char *fmt, va_list ap) YK_PRINTF(2, 0);
/* Forgets everything handed out and keeps the memory for the next piece. */
void yk_arena_reset(struct yk_arena *a);
void yk_arena_release(struct yk_arena *a);

/* malloc, calloc, realloc and strdup that end the program instead of giving NULL. */
void *yk_alloc(size_t bytes); /* zeroed */
void *yk_realloc(void *old, size_t bytes);
char *yk_strdup(const char *s);
/* Heap array that grows by doubling: gives an array of at least `need` items of `each` bytes and
 * keeps *room up to date; the new part is zeroed. The owner ends it with free. */
void *yk_grow(void *items, size_t *room, size_t need, size_t each);

/* Text that grows on the heap. Declare {0}; text is NULL until
 * something was added, then NUL-ended; end with yk_buf_release. */
struct yk_buf {
    char *text;
    size_t len, room;
};
void yk_buf_add(struct yk_buf *b, const char *s, size_t n);
void yk_buf_puts(struct yk_buf *b, const char *s);
void yk_buf_printf(struct yk_buf *b, const char *fmt, ...) YK_PRINTF(2, 3);
void yk_buf_clear(struct yk_buf *b);
void yk_buf_release(struct yk_buf *b);

#endif
