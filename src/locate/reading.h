/* reading.h - an address while it is read, from left to right. Private to src/locate: address.c
 * leads, the other address_*.c each know some sorts of parts. */
#ifndef YOUKA_SRC_LOCATE_READING_H
#define YOUKA_SRC_LOCATE_READING_H

#include "words.h"
#include "youka/locate/address.h"

/* Where a division lies in the tree: all below it have codes from its own up to, without, code +
 * span, and smaller spans. */
struct rank {
    uint32_t code, span; /* nine digits; 10,000,000 province, 100,000 city, 1,000 county, 1 town */
    struct yk_glyphs name;
};
struct character_set {
    uint32_t bit[0x10000 / 32];
};
static inline bool is_in_set(const struct character_set *set, uint32_t c)
{
    return c < 0x10000 && set->bit[c / 32] >> c % 32 & 1;
}

struct yk_address_book {
    struct words division; /* full and short names; value: number in `names`, twice, + 1 if short */
    struct words road;
    struct yk_names names;
    struct rank *rank; /* of each of them */
    struct yk_arena a;
    /* What a count begins with, and any part but a name: saves trying all sorts at every character.
     */
    struct character_set counts, begins;
};

/* Folded: width, case, spaces, dashes made one; brackets all round, in pairs, one deep. */
struct folded {
    uint32_t at[YK_MOST_ADDRESS];
    size_t n;
};
void fold_address(struct folded *out, const char *typed);

struct reading {
    const struct yk_address_book *book;
    struct yk_address *out;
    struct yk_glyphs text;
    size_t at;     /* how far it is read */
    bool doubtful; /* a division was named that is one of several of its name */
};

static inline uint32_t ahead(const struct reading *r, size_t by)
{
    return yk_glyph_at(r->text, r->at + by);
}
/* The text goes on with this at `from`; gives its length, else 0. */
static inline size_t goes_on(struct yk_glyphs text, size_t from, const uint32_t *with)
{
    size_t n = 0;
    while (with[n] && yk_glyph_at(text, from + n) == with[n])
        n++;
    return with[n] ? 0 : n;
}
/* The length of the first of these words that the text goes on with, else 0. */
size_t goes_on_any(struct yk_glyphs text, size_t from, const uint32_t *const *word, size_t words);
#define GOES_ON_ANY(text, from, list) goes_on_any(text, from, list, sizeof(list) / sizeof *(list))

/* --- parts (address.c) */

/* Adds a part and gives false where there is no room for it. */
bool add_part(struct reading *r, enum yk_part part, enum yk_part_why why, struct yk_glyphs text);
/* Adds text[at..to) and moves there. */
void take(struct reading *r, size_t to, enum yk_part part, enum yk_part_why why);
bool has_part(const struct reading *r, enum yk_part part);
/* The part read last, or YK_PARTS. */
enum yk_part last_part(const struct reading *r);

/* --- what stands at a place of the text */

enum { MOST_DIGITS = 8 };
/* A number at `from`, in digits or words: its length, its first digits in `digits`. */
size_t count_at(struct yk_glyphs text, size_t from, uint32_t digits[MOST_DIGITS], size_t *n);
/* Something counted: 23号, 三号楼, A座, B1层. */
bool counted_at(const struct reading *r, size_t from);
/* A building: 8号楼, 3栋. */
bool building_at(struct yk_glyphs text, size_t from);
/* 对面, 旁, 前: its length, else 0. Some count only where nothing but a distance follows; 旁 right
 * `behind` a road or a door always does. */
size_t relation_at(struct yk_glyphs text, size_t at, bool behind, const char **code);
size_t near_at(struct yk_glyphs text, size_t at); /* 靠近 before a name: its length, else 0 */
/* 往东200米, 东侧, 东北角, 200米. */
bool offset_at(struct yk_glyphs text, size_t at);
bool highway_at(struct yk_glyphs text, size_t at);
bool kilometre_at(struct yk_glyphs text, size_t at);
/* 电话0592-…, 13800001120, 361021 at either end: how long, else 0. */
size_t number_of_other_kind_at(struct yk_glyphs text, size_t at);

/* A name that starts at r->at ends before `at`, for something else begins there. */
bool ends_name(const struct reading *r, size_t at);
size_t name_end(const struct reading *r);
/* The last character of what is a place by its name: 大厦, 中心, 公司. */
bool is_whole(uint32_t last);
void mark_beginnings(struct yk_address_book *book);

struct run {
    size_t from, to;
    enum yk_part_why why;
};
/* The road that ends first in text[from..to): where it begins and ends. */
bool find_road(struct run *out, const struct reading *r, size_t from, size_t to);
/* The village that begins at `from` and ends in text[from..to). */
bool find_village(struct run *out, const struct reading *r, size_t from, size_t to);

/* --- each reads what goes on at r->at, moves it and gives true; or leaves all as it is */

bool read_divisions(struct reading *r);       /* below out->district, which moves */
bool read_former_division(struct reading *r); /* 襄樊市, 杏林区: a place */
bool read_highway(struct reading *r);
bool read_kilometre(struct reading *r);
bool read_counted(struct reading *r);
bool read_offset(struct reading *r);
bool read_relation(struct reading *r);
bool read_crossing(struct reading *r);
bool read_road(struct reading *r, size_t end);
bool read_number_before_road(struct reading *r);
bool read_named(struct reading *r);

/* What stands in brackets behind a road names one that crosses it: 西滨路口, 近江宁路. */
bool read_crossing_aside(struct reading *r, struct yk_glyphs aside);

#endif
