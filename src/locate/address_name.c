/* address_name.c - what has a name in an address: towns, villages, roads, places. */
#include "reading.h"

/* --- how far a name goes -----------------------------------------------------------------------
 */

static bool digits_at(struct yk_glyphs text, size_t at)
{
    return yk_glyph_digit(yk_glyph_at(text, at)) &&
           !(at && yk_glyph_digit(yk_glyph_at(text, at - 1)));
}

/* Digits that are no part of a name: 5 of 新美路5, not 11 of 地铁11号线 or 360 of 360大厦. */
static bool bare_at(const struct reading *r, size_t at)
{
    uint32_t digits[8];
    size_t n, end;
    if (!digits_at(r->text, at))
        return false;
    end = at + count_at(r->text, at, digits, &n);
    uint32_t next = yk_glyph_at(r->text, end);
    return !next || next == '-' || next == ',' || next == U'之' ||
           yk_glyph_among(yk_glyph_at(r->text, at - 1), YK_GLYPHS("路街道巷里弄村社厦园区城场"));
}

bool ends_name(const struct reading *r, size_t at)
{
    uint32_t c = yk_glyph_at(r->text, at);
    if (yk_glyph_among(c, YK_GLYPHS(",/&-#")) || counted_at(r, at) || bare_at(r, at))
        return true;
    struct reading here = *r;
    struct yk_address scratch;
    scratch.parts = scratch.glyphs = 0;
    here.at = at;
    here.out = &scratch;
    return read_relation(&here) || read_offset(&here);
}

static size_t name_end(const struct reading *r)
{
    size_t end = r->at + 1;
    while (end < r->text.n && !ends_name(r, end))
        end++;
    return end;
}

static bool take(struct reading *r, size_t to, enum yk_part part, enum yk_part_why why)
{
    add_part(r, part, why, (struct yk_glyphs){r->text.at + r->at, to - r->at});
    r->at = to;
    return true;
}

/* --- towns and villages ------------------------------------------------------------------------
 */

static bool road_behind(struct yk_glyphs text, size_t at)
{
    size_t i = at;
    while (i < at + 2 &&
           yk_glyph_among(yk_glyph_at(text, i), YK_GLYPHS("东南西北中一二三四五六七八九大前后")))
        i++;
    return yk_glyph_among(yk_glyph_at(text, i), YK_GLYPHS("路街巷道里弄"));
}

/* 街道, 镇, 乡 that no list holds, at the head only. */
static bool read_town(struct reading *r, size_t end)
{
    static const enum yk_part below[] = {YK_PART_TOWN, YK_PART_VILLAGE, YK_PART_ROAD,
                                         YK_PART_PLACE};
    for (size_t i = 0; i < sizeof below / sizeof *below; i++)
        if (has_part(r, below[i]))
            return false;
    for (size_t i = r->at + 1; i < end && i < r->at + 7; i++) {
        uint32_t c = r->text.at[i];
        size_t to = i + 1;
        if (c == U'街' && yk_glyph_at(r->text, i + 1) == U'道')
            to = i + 2;
        else if (c != U'镇' && c != U'乡')
            continue;
        if (to - r->at > 2 && !road_behind(r->text, to) &&
            !yk_glyph_among(yk_glyph_at(r->text, to), YK_GLYPHS("政村办中")))
            return take(r, to, YK_PART_TOWN, YK_BY_SUFFIX);
    }
    return false;
}

static size_t village_end(struct yk_glyphs text, size_t i)
{
    static const uint32_t *const ends[] = {YK_GLYPHS("村委会"), YK_GLYPHS("村民委员会"),
                                           YK_GLYPHS("居委会"), YK_GLYPHS("社区"), YK_GLYPHS("村")};
    for (size_t k = 0, n; k < sizeof ends / sizeof *ends; k++)
        if ((n = goes_on(text, i, ends[k])))
            return i + n;
    /* A hamlet, where houses are numbered in it or a wind follows. */
    uint32_t next = yk_glyph_at(text, i + 1);
    if (yk_glyph_at(text, i) == U'社' && (!next || yk_glyph_digit(next)))
        return i + 1;
    return 0;
}

/* 新村 and 学村 are estates, 农村 and 村镇 words. */
static bool is_village_word(struct yk_glyphs text, size_t i)
{
    return !yk_glyph_among(yk_glyph_at(text, i - 1), YK_GLYPHS("新学农乡度")) ||
           yk_glyph_at(text, i) != U'村';
}

