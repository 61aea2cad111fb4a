/* name_trie.h - words found a character a step, so that one walk tells every word that begins (or,
 * put in backwards, ends) a text. Private to src/model. */
#ifndef YOUKA_SRC_MODEL_NAME_TRIE_H
#define YOUKA_SRC_MODEL_NAME_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From a node over a character to the next node. */
struct trie_step {
    uint64_t over; /* node and character; 0: free */
    uint32_t node;
    uint32_t word; /* value + 1 of the word that ends here; 0: none */
};
/* All steps in one open-addressing table. Set `nodes` to the number of roots, which are the nodes
 * 0, 1, …: one for each collection of words; the rest {0}. */
struct trie {
    struct trie_step *step;
    size_t room, count;
    uint32_t nodes;
};

/* The step of a word of one character and more; it and those before it are added where they are
 * not there. Good until the next call. */
struct trie_step *trie_reach(struct trie *t, uint32_t root, const uint32_t *word, size_t n);
void trie_release(struct trie *t);

static inline size_t trie_slot(const struct trie *t, uint64_t over)
{
    uint64_t h = (over ^ over >> 29) * 0xbf58476d1ce4e5b9u; /* of splitmix64 */
    size_t at = (h ^ h >> 32) & (t->room - 1);
    while (t->step[at].over && t->step[at].over != over)
        at = (at + 1) & (t->room - 1);
    return at;
}

static inline uint64_t trie_over(uint32_t node, uint32_t character)
{
    return (uint64_t)(node + 1) << 32 | character;
}

/* NULL: no word goes on so. */
static inline const struct trie_step *trie_find(const struct trie *t, uint32_t node,
                                                uint32_t character)
{
    if (!t->room)
        return NULL;
    const struct trie_step *s = &t->step[trie_slot(t, trie_over(node, character))];
    return s->over ? s : NULL;
}

#endif
