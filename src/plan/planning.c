/* planning.c - whose clients are whose, and which support the regions can pay. */
#include "youka/plan/planning.h"

#include <stdlib.h>
#include <string.h>

#include "ranking.h"
#include "youka/base/cores.h"

static bool belongs(const struct yk_planning *p, size_t client)
{
    return p->d->place[client].owner < p->t->stations && !p->d->estimate[client].none;
}

/* Counted first, then put down: each client is looked at twice, however many stations there are. */
static void sort_clients(struct yk_planning *p, struct yk_arena *a)
{
    size_t stations = p->t->stations;
    size_t *next = YK_ARENA_ARRAY(a, size_t, stations + 1);

    p->first = YK_ARENA_ARRAY(a, size_t, stations + 1);
    for (size_t i = 0; i < p->t->doors; i++)
        if (belongs(p, i))
            p->first[p->d->place[i].owner + 1]++;
    for (size_t s = 0; s < stations; s++)
        p->first[s + 1] += next[s] = p->first[s];
    p->client = YK_ARENA_ARRAY(a, size_t, p->first[stations]);
    for (size_t i = 0; i < p->t->doors; i++)
        if (belongs(p, i))
            p->client[next[p->d->place[i].owner]++] = i;
}

/* A client and its id, to be sorted. */
struct named {
    const char *id;
    size_t client;
};

static int by_id(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int ids = strcmp(x->id, y->id);

    return ids ? ids : (x->client > y->client) - (x->client < y->client);
}

static void sort_ids(struct yk_planning *p, struct yk_arena *a)
{
    struct named *named = yk_alloc((p->t->doors + 1) * sizeof *named);

    for (size_t i = 0; i < p->t->doors; i++)
        named[i] = (struct named){p->t->door[i].id.text, i};
    qsort(named, p->t->doors, sizeof *named, by_id);
    p->by_id = YK_ARENA_ARRAY(a, size_t, p->t->doors);
    for (size_t i = 0; i < p->t->doors; i++)
        p->by_id[i] = named[i].client;
    free(named);
}

static void ask_some(void *who, size_t from, size_t to)
{
    struct yk_planning *p = who;
    struct yk_arena own = {0};

    for (size_t s = from; s < to; s++) {
        size_t first = p->first[s], count = p->first[s + 1] - first;
        struct yk_ranking m;
        yk_ranking_make(&m, p->t, p->d, s, &p->client[first], count, &own);
        for (size_t i = 0; i < count; i++)
            p->request[m.client[i].line.door] = m.client[i].line.request;
        yk_arena_reset(&own);
    }
    yk_arena_release(&own);
}

static void grant(struct yk_planning *p, struct yk_arena *a)
{
    size_t clients = p->first[p->t->stations];
    struct yk_claim *claim = YK_ARENA_ARRAY(a, struct yk_claim, clients);

    for (size_t i = 0; i < clients; i++) {
        size_t c = p->client[i];
        claim[i] = (struct yk_claim){.request = &p->request[c],
                                     .region = p->t->station[p->d->place[c].owner].region,
                                     .id = p->t->door[c].id.text};
    }
    p->pots = yk_policy_grant(&p->pot, claim, clients, p->t->rules, a);
}

void yk_planning_make(struct yk_planning *out, const struct yk_territory *t,
                      const struct yk_derived *d, size_t threads, struct yk_arena *a)
{
    *out = (struct yk_planning){.t = t, .d = d};
    sort_clients(out, a);
    if (t->pasts > 0)
        sort_ids(out, a);
    out->request = YK_ARENA_ARRAY(a, struct yk_request, t->doors);
    yk_on_cores_by(1, t->stations, threads, ask_some, out);
    grant(out, a);
}
