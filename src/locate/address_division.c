/* address_division.c - the divisions before an address, from the province down. */
#include "reading.h"

enum { PROVINCE = 10000000, CITY = 100000, COUNTY = 1000, TOWN = 1 }; /* spans */

static const struct rank *rank_at(const struct reading *r, const struct word *w)
{
    return &r->book->rank[w->value / 2];
}

/* The rank of the smallest division read so far, or NULL. */
static const struct rank *last_rank(const struct reading *r)
{
    const struct yk_district *d = r->out->district;
    return d ? &r->book->rank[d - r->book->names.district] : NULL;
}

static bool is_brief(const struct word *w)
{
    return w->value % 2;
}

static bool is_below(const struct rank *d, const struct rank *above)
{
    return d->span < above->span && d->code - above->code < above->span;
}

static bool is_repeated(const struct rank *d, const struct rank *last)
{
    return d == last || is_below(last, d);
}

static enum yk_part part_of(const struct rank *d)
{
    switch (d->span) {
    case PROVINCE:
        return YK_PART_PROVINCE;
    case CITY:
        return YK_PART_CITY;
    case COUNTY:
        return YK_PART_COUNTY;
    }
    return YK_PART_TOWN;
}

/* --- names that only look like divisions -------------------------------------------------------
 */

/* 吉林 of 吉林路, 思明 of 思明南路, 湖里 of 湖里大道 is no division. */
static bool is_in_road_name(struct yk_glyphs text, size_t at)
{
    size_t i = at;
    while (i < at + 3 && yk_glyph_among(yk_glyph_at(text, i),
                                        YK_GLYPHS("东南西北中一二三四五六七八九十大环新老内外")))
        i++;
    for (size_t k = at; k <= i; k++) {
        uint32_t c = yk_glyph_at(text, k), next = yk_glyph_at(text, k + 1);
        if (yk_glyph_among(c, YK_GLYPHS("路街巷弄道里")) && !(c == U'街' && next == U'道'))
            return true;
    }
    return false;
}

/* 石狮市 of 石狮市场, 安溪县 of 安溪县道, 思明 of 思明南路; a name said with its 区 or 镇 is none
 * of a road. */
static bool is_other_word(const struct word *w, struct yk_glyphs text)
{
    size_t n = w->text.n;
    uint32_t end = w->text.at[n - 1], next = yk_glyph_at(text, n);
    if ((end == U'市' && next == U'场') || (end == U'县' && next == U'道'))
        return true;
    bool said = w->value % 2 == 0 && yk_glyph_among(end, YK_GLYPHS("省市区县州盟旗镇乡道"));
    return !said && is_in_road_name(text, n);
}

/* 集美区政府, 杏林街道办事处 are places. */
static bool is_office(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const words[] = {YK_GLYPHS("政府"), YK_GLYPHS("人民政府"),
                                            YK_GLYPHS("办")};
    return yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("政人办")) &&
           GOES_ON_ANY(text, at, words);
}

/* --- the division that goes on -----------------------------------------------------------------
 */

/* A town's short name is told from other words by the county or city before it. */
static bool is_allowed(const struct word *w, const struct rank *here, const struct rank *last)
{
    if (is_brief(w) && here->span == TOWN && (!last || last->span > CITY))
        return false;
    return !last || is_below(here, last) || is_repeated(here, last);
}

/* A division below this one follows. */
static bool goes_on_below(const struct reading *r, const struct rank *here, struct yk_glyphs behind)
{
    const struct words *words = &r->book->division;
    for (const struct word *w = words_next(words, behind, NULL); w;
         w = words_next(words, behind, w))
        for (uint32_t i = 0; i < w->alike; i++) {
            const struct rank *d = rank_at(r, w + i);
            if (is_below(d, here) && !(is_brief(w + i) && d->span == TOWN) &&
                !is_other_word(w + i, behind))
                return true;
        }
    return false;
}

/* Bare 吉林 is the city before all but another city; and 集美 behind 集美区 the town. Else the
 * highest is meant: 中山 the city, not a county of 大连. */
static bool is_closer(const struct rank *here, const struct rank *best, const struct rank *last)
{
    if (last && is_repeated(best, last))
        return is_below(here, last);
    if (is_below(here, best))
        return best->span == PROVINCE && here->span == CITY;
    return here->span > best->span;
}

/* Of the words of one text the one that the next words go on below. `Several`: another is as good,
 * as with 鼓楼区 of four cities. */
static const struct word *best_of(const struct reading *r, const struct word *first,
                                  const struct rank *last, bool *several)
{
    struct yk_glyphs rest = yk_glyphs_from(r->text, r->at);
    struct yk_glyphs behind = yk_glyphs_from(rest, first->text.n);
    const struct word *best = NULL;
    int best_goes_on = -1; /* asked only where there is another */
    *several = false;
    for (const struct word *w = first; w < first + first->alike; w++) {
        const struct rank *here = rank_at(r, w);
        if (!is_allowed(w, here, last) || is_other_word(w, rest))
            continue;
        if (!best) {
            best = w;
            continue;
        }
        if (best_goes_on < 0)
            best_goes_on = goes_on_below(r, rank_at(r, best), behind);
        const struct rank *other = rank_at(r, best);
        bool goes_on = goes_on_below(r, here, behind);
        if (goes_on == best_goes_on)
            *several |= !is_below(here, other) && !is_below(other, here);
        else if (goes_on)
            *several = false;
        if (goes_on > best_goes_on || (goes_on == best_goes_on && is_closer(here, other, last))) {
            best = w;
            best_goes_on = goes_on;
        }
    }
    return best;
}

