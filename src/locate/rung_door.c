/* rung_door.c - B1 the door itself, B2 between or beside doors of the same road. */
#include "geocoder.h"

#include <math.h>

/* --- B1 ----------------------------------------------------------------------------------------
 */

#define DOOR_M 105  /* stated where one entry has the door; measured, tests/accuracy */
#define BESIDE_M 60 /* more where the address says «附近» */

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

/* «20号东100米» leads on from the door; beside a crossing that is named too it does not. */
static double beside_door(struct yk_point *p, const struct yk_address *a)
{
    return yk_address_part(a, YK_PART_CROSS).n ? 0 : offset_from(p, a);
}

bool climb_door(struct climb *c)
{
    const struct door *door = c->door;
    size_t doors = c->doors, said = 0;
    struct candidates all;
    struct near_room room;
    none_yet(&all);
    for (size_t i = 0; i < doors && !all.n; i++) {
        if (!door[i].number.n)
            continue;
        said++;
        gather(&all, c, entries_of(c, door_key(door[i].carrier, door[i].number), &room));
        if (!all.n && i == 0 && yk_address_part(&c->address, YK_PART_NUMBER_TO).n)
            gather(&all, c,
                   entries_of(
                       c,
                       door_key(door[i].carrier, yk_address_part(&c->address, YK_PART_NUMBER_TO)),
                       &room));
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
    double offset = beside_door(&p, &c->address), error = DOOR_M + offset / 2;
    /* The middle one of near entries is surer than any; of two far ones either may be meant. */
    if (all.n > 1)
        error = fmax(error, c->out->ambiguous ? spread : fmin(spread, 150));
    if (yk_address_part(&c->address, YK_PART_RELATION).n || !c->g->spot[all.spot[0]].exact)
        error += BESIDE_M;
    answer(c, p, "B1", "exact_number", error);
    return true;
}

/* --- B2 ----------------------------------------------------------------------------------------
 * By the real places of «make accuracy», each from the others of its road: between two numbers of
 * one side the error hardly grows with the distance of the two (95 in 100 within 400 to 700 m);
 * beside the only number it grows with the gap. Both are stated so that 95 in 100 lie within twice.
 */
#define BETWEEN_M 220   /* stated between two doors up to FAR_APART_M from one another */
#define FAR_APART_M 800 /* beyond, the street bends: more is stated */
#define BESIDE_NUMBER_M 250
#define METRES_A_NUMBER 6 /* of a gap, stated on top */
#define SPARSE_M 650      /* what says less than this is no door any more, only the road */

/* The nearest numbers on either side. */
struct neighbours {
    uint32_t below, above; /* 0: none */
};
enum side { SAME_SIDE, EITHER_SIDE };

static bool stands_on(const struct climb *c, uint32_t spot, uint32_t number, enum side side)
{
    uint32_t n = c->g->spot[spot].number;
    return n && (side == EITHER_SIDE || n % 2 == number % 2) && fits(c, spot);
}

static struct neighbours beside(const struct climb *c, struct list list, uint32_t number,
                                enum side side)
{
    struct neighbours out = {0, 0};
    size_t low = 0, high = list.n;
    while (low < high) { /* the first number above */
        size_t middle = (low + high) / 2;
        if (c->g->spot[list.at[middle]].number > number)
            high = middle;
        else
            low = middle + 1;
    }
    for (size_t i = low; i-- > 0 && !out.below;)
        if (stands_on(c, list.at[i], number, side))
            out.below = c->g->spot[list.at[i]].number;
    for (size_t i = low; i < list.n && !out.above; i++)
        if (stands_on(c, list.at[i], number, side))
            out.above = c->g->spot[list.at[i]].number;
    return out;
}

/* Where the entries of one number stand. */
static struct yk_point point_of(const struct climb *c, struct list list, uint32_t number,
                                uint32_t *spot)
{
    struct candidates all;
    none_yet(&all);
    for (size_t i = 0; i < list.n && all.n < MOST_CANDIDATES; i++)
        if (stands_on(c, list.at[i], number, EITHER_SIDE) &&
            c->g->spot[list.at[i]].number == number)
            all.spot[all.n++] = list.at[i];
    *spot = all.spot[middle_candidate(&all, c)];
    return c->g->spot[*spot].point;
}

struct between {
    struct yk_point point;
    double error_m;
    uint32_t spot[2];
    size_t spots; /* 0: nothing is known of this number */
};

/* A road's doors by number. */
struct street {
    uint64_t carrier; /* its hash */
    struct list list;
    uint32_t number; /* that is looked for */
};

/* Along the course where it is known, else straight. */
static struct between interpolate(const struct climb *c, const struct street *s,
                                  const struct neighbours *n)
{
    struct between out = {.spots = 2};
    struct yk_point end[2] = {point_of(c, s->list, n->below, &out.spot[0]),
                              point_of(c, s->list, n->above, &out.spot[1])};
    double share =
        n->above == n->below ? .5 : (double)(s->number - n->below) / (double)(n->above - n->below);
    double metres = rough_metres(c, end[0], end[1]);
    out.error_m = BETWEEN_M + fmax(0, metres - FAR_APART_M) / 2;
    if (!along_course(&out.point, c, s->carrier, end, share))
        out.point = (struct yk_point){end[0].lat + share * (end[1].lat - end[0].lat),
                                      end[0].lon + share * (end[1].lon - end[0].lon)};
    return out;
}

static struct between nearest(const struct climb *c, const struct street *s,
                              const struct neighbours *n)
{
    struct between out = {.spots = 0};
    bool low = n->below && (!n->above || s->number - n->below <= n->above - s->number);
    uint32_t near = low ? n->below : n->above;
    if (!near)
        return out;
    out.spots = 1;
    out.point = point_of(c, s->list, near, &out.spot[0]);
    out.error_m =
        BESIDE_NUMBER_M + METRES_A_NUMBER * (double)(low ? s->number - near : near - s->number);
    return out;
}

/* Between two numbers of the same side, else of either, else beside the nearest. */
static struct between number_at(const struct climb *c, const struct street *s)
{
    struct neighbours n = beside(c, s->list, s->number, SAME_SIDE);
    if (n.below && n.above)
        return interpolate(c, s, &n);
    n = beside(c, s->list, s->number, EITHER_SIDE);
    return n.below && n.above ? interpolate(c, s, &n) : nearest(c, s, &n);
}

static bool climb_number(struct climb *c, const char *rung, double most_m)
{
    const struct door *door = c->door;
    size_t doors = c->doors, said = 0;
    for (size_t i = 0; i < doors; i++) {
        struct near_room room;
        if (!door[i].value)
            continue;
        said++;
        struct street s = {door[i].carrier,
                           entries_of(c, key_of(KEY_CARRIER, door[i].carrier), &room),
                           door[i].value};
        struct between b = number_at(c, &s);
        if (!b.spots || b.error_m > most_m)
            continue;
        for (; c->out->evidences < b.spots; c->out->evidences++)
            c->out->evidence[c->out->evidences] = b.spot[c->out->evidences];
        b.error_m += beside_door(&b.point, &c->address) / 2;
        answer(c, b.point, rung, b.spots == 2 ? "between_numbers" : "nearest_number", b.error_m);
        return true;
    }
    note_try(c, rung, "between_numbers", said ? YK_TRY_NO_ENTRY : YK_TRY_NOT_SAID, 0);
    return false;
}

bool climb_between(struct climb *c)
{
    return climb_number(c, "B2", SPARSE_M);
}

bool climb_far_number(struct climb *c)
{
    return climb_number(c, "C2", INFINITY);
}
