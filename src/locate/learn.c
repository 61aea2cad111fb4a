/* learn.c - doors without a coordinate, by their address; those that are found well answer for the
 * others, so that the first surveys make the later ones better. */
#include "geocoder.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/cores.h"
#include "youka/locate/assign.h"

static const char *text_of(const struct yk_door *door, const char *code)
{
    return yk_answer_or_blank(&door->answers, code);
}

void yk_sought_within(struct yk_sought *s, const struct yk_station *station)
{
    if (yk_point_valid(station->point) && station->radius_m > 0) {
        s->station = station->point;
        s->radius_m = station->radius_m;
    }
}

struct yk_sought yk_sought_of(const struct yk_door *door, const struct yk_station *surveyor)
{
    struct yk_sought q = {.address = text_of(door, "address"),
                          .name = text_of(door, "client_name"),
                          .uscc = text_of(door, "uscc"),
                          .station = {NAN, NAN}};
    if (surveyor)
        yk_sought_within(&q, surveyor);
    return q;
}

/* --- what answers ------------------------------------------------------------------------------
 */

static void add(struct yk_geocoder *g, const struct yk_gazetteer_entry *like, const char *uscc,
                double error_m, struct yk_arena *a)
{
    struct yk_gazetteer_entry *e = YK_ARENA_ARRAY(a, struct yk_gazetteer_entry, 1);
    *e = *like;
    e->road = e->number = "";
    e->datum = "wgs84";
    if (!e->address)
        e->address = "";
    yk_geocoder_add(g, &(struct yk_known){e, uscc, error_m});
}

void yk_geocoder_fill(struct yk_geocoder *g, const struct yk_territory *t, struct yk_arena *a)
{
    for (size_t i = 0; i < t->gazetteers; i++)
        yk_geocoder_add(g, &(struct yk_known){&t->gazetteer[i], NULL, 0});
    for (size_t i = 0; i < t->stations; i++)
        add(g,
            &(struct yk_gazetteer_entry){.source = "stations",
                                         .kind = "station",
                                         .name = t->station[i].name,
                                         .point = t->station[i].point},
            NULL, 0, a);
    for (size_t i = 0; i < t->competitors; i++)
        add(g,
            &(struct yk_gazetteer_entry){.source = "competitors",
                                         .kind = "fuel",
                                         .name = t->competitor[i].name,
                                         .point = t->competitor[i].point},
            NULL, 0, a);
    yk_geocoder_ready(g);
}

/* Located at class A or B, and at one place. */
static bool answers_for_others(const struct yk_place *place)
{
    return place->located && (*place->place_class == 'A' || *place->place_class == 'B') &&
           !place->ambiguous;
}

static bool from_the_field(const struct yk_place *place)
{
    return place->located && !strcmp(place->place_class, "A0");
}

/* A place from the field is as good as a gazetteer's; others hand their error on. */
static void learn(struct yk_geocoder *g, const struct yk_door *door, struct yk_place *place,
                  struct yk_arena *a)
{
    add(g,
        &(struct yk_gazetteer_entry){.source = "clients",
                                     .kind = text_of(door, "category"),
                                     .name = text_of(door, "client_name"),
                                     .address = text_of(door, "address"),
                                     .point = place->point},
        text_of(door, "uscc"), from_the_field(place) ? 0 : place->error_m, a);
    place->known_as = yk_geocoder_entries(g);
}

void yk_locate_learn(struct yk_place *place, const struct yk_territory *t, struct yk_geocoder *g,
                     struct yk_arena *a)
{
    size_t before = yk_geocoder_entries(g);
    for (size_t i = 0; i < t->doors; i++)
        if (!place[i].known_as && answers_for_others(&place[i]))
            learn(g, &t->door[i], &place[i], a);
    if (yk_geocoder_entries(g) > before)
        yk_geocoder_ready(g);
}

/* --- rounds ------------------------------------------------------------------------------------
 */

