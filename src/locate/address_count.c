/* address_count.c - what is counted in an address: 195号, 5弄, 12-3号, 3号楼, A座, 1-3层, 205. */
#include "reading.h"

/* Units behind a count, longer ones before those they begin with. */
static const struct unit {
    const uint32_t *text;
    enum yk_part part;
} units[] = {
    {YK_GLYPHS("号楼"), YK_PART_BUILDING},  {YK_GLYPHS("号厂房"), YK_PART_BUILDING},
    {YK_GLYPHS("号房"), YK_PART_ROOM},      {YK_GLYPHS("号铺"), YK_PART_ROOM},
    {YK_GLYPHS("号店面"), YK_PART_ROOM},    {YK_GLYPHS("号门面"), YK_PART_ROOM},
    {YK_GLYPHS("号院"), YK_PART_NUMBER},    {YK_GLYPHS("号"), YK_PART_NUMBER},
    {YK_GLYPHS("#楼"), YK_PART_BUILDING},   {YK_GLYPHS("#"), YK_PART_BUILDING},
    {YK_GLYPHS("弄"), YK_PART_LANE},        {YK_GLYPHS("巷"), YK_PART_LANE},
    {YK_GLYPHS("栋"), YK_PART_BUILDING},    {YK_GLYPHS("幢"), YK_PART_BUILDING},
    {YK_GLYPHS("座"), YK_PART_BUILDING},    {YK_GLYPHS("单元"), YK_PART_UNIT},
    {YK_GLYPHS("梯"), YK_PART_UNIT},        {YK_GLYPHS("层"), YK_PART_FLOOR},
    {YK_GLYPHS("楼"), YK_PART_FLOOR},       {YK_GLYPHS("F"), YK_PART_FLOOR},
    {YK_GLYPHS("室"), YK_PART_ROOM},        {YK_GLYPHS("房"), YK_PART_ROOM},
    {YK_GLYPHS("铺"), YK_PART_ROOM},        {YK_GLYPHS("期"), YK_PART_PHASE},
    {YK_GLYPHS("村民小组"), YK_PART_GROUP}, {YK_GLYPHS("小组"), YK_PART_GROUP},
    {YK_GLYPHS("组"), YK_PART_GROUP},       {YK_GLYPHS("生产队"), YK_PART_GROUP},
    {YK_GLYPHS("队"), YK_PART_GROUP},
};
/* Behind these the count is part of a name: 11号线, 3号路, 2号门, 8号公馆's 号 stays one. */
static const uint32_t *const name_behind[] = {
    YK_GLYPHS("号线"),   YK_GLYPHS("号路"),   YK_GLYPHS("号公路"), YK_GLYPHS("号桥"),
    YK_GLYPHS("号支路"), YK_GLYPHS("号大街"), YK_GLYPHS("号街")};

/* A count with what is tied to it. */
struct counted {
    uint32_t first[12], second[12]; /* 12 and 3 of 12-3 */
    size_t first_n, second_n;
    uint32_t tie;  /* -, ',' or 之 before the second; 0: none */
    uint32_t stem; /* 甲 of 甲8号, else 0 */
    bool digits;   /* written in digits or letters, not in words */
    const struct unit *unit;
    size_t end;
};

size_t goes_on(struct yk_glyphs text, size_t from, const uint32_t *with)
{
    size_t n = 0;
    while (with[n] && yk_glyph_at(text, from + n) == with[n])
        n++;
    return with[n] ? 0 : n;
}

