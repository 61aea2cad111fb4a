/* geocode_bench.c - geocode_bench [ENTRIES ADDRESSES]: addresses a second through the whole ladder,
 * on one core and on two, beside an indexed SQLite look-up of the exact string in the same run. A
 * made city: roads of fifty doors; of the addresses six in ten name a listed door, the others a
 * number between, a crossing, a place, a road, or nothing that is known. */
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../support/name_words_of.h"
#include "youka/base/cores.h"
#include "youka/locate/geocode.h"

enum { DOORS = 50, MOST_CORES = 2 };
#define PICK(list) ((list)[below(sizeof(list) / sizeof *(list))])

static uint64_t state = 7;
static size_t below(size_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((state >> 33) % n);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const char *const chars[] = {"杏", "滨", "湖", "岑", "霞", "阳", "翁", "角", "灌", "新",
                                    "盛", "光", "石", "鼓", "浔", "江", "银", "同", "集", "源",
                                    "马", "青", "沧", "虹", "钟", "林", "海", "景", "嵩", "屿",
                                    "侨", "英", "天", "水", "凤", "山", "龙", "泉", "东", "孚"};
static const char *const ends[] = {"路", "东路", "西路", "北路", "街", "大道", "二路", "里"};
static const char *const before[] = {"福建省厦门市集美区", "厦门市集美区", "集美区", "", ""};

struct city {
    struct yk_arena a;
    struct yk_rules rules;
    const char **road;
    struct yk_point *begins;
    size_t roads;
    struct yk_gazetteer_entry *entry;
    size_t entries;
    struct yk_sought *sought;
    struct yk_geocoded *found;
    size_t count;
    struct yk_geocoder *g;
};

static struct yk_point door_at(const struct city *c, size_t road, size_t number)
{
    struct yk_point p = c->begins[road];
    return (struct yk_point){p.lat + (double)(road % 2 * number) * 5e-5,
                             p.lon + (double)((road + 1) % 2 * number) * 5e-5};
}

static void make_city(struct city *c, size_t entries)
{
    c->roads = entries / DOORS;
    c->road = YK_ARENA_ARRAY(&c->a, const char *, c->roads);
    c->begins = YK_ARENA_ARRAY(&c->a, struct yk_point, c->roads);
    c->entry = YK_ARENA_ARRAY(&c->a, struct yk_gazetteer_entry, entries);
    for (size_t r = 0; r < c->roads; r++) {
        c->road[r] = yk_arena_printf(&c->a, "%s%s%s", PICK(chars), PICK(chars), PICK(ends));
        c->begins[r] = (struct yk_point){24.4 + (double)below(40000) * 1e-5,
                                         117.9 + (double)below(40000) * 1e-5};
        for (size_t i = 0; i < DOORS; i++)
            c->entry[c->entries++] = (struct yk_gazetteer_entry){
                .source = "map",
                .kind = "door",
                .name = "",
                .address = yk_arena_printf(&c->a, "福建省厦门市集美区%s%zu号", c->road[r],
                                           4 * i + 2 + r % 2),
                .road = "",
                .number = "",
                .point = door_at(c, r, 4 * i)};
    }
}

static const char *address_of(struct city *c, size_t road)
{
    size_t sort = below(20);
    if (sort < 12)
        return yk_arena_printf(&c->a, "%s%s%zu号%s", PICK(before), c->road[road],
                               4 * below(DOORS) + 2 + road % 2, below(4) ? "" : "3楼");
    if (sort < 15)
        return yk_arena_printf(&c->a, "%s%s%zu号", PICK(before), c->road[road],
                               4 * below(DOORS) + 4);
    if (sort < 17)
        return yk_arena_printf(&c->a, "%s%s与%s交叉口", PICK(before), c->road[road],
                               c->road[below(c->roads)]);
    if (sort < 18)
        return yk_arena_printf(&c->a, "%s%s%s大厦%zu层", PICK(before), PICK(chars), PICK(chars),
                               below(20) + 1);
    if (sort < 19)
        return yk_arena_printf(&c->a, "%s%s", PICK(before), c->road[road]);
    return yk_arena_printf(&c->a, "%s%s镇无名路%zu号", PICK(before), PICK(chars), below(99) + 1);
}

static void ask_city(struct city *c, size_t count)
{
    c->count = count;
    c->sought = YK_ARENA_ARRAY(&c->a, struct yk_sought, count);
    c->found = YK_ARENA_ARRAY(&c->a, struct yk_geocoded, count);
    for (size_t i = 0; i < count; i++) {
        size_t road = below(c->roads);
        c->sought[i] = (struct yk_sought){
            .address = address_of(c, road), .station = c->begins[road], .radius_m = 3000};
    }
}

static void look(void *who, size_t from, size_t to)
{
    struct city *c = who;
    for (size_t i = from; i < to; i++)
        yk_geocode(&c->found[i], c->g, &c->sought[i]);
}

static void read_only(void *who, size_t from, size_t to)
{
    struct city *c = who;
    struct yk_address said;
    for (size_t i = from; i < to; i++)
        yk_address_read(&said, yk_geocoder_book(c->g), c->sought[i].address);
}

static double geocode(struct city *c, size_t threads)
{
    double begin = now();
    yk_on_cores(c->count, threads, look, c);
    return now() - begin;
}

static void must(int rc, sqlite3 *db)
{
    if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
        YK_BUG("sqlite: %s", sqlite3_errmsg(db));
}

/* The exact string, by a prepared statement over an index that holds all it needs. */
static double look_up(const struct city *c, size_t *hits)
{
    sqlite3 *db;
    sqlite3_stmt *put, *get;
    must(sqlite3_open(":memory:", &db), NULL);
    must(sqlite3_exec(db,
                      "CREATE TABLE e (address TEXT, lat REAL, lon REAL);"
                      "CREATE INDEX by_address ON e (address, lat, lon); BEGIN",
                      NULL, NULL, NULL),
         db);
    must(sqlite3_prepare_v2(db, "INSERT INTO e VALUES (?1, ?2, ?3)", -1, &put, NULL), db);
    for (size_t i = 0; i < c->entries; i++) {
        sqlite3_bind_text(put, 1, c->entry[i].address, -1, SQLITE_STATIC);
        sqlite3_bind_double(put, 2, c->entry[i].point.lat);
        sqlite3_bind_double(put, 3, c->entry[i].point.lon);
        must(sqlite3_step(put), db);
        sqlite3_reset(put);
    }
    must(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), db);
    must(sqlite3_prepare_v2(db, "SELECT lat, lon FROM e WHERE address = ?1", -1, &get, NULL), db);
    double begin = now(), sum = 0;
    for (size_t i = 0; i < c->count; i++) {
        sqlite3_bind_text(get, 1, c->sought[i].address, -1, SQLITE_STATIC);
        for (; sqlite3_step(get) == SQLITE_ROW; ++*hits)
            sum += sqlite3_column_double(get, 0) + sqlite3_column_double(get, 1);
        sqlite3_reset(get);
    }
    double took = now() - begin;
    sqlite3_finalize(put);
    sqlite3_finalize(get);
    sqlite3_close(db);
    return isnan(sum) ? NAN : took;
}

