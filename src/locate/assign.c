/* assign.c - which trading areas hold a door, and whose client it is. */
#include "youka/locate/assign.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/map.h"
#include "youka/geo/near.h"

#define USUAL_RADIUS_M 5000 /* of the index's cells, where no station tells better */

/* The doors that a station's circle holds, by number. */
struct circle {
    struct held {
        size_t door;
        double metres;
    } * held;
    size_t count, room;
};

static void hold(void *who, size_t door, double metres)
{
    struct circle *c = who;
    c->held = yk_grow(c->held, &c->room, c->count + 1, sizeof *c->held);
    c->held[c->count++] = (struct held){door, metres};
}

static double usual_radius_m(const struct yk_territory *t)
{
    double sum = 0;
    size_t known = 0;
    for (size_t i = 0; i < t->stations; i++)
        if (t->station[i].radius_m > 0) {
            sum += t->station[i].radius_m;
            known++;
        }
    return known > 0 ? sum / (double)known : USUAL_RADIUS_M;
}

struct circles {
    struct circle *of; /* each station */
    const struct yk_territory *t;
    const struct yk_near *near;
};

static void draw(void *who, size_t from, size_t to)
{
    const struct circles *all = who;
    for (size_t i = from; i < to; i++)
        yk_near_each(all->near, all->t->station[i].point, all->t->station[i].radius_m, hold,
                     &all->of[i]);
}

/* Every circle over every located door; the caller frees what they hold. */
static struct circle *draw_circles(const struct yk_place *place, const struct yk_territory *t)
{
    struct yk_point *points = yk_alloc((t->doors + 1) * sizeof *points);
    for (size_t i = 0; i < t->doors; i++)
        points[i] = place[i].located ? place[i].point : (struct yk_point){NAN, NAN};
    struct yk_near *near = yk_near_new(points, t->doors, usual_radius_m(t));
    free(points);
    struct circles all = {yk_alloc((t->stations + 1) * sizeof *all.of), t, near};
    yk_on_cores_by(1, t->stations, yk_cores(), draw, &all);
    yk_near_free(near);
    return all.of;
}

/* Stations come by code, so that of two equally near the first code keeps the client. */
static void choose_owner(struct yk_place *out, const struct circle *circle, size_t station)
{
    for (size_t i = 0; i < circle->count; i++) {
        struct yk_place *place = &out[circle->held[i].door];
        if (place->verdict == YK_VERDICT_IN && circle->held[i].metres >= place->distance_m)
            continue;
        place->verdict = YK_VERDICT_IN;
        place->owner = station;
        place->distance_m = circle->held[i].metres;
    }
}

/* The stations that hold a door without owning it, by code. */
static void note_overlaps(struct yk_place *out, const struct circle *circle,
                          const struct yk_territory *t, struct yk_arena *a)
{
    for (size_t s = 0; s < t->stations; s++)
        for (size_t i = 0; i < circle[s].count; i++)
            out[circle[s].held[i].door].others += out[circle[s].held[i].door].owner != s;
    for (size_t i = 0; i < t->doors; i++)
        if (out[i].others > 0) {
            out[i].other = YK_ARENA_ARRAY(a, size_t, out[i].others);
            out[i].others = 0;
        }
    for (size_t s = 0; s < t->stations; s++)
        for (size_t i = 0; i < circle[s].count; i++) {
            struct yk_place *place = &out[circle[s].held[i].door];
            if (place->owner != s)
                place->other[place->others++] = s;
        }
}

static void look_through_circles(struct yk_place *out, const struct yk_territory *t,
                                 struct yk_arena *a)
{
    struct circle *circle = draw_circles(out, t);
    for (size_t s = 0; s < t->stations; s++)
        choose_owner(out, &circle[s], s);
    note_overlaps(out, circle, t, a);
    for (size_t s = 0; s < t->stations; s++)
        free(circle[s].held);
    free(circle);
}

static size_t surveyor_of(const struct yk_door *door, const struct yk_map *stations)
{
    size_t station;
    if (!yk_map_find(stations, door->station_code, &station))
        YK_BUG("door %s was surveyed by station «%s», which the territory lacks", door->id.text,
               door->station_code);
    return station;
}

/* What no circle holds stays with who surveyed it. */
static void keep_with_surveyor(struct yk_place *place, const struct yk_station *station)
{
    if (!place->located || !yk_point_valid(station->point))
        return;
    place->distance_m = yk_metres(station->point, place->point);
    place->verdict = YK_VERDICT_OUT;
}

/* Where the error of an address reaches over the border, the verdict is edge. Of a coordinate from
 * the field the distance alone decides. */
static void mind_the_border(struct yk_place *place, const struct yk_station *owner)
{
    if (place->located && strcmp(place->place_class, "A0") != 0 && !isnan(place->distance_m))
        place->verdict = yk_verdict_of(place->distance_m, place->error_m, owner->radius_m);
}

static void find_doors(struct yk_place *out, const struct yk_territory *t, struct yk_geocoder *g,
                       struct yk_arena *a)
{
    struct yk_map stations = {0};
    size_t *surveyor = YK_ARENA_ARRAY(a, size_t, t->doors);
    for (size_t i = 0; i < t->stations; i++)
        yk_map_add(&stations, t->station[i].code, i);
    for (size_t i = 0; i < t->doors; i++) {
        yk_locate_field(&out[i], &t->door[i].answers);
        surveyor[i] = surveyor_of(&t->door[i], &stations);
    }
    if (g)
        yk_locate_addresses(out, t, surveyor, g, a);
    for (size_t i = 0; i < t->doors; i++)
        out[i].owner = surveyor[i];
    yk_map_release(&stations);
}

void yk_locate_all(struct yk_place *out, const struct yk_territory *t, struct yk_geocoder *g,
                   struct yk_arena *a)
{
    find_doors(out, t, g, a);
    look_through_circles(out, t, a);
    for (size_t i = 0; i < t->doors; i++) {
        if (out[i].verdict != YK_VERDICT_IN)
            keep_with_surveyor(&out[i], &t->station[out[i].owner]);
        mind_the_border(&out[i], &t->station[out[i].owner]);
    }
}
