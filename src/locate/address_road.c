/* address_road.c - roads in a run of characters: one the gazetteer knows, else by its last
 * characters; crossings of two. */
#include "reading.h"

/* 东段, 一段, 3段, 西一段 behind a road belong to it. */
static size_t section_at(struct yk_glyphs text, size_t at)
{
    size_t wind = yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("东南西北中上下"));
    size_t number =
        yk_glyph_among(yk_glyph_at(text, at + wind), YK_GLYPHS("一二三四五六七八九十123456789"));
    size_t n = wind + number;
    return n && yk_glyph_at(text, at + n) == U'段' ? n + 1 : 0;
}

/* 东路, 辅路 behind 大道: the road goes on. */
static bool goes_on_as_road(struct yk_glyphs text, size_t at)
{
    return yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("东南西北中辅")) &&
           yk_glyph_at(text, at + 1) == U'路';
}

/* A road that a gazetteer knows begins here and ends as a road would. */
static size_t known_road(const struct reading *r, size_t at, size_t to)
{
    struct yk_glyphs rest = yk_glyphs_from(r->text, at);
    for (const struct word *w = words_next(&r->book->road, rest, NULL); w;
         w = words_next(&r->book->road, rest, w)) {
        size_t end = at + w->text.n;
        uint32_t next = yk_glyph_at(r->text, end);
        bool longer = yk_glyph_among(next, YK_GLYPHS("路街道巷")) ||
                      (yk_glyph_among(next, YK_GLYPHS("东南西北中一二三四五六七八九十")) &&
                       yk_glyph_among(yk_glyph_at(r->text, end + 1), YK_GLYPHS("路街道巷里")));
        if (end <= to && !longer)
            return w->text.n;
    }
    return 0;
}

static bool number_at(struct yk_glyphs text, size_t at)
{
    uint32_t digits[MOST_DIGITS];
    size_t n, length = count_at(text, at, digits, &n);
    return length && (yk_glyph_digit(yk_glyph_at(text, at)) ||
                      yk_glyph_among(yk_glyph_at(text, at + length), YK_GLYPHS("号弄-之")));
}

/* The run ends here, or goes on with what stands behind roads only. */
static bool is_over(struct yk_glyphs text, size_t at)
{
    uint32_t c = yk_glyph_at(text, at);
    return !c || yk_glyph_among(c, YK_GLYPHS(",/与和及&口-()")) || number_at(text, at) ||
           section_at(text, at);
}

/* Text[i] is the last character of a road that began at `from`. */
static bool ends_road(struct yk_glyphs text, size_t from, size_t i)
{
    uint32_t before = yk_glyph_at(text, i - 1), next = yk_glyph_at(text, i + 1);
    if (next == U'站')
        return false; /* 白银路站 */
    switch (text.at[i]) {
    case U'路':
        return before != U'铁' || is_over(text, i + 1);
    case U'街':
        return next != U'道' && next != U'区' && next != U'坊';
    case U'巷':
    case U'衖':
        return i - from > 1 || is_over(text, i + 1); /* 马巷 is a town */
    case U'道':
        if (before == U'大' || before == U'干')
            return !goes_on_as_road(text, i + 1);
        return before != U'街' && before != U'隧' && is_over(text, i + 1);
    case U'里':
    case U'弄':
        return number_at(text, i + 1) && !yk_glyph_digit(before);
    case U'同':
        return before == U'胡';
    case U'线':
        return before != U'号' && is_over(text, i + 1);
    case U'速':
        return before == U'高' && next != U'公' && next != U'路';
    }
    return false;
}

/* --- where it begins ---------------------------------------------------------------------------
 */

/* More than a wind, a number and what sort of road: 观日路, not 东路 or 一路. */
static bool is_own_name(struct yk_glyphs text, size_t from, size_t end)
{
    static const uint32_t telling_little[] =
        U"东南西北中上下前后内外一二三四五六七八九十大环横纵支胡公";
    for (size_t i = from; i + 1 < end; i++)
        if (!yk_glyph_among(text.at[i], telling_little))
            return true;
    return false;
}

/* 新阳工业区新美路: what ends with such a word before the road is a name of its own. */
static size_t name_before(struct yk_glyphs text, size_t from, size_t end)
{
    static const uint32_t *const ends[] = {
        YK_GLYPHS("工业区"), YK_GLYPHS("开发区"), YK_GLYPHS("高新区"), YK_GLYPHS("保税区"),
        YK_GLYPHS("集中区"), YK_GLYPHS("园区"),   YK_GLYPHS("港区"),   YK_GLYPHS("小区"),
        YK_GLYPHS("社区"),   YK_GLYPHS("新区"),   YK_GLYPHS("工业园"), YK_GLYPHS("软件园"),
        YK_GLYPHS("科技园"), YK_GLYPHS("产业园"), YK_GLYPHS("物流园"), YK_GLYPHS("花园"),
        YK_GLYPHS("新城"),   YK_GLYPHS("广场"),   YK_GLYPHS("市场"),   YK_GLYPHS("林场"),
        YK_GLYPHS("农场"),   YK_GLYPHS("大厦"),   YK_GLYPHS("街道"),   YK_GLYPHS("委会"),
    };
    for (size_t at = end - 2; at > from + 1; at--) {
        if (!yk_glyph_among(text.at[at - 1], YK_GLYPHS("区园城场厦道会")))
            continue;
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            size_t n = ends[k][2] ? 3 : 2;
            if (at >= from + n && goes_on(text, at - n, ends[k]) && is_own_name(text, at, end))
                return at;
        }
    }
    return from;
}

