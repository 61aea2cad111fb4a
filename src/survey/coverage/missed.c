/* missed.c - how many clients no list has (estimation.md §8). The census is one list; each source
 * of the gazetteer that knows a fair part of the clients is another, and so is a neighbouring
 * station's census. What knows less was made of a part of the area: it says nothing about the rest
 * and counts with the census, or with the other small sources. */
#include <math.h>
#include <string.h>

#include "parts.h"

#define FAIR_PART .2
#define MOST_LISTS 32
enum { CENSUS, SMALL_SOURCES, FIRST_OTHER };

/* Clients by the lists that have them, a bit each. */
struct lists {
    const struct covering *c;
    struct yk_map name; /* "station/CODE", "source/FILE" -> list */
    size_t lists;
    unsigned *seen; /* of each client */
    size_t clients;
};

static unsigned list_of(struct lists *l, const char *sort, const char *name, unsigned otherwise)
{
    const char *key = yk_arena_printf(l->c->a, "%s/%s", sort, name);
    size_t list;
    if (yk_map_find(&l->name, key, &list))
        return 1u << list;
    if (l->lists == MOST_LISTS)
        return 1u << otherwise;
    (void)yk_map_add(&l->name, key, l->lists);
    return 1u << l->lists++;
}

static unsigned stations_of(struct lists *l, const struct yk_door *door)
{
    unsigned seen = 0;
    for (size_t i = 0; i < door->members; i++)
        if (strcmp(door->member[i].station_code, l->c->station->code) != 0)
            seen |= list_of(l, "station", door->member[i].station_code, CENSUS);
        else
            seen |= 1u << CENSUS;
    return seen ? seen : 1u << CENSUS;
}

/* Who is no client any more tells nothing of how many there are. */
static bool is_client(const struct yk_door *door)
{
    return !yk_answer_is(&door->answers, "visit_result", "closed_moved") &&
           !yk_answer_is(&door->answers, "visit_result", "duplicate");
}

static unsigned sources_of(struct lists *l, const struct spots *spots, size_t spot)
{
    unsigned seen = 0;
    for (; spot != NOWHERE; spot = spots->spot[spot].next)
        seen |=
            list_of(l, "source", l->c->t->gazetteer[spots->spot[spot].entry].source, SMALL_SOURCES);
    return seen;
}

static void collect(struct lists *l, const struct spots *spots)
{
    const struct covering *c = l->c;
    unsigned *of_door = YK_ARENA_ARRAY(c->a, unsigned, c->doors);
    l->seen = YK_ARENA_ARRAY(c->a, unsigned, c->doors + spots->count);
    for (size_t i = 0; i < spots->count; i++) {
        const struct spot *spot = &spots->spot[i];
        if (spot->again)
            continue;
        unsigned seen = sources_of(l, spots, i);
        if (spot->door == NOWHERE)
            l->seen[l->clients++] = seen;
        else
            of_door[spot->door] = seen;
    }
    for (size_t k = 0; k < c->doors; k++) {
        const struct yk_door *door = &c->t->door[c->door[k]];
        if (is_client(door))
            l->seen[l->clients++] = of_door[k] | stations_of(l, door);
    }
}

static void measure(size_t size[MOST_LISTS], const struct lists *l)
{
    for (size_t list = 0; list < l->lists; list++) {
        size[list] = 0;
        for (size_t i = 0; i < l->clients; i++)
            size[list] += l->seen[i] >> list & 1;
    }
}

/* Clients of lists that know too few move to the list that these count with. */
static void merge_small(struct lists *l, unsigned stations)
{
    size_t size[MOST_LISTS];
    measure(size, l);
    for (size_t list = FIRST_OTHER; list < l->lists; list++) {
        if ((double)size[list] >= FAIR_PART * (double)l->clients)
            continue;
        unsigned from = 1u << list, to = 1u << (stations & from ? CENSUS : SMALL_SOURCES);
        for (size_t i = 0; i < l->clients; i++)
            if (l->seen[i] & from)
                l->seen[i] = (l->seen[i] & ~from) | to;
    }
}

/* How many clients stand on no list (none), one, two, more. */
static void count_lists(size_t on[4], const struct lists *l)
{
    for (size_t i = 0; i < l->clients; i++) {
        size_t times = 0;
        for (unsigned seen = l->seen[i]; seen; seen &= seen - 1)
            times++;
        on[times < 3 ? times : 3]++;
    }
}

static void estimate(struct yk_missed *out, const struct lists *l)
{
    size_t size[MOST_LISTS], used[MOST_LISTS], lists = 0, on[4] = {0};
    measure(size, l);
    count_lists(on, l);
    for (size_t list = 0; list < l->lists; list++)
        if (size[list] > 0)
            used[lists++] = list;
    if (lists == 2)
        yk_chapman(out, size[used[0]], size[used[1]], on[2]);
    if (lists < 3)
        return;
    *out = (struct yk_missed){.estimate = yk_chao1(l->clients, on[1], on[2]),
                              .high = NAN,
                              .method = "chao1",
                              .first = l->clients,
                              .second = on[1],
                              .both = on[2]};
    out->low = out->estimate;
}

void yk_missed_of(struct yk_missed *out, const struct covering *c, const struct spots *spots)
{
    struct lists l = {.c = c, .lists = FIRST_OTHER};
    unsigned stations = 0;
    *out = (struct yk_missed){NAN, NAN, NAN, "", 0, 0, 0};
    collect(&l, spots);
    for (size_t i = 0; i < c->t->stations; i++) {
        size_t list;
        if (yk_map_find(&l.name, yk_arena_printf(c->a, "station/%s", c->t->station[i].code), &list))
            stations |= 1u << list;
    }
    merge_small(&l, stations);
    estimate(out, &l);
    yk_map_release(&l.name);
}
