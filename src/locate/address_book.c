/* address_book.c - the tree of divisions and the roads a gazetteer knows; divisions before an
 * address. */
#include "reading.h"

#include <stdlib.h>

#include "youka/base/text.h"

static struct yk_glyphs glyphs_of(uint32_t out[YK_MOST_ADDRESS], const char *text)
{
    size_t n = 0;
    for (uint32_t c; n < YK_MOST_ADDRESS && (c = yk_utf8_next(&text));)
        out[n++] = c;
    return (struct yk_glyphs){out, n};
}

static void add_division(struct yk_address_book *b, const char *name, size_t number, bool brief)
{
    uint32_t glyph[YK_MOST_ADDRESS];
    words_add(&b->division, glyphs_of(glyph, name), (uint32_t)(2 * number + brief));
}

struct yk_address_book *yk_address_book_new(const struct yk_names *divisions)
{
    struct yk_address_book *b = yk_alloc(sizeof *b);
    b->names = *divisions;
    for (size_t i = 0; i < b->names.districts; i++) {
        const struct yk_district *d = &b->names.district[i];
        if (strstr(d->name, "直辖") || !strcmp(d->name, "市辖区") || !strcmp(d->name, "县"))
            continue;
        add_division(b, d->name, i, false);
        yk_arena_reset(&b->a);
        const char *brief = yk_district_brief(d->name, &b->a);
        if (strlen(d->code) <= 6 && strcmp(brief, d->name) != 0)
            add_division(b, brief, i, true);
    }
    words_ready(&b->division);
    return b;
}

void yk_address_book_road(struct yk_address_book *book, const char *name)
{
    struct folded folded;
    fold_address(&folded, name);
    words_add(&book->road, (struct yk_glyphs){folded.at, folded.n}, 0);
}

void yk_address_book_ready(struct yk_address_book *book)
{
    words_ready(&book->road);
}

void yk_address_book_free(struct yk_address_book *book)
{
    if (!book)
        return;
    words_release(&book->division);
    words_release(&book->road);
    yk_arena_release(&book->a);
    free(book);
}

/* --- before an address -------------------------------------------------------------------------
 */

/* How many digits of the code say something: 2 province, 4 city, 6 county, 9 town. */
static size_t depth_of(const struct yk_district *d)
{
    if (strlen(d->code) > 6)
        return 9;
    return strcmp(d->code + 4, "00") != 0 ? 6 : strcmp(d->code + 2, "0000") != 0 ? 4 : 2;
}

static bool is_below(const struct yk_district *d, const struct yk_district *above)
{
    size_t depth = depth_of(above);
    return depth_of(d) > depth && !strncmp(d->code, above->code, depth);
}

static bool is_repeated(const struct yk_district *d, const struct yk_district *last)
{
    return d == last || is_below(last, d);
}

static enum yk_part part_of(const struct yk_district *d)
{
    switch (depth_of(d)) {
    case 2:
        return YK_PART_PROVINCE;
    case 4:
        return YK_PART_CITY;
    case 6:
        return YK_PART_COUNTY;
    }
    return YK_PART_TOWN;
}

/* 吉林 of 吉林路, 思明 of 思明南路, 湖里 of 湖里大道 is no division. */
static bool is_in_road_name(struct yk_glyphs text, size_t at)
{
    size_t i = at;
    while (i < at + 3 && yk_glyph_among(yk_glyph_at(text, i),
                                        YK_GLYPHS("东南西北中一二三四五六七八九十大环新老")))
        i++;
    for (size_t k = at; k <= i; k++) {
        uint32_t c = yk_glyph_at(text, k), next = yk_glyph_at(text, k + 1);
        if (yk_glyph_among(c, YK_GLYPHS("路街巷弄道里")) && !(c == U'街' && next == U'道'))
            return true;
    }
    return false;
}

/* Of the words of one length the one that the next words go on below; else the highest, which comes
 * first. */
static const struct word *best_of(const struct reading *r, const struct word *first,
                                  const struct yk_district *last, struct yk_glyphs rest)
{
    const struct yk_district *d = r->book->names.district;
    const struct word *best = NULL, *w = first;
    for (; w && w->text.n == first->text.n; w = words_next(&r->book->division, rest, w)) {
        const struct yk_district *here = &d[w->value / 2];
        if (last && !is_below(here, last) && !is_repeated(here, last))
            continue;
        if (!best)
            best = w;
        struct yk_glyphs behind = yk_glyphs_from(rest, w->text.n);
        for (const struct word *n = words_next(&r->book->division, behind, NULL); n;
             n = words_next(&r->book->division, behind, n))
            if (is_below(&d[n->value / 2], here) && !is_in_road_name(behind, n->text.n))
                return w;
    }
    return best;
}

/* The division that goes on at r->at, below the last one or naming it again. */
static const struct word *division_at(const struct reading *r, const struct yk_district *last)
{
    struct yk_glyphs rest = yk_glyphs_from(r->text, r->at);
    const struct word *w = words_next(&r->book->division, rest, NULL);
    while (w) {
        const struct word *best = best_of(r, w, last, rest);
        if (best && !is_in_road_name(rest, best->text.n))
            return best;
        size_t n = w->text.n;
        while ((w = words_next(&r->book->division, rest, w)) && w->text.n == n)
            ;
    }
    return NULL;
}

/* A short name counts before another division, a road or a town; 厦门大学 is a name of its own. */
static bool brief_counts(struct reading *r, const struct word *w, const struct yk_district *d)
{
    struct reading behind = *r;
    behind.at += w->text.n;
    if (behind.at == r->text.n || division_at(&behind, d) || counted_at(&behind, behind.at))
        return true;
    struct run road;
    size_t to = behind.at;
    while (to < r->text.n && !ends_name(&behind, to))
        to++;
    return find_road(&road, &behind, behind.at, to) && road.from == behind.at;
}

bool read_divisions(struct reading *r)
{
    const struct yk_district *d = r->book->names.district, *last = NULL;
    size_t begin = r->at;
    for (const struct word *w; (w = division_at(r, last));) {
        const struct yk_district *here = &d[w->value / 2];
        if (w->value % 2 && !brief_counts(r, w, here))
            break;
        r->at += w->text.n;
        if (last && is_repeated(here, last))
            continue;
        uint32_t name[YK_MOST_ADDRESS];
        add_part(r, part_of(here), YK_BY_DIVISION, glyphs_of(name, here->name));
        last = here;
    }
    r->out->district = last;
    return r->at > begin;
}
