/* map.c - from text to a number: open addressing, linear probing, at most three quarters full. */
#include "youka/base/map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/arena.h"

struct yk_map_slot {
    const char *key; /* NULL: free */
    uint64_t hash;
    size_t value;
};

/* Eight bytes at a time, each step one to one; spread, because only the low bits choose the slot.
 */
uint64_t yk_map_mix(const char *text, size_t n)
{
    uint64_t h = 0xcbf29ce484222325u ^ n, word;
    for (; n >= sizeof word; text += sizeof word, n -= sizeof word) {
        memcpy(&word, text, sizeof word);
        h = (h ^ word) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    word = 0;
    for (size_t i = 0; i < n; i++)
        word = word << 8 | (unsigned char)text[i];
    return yk_map_spread((h ^ word) * 0x9e3779b97f4a7c15u);
}

static uint64_t hash_of(const char *key)
{
    return yk_map_mix(key, strlen(key));
}

/* The slot that holds the key, or the free one where it belongs. The room is a power of two. */
static struct yk_map_slot *slot_of(const struct yk_map *m, const char *key, uint64_t hash)
{
    size_t at = hash & (m->room - 1);
    while (m->slot[at].key && (m->slot[at].hash != hash || strcmp(m->slot[at].key, key) != 0))
        at = (at + 1) & (m->room - 1);
    return &m->slot[at];
}

static void widen(struct yk_map *m)
{
    if (m->count + 1 <= m->room / 4 * 3)
        return;
    if (m->room > SIZE_MAX / 2 / sizeof *m->slot)
        yk_no_memory();
    struct yk_map old = *m;
    m->room = old.room ? old.room * 2 : 16;
    m->slot = yk_alloc(m->room * sizeof *m->slot);
    for (size_t i = 0; i < old.room; i++)
        if (old.slot[i].key)
            *slot_of(m, old.slot[i].key, old.slot[i].hash) = old.slot[i];
    free(old.slot);
}

/* The key's slot; a new key gets `value`. */
static struct yk_map_slot *find_or_add(struct yk_map *m, const char *key, size_t value, bool *added)
{
    widen(m);
    uint64_t hash = hash_of(key);
    struct yk_map_slot *s = slot_of(m, key, hash);
    *added = !s->key;
    if (*added) {
        *s = (struct yk_map_slot){.key = key, .hash = hash, .value = value};
        m->count++;
    }
    return s;
}

bool yk_map_add(struct yk_map *m, const char *key, size_t value)
{
    bool added;
    find_or_add(m, key, value, &added);
    return added;
}

void yk_map_put(struct yk_map *m, const char *key, size_t value)
{
    bool added;
    find_or_add(m, key, value, &added)->value = value;
}

bool yk_map_find(const struct yk_map *m, const char *key, size_t *out)
{
    if (!m->room)
        return false;
    const struct yk_map_slot *s = slot_of(m, key, hash_of(key));
    if (!s->key)
        return false;
    if (out)
        *out = s->value;
    return true;
}

void yk_map_release(struct yk_map *m)
{
    free(m->slot);
    *m = (struct yk_map){0};
}
