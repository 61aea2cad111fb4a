/* degrees.c - longitude and latitude as people type them. */
#include "youka/geo/degrees.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/text.h"

enum { MOST_SIGNS = 40, MOST_DIGITS = 24, PARTS = 3 };

enum sign {
    NUMBER,
    DEGREE,
    MINUTE,
    SECOND,
    SIDE,  /* E, 东经: says which half, and so which axis */
    AXIS,  /* 经度, lat */
    GAP,   /* white space */
    COLON, /* : or - between numbers */
    COMMA, /* , ; / between two coordinates */
};
struct token {
    enum sign sign;
    double value;  /* of NUMBER; of SIDE -1 for west and south */
    bool fraction; /* of NUMBER: it has decimals */
    enum yk_axis axis;
};
struct tokens {
    struct token at[MOST_SIGNS];
    size_t n;
};

enum yk_axis yk_axis_of(double degrees)
{
    if (degrees >= 73 && degrees <= 136)
        return YK_AXIS_LON;
    return degrees >= 3 && degrees <= 54 ? YK_AXIS_LAT : YK_AXIS_NONE;
}

/* --- signs -------------------------------------------------------------------------------------
 */

static const struct word {
    const char *text;
    struct token token;
} words[] = {
    {"东经", {SIDE, 1, false, YK_AXIS_LON}},
    {"西经", {SIDE, -1, false, YK_AXIS_LON}},
    {"北纬", {SIDE, 1, false, YK_AXIS_LAT}},
    {"南纬", {SIDE, -1, false, YK_AXIS_LAT}},
    {"经度", {AXIS, 0, false, YK_AXIS_LON}},
    {"纬度", {AXIS, 0, false, YK_AXIS_LAT}},
    {"longitude", {AXIS, 0, false, YK_AXIS_LON}},
    {"latitude", {AXIS, 0, false, YK_AXIS_LAT}},
    {"long", {AXIS, 0, false, YK_AXIS_LON}},
    {"lon", {AXIS, 0, false, YK_AXIS_LON}},
    {"lng", {AXIS, 0, false, YK_AXIS_LON}},
    {"lat", {AXIS, 0, false, YK_AXIS_LAT}},
    {"e", {SIDE, 1, false, YK_AXIS_LON}},
    {"w", {SIDE, -1, false, YK_AXIS_LON}},
    {"n", {SIDE, 1, false, YK_AXIS_LAT}},
    {"s", {SIDE, -1, false, YK_AXIS_LAT}},
    {"°", {.sign = DEGREE}},
    {"º", {.sign = DEGREE}},
    {"˚", {.sign = DEGREE}},
    {"度", {.sign = DEGREE}},
    {"''", {.sign = SECOND}},
    {"′′", {.sign = SECOND}},
    {"’’", {.sign = SECOND}},
    {"\"", {.sign = SECOND}},
    {"″", {.sign = SECOND}},
    {"“", {.sign = SECOND}},
    {"”", {.sign = SECOND}},
    {"秒", {.sign = SECOND}},
    {"'", {.sign = MINUTE}},
    {"′", {.sign = MINUTE}},
    {"’", {.sign = MINUTE}},
    {"‘", {.sign = MINUTE}},
    {"´", {.sign = MINUTE}},
    {"`", {.sign = MINUTE}},
    {"分", {.sign = MINUTE}},
    {" ", {.sign = GAP}},
    {"\t", {.sign = GAP}},
    {"\n", {.sign = GAP}},
    {"(", {.sign = GAP}},
    {")", {.sign = GAP}},
    {"[", {.sign = GAP}},
    {"]", {.sign = GAP}},
    {":", {.sign = COLON}},
    {"=", {.sign = COLON}},
    {"-", {.sign = COLON}},
    {",", {.sign = COMMA}},
    {"、", {.sign = COMMA}},
    {";", {.sign = COMMA}},
    {"/", {.sign = COMMA}},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 118.0867, -118, 118,0867: a comma between whole numbers is a decimal one. Gives its length. */
static size_t number_at(struct token *out, const char *s)
{
    char digits[MOST_DIGITS + 1];
    size_t sign = *s == '-' || *s == '+', n = 0, whole;
    for (; is_digit(s[sign + n]); n++)
        if (sign + n >= MOST_DIGITS)
            return 0;
    whole = n;
    const char *mark = s + sign + n;
    size_t part = *mark == '.' || *mark == ',' ? strspn(mark + 1, "0123456789") : 0;
    if (part && *mark == ',' && mark[1 + part] == '.')
        part = 0; /* 118,24.5: two numbers */
    if (!whole || sign + whole + 1 + part > MOST_DIGITS)
        return 0;
    n = sign + whole + (part ? 1 + part : 0);
    memcpy(digits, s, n);
    digits[n] = '\0';
    if (part)
        digits[sign + whole] = '.';
    *out = (struct token){.sign = NUMBER, .value = strtod(digits, NULL), .fraction = part > 0};
    return n;
}

static size_t word_at(struct token *out, const char *s)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i].text);
        if (strncmp(s, words[i].text, n) == 0) {
            *out = words[i].token;
            return n;
        }
    }
    return 0;
}

