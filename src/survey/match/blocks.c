/* blocks.c - which doors are worth comparing: those that share a key. What many doors share says
 * little and is passed over, or compared with the next few only, so that a door has about as many
 * to look at in a county as in a province. */
#include "blocks.h"

#include <stdlib.h>

#include "youka/base/cores.h"

static const struct {
    size_t most;  /* doors that may share it */
    size_t after; /* how many of more are looked at; 0: none */
} limits[KEYS] = {
    [KEY_CODE] = {64, 64}, [KEY_PHONE] = {8, 0},  [KEY_CORE] = {64, 16},
    [KEY_PAIR] = {48, 0},  [KEY_CELL] = {64, 32}, [KEY_CELL_TRADE] = {64, 32},
};
enum { SEARCHES = 8 };

static size_t part_of(uint64_t key)
{
    return key >> 32 & (KEY_PARTS - 1);
}

/* --- buckets -----------------------------------------------------------------------------------
 */

/* The key's slot, or the free one where it belongs. */
static struct slot *slot_of(const struct part *p, uint64_t key)
{
    size_t at = (key ^ key >> 35) & (p->slots - 1);
    while (p->slot[at].key && p->slot[at].key != key)
        at = (at + 1) & (p->slots - 1);
    return &p->slot[at];
}

/* NULL: no door gave the key. */
static const struct slot *find_slot(const struct part *p, uint64_t key)
{
    const struct slot *s = p->slots ? slot_of(p, key) : NULL;
    return s && s->key ? s : NULL;
}

static void widen(struct part *p)
{
    if (p->buckets < p->slots / 2)
        return;
    struct slot *old = p->slot;
    size_t before = p->slots;
    p->slots = before ? 2 * before : 1024;
    p->slot = yk_alloc(p->slots * sizeof *p->slot);
    for (size_t i = 0; i < before; i++)
        if (old[i].key)
            *slot_of(p, old[i].key) = old[i];
    free(old);
}

static uint32_t count_key(struct part *p, uint64_t key)
{
    widen(p);
    struct slot *s = slot_of(p, key);
    if (!s->key) {
        *s = (struct slot){key, (uint32_t)p->buckets};
        p->bucket = yk_grow(p->bucket, &p->bucket_room, p->buckets + 1, sizeof *p->bucket);
        p->buckets++;
    }
    p->bucket[s->bucket].count++;
    return s->bucket;
}

/* Too many to say anything; or one, at whom none but neighbours would look. */
static bool says_nothing(enum key kind, size_t count)
{
    return (count > limits[kind].most && !limits[kind].after) || (count == 1 && kind < KEY_CELL);
}

/* Room for the doors of each bucket; those that say nothing are emptied. */
static void lay_out(struct part *p)
{
    uint32_t all = 0;
    for (const struct slot *s = p->slot; s < p->slot + p->slots; s++)
        if (s->key && says_nothing(kind_of(s->key), p->bucket[s->bucket].count))
            p->bucket[s->bucket].count = 0;
    for (size_t i = 0; i < p->buckets; i++) {
        p->bucket[i].first = all;
        all += p->bucket[i].count;
    }
    p->door = yk_alloc(((size_t)all + 1) * sizeof *p->door);
}

static void put_doors(struct part *p, const struct blocks *b)
{
    for (size_t i = 0; i < b->m->count; i++)
        for (uint32_t g = b->first_key[i]; g < b->first_key[i + 1]; g++) {
            if (&b->part[part_of(b->key[g])] != p) /* another core's */
                continue;
            struct bucket *k = &p->bucket[b->bucket_of[g]];
            if (k->count)
                p->door[k->first++] = (uint32_t)i;
        }
    for (size_t i = 0; i < p->buckets; i++)
        p->bucket[i].first -= p->bucket[i].count;
}

