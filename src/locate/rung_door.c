/* rung_door.c - B1 the door itself, B2 between or beside doors of the same road. */
#include "geocoder.h"

#include <math.h>
#include <stdlib.h>

/* --- B1 ----------------------------------------------------------------------------------------
 */

#define DOOR_M 60      /* stated where one entry has the door; measured, tests/accuracy */
#define BESIDE_M 60    /* more where the address says «附近» */
#define OTHER_SUB_M 30 /* more where 之1 differs */

/* Entries with the same 之n before the others. */
static void prefer_sub(struct candidates *all, const struct climb *c)
{
    uint32_t sub = (uint32_t)yk_glyphs_hash(yk_address_part(&c->address, YK_PART_SUB), 0);
    size_t same = 0;
    for (size_t i = 0; i < all->n; i++)
        same += c->g->spot[all->spot[i]].sub == sub;
    if (!same || same == all->n)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < all->n; i++)
        if (c->g->spot[all->spot[i]].sub == sub)
            all->spot[kept++] = all->spot[i];
    all->n = kept;
}

bool climb_door(struct climb *c)
{
    struct door door[MOST_DOORS];
    size_t doors = doors_of(door, &c->address), said = 0;
    struct candidates all = {.n = 0};
    for (size_t i = 0; i < doors && !all.n; i++) {
        if (!door[i].number.n)
            continue;
        said++;
        gather(&all, c, index_find(&c->g->by, door_key(door[i].carrier, door[i].number)));
        if (!all.n && i == 0 && yk_address_part(&c->address, YK_PART_NUMBER_TO).n)
            gather(
                &all, c,
                index_find(&c->g->by, door_key(door[i].carrier,
                                               yk_address_part(&c->address, YK_PART_NUMBER_TO))));
    }
    if (!all.n) {
        if (said)
            note_miss(c, "B1", "exact_number", &all);
        else
            note_try(c, "B1", "exact_number", YK_TRY_NOT_SAID, 0);
        return false;
    }
    prefer_sub(&all, c);
    double spread = settle(&all, c);
    struct yk_point p = c->g->spot[all.spot[0]].point;
    double offset = offset_from(&p, &c->address), error = DOOR_M + offset / 2;
    if (all.n > 1)
        error = fmax(error, fmin(spread, 150));
    if (yk_address_part(&c->address, YK_PART_RELATION).n || !c->g->spot[all.spot[0]].exact)
        error += BESIDE_M;
    answer(c, p, "B1", "exact_number", error);
    return true;
}

/* --- B2 ----------------------------------------------------------------------------------------
 */

struct neighbours {
    const struct spot *below, *above; /* NULL: none */
};

/* The nearest numbers on either side; `parity` 2: any, else that side of the road only. */
static struct neighbours beside(const struct climb *c, struct list list, uint32_t number,
                                uint32_t parity)
{
    struct neighbours out = {NULL, NULL};
    for (size_t i = 0; i < list.n; i++) {
        const struct spot *s = &c->g->spot[list.at[i].value];
        if (!s->number || (parity < 2 && s->number % 2 != parity) || !fits(c, list.at[i].value))
            continue;
        if (s->number <= number && (!out.below || s->number >= out.below->number))
            out.below = s;
        if (s->number >= number && (!out.above || s->number < out.above->number))
            out.above = s;
    }
    return out;
}

static uint32_t gap_of(const struct spot *s, uint32_t number)
{
    return s ? (s->number > number ? s->number - number : number - s->number) : UINT32_MAX;
}

#define LONGEST_GAP 60    /* numbers between bracketing doors of one side, else both sides count */
#define SPARSE_M 400      /* doors farther apart than this say little: sparse (geocoding.md, B2) */
#define METRES_A_NUMBER 4 /* along a street, one number to the next; measured */

struct between {
    struct yk_point point;
    double error_m;
    const struct spot *near, *other;
};

static bool interpolate(struct between *out, const struct climb *c, const struct neighbours *n,
                        uint32_t number)
{
    if (!n->below || !n->above || n->below->number == n->above->number)
        return false;
    double t = (double)(number - n->below->number) / (double)(n->above->number - n->below->number);
    double metres = rough_metres(c, n->below->point, n->above->point);
    out->point.lat = n->below->point.lat + t * (n->above->point.lat - n->below->point.lat);
    out->point.lon = n->below->point.lon + t * (n->above->point.lon - n->below->point.lon);
    out->error_m = fmax(80, metres * .5);
    out->near = t < .5 ? n->below : n->above;
    out->other = t < .5 ? n->above : n->below;
    return true;
}

static bool extrapolate(struct between *out, const struct neighbours *n, uint32_t number)
{
    uint32_t low = gap_of(n->below, number), high = gap_of(n->above, number);
    const struct spot *s = low <= high ? n->below : n->above;
    if (!s)
        return false;
    *out = (struct between){s->point, 100 + METRES_A_NUMBER * (double)(low <= high ? low : high), s,
                            NULL};
    return true;
}

static void keep_better(struct between *best, const struct between *other)
{
    if (!best->near || other->error_m < best->error_m)
        *best = *other;
}

static struct between best_of(const struct climb *c, struct list list, uint32_t number)
{
    struct between best = {.near = NULL}, one;
    for (uint32_t parity = 0; parity <= 2; parity++) {
        if (parity < 2 && parity != number % 2)
            continue;
        struct neighbours n = beside(c, list, number, parity);
        if (interpolate(&one, c, &n, number))
            keep_better(&best, &one);
        if (extrapolate(&one, &n, number))
            keep_better(&best, &one);
    }
    return best;
}

/* The street's doors by number: on its line where its course is known. */
static bool climb_number(struct climb *c, double most_error, const char *method)
{
    struct door door[MOST_DOORS];
    size_t doors = doors_of(door, &c->address), said = 0;
    for (size_t i = 0; i < doors; i++) {
        if (!door[i].value)
            continue;
        said++;
        struct list list = index_find(&c->g->by, key_of(KEY_CARRIER, door[i].carrier));
        struct between b = best_of(c, list, door[i].value);
        if (!b.near || b.error_m > most_error)
            continue;
        c->out->evidences = 0;
        c->out->evidence[c->out->evidences++] = (size_t)(b.near - c->g->spot);
        if (b.other)
            c->out->evidence[c->out->evidences++] = (size_t)(b.other - c->g->spot);
        b.error_m += offset_from(&b.point, &c->address) / 2;
        answer(c, b.point, "B2", b.other ? method : "nearest_number", b.error_m);
        return true;
    }
    note_try(c, "B2", method, said ? YK_TRY_NO_ENTRY : YK_TRY_NOT_SAID, 0);
    return false;
}

bool climb_between(struct climb *c)
{
    return climb_number(c, SPARSE_M, "between_numbers");
}

bool climb_far_number(struct climb *c)
{
    return climb_number(c, INFINITY, "between_far_numbers");
}
