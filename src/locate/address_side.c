/* address_side.c - beside what, which way and how far. */
#include "counted.h"

/* What stands before a relation or an offset is what one looks from. */
static void make_anchor(struct reading *r)
{
    struct yk_address *out = r->out;
    if (last_part(r) == YK_PART_PLACE)
        out->part[out->parts - 1].part = YK_PART_ANCHOR;
}

static void add_word(struct reading *r, enum yk_part part, const char *word)
{
    uint32_t glyph[16];
    size_t n = 0;
    while (word[n]) {
        glyph[n] = (unsigned char)word[n];
        n++;
    }
    add_part(r, part, YK_BY_PATTERN, (struct yk_glyphs){glyph, n});
}

/* --- how far -----------------------------------------------------------------------------------
 */

/* 约200米, 1.5公里: metres as digits. Gives the length, 0 where there is none. */
static size_t metres_at(struct yk_glyphs text, size_t at, uint32_t digits[12], size_t *n)
{
    size_t i = at + (yk_glyph_at(text, at) == U'约'), tenths = 0;
    size_t length = count_at(text, i, digits, n);
    if (!length || *n > 5)
        return 0;
    i += length;
    if (yk_glyph_at(text, i) == '.' && yk_glyph_digit(yk_glyph_at(text, i + 1))) {
        tenths = text.at[i + 1] - '0';
        i += 2;
    }
    size_t kilo = goes_on(text, i, YK_GLYPHS("公里"));
    kilo = kilo ? kilo : goes_on(text, i, YK_GLYPHS("千米"));
    if (kilo) {
        digits[(*n)++] = '0' + (uint32_t)tenths;
        digits[(*n)++] = '0';
        digits[(*n)++] = '0';
        return i + kilo - at;
    }
    bool metre = yk_glyph_at(text, i) == U'米' || yk_glyph_at(text, i) == 'M';
    return metre ? i + 1 - at : 0;
}

static bool is_far(struct yk_glyphs text, size_t at)
{
    uint32_t digits[12];
    size_t n;
    return metres_at(text, at, digits, &n);
}

/* A relation is over here: 前 of 前埔 and 前6路, 旁 of 旁人 are none, 侧 of 西侧一楼 is. */
static bool is_closed(struct yk_glyphs text, size_t at)
{
    uint32_t c = yk_glyph_at(text, at), digits[MOST_DIGITS];
    size_t n;
    if (yk_glyph_digit(c))
        return !yk_glyph_among(yk_glyph_at(text, at + count_at(text, at, digits, &n)),
                               YK_GLYPHS("路街里巷"));
    struct counted floor;
    return !c || yk_glyph_among(c, YK_GLYPHS(",/&-+()的")) || is_far(text, at) ||
           (count_with_unit(&floor, text, at) && floor.unit && floor.unit->part == YK_PART_FLOOR);
}

static void take_metres(struct reading *r)
{
    uint32_t digits[12];
    size_t n, length = metres_at(r->text, r->at, digits, &n);
    if (length) {
        add_part(r, YK_PART_METRES, YK_BY_PATTERN, (struct yk_glyphs){digits, n});
        r->at += length;
    }
}

/* --- beside what -------------------------------------------------------------------------------
 */

size_t relation_at(struct yk_glyphs text, size_t at, bool behind, const char **code)
{
    static const struct {
        const uint32_t *text;
        const char *code;
        bool any; /* whatever follows */
    } relations[] = {
        {YK_GLYPHS("正对面"), "opposite", true}, {YK_GLYPHS("斜对面"), "opposite", true},
        {YK_GLYPHS("对面"), "opposite", true},   {YK_GLYPHS("对过"), "opposite", false},
        {YK_GLYPHS("旁边"), "beside", true},     {YK_GLYPHS("旁侧"), "beside", true},
        {YK_GLYPHS("旁"), "beside", false},      {YK_GLYPHS("隔壁"), "beside", true},
        {YK_GLYPHS("边上"), "beside", true},     {YK_GLYPHS("侧面"), "beside", false},
        {YK_GLYPHS("附近"), "near", true},       {YK_GLYPHS("周边"), "near", false},
        {YK_GLYPHS("一带"), "near", false},      {YK_GLYPHS("门口"), "front", true},
        {YK_GLYPHS("大门口"), "front", true},    {YK_GLYPHS("前面"), "front", true},
        {YK_GLYPHS("门前"), "front", true},      {YK_GLYPHS("正前方"), "front", true},
        {YK_GLYPHS("前"), "front", false},       {YK_GLYPHS("后面"), "behind", true},
        {YK_GLYPHS("背后"), "behind", true},     {YK_GLYPHS("后侧"), "behind", true},
        {YK_GLYPHS("后"), "behind", false},      {YK_GLYPHS("边"), "beside", false},
        {YK_GLYPHS("侧"), "beside", false},
    };
    uint32_t first = yk_glyph_at(text, at);
    for (size_t i = 0, n; i < sizeof relations / sizeof *relations; i++) {
        if (relations[i].text[0] != first || !(n = goes_on(text, at, relations[i].text)))
            continue;
        if (!relations[i].any && !(behind && first == U'旁') && !is_closed(text, at + n))
            continue;
        *code = relations[i].code;
        return n;
    }
    return 0;
}

