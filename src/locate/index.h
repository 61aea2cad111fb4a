/* index.h - numbers of things by key, laid out and looked up often. Private to src/locate. */
#ifndef YOUKA_SRC_LOCATE_INDEX_H
#define YOUKA_SRC_LOCATE_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct posting {
    uint32_t key, value; /* the key's number */
};
struct slot {
    uint64_t key;          /* 0: free */
    uint32_t number, last; /* of the key, in order of coming; its value that was added last */
};
/* Declare {0}. A key is looked for once when it is added: laying out again, after more was added,
 * counts numbers and neither hashes nor sorts. */
struct index {
    struct posting *posting; /* as added */
    size_t count, room;
    struct slot *slot; /* open addressing, at most half full */
    size_t slots, keys;
    uint32_t *value, *first; /* laid out by key; where each begins, and the end of all */
    size_t laid;             /* keys that were there by then */
};
struct list {
    const uint32_t *at;
    size_t n;
};

/* A value once more under the key it was just added to is passed over. */
void index_add(struct index *x, uint64_t key, uint32_t value);
/* Lays out all that was added, within a key as it was added. */
void index_lay(struct index *x);
/* Within a key as `order` has the values, a permutation of [0, values): they must have been added
 * the smallest first. */
void index_lay_by(struct index *x, const uint32_t *order, size_t values);
struct list index_find(const struct index *x, uint64_t key);
/* What is laid out of a slot that is taken. */
struct list index_list(const struct index *x, const struct slot *slot);
void index_release(struct index *x);
/* For qsort: two uint64_t. */
int index_compare(const void *left, const void *right);

#endif
