/* name_book.c - legal forms, trades, outlets, common names (name_words.csv) and the districts of
 * GB/T 2260, with the short names people use for them. */
#include "name_book.h"

#include "youka/base/text.h"

enum { MOST_GLYPHS = 16, LEAST_PLACE = 2, MOST_PLACE = 11 };

static struct yk_glyphs glyphs_of(const char *text, struct yk_arena *a)
{
    uint32_t *at = YK_ARENA_ARRAY(a, uint32_t, strlen(text) + 1);
    size_t n = 0;
    while ((at[n] = yk_utf8_next(&text)))
        n++;
    return (struct yk_glyphs){at, n};
}

/* The step of a word, which may be new; NULL: it is too long to be one. */
static struct trie_step *word_step(struct yk_name_book *b, enum word_kind kind,
                                   struct yk_glyphs word)
{
    uint32_t backwards[MOST_GLYPHS];
    if (!word.n || word.n > MOST_GLYPHS)
        return NULL;
    for (size_t i = 0; i < word.n; i++)
        backwards[i] = word.at[word.n - 1 - i];
    return trie_reach(&b->word, kind, kind == WORD_PLACE_FIRST ? word.at : backwards, word.n);
}

/* A word that is there already keeps its value. */
static void add_word(struct yk_name_book *b, enum word_kind kind, struct yk_glyphs word,
                     size_t value)
{
    struct trie_step *s = word_step(b, kind, word);
    if (s && !s->word)
        s->word = (uint32_t)value + 1;
}

size_t book_tail(const struct yk_name_book *b, enum word_kind kind, struct yk_glyphs text,
                 size_t *value)
{
    const struct trie_step *s;
    size_t longest = 0;
    uint32_t node = kind;
    for (size_t n = 1; n <= text.n && (s = trie_find(&b->word, node, text.at[text.n - n])); n++) {
        if (s->word) {
            longest = n;
            if (value)
                *value = s->word - 1;
        }
        node = s->node;
    }
    return longest;
}

/* --- places ------------------------------------------------------------------------------------
 */

/* Lies within the place taken off before it: codes begin alike. */
static bool lies_in(const struct place *p, const struct place *outer)
{
    if (!outer)
        return true;
    if (p->level <= outer->level)
        return false;
    return !strncmp(p->code, outer->code, outer->level == YK_NAME_PROVINCE ? 2 : 4);
}

const struct place *book_place(size_t *length, const struct yk_name_book *b, struct yk_glyphs text,
                               const struct place *outer, size_t most)
{
    const struct trie_step *s;
    const struct place *longest = NULL;
    uint32_t node = WORD_PLACE_FIRST;
    if (most > MOST_PLACE)
        most = MOST_PLACE;
    for (size_t n = 1; n <= most && (s = trie_find(&b->word, node, text.at[n - 1])); n++) {
        const struct place *p = s->word ? &b->place[s->word - 1] : NULL;
        node = s->node;
        if (!p || n < LEAST_PLACE)
            continue;
        while (!lies_in(p, outer) && p->next)
            p = &b->place[p->next - 1];
        if (lies_in(p, outer)) {
            longest = p;
            *length = n;
        }
    }
    return longest;
}

static enum yk_name_place level_of(const char *code)
{
    if (strlen(code) != 6 || strcmp(code + 4, "00") != 0)
        return YK_NAME_COUNTY;
    return strcmp(code + 2, "0000") != 0 ? YK_NAME_CITY : YK_NAME_PROVINCE;
}

/* --- short names of districts ------------------------------------------------------------------
 */

static const char *const peoples[] = {
    "维吾尔", "蒙古族", "蒙古",     "回族",   "藏族",   "壮族",   "朝鲜族",   "土家族", "苗族",
    "彝族",   "傣族",   "侗族",     "布依族", "哈尼族", "白族",   "景颇族",   "傈僳族", "羌族",
    "哈萨克", "满族",   "柯尔克孜", "畲族",   "瑶族",   "仡佬族", "水族",     "黎族",   "土族",
    "撒拉族", "东乡族", "保安族",   "裕固族", "塔吉克", "锡伯",   "达斡尔族", "拉祜族", "佤族",
    "纳西族", "普米族", "怒族",     "独龙族", "毛南族", "仫佬族", "布朗族",   "各族",   "哈萨克族",
};
static const char *const ranks[] = {"特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区",
                                    "林区",       "特区",   "新区",   "矿区",   "省",     "市",
                                    "区",         "县",     "盟",     "旗"};

/* Cuts `end` off the text where it stands there and two characters stay. */
static bool cut_end(char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    if (n < m + strlen("两字") || strcmp(text + n - m, end) != 0)
        return false;
    text[n - m] = '\0';
    return true;
}

