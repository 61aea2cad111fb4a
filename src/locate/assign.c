/* assign.c - which trading areas hold a door, and whose client it is. */
#include "youka/locate/assign.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"
#include "youka/geo/near.h"

#define USUAL_RADIUS_M 5000 /* of the index's cells, where no station tells better */

/* Station `station`'s circle holds door `door`. */
struct holding {
    size_t door, station;
};
struct assignment {
    struct yk_place *place;
    size_t station; /* whose circle is being looked through */
    struct holding *holding;
    size_t holdings, room;
};

/* Stations come by code, so that of two equally near the first code keeps the client. */
static void hold(void *who, size_t door, double metres)
{
    struct assignment *all = who;
    struct yk_place *place = &all->place[door];
    if (place->verdict != YK_VERDICT_IN || metres < place->distance_m) {
        place->verdict = YK_VERDICT_IN;
        place->owner = all->station;
        place->distance_m = metres;
    }
    all->holding = yk_grow(all->holding, &all->room, all->holdings + 1, sizeof *all->holding);
    all->holding[all->holdings++] = (struct holding){door, all->station};
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

/* Every circle over every located door. */
static void draw_circles(struct assignment *all, const struct yk_territory *t)
{
    struct yk_point *points = yk_alloc((t->doors + 1) * sizeof *points);
    for (size_t i = 0; i < t->doors; i++)
        points[i] = all->place[i].located ? all->place[i].point : (struct yk_point){NAN, NAN};
    struct yk_near *near = yk_near_new(points, t->doors, usual_radius_m(t));
    free(points);
    for (all->station = 0; all->station < t->stations; all->station++) {
        const struct yk_station *s = &t->station[all->station];
        yk_near_each(near, s->point, s->radius_m, hold, all);
    }
    yk_near_free(near);
}

/* The stations that hold a door without owning it; they come by code, as they were found. */
static void note_overlaps(const struct assignment *all, size_t doors, struct yk_arena *a)
{
    for (size_t i = 0; i < all->holdings; i++)
        if (all->place[all->holding[i].door].owner != all->holding[i].station)
            all->place[all->holding[i].door].others++;
    for (size_t i = 0; i < doors; i++)
        if (all->place[i].others > 0) {
            all->place[i].other = YK_ARENA_ARRAY(a, size_t, all->place[i].others);
            all->place[i].others = 0;
        }
    for (size_t i = 0; i < all->holdings; i++) {
        struct yk_place *place = &all->place[all->holding[i].door];
        if (place->owner != all->holding[i].station)
            place->other[place->others++] = all->holding[i].station;
    }
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
    struct assignment all = {.place = out};
    find_doors(out, t, g, a);
    draw_circles(&all, t);
    note_overlaps(&all, t->doors, a);
    for (size_t i = 0; i < t->doors; i++) {
        if (out[i].verdict != YK_VERDICT_IN)
            keep_with_surveyor(&out[i], &t->station[out[i].owner]);
        mind_the_border(&out[i], &t->station[out[i].owner]);
    }
    free(all.holding);
}
