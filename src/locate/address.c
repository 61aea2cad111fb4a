/* address.c - an address from left to right: divisions, then whatever goes on. */
#include "reading.h"

#include <string.h>

#include "youka/base/text.h"

const char *yk_part_code(enum yk_part part)
{
    static const char *const codes[YK_PARTS] = {
        "province", "city",    "county",   "town",   "village",   "road", "cross",
        "highway",  "km",      "lane",     "number", "number_to", "sub",  "group",
        "place",    "phase",   "building", "unit",   "floor",     "room", "anchor",
        "relation", "bearing", "metres",   "aside"};
    if (part >= YK_PARTS)
        YK_BUG("no part of an address has the number %d", (int)part);
    return codes[part];
}

const char *yk_part_why_code(enum yk_part_why why)
{
    static const char *const codes[] = {"division", "road", "suffix", "pattern", "rest"};
    return codes[why];
}

size_t goes_on_any(struct yk_glyphs text, size_t from, const uint32_t *const *word, size_t words)
{
    size_t n = 0;
    for (size_t i = 0; i < words && !n; i++)
        n = goes_on(text, from, word[i]);
    return n;
}

/* --- parts -------------------------------------------------------------------------------------
 */

bool add_part(struct reading *r, enum yk_part part, enum yk_part_why why, struct yk_glyphs text)
{
    struct yk_address *out = r->out;
    if (out->parts == YK_MOST_PARTS || text.n > 2 * YK_MOST_ADDRESS - out->glyphs || !text.n)
        return false;
    memcpy(out->glyph + out->glyphs, text.at, text.n * sizeof *text.at);
    out->part[out->parts++] =
        (struct yk_address_part){part, why, (uint16_t)out->glyphs, (uint16_t)text.n};
    out->glyphs += text.n;
    return true;
}

void take(struct reading *r, size_t to, enum yk_part part, enum yk_part_why why)
{
    add_part(r, part, why, (struct yk_glyphs){r->text.at + r->at, to - r->at});
    r->at = to;
}

bool has_part(const struct reading *r, enum yk_part part)
{
    return yk_address_part(r->out, part).n > 0;
}

enum yk_part last_part(const struct reading *r)
{
    return r->out->parts ? r->out->part[r->out->parts - 1].part : YK_PARTS;
}

struct yk_glyphs yk_address_part(const struct yk_address *a, enum yk_part part)
{
    for (size_t i = 0; i < a->parts; i++)
        if (a->part[i].part == part)
            return (struct yk_glyphs){a->glyph + a->part[i].from, a->part[i].n};
    return (struct yk_glyphs){NULL, 0};
}

const char *yk_address_text(const struct yk_address *a, enum yk_part part, struct yk_arena *arena)
{
    return yk_glyphs_text(yk_address_part(a, part), arena);
}

/* --- what is no part ---------------------------------------------------------------------------
 */

/* 不详, 无: nothing was said. */
static bool says_nothing(struct yk_glyphs text)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("地址不详"), YK_GLYPHS("不详"),   YK_GLYPHS("无地址"), YK_GLYPHS("没有地址"),
        YK_GLYPHS("无"),       YK_GLYPHS("暂无"),   YK_GLYPHS("未知"),   YK_GLYPHS("没有"),
        YK_GLYPHS("同上"),     YK_GLYPHS("不清楚"), YK_GLYPHS("不知道"), YK_GLYPHS("N/A"),
        YK_GLYPHS("NULL")};
    enum { LONGEST = 4 };
    for (size_t i = 0; text.n <= LONGEST && i < sizeof words / sizeof *words; i++)
        if (goes_on(text, 0, words[i]) == text.n)
            return true;
    return false;
}

static size_t digits_at(struct yk_glyphs text, size_t at)
{
    size_t n = 0;
    while (yk_glyph_digit(yk_glyph_at(text, at + n)))
        n++;
    return n;
}

/* 0592-0000123, 13800001120; a postcode of six digits before or behind all. */
static size_t digits_of_other_kind_at(struct yk_glyphs text, size_t at)
{
    enum { SHORTEST_PHONE = 7, POSTCODE = 6 };
    size_t n = digits_at(text, at);
    size_t more = n && yk_glyph_at(text, at + n) == '-' ? digits_at(text, at + n + 1) : 0;
    if (n >= SHORTEST_PHONE || (n && text.at[at] == '0' && more >= SHORTEST_PHONE))
        return n + (more ? 1 + more : 0);
    uint32_t next = yk_glyph_at(text, at + n);
    bool whole = !next || (!at && !yk_glyph_among(next, YK_GLYPHS("号弄-之栋室")));
    return n == POSTCODE && whole ? n : 0;
}

size_t number_of_other_kind_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("电话"),     YK_GLYPHS("联系电话"), YK_GLYPHS("联系方式"),
        YK_GLYPHS("手机号"),   YK_GLYPHS("手机"),     YK_GLYPHS("邮编"),
        YK_GLYPHS("邮政编码"), YK_GLYPHS("传真"),     YK_GLYPHS("TEL")};
    uint32_t c = yk_glyph_at(text, at);
    if (yk_glyph_digit(c))
        return at && yk_glyph_digit(text.at[at - 1]) ? 0 : digits_of_other_kind_at(text, at);
    size_t word = yk_glyph_among(c, YK_GLYPHS("电联手邮传T")) ? GOES_ON_ANY(text, at, words) : 0;
    if (!word)
        return 0;
    size_t colon = yk_glyph_at(text, at + word) == ':', from = at + word + colon;
    size_t n = digits_at(text, from);
    if (n && yk_glyph_at(text, from + n) == '-')
        n += 1 + digits_at(text, from + n + 1);
    return n || colon ? word + colon + n : 0;
}