static bool is_capital(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_stem(uint32_t c)
{
    return yk_glyph_among(c, YK_GLYPHS("甲乙丙丁戊"));
}

/* 12, 10C, A8, A, 三, 甲: gives its length. */
static size_t token_at(struct yk_glyphs text, size_t from, uint32_t out[12], size_t *n)
{
    size_t i = from, more;
    *n = 0;
    while (is_capital(yk_glyph_at(text, i)) && i - from < 2)
        out[(*n)++] = text.at[i++];
    i += count_at(text, i, out + *n, &more);
    *n += more;
    if (i > from && yk_glyph_digit(yk_glyph_at(text, i - 1)) && is_capital(yk_glyph_at(text, i)) &&
        !(text.at[i] == 'F' && !yk_glyph_digit(yk_glyph_at(text, i + 1))))
        out[(*n)++] = text.at[i++];
    if (i == from && is_stem(yk_glyph_at(text, i)))
        out[(*n)++] = text.at[i++];
    return i - from;
}

static const struct unit *unit_at(struct yk_glyphs text, size_t from, size_t *n)
{
    for (size_t i = 0; i < sizeof name_behind / sizeof *name_behind; i++)
        if (goes_on(text, from, name_behind[i]))
            return NULL;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if ((*n = goes_on(text, from, units[i].text)))
            return &units[i];
    return NULL;
}

/* -, 之 or , before a second token; 附 before it behind 号. */
static size_t tie_at(struct yk_glyphs text, size_t from, uint32_t *tie)
{
    uint32_t c = yk_glyph_at(text, from);
    if (c != '-' && c != ',' && c != U'之')
        return 0;
    size_t n = 1 + (c == '-' && yk_glyph_at(text, from + 1) == U'之');
    *tie = n == 2 ? U'之' : c;
    return n;
}

static bool read_count(struct counted *out, struct yk_glyphs text, size_t from)
{
    size_t at = from, n;
    *out = (struct counted){0};
    if (is_stem(yk_glyph_at(text, at)) && yk_glyph_digit(yk_glyph_at(text, at + 1)))
        out->stem = text.at[at++];
    uint32_t head = yk_glyph_at(text, at);
    if (!(n = token_at(text, at, out->first, &out->first_n)))
        return false;
    at += n;
    out->digits = yk_glyph_digit(head) || is_capital(head);
    size_t tied = tie_at(text, at, &out->tie);
    if (tied && (n = token_at(text, at + tied, out->second, &out->second_n)))
        at += tied + n;
    else
        out->tie = 0;
    out->end = at;
    if ((out->unit = unit_at(text, at, &n)))
        out->end += n;
    return true;
}

/* --- which counts are parts --------------------------------------------------------------------
 */

static bool is_word_number(const struct counted *c)
{
    return !c->digits && !c->stem;
}

/* 二 of 第二医院 and 三 of 三友 have no unit; 一楼 and 三号楼 have. A lane in words only stands
 * behind a road: 三巷. */
static bool is_counted(const struct reading *r, const struct counted *c)
{
    if (!c->unit)
        return c->digits && yk_glyph_digit(c->first[c->first_n - 1]);
    if (is_stem(c->first[0]))
        return c->unit->part == YK_PART_BUILDING || c->unit->part == YK_PART_UNIT;
    if (!yk_glyph_digit(c->first[c->first_n - 1]) && c->unit->part == YK_PART_ROOM)
        return false;
    if (c->unit->part == YK_PART_LANE && c->unit->text[0] == U'巷')
        return last_part(r) == YK_PART_ROAD || last_part(r) == YK_PART_LANE;
    return true;
}

bool counted_at(const struct reading *r, size_t from)
{
    struct counted c;
    uint32_t before = from ? yk_glyph_at(r->text, from - 1) : 0;
    if (before == U'第' || is_capital(before) || yk_glyph_digit(before))
        return false;
    return read_count(&c, r->text, from) && c.unit && is_counted(r, &c);
}

static uint32_t value_of(const uint32_t *digits, size_t n)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n && yk_glyph_digit(digits[i]); i++)
        value = value * 10 + digits[i] - '0';
    return value;
}

static bool all_digits(const uint32_t *digits, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!yk_glyph_digit(digits[i]))
            return false;
    return n > 0;
}

static struct yk_glyphs first_of(const struct counted *c)
{
    return (struct yk_glyphs){c->first, c->first_n};
}

static struct yk_glyphs second_of(const struct counted *c)
{
    return (struct yk_glyphs){c->second, c->second_n};
}

/* 1668-1676 is a range, 12-3 the third door of number 12. */
static bool is_range(const struct counted *c)
{
    return c->tie != U'之' && all_digits(c->first, c->first_n) &&
           all_digits(c->second, c->second_n) &&
           value_of(c->second, c->second_n) > value_of(c->first, c->first_n);
}

/* 之二, -1, 附5号, 甲 behind the number. */
static void read_sub(struct reading *r)
{
    struct yk_glyphs text = r->text;
    uint32_t token[12], tie = 0;
    size_t n, length, tied = tie_at(text, r->at, &tie);
    if (tie == ',')
        return;
    if (yk_glyph_at(text, r->at) == U'附')
        tied = 1;
    else if (!tied && is_stem(yk_glyph_at(text, r->at)))
        tied = 0;
    else if (!tied)
        return;
    if (!(length = token_at(text, r->at + tied, token, &n)))
        return;
    size_t end = r->at + tied + length, unit = 0;
    if (unit_at(text, end, &unit) && yk_glyph_at(text, end) != U'号')
        return; /* -3层 is a floor */
    if (!add_part(r, YK_PART_SUB, YK_BY_PATTERN, (struct yk_glyphs){token, n}))
        return;
    r->at = end + (yk_glyph_at(text, end) == U'号');
}

