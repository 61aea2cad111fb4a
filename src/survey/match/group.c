/* group.c - pairs into clients. What was told comes first, then the rule's pairs, the surest before
 * the others; two groups are put together only where no member of one stands against a member of
 * the other, so that a chain A, B, C never makes one of an A and a C that cannot be. */
#include <stdlib.h>

#include "match.h"
#include "youka/base/map.h"

/* Groups as rings: `next` leads through all members and back. Of members that rule out the same,
 * one speaks for all: a thousand doors of one name have one speaker, not a thousand. */
#define NOBODY SIZE_MAX
struct groups {
    struct matching *m;
    size_t *head; /* the group's number: any one of its members, the same for all */
    size_t *next;
    size_t *size;    /* of the group, at its head */
    size_t *speaker; /* from the head, a speaker itself, through the others to NOBODY */
    bool *opposed;   /* told apart from somebody */
    struct yk_map apart;
};

static struct groups groups_new(struct matching *m)
{
    struct groups g = {.m = m,
                       .head = yk_alloc((m->count + 1) * sizeof *g.head),
                       .next = yk_alloc((m->count + 1) * sizeof *g.next),
                       .size = yk_alloc((m->count + 1) * sizeof *g.size),
                       .speaker = yk_alloc((m->count + 1) * sizeof *g.speaker),
                       .opposed = yk_alloc((m->count + 1) * sizeof *g.opposed)};
    for (size_t i = 0; i < m->count; i++) {
        g.head[i] = g.next[i] = i;
        g.size[i] = 1;
        g.speaker[i] = NOBODY;
    }
    return g;
}

static void groups_release(struct groups *g)
{
    free(g->head);
    free(g->next);
    free(g->size);
    free(g->speaker);
    free(g->opposed);
    yk_map_release(&g->apart);
}

/* Of two doors' groups the larger by its head, and the smaller. */
static size_t by_size(const struct groups *g, size_t one, size_t other, size_t *small)
{
    size_t big = g->head[one];
    *small = g->head[other];
    if (g->size[big] < g->size[*small]) {
        big = *small;
        *small = g->head[one];
    }
    return big;
}

/* Puts two groups together: every member of the smaller one is renamed, the rings are spliced. */
static void put_together(struct groups *g, size_t one, size_t other)
{
    size_t small, big = by_size(g, one, other, &small);
    size_t i = small;
    do {
        g->head[i] = big;
        i = g->next[i];
    } while (i != small);
    size_t after = g->next[big];
    g->next[big] = g->next[small];
    g->next[small] = after;
    g->size[big] += g->size[small];
}

/* --- what stands against it --------------------------------------------------------------------
 */

static const char *apart_key(struct yk_arena *a, size_t one, size_t other)
{
    return yk_arena_printf(a, "%zu %zu", one < other ? one : other, one < other ? other : one);
}

static void note_apart(struct groups *g, const struct yk_pair *p)
{
    yk_map_add(&g->apart, apart_key(g->m->a, p->a, p->b), 0);
    g->opposed[p->a] = g->opposed[p->b] = true;
}

static bool told_apart(const struct groups *g, size_t one, size_t other)
{
    return g->opposed[one] && g->opposed[other] &&
           yk_map_find(&g->apart, apart_key(g->m->a, one, other), NULL);
}

/* Whatever door stands against the one stands against the other. */
static bool rule_out_the_same(const struct groups *g, size_t one, size_t other)
{
    const struct witness *a = &g->m->witness[one], *b = &g->m->witness[other];
    if (g->opposed[one] || g->opposed[other] || strcmp(a->code, b->code) != 0 ||
        !yk_glyphs_same(a->name.numbers, b->name.numbers) ||
        !yk_glyphs_same(a->name.branch, b->name.branch))
        return false;
    for (int i = 0; i < YK_NAME_PLACES; i++)
        if (!yk_glyphs_same(a->name.place[i], b->name.place[i]))
            return false;
    return true;
}

static void speak_for(struct groups *g, size_t head, size_t door)
{
    for (size_t i = head; i != NOBODY; i = g->speaker[i])
        if (rule_out_the_same(g, i, door))
            return;
    g->speaker[door] = g->speaker[head];
    g->speaker[head] = door;
}

/* Two groups become one client, with the speakers of both. */
static void make_one(struct groups *g, size_t one, size_t other)
{
    size_t small, big = by_size(g, one, other, &small);
    for (size_t i = small, next; i != NOBODY; i = next) {
        next = g->speaker[i];
        speak_for(g, big, i);
    }
    put_together(g, big, small);
}

/* A member of one group stands against a member of the other: by what was told, or also by what
 * they say themselves. */
enum by { BY_PERSON, BY_THEMSELVES };
static bool stand_against(const struct groups *g, size_t one, size_t other, enum by by)
{
    const struct witness *w = g->m->witness;
    for (size_t i = g->head[one]; i != NOBODY; i = g->speaker[i])
        for (size_t j = g->head[other]; j != NOBODY; j = g->speaker[j])
            if (told_apart(g, i, j) || (by == BY_THEMSELVES && are_opposed(&w[i], &w[j])))
                return true;
    return false;
}

/* --- pairs in turn -----------------------------------------------------------------------------
 */