/* A minus begins a number where none stands right before it. */
static bool begins_number(const struct tokens *t, const char *s)
{
    if (is_digit(*s))
        return true;
    return (*s == '-' || *s == '+') && is_digit(s[1]) && (!t->n || t->at[t->n - 1].sign != NUMBER);
}

static bool split(struct tokens *t, const char *text, struct yk_arena *scratch)
{
    char *s = yk_text_narrow(scratch, text);
    for (char *c = s; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    t->n = 0;
    while (*s) {
        struct token token;
        size_t n = begins_number(t, s) ? number_at(&token, s) : word_at(&token, s);
        if (!n || t->n == MOST_SIGNS)
            return false;
        s += n;
        if (token.sign == GAP && (!t->n || t->at[t->n - 1].sign == GAP))
            continue;
        t->at[t->n++] = token;
    }
    while (t->n && t->at[t->n - 1].sign == GAP)
        t->n--;
    return t->n > 0;
}

/* --- one angle ---------------------------------------------------------------------------------
 */

struct reading {
    const struct token *at, *end;
    double part[PARTS];
    size_t parts;
    bool fraction; /* of the last part */
    bool marked;   /* ° or a letter shows that it is an angle */
    bool by_gap;   /* parts stand side by side */
    double half;   /* -1: west or south */
    enum yk_axis axis;
};

static bool takes(struct reading *r, enum sign sign)
{
    if (r->at == r->end || r->at->sign != sign)
        return false;
    r->at++;
    return true;
}

static bool take_side(struct reading *r)
{
    if (r->at == r->end || (r->at->sign != SIDE && r->at->sign != AXIS) || r->axis)
        return false;
    r->axis = r->at->axis;
    r->marked |= r->at->sign == SIDE;
    r->half = r->at->sign == SIDE ? r->at->value : 1;
    r->at++;
    return true;
}

static bool take_part(struct reading *r)
{
    if (r->at == r->end || r->at->sign != NUMBER || r->parts == PARTS ||
        (r->parts && (r->fraction || r->at->value < 0)))
        return false;
    r->part[r->parts++] = r->at->value;
    r->fraction = r->at->fraction;
    r->at++;
    return true;
}

/* What may stand behind a part: its own mark, or what divides it from the next. */
static void take_mark(struct reading *r)
{
    static const enum sign own[PARTS] = {DEGREE, MINUTE, SECOND};
    bool mark = takes(r, own[r->parts - 1]);
    bool divided = !mark && takes(r, COLON);
    bool gap = takes(r, GAP);
    r->marked |= mark || divided;
    r->by_gap |= gap && !mark && !divided && r->at < r->end && r->at->sign == NUMBER;
}

static double value_of(const struct reading *r)
{
    double value = fabs(r->part[0]);
    if (r->parts > 1)
        value += r->part[1] / 60;
    if (r->parts > 2)
        value += r->part[2] / 3600;
    return signbit(r->part[0]) || r->half < 0 ? -value : value;
}

/* Two numbers side by side are two coordinates unless a mark says that they are one. */
static bool read_angle(struct yk_degrees *out, const struct token *at, const struct token *end)
{
    struct reading r = {.at = at, .end = end, .half = 1};
    takes(&r, GAP);
    if (take_side(&r)) {
        takes(&r, COLON);
        takes(&r, GAP);
    }
    while (take_part(&r))
        take_mark(&r);
    if (!r.parts)
        return false;
    (void)take_side(&r);
    takes(&r, GAP);
    if (r.at < r.end || (r.parts == 2 && r.by_gap && !r.marked) ||
        (r.parts > 1 && r.part[1] >= 60) || (r.parts > 2 && r.part[2] >= 60))
        return false;
    *out =
        (struct yk_degrees){.value = value_of(&r),
                            .axis = r.axis,
                            .coarse = (r.marked || r.parts > 1) && !r.fraction && r.parts < PARTS};
    return fabs(out->value) <= 180 || r.parts == 1;
}

static bool same(const struct yk_degrees a[2], const struct yk_degrees b[2])
{
    return a[0].value == b[0].value && a[1].value == b[1].value;
}

/* Where one coordinate may end and the next begin. */
static bool is_border(const struct token *cut)
{
    enum sign before = cut[-1].sign, after = cut->sign;
    return before == COMMA || before == GAP || before == SIDE || before == MINUTE ||
           before == SECOND || after == SIDE || after == AXIS;
}

/* The only two coordinates that the text can be divided into. */
static bool read_two(struct yk_degrees out[2], const struct tokens *t)
{
    const struct token *end = t->at + t->n;
    bool found = false;
    for (const struct token *cut = t->at + 1; cut < end; cut++) {
        struct yk_degrees two[2];
        if (!is_border(cut) || !read_angle(&two[0], t->at, cut - (cut[-1].sign == COMMA)) ||
            !read_angle(&two[1], cut, end))
            continue;
        if (found && !same(out, two))
            return false;
        memcpy(out, two, sizeof two);
        found = true;
    }
    return found;
}

size_t yk_degrees_read(struct yk_degrees out[2], const char *text, struct yk_arena *scratch)
{
    struct tokens t;
    if (!text || !split(&t, text, scratch))
        return 0;
    if (read_angle(&out[0], t.at, t.at + t.n))
        return 1;
    return read_two(out, &t) ? 2 : 0;
}