static void take_number(struct reading *r, const struct counted *c, enum yk_part_why why)
{
    add_part(r, YK_PART_NUMBER, why, first_of(c));
    r->at = c->end;
    if (c->stem)
        add_part(r, YK_PART_SUB, YK_BY_PATTERN, (struct yk_glyphs){&c->stem, 1});
    if (c->tie)
        add_part(r, is_range(c) ? YK_PART_NUMBER_TO : YK_PART_SUB, YK_BY_PATTERN, second_of(c));
    else if (!c->stem)
        read_sub(r);
}

/* Both tokens with what ties them: floor 1-3, room 127-129. */
static void take_whole(struct reading *r, const struct counted *c, enum yk_part part,
                       enum yk_part_why why)
{
    uint32_t text[26];
    size_t n = c->first_n;
    memcpy(text, c->first, n * sizeof *text);
    if (c->tie) {
        text[n++] = c->tie;
        memcpy(text + n, c->second, c->second_n * sizeof *text);
        n += c->second_n;
    }
    add_part(r, part, why, (struct yk_glyphs){text, n});
    r->at = c->end;
}

static bool is_carrier(enum yk_part part)
{
    return part == YK_PART_ROAD || part == YK_PART_CROSS || part == YK_PART_LANE ||
           part == YK_PART_VILLAGE || part == YK_PART_GROUP;
}

/* Digits without a unit: a house number behind what numbers houses, else a room. */
static bool take_bare(struct reading *r, const struct counted *c)
{
    enum yk_part last = last_part(r);
    if (c->first_n > 6 || c->first_n < 1)
        return false;
    if (!has_part(r, YK_PART_NUMBER) && (is_carrier(last) || last == YK_PART_PLACE))
        take_number(r, c, YK_BY_PATTERN);
    else if (has_part(r, YK_PART_NUMBER) || has_part(r, YK_PART_PLACE) ||
             has_part(r, YK_PART_BUILDING))
        take_whole(r, c, YK_PART_ROOM, YK_BY_PATTERN);
    else
        return false;
    return true;
}

/* 38号1号: the second is a door within. 5号楼 B1层 by their own units. */
static enum yk_part part_of(const struct reading *r, const struct counted *c)
{
    enum yk_part part = c->unit->part;
    bool letters = !yk_glyph_digit(c->first[c->first_n - 1]);
    if (part == YK_PART_FLOOR && c->unit->text[0] == U'楼' && letters)
        return YK_PART_BUILDING;
    if (part == YK_PART_NUMBER && has_part(r, YK_PART_NUMBER) && !is_carrier(last_part(r)))
        return YK_PART_ROOM;
    return part;
}

/* 东楼, 北座. */
static bool read_side_building(struct reading *r)
{
    if (!yk_glyph_among(ahead(r, 0), YK_GLYPHS("东南西北主副")) ||
        !yk_glyph_among(ahead(r, 1), YK_GLYPHS("楼座栋幢")) || last_part(r) == YK_PARTS)
        return false;
    add_part(r, YK_PART_BUILDING, YK_BY_SUFFIX, (struct yk_glyphs){r->text.at + r->at, 1});
    r->at += 2;
    return true;
}

/* B1, -1F below ground. */
static bool is_below_ground(const struct counted *c)
{
    return !c->unit && c->first_n == 2 && c->first[0] == 'B' && yk_glyph_digit(c->first[1]);
}

bool read_counted(struct reading *r)
{
    struct counted c;
    if (read_side_building(r))
        return true;
    if (ahead(r, 0) == U'第' && read_count(&c, r->text, r->at + 1) && c.unit)
        r->at++;
    else if (!read_count(&c, r->text, r->at) || !is_counted(r, &c))
        return false;
    if (is_below_ground(&c))
        take_whole(r, &c, YK_PART_FLOOR, YK_BY_PATTERN);
    else if (!c.unit)
        return take_bare(r, &c);
    else if (is_word_number(&c) && c.unit->part == YK_PART_NUMBER && !c.first_n)
        return false;
    else if (part_of(r, &c) == YK_PART_NUMBER)
        take_number(r, &c, YK_BY_SUFFIX);
    else
        take_whole(r, &c, part_of(r, &c), YK_BY_SUFFIX);
    return true;
}