int main(int argc, char **argv)
{
    size_t entries = argc > 1 ? strtoul(argv[1], NULL, 10) : 200000;
    size_t addresses = argc > 2 ? strtoul(argv[2], NULL, 10) : 400000, hits = 0, located = 0;
    struct city c = {.entries = 0};
    struct yk_names counties = districts_of(&c.a), all = towns_too(&c.a, counties);
    c.rules = rules_of(&c.a);
    make_city(&c, entries);
    ask_city(&c, addresses);
    double begin = now();
    c.g = yk_geocoder_new(&all, yk_name_book_new(&counties, &c.rules, &c.a));
    for (size_t i = 0; i < c.entries; i++)
        yk_geocoder_add(c.g, &(struct yk_known){&c.entry[i], NULL, 0});
    yk_geocoder_ready(c.g);
    printf("%zu entries laid out in %.2f s\n", c.entries, now() - begin);
    double sql = look_up(&c, &hits), n = (double)c.count;
    printf("%-34s %10s %8s %8s\n", "", "a second", "us each", "/look-up");
    printf("%-34s %10.0f %8.2f %8.2f   (%zu found)\n", "SQLite, the exact string, one core",
           n / sql, sql / n * 1e6, 1., hits);
    begin = now();
    read_only(&c, 0, c.count);
    double took_apart = now() - begin;
    printf("%-34s %10.0f %8.2f %8.2f\n", "taking addresses apart, one core", n / took_apart,
           took_apart / n * 1e6, sql / took_apart);
    for (size_t threads = 1; threads <= MOST_CORES; threads++) {
        double took = geocode(&c, threads);
        located = 0;
        for (size_t i = 0; i < c.count; i++)
            located += c.found[i].located;
        printf("the whole ladder, %zu core%-15s %10.0f %8.2f %8.2f   (%zu found)\n", threads,
               threads > 1 ? "s" : "", n / took, took / n * 1e6, sql / took, located);
    }
    yk_geocoder_free(c.g);
    yk_arena_release(&c.a);
    return 0;
}