static int by_doors(const struct yk_pair *a, const struct yk_pair *b)
{
    int by = (a->a > b->a) - (a->a < b->a);
    return by ? by : (a->b > b->b) - (a->b < b->b);
}

/* The order in which pairs are heard. */
static int by_turn(const void *left, const void *right)
{
    static const int turn[] = {[YK_PAIR_TOLD_APART] = 0,
                               [YK_PAIR_TOLD_SAME] = 1,
                               [YK_PAIR_SAME] = 2,
                               [YK_PAIR_SITES] = 3,
                               [YK_PAIR_REVIEW] = 4};
    const struct yk_pair *a = left, *b = right;
    if (a->kind != b->kind)
        return turn[a->kind] - turn[b->kind];
    int by = (a->score < b->score) - (a->score > b->score);
    return by ? by : by_doors(a, b);
}

static int by_kind(const void *left, const void *right)
{
    const struct yk_pair *a = left, *b = right;
    return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind) : by_turn(left, right);
}

/* Hears a pair that would make one client of two doors; gives whether it stays. What the groups'
 * other members speak against is left to a person. */
static bool join_clients(struct groups *g, struct yk_pair *p)
{
    enum by by = p->kind == YK_PAIR_TOLD_SAME ? BY_PERSON : BY_THEMSELVES;
    if (g->head[p->a] == g->head[p->b])
        return p->kind == YK_PAIR_TOLD_SAME;
    if (!stand_against(g, p->a, p->b, by)) {
        make_one(g, p->a, p->b);
        return true;
    }
    if (p->kind == YK_PAIR_SAME)
        p->kind = YK_PAIR_REVIEW;
    return true;
}

static void clients(struct groups *g)
{
    struct matching *m = g->m;
    size_t kept = 0;
    for (size_t i = 0; i < m->pairs; i++) {
        struct yk_pair *p = &m->pair[i];
        bool stays = true;
        if (p->kind == YK_PAIR_TOLD_APART)
            note_apart(g, p);
        else if (p->kind == YK_PAIR_TOLD_SAME || p->kind == YK_PAIR_SAME)
            stays = join_clients(g, p);
        if (stays)
            m->pair[kept++] = *p;
    }
    m->pairs = kept;
    if (kept)
        qsort(m->pair, kept, sizeof *m->pair, by_turn); /* some go to a person now */
}

/* Sites that say something new, and one question for each two clients. */
static void sites_and_questions(const struct groups *g, struct groups *org)
{
    struct matching *m = g->m;
    struct yk_map asked = {0};
    size_t kept = 0;
    for (size_t i = 0; i < m->count; i++)
        if (org->head[i] != org->head[g->head[i]])
            put_together(org, i, g->head[i]);
    for (size_t i = 0; i < m->pairs; i++) {
        const struct yk_pair *p = &m->pair[i];
        size_t one = g->head[p->a], other = g->head[p->b];
        bool stays = true;
        if (p->kind == YK_PAIR_SITES && (stays = org->head[p->a] != org->head[p->b]))
            put_together(org, p->a, p->b);
        if (p->kind == YK_PAIR_REVIEW)
            stays = one != other && !stand_against(g, one, other, BY_PERSON) &&
                    yk_map_add(&asked, apart_key(m->a, one, other), 0);
        if (stays)
            m->pair[kept++] = *p;
    }
    m->pairs = kept;
    yk_map_release(&asked);
}

/* --- names of groups ---------------------------------------------------------------------------
 */

static bool is_earlier(const struct witness *a, const struct witness *b)
{
    const struct yk_door *x = a->door, *y = b->door;
    if (x->survey_date != y->survey_date)
        return y->survey_date == YK_DAY_NONE ||
               (x->survey_date != YK_DAY_NONE && x->survey_date < y->survey_date);
    int by = strcmp(x->key, y->key);
    return by ? by < 0 : a < b;
}

/* A group is called after its member with the smallest (survey date, natural key). */
static void name_groups(size_t *out, const struct groups *g)
{
    const struct witness *w = g->m->witness;
    for (size_t i = 0; i < g->m->count; i++)
        out[i] = i;
    for (size_t i = 0; i < g->m->count; i++)
        if (out[g->head[i]] != i && is_earlier(&w[i], &w[out[g->head[i]]]))
            out[g->head[i]] = i;
    for (size_t i = 0; i < g->m->count; i++)
        if (g->head[i] != i)
            out[i] = out[g->head[i]];
}

void group_all(struct matching *m, size_t *client, size_t *sites)
{
    struct groups g = groups_new(m), org = groups_new(m);
    if (m->pairs)
        qsort(m->pair, m->pairs, sizeof *m->pair, by_turn);
    size_t different = 0; /* a bare name may have been looked at from both sides */
    for (size_t i = 0; i < m->pairs; i++)
        if (!different || by_turn(&m->pair[different - 1], &m->pair[i]))
            m->pair[different++] = m->pair[i];
    m->pairs = different;
    clients(&g);
    sites_and_questions(&g, &org);
    if (m->pairs)
        qsort(m->pair, m->pairs, sizeof *m->pair, by_kind);
    name_groups(client, &g);
    name_groups(sites, &org);
    groups_release(&g);
    groups_release(&org);
}
