/* texts.h - texts that come again and again (codes, choices, small numbers), kept once.
 *
 * Remembers what was kept lately, in a room of fixed size: a text that comes again soon is the one
 * kept before, one that was forgotten meanwhile is kept anew. */
#ifndef YOUKA_BASE_TEXTS_H
#define YOUKA_BASE_TEXTS_H

#include "youka/base/arena.h"

struct yk_text_kept;
/* Texts of one arena: they are good as long as it is. Init with only the arena set. */
struct yk_texts {
    struct yk_arena *arena;
    struct yk_text_kept *kept;
};
/* The n bytes as a text in the arena. */
const char *yk_texts_keep(struct yk_texts *texts, const char *s, size_t n);
void yk_texts_release(struct yk_texts *texts); /* what was kept stays in the arena */

#endif
