/* address_side.c - beside what, which way and how far; highways and their kilometres. */
#include "reading.h"

/* What stands before a relation or an offset is what one looks from. */
static void make_anchor(struct reading *r)
{
    struct yk_address *out = r->out;
    if (last_part(r) == YK_PART_PLACE)
        out->part[out->parts - 1].part = YK_PART_ANCHOR;
}

static bool add_word(struct reading *r, enum yk_part part, const char *word)
{
    uint32_t glyph[16];
    size_t n = 0;
    while (word[n]) {
        glyph[n] = (unsigned char)word[n];
        n++;
    }
    return add_part(r, part, YK_BY_PATTERN, (struct yk_glyphs){glyph, n});
}

/* A relation is over here: 前 of 前埔 and 旁 of 旁人 are none. */
static bool is_closed(struct yk_glyphs text, size_t at)
{
    uint32_t c = yk_glyph_at(text, at);
    return !c || yk_glyph_among(c, YK_GLYPHS(",/&-+的")) || yk_glyph_digit(c);
}

bool read_relation(struct reading *r)
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
    if (!r->at)
        return false;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        size_t n = goes_on(r->text, r->at, relations[i].text);
        if (!n || (!relations[i].any && !is_closed(r->text, r->at + n)))
            continue;
        make_anchor(r);
        if (!has_part(r, YK_PART_RELATION))
            add_word(r, YK_PART_RELATION, relations[i].code);
        r->at += n;
        return true;
    }
    return false;
}

/* --- which way and how far ---------------------------------------------------------------------
 */

static const char *bearing_at(struct yk_glyphs text, size_t at, size_t *n)
{
    static const struct {
        const uint32_t *text;
        const char *code;
    } winds[] = {
        {YK_GLYPHS("东北"), "NE"}, {YK_GLYPHS("东南"), "SE"}, {YK_GLYPHS("西北"), "NW"},
        {YK_GLYPHS("西南"), "SW"}, {YK_GLYPHS("北东"), "NE"}, {YK_GLYPHS("南东"), "SE"},
        {YK_GLYPHS("东"), "E"},    {YK_GLYPHS("南"), "S"},    {YK_GLYPHS("西"), "W"},
        {YK_GLYPHS("北"), "N"},
    };
    for (size_t i = 0; i < sizeof winds / sizeof *winds; i++)
        if ((*n = goes_on(text, at, winds[i].text)))
            return winds[i].code;
    return NULL;
}

/* 约200米, 1.5公里: metres as digits. Gives the length, 0 where there is none. */
static size_t metres_at(struct yk_glyphs text, size_t at, uint32_t digits[8], size_t *n)
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
    size_t metre = yk_glyph_at(text, i) == U'米' || yk_glyph_at(text, i) == 'M';
    return metre ? i + metre - at : 0;
}

static size_t side_at(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const sides[] = {
        YK_GLYPHS("方向"), YK_GLYPHS("侧面"), YK_GLYPHS("侧"), YK_GLYPHS("面"), YK_GLYPHS("边"),
        YK_GLYPHS("方"),   YK_GLYPHS("角"),   YK_GLYPHS("首"), YK_GLYPHS("部"), YK_GLYPHS("行")};
    for (size_t i = 0, n; i < sizeof sides / sizeof *sides; i++)
        if ((n = goes_on(text, at, sides[i])))
            return n;
    return 0;
}

static void take_metres(struct reading *r)
{
    uint32_t digits[8];
    size_t n, length = metres_at(r->text, r->at, digits, &n);
    if (length && add_part(r, YK_PART_METRES, YK_BY_PATTERN, (struct yk_glyphs){digits, n}))
        r->at += length;
}

/* Behind a side the text is over or goes on with a distance: 东部 of 东部医院 is a name. */
static bool side_is_over(struct yk_glyphs text, size_t at)
{
    uint32_t digits[8];
    size_t n;
    return is_closed(text, at) || metres_at(text, at, digits, &n);
}