/* The division that goes on at r->at, below the last one or naming it again. */
static const struct word *division_at(const struct reading *r, const struct rank *last,
                                      bool *several)
{
    struct yk_glyphs rest = yk_glyphs_from(r->text, r->at);
    const struct word *best = NULL;
    for (const struct word *w = NULL; !best && (w = words_next(&r->book->division, rest, w));)
        best = best_of(r, w, last, several);
    return best;
}

/* --- names of divisions that are no more -------------------------------------------------------
 */

/* 襄樊市, 杏林区: where a division or a road follows. Gives where the name ends, else 0. */
static size_t former_end(const struct reading *r, const struct rank *last)
{
    if ((last && last->span < CITY) || yk_glyph_among(ahead(r, 0), YK_GLYPHS(",/-:#(")))
        return 0;
    for (size_t i = r->at + 2; i < r->at + 5; i++) {
        struct reading behind = *r;
        struct run road;
        bool several;
        if (!yk_glyph_among(yk_glyph_at(r->text, i), YK_GLYPHS("市区县")) ||
            yk_glyph_among(r->text.at[i - 1], YK_GLYPHS("社小校园库景山城厂片矿港")))
            continue;
        behind.at = i + 1;
        if (ahead(&behind, 0) < 0x3400)
            return 0;
        const struct word *w = division_at(&behind, last, &several);
        if ((w && !is_brief(w)) || (find_road(&road, &behind, behind.at, name_end(&behind)) &&
                                    road.from == behind.at && road.to - road.from > 2))
            return behind.at;
    }
    return 0;
}

bool read_former_division(struct reading *r)
{
    size_t end = former_end(r, last_rank(r));
    if (end)
        take(r, end, YK_PART_PLACE, YK_BY_SUFFIX);
    return end;
}

/* --- reading -----------------------------------------------------------------------------------
 */

/* 镇 of 新店镇, which is 新店街道 today; not of 新店镇南路. */
static size_t other_rank_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const ranks[] = {YK_GLYPHS("街道"), YK_GLYPHS("镇"), YK_GLYPHS("乡")};
    size_t n = GOES_ON_ANY(text, at, ranks);
    return n && !is_in_road_name(text, at + n) ? n : 0;
}

/* A short name counts before another division, a road, a village or the end: 厦门大学 is a name of
 * its own. A town's needs more: 杏林湾路 is a road, not the 湾路 of 杏林. */
static bool brief_counts(const struct reading *r, const struct word *w, const struct rank *d)
{
    static const uint32_t goes_on_name[] = U"湾湖江河溪山岭园桥港洲岛坑口塘厝城门内外前后上下老新"
                                           U"一二三四五六七八九十市区县村社居";
    struct reading behind = *r;
    struct run run;
    bool town = d->span == TOWN, several;
    behind.at += w->text.n;
    if (behind.at == r->text.n || ahead(&behind, 0) == ',')
        return !town;
    if (!town && (division_at(&behind, d, &several) || counted_at(&behind, behind.at) ||
                  highway_at(r->text, behind.at) || former_end(&behind, d)))
        return true;
    if (town && other_rank_at(r->text, behind.at))
        return true;
    if (town && yk_glyph_among(ahead(&behind, 0), goes_on_name))
        return false;
    size_t end = name_end(&behind);
    if (!goes_on(r->text, behind.at, YK_GLYPHS("大学")) &&
        find_village(&run, &behind, behind.at, end))
        return true;
    return find_road(&run, &behind, behind.at, end) && run.from == behind.at &&
           (!town || run.to - run.from > 2);
}

/* 市辖区 and the like stand in lists, no one lives there. */
static void skip_mere_rank(struct reading *r)
{
    static const uint32_t *const words[] = {YK_GLYPHS("市辖区"), YK_GLYPHS("省直辖县级行政区划"),
                                            YK_GLYPHS("自治区直辖县级行政区划"),
                                            YK_GLYPHS("省直辖行政单位")};
    if (yk_glyph_among(ahead(r, 0), YK_GLYPHS("市省自")))
        r->at += GOES_ON_ANY(r->text, r->at, words);
}

static void add_division(struct reading *r, const struct word *w)
{
    const struct rank *d = rank_at(r, w);
    add_part(r, part_of(d), YK_BY_DIVISION, d->name);
    r->out->district = &r->book->names.district[w->value / 2];
}

bool read_divisions(struct reading *r)
{
    size_t begin = r->at;
    bool several = false;
    for (const struct word *w; (w = division_at(r, last_rank(r), &several));) {
        const struct rank *here = rank_at(r, w), *last = last_rank(r);
        if (is_office(r->text, r->at + w->text.n) || (is_brief(w) && !brief_counts(r, w, here)))
            break;
        r->at += w->text.n;
        if (is_brief(w) && here->span == TOWN)
            r->at += other_rank_at(r->text, r->at);
        r->doubtful |= several;
        if (!last || !is_repeated(here, last))
            add_division(r, w);
        skip_mere_rank(r);
    }
    return r->at > begin;
}
