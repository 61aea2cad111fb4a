/* address_count.c - what is counted in an address, and in which unit. */
#include "counted.h"

/* Units that begin with 号, longer ones before those they begin with. */
static const struct unit door_units[] = {
    {YK_GLYPHS("号楼"), YK_PART_BUILDING},
    {YK_GLYPHS("号厂房"), YK_PART_BUILDING},
    {YK_GLYPHS("号仓库"), YK_PART_BUILDING},
    {YK_GLYPHS("号车间"), YK_PART_BUILDING},
    {YK_GLYPHS("号库"), YK_PART_BUILDING},
    {YK_GLYPHS("号房"), YK_PART_ROOM},
    {YK_GLYPHS("号铺"), YK_PART_ROOM},
    {YK_GLYPHS("号店面"), YK_PART_ROOM},
    {YK_GLYPHS("号门面"), YK_PART_ROOM},
    {YK_GLYPHS("号摊位"), YK_PART_ROOM},
    {YK_GLYPHS("号办公室"), YK_PART_ROOM},
    {YK_GLYPHS("号院"), YK_PART_NUMBER},
    /* Behind these the count is part of a name. */
    {YK_GLYPHS("号线"), YK_PARTS},
    {YK_GLYPHS("号路"), YK_PARTS},
    {YK_GLYPHS("号公路"), YK_PARTS},
    {YK_GLYPHS("号支路"), YK_PARTS},
    {YK_GLYPHS("号大街"), YK_PARTS},
    {YK_GLYPHS("号街"), YK_PARTS},
    {YK_GLYPHS("号桥"), YK_PARTS},
    {YK_GLYPHS("号门"), YK_PARTS},
    {YK_GLYPHS("号口"), YK_PARTS},
    {YK_GLYPHS("号出口"), YK_PARTS},
    {YK_GLYPHS("号码头"), YK_PARTS},
    {YK_GLYPHS("号泊位"), YK_PARTS},
    {YK_GLYPHS("号地块"), YK_PARTS},
    {YK_GLYPHS("号"), YK_PART_NUMBER},
};
static const struct unit other_units[] = {
    {YK_GLYPHS("#楼"), YK_PART_BUILDING},
    {YK_GLYPHS("#厂房"), YK_PART_BUILDING},
    {YK_GLYPHS("#"), YK_PART_BUILDING},
    {YK_GLYPHS("支弄"), YK_PART_LANE},
    {YK_GLYPHS("弄"), YK_PART_LANE},
    {YK_GLYPHS("巷"), YK_PART_LANE},
    {YK_GLYPHS("栋"), YK_PART_BUILDING},
    {YK_GLYPHS("幢"), YK_PART_BUILDING},
    {YK_GLYPHS("座"), YK_PART_BUILDING},
    {YK_GLYPHS("厂房"), YK_PART_BUILDING},
    {YK_GLYPHS("仓库"), YK_PART_BUILDING},
    {YK_GLYPHS("单元"), YK_PART_UNIT},
    {YK_GLYPHS("梯"), YK_PART_UNIT},
    {YK_GLYPHS("层楼"), YK_PART_FLOOR},
    {YK_GLYPHS("层"), YK_PART_FLOOR},
    {YK_GLYPHS("楼"), YK_PART_FLOOR},
    {YK_GLYPHS("F"), YK_PART_FLOOR},
    {YK_GLYPHS("室"), YK_PART_ROOM},
    {YK_GLYPHS("房"), YK_PART_ROOM},
    {YK_GLYPHS("铺"), YK_PART_ROOM},
    {YK_GLYPHS("店面"), YK_PART_ROOM},
    {YK_GLYPHS("摊位"), YK_PART_ROOM},
    {YK_GLYPHS("办公室"), YK_PART_ROOM},
    {YK_GLYPHS("期"), YK_PART_PHASE},
    {YK_GLYPHS("村民小组"), YK_PART_GROUP},
    {YK_GLYPHS("小组"), YK_PART_GROUP},
    {YK_GLYPHS("组"), YK_PART_GROUP},
    {YK_GLYPHS("生产队"), YK_PART_GROUP},
    {YK_GLYPHS("队"), YK_PART_GROUP},
    {YK_GLYPHS("区"), YK_PARTS}, /* 8区 and A5区 are names */
};

