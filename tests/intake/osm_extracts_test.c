/* osm_extracts_test.c - two real extracts of OpenStreetMap beside what osm_expect.py finds in them
 * by itself: a trading circle of Longgang (.osm) and Monaco (.osm.pbf), © OpenStreetMap
 * contributors. They lie in ../shared (or YOUKA_SHARED); skipped where it is not there. Prints the
 * figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../support/rules_of.h"
#include "youka/intake/osm.h"

enum { WHATS = 3 };
static const char *const what_of[WHATS] = {"road", "address", "place"};

struct got {
    struct yk_osm_item *item;
    bool *used;
    size_t count, room;
};

static void keep(void *who, const struct yk_osm_item *item)
{
    struct got *g = who;
    g->item = yk_grow(g->item, &g->room, g->count + 1, sizeof *g->item);
    g->item[g->count++] = *item;
}

/* One item answers one line. */
static bool take(struct got *g, char *const field[7])
{
    double lat = strtod(field[4], NULL), lon = strtod(field[5], NULL);
    size_t vertices = strtoul(field[6], NULL, 10);
    for (size_t i = 0; i < g->count; i++) {
        const struct yk_gazetteer_entry *e = &g->item[i].entry;
        if (!g->used[i] && !strcmp(what_of[g->item[i].what], field[0]) &&
            !strcmp(e->name, field[1]) && !strcmp(e->road, field[2]) &&
            !strcmp(e->number, field[3]) && fabs(e->point.lat - lat) < 2e-9 &&
            fabs(e->point.lon - lon) < 2e-9 && e->vertices == (vertices > 1 ? vertices : 0)) {
            g->used[i] = true;
            return true;
        }
    }
    return false;
}

static void compare(size_t want[WHATS], size_t found[WHATS], struct got *g, const char *path)
{
    char command[600], line[2000];
    snprintf(command, sizeof command, "python3 tests/intake/osm_expect.py %s", path);
    FILE *p = popen(command, "r");
    assert_non_null(p);
    while (fgets(line, sizeof line, p)) {
        char *rest = line, *field[7];
        int what = 0;
        line[strcspn(line, "\n")] = '\0';
        for (int i = 0; i < 7; i++)
            field[i] = strsep(&rest, "\t");
        while (strcmp(what_of[what], field[0]) != 0)
            what++;
        want[what]++;
        if (take(g, field))
            found[what]++;
        else
            print_message("# not there: %s %s %s %s @%s,%s %s\n", field[0], field[1], field[2],
                          field[3], field[4], field[5], field[6]);
    }
    assert_int_equal(pclose(p), 0);
}

static const char *shared(char path[500], const char *name)
{
    const char *folder = getenv("YOUKA_SHARED");
    snprintf(path, 500, "%s/data/geo/%s", folder ? folder : "../shared", name);
    return path;
}

static void read_extract(size_t want[WHATS], size_t found[WHATS], const char *name)
{
    char path[500];
    struct yk_arena a = {0};
    struct yk_err err = {0};
    struct got g = {0};
    struct yk_osm_found all;
    struct timespec begin, end;
    if (access(shared(path, name), R_OK) != 0 || system("python3 -c 'import zlib' 2>/dev/null"))
        skip();
    struct yk_rules rules = rules_of(&a);
    const struct yk_osm_ask ask = {.rules = &rules, .keep = keep, .who = &g};
    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (yk_osm_read(&all, path, &ask, &a, &err))
        fail_msg("%s", err.text);
    clock_gettime(CLOCK_MONOTONIC, &end);
    assert_int_equal(all.items, g.count);
    g.used = yk_alloc(g.count + 1);
    compare(want, found, &g, path);
    print_message("# %s: %zu items in %.2f s", name, g.count,
                  (double)(end.tv_sec - begin.tv_sec) +
                      (double)(end.tv_nsec - begin.tv_nsec) / 1e9);
    for (int i = 0; i < WHATS; i++)
        print_message(", %zu of %zu %s", found[i], want[i], what_of[i]);
    print_message("\n");
    free(g.item);
    free(g.used);
    yk_arena_release(&a);
}

static void longgang(void **state)
{
    (void)state;
    size_t want[WHATS] = {0}, found[WHATS] = {0};
    read_extract(want, found, "shenzhen-longgang-20191103.osm");
    assert_true(want[YK_OSM_ROAD] > 100 && want[YK_OSM_PLACE] > 100);
    assert_true(100 * (found[YK_OSM_ROAD] + found[YK_OSM_PLACE]) >=
                95 * (want[YK_OSM_ROAD] + want[YK_OSM_PLACE]));
    assert_int_equal(found[YK_OSM_ADDRESS], want[YK_OSM_ADDRESS]);
}

static void monaco(void **state)
{
    (void)state;
    size_t want[WHATS] = {0}, found[WHATS] = {0};
    read_extract(want, found, "monaco-20210421.osm.pbf");
    assert_true(want[YK_OSM_ADDRESS] > 200);
    assert_int_equal(found[YK_OSM_ADDRESS], want[YK_OSM_ADDRESS]);
    assert_true(100 * (found[YK_OSM_ROAD] + found[YK_OSM_PLACE]) >=
                95 * (want[YK_OSM_ROAD] + want[YK_OSM_PLACE]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(longgang),
        cmocka_unit_test(monaco),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
