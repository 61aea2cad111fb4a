/* address_name.c - what has a name in an address and how far it goes: towns, villages, places. */
#include "reading.h"

/* --- how far a name goes -----------------------------------------------------------------------
 */

static void mark(struct character_set *set, const uint32_t *c)
{
    for (; *c; c++)
        set->bit[*c / 32] |= 1u << *c % 32;
}

void mark_beginnings(struct yk_address_book *book)
{
    static const uint32_t counts[] = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     U"〇零一二两三四五六七八九十廿第甲乙丙丁戊负地";
    static const uint32_t *const others[] = {
        YK_GLYPHS(",/&-#:()+.之附主副"),
        YK_GLYPHS("正斜对旁隔边侧附周一门大前后背"), /* relations */
        YK_GLYPHS("靠临邻毗紧"),
        YK_GLYPHS("东南西北往向以朝约"), /* offsets */
        YK_GLYPHS("国省县乡"),           /* highways */
        YK_GLYPHS("电联手邮传")};        /* telephones */
    mark(&book->counts, counts);
    mark(&book->begins, counts);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        mark(&book->begins, others[i]);
}

/* Digits that are no part of a name: 5 of 新美路5, not 11 of 地铁11号线 or 360 of 360大厦. */
static bool bare_at(struct yk_glyphs text, size_t at)
{
    uint32_t digits[MOST_DIGITS], before = yk_glyph_at(text, at - 1);
    size_t n;
    if (!yk_glyph_digit(yk_glyph_at(text, at)) || yk_glyph_digit(before))
        return false;
    uint32_t next = yk_glyph_at(text, at + count_at(text, at, digits, &n));
    return !next || yk_glyph_among(next, YK_GLYPHS("-,()之")) ||
           (next != U'区' && yk_glyph_among(before, YK_GLYPHS("路街道巷里弄村社厦园区城场")));
}

bool ends_name(const struct reading *r, size_t at)
{
    const char *code;
    struct yk_glyphs text = r->text;
    uint32_t c = yk_glyph_at(text, at);
    if (!is_in_set(&r->book->begins, c))
        return false;
    if (yk_glyph_among(c, YK_GLYPHS(",/&-#:()")))
        return true;
    if (is_in_set(&r->book->counts, c) &&
        (counted_at(r, at) || (at && bare_at(text, at)) || kilometre_at(text, at)))
        return true;
    return relation_at(text, at, false, &code) || offset_at(text, at) || highway_at(text, at) ||
           near_at(text, at) || number_of_other_kind_at(text, at);
}

size_t name_end(const struct reading *r)
{
    size_t end = r->at + 1;
    while (end < r->text.n && !ends_name(r, end))
        end++;
    return end;
}

/* --- towns -------------------------------------------------------------------------------------
 */

/* 镇南路, 村前街 are roads; 镇巷北 is none. */
static bool road_behind(struct yk_glyphs text, size_t at)
{
    size_t i = at;
    if (yk_glyph_at(text, at) == U'巷' && yk_glyph_at(text, at + 1) >= 0x3400)
        return false;
    while (i < at + 2 &&
           yk_glyph_among(yk_glyph_at(text, i), YK_GLYPHS("东南西北中一二三四五六七八九大前后")))
        i++;
    return yk_glyph_among(yk_glyph_at(text, i), YK_GLYPHS("路街巷道里弄"));
}

/* 街道, 镇, 乡 that no list holds, at the head only. */
static bool read_town(struct reading *r, size_t end)
{
    enum yk_part last = last_part(r);
    if (last != YK_PARTS && last > YK_PART_COUNTY)
        return false;
    for (size_t i = r->at + 1; i < end && i < r->at + 7; i++) {
        uint32_t c = r->text.at[i];
        size_t to = i + 1;
        if (c == U'街' && yk_glyph_at(r->text, i + 1) == U'道')
            to = i + 2;
        else if (c != U'镇' && c != U'乡')
            continue;
        if (to - r->at > 2 && !road_behind(r->text, to) &&
            !yk_glyph_among(yk_glyph_at(r->text, to), YK_GLYPHS("政村办中"))) {
            take(r, to, YK_PART_TOWN, YK_BY_SUFFIX);
            return true;
        }
    }
    return false;
}