static void take(struct yk_place *place, const struct yk_geocoded *found)
{
    *place = (struct yk_place){.located = found->located,
                               .point = found->point,
                               .place_class = found->place_class,
                               .error_m = found->error_m,
                               .method = found->elsewhere && !found->located ? "elsewhere"
                                                                             : found->method,
                               .ambiguous = found->ambiguous,
                               .runner_up_m = found->runner_up_m,
                               .verdict = found->elsewhere ? YK_VERDICT_OUT : YK_VERDICT_UNKNOWN,
                               .distance_m = NAN,
                               .known_as = place->known_as};
}

/* A coordinate in an unknown datum is asked about, not passed over. */
static bool wants_address(const struct yk_place *place, const struct yk_sought *s)
{
    return (*s->address || *s->name || *s->uscc) && !from_the_field(place) &&
           strcmp(place->method, "datum_unknown") != 0;
}

bool yk_locate_wanted(const struct yk_territory *t)
{
    for (size_t i = 0; i < t->doors; i++) {
        struct yk_sought s = yk_sought_of(&t->door[i], NULL);
        struct yk_place place;
        yk_locate_field(&place, &t->door[i].answers);
        if (wants_address(&place, &s))
            return true;
    }
    return false;
}

/* What is looked for in both rounds, those of one station one after the other. */
struct round {
    struct yk_place *place; /* of all doors */
    const struct yk_geocoder *g;
    const size_t *door;
    struct question *question;
    size_t count;
};

static void read_names(void *who, size_t from, size_t to)
{
    const struct round *r = who;
    for (size_t i = from; i < to; i++)
        r->question[i].name_key = name_key(r->g, r->question[i].sought.name);
}

static void look(void *who, size_t from, size_t to)
{
    const struct round *r = who;
    struct memory *memory = memory_new();
    for (size_t i = from; i < to; i++) {
        struct yk_place *place = &r->place[r->door[i]];
        struct yk_geocoded found;
        r->question[i].sought.itself = place->known_as;
        geocode(&found, r->g, &r->question[i], memory);
        take(place, &found);
    }
    memory_free(memory);
}

/* The doors by station, then by number. */
static size_t *by_station(const struct yk_territory *t, const size_t *surveyor)
{
    size_t *door = yk_alloc((t->doors + 1) * sizeof *door);
    size_t *first = yk_alloc((t->stations + 1) * sizeof *first);
    for (size_t i = 0; i < t->doors; i++)
        first[surveyor[i] + 1]++;
    for (size_t s = 1; s < t->stations; s++)
        first[s] += first[s - 1];
    for (size_t i = 0; i < t->doors; i++)
        door[first[surveyor[i]]++] = i;
    free(first);
    return door;
}

static void ask(struct round *r, const struct yk_territory *t, const size_t *surveyor, size_t *door)
{
    size_t room = 0;
    for (size_t i = 0; i < t->doors; i++) {
        struct question q = {.sought =
                                 yk_sought_of(&t->door[door[i]], &t->station[surveyor[door[i]]])};
        if (!wants_address(&r->place[door[i]], &q.sought))
            continue;
        r->question = yk_grow(r->question, &room, r->count + 1, sizeof *r->question);
        r->question[r->count] = q;
        door[r->count++] = door[i];
    }
    r->door = door;
}

void yk_locate_addresses(struct yk_place *place, const struct yk_territory *t,
                         const size_t *surveyor, struct yk_geocoder *g, struct yk_arena *a)
{
    enum { PIECE = 1024 }; /* longer than most stations' lists: they share a memory */
    struct round r = {.place = place, .g = g};
    size_t *door = by_station(t, surveyor);
    ask(&r, t, surveyor, door);
    yk_on_cores(r.count, yk_cores(), read_names, &r);
    for (int round = 0; round < 2; round++) {
        yk_locate_learn(place, t, g, a);
        yk_on_cores_by(PIECE, r.count, yk_cores(), look, &r);
    }
    free(r.question);
    free(door);
}
