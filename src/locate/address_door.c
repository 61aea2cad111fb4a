/* address_door.c - house numbers and what lies inside: buildings, units, floors, rooms. */
#include "counted.h"

static struct yk_glyphs glyphs_of(const struct token *t)
{
    return (struct yk_glyphs){t->at, t->n};
}

static void add_token(struct reading *r, enum yk_part part, enum yk_part_why why,
                      const struct token *t)
{
    add_part(r, part, why, glyphs_of(t));
}

/* 1 and 3 to 1-3, as far as there is room. */
static void join(struct token *to, const struct token *more)
{
    if (to->n + 1 + more->n > sizeof to->at / sizeof *to->at)
        return;
    to->at[to->n++] = '-';
    memcpy(to->at + to->n, more->at, more->n * sizeof *more->at);
    to->n += more->n;
}

/* Roads and what else has numbers of its own. */
static bool is_carrier(enum yk_part part)
{
    return part == YK_PART_ROAD || part == YK_PART_CROSS || part == YK_PART_LANE ||
           part == YK_PART_VILLAGE || part == YK_PART_GROUP || part == YK_PART_HIGHWAY;
}

static bool is_inside(enum yk_part part)
{
    return part == YK_PART_BUILDING || part == YK_PART_UNIT || part == YK_PART_FLOOR;
}

/* Nothing follows, or not what a name goes on with: A of 35号A is a sub, of 35号A区 none. */
static bool is_closed(struct yk_glyphs text, size_t at)
{
    uint32_t c = yk_glyph_at(text, at);
    return !c || yk_glyph_among(c, YK_GLYPHS(",()/"));
}

/* --- numbers -----------------------------------------------------------------------------------
 */

/* Units that a sub may have: 号, and behind 之 also 单元 and 店面, which say no more there. */
static bool goes_with_sub(const struct unit *unit, bool behind)
{
    uint32_t c = unit->text[0];
    return (c == U'号' && unit->part != YK_PART_BUILDING) ||
           (behind && (unit->part == YK_PART_UNIT || yk_glyph_among(c, YK_GLYPHS("店铺摊"))));
}

/* 之二, 之10C单元, -1, 附1-3号, 甲 and A behind the number. */
static bool read_sub(struct reading *r)
{
    struct yk_glyphs text = r->text;
    struct token sub, to;
    uint32_t head = ahead(r, 0);
    bool behind = head == U'之' || (head == '-' && ahead(r, 1) == U'之');
    size_t lead = behind ? 1 + (head == '-') : head == '-' || head == U'附', n;
    if (!lead && !is_stem(head) && !(is_capital(head) && is_closed(text, r->at + 1)))
        return false;
    if (!(n = token_at(text, r->at + lead, &sub)))
        return false;
    size_t end = r->at + lead + n;
    if ((behind || head == U'附') && yk_glyph_at(text, end) == '-' &&
        (n = token_at(text, end + 1, &to))) {
        join(&sub, &to);
        end += 1 + n;
    }
    const struct unit *unit = unit_at(text, end, &n);
    if (unit && !goes_with_sub(unit, behind))
        return false; /* -3层 is a floor */
    add_token(r, YK_PART_SUB, YK_BY_PATTERN, &sub);
    r->at = end + n;
    return true;
}

static bool ends_with_letter(const struct token *t)
{
    return t->n > 1 && is_capital(t->at[t->n - 1]) && yk_glyph_digit(t->at[0]);
}

static void take_number(struct reading *r, const struct counted *c, enum yk_part_why why)
{
    struct token number = c->token[0];
    const struct token *last = &c->token[c->tokens - 1];
    bool lettered = c->tokens == 1 && ends_with_letter(&number); /* 35A号 */
    number.n -= lettered;
    if (c->stem)
        add_part(r, YK_PART_SUB, YK_BY_PATTERN, (struct yk_glyphs){&c->stem, 1});
    add_token(r, YK_PART_NUMBER, why, &number);
    if (lettered)
        add_part(r, YK_PART_SUB, YK_BY_PATTERN, (struct yk_glyphs){&number.at[number.n], 1});
    else if (c->tie && is_range(c))
        add_token(r, YK_PART_NUMBER_TO, YK_BY_PATTERN, last);
    else if (c->tie) {
        struct token sub = c->token[1];
        if (c->tokens > 2)
            join(&sub, last);
        add_token(r, YK_PART_SUB, YK_BY_PATTERN, &sub);
    }
    r->at = c->end;
    while (read_sub(r))
        ;
}

/* --- inside ------------------------------------------------------------------------------------
 */

/* All tokens: floor 1-3, room 127-129. */
static void take_whole(struct reading *r, const struct counted *c, enum yk_part part,
                       enum yk_part_why why)
{
    struct token whole = c->token[0];
    for (size_t i = 1; i < c->tokens; i++)
        join(&whole, &c->token[i]);
    add_token(r, part, why, &whole);
    r->at = c->end;
}

