/* where_main.c - prints how well addresses are located: where_main [-v] [places.csv], each place of
 * the list from all the others (leave-one-out). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../support/name_words_of.h"
#include "where.h"
#include "youka/base/num.h"

struct world {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_gazetteer_entry *entry;
    size_t entries;
    struct yk_geocoder *g;
};

/* Columns name, address, wgs_lon, wgs_lat. */
static bool read_places(struct world *w, const char *path)
{
    char *text = csv_text_of(&w->a, path);
    if (!text)
        return false;
    struct yk_rows rows = csv_rows(&w->a, text);
    w->entry = YK_ARENA_ARRAY(&w->a, struct yk_gazetteer_entry, rows.count);
    w->entries = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        double lon = strtod(yk_rows_at(&rows, i, 8), NULL),
               lat = strtod(yk_rows_at(&rows, i, 9), NULL);
        w->entry[i] = (struct yk_gazetteer_entry){.source = "places",
                                                  .kind = yk_rows_at(&rows, i, 1),
                                                  .name = yk_rows_at(&rows, i, 2),
                                                  .address = yk_rows_at(&rows, i, 4),
                                                  .road = "",
                                                  .number = "",
                                                  .point = {lat, lon},
                                                  .datum = "gcj02"};
    }
    return true;
}

static void lay_out(struct world *w)
{
    struct yk_names counties = districts_of(&w->a), all = towns_too(&w->a, counties);
    w->rules = rules_of(&w->a);
    w->g = yk_geocoder_new(&all, yk_name_book_new(&counties, &w->rules, &w->a));
    for (size_t i = 0; i < w->entries; i++)
        yk_geocoder_add(w->g, &(struct yk_known){&w->entry[i], NULL, 0});
    yk_geocoder_ready(w->g);
}

/* Rows of the same name and address, or of the same point, leave together. */
static void leave_out(bool *without, const struct world *w, size_t one)
{
    const struct yk_gazetteer_entry *e = &w->entry[one];
    for (size_t i = 0; i < w->entries; i++) {
        const struct yk_gazetteer_entry *o = &w->entry[i];
        without[i] = i == one || (!strcmp(o->name, e->name) && !strcmp(o->address, e->address)) ||
                     (o->point.lat == e->point.lat && o->point.lon == e->point.lon);
    }
}

/* A station as far from the place as may be in its circle of 3 km, or a little beyond. */
static struct yk_point draw_station(struct yk_point p, size_t i)
{
    uint64_t h = (i + 1) * 0x9e3779b97f4a7c15u;
    h ^= h >> 29;
    double azimuth = (double)(h % 3600) / 10,
           metres = 3500 * sqrt((double)(h / 3600 % 1000) / 1000);
    return yk_point_towards(p, azimuth, metres);
}

static void print_case(const struct where_case *c, const struct yk_geocoded *got)
{
    printf("%-3s %-20s %6.0f of %5.0f  %s | %s\n", got->place_class, got->method,
           got->located ? yk_metres(c->truth, got->point) : NAN, got->error_m, c->question.address,
           c->question.name);
}

int main(int argc, char **argv)
{
    bool verbose = argc > 1 && !strcmp(argv[1], "-v");
    const char *path =
        argc > 1 + verbose ? argv[1 + verbose] : "../shared/data/geo/xiamen_places_train.csv";
    struct world w = {.entries = 0};
    struct where_result r;
    if (!read_places(&w, path)) {
        printf("skipped: %s is not there\n", path);
        return 0;
    }
    lay_out(&w);
    where_begin(&r);
    bool *without = YK_ARENA_ARRAY(&w.a, bool, w.entries);
    for (size_t i = 0; i < w.entries; i++) {
        struct where_case c = {.truth = w.entry[i].point};
        struct yk_geocoded got;
        leave_out(without, &w, i);
        c.question = (struct yk_sought){.address = w.entry[i].address,
                                          .name = w.entry[i].name,
                                          .station = draw_station(c.truth, i),
                                          .radius_m = 3000,
                                          .without = without};
        yk_geocode(&got, w.g, &c.question);
        where_count(&r, &c, &got);
        if (verbose)
            print_case(&c, &got);
    }
    where_print(path, &r);
    where_release(&r);
    yk_geocoder_free(w.g);
    yk_arena_release(&w.a);
    return 0;
}
