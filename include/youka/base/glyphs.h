/* glyphs.h - runs of characters (code points) that are looked at one by one: names, addresses. */
#ifndef YOUKA_BASE_GLYPHS_H
#define YOUKA_BASE_GLYPHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Lent. */
struct yk_glyphs {
    const uint32_t *at;
    size_t n;
};
/* A literal as the characters it stands for, ended by 0. */
#define YK_GLYPHS(literal) ((const uint32_t *)(U##literal))

static inline bool yk_glyphs_same(struct yk_glyphs a, struct yk_glyphs b)
{
    return a.n == b.n && (!a.n || !memcmp(a.at, b.at, a.n * sizeof *a.at));
}
/* A character of the run, 0 outside it. */
static inline uint32_t yk_glyph_at(struct yk_glyphs g, size_t i)
{
    return i < g.n ? g.at[i] : 0;
}
static inline struct yk_glyphs yk_glyphs_from(struct yk_glyphs g, size_t from)
{
    return (struct yk_glyphs){g.at + from, g.n - from};
}
static inline struct yk_glyphs yk_glyphs_upto(struct yk_glyphs g, size_t n)
{
    return (struct yk_glyphs){g.at, n};
}
static inline bool yk_glyph_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}
/* One of the characters of a text that ends with 0. */
static inline bool yk_glyph_among(uint32_t c, const uint32_t *of)
{
    while (*of && *of != c)
        of++;
    return c && *of == c;
}
/* FNV-1a over the characters; `seed` tells sorts of keys apart. */
static inline uint64_t yk_glyphs_hash(struct yk_glyphs g, uint64_t seed)
{
    uint64_t h = 0xcbf29ce484222325u ^ seed;
    for (size_t i = 0; i < g.n; i++)
        h = (h ^ g.at[i]) * 0x100000001b3u;
    return h;
}

#endif
