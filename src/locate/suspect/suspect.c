/* suspect.c - the places of one source against the others', of all sources against one another. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"

#define CONTEST 1.5 /* times the evidence, and one source's doubt explains another's */

struct yk_witnesses {
    struct yk_arena arena;
    struct ledger ledger;
    struct yk_readers read;
};

struct yk_witnesses *yk_witnesses_new(const struct yk_sightings *known,
                                      const struct yk_readers *read)
{
    struct yk_witnesses *w = yk_alloc(sizeof *w);
    w->read = *read;
    ledger_init(&w->ledger, known, keys_of(known, read, &w->arena), NULL, &w->arena);
    return w;
}

void yk_witnesses_free(struct yk_witnesses *w)
{
    if (!w)
        return;
    ledger_release(&w->ledger);
    yk_arena_release(&w->arena);
    free(w);
}

void yk_suspect_source(struct yk_suspicion *out, const struct yk_sightings *place,
                       const struct yk_witnesses *known)
{
    struct yk_arena a = {0};
    struct weighed w;
    struct sample sample = {.of = place, .keys = keys_of(place, &known->read, &a), .own = NOWHERE};
    weigh(&w, &sample, &known->ledger);
    *out = w.said;
    yk_arena_release(&a);
}

/* A source and a datum. */
struct party {
    const char *source;
    enum yk_datum datum;
    bool sure;
    size_t *member, members, room;
    struct weighed w;
    bool heard; /* what it explains of others is seen to */
};
struct court {
    const struct yk_sightings *all;
    const struct keys *keys;
    struct ledger ledger;
    struct party *party;
    size_t parties, room;
};

static size_t party_of(struct court *c, struct yk_map *known, const struct yk_sighting *s,
                       struct yk_arena *a)
{
    const char *name =
        yk_arena_printf(a, "%s %d %s", yk_datum_code(s->datum), (int)s->sure, s->source);
    size_t at;
    if (yk_map_find(known, name, &at))
        return at;
    c->party = yk_grow(c->party, &c->room, c->parties + 1, sizeof *c->party);
    c->party[c->parties] = (struct party){s->source, s->datum, .sure = s->sure};
    yk_map_add(known, name, c->parties);
    return c->parties++;
}

static size_t *gather(struct court *c, struct yk_arena *a)
{
    struct yk_map known = {0};
    size_t *group = YK_ARENA_ARRAY(a, size_t, c->all->count + 1);
    for (size_t i = 0; i < c->all->count; i++) {
        group[i] = party_of(c, &known, &c->all->place[i], a);
        struct party *p = &c->party[group[i]];
        p->member = yk_grow(p->member, &p->room, p->members + 1, sizeof *p->member);
        p->member[p->members++] = i;
    }
    yk_map_release(&known);
    return group;
}

static void hear(struct weighed *out, const struct court *c, const struct party *p)
{
    struct sample sample = {.of = c->all,
                            .keys = c->keys,
                            .member = p->member,
                            .members = p->members,
                            .own = (size_t)(p - c->party)};
    weigh(out, &sample, &c->ledger);
}

static bool is_doubted(const struct party *p)
{
    return p->w.said.doubt == YK_DOUBT_DATUM && p->datum != YK_DATUM_UNKNOWN;
}

/* Its places as the best reading has them, or back as they were declared. */
static void move_places(struct court *c, const struct party *p, bool to_best)
{
    for (size_t i = 0; i < p->members; i++) {
        const struct yk_sighting *s = &c->all->place[p->member[i]];
        c->ledger.at[p->member[i]] = to_best ? reread(s, p->w.said.best) : s->point;
    }
}

static struct party *next_to_hear(struct court *c)
{
    struct party *next = NULL;
    for (size_t i = 0; i < c->parties; i++) {
        struct party *p = &c->party[i];
        if (is_doubted(p) && !p->heard && (!next || p->w.evidence > next->w.evidence))
            next = p;
    }
    return next;
}

/* Whom the correction of one party clears. Where the other's evidence is about as large, nobody can
 * say which of the two is wrong: both stay doubted and nothing is corrected. */
static void clear_others(struct court *c, struct party *p)
{
    bool contested = false;
    p->heard = true;
    move_places(c, p, true);
    for (size_t i = 0; i < c->parties; i++) {
        struct party *other = &c->party[i];
        struct weighed w;
        if (other == p || !is_doubted(other))
            continue;
        hear(&w, c, other);
        if (w.said.doubt == YK_DOUBT_DATUM)
            continue;
        if (other->heard || p->w.evidence < CONTEST * other->w.evidence)
            contested = true;
        else
            other->w = w;
    }
    if (contested)
        move_places(c, p, false);
}

static int by_source(const void *left, const void *right)
{
    const struct yk_suspicion *a = left, *b = right;
    int by = strcmp(a->source, b->source);
    return by ? by : (int)a->declared - (int)b->declared;
}

static size_t collect(struct yk_suspicion *out, const struct court *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->parties; i++)
        if (!c->party[i].sure)
            out[n++] = c->party[i].w.said;
    if (n)
        qsort(out, n, sizeof *out, by_source);
    return n;
}

void yk_suspect_all(struct yk_suspicion **out, size_t *count, const struct yk_sightings *all,
                    const struct yk_readers *read, struct yk_arena *a)
{
    struct yk_arena own = {0};
    struct court c = {.all = all, .keys = keys_of(all, read, &own)};
    const size_t *group = gather(&c, &own);
    ledger_init(&c.ledger, all, c.keys, group, &own);
    for (size_t i = 0; i < c.parties; i++)
        if (!c.party[i].sure)
            hear(&c.party[i].w, &c, &c.party[i]);
    for (struct party *p; (p = next_to_hear(&c));)
        clear_others(&c, p);
    *out = YK_ARENA_ARRAY(a, struct yk_suspicion, c.parties + 1);
    *count = collect(*out, &c);
    for (size_t i = 0; i < c.parties; i++)
        free(c.party[i].member);
    free(c.party);
    ledger_release(&c.ledger);
    yk_arena_release(&own);
}