/* A postcode, 地址:, 中国 before all. */
static void skip_lead(struct reading *r)
{
    static const uint32_t *const leads[] = {
        YK_GLYPHS("地址"),     YK_GLYPHS("详细地址"), YK_GLYPHS("注册地址"), YK_GLYPHS("经营地址"),
        YK_GLYPHS("办公地址"), YK_GLYPHS("单位地址"), YK_GLYPHS("位于")};
    static const uint32_t *const country[] = {YK_GLYPHS("中华人民共和国"), YK_GLYPHS("中国")};
    r->at += number_of_other_kind_at(r->text, r->at);
    if (yk_glyph_among(ahead(r, 0), YK_GLYPHS("地详注经办单位")))
        r->at += GOES_ON_ANY(r->text, r->at, leads);
    r->at += ahead(r, 0) == ':';
    struct reading behind = *r;
    size_t n = GOES_ON_ANY(r->text, r->at, country);
    behind.at += n;
    if (n && behind.at < r->text.n && read_divisions(&behind))
        *r = behind; /* not of 中国银行 */
}

/* --- brackets and remarks ----------------------------------------------------------------------
 */

/* (二期) */
static bool read_phase_aside(struct reading *r, struct yk_glyphs aside)
{
    uint32_t digits[MOST_DIGITS];
    size_t n, length = count_at(aside, 0, digits, &n);
    return length && length + 1 == aside.n && aside.at[length] == U'期' &&
           add_part(r, YK_PART_PHASE, YK_BY_SUFFIX, (struct yk_glyphs){digits, n});
}

static bool read_aside(struct reading *r)
{
    if (ahead(r, 0) != '(')
        return false;
    size_t from = r->at + 1, to = from;
    while (to < r->text.n && r->text.at[to] != ')')
        to++;
    struct yk_glyphs aside = {r->text.at + from, to - from};
    if (aside.n && !read_phase_aside(r, aside) && !read_crossing_aside(r, aside))
        add_part(r, YK_PART_ASIDE, YK_BY_PATTERN, aside);
    r->at = to + (to < r->text.n);
    return true;
}

static void read_text(struct reading *r);

/* Behind a comma, what holds nothing but words that end like no place: 进门左转. */
static bool read_remark(struct reading *r)
{
    if (ahead(r, 0) != ',' || !r->out->parts)
        return false;
    size_t from = r->at + 1, to = from;
    while (to < r->text.n && !yk_glyph_among(r->text.at[to], YK_GLYPHS(",(")))
        to++;
    struct yk_address scratch;
    struct reading inner = {
        .book = r->book, .out = &scratch, .text = {r->text.at + from, to - from}};
    scratch.parts = scratch.glyphs = 0;
    if (!inner.text.n || is_whole(inner.text.at[inner.text.n - 1]))
        return false;
    read_text(&inner);
    for (size_t i = 0; i < scratch.parts; i++)
        if (scratch.part[i].why != YK_BY_REST)
            return false;
    if (!scratch.parts)
        return false;
    r->at = from;
    take(r, to, YK_PART_ASIDE, YK_BY_REST);
    return true;
}

/* --- from left to right ------------------------------------------------------------------------
 */

/* Divisions, also behind brackets, commas and former divisions. */
static void read_head(struct reading *r)
{
    size_t begin;
    do {
        read_divisions(r);
        begin = r->at;
        if (!read_former_division(r) && !read_aside(r))
            while (r->at < r->text.n && yk_glyph_among(ahead(r, 0), YK_GLYPHS(",/-:#")))
                r->at++;
    } while (r->at > begin && r->at < r->text.n);
}

static bool skip_other_number(struct reading *r)
{
    size_t n = number_of_other_kind_at(r->text, r->at);
    r->at += n;
    return n;
}

static void read_text(struct reading *r)
{
    while (r->at < r->text.n) {
        bool part = is_in_set(&r->book->begins, ahead(r, 0)) &&
                    (skip_other_number(r) || read_aside(r) || read_highway(r) ||
                     read_kilometre(r) || read_counted(r) || read_offset(r) || read_relation(r));
        if (!part && !read_crossing(r) && !read_remark(r) && !read_named(r))
            r->at++;
    }
}

/* All of it in brackets: they say nothing then. */
static void open_brackets(struct yk_glyphs *text)
{
    size_t n = 1;
    if (!text->n || text->at[0] != '(')
        return;
    while (n < text->n && text->at[n] != ')')
        n++;
    if (n + 1 < text->n)
        return;
    *text = (struct yk_glyphs){text->at + 1, n - 1};
}

void yk_address_read(struct yk_address *out, const struct yk_address_book *book, const char *typed)
{
    struct folded folded;
    fold_address(&folded, typed);
    struct reading r = {.book = book, .out = out, .text = {folded.at, folded.n}};
    out->glyphs = out->parts = 0;
    out->district = NULL;
    open_brackets(&r.text);
    if (says_nothing(r.text))
        return;
    if (folded.n && yk_glyph_digit(folded.at[0]) && book->road.count)
        read_number_before_road(&r);
    skip_lead(&r);
    read_head(&r);
    read_text(&r);
    if (r.doubtful)
        out->district = NULL;
}
