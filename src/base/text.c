/* text.c - UTF-8 as people type it: code points, trimming, folding, comparing. */
#include "youka/base/text.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

uint32_t yk_utf8_next(const char **s)
{
    const unsigned char *p = (const unsigned char *)*s;
    if (!*p)
        return 0;
    size_t n = utf8_length(p, 4);
    *s += n ? n : 1;
    switch (n) {
    case 1:
        return p[0];
    case 2:
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    case 3:
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    case 4:
        return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    default:
        return 0xFFFD;
    }
}

uint32_t yk_utf8_next_narrow(const char **s)
{
    return half_width(yk_utf8_next(s));
}

size_t yk_utf8_put(char out[4], uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = 0xFFFD;
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

size_t yk_glyphs_put(char *out, struct yk_glyphs g)
{
    size_t n = 0;
    for (size_t i = 0; i < g.n; i++)
        n += yk_utf8_put(out + n, g.at[i]);
    out[n] = '\0';
    return n;
}

char *yk_glyphs_text(struct yk_glyphs g, struct yk_arena *a)
{
    char *text = YK_ARENA_ARRAY(a, char, 4 * g.n + 1);
    yk_glyphs_put(text, g);
    return text;
}

size_t yk_utf8_count(const char *s)
{
    size_t n = 0;
    while (yk_utf8_next(&s))
        n++;
    return n;
}

/* Spaces of any width, and marks without any: phones put direction marks around copied numbers. */
static bool is_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xA0 ||
           (cp >= 0x2000 && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202F) ||
           (cp >= 0x205F && cp <= 0x2060) || cp == 0x3000 || cp == 0xFEFF;
}

/* The part of s without spaces at its ends. */
static const char *inner(const char *s, size_t *len)
{
    const char *start = NULL, *end = s ? s : "";
    for (const char *p = end, *at = p; *p; at = p) {
        if (is_space(yk_utf8_next(&p)))
            continue;
        if (!start)
            start = at;
        end = p;
    }
    *len = start ? (size_t)(end - start) : 0;
    return start ? start : end;
}

char *yk_text_trim(struct yk_arena *a, const char *s)
{
    size_t n;
    const char *from = inner(s, &n);
    return yk_arena_text(a, from, n);
}

const char *yk_text_trimmed(struct yk_arena *a, const char *s)
{
    size_t n;
    const char *from = inner(s, &n);
    return from[n] ? yk_arena_text(a, from, n) : from;
}

/* Neither narrowing nor a lower case ever makes a character longer, so the result fits in place;
 * only U+FFFD for a broken byte does, and three times the length holds that. */
static char *room_for(struct yk_arena *a, size_t bytes)
{
    return yk_arena_items(a, bytes + 1, 3);
}

char *yk_text_narrow(struct yk_arena *a, const char *s)
{
    size_t n;
    const char *p = inner(s, &n), *end = p + n;
    char *out = room_for(a, n), *to = out;
    while (p < end)
        to += yk_utf8_put(to, half_width(yk_utf8_next(&p)));
    return out;
}

char *yk_text_key(struct yk_arena *a, const char *s)
{
    size_t n;
    const char *p = inner(s, &n), *end = p + n;
    char *out = room_for(a, n), *to = out;
    while (p < end) {
        uint32_t cp = half_width(yk_utf8_next(&p));
        if (is_space(cp))
            continue;
        if (cp >= 'A' && cp <= 'Z')
            cp += 'a' - 'A';
        to += yk_utf8_put(to, cp);
    }
    return out;
}

bool yk_text_blank(const char *s)
{
    if (!s)
        return true;
    while (*s)
        if (!is_space(yk_utf8_next(&s)))
            return false;
    return true;
}

bool yk_text_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static uint32_t *code_points(const char *s, size_t *n)
{
    uint32_t *out = yk_alloc((strlen(s) + 1) * sizeof *out);
    *n = 0;
    for (uint32_t cp; (cp = yk_utf8_next(&s));)
        out[(*n)++] = cp;
    return out;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: inserting, dropping, changing, and swapping two neighbours cost 1. */
int yk_text_distance(const char *a, const char *b)
{
    size_t na, nb;
    uint32_t *ca = code_points(a, &na), *cb = code_points(b, &nb);
    int *rows = yk_alloc(3 * (nb + 1) * sizeof *rows);
    int *two_up = rows, *up = rows + nb + 1, *row = up + nb + 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= na; i++) {
        int *spare = two_up;
        two_up = up;
        up = row;
        row = spare;
        row[0] = (int)i;
        for (size_t j = 1; j <= nb; j++) {
            row[j] = least(least(up[j], row[j - 1]) + 1, up[j - 1] + (ca[i - 1] != cb[j - 1]));
            if (i > 1 && j > 1 && ca[i - 1] == cb[j - 2] && ca[i - 2] == cb[j - 1])
                row[j] = least(row[j], two_up[j - 2] + 1);
        }
    }
    int out = row[nb];
    free(rows);
    free(ca);
    free(cb);
    return out;
}

bool yk_text_formula_like(const char *s)
{
    uint32_t cp = half_width(yk_utf8_next(&s));
    return cp == '=' || cp == '+' || cp == '-' || cp == '@' || cp == '\t' || cp == '\r';
}

static bool allowed_in_xml(uint32_t cp)
{
    return cp >= 0x20 ? cp != 0xFFFE && cp != 0xFFFF : cp == '\t' || cp == '\n' || cp == '\r';
}

char *yk_text_clean(struct yk_arena *a, const char *s)
{
    char *out = room_for(a, s ? strlen(s) : 0), *to = out;
    while (s && *s) {
        if (*s >= ' ' && *s < 0x7F) {
            *to++ = *s++;
            continue;
        }
        uint32_t cp = yk_utf8_next(&s);
        if (allowed_in_xml(cp))
            to += yk_utf8_put(to, cp);
    }
    return out;
}
