/* words.c - words by their first two characters: what a text begins with takes one look-up. */
#include "words.h"

#include <stdlib.h>

#include "youka/base/err.h"

static uint64_t key_of(struct yk_glyphs text)
{
    return (uint64_t)text.at[0] << 32 | text.at[1];
}

void words_add(struct words *w, struct yk_glyphs text, uint32_t value)
{
    if (text.n < SHORTEST_WORD || text.n > LONGEST_WORD)
        return;
    uint32_t *at = YK_ARENA_ARRAY(&w->text, uint32_t, text.n);
    memcpy(at, text.at, text.n * sizeof *at);
    w->word = yk_grow(w->word, &w->room, w->count + 1, sizeof *w->word);
    w->word[w->count++] = (struct word){{at, text.n}, value};
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

static size_t slot_of(const struct words *w, uint64_t key)
{
    size_t at = (size_t)((key ^ key >> 29) * 0x9e3779b97f4a7c15u >> 20) & (w->slots - 1);
    while (w->key[at] && w->key[at] != key)
        at = (at + 1) & (w->slots - 1);
    return at;
}

void words_ready(struct words *w)
{
    size_t kept = 0;
    if (w->count)
        qsort(w->word, w->count, sizeof *w->word, by_turn);
    for (size_t i = 0; i < w->count; i++)
        if (!kept || by_turn(&w->word[kept - 1], &w->word[i]))
            w->word[kept++] = w->word[i];
    w->count = kept;
    for (w->slots = 16; w->slots < 2 * kept;)
        w->slots *= 2;
    free(w->key);
    free(w->first);
    w->key = yk_alloc(w->slots * sizeof *w->key);
    w->first = yk_alloc(w->slots * sizeof *w->first);
    for (size_t i = kept; i-- > 0;) {
        size_t slot = slot_of(w, key_of(w->word[i].text));
        w->key[slot] = key_of(w->word[i].text);
        w->first[slot] = (uint32_t)i;
    }
}

void words_release(struct words *w)
{
    free(w->word);
    free(w->key);
    free(w->first);
    yk_arena_release(&w->text);
}

const struct word *words_next(const struct words *w, struct yk_glyphs text, const struct word *last)
{
    if (!w->slots || text.n < SHORTEST_WORD)
        return NULL;
    uint64_t key = key_of(text);
    size_t slot = last ? 0 : slot_of(w, key);
    if (!last && !w->key[slot])
        return NULL;
    const struct word *end = w->word + w->count;
    for (const struct word *i = last ? last + 1 : w->word + w->first[slot];
         i < end && key_of(i->text) == key; i++)
        if (i->text.n <= text.n && yk_glyphs_same(i->text, yk_glyphs_upto(text, i->text.n)))
            return i;
    return NULL;
}