/* 3-2-501 and 3-501 behind an estate, not its rooms 109-202. */
static bool take_inside(struct reading *r, const struct counted *c)
{
    enum yk_part last = last_part(r);
    const struct token *room = &c->token[c->tokens - 1];
    if ((last != YK_PART_PLACE && last != YK_PART_PHASE) || c->tie != '-' ||
        (c->tokens == 2 && (c->token[0].n > 2 || room->n < 3)))
        return false;
    add_token(r, YK_PART_BUILDING, YK_BY_PATTERN, &c->token[0]);
    if (c->tokens == 3)
        add_token(r, YK_PART_UNIT, YK_BY_PATTERN, &c->token[1]);
    add_token(r, YK_PART_ROOM, YK_BY_PATTERN, room);
    r->at = c->end;
    return true;
}

/* Digits without a unit: a house number behind what numbers houses, else a room. */
static bool take_bare(struct reading *r, const struct counted *c)
{
    enum { LONGEST_NUMBER = 5 };
    enum yk_part last = last_part(r);
    const struct token *t = &c->token[0];
    if (t->n > LONGEST_NUMBER || (is_capital(t->at[0]) && !is_closed(r->text, c->end)))
        return false; /* P3停车场 */
    if (take_inside(r, c))
        return true;
    bool numbered = has_part(r, YK_PART_NUMBER);
    if (!numbered && ((is_carrier(last) && last != YK_PART_HIGHWAY) || last == YK_PART_PLACE))
        take_number(r, c, YK_BY_PATTERN);
    else if (numbered || has_part(r, YK_PART_PLACE) || has_part(r, YK_PART_BUILDING))
        take_whole(r, c, YK_PART_ROOM, YK_BY_PATTERN);
    else
        return false;
    return true;
}

/* 38号1号: the second is a door within, as is 12栋5号; 路12号店面 stands at the road. */
static enum yk_part part_of(const struct reading *r, const struct counted *c)
{
    enum yk_part part = c->unit->part, last = last_part(r);
    const struct token *t = &c->token[0];
    bool numbered = has_part(r, YK_PART_NUMBER);
    if (part == YK_PART_FLOOR && c->unit->text[0] == U'楼' && !yk_glyph_digit(t->at[t->n - 1]))
        return YK_PART_BUILDING; /* A楼 */
    if (part == YK_PART_ROOM && c->unit->text[0] == U'号' && !numbered && is_carrier(last))
        return YK_PART_NUMBER;
    if (part == YK_PART_NUMBER && ((numbered && !is_carrier(last)) || is_inside(last)))
        return YK_PART_ROOM;
    return part;
}

/* 东楼, 北座. */
static bool read_side_building(struct reading *r)
{
    if (!yk_glyph_among(ahead(r, 1), YK_GLYPHS("楼座栋幢")) ||
        !yk_glyph_among(ahead(r, 0), YK_GLYPHS("东南西北主副")) || last_part(r) == YK_PARTS)
        return false;
    add_part(r, YK_PART_BUILDING, YK_BY_SUFFIX, (struct yk_glyphs){r->text.at + r->at, 1});
    r->at += 2;
    return true;
}

/* 负一层, 地下2层, -1F: B1, B2. */
static bool read_below_ground(struct reading *r)
{
    struct counted c;
    size_t lead = ahead(r, 0) == U'负' || ahead(r, 0) == '-';
    lead = lead ? lead : goes_on(r->text, r->at, YK_GLYPHS("地下"));
    if (!lead || !r->at || !count_with_unit(&c, r->text, r->at + lead) || !c.unit ||
        c.unit->part != YK_PART_FLOOR || c.tie || c.token[0].n > 1)
        return false;
    uint32_t floor[] = {'B', c.token[0].at[0]};
    add_part(r, YK_PART_FLOOR, YK_BY_SUFFIX, (struct yk_glyphs){floor, 2});
    r->at = c.end;
    return true;
}

static bool is_basement(const struct counted *c)
{
    const struct token *t = &c->token[0];
    return !c->unit && c->tokens == 1 && t->n == 2 && t->at[0] == 'B' && yk_glyph_digit(t->at[1]);
}

bool read_counted(struct reading *r)
{
    struct counted c;
    if (read_side_building(r) || read_below_ground(r) ||
        (ahead(r, 0) == U'之' && r->out->parts && read_sub(r)))
        return true;
    bool ordinal = ahead(r, 0) == U'第';
    if (!count_with_unit(&c, r->text, r->at + ordinal) || !is_counted(&c, last_part(r)) ||
        (ordinal && !c.unit))
        return false;
    if (is_basement(&c))
        take_whole(r, &c, YK_PART_FLOOR, YK_BY_PATTERN);
    else if (!c.unit)
        return take_bare(r, &c);
    else if (part_of(r, &c) == YK_PART_NUMBER)
        take_number(r, &c, YK_BY_SUFFIX);
    else if (c.unit->text[0] != U'室' || !take_inside(r, &c))
        take_whole(r, &c, part_of(r, &c), YK_BY_SUFFIX);
    return true;
}