bool read_offset(struct reading *r)
{
    struct yk_glyphs text = r->text;
    uint32_t digits[8];
    size_t n, at = r->at;
    if (!at)
        return false;
    bool lead = yk_glyph_among(yk_glyph_at(text, at), YK_GLYPHS("往向以朝")) && ++at;
    const char *wind = bearing_at(text, at, &n);
    if (!wind) {
        if (lead || !metres_at(text, at, digits, &n))
            return false;
        make_anchor(r);
        take_metres(r);
        return true;
    }
    at += n;
    size_t side = side_at(text, at);
    bool corner = side && yk_glyph_at(text, at) == U'角';
    bool alone = at == text.n && last_part(r) == YK_PART_CROSS;
    if (!metres_at(text, at, digits, &n) && !alone &&
        !(side && (lead || side_is_over(text, at + side))) && !(lead && is_closed(text, at)))
        return false;
    make_anchor(r);
    if (corner)
        add_word(r, YK_PART_RELATION, "corner");
    add_word(r, YK_PART_BEARING, wind);
    r->at = at + side;
    take_metres(r);
    return true;
}

/* --- highways ----------------------------------------------------------------------------------
 */

static size_t digits_behind(struct yk_glyphs text, size_t at)
{
    size_t n = 0;
    while (yk_glyph_digit(yk_glyph_at(text, at + n)))
        n++;
    return n;
}

/* 国道 or 省道 or 县道: its letter, else 0. */
static uint32_t sort_at(struct yk_glyphs text, size_t at)
{
    if (yk_glyph_at(text, at + 1) != U'道')
        return 0;
    switch (yk_glyph_at(text, at)) {
    case U'国':
        return 'G';
    case U'省':
        return 'S';
    case U'县':
        return 'X';
    case U'乡':
        return 'Y';
    }
    return 0;
}

/* K123+400, 123公里+400: kilometres with three places cut to what is said. */
static void read_kilometre(struct reading *r)
{
    struct yk_glyphs text = r->text;
    size_t at = r->at + (ahead(r, 0) == 'K'), n = digits_behind(text, at), out = 0;
    uint32_t km[16];
    size_t unit = goes_on(text, at + n, YK_GLYPHS("公里"));
    unit = unit ? unit : (size_t)(yk_glyph_at(text, at + n) == 'K');
    if (!n || n > 5 || (at == r->at && !unit))
        return;
    memcpy(km, text.at + at, n * sizeof *km);
    out = n;
    at += n + unit;
    if (yk_glyph_at(text, at) == '+' || yk_glyph_at(text, at) == '.') {
        size_t metres = digits_behind(text, at + 1);
        bool point = text.at[at] == '.';
        km[out++] = '.';
        for (size_t lead = metres; !point && lead < 3; lead++)
            km[out++] = '0';
        for (size_t i = 0; i < metres && i < 4; i++)
            km[out++] = text.at[at + 1 + i];
        at += 1 + metres;
        while (km[out - 1] == '0')
            out--;
        out -= km[out - 1] == '.';
        unit = unit ? 0 : goes_on(text, at, YK_GLYPHS("公里"));
        at += unit ? unit : (size_t)(yk_glyph_at(text, at) == U'米');
    }
    at += goes_on(text, at, YK_GLYPHS("处"));
    if (add_part(r, YK_PART_KM, YK_BY_PATTERN, (struct yk_glyphs){km, out}))
        r->at = at;
}

static bool take_highway(struct reading *r, uint32_t sort, size_t digits, size_t n, size_t end)
{
    uint32_t name[6] = {sort};
    if (!n || n > 4)
        return false;
    memcpy(name + 1, r->text.at + digits, n * sizeof *name);
    if (!add_part(r, YK_PART_HIGHWAY, YK_BY_PATTERN, (struct yk_glyphs){name, n + 1}))
        return false;
    r->at = end;
    read_kilometre(r);
    return true;
}

/* G312, G312国道, 国道312, 国道G312线, 312国道. */
bool read_highway(struct reading *r)
{
    struct yk_glyphs text = r->text;
    size_t at = r->at, n;
    uint32_t sort = sort_at(text, at), c = ahead(r, 0);
    if (sort) {
        at += 2 + (yk_glyph_at(text, at + 2) == sort);
        n = digits_behind(text, at);
        return take_highway(r, sort, at, n, at + n + (yk_glyph_at(text, at + n) == U'线'));
    }
    if (yk_glyph_among(c, YK_GLYPHS("GSXYC")) && (n = digits_behind(text, at + 1)) >= 2) {
        size_t end = at + 1 + n;
        if (sort_at(text, end))
            end += 2;
        else if (yk_glyph_at(text, end) == U'线')
            end++;
        else if (yk_glyph_at(text, end) == U'室' || yk_glyph_at(text, end) == U'号')
            return false;
        return take_highway(r, c, at + 1, n, end);
    }
    n = digits_behind(text, at);
    if (n && (sort = sort_at(text, at + n)))
        return take_highway(r, sort, at, n, at + n + 2);
    return false;
}