static const struct unit *unit_among(const struct unit *unit, size_t units, struct yk_glyphs text,
                                     size_t from, size_t *n)
{
    uint32_t first = yk_glyph_at(text, from);
    for (const struct unit *end = unit + units; unit < end; unit++)
        if (unit->text[0] == first && (*n = goes_on(text, from, unit->text)))
            return unit;
    return NULL;
}

/* Called at every count, so that the tables are searched where something may be found only. */
const struct unit *unit_at(struct yk_glyphs text, size_t from, size_t *n)
{
    static const uint32_t first[] = U"#支弄巷栋幢座厂仓单梯层楼F室房铺店摊办期村小组生队区",
                          second[] = U"楼厂仓车库房铺店门摊办院线路公支大街桥口出码泊地";
    enum { DOORS = sizeof door_units / sizeof *door_units };
    uint32_t c = yk_glyph_at(text, from), next = yk_glyph_at(text, from + 1);
    *n = c == U'号';
    if (*n && !yk_glyph_among(next, second))
        return &door_units[DOORS - 1];
    if (*n)
        return unit_among(door_units, DOORS, text, from, n);
    return yk_glyph_among(c, first)
               ? unit_among(other_units, sizeof other_units / sizeof *other_units, text, from, n)
               : NULL;
}

/* --- tokens ------------------------------------------------------------------------------------
 */

/* 10C, 5BIS; the F of 3F is a floor. */
static size_t letters_behind(struct yk_glyphs text, size_t at)
{
    size_t n = 0;
    while (is_capital(yk_glyph_at(text, at + n)))
        n++;
    if (n > 1 && n <= LETTERS_BEHIND && yk_glyph_among(yk_glyph_at(text, at + n), YK_GLYPHS("号")))
        return n;
    if (n > 1 && n <= LETTERS_BEHIND && !yk_glyph_at(text, at + n))
        return n;
    return n && (yk_glyph_at(text, at) != 'F' || yk_glyph_digit(yk_glyph_at(text, at + 1)));
}

size_t token_at(struct yk_glyphs text, size_t from, struct token *out)
{
    size_t i = from, more;
    out->n = 0;
    while (is_capital(yk_glyph_at(text, i)) && i - from < LETTERS_BEFORE)
        out->at[out->n++] = text.at[i++];
    i += count_at(text, i, out->at + out->n, &more);
    out->n += more;
    if (i > from && yk_glyph_digit(yk_glyph_at(text, i - 1)))
        for (size_t n = letters_behind(text, i); n; n--)
            out->at[out->n++] = text.at[i++];
    if (i == from && is_stem(yk_glyph_at(text, i)))
        out->at[out->n++] = text.at[i++];
    return i - from;
}

static bool is_number(const struct token *t)
{
    for (size_t i = 0; i < t->n; i++)
        if (!yk_glyph_digit(t->at[i]))
            return false;
    return t->n > 0;
}

static uint32_t value_of(const struct token *t)
{
    uint32_t value = 0;
    for (size_t i = 0; i < t->n && yk_glyph_digit(t->at[i]); i++)
        value = value * 10 + t->at[i] - '0';
    return value;
}

/* -, 之, a comma or 至 between two tokens. Gives its length, 0 where there is none. */
static size_t tie_at(struct yk_glyphs text, size_t from, uint32_t *tie)
{
    uint32_t c = yk_glyph_at(text, from);
    switch (c) {
    case '-':
        *tie = yk_glyph_at(text, from + 1) == U'之' ? U'之' : '-';
        return *tie == '-' ? 1 : 2;
    case U'至':
    case U'到':
        *tie = '-';
        return 1;
    case U'之':
    case ',':
        *tie = c;
        return 1;
    }
    return 0;
}

