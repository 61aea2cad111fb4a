/* index.h - numbers of things by key, laid out once and looked up often. Private to src/locate. */
#ifndef YOUKA_SRC_LOCATE_INDEX_H
#define YOUKA_SRC_LOCATE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct posting {
    uint64_t key;
    uint32_t value;
};
/* Declare {0}. */
struct index {
    struct posting *posting; /* after laying: by key, then by rank of the value */
    size_t count, room;
    uint64_t *key; /* open addressing, at most half full; 0: free */
    uint32_t *first, *many;
    size_t slots;
};
struct list {
    const struct posting *at;
    size_t n;
};

void index_add(struct index *x, uint64_t key, uint32_t value);
/* Lays what was added out anew: within a key by rank (of each value), then by value, each once. */
void index_lay(struct index *x, const uint32_t *rank);
struct list index_find(const struct index *x, uint64_t key);
void index_release(struct index *x);

#endif
