/* address_highway.c - highways by their number, and how far along one. */
#include "counted.h"

/* 国道 or 省道 or 县道: its letter, else 0. */
static uint32_t sort_at(struct yk_glyphs text, size_t at)
{
    if (yk_glyph_at(text, at + 1) != U'道')
        return 0;
    switch (yk_glyph_at(text, at)) {
    case U'国':
        return 'G';
    case U'省':
        return 'S';
    case U'县':
        return 'X';
    case U'乡':
        return 'Y';
    }
    return 0;
}

static size_t digits_behind(struct yk_glyphs text, size_t at)
{
    size_t n = 0;
    while (yk_glyph_digit(yk_glyph_at(text, at + n)))
        n++;
    return n;
}

struct highway {
    uint32_t sort, digits[MOST_DIGITS];
    size_t n, end;
};

/* 国道312, 国道G312线. */
static bool find_by_word(struct highway *out, struct yk_glyphs text, size_t at)
{
    at += 2 + (yk_glyph_at(text, at + 2) == out->sort);
    out->n = digits_behind(text, at);
    if (!out->n || out->n > 4)
        return false;
    memcpy(out->digits, text.at + at, out->n * sizeof *out->digits);
    out->end = at + out->n + (yk_glyph_at(text, at + out->n) == U'线');
    return true;
}

/* G312, S206, X405国道, S30厦沙高速; S12 and C21栋 are none. */
static bool find_by_letter(struct highway *out, struct yk_glyphs text, size_t at)
{
    size_t unit;
    out->n = digits_behind(text, at + 1);
    out->end = at + 1 + out->n;
    bool said = sort_at(text, out->end) || yk_glyph_at(text, out->end) == U'线';
    bool named = out->sort == 'G' || (out->sort == 'S' && yk_glyph_at(text, out->end) >= 0x3400);
    if (out->n > 4 || (!said && out->n < (named ? 2 : 3)) || unit_at(text, out->end, &unit))
        return false;
    memcpy(out->digits, text.at + at + 1, out->n * sizeof *out->digits);
    out->end += sort_at(text, out->end) ? 2 : said;
    return true;
}

/* G312, G312国道, 国道312, 国道G312线, 312国道, 一〇四国道. */
static bool find_highway(struct highway *out, struct yk_glyphs text, size_t at)
{
    size_t length;
    uint32_t head = yk_glyph_at(text, at);
    if ((out->sort = sort_at(text, at)))
        return find_by_word(out, text, at);
    if (yk_glyph_among(head, YK_GLYPHS("GSXYC"))) {
        out->sort = head;
        return find_by_letter(out, text, at);
    }
    if (!(length = count_at(text, at, out->digits, &out->n)) || out->n > 4 ||
        !(out->sort = sort_at(text, at + length)))
        return false;
    out->end = at + length + 2;
    return true;
}

bool highway_at(struct yk_glyphs text, size_t at)
{
    struct highway h;
    return find_highway(&h, text, at);
}

bool read_highway(struct reading *r)
{
    struct highway h;
    if (!find_highway(&h, r->text, r->at))
        return false;
    uint32_t name[9] = {h.sort};
    memcpy(name + 1, h.digits, h.n * sizeof *name);
    add_part(r, YK_PART_HIGHWAY, YK_BY_PATTERN, (struct yk_glyphs){name, h.n + 1});
    r->at = h.end;
    read_kilometre(r);
    return true;
}

/* --- how far along -----------------------------------------------------------------------------
 */

/* K2300+500, K245 at the end. */
bool kilometre_at(struct yk_glyphs text, size_t at)
{
    size_t n = yk_glyph_at(text, at) == 'K' ? digits_behind(text, at + 1) : 0;
    uint32_t next = yk_glyph_at(text, at + 1 + n);
    return n && (!next || next == '+' || next == U'处');
}

/* Behind the whole kilometres: +400, 公里+800米, .5. Gives where it ends. */
static size_t take_decimals(struct yk_glyphs text, size_t at, uint32_t km[16], size_t *out)
{
    uint32_t mark = yk_glyph_at(text, at);
    if (mark != '+' && mark != '.')
        return at;
    size_t n = digits_behind(text, at + 1);
    km[(*out)++] = '.';
    for (size_t lead = n; mark == '+' && lead < 3; lead++)
        km[(*out)++] = '0';
    for (size_t i = 0; i < n && i < 4; i++)
        km[(*out)++] = text.at[at + 1 + i];
    while (km[*out - 1] == '0')
        --*out;
    *out -= km[*out - 1] == '.';
    return at + 1 + n;
}

/* K123+400, 123公里+400米, 245公里处 behind a highway: kilometres, decimals cut to what is said. */
bool read_kilometre(struct reading *r)
{
    static const uint32_t *const units[] = {YK_GLYPHS("公里"), YK_GLYPHS("K"), YK_GLYPHS("千米")};
    static const uint32_t *const ends[] = {YK_GLYPHS("公里处"), YK_GLYPHS("公里"),
                                           YK_GLYPHS("米处"), YK_GLYPHS("米"), YK_GLYPHS("处")};
    struct yk_glyphs text = r->text;
    bool lead = ahead(r, 0) == 'K';
    size_t at = r->at + lead, n = digits_behind(text, at), out = n;
    uint32_t km[16];
    if (!n || n > 5 || (last_part(r) != YK_PART_HIGHWAY && last_part(r) != YK_PART_ROAD) ||
        (lead && last_part(r) == YK_PART_ROAD && !kilometre_at(text, r->at)))
        return false;
    memcpy(km, text.at + at, n * sizeof *km);
    at += n;
    size_t unit = GOES_ON_ANY(text, at, units);
    if (!lead && !unit)
        return false;
    at = take_decimals(text, at + unit, km, &out);
    at += GOES_ON_ANY(text, at, ends);
    add_part(r, YK_PART_KM, YK_BY_PATTERN, (struct yk_glyphs){km, out});
    r->at = at;
    return true;
}
