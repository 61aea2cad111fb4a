/* maps_test.c - two real extracts of OpenStreetMap (© OpenStreetMap contributors, ODbL 1.0): every
 * crossing of two named roads that share a node, every house number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/rules_of.h"
#include "youka/intake/osm.h"
#include "youka/locate/geocode.h"

struct map {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_gazetteer_entry *entry;
    size_t count, room;
    struct yk_geocoder *g;
};

static void keep(void *who, const struct yk_osm_item *item)
{
    struct map *m = who;
    m->entry = yk_grow(m->entry, &m->room, m->count + 1, sizeof *m->entry);
    m->entry[m->count++] = item->entry;
}

static bool read_map(struct map *m, const char *path)
{
    struct yk_osm_found found;
    struct yk_err err = {0};
    FILE *f = fopen(path, "r");
    *m = (struct map){.count = 0};
    if (!f)
        return false;
    fclose(f);
    m->rules = rules_of(&m->a);
    struct yk_osm_ask ask = {.rules = &m->rules, .keep = keep, .who = m};
    if (yk_osm_read(&found, path, &ask, &m->a, &err))
        fail_msg("%s", err.text);
    m->g = yk_geocoder_new(&(struct yk_names){NULL, 0}, NULL);
    for (size_t i = 0; i < m->count; i++)
        yk_geocoder_add(m->g, &(struct yk_known){&m->entry[i], NULL, 0});
    yk_geocoder_ready(m->g);
    return true;
}

static void release(struct map *m)
{
    yk_geocoder_free(m->g);
    free(m->entry);
    yk_arena_release(&m->a);
}

/* Metres from p to the nearest vertex that ways of the two names share; INFINITY: none. */
static double to_shared(const struct map *m, const char *one, const char *other, struct yk_point p,
                        bool located)
{
    double least = INFINITY;
    for (size_t i = 0; i < m->count; i++)
        for (size_t k = 0; k < m->count; k++) {
            const struct yk_gazetteer_entry *a = &m->entry[i], *b = &m->entry[k];
            if (!a->vertices || !b->vertices || strcmp(a->road, one) != 0 ||
                strcmp(b->road, other) != 0)
                continue;
            for (size_t x = 0; x < a->vertices; x++)
                for (size_t y = 0; y < b->vertices; y++)
                    if (a->line[x].lat == b->line[y].lat && a->line[x].lon == b->line[y].lon)
                        least = fmin(least, located ? yk_metres(p, a->line[x]) : 0);
        }
    return least;
}

static void every_crossing(void **state)
{
    (void)state;
    struct map m;
    size_t pairs = 0, missed = 0;
    if (!read_map(&m, "../shared/data/geo/shenzhen-longgang-20191103.osm"))
        skip();
    const char **road = YK_ARENA_ARRAY(&m.a, const char *, m.count);
    size_t roads = 0;
    for (size_t i = 0; i < m.count; i++) {
        size_t k = 0;
        while (k < roads && strcmp(road[k], m.entry[i].road) != 0)
            k++;
        if (k == roads && m.entry[i].vertices)
            road[roads++] = m.entry[i].road;
    }
    for (size_t i = 0; i < roads; i++)
        for (size_t k = 0; k < roads; k++) {
            if (i == k || isinf(to_shared(&m, road[i], road[k], (struct yk_point){0, 0}, false)))
                continue;
            struct yk_geocoded got;
            struct yk_sought s = {.address =
                                      yk_arena_printf(&m.a, "%s与%s交叉口", road[i], road[k])};
            yk_geocode(&got, m.g, &s);
            pairs++;
            if (!got.located || to_shared(&m, road[i], road[k], got.point, true) > 30) {
                print_message("missed: %s (%s %s)\n", s.address, got.place_class, got.method);
                missed++;
            }
        }
    print_message("%zu crossings, %zu missed\n", pairs, missed);
    assert_true(pairs > 50);
    assert_int_equal(missed, 0);
    release(&m);
}

static void every_house_number(void **state)
{
    (void)state;
    struct map m;
    size_t numbers = 0;
    if (!read_map(&m, "../shared/data/geo/monaco-20210421.osm.pbf"))
        skip();
    for (size_t i = 0; i < m.count; i++) {
        const struct yk_gazetteer_entry *e = &m.entry[i];
        struct yk_geocoded got;
        bool found = false, named = false;
        if (!*e->number || !*e->road)
            continue;
        struct yk_sought s = {.address = yk_arena_printf(&m.a, "%s%s号", e->road, e->number)};
        yk_geocode(&got, m.g, &s);
        assert_string_equal(got.place_class, "B1");
        for (size_t k = 0; k < got.evidences; k++) {
            const struct yk_gazetteer_entry *v = yk_geocoder_entry(m.g, got.evidence[k]);
            found = found || yk_metres(got.point, v->point) < 1;
            named = named || v == e;
        }
        assert_true(found);
        if (!named)
            fail_msg("%s: entry %zu is not named", s.address, i);
        numbers++;
    }
    print_message("%zu house numbers\n", numbers);
    assert_true(numbers > 200);
    release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_crossing),
        cmocka_unit_test(every_house_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
