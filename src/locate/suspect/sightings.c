/* sightings.c - every place of a territory that somebody gave coordinates of. */
#include <string.h>

#include "youka/locate/assign.h"
#include "youka/locate/suspect.h"

/* Coordinates that name no datum lie where they are stored: in WGS-84. */
static enum yk_datum datum_of(const char *told)
{
    enum yk_datum datum = YK_WGS84;
    return yk_datum_read(&datum, told) ? datum : YK_WGS84;
}

/* A road's point stands for no place of its name. */
static bool is_place(const struct yk_gazetteer_entry *e)
{
    return yk_point_valid(e->point) && !e->vertices && strcmp(e->kind, "road") != 0;
}

static bool unplaced(struct yk_sighting *out, const struct yk_answers *answers)
{
    double lat, lon;
    if (!yk_answer_number(&lat, answers, "lat_manual") ||
        !yk_answer_number(&lon, answers, "lon_manual"))
        return false;
    out->point = (struct yk_point){.lat = lat, .lon = lon};
    out->datum = YK_DATUM_UNKNOWN;
    return yk_point_valid(out->point);
}

bool yk_sighting_of_door(struct yk_sighting *out, const struct yk_answers *answers)
{
    struct yk_place place;
    yk_locate_field(&place, answers);
    *out = (struct yk_sighting){.name = yk_answer_or_blank(answers, "client_name"),
                                .address = yk_answer_or_blank(answers, "address"),
                                .road = "",
                                .number = "",
                                .point = place.point,
                                .source = ""};
    if (!place.located)
        return unplaced(out, answers);
    out->sure = strcmp(place.method, "gps") == 0;
    if (!out->sure)
        out->datum = datum_of(yk_answer_text(answers, "coord_system"));
    return true;
}

static void add_gazetteer(struct yk_sightings *out, const struct yk_territory *t)
{
    for (size_t i = 0; i < t->gazetteers; i++) {
        const struct yk_gazetteer_entry *e = &t->gazetteer[i];
        if (is_place(e))
            out->place[out->count++] = (struct yk_sighting){.name = e->name,
                                                            .address = e->address,
                                                            .road = e->road,
                                                            .number = e->number,
                                                            .point = e->point,
                                                            .datum = datum_of(e->datum),
                                                            .source = e->source};
    }
}

static void add_stations(struct yk_sightings *out, const struct yk_territory *t)
{
    for (size_t i = 0; i < t->stations; i++)
        out->place[out->count++] = (struct yk_sighting){.name = t->station[i].name,
                                                        .point = t->station[i].point,
                                                        .source = YK_SIGHTED_STATIONS,
                                                        .sure = true};
    for (size_t i = 0; i < t->competitors; i++)
        out->place[out->count++] = (struct yk_sighting){.name = t->competitor[i].name,
                                                        .point = t->competitor[i].point,
                                                        .source = YK_SIGHTED_RIVALS,
                                                        .sure = true};
}

static void add_doors(struct yk_sightings *out, const struct yk_territory *t)
{
    for (size_t i = 0; i < t->doors; i++) {
        const struct yk_door *door = &t->door[i];
        struct yk_sighting *s = &out->place[out->count];
        if (!yk_sighting_of_door(s, &door->answers))
            continue;
        s->source = door->origins ? door->origin[door->origins - 1].file : "";
        out->count++;
    }
}

void yk_sightings_of(struct yk_sightings *out, const struct yk_territory *t, struct yk_arena *a)
{
    size_t most = t->gazetteers + t->stations + t->competitors + t->doors;
    *out = (struct yk_sightings){.place = YK_ARENA_ARRAY(a, struct yk_sighting, most + 1)};
    add_gazetteer(out, t);
    add_stations(out, t);
    add_doors(out, t);
}
