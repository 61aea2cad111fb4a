/* address_road.c - roads in a run of characters: one the gazetteer knows, else by its last
 * character. */
#include "reading.h"

/* 东段, 一段, 3段 behind a road belong to it. */
static size_t section_at(struct yk_glyphs text, size_t at)
{
    return yk_glyph_among(yk_glyph_at(text, at),
                          YK_GLYPHS("东南西北中上下一二三四五六七八九123456789")) &&
                   yk_glyph_at(text, at + 1) == U'段'
               ? 2
               : 0;
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
    uint32_t digits[8];
    size_t n, length = count_at(text, at, digits, &n);
    return length && (yk_glyph_digit(yk_glyph_at(text, at)) ||
                      yk_glyph_among(yk_glyph_at(text, at + length), YK_GLYPHS("号弄-之")));
}

/* The run ends here, or goes on with what stands behind roads only. */
static bool is_over(struct yk_glyphs text, size_t at)
{
    uint32_t c = yk_glyph_at(text, at);
    return !c || number_at(text, at) || section_at(text, at) ||
           yk_glyph_among(c, YK_GLYPHS(",/与和及&口-"));
}

/* Text[i] is the last character of a road. */
static bool ends_road(struct yk_glyphs text, size_t i)
{
    uint32_t before = yk_glyph_at(text, i - 1), next = yk_glyph_at(text, i + 1);
    switch (text.at[i]) {
    case U'路':
        return before != U'铁' || is_over(text, i + 1);
    case U'街':
        return next != U'道' && next != U'区' && next != U'坊';
    case U'巷':
    case U'衖':
        return true;
    case U'道':
        return before != U'街' && (before == U'大' || (is_over(text, i + 1) && before != U'隧'));
    case U'里':
    case U'弄':
        return number_at(text, i + 1) && !yk_glyph_digit(before);
    case U'同':
        return before == U'胡';
    case U'线':
        return before != U'号' && is_over(text, i + 1);
    }
    return false;
}

static size_t length_of(const uint32_t *word)
{
    size_t n = 0;
    while (word[n])
        n++;
    return n;
}

/* 新阳工业区新美路, 坪山村南里: what ends with such a word before the road is a name of its own. */
static size_t name_before(const struct reading *r, size_t from, size_t end)
{
    static const uint32_t *const ends[] = {
        YK_GLYPHS("工业区"), YK_GLYPHS("工业园"), YK_GLYPHS("开发区"), YK_GLYPHS("高新区"),
        YK_GLYPHS("园区"),   YK_GLYPHS("港区"),   YK_GLYPHS("小区"),   YK_GLYPHS("社区"),
        YK_GLYPHS("软件园"), YK_GLYPHS("科技园"), YK_GLYPHS("产业园"), YK_GLYPHS("物流园"),
        YK_GLYPHS("新区"),   YK_GLYPHS("新城"),   YK_GLYPHS("广场"),   YK_GLYPHS("大厦"),
        YK_GLYPHS("花园"),   YK_GLYPHS("期"),     YK_GLYPHS("街道"),   YK_GLYPHS("市场"),
        YK_GLYPHS("委会"),   YK_GLYPHS("保税区"), YK_GLYPHS("林场"),   YK_GLYPHS("农场"),
    };
    for (size_t at = end - 2; at > from + 1; at--)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            size_t n = length_of(ends[k]);
            if (at > from + n && goes_on(r->text, at - n, ends[k]))
                return at;
        }
    return from;
}

/* Where the road that ends at `end` begins: as early as a known one does. */
static size_t begins_at(const struct reading *r, size_t from, size_t end, enum yk_part_why *why)
{
    *why = YK_BY_ROAD;
    for (size_t at = from; at + 1 < end; at++)
        if (known_road(r, at, end) == end - at)
            return at;
    *why = YK_BY_SUFFIX;
    return name_before(r, from, end);
}

bool find_road(struct run *out, const struct reading *r, size_t from, size_t to)
{
    size_t known = known_road(r, from, to);
    if (known) {
        *out = (struct run){from, from + known, YK_BY_ROAD};
        return true;
    }
    for (size_t i = from + 1; i < to; i++) {
        if (!ends_road(r->text, i))
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