static bool read_village(struct reading *r, size_t end)
{
    if (has_part(r, YK_PART_VILLAGE) || has_part(r, YK_PART_ROAD) || has_part(r, YK_PART_NUMBER))
        return false;
    for (size_t i = r->at + 1; i < end && i < r->at + 8; i++) {
        size_t to = village_end(r->text, i);
        if (to && is_village_word(r->text, i) && !road_behind(r->text, to) &&
            !yk_glyph_among(yk_glyph_at(r->text, to),
                            YK_GLYPHS("镇民卫小中医银信庄政服党公文幼老便")))
            return take(r, to, YK_PART_VILLAGE, YK_BY_SUFFIX);
    }
    return false;
}

/* --- roads and places --------------------------------------------------------------------------
 */

/* 口, 交叉口 and the like behind a road or a crossing say no more. */
static void skip_crossing_word(struct reading *r)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("交叉路口"), YK_GLYPHS("十字路口"), YK_GLYPHS("交叉口"), YK_GLYPHS("交汇处"),
        YK_GLYPHS("交汇口"),   YK_GLYPHS("交界处"),   YK_GLYPHS("交接处"), YK_GLYPHS("交叉处"),
        YK_GLYPHS("交会处"),   YK_GLYPHS("丁字路口"), YK_GLYPHS("路口"),   YK_GLYPHS("口")};
    for (size_t i = 0, n; i < sizeof words / sizeof *words; i++)
        if ((n = goes_on(r->text, r->at, words[i]))) {
            r->at += n;
            return;
        }
}

/* 与, 和, /: the other road of a crossing; without a road's last character before 交叉口. */
bool read_crossing(struct reading *r)
{
    if ((last_part(r) != YK_PART_ROAD && last_part(r) != YK_PART_HIGHWAY) ||
        has_part(r, YK_PART_CROSS) || !yk_glyph_among(ahead(r, 0), YK_GLYPHS("与和及跟同/,&")))
        return false;
    struct reading other = *r;
    struct run road;
    other.at++;
    size_t end = name_end(&other);
    if (read_highway(&other)) {
        *r = other;
        skip_crossing_word(r);
        return true;
    }
    if (find_road(&road, &other, other.at, end) && road.from == other.at) {
        r->at++;
        take(r, road.to, YK_PART_CROSS, road.why);
        skip_crossing_word(r);
        return true;
    }
    for (size_t i = other.at + 1; i < end; i++)
        if (goes_on(r->text, i, YK_GLYPHS("交叉")) || goes_on(r->text, i, YK_GLYPHS("交汇")) ||
            goes_on(r->text, i, YK_GLYPHS("路口"))) {
            r->at++;
            take(r, i, YK_PART_CROSS, YK_BY_PATTERN);
            skip_crossing_word(r);
            return true;
        }
    return false;
}

/* Two roads that follow one another cross: 金山西路枋湖东路. */
static bool read_road(struct reading *r, size_t end)
{
    struct run road;
    if (!find_road(&road, r, r->at, end))
        return false;
    bool second = has_part(r, YK_PART_ROAD);
    if (second && (last_part(r) != YK_PART_ROAD || has_part(r, YK_PART_CROSS)))
        return false;
    if (road.from > r->at)
        take(r, road.from, YK_PART_PLACE, YK_BY_REST);
    take(r, road.to, second ? YK_PART_CROSS : YK_PART_ROAD, road.why);
    skip_crossing_word(r);
    return true;
}

/* 交叉口 without a second road, 的, 处. */
static bool is_filler(struct yk_glyphs name)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("交叉口"), YK_GLYPHS("交汇处"), YK_GLYPHS("路口"), YK_GLYPHS("处"),
        YK_GLYPHS("的"),     YK_GLYPHS("大院"),   YK_GLYPHS("内"),   YK_GLYPHS("院内"),
        YK_GLYPHS("店面"),   YK_GLYPHS("门面"),   YK_GLYPHS("号"),   YK_GLYPHS("段"),
        YK_GLYPHS("路段"),   YK_GLYPHS("左右"),   YK_GLYPHS("约")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (goes_on(name, 0, words[i]) == name.n)
            return true;
    return false;
}

bool read_named(struct reading *r)
{
    if (yk_glyph_among(ahead(r, 0), YK_GLYPHS(",/&-#+.之")))
        return false;
    size_t end = name_end(r);
    if (read_town(r, end) || read_village(r, end) || read_road(r, end))
        return true;
    struct yk_glyphs name = {r->text.at + r->at, end - r->at};
    bool digits = true;
    for (size_t i = 0; i < name.n; i++)
        digits = digits && yk_glyph_digit(name.at[i]);
    if (digits || is_filler(name)) {
        r->at = end;
        return true;
    }
    return take(r, end, YK_PART_PLACE, YK_BY_REST);
}
