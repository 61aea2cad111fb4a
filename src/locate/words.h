/* words.h - a list of words that are looked for where a text goes on. Private to src/locate. */
#ifndef YOUKA_SRC_LOCATE_WORDS_H
#define YOUKA_SRC_LOCATE_WORDS_H

#include "youka/base/arena.h"
#include "youka/base/glyphs.h"

enum { SHORTEST_WORD = 2, LONGEST_WORD = 24 }; /* shorter and longer ones are not kept */
struct word {
    struct yk_glyphs text;
    uint32_t value, alike; /* of this text from here on, this one included */
};
/* Declare {0}. */
struct words {
    struct word *word; /* by first two characters, the longest first, then by text and value */
    size_t count, room;
    struct slot {
        uint64_t key; /* the first two characters; 0: free */
        uint32_t first, n;
    } * slot; /* open addressing, at most half full */
    size_t slots;
    struct yk_arena text;
};

/* Words that are there already with the same value are kept once, when ready. Gives the kept text,
 * n = 0 for none. */
struct yk_glyphs words_add(struct words *w, struct yk_glyphs text, uint32_t value);
/* After adding, before looking. */
void words_ready(struct words *w);
void words_release(struct words *w);

/* The words that `text` begins with, the longest first, of each text the first: call with `last`
 * NULL, then with what it gave, until NULL. The others of its text lie behind it. */
const struct word *words_next(const struct words *w, struct yk_glyphs text,
                              const struct word *last);

#endif
