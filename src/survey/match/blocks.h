/* blocks.h - the keys that doors give, and who shares them. Private to src/survey/match. */
#ifndef YOUKA_SRC_SURVEY_MATCH_BLOCKS_H
#define YOUKA_SRC_SURVEY_MATCH_BLOCKS_H

#include "match.h"

/* A key is a hash with the kind in its lowest bits; no key is 0. */
enum key { KEY_CODE, KEY_PHONE, KEY_CORE, KEY_PAIR, KEY_CELL, KEY_CELL_TRADE, KEYS };
enum { KEY_BITS = 3 };
static inline enum key kind_of(uint64_t key)
{
    return key & ((1u << KEY_BITS) - 1);
}

/* The doors that share one key. */
struct bucket {
    uint32_t first, count; /* of the part's doors; count 0: nobody looks at them */
};
struct slot {
    uint64_t key; /* 0: free */
    uint32_t bucket;
};
/* The keys are dealt out to parts by their hash, so that parts are filled on all cores. */
enum { KEY_PARTS = 8 };
struct part {
    struct slot *slot; /* open addressing, at most half full */
    size_t slots;
    struct bucket *bucket;
    size_t buckets, bucket_room;
    uint32_t *door; /* of each bucket, in their order */
};
struct blocks {
    struct matching *m;
    uint64_t *key; /* of all doors, door behind door */
    size_t keys, key_room;
    uint32_t *first_key; /* of each door, and behind the last */
    uint32_t *bucket_of; /* each key's, in its part */
    struct part part[KEY_PARTS];
    double lat_deg, lon_deg;
    uint64_t *taken; /* a bit for each of `spots`: some cell that falls there has a door */
    size_t spots;    /* a power of two */
};

/* keys.c: the keys of all doors. */
void keys_give(struct blocks *b);
/* The keys of cells that a door looks for in its own and the eight around it, where somebody may
 * be; gives how many. */
enum { MOST_OWN = 6 /* characters of an own part that count */, MOST_AROUND = 9 * (MOST_OWN + 1) };
size_t keys_around(uint64_t key[MOST_AROUND], const struct blocks *b, size_t door);

#endif
