/* name_fold.h - a name's characters with width, case, spaces, punctuation and numbers made one.
 * Private to src/model. */
#ifndef YOUKA_SRC_MODEL_NAME_FOLD_H
#define YOUKA_SRC_MODEL_NAME_FOLD_H

#include "youka/model/name.h"

/* Brackets of any kind stay as ( and ). Numbers in words become digits where they count (第一 and
 * 壹期, not 三明), short names of schools and hospitals are written out: 一中 is 1中学, 附小 is
 * 附属小学. */
struct yk_glyphs yk_name_fold(const char *typed, struct yk_arena *a);

/* A character of the text, 0 outside it. */
static inline uint32_t glyph_at(struct yk_glyphs g, size_t i)
{
    return i < g.n ? g.at[i] : 0;
}
static inline struct yk_glyphs glyphs_from(struct yk_glyphs g, size_t from)
{
    return (struct yk_glyphs){g.at + from, g.n - from};
}
static inline struct yk_glyphs glyphs_upto(struct yk_glyphs g, size_t n)
{
    return (struct yk_glyphs){g.at, n};
}
static inline bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}
/* One of the characters of a text that ends with 0. */
static inline bool is_among(uint32_t c, const uint32_t *of)
{
    while (*of && *of != c)
        of++;
    return c && *of == c;
}
/* A literal as the characters it stands for. */
#define GLYPHS(literal) ((const uint32_t *)(U##literal))

#endif
