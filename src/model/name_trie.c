/* name_trie.c - the steps of a trie in one table. */
#include "name_trie.h"

#include <stdlib.h>

#include "youka/base/arena.h"

static void widen(struct trie *t)
{
    if (t->count < t->room / 2)
        return;
    struct trie old = *t;
    t->room = old.room ? 2 * old.room : 1024;
    t->step = yk_alloc(t->room * sizeof *t->step);
    for (size_t i = 0; i < old.room; i++)
        if (old.step[i].over)
            t->step[trie_slot(t, old.step[i].over)] = old.step[i];
    free(old.step);
}

struct trie_step *trie_reach(struct trie *t, uint32_t root, const uint32_t *word, size_t n)
{
    struct trie_step *s = NULL;
    for (size_t i = 0; i < n; i++) {
        uint64_t over = trie_over(s ? s->node : root, word[i]);
        widen(t);
        s = &t->step[trie_slot(t, over)];
        if (s->over)
            continue;
        *s = (struct trie_step){.over = over, .node = t->nodes++};
        t->count++;
    }
    return s;
}

void trie_release(struct trie *t)
{
    free(t->step);
    *t = (struct trie){0};
}
