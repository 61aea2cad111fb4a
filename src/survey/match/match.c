/* match.c - which surveyed doors are one client. */
#include <stdlib.h>

#include "match.h"

void add_pair(struct matching *m, const struct yk_pair *pair)
{
    m->pair = yk_grow(m->pair, &m->room, m->pairs + 1, sizeof *m->pair);
    m->pair[m->pairs++] = *pair;
}

/* From witnesses, which stand in their own order, to doors. */
static void hand_out(struct yk_match *out, const struct matching *m, const size_t *client,
                     const size_t *sites)
{
    for (size_t i = 0; i < m->count; i++) {
        size_t door = m->witness[i].number;
        out->client[door] = m->witness[client[i]].number;
        out->sites[door] = m->witness[sites[i]].number;
    }
    out->pair = YK_ARENA_ARRAY(m->a, struct yk_pair, m->pairs);
    out->pairs = m->pairs;
    for (size_t i = 0; i < m->pairs; i++) {
        out->pair[i] = m->pair[i];
        out->pair[i].a = m->witness[m->pair[i].a].number;
        out->pair[i].b = m->witness[m->pair[i].b].number;
    }
}

void yk_match_all(struct yk_match *out, const struct yk_territory *t, const struct yk_seen *seen,
                  const struct yk_names *names, struct yk_arena *a)
{
    struct yk_arena own = {0}; /* names and keys, given back at the end */
    struct yk_arena reading[READINGS] = {0};
    struct matching m = {.t = t, .a = &own, .seen = seen};
    m.book = yk_name_book_new(names, t->rules, &own);
    witness_all(&m, reading);
    told_all(&m);
    blocks_judge(&m);
    size_t *client = YK_ARENA_ARRAY(&own, size_t, m.count);
    size_t *sites = YK_ARENA_ARRAY(&own, size_t, m.count);
    group_all(&m, client, sites);
    out->client = YK_ARENA_ARRAY(a, size_t, m.count);
    out->sites = YK_ARENA_ARRAY(a, size_t, m.count);
    m.a = a;
    hand_out(out, &m, client, sites);
    free(m.pair);
    free(m.witness);
    yk_name_book_release(m.book);
    for (size_t i = 0; i < READINGS; i++)
        yk_arena_release(&reading[i]);
    yk_arena_release(&own);
}
