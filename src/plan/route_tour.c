/* route_tour.c - a tour and the moves that shorten it: 2-opt and or-opt. */
#include "route_tour.h"

#include <stdlib.h>
#include <string.h>

#define NEAR 12         /* neighbours looked at; Bentley 1992 finds 8 to 16 enough */
#define SEGMENT 3       /* stops that or-opt moves together, at most */
#define LEAST_GAIN 1e-7 /* of a metre: less is rounding and could go round for ever */

struct ranked {
    double metres;
    size_t node;
};

static int by_metres(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->metres != y->metres)
        return x->metres < y->metres ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

void yk_tour_init(struct yk_tour *t, const double *metres, size_t n, struct yk_arena *a)
{
    struct ranked *ranked = YK_ARENA_ARRAY(a, struct ranked, n);

    *t = (struct yk_tour){.metres = metres, .n = n, .many = n - 1 < NEAR ? n - 1 : NEAR};
    t->at = YK_ARENA_ARRAY(a, size_t, n);
    t->place = YK_ARENA_ARRAY(a, size_t, n);
    t->near = YK_ARENA_ARRAY(a, size_t, n * t->many + 1);
    t->asleep = YK_ARENA_ARRAY(a, bool, n);
    t->spare = YK_ARENA_ARRAY(a, size_t, n);
    for (size_t i = 0; i < n; i++) {
        size_t others = 0;
        for (size_t k = 0; k < n; k++)
            if (k != i)
                ranked[others++] = (struct ranked){yk_way(t, i, k), k};
        qsort(ranked, others, sizeof *ranked, by_metres);
        for (size_t k = 0; k < t->many; k++)
            t->near[i * t->many + k] = ranked[k].node;
    }
}

static size_t next_of(const struct yk_tour *t, size_t node)
{
    size_t p = t->place[node] + 1;

    return t->at[p < t->n ? p : 0];
}

static size_t before(const struct yk_tour *t, size_t node)
{
    size_t p = t->place[node];

    return t->at[p > 0 ? p - 1 : t->n - 1];
}

double yk_tour_length(const struct yk_tour *t)
{
    double length = 0;

    for (size_t p = 0; p < t->n; p++)
        length += yk_way(t, t->at[p], t->at[p + 1 < t->n ? p + 1 : 0]);
    return length;
}

static void wake(struct yk_tour *t, size_t node)
{
    t->asleep[node] = false;
}

/* Places first..last, none of them the depot's, the other way round. */
static void reverse(struct yk_tour *t, size_t first, size_t last)
{
    for (; first < last; first++, last--) {
        size_t node = t->at[first];
        t->at[first] = t->at[last];
        t->at[last] = node;
        t->place[t->at[first]] = first;
        t->place[t->at[last]] = last;
    }
    if (first == last)
        t->place[t->at[first]] = first;
}

/* 2-opt: the ways a-next(a) and c-next(c) become a-c and next(a)-next(c). */
static bool exchange(struct yk_tour *t, size_t a, size_t c)
{
    size_t na = next_of(t, a), nc = next_of(t, c);

    if (na == c || nc == a || a == c ||
        yk_way(t, a, na) + yk_way(t, c, nc) - yk_way(t, a, c) - yk_way(t, na, nc) <= LEAST_GAIN)
        return false;
    size_t from = t->place[a] < t->place[c] ? t->place[a] : t->place[c];
    size_t to = t->place[a] < t->place[c] ? t->place[c] : t->place[a];
    reverse(t, from + 1, to);
    wake(t, a), wake(t, na), wake(t, c), wake(t, nc);
    return true;
}

/* Puts the segment at places first..last after the node c, its `last` end next to c where turned.
 */
static void carry(struct yk_tour *t, size_t first, size_t last, size_t c, bool turned)
{
    size_t many = last - first + 1, to = t->place[c];

    if (turned)
        reverse(t, first, last);
    memcpy(t->spare, &t->at[first], many * sizeof *t->at);
    size_t low, high; /* places that changed */
    if (to < first) {
        memmove(&t->at[to + 1 + many], &t->at[to + 1], (first - to - 1) * sizeof *t->at);
        memcpy(&t->at[to + 1], t->spare, many * sizeof *t->at);
        low = to + 1, high = last;
    } else {
        memmove(&t->at[first], &t->at[last + 1], (to - last) * sizeof *t->at);
        memcpy(&t->at[to + 1 - many], t->spare, many * sizeof *t->at);
        low = first, high = to;
    }
    for (size_t p = low; p <= high; p++)
        t->place[t->at[p]] = p;
}

/* Or-opt: the segment at places first..last goes between c and next(c), either way round. */
static bool move_segment(struct yk_tour *t, size_t first, size_t last, size_t c)
{
    size_t head = t->at[first], tail = t->at[last];
    size_t p = before(t, head), n = next_of(t, tail);

    if (c == p || (t->place[c] >= first && t->place[c] <= last))
        return false;
    size_t nc = next_of(t, c);
    double freed = yk_way(t, p, head) + yk_way(t, tail, n) - yk_way(t, p, n) + yk_way(t, c, nc);
    double straight = yk_way(t, c, head) + yk_way(t, tail, nc);
    double turned = yk_way(t, c, tail) + yk_way(t, head, nc);
    if (freed - (turned < straight ? turned : straight) <= LEAST_GAIN)
        return false;
    carry(t, first, last, c, turned < straight);
    wake(t, p), wake(t, n), wake(t, head), wake(t, tail), wake(t, c), wake(t, nc);
    return true;
}

/* Segments that begin or end at node a, to either side of its near nodes. */
static bool move_from(struct yk_tour *t, size_t a, size_t c)
{
    size_t at = t->place[a];

    for (size_t many = 1; many <= SEGMENT && at > 0; many++) {
        if (at + many <= t->n && (move_segment(t, at, at + many - 1, c) ||
                                  move_segment(t, at, at + many - 1, before(t, c))))
            return true;
        if (many > 1 && at >= many &&
            (move_segment(t, at + 1 - many, at, c) ||
             move_segment(t, at + 1 - many, at, before(t, c))))
            return true;
    }
    return false;
}

/* A gain needs a new way that is shorter than one of the ways it takes the place of. */
static bool improve_at(struct yk_tour *t, size_t a)
{
    for (size_t k = 0; k < t->many; k++) {
        size_t c = t->near[a * t->many + k];
        double way = yk_way(t, a, c);
        bool after = way < yk_way(t, a, next_of(t, a)), ahead = way < yk_way(t, a, before(t, a));
        if (!after && !ahead)
            return false;
        if ((after && exchange(t, a, c)) || (ahead && exchange(t, before(t, a), before(t, c))) ||
            move_from(t, a, c))
            return true;
    }
    return false;
}

void yk_tour_improve(struct yk_tour *t)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t a = 0; a < t->n; a++) {
            if (t->asleep[a])
                continue;
            while (improve_at(t, a))
                moved = true;
            t->asleep[a] = true;
        }
    }
}

bool yk_tour_improve_any(struct yk_tour *t)
{
    memset(t->asleep, 1, t->n * sizeof *t->asleep);
    for (size_t tried = 0; tried < t->n; tried++, t->turn = (t->turn + 1) % t->n)
        for (size_t a = t->turn, c = 0; c < t->n; c++) {
            if (exchange(t, a, c))
                return true;
            for (size_t last = t->place[a]; last > 0 && last < t->n && last < t->place[a] + SEGMENT;
                 last++)
                if (move_segment(t, t->place[a], last, c))
                    return true;
        }
    return false;
}