/* --- villages ----------------------------------------------------------------------------------
 */

/* A hamlet's 社 or 屯 ends its name where houses are numbered behind it, or the text ends; not 社
 * of 公社, 信用社, 供销社. */
static bool is_hamlet(const struct reading *r, size_t i)
{
    uint32_t next = yk_glyph_at(r->text, i + 1);
    return yk_glyph_among(yk_glyph_at(r->text, i), YK_GLYPHS("社屯")) &&
           !yk_glyph_among(yk_glyph_at(r->text, i - 1), YK_GLYPHS("公用销作行报分会")) &&
           (!next || yk_glyph_among(next, YK_GLYPHS(",()")) || yk_glyph_digit(next) ||
            counted_at(r, i + 1));
}

static size_t village_end(const struct reading *r, size_t i)
{
    struct yk_glyphs text = r->text;
    static const uint32_t *const ends[] = {
        YK_GLYPHS("村委会"), YK_GLYPHS("村民委员会"), YK_GLYPHS("社区居委会"), YK_GLYPHS("居委会"),
        YK_GLYPHS("社区"),   YK_GLYPHS("自然村"),     YK_GLYPHS("村")};
    if (!yk_glyph_among(yk_glyph_at(text, i), YK_GLYPHS("村社居自屯")))
        return 0;
    size_t n = GOES_ON_ANY(text, i, ends);
    return n ? i + n : is_hamlet(r, i) ? i + 1 : 0;
}

/* 新村 and 学村 are estates, as are 三村 and 西村 before a building; 农村 and 村镇 are words. */
static bool is_village_word(struct yk_glyphs text, size_t i)
{
    uint32_t before = yk_glyph_at(text, i - 1);
    if (yk_glyph_at(text, i) != U'村')
        return true;
    if (yk_glyph_among(before, YK_GLYPHS("一二三四五六七八九十东南西北")))
        return !building_at(text, i + 1);
    return !yk_glyph_among(before, YK_GLYPHS("新学农乡度"));
}

/* 梧村大厦 is a place, 村镇, 村委 and 村民 are words. */
static bool is_longer_name(struct yk_glyphs text, size_t at)
{
    static const uint32_t *const houses[] = {
        YK_GLYPHS("大厦"), YK_GLYPHS("大楼"), YK_GLYPHS("大酒店"),
        YK_GLYPHS("酒店"), YK_GLYPHS("宾馆"), YK_GLYPHS("公寓"),
        YK_GLYPHS("商厦"), YK_GLYPHS("广场"), YK_GLYPHS("花园")};
    return yk_glyph_among(yk_glyph_at(text, at),
                          YK_GLYPHS("镇民卫小中医银信庄政服党公文幼老便部")) ||
           GOES_ON_ANY(text, at, houses);
}

bool find_village(struct run *out, const struct reading *r, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to && i < from + 8; i++) {
        size_t end = village_end(r, i);
        if (end && is_village_word(r->text, i) && !road_behind(r->text, end) &&
            !is_longer_name(r->text, end)) {
            *out = (struct run){from, end, YK_BY_SUFFIX};
            return true;
        }
    }
    return false;
}

/* 石浔村委会旁: what stands beside a committee's house stands beside a place. */
static bool is_looked_from(const struct reading *r, const struct run *village)
{
    const char *code;
    size_t to = village->to;
    return yk_glyph_at(r->text, to - 1) == U'会' &&
           (relation_at(r->text, to, false, &code) || offset_at(r->text, to));
}

