/* name_book.h - the words that names are made of, found by their characters. Private to src/model.
 */
#ifndef YOUKA_SRC_MODEL_NAME_BOOK_H
#define YOUKA_SRC_MODEL_NAME_BOOK_H

#include "name_fold.h"
#include "youka/base/map.h"

enum word_kind { WORD_LEGAL, WORD_OUTLET, WORD_TRADE, WORD_COMMON, WORD_PLACE, WORD_KINDS };

/* A district under its full and its short name; `next` is another one of the same name. */
struct place {
    const char *code;
    struct yk_glyphs brief; /* 海沧 of 海沧区 */
    struct yk_glyphs city;  /* a county's: 厦门 */
    bool full;
    size_t next; /* + 1; 0: none */
};
struct yk_name_book {
    struct yk_map word[WORD_KINDS]; /* -> sort of a trade + 1, place; else 0 */
    size_t longest[WORD_KINDS];     /* in characters */
    uint64_t ends[WORD_KINDS][64];  /* which last characters words of the kind have */
    struct place *place;
    size_t places;
    struct sorts {
        const char **name;
        size_t count;
    } trade, family;        /* of trade words; of categories */
    struct yk_map category; /* -> index in families */
    uint64_t *families;
    size_t categories;
};

/* The whole text is a word of the kind. */
bool book_has(const struct yk_name_book *b, enum word_kind kind, struct yk_glyphs text,
              size_t *value);
/* Length of the longest word of the kind that ends the text, or 0. */
size_t book_tail(const struct yk_name_book *b, enum word_kind kind, struct yk_glyphs text,
                 size_t *value);
enum yk_name_place place_level(const struct place *p);

#endif