/* Behind commas numbers grow: 22、24号, 一、二层; what follows in 12号,3楼 is no more of them. */
static bool grows(const struct token *a, const struct token *b)
{
    return is_number(a) && is_number(b) && value_of(b) > value_of(a);
}

/* Another token tied to those read: -3, 、24; behind 号 only with a 号 of its own: 号至18号. */
static size_t tied_at(const struct counted *c, struct yk_glyphs text, uint32_t *tie,
                      struct token *out)
{
    bool numbered = yk_glyph_at(text, c->end) == U'号';
    size_t at = c->end + numbered, n = tie_at(text, at, tie), more;
    if (!n || (numbered && *tie == U'之') || !(more = token_at(text, at + n, out)))
        return 0;
    at += n + more;
    if (numbered && yk_glyph_at(text, at) != U'号')
        return 0;
    return *tie == ',' && !grows(&c->token[c->tokens - 1], out) ? 0 : at - c->end;
}

bool count_with_unit(struct counted *out, struct yk_glyphs text, size_t from)
{
    size_t n;
    uint32_t head = yk_glyph_at(text, from), digits[MOST_DIGITS];
    out->stem = is_stem(head) && count_at(text, from + 1, digits, &n) ? head : 0;
    out->end = from + !!out->stem;
    head = yk_glyph_at(text, out->end);
    if (!(n = token_at(text, out->end, &out->token[0])))
        return false;
    out->end += n;
    out->tokens = 1;
    out->tie = 0;
    out->digits = yk_glyph_digit(head) || is_capital(head);
    struct token next;
    for (uint32_t tie = 0; (n = tied_at(out, text, &tie, &next)); out->end += n) {
        out->tie = out->tokens == 1 ? tie : out->tie;
        out->tokens += out->tokens < MOST_TOKENS;
        out->token[out->tokens - 1] = next;
    }
    out->unit = unit_at(text, out->end, &n);
    out->end += n;
    return true;
}

bool is_range(const struct counted *c)
{
    return c->tie == ',' || (c->tie == '-' && grows(&c->token[0], &c->token[c->tokens - 1]));
}

/* --- which counts are parts --------------------------------------------------------------------
 */

/* 二 of 第二医院 and 三 of 三友 have no unit; 一楼 and 三号楼 have. A lane in words only stands
 * behind a road: 三巷. */
bool is_counted(const struct counted *c, enum yk_part last)
{
    const struct token *t = &c->token[0];
    bool number = yk_glyph_digit(t->at[t->n - 1]);
    if (!c->unit)
        return c->digits && (number || c->tokens > 1 ||                           /* B-6 */
                             (last == YK_PART_ROAD && yk_glyph_digit(t->at[0]))); /* 34B */
    switch (c->unit->part) {
    case YK_PARTS:
        return false;
    case YK_PART_BUILDING:
    case YK_PART_UNIT:
        return true;
    case YK_PART_ROOM:
        if (c->unit->text[0] == U'室')
            return number || (t->n == 1 && is_capital(t->at[0]));
        return number && c->digits;
    case YK_PART_LANE:
        if (c->unit->text[0] == U'巷')
            return last == YK_PART_ROAD || last == YK_PART_LANE;
        return number;
    default:
        return !is_stem(t->at[0]);
    }
}

bool counted_at(const struct reading *r, size_t from)
{
    struct counted c;
    uint32_t before = from ? yk_glyph_at(r->text, from - 1) : 0;
    if (before == U'第' || is_capital(before) || yk_glyph_digit(before))
        return false;
    from += yk_glyph_at(r->text, from) == U'第';
    return count_with_unit(&c, r->text, from) && c.unit && is_counted(&c, last_part(r));
}

bool building_at(struct yk_glyphs text, size_t from)
{
    struct counted c;
    return count_with_unit(&c, text, from) && c.unit && c.unit->part == YK_PART_BUILDING;
}