/* Where the road that ends at `end` begins: as early as a known one does. */
static size_t begins_at(const struct reading *r, size_t from, size_t end, enum yk_part_why *why)
{
    *why = YK_BY_ROAD;
    for (size_t at = from; at + 1 < end && r->book->road.count; at++)
        if (known_road(r, at, end) == end - at)
            return at;
    *why = YK_BY_SUFFIX;
    return name_before(r->text, from, end);
}

bool find_road(struct run *out, const struct reading *r, size_t from, size_t to)
{
    size_t known = known_road(r, from, r->text.n); /* Boulevard Albert 1er holds a number */
    if (known) {
        *out = (struct run){from, from + known, YK_BY_ROAD};
        return true;
    }
    for (size_t i = from + 1; i < to; i++) {
        if (!ends_road(r->text, from, i))
            continue;
        out->to = i + 1;
        out->from = begins_at(r, from, out->to, &out->why);
        size_t section = section_at(r->text, out->to);
        if (section && out->why == YK_BY_SUFFIX)
            out->to += section;
        return out->to - out->from > 1;
    }
    return false;
}

/* --- roads and crossings -----------------------------------------------------------------------
 */

/* 口, 交叉口 and the like behind a road or a crossing say no more. */
static size_t crossing_word_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("交叉路口"), YK_GLYPHS("十字路口"), YK_GLYPHS("丁字路口"), YK_GLYPHS("交叉口"),
        YK_GLYPHS("交汇处"),   YK_GLYPHS("交汇口"),   YK_GLYPHS("交界处"),   YK_GLYPHS("交接处"),
        YK_GLYPHS("交叉处"),   YK_GLYPHS("交会处"),   YK_GLYPHS("路口"),     YK_GLYPHS("口")};
    return yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("交十丁路口"))
               ? GOES_ON_ANY(text, at, words)
               : 0;
}

/* Two roads that follow one another cross: 金山西路枋湖东路. */
bool read_road(struct reading *r, size_t end)
{
    struct run road;
    if (!find_road(&road, r, r->at, end))
        return false;
    bool second = has_part(r, YK_PART_ROAD);
    if (second && (last_part(r) != YK_PART_ROAD || has_part(r, YK_PART_CROSS)))
        return false;
    if (road.from > r->at) {
        take(r, road.from, YK_PART_PLACE, YK_BY_REST);
        if (second)
            return true;
    }
    take(r, road.to, second ? YK_PART_CROSS : YK_PART_ROAD, road.why);
    r->at += crossing_word_at(r->text, r->at);
    return true;
}

/* 与, 和, 近 before the other road. */
static size_t link_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const near[] = {YK_GLYPHS("近"), YK_GLYPHS("靠近"), YK_GLYPHS("临近"),
                                           YK_GLYPHS("邻近")};
    if (yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("与和及跟同/,&")))
        return 1;
    return GOES_ON_ANY(text, at, near);
}

/* 与, 和, /: the other road of a crossing; without a road's last character before 交叉口. */
bool read_crossing(struct reading *r)
{
    enum yk_part last = last_part(r);
    if (last != YK_PART_ROAD && last != YK_PART_HIGHWAY)
        return false;
    size_t link = link_at(r->text, r->at);
    if (!link || has_part(r, YK_PART_CROSS))
        return false;
    struct reading other = *r;
    struct run road;
    other.at += link;
    if (other.at == r->text.n)
        return false;
    size_t end = name_end(&other);
    if (read_highway(&other))
        *r = other;
    else if (find_road(&road, &other, other.at, end) && road.from == other.at) {
        *r = other;
        take(r, road.to, YK_PART_CROSS, road.why);
    } else {
        size_t i = other.at + 1;
        while (i < end && (!crossing_word_at(r->text, i) || yk_glyph_at(r->text, i) == U'口'))
            i++;
        if (i >= end)
            return false;
        *r = other;
        take(r, i, YK_PART_CROSS, YK_BY_PATTERN);
    }
    r->at += crossing_word_at(r->text, r->at);
    return true;
}

bool read_crossing_aside(struct reading *r, struct yk_glyphs aside)
{
    struct reading inner = *r;
    struct run road;
    size_t link = link_at(aside, 0);
    inner.text = aside;
    if (!has_part(r, YK_PART_ROAD) || has_part(r, YK_PART_CROSS) ||
        !find_road(&road, &inner, link, aside.n) || road.from != link)
        return false;
    size_t word = crossing_word_at(aside, road.to);
    if (road.to + word != aside.n || (!link && !word))
        return false;
    return add_part(r, YK_PART_CROSS, road.why,
                    (struct yk_glyphs){aside.at + link, road.to - link});
}

/* 16 Rue Grimaldi: the number before a road that is known and has letters. */
bool read_number_before_road(struct reading *r)
{
    enum { MOST_NUMBER = 12 };
    size_t from = r->at, at = from;
    while (at < from + MOST_NUMBER &&
           (yk_glyph_digit(yk_glyph_at(r->text, at)) || yk_glyph_at(r->text, at) == '-'))
        at++;
    for (size_t end = at; at > from && end < at + 4; end++) {
        size_t comma = yk_glyph_at(r->text, end) == ',', road = end + comma;
        uint32_t first = yk_glyph_at(r->text, road);
        size_t n = first >= 'A' && first <= 'Z' ? known_road(r, road, r->text.n) : 0;
        if (!n)
            continue;
        struct reading number = *r;
        uint32_t text[2 * MOST_NUMBER];
        memcpy(text, r->text.at + from, (end - from) * sizeof *text);
        text[end - from] = U'号';
        r->at = road;
        take(r, road + n, YK_PART_ROAD, YK_BY_ROAD);
        number.text = (struct yk_glyphs){text, end - from + 1};
        number.at = 0;
        read_counted(&number);
        return true;
    }
    return false;
}
