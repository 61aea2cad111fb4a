/* index.c - an inverted index: sorted postings, a hash table over the keys. */
#include "index.h"

#include <stdlib.h>

#include "youka/base/arena.h"

void index_add(struct index *x, uint64_t key, uint32_t value)
{
    x->posting = yk_grow(x->posting, &x->room, x->count + 1, sizeof *x->posting);
    x->posting[x->count++] = (struct posting){key ? key : 1, value};
}

static size_t slot_of(const struct index *x, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 31) * 0x9e3779b97f4a7c15u >> 16) & (x->slots - 1);
    while (x->key[at] && x->key[at] != key)
        at = (at + 1) & (x->slots - 1);
    return at;
}

static void make_room(struct index *x, size_t keys)
{
    for (x->slots = 16; x->slots < 2 * keys;)
        x->slots *= 2;
    free(x->key);
    free(x->first);
    free(x->many);
    x->key = yk_alloc(x->slots * sizeof *x->key);
    x->first = yk_alloc(x->slots * sizeof *x->first);
    x->many = yk_alloc(x->slots * sizeof *x->many);
}

/* Postings to where their keys' places begin; the order within a key is mended after. */
static void gather(struct index *x)
{
    struct posting *sorted = yk_alloc((x->count + 1) * sizeof *sorted);
    uint32_t first = 0;
    for (size_t i = 0; i < x->count; i++) {
        size_t slot = slot_of(x, x->posting[i].key);
        x->key[slot] = x->posting[i].key;
        x->many[slot]++;
    }
    for (size_t s = 0; s < x->slots; s++) {
        x->first[s] = first;
        first += x->many[s];
        x->many[s] = 0;
    }
    for (size_t i = 0; i < x->count; i++) {
        size_t slot = slot_of(x, x->posting[i].key);
        sorted[x->first[slot] + x->many[slot]++] = x->posting[i];
    }
    free(x->posting);
    x->posting = sorted;
    x->room = x->count + 1;
}

static bool comes_before(struct posting a, struct posting b, const uint32_t *rank)
{
    return rank[a.value] != rank[b.value] ? rank[a.value] < rank[b.value] : a.value < b.value;
}

/* Shell's sort (gaps of Ciura, 2001): lists are short, or nearly in order. */
static void sort_list(struct posting *p, size_t n, const uint32_t *rank)
{
    static const size_t gaps[] = {29524, 9841, 3280, 1093, 364, 121, 40, 13, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t i = gaps[g]; i < n; i++) {
            struct posting one = p[i];
            size_t at = i;
            for (; at >= gaps[g] && comes_before(one, p[at - gaps[g]], rank); at -= gaps[g])
                p[at] = p[at - gaps[g]];
            p[at] = one;
        }
}

void index_lay(struct index *x, const uint32_t *rank)
{
    make_room(x, x->count);
    gather(x);
    for (size_t s = 0; s < x->slots; s++) {
        struct posting *p = x->posting + x->first[s];
        uint32_t kept = 0;
        sort_list(p, x->many[s], rank);
        for (uint32_t i = 0; i < x->many[s]; i++)
            if (!kept || p[kept - 1].value != p[i].value)
                p[kept++] = p[i];
        x->many[s] = kept; /* the gap behind it stays */
    }
}

struct list index_find(const struct index *x, uint64_t key)
{
    if (!x->slots)
        return (struct list){NULL, 0};
    size_t slot = slot_of(x, key ? key : 1);
    return (struct list){x->posting + x->first[slot], x->many[slot]};
}

void index_release(struct index *x)
{
    free(x->posting);
    free(x->key);
    free(x->first);
    free(x->many);
    *x = (struct index){0};
}
