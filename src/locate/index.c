/* index.c - an inverted index: a hash table numbers the keys, their values lie one after the other.
 */
#include "index.h"

#include <stdlib.h>

#include "youka/base/arena.h"

enum { FEWEST_SLOTS = 1024 };

/* Where the key is, or the free slot it would take. */
static struct slot *slot_of(const struct index *x, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 31) * 0x9e3779b97f4a7c15u >> 16) & (x->slots - 1);
    while (x->slot[at].key && x->slot[at].key != key)
        at = (at + 1) & (x->slots - 1);
    return &x->slot[at];
}

static void widen(struct index *x)
{
    struct slot *old = x->slot;
    size_t slots = x->slots;
    x->slots = slots ? 2 * slots : FEWEST_SLOTS;
    x->slot = yk_alloc(x->slots * sizeof *x->slot);
    for (size_t i = 0; i < slots; i++)
        if (old[i].key)
            *slot_of(x, old[i].key) = old[i];
    free(old);
}

void index_add(struct index *x, uint64_t key, uint32_t value)
{
    key = key ? key : 1;
    if (2 * (x->keys + 1) > x->slots)
        widen(x);
    struct slot *s = slot_of(x, key);
    if (s->key && s->last == value)
        return;
    if (!s->key)
        *s = (struct slot){.key = key, .number = (uint32_t)x->keys++};
    s->last = value;
    x->posting = yk_grow(x->posting, &x->room, x->count + 1, sizeof *x->posting);
    x->posting[x->count++] = (struct posting){s->number, value};
}

/* Leaves in first[k + 1] where key k begins: filling moves it to where the key ends. */
static void measure(struct index *x)
{
    free(x->first);
    free(x->value);
    x->first = yk_alloc((x->keys + 2) * sizeof *x->first);
    x->value = yk_alloc((x->count + 1) * sizeof *x->value);
    for (size_t i = 0; i < x->count; i++)
        x->first[x->posting[i].key + 2]++;
    for (size_t k = 2; k < x->keys + 2; k++)
        x->first[k] += x->first[k - 1];
    x->laid = x->keys;
}

static void fill(struct index *x, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        x->value[x->first[x->posting[i].key + 1]++] = x->posting[i].value;
}

void index_lay(struct index *x)
{
    measure(x);
    fill(x, 0, x->count);
}

void index_lay_by(struct index *x, const uint32_t *order, size_t values)
{
    size_t *from = yk_alloc((values + 1) * sizeof *from); /* a value's first posting */
    measure(x);
    for (size_t i = 0; i < x->count; i++)
        from[x->posting[i].value + 1] = i + 1;
    for (size_t v = 1; v <= values; v++)
        from[v] = from[v] ? from[v] : from[v - 1]; /* a value without any */
    for (size_t i = 0; i < values; i++)
        fill(x, from[order[i]], from[order[i] + 1]);
    free(from);
}

struct list index_list(const struct index *x, const struct slot *slot)
{
    if (!slot->key || slot->number >= x->laid)
        return (struct list){NULL, 0};
    const uint32_t *first = &x->first[slot->number];
    return (struct list){x->value + first[0], first[1] - first[0]};
}

struct list index_find(const struct index *x, uint64_t key)
{
    return x->slots ? index_list(x, slot_of(x, key ? key : 1)) : (struct list){NULL, 0};
}

void index_release(struct index *x)
{
    free(x->posting);
    free(x->slot);
    free(x->first);
    free(x->value);
    *x = (struct index){0};
}

int index_compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}
