/* reading.h - an address while it is read, from left to right. Private to src/locate: address.c
 * leads, the other address_*.c each know some sorts of parts. */
#ifndef YOUKA_SRC_LOCATE_READING_H
#define YOUKA_SRC_LOCATE_READING_H

#include "words.h"
#include "youka/locate/address.h"

struct yk_address_book {
    struct words division; /* full and short names; value: number in `names`, twice, + 1 if short */
    struct words road;
    struct yk_names names;
    struct yk_arena a;
};

/* Folded: width, case, spaces, dashes made one. Brackets are cut out into asides. */
enum { MOST_ASIDES = 2 };
struct folded {
    uint32_t at[YK_MOST_ADDRESS];
    size_t n;
    uint32_t aside[MOST_ASIDES][YK_MOST_ADDRESS];
    size_t aside_n[MOST_ASIDES], asides;
};
void fold_address(struct folded *out, const char *typed);

struct reading {
    const struct yk_address_book *book;
    struct yk_address *out;
    struct yk_glyphs text;
    size_t at; /* how far it is read */
};

static inline uint32_t ahead(const struct reading *r, size_t by)
{
    return yk_glyph_at(r->text, r->at + by);
}
/* The text goes on with this at `from`; gives its length, else 0. */
size_t goes_on(struct yk_glyphs text, size_t from, const uint32_t *with);

/* Adds a part and gives false where there is no room for it. */
bool add_part(struct reading *r, enum yk_part part, enum yk_part_why why, struct yk_glyphs text);
bool has_part(const struct reading *r, enum yk_part part);
/* The part read last, or YK_PARTS. */
enum yk_part last_part(const struct reading *r);

/* A number at `from`, in digits or words: its length, its digits (at most 8) in `digits`. */
size_t count_at(struct yk_glyphs text, size_t from, uint32_t digits[8], size_t *n);
/* Something counted goes on at `from`: 23号, 三号楼, A座, B1层, 205. */
bool counted_at(const struct reading *r, size_t from);

/* Each reads what goes on at r->at, moves it and gives true; or leaves all as it is. */
bool read_divisions(struct reading *r);
bool read_highway(struct reading *r);
bool read_counted(struct reading *r);
bool read_offset(struct reading *r);
bool read_relation(struct reading *r);
bool read_crossing(struct reading *r);
bool read_named(struct reading *r);

/* address_road.c: the road that ends first in text[from..to): where it begins and ends. */
struct run {
    size_t from, to;
    enum yk_part_why why;
};
bool find_road(struct run *out, const struct reading *r, size_t from, size_t to);
/* Something else than a name begins here: a number with its unit, a relation, an offset. */
bool ends_name(const struct reading *r, size_t at);

#endif
