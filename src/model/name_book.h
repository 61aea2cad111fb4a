/* name_book.h - the words that names are made of, found by their characters. Private to src/model.
 */
#ifndef YOUKA_SRC_MODEL_NAME_BOOK_H
#define YOUKA_SRC_MODEL_NAME_BOOK_H

#include "name_fold.h"
#include "name_trie.h"
#include "youka/base/map.h"

/* Words are looked for at the end of a text; places at its beginning too. */
enum word_kind {
    WORD_LEGAL,
    WORD_OUTLET,
    WORD_TRADE,
    WORD_COMMON,
    WORD_PLACE,
    WORD_PLACE_FIRST,
    WORD_KINDS
};

/* A district under its full and its short name; `next` is another one of the same name. */
struct place {
    const char *code;
    struct yk_glyphs brief; /* 海沧 of 海沧区 */
    struct yk_glyphs city;  /* a county's: 厦门 */
    enum yk_name_place level;
    bool full;
    size_t next; /* + 1; 0: none */
};
struct yk_name_book {
    struct trie word; /* a root for each kind -> sort of a trade + 1, place; else 0 */
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

/* Length of the longest word of the kind that ends the text, or 0. */
size_t book_tail(const struct yk_name_book *b, enum word_kind kind, struct yk_glyphs text,
                 size_t *value);
/* The longest place that begins the text and lies within the outer one (NULL: any), of at most
 * `most` characters; NULL: there is none. */
const struct place *book_place(size_t *length, const struct yk_name_book *b, struct yk_glyphs text,
                               const struct place *outer, size_t most);

#endif
