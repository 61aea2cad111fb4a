/* where_world.c - the labelled addresses and what they are to be found from. */
#include <math.h>
#include <stdlib.h>

#include "../support/name_words_of.h"
#include "where.h"
#include "youka/geo/datum.h"

static size_t column_of(const struct yk_rows *rows, const char *heading)
{
    size_t i = 0;
    while (i < rows->width && strcmp(rows->heading[i], heading) != 0)
        i++;
    if (i == rows->width)
        YK_BUG("there is no column «%s»", heading);
    return i;
}

static const char *text_at(const struct yk_rows *rows, size_t row, const char *heading)
{
    return yk_rows_at(rows, row, column_of(rows, heading));
}

static double number_at(const struct yk_rows *rows, size_t row, const char *heading)
{
    const char *text = text_at(rows, row, heading);
    return *text ? strtod(text, NULL) : NAN;
}

static bool read_rows(struct yk_rows *out, struct yk_arena *a, const char *path)
{
    char *text = csv_text_of(a, path);
    if (text)
        *out = csv_rows(a, text);
    return text != NULL;
}

static void lay_out(struct where_world *w)
{
    struct yk_names counties = districts_of(&w->a), all = towns_too(&w->a, counties);
    w->rules = rules_of(&w->a);
    w->g = yk_geocoder_new(&all, yk_name_book_new(&counties, &w->rules, &w->a));
    for (size_t i = 0; i < w->entries; i++)
        yk_geocoder_add(w->g, &(struct yk_known){&w->entry[i], NULL, 0});
    yk_geocoder_ready(w->g);
}

/* --- the project's own -------------------------------------------------------------------------
 */

static void read_map(struct where_world *w, const struct yk_rows *rows)
{
    w->entries = rows->count;
    w->entry = YK_ARENA_ARRAY(&w->a, struct yk_gazetteer_entry, rows->count);
    for (size_t i = 0; i < rows->count; i++) {
        enum yk_datum datum;
        struct yk_point at = {number_at(rows, i, "lat"), number_at(rows, i, "lon")};
        if (!yk_datum_read(&datum, text_at(rows, i, "datum")))
            YK_BUG("the map's row %zu has no datum", i);
        w->entry[i] = (struct yk_gazetteer_entry){.source = "map",
                                                  .kind = text_at(rows, i, "kind"),
                                                  .name = text_at(rows, i, "name"),
                                                  .address = text_at(rows, i, "address"),
                                                  .road = text_at(rows, i, "road"),
                                                  .number = text_at(rows, i, "number"),
                                                  .point = yk_to_wgs84(datum, at)};
    }
}

static void stand_at(struct yk_sought *s, const struct yk_rows *stations, const char *code)
{
    for (size_t i = 0; i < stations->count; i++) {
        enum yk_datum datum;
        struct yk_point at = {number_at(stations, i, "lat"), number_at(stations, i, "lon")};
        if (strcmp(text_at(stations, i, "code"), code) != 0)
            continue;
        if (!yk_datum_read(&datum, text_at(stations, i, "datum")))
            YK_BUG("station %s has no datum", code);
        s->station = yk_to_wgs84(datum, at);
        s->radius_m = number_at(stations, i, "radius_m");
    }
}

void where_world_made(struct where_world *w)
{
    struct yk_rows map, stations, rows;
    *w = (struct where_world){.entries = 0};
    if (!read_rows(&map, &w->a, "geodata/xiamen_sample.csv") ||
        !read_rows(&stations, &w->a, "survey-forms/sample/stations.csv") ||
        !read_rows(&rows, &w->a, "tests/accuracy/addresses.csv"))
        YK_BUG("the project's own map, stations or addresses cannot be opened");
    read_map(w, &map);
    w->count = rows.count;
    w->cases = YK_ARENA_ARRAY(&w->a, struct where_case, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        struct where_case *c = &w->cases[i];
        *c = (struct where_case){
            .sought = {.address = text_at(&rows, i, "address"), .name = text_at(&rows, i, "name")},
            .truth = {number_at(&rows, i, "lat"), number_at(&rows, i, "lon")},
            .elsewhere = !strcmp(text_at(&rows, i, "form"), "elsewhere"),
            .itself = SIZE_MAX};
        stand_at(&c->sought, &stations, text_at(&rows, i, "station"));
    }
    lay_out(w);
}

/* --- real places -------------------------------------------------------------------------------
 */

/* A station so far from the place that it lies in its circle, or a little beyond. */
static struct yk_point draw_station(struct yk_point p, size_t i, double radius_m)
{
    uint64_t h = (i + 1) * 0x9e3779b97f4a7c15u;
    h ^= h >> 29;
    double azimuth = (double)(h % 3600) / 10,
           metres = 7. / 6 * radius_m * sqrt((double)(h / 3600 % 1000) / 1000);
    return yk_point_towards(p, azimuth, metres);
}

bool where_world_read(struct where_world *w, const char *path, double radius_m)
{
    struct yk_rows rows;
    *w = (struct where_world){.entries = 0};
    if (!read_rows(&rows, &w->a, path))
        return false;
    w->entries = w->count = rows.count;
    w->entry = YK_ARENA_ARRAY(&w->a, struct yk_gazetteer_entry, rows.count);
    w->cases = YK_ARENA_ARRAY(&w->a, struct where_case, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        struct yk_point at = {number_at(&rows, i, "wgs_lat"), number_at(&rows, i, "wgs_lon")};
        const char *name = text_at(&rows, i, "name"), *address = text_at(&rows, i, "address");
        w->entry[i] = (struct yk_gazetteer_entry){.source = "places",
                                                  .kind = text_at(&rows, i, "category"),
                                                  .name = name,
                                                  .address = address,
                                                  .road = "",
                                                  .number = "",
                                                  .point = at};
        w->cases[i] = (struct where_case){.sought = {.address = address,
                                                     .name = name,
                                                     .station = draw_station(at, i, radius_m),
                                                     .radius_m = radius_m},
                                          .truth = at,
                                          .itself = i};
    }
    lay_out(w);
    return true;
}

void where_world_release(struct where_world *w)
{
    yk_geocoder_free(w->g);
    yk_arena_release(&w->a);
}