static void fill_some(void *who, size_t from, size_t to)
{
    struct blocks *b = who;
    for (struct part *p = b->part + from; p < b->part + to; p++) {
        for (size_t g = 0; g < b->keys; g++)
            if (&b->part[part_of(b->key[g])] == p)
                b->bucket_of[g] = count_key(p, b->key[g]);
        lay_out(p);
        put_doors(p, b);
    }
}

/* --- looking -----------------------------------------------------------------------------------
 */

struct search {
    const struct blocks *b;
    uint32_t *looked;      /* at which door this one was last looked at, + 1 */
    struct matching found; /* the same doors, pairs of its own */
};

static const uint32_t *first_behind(const uint32_t *at, const uint32_t *end, size_t door)
{
    while (at < end) {
        const uint32_t *middle = at + (end - at) / 2;
        if (*middle <= door)
            at = middle + 1;
        else
            end = middle;
    }
    return at;
}

/* The doors of a bucket behind this one; a bare name also looks before it, as the others do not
 * look for it. */
static void look_through(struct search *s, size_t door, uint64_t key, uint32_t bucket)
{
    const struct part *part = &s->b->part[part_of(key)];
    const struct bucket *k = &part->bucket[bucket];
    const uint32_t *at = part->door + k->first, *end = at + k->count;
    enum key kind = kind_of(key);
    struct yk_pair p;
    if (kind != KEY_CELL_TRADE)
        at = first_behind(at, end, door);
    if (k->count > limits[kind].most && (size_t)(end - at) > limits[kind].after)
        end = at + limits[kind].after;
    for (; at < end; at++) {
        if (s->looked[*at] == door + 1 || *at == door)
            continue;
        s->looked[*at] = (uint32_t)door + 1;
        if (judge_pair(&p, &s->found, *at < door ? *at : door, *at < door ? door : *at))
            add_pair(&s->found, &p);
    }
}

static void look_from(struct search *s, size_t door)
{
    const struct blocks *b = s->b;
    uint64_t around[MOST_AROUND];
    for (uint32_t g = b->first_key[door]; g < b->first_key[door + 1]; g++)
        if (kind_of(b->key[g]) < KEY_CELL)
            look_through(s, door, b->key[g], b->bucket_of[g]);
    for (size_t i = 0, n = keys_around(around, b, door); i < n; i++) {
        const struct slot *found = find_slot(&b->part[part_of(around[i])], around[i]);
        if (found)
            look_through(s, door, around[i], found->bucket);
    }
}

static void search_some(void *who, size_t from, size_t to)
{
    struct search *search = who;
    for (struct search *s = search + from; s < search + to; s++) {
        size_t piece = (size_t)(s - search), count = s->b->m->count;
        s->looked = yk_alloc((count + 1) * sizeof *s->looked);
        for (size_t i = count * piece / SEARCHES; i < count * (piece + 1) / SEARCHES; i++)
            look_from(s, i);
        free(s->looked);
    }
}

static void search_all(struct blocks *b)
{
    struct search search[SEARCHES];
    for (size_t i = 0; i < SEARCHES; i++) {
        search[i] = (struct search){.b = b, .found = *b->m};
        search[i].found.pair = NULL;
        search[i].found.pairs = search[i].found.room = 0;
    }
    yk_on_cores_by(1, SEARCHES, yk_cores(), search_some, search);
    for (size_t i = 0; i < SEARCHES; i++) {
        for (size_t k = 0; k < search[i].found.pairs; k++)
            add_pair(b->m, &search[i].found.pair[k]);
        free(search[i].found.pair);
    }
}

void blocks_judge(struct matching *m)
{
    struct blocks b = {.m = m};
    keys_give(&b);
    yk_on_cores_by(1, KEY_PARTS, yk_cores(), fill_some, &b);
    search_all(&b);
    for (struct part *p = b.part; p < b.part + KEY_PARTS; p++) {
        free(p->slot);
        free(p->bucket);
        free(p->door);
    }
    free(b.taken);
    free(b.key);
    free(b.first_key);
    free(b.bucket_of);
}