size_t near_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const words[] = {YK_GLYPHS("靠近"), YK_GLYPHS("临近"), YK_GLYPHS("邻近"),
                                            YK_GLYPHS("毗邻"), YK_GLYPHS("紧邻")};
    return yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("靠临邻毗紧"))
               ? GOES_ON_ANY(text, at, words)
               : 0;
}

/* What is named behind 靠近 is what one looks from. */
static bool read_near(struct reading *r)
{
    size_t n = near_at(r->text, r->at);
    if (!n || r->at + n == r->text.n || has_part(r, YK_PART_RELATION))
        return false;
    r->at += n;
    add_word(r, YK_PART_RELATION, "near");
    if (!read_road(r, name_end(r)))
        take(r, name_end(r), YK_PART_ANCHOR, YK_BY_REST);
    return true;
}

bool read_relation(struct reading *r)
{
    const char *code;
    enum yk_part last = last_part(r);
    bool behind = last == YK_PART_ROAD || last == YK_PART_CROSS || last == YK_PART_HIGHWAY ||
                  last == YK_PART_NUMBER || last == YK_PART_NUMBER_TO || last == YK_PART_KM;
    size_t n = relation_at(r->text, r->at, behind, &code);
    if (!n)
        return read_near(r);
    if (!r->at)
        return false;
    make_anchor(r);
    if (last != YK_PART_RELATION)
        add_word(r, YK_PART_RELATION, code);
    r->at += n;
    return true;
}

/* --- which way ---------------------------------------------------------------------------------
 */

static const char *bearing_at(struct yk_glyphs text, size_t at, size_t *n)
{
    static const char *const two[2][2] = {{"NE", "SE"}, {"NW", "SW"}};
    uint32_t a = yk_glyph_at(text, at), b = yk_glyph_at(text, at + 1);
    bool up = a == U'北' || a == U'南', across = a == U'东' || a == U'西';
    *n = up || across;
    if (up && (b == U'东' || b == U'西')) {
        *n = 2;
        return two[b == U'西'][a == U'南'];
    }
    if (across && (b == U'北' || b == U'南')) {
        *n = 2;
        return two[a == U'西'][b == U'南'];
    }
    return a == U'东' ? "E" : a == U'南' ? "S" : a == U'西' ? "W" : a == U'北' ? "N" : NULL;
}

/* What follows the wind: 侧 is beside, 角 a corner, 方向 says no more. */
static size_t side_at(struct yk_glyphs text, size_t at, const char **relation)
{
    static const struct {
        const uint32_t *text;
        const char *relation;
    } sides[] = {
        {YK_GLYPHS("侧面"), "beside"}, {YK_GLYPHS("侧"), "beside"}, {YK_GLYPHS("面"), "beside"},
        {YK_GLYPHS("边"), "beside"},   {YK_GLYPHS("角"), "corner"}, {YK_GLYPHS("方向"), NULL},
        {YK_GLYPHS("方"), NULL},       {YK_GLYPHS("首"), NULL},     {YK_GLYPHS("部"), NULL},
        {YK_GLYPHS("行"), NULL},       {YK_GLYPHS("走"), NULL}};
    *relation = NULL;
    for (size_t i = 0, n; i < sizeof sides / sizeof *sides; i++)
        if ((n = goes_on(text, at, sides[i].text))) {
            *relation = sides[i].relation;
            return n;
        }
    return 0;
}

/* An offset as it stands in the text. */
struct offset {
    const char *wind, *relation;
    size_t end; /* before the metres */
};

/* Behind a side the text is over or goes on with a distance: 东部 of 东部医院 is a name. Behind a
 * `crossing` a corner is one whatever follows, and the bare wind at the end of the text. */
static bool find_offset(struct offset *out, struct yk_glyphs text, size_t at, bool crossing)
{
    size_t n;
    bool lead = yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("往向以朝"));
    out->wind = bearing_at(text, at + lead, &n);
    out->end = at + lead + n;
    if (!out->wind) {
        out->relation = NULL;
        return !lead && is_far(text, at);
    }
    size_t side = side_at(text, out->end, &out->relation);
    out->relation = lead ? NULL : out->relation;
    bool bare = is_far(text, out->end) || (lead && is_closed(text, out->end)) ||
                (crossing && (out->end == text.n || yk_glyph_at(text, out->end) == U'角'));
    out->end += side;
    return bare || (side && (lead || is_closed(text, out->end)));
}

bool offset_at(struct yk_glyphs text, size_t at)
{
    struct offset o;
    return find_offset(&o, text, at, false);
}

bool read_offset(struct reading *r)
{
    struct offset o;
    enum yk_part last = last_part(r);
    if (!r->at ||
        !find_offset(&o, r->text, r->at, last == YK_PART_CROSS || last == YK_PART_HIGHWAY))
        return false;
    make_anchor(r);
    r->at = o.end;
    if (o.wind)
        add_word(r, YK_PART_BEARING, o.wind);
    if (o.relation)
        add_word(r, YK_PART_RELATION, o.relation);
    take_metres(r);
    return true;
}
