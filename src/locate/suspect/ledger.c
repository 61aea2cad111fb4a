/* ledger.c - known places by the names and addresses they are known under. */
#include <math.h>
#include <stdlib.h>

#include "parts.h"

enum { MOST_SHARED = 12 }; /* a key that more places of one source share tells nothing */

/* The head of a key and a source; a key that is new gets one. */
static struct head *head_of(struct ledger *l, const char *key, size_t group)
{
    size_t at, last = NOWHERE;
    if (yk_map_find(&l->by_key, key, &at))
        for (; at != NOWHERE; at = l->head[at].next) {
            if (l->head[at].group == group)
                return &l->head[at];
            last = at;
        }
    l->head = yk_grow(l->head, &l->room, l->heads + 1, sizeof *l->head);
    l->head[l->heads] = (struct head){.group = group, .first = NOWHERE, .next = NOWHERE};
    if (last == NOWHERE)
        yk_map_add(&l->by_key, key, l->heads);
    else
        l->head[last].next = l->heads;
    return &l->head[l->heads++];
}

/* Of coordinates without a datum nobody knows where they are. */
static bool is_known(const struct yk_sighting *s)
{
    return yk_point_valid(s->point) && s->datum != YK_DATUM_UNKNOWN;
}

void ledger_init(struct ledger *l, const struct yk_sightings *known, const struct keys *keys,
                 const size_t *group, struct yk_arena *a)
{
    *l = (struct ledger){.known = known,
                         .keys = keys,
                         .at = YK_ARENA_ARRAY(a, struct yk_point, known->count + 1),
                         .next = YK_ARENA_ARRAY(a, size_t, known->count * KEYS + 1)};
    for (size_t i = 0; i < known->count; i++) {
        bool counts = is_known(&known->place[i]);
        l->at[i] = counts ? known->place[i].point : (struct yk_point){NAN, NAN};
        for (size_t k = 0; counts && k < KEYS; k++) {
            if (!*keys[i].key[k])
                continue;
            struct head *head = head_of(l, keys[i].key[k], group ? group[i] : 0);
            l->next[i * KEYS + k] = head->first;
            head->first = i * KEYS + k;
            head->count++;
        }
    }
}

static bool follow(const struct ledger *l, const struct head *head, const struct keys *keys,
                   ledger_found *found, void *who)
{
    bool any = false;
    for (size_t i = head->first; i != NOWHERE; i = l->next[i]) {
        if (i % KEYS == CORE && keys_elsewhere(keys, &l->keys[i / KEYS]))
            continue;
        found(who, i / KEYS);
        any = true;
    }
    return any;
}

bool ledger_each(const struct ledger *l, const struct keys *keys, size_t own, ledger_found *found,
                 void *who)
{
    bool any = false;
    for (size_t k = 0; k < KEYS; k++) {
        size_t at = NOWHERE;
        if (!*keys->key[k] || !yk_map_find(&l->by_key, keys->key[k], &at))
            continue;
        for (; at != NOWHERE; at = l->head[at].next)
            if (l->head[at].group != own && l->head[at].count <= MOST_SHARED)
                any |= follow(l, &l->head[at], keys, found, who);
    }
    return any;
}

void ledger_release(struct ledger *l)
{
    yk_map_release(&l->by_key);
    free(l->head);
    *l = (struct ledger){0};
}
