/* words.c - words by their first two characters: what a text begins with takes one look-up. */
#include "words.h"

#include <stdlib.h>

#include "youka/base/err.h"

static uint64_t key_of(struct yk_glyphs text)
{
    return (uint64_t)text.at[0] << 32 | text.at[1];
}

struct yk_glyphs words_add(struct words *w, struct yk_glyphs text, uint32_t value)
{
    if (text.n < SHORTEST_WORD || text.n > LONGEST_WORD)
        return (struct yk_glyphs){NULL, 0};
    uint32_t *at = YK_ARENA_ARRAY(&w->text, uint32_t, text.n);
    memcpy(at, text.at, text.n * sizeof *at);
    w->word = yk_grow(w->word, &w->room, w->count + 1, sizeof *w->word);
    w->word[w->count++] = (struct word){{at, text.n}, value, 1};
    return (struct yk_glyphs){at, text.n};
}

static int by_turn(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    uint64_t x = key_of(a->text), y = key_of(b->text);
    if (x != y)
        return x < y ? -1 : 1;
    if (a->text.n != b->text.n)
        return a->text.n > b->text.n ? -1 : 1;
    int by = memcmp(a->text.at, b->text.at, a->text.n * sizeof *a->text.at);
    return by ? by : (a->value > b->value) - (a->value < b->value);
}

/* Where the key is, or the free slot it would take. */
static struct slot *slot_of(const struct words *w, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 29) * 0x9e3779b97f4a7c15u >> 20) & (w->slots - 1);
    while (w->slot[at].key && w->slot[at].key != key)
        at = (at + 1) & (w->slots - 1);
    return &w->slot[at];
}

static void drop_doubles(struct words *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->count; i++)
        if (!kept || by_turn(&w->word[kept - 1], &w->word[i]))
            w->word[kept++] = w->word[i];
    w->count = kept;
}

static void lay_out(struct words *w, size_t keys)
{
    for (w->slots = 16; w->slots < 2 * keys;)
        w->slots *= 2;
    free(w->slot);
    w->slot = yk_alloc(w->slots * sizeof *w->slot);
    for (size_t i = w->count; i-- > 0;) {
        struct slot *slot = slot_of(w, key_of(w->word[i].text));
        slot->key = key_of(w->word[i].text);
        slot->first = (uint32_t)i;
        slot->n++;
    }
}

void words_ready(struct words *w)
{
    size_t keys = 0;
    if (w->count)
        qsort(w->word, w->count, sizeof *w->word, by_turn);
    drop_doubles(w);
    for (size_t i = w->count; i-- > 0;) {
        struct word *word = &w->word[i], *next = i + 1 < w->count ? word + 1 : NULL;
        word->alike = 1 + (next && yk_glyphs_same(word->text, next->text) ? next->alike : 0);
        keys += !next || key_of(word->text) != key_of(next->text);
    }
    lay_out(w, keys);
}

void words_release(struct words *w)
{
    free(w->word);
    free(w->slot);
    yk_arena_release(&w->text);
}

const struct word *words_next(const struct words *w, struct yk_glyphs text, const struct word *last)
{
    if (!w->slots || text.n < SHORTEST_WORD)
        return NULL;
    const struct slot *slot = slot_of(w, key_of(text));
    if (!slot->key)
        return NULL;
    const struct word *end = w->word + slot->first + slot->n;
    for (const struct word *i = last ? last + last->alike : w->word + slot->first; i < end;
         i += i->alike) {
        size_t same = i->text.n <= text.n ? SHORTEST_WORD : 0;
        while (same && same < i->text.n && i->text.at[same] == text.at[same])
            same++;
        if (same == i->text.n)
            return i;
    }
    return NULL;
}