const char *yk_district_brief(const char *full, struct yk_arena *a)
{
    char *text = yk_arena_copy(a, full);
    size_t rank = 0;
    while (rank < sizeof ranks / sizeof *ranks && !cut_end(text, ranks[rank]))
        rank++;
    if (rank < sizeof ranks / sizeof *ranks && !strncmp(ranks[rank], "自治", strlen("自治")))
        for (size_t i = 0; i < sizeof peoples / sizeof *peoples; i++)
            if (cut_end(text, peoples[i]))
                i = (size_t)-1; /* 恩施土家族苗族: from the first again */
    return text;
}

static void add_place(struct yk_name_book *b, struct yk_glyphs name, const struct place *place)
{
    size_t number = b->places++;
    struct trie_step *s = word_step(b, WORD_PLACE, name);
    b->place[number] = *place;
    if (s && s->word) {
        struct place *first = &b->place[s->word - 1];
        b->place[number].next = first->next;
        first->next = number + 1;
    }
    add_word(b, WORD_PLACE, name, number);
    add_word(b, WORD_PLACE_FIRST, name, number);
}

/* Districts come by code, so that a city stands before its counties. */
static void add_places(struct yk_name_book *b, const struct yk_names *names, struct yk_arena *a)
{
    struct place city = {.code = ""};
    b->place = YK_ARENA_ARRAY(a, struct place, 2 * names->districts);
    for (size_t i = 0; i < names->districts; i++) {
        const struct yk_district *d = &names->district[i];
        const char *brief = yk_district_brief(d->name, a);
        struct place p = {
            .code = d->code, .brief = glyphs_of(brief, a), .level = level_of(d->code)};
        if (strstr(d->name, "直辖") || !strcmp(d->name, "市辖区"))
            continue;
        if (p.level == YK_NAME_CITY)
            city = p;
        else if (!strncmp(p.code, city.code, 4))
            p.city = city.brief;
        if (strcmp(brief, d->name) != 0)
            add_place(b, p.brief, &p);
        p.full = true;
        add_place(b, glyphs_of(d->name, a), &p);
    }
}

/* --- words -------------------------------------------------------------------------------------
 */

/* The number of a sort; a new one is added. */
static size_t number_of(struct sorts *s, const char *sort)
{
    size_t i = 0;
    while (i < s->count && strcmp(s->name[i], sort) != 0)
        i++;
    if (i == s->count)
        s->name[s->count++] = sort;
    return i;
}

static void add_category(struct yk_name_book *b, const struct yk_name_word *w, struct yk_arena *a)
{
    char *rest = yk_arena_copy(a, w->sort);
    yk_map_add(&b->category, w->word, b->categories);
    while (*rest) {
        size_t n = strcspn(rest, " ");
        const char *family = yk_arena_text(a, rest, n);
        if (n)
            b->families[b->categories] |= (uint64_t)1 << number_of(&b->family, family) % 64;
        rest += n + strspn(rest + n, " ");
    }
    b->categories++;
}

static void add_words(struct yk_name_book *b, const struct yk_rules *words, struct yk_arena *a)
{
    static const char *const kinds[] = {[WORD_LEGAL] = "legal",
                                        [WORD_OUTLET] = "outlet",
                                        [WORD_TRADE] = "trade",
                                        [WORD_COMMON] = "common"};
    b->trade.name = YK_ARENA_ARRAY(a, const char *, words->name_words);
    b->family.name = YK_ARENA_ARRAY(a, const char *, 2 * words->name_words);
    b->families = YK_ARENA_ARRAY(a, uint64_t, words->name_words);
    for (size_t i = 0; i < words->name_words; i++) {
        const struct yk_name_word *w = &words->name_word[i];
        if (!strcmp(w->kind, "category"))
            add_category(b, w, a);
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (!strcmp(w->kind, kinds[k]))
                add_word(b, k, glyphs_of(w->word, a),
                         k == WORD_TRADE && *w->sort ? number_of(&b->trade, w->sort) + 1 : 0);
    }
}

struct yk_name_book *yk_name_book_new(const struct yk_names *names, const struct yk_rules *words,
                                      struct yk_arena *a)
{
    struct yk_name_book *b = yk_arena_alloc(a, sizeof *b);
    b->word.nodes = WORD_KINDS;
    if (names)
        add_places(b, names, a);
    if (words)
        add_words(b, words, a);
    return b;
}

void yk_name_book_release(struct yk_name_book *b)
{
    trie_release(&b->word);
    yk_map_release(&b->category);
}

bool yk_name_other_category(const struct yk_name_book *b, const char *one, const char *other)
{
    size_t i, j;
    return one && other && yk_map_find(&b->category, one, &i) &&
           yk_map_find(&b->category, other, &j) && !(b->families[i] & b->families[j]);
}
