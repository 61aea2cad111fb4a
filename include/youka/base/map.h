/* map.h - from text to a number, in constant time. */
#ifndef YOUKA_BASE_MAP_H
#define YOUKA_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Declare {0}; keys are borrowed and must outlive the map. */
struct yk_map {
    struct yk_map_slot *slot;
    size_t room, count;
};

/* Adds key -> value. A key that is there already keeps its value, and the call returns false. */
bool yk_map_add(struct yk_map *m, const char *key, size_t value);
/* Replaces or adds. */
void yk_map_put(struct yk_map *m, const char *key, size_t value);
/* True and *out when the key is there. `out` may be NULL. */
bool yk_map_find(const struct yk_map *m, const char *key, size_t *out);
void yk_map_release(struct yk_map *m);

/* A number that hardly two texts share, for tables in memory; nothing that is kept may hang on it,
 * for another machine gives another. */
uint64_t yk_map_mix(const char *text, size_t n);
/* One number from another, all bits from all bits: the end of splitmix64. */
static inline uint64_t yk_map_spread(uint64_t h)
{
    h = (h ^ h >> 30) * 0xbf58476d1ce4e5b9u;
    h = (h ^ h >> 27) * 0x94d049bb133111ebu;
    return h ^ h >> 31;
}

#endif
