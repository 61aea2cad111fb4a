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
    struct yk_glyphs g = yk_address_part(a, part);
    char *text = YK_ARENA_ARRAY(arena, char, 4 * g.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < g.n; i++)
        n += yk_utf8_put(text + n, g.at[i]);
    return text;
}

/* --- what goes on ------------------------------------------------------------------------------
 */

/* 不详, 无: nothing was said. */
static bool says_nothing(struct yk_glyphs text)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("不详"), YK_GLYPHS("无"),   YK_GLYPHS("暂无"),    YK_GLYPHS("未知"),
        YK_GLYPHS("没有"), YK_GLYPHS("同上"), YK_GLYPHS("地址不详")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (goes_on(text, 0, words[i]) == text.n)
            return true;
    return false;
}

static void skip_words(struct reading *r, const uint32_t *const *word, size_t words)
{
    for (size_t i = 0, n; i < words; i++)
        if ((n = goes_on(r->text, r->at, word[i]))) {
            r->at += n;
            return;
        }
}

/* 中国, 地址 before all. */
static void skip_lead(struct reading *r)
{
    static const uint32_t *const leads[] = {YK_GLYPHS("地址"), YK_GLYPHS("位于")};
    static const uint32_t *const country[] = {YK_GLYPHS("中华人民共和国"), YK_GLYPHS("中国")};
    skip_words(r, leads, 2);
    size_t at = r->at;
    skip_words(r, country, 2);
    if (r->at > at && !words_next(&r->book->division, yk_glyphs_from(r->text, r->at), NULL))
        r->at = at; /* 中国银行 */
}

static void read_text(struct reading *r)
{
    while (r->at < r->text.n) {
        if (read_highway(r) || read_counted(r) || read_offset(r) || read_relation(r) ||
            read_crossing(r) || read_named(r))
            continue;
        r->at++;
    }
}

/* X路(Y路口) names a crossing. */
static bool is_crossing(struct reading *r, struct yk_glyphs aside)
{
    struct reading inner = *r;
    struct run road;
    inner.text = aside;
    inner.at = 0;
    if (last_part(r) != YK_PART_ROAD || has_part(r, YK_PART_CROSS) ||
        yk_glyph_at(aside, aside.n - 1) != U'口' || !find_road(&road, &inner, 0, aside.n) ||
        road.from)
        return false;
    return add_part(r, YK_PART_CROSS, road.why, yk_glyphs_upto(aside, road.to));
}

void yk_address_read(struct yk_address *out, const struct yk_address_book *book, const char *typed)
{
    struct folded folded;
    fold_address(&folded, typed);
    struct reading r = {.book = book, .out = out, .text = {folded.at, folded.n}};
    out->glyphs = out->parts = 0;
    out->district = NULL;
    if (!folded.n && folded.asides && folded.aside_n[0]) { /* all of it in brackets */
        r.text = (struct yk_glyphs){folded.aside[0], folded.aside_n[0]};
        folded.asides = 0;
    }
    if (says_nothing(r.text))
        return;
    skip_lead(&r);
    read_divisions(&r);
    read_text(&r);
    for (size_t i = 0; i < folded.asides; i++) {
        struct yk_glyphs aside = {folded.aside[i], folded.aside_n[i]};
        if (aside.n && !is_crossing(&r, aside))
            add_part(&r, YK_PART_ASIDE, YK_BY_PATTERN, aside);
    }
}
