/* index.c - an inverted index: a hash table over the keys, their values one after the other. */
#include "index.h"

#include <stdbool.h>
#include <stdlib.h>

#include "youka/base/arena.h"

void index_add(struct index *x, uint64_t key, uint32_t value)
{
    x->posting = yk_grow(x->posting, &x->room, x->count + 1, sizeof *x->posting);
    x->posting[x->count++] = (struct posting){key ? key : 1, value};
}

static struct slot *slot_of(const struct index *x, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 31) * 0x9e3779b97f4a7c15u >> 16) & (x->slots - 1);
    while (x->slot[at].key && x->slot[at].key != key)
        at = (at + 1) & (x->slots - 1);
    return &x->slot[at];
}

static void make_room(struct index *x)
{
    for (x->slots = 16; x->slots < 2 * x->count;)
        x->slots *= 2;
    free(x->slot);
    free(x->value);
    x->slot = yk_alloc(x->slots * sizeof *x->slot);
    x->value = yk_alloc((x->count + 1) * sizeof *x->value);
}

static void gather(struct index *x)
{
    uint32_t first = 0;
    for (size_t i = 0; i < x->count; i++) {
        struct slot *s = slot_of(x, x->posting[i].key);
        s->key = x->posting[i].key;
        s->many++;
    }
    for (size_t i = 0; i < x->slots; i++) {
        x->slot[i].first = first;
        first += x->slot[i].many;
        x->slot[i].many = 0;
    }
    for (size_t i = 0; i < x->count; i++) {
        struct slot *s = slot_of(x, x->posting[i].key);
        x->value[s->first + s->many++] = x->posting[i].value;
    }
}

static bool comes_before(uint32_t a, uint32_t b, const uint32_t *rank)
{
    return rank[a] != rank[b] ? rank[a] < rank[b] : a < b;
}

/* Shell's sort (gaps of Ciura, 2001): lists are short, or nearly in order. */
static void sort_list(uint32_t *v, size_t n, const uint32_t *rank)
{
    static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t i = gaps[g]; i < n; i++) {
            uint32_t one = v[i];
            size_t at = i;
            for (; at >= gaps[g] && comes_before(one, v[at - gaps[g]], rank); at -= gaps[g])
                v[at] = v[at - gaps[g]];
            v[at] = one;
        }
}

void index_lay(struct index *x, const uint32_t *rank)
{
    make_room(x);
    gather(x);
    for (size_t s = 0; s < x->slots; s++) {
        uint32_t *v = x->value + x->slot[s].first, kept = 0;
        sort_list(v, x->slot[s].many, rank);
        for (uint32_t i = 0; i < x->slot[s].many; i++)
            if (!kept || v[kept - 1] != v[i])
                v[kept++] = v[i];
        x->slot[s].many = kept;
    }
}

struct list index_find(const struct index *x, uint64_t key)
{
    if (!x->slots)
        return (struct list){NULL, 0};
    const struct slot *s = slot_of(x, key ? key : 1);
    return (struct list){x->value + s->first, s->many};
}

void index_release(struct index *x)
{
    free(x->posting);
    free(x->slot);
    free(x->value);
    *x = (struct index){0};
}