static bool read_village(struct reading *r, size_t end)
{
    struct run village;
    if (has_part(r, YK_PART_ROAD) || has_part(r, YK_PART_NUMBER) ||
        !find_village(&village, r, r->at, end))
        return false;
    take(r, village.to, is_looked_from(r, &village) ? YK_PART_PLACE : YK_PART_VILLAGE, village.why);
    return true;
}

/* --- places ------------------------------------------------------------------------------------
 */

bool is_whole(uint32_t last)
{
    return yk_glyph_among(last,
                          YK_GLYPHS("厦园区城场楼院馆店司厂站校学所心苑庭村库港局行室寺桥府寓"));
}

/* 交叉口 without a second road, 的, 处: says nothing. */
static bool is_filler(struct yk_glyphs name)
{
    static const uint32_t *const words[] = {
        YK_GLYPHS("交叉口"), YK_GLYPHS("交汇处"), YK_GLYPHS("路口"), YK_GLYPHS("处"),
        YK_GLYPHS("的"),     YK_GLYPHS("大院"),   YK_GLYPHS("内"),   YK_GLYPHS("院内"),
        YK_GLYPHS("店面"),   YK_GLYPHS("门面"),   YK_GLYPHS("号"),   YK_GLYPHS("段"),
        YK_GLYPHS("路段"),   YK_GLYPHS("左右"),   YK_GLYPHS("约")};
    return GOES_ON_ANY(name, 0, words) == name.n;
}

static bool is_number(struct yk_glyphs name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!yk_glyph_digit(name.at[i]))
            return false;
    return true;
}

/* 内 and 院内 behind a name, not of 安定门内. */
static size_t without_inside(struct yk_glyphs name)
{
    size_t n = name.n;
    if (n < 4 || name.at[n - 1] != U'内' || name.at[n - 2] == U'门')
        return n;
    return name.at[n - 2] == U'院' && n > 4 ? n - 2 : n - 1;
}

/* 福鑫宝(港北)产业园: where the brackets at `open` are closed in the middle of a name, else 0. */
static size_t closed_within_name(const struct reading *r, size_t open)
{
    struct reading behind = *r;
    struct run run;
    size_t close = open;
    if (yk_glyph_at(r->text, open) != '(' || is_whole(r->text.at[open - 1]))
        return 0;
    while (close < r->text.n && r->text.at[close] != ')')
        close++;
    behind.at = close + 1;
    if (close == open + 1 || behind.at >= r->text.n || ends_name(r, behind.at))
        return 0;
    size_t end = name_end(&behind);
    return find_road(&run, r, behind.at, end) || find_village(&run, r, behind.at, end) ? 0 : close;
}

static void take_place(struct reading *r, size_t end)
{
    struct yk_glyphs text = r->text;
    uint32_t name[YK_MOST_ADDRESS];
    size_t n = end - r->at, close = closed_within_name(r, end);
    memcpy(name, text.at + r->at, n * sizeof *name);
    r->at = end;
    if (close) {
        r->at = close + 1;
        size_t more = name_end(r) - r->at;
        memcpy(name + n, text.at + r->at, more * sizeof *name);
        n += more;
        r->at += more;
    }
    n = without_inside((struct yk_glyphs){name, n});
    add_part(r, YK_PART_PLACE, YK_BY_REST, (struct yk_glyphs){name, n});
    if (close)
        add_part(r, YK_PART_ASIDE, YK_BY_PATTERN,
                 (struct yk_glyphs){text.at + end + 1, close - end - 1});
}

bool read_named(struct reading *r)
{
    if (yk_glyph_among(ahead(r, 0), YK_GLYPHS(",/&-#+.:()之")))
        return false;
    size_t end = name_end(r);
    if (read_town(r, end) || read_village(r, end) || read_road(r, end))
        return true;
    struct yk_glyphs name = {r->text.at + r->at, end - r->at};
    if (is_number(name) || is_filler(name))
        r->at = end;
    else
        take_place(r, end);
    return true;
}
