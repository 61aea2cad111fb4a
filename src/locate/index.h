/* index.h - numbers of things by key, laid out once and looked up often. Private to src/locate. */
#ifndef YOUKA_SRC_LOCATE_INDEX_H
#define YOUKA_SRC_LOCATE_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct posting {
    uint64_t key;
    uint32_t value;
};
struct slot {
    uint64_t key; /* 0: free */
    uint32_t first, many;
};
/* Declare {0}. A look-up costs one line of memory for the slot and one for the values. */
struct index {
    struct posting *posting; /* as added */
    size_t count, room;
    struct slot *slot; /* open addressing, at most half full */
    size_t slots;
    uint32_t *value; /* laid out by key */
};
struct list {
    const uint32_t *at;
    size_t n;
};

void index_add(struct index *x, uint64_t key, uint32_t value);
/* Lays out all that was added: within a key by rank (of each value), then by value, each once. */
void index_lay(struct index *x, const uint32_t *rank);
struct list index_find(const struct index *x, uint64_t key);
void index_release(struct index *x);

#endif
