/* address_fold.c - one spelling for the many ways an address is typed. */
#include "reading.h"

#include "youka/base/text.h"

static uint32_t narrow(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c >= 'a' && c <= 'z')
        c -= 'a' - 'A';
    if (yk_glyph_among(c, YK_GLYPHS("~～—–－‐−―")))
        return '-';
    if (yk_glyph_among(c, YK_GLYPHS("([{【〔〖")))
        return '(';
    if (yk_glyph_among(c, YK_GLYPHS(")]}】〕〗")))
        return ')';
    if (yk_glyph_among(c, YK_GLYPHS("、，;；")))
        return ',';
    return c;
}

/* Neither a letter nor one of the marks that mean something in an address. */
static bool is_noise(uint32_t c)
{
    return (c < 0x80 && !(c >= 'A' && c <= 'Z') && !yk_glyph_digit(c) &&
            !yk_glyph_among(c, YK_GLYPHS("-(),/&+#."))) ||
           (c >= 0x80 && c < 0x3007) || (c > 0x3007 && c < 0x3400) || c >= 0xE000;
}

/* A dash and 至 mean «to» between numbers only; a point belongs into one. */
static bool stands(uint32_t c, uint32_t before, uint32_t next)
{
    if (c == '.')
        return yk_glyph_digit(before) && yk_glyph_digit(next);
    return !is_noise(c);
}

static size_t decode(uint32_t out[YK_MOST_ADDRESS], const char *typed)
{
    size_t n = 0;
    for (uint32_t c = 0, next = narrow(yk_utf8_next(&typed)); next && n < YK_MOST_ADDRESS;) {
        uint32_t before = n ? out[n - 1] : 0;
        c = next;
        next = narrow(yk_utf8_next(&typed));
        if (c == U'至' && yk_glyph_digit(before) && yk_glyph_digit(next))
            c = '-';
        if (stands(c, before, next))
            out[n++] = c;
    }
    return n;
}

void fold_address(struct folded *out, const char *typed)
{
    uint32_t all[YK_MOST_ADDRESS];
    size_t n = decode(all, typed), depth = 0;
    out->n = out->asides = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = all[i];
        if (c == '(' && !depth++ && out->asides < MOST_ASIDES)
            out->aside_n[out->asides++] = 0;
        else if (c == ')' && depth)
            depth--;
        else if (depth && c != '(' && out->asides)
            out->aside[out->asides - 1][out->aside_n[out->asides - 1]++] = c;
        else if (!depth && c != ')')
            out->at[out->n++] = c;
    }
}

/* --- numbers -----------------------------------------------------------------------------------
 */

/* 0..9, 10, 20, 100, or -1. */
static int numeral(uint32_t c)
{
    static const uint32_t numerals[] = U"〇一二三四五六七八九十";
    for (int i = 0; i <= 10; i++)
        if (c == numerals[i])
            return i;
    switch (c) {
    case U'零':
        return 0;
    case U'两':
        return 2;
    case U'廿':
        return 20;
    case U'百':
        return 100;
    }
    return -1;
}

/* 二十三 23, 一百零八 108, 廿一 21, 二〇一 201. */
static size_t words_at(struct yk_glyphs text, size_t from, uint32_t *value)
{
    uint32_t sum = 0, last = 0;
    size_t i = from;
    for (int n; i - from < 6 && (n = numeral(yk_glyph_at(text, i))) >= 0; i++) {
        if (n < 10) {
            last = i > from && numeral(text.at[i - 1]) < 10 ? last * 10 + (uint32_t)n : (uint32_t)n;
            continue;
        }
        sum += n == 20 ? 20 : (last ? last : 1) * (uint32_t)n;
        last = 0;
    }
    *value = sum + last;
    return i - from;
}

size_t count_at(struct yk_glyphs text, size_t from, uint32_t digits[8], size_t *n)
{
    size_t i = from;
    uint32_t value;
    *n = 0;
    while (yk_glyph_digit(yk_glyph_at(text, i))) {
        if (*n == 1 && digits[0] == '0')
            *n = 0;
        if (*n < 8)
            digits[(*n)++] = text.at[i];
        i++;
    }
    if (i > from || !(i = words_at(text, from, &value)))
        return i > from ? i - from : 0;
    uint32_t back[10];
    size_t k = 0;
    do
        back[k++] = '0' + value % 10;
    while ((value /= 10));
    while (k && *n < 8)
        digits[(*n)++] = back[--k];
    return i;
}
