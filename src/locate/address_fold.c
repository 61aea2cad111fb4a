/* address_fold.c - one spelling for the many ways an address is typed; numbers in words. */
#include "reading.h"

#include "youka/base/text.h"

static bool is_ideograph(uint32_t c)
{
    return c >= 0x3400 && c < 0xA000;
}

/* Width, case, and one character for each sort of dash, bracket and comma. */
static uint32_t narrow(uint32_t c)
{
    if (is_ideograph(c) || yk_glyph_digit(c))
        return c;
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c >= 'a' && c <= 'z')
        return c - ('a' - 'A');
    switch (c) {
    case '~':
    case U'—':
    case U'–':
    case U'‐':
    case U'−':
    case U'―':
        return '-';
    case '[':
    case '{':
    case U'【':
    case U'〔':
    case U'〖':
        return '(';
    case ']':
    case '}':
    case U'】':
    case U'〕':
    case U'〗':
        return ')';
    case ';':
    case U'、':
        return ',';
    }
    return c;
}

/* Neither a letter nor one of the marks that mean something in an address. */
static bool is_noise(uint32_t c)
{
    if (c < 0x80)
        return !(c >= 'A' && c <= 'Z') && !yk_glyph_digit(c) &&
               !yk_glyph_among(c, YK_GLYPHS("-(),/&+#.:"));
    return !is_ideograph(c) && c != U'〇' && !(c >= 0xA000 && c < 0xE000);
}

static bool is_capital(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

/* A point belongs into a number; a dash between letters into a name: Saint-Michel. */
static bool stands(uint32_t c, uint32_t before, uint32_t next)
{
    if (c == '.')
        return yk_glyph_digit(before) && yk_glyph_digit(next);
    if (c == '-' && is_capital(before) && (is_capital(next) || next >= 0xC0))
        return next >= 0x3000;
    return !is_noise(c);
}

void fold_address(struct folded *out, const char *typed)
{
    size_t n = 0, depth = 0;
    for (uint32_t c = 0, next = narrow(yk_utf8_next(&typed)); next && n < YK_MOST_ADDRESS;) {
        uint32_t before = n ? out->at[n - 1] : 0;
        c = next;
        next = narrow(yk_utf8_next(&typed));
        if (c == U'至' && yk_glyph_digit(before) && yk_glyph_digit(next))
            c = '-'; /* «to» between numbers only */
        if ((c == '(' && depth++) || (c == ')' && (!depth || --depth)))
            continue;
        if (stands(c, before, next))
            out->at[n++] = c;
    }
    out->n = n;
}

/* --- numbers -----------------------------------------------------------------------------------
 */

/* 0..9, 10, 20, 100, 1000, 10000, or -1. */
static int numeral(uint32_t c)
{
    switch (c) {
    case U'〇':
    case U'零':
        return 0;
    case U'一':
        return 1;
    case U'二':
    case U'两':
        return 2;
    case U'三':
        return 3;
    case U'四':
        return 4;
    case U'五':
        return 5;
    case U'六':
        return 6;
    case U'七':
        return 7;
    case U'八':
        return 8;
    case U'九':
        return 9;
    case U'十':
        return 10;
    case U'廿':
        return 20;
    case U'百':
        return 100;
    case U'千':
        return 1000;
    case U'万':
        return 10000;
    }
    return -1;
}

/* 二十三 23, 一百零八 108, 廿一 21, 二〇一 201, 一万七千七百 17700. 百, 千, 万 begin none. */
static size_t words_at(struct yk_glyphs text, size_t from, uint32_t *value)
{
    enum { MOST_WORDS = 9 };
    uint32_t sum = 0, last = 0;
    size_t i = from;
    int before = -1;
    for (int n; i - from < MOST_WORDS && (n = numeral(yk_glyph_at(text, i))) >= 0; i++) {
        if (i == from && n >= 100)
            return 0;
        if (n < 10)
            last = before >= 0 && before < 10 ? last * 10 + (uint32_t)n : (uint32_t)n;
        else if (n == 10000)
            sum = (sum + last) * 10000;
        else
            sum += n == 20 ? 20 : (last ? last : 1) * (uint32_t)n;
        if (n >= 10)
            last = 0;
        before = n;
    }
    *value = sum + last;
    return i - from;
}

size_t count_at(struct yk_glyphs text, size_t from, uint32_t digits[MOST_DIGITS], size_t *n)
{
    size_t i = from;
    uint32_t value;
    *n = 0;
    while (yk_glyph_digit(yk_glyph_at(text, i))) {
        if (*n == 1 && digits[0] == '0')
            *n = 0;
        if (*n < MOST_DIGITS)
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
    while (k && *n < MOST_DIGITS)
        digits[(*n)++] = back[--k];
    return i;
}
