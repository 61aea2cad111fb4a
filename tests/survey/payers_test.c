/* payers_test.c - whose a card or a name of an export is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "doors_of.h"
#include "youka/survey/payers.h"

/* Clients 0.. at S1 (东区), S2 (东区), S3 (西区). */
static const struct {
    const char *station, *name;
} clients[] = {
    {"S1", "厦门翎石物流有限公司"},
    {"S1", "澜岸石材有限公司"},
    {"S2", "澜岸石材有限公司"},
    {"S2", "皓羽汽车维修有限公司海沧分公司"},
    {"S3", "皓羽汽车维修有限公司集美分公司"},
    {"S2", "第一中学"},
    {"S3", "岑岭客运有限公司"},
};
enum { CLIENTS = sizeof clients / sizeof *clients };

struct world {
    struct doors d;
    struct yk_who who;
    size_t client_of[CLIENTS];
    struct yk_place place[CLIENTS];
    struct yk_station station[3];
    struct yk_name_book *book;
};

static void build(struct world *w)
{
    *w = (struct world){.station = {{.code = "S1", .region = "东区"},
                                    {.code = "S2", .region = "东区"},
                                    {.code = "S3", .region = "西区"}}};
    doors_init(&w->d);
    for (size_t i = 0; i < CLIENTS; i++) {
        struct yk_door *door = add_door(
            &w->d, yk_arena_printf(&w->d.arena, "client_name=%s", clients[i].name), NAN, NAN);
        door->station_code = clients[i].station;
        w->client_of[i] = i;
        w->place[i].owner = (size_t)(clients[i].station[1] - '1');
    }
    w->d.t.station = w->station;
    w->d.t.stations = 3;
    w->who = (struct yk_who){.doors = &w->d.t, .clients = &w->d.t, .client_of = w->client_of};
    w->book = yk_name_book_new(&w->d.names, &w->d.rules, &w->d.arena);
}

static void tear(struct world *w)
{
    yk_name_book_release(w->book);
    doors_release(&w->d);
}

static void joins(void **state)
{
    (void)state;
    static const struct {
        const char *word, *station, *key, *client, *name, *found;
        int want;
    } t[] = {
        {"the name", "S1", "card:1", "", "厦门翎石物流有限公司", "name", 0},
        {"spelt otherwise", "S1", "card:2", "", "厦门翎石物流有限公司 ", "name", 0},
        {"without place and legal form", "S1", "card:3", "", "翎石物流", "name", 0},
        {"at the station before the region", "S2", "card:4", "", "澜岸石材有限公司", "name", 2},
        {"in the region", "S2", "card:5", "", "翎石物流有限公司", "region_name", 0},
        {"not in another region", "S3", "card:6", "", "翎石物流有限公司", "unknown", -1},
        {"another branch", "S3", "card:7", "", "皓羽汽车维修有限公司海沧分公司", "unknown", -1},
        {"another number", "S2", "card:8", "", "第二中学", "unknown", -1},
        {"another place", "S1", "card:9", "", "福州翎石物流有限公司", "unknown", -1},
        {"an id", "S3", "id:00000003", "00000003", "", "id", 3},
        {"a whole id", "S1", "id:x", "00000004000000000000000000000004", "", "id", 4},
        {"an id that is none, a name that is one", "S1", "id:ffffffff", "ffffffff",
         "澜岸石材有限公司", "name", 1},
        {"too short an id", "S1", "id:0000", "0000", "", "nameless", -1},
        {"a card alone", "S1", "card:10", "", "", "nameless", -1},
        {"a person said so", "S1", "card:11", "", "澜岸石材有限公司", "map", 6},
        {"a person said so at any station", "S3", "card:12", "", "", "map", 0},
        {"a person said it of the name", "S3", "card:13", "", "老翎石", "map", 0},
        {"a person said what is not", "S1", "card:14", "", "澜岸石材有限公司", "bad_map", -1},
    };
    struct yk_payer_told told[] = {
        {.station_code = "", .payer = "card:12", .client = "00000000", .client_name = ""},
        {.station_code = "", .payer = "name:老翎石", .client = "00000000", .client_name = ""},
        {.station_code = "S1", .payer = "card:11", .client = "00000006", .client_name = ""},
        {.station_code = "S1", .payer = "card:14", .client = "", .client_name = "没有的公司"},
        {.station_code = "S2", .payer = "card:11", .client = "00000001", .client_name = ""},
    };
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct world w;
        size_t client;
        enum yk_payer_found found;
        build(&w);
        struct yk_payer p = {.station_code = t[i].station,
                             .key = t[i].key,
                             .client = t[i].client,
                             .name = t[i].name};
        w.d.t.payer = &p;
        w.d.t.payers = 1;
        w.d.t.payer_told = told;
        w.d.t.payers_told = sizeof told / sizeof *told;
        yk_payers_join(&client, &found, &w.who, w.place, w.book, &w.d.arena);
        int got = client == SIZE_MAX ? -1 : (int)client;
        if (got != t[i].want || strcmp(yk_payer_found_code(found), t[i].found) != 0)
            fail_msg("%s: %d %s", t[i].word, got, yk_payer_found_code(found));
        tear(&w);
    }
}

/* S1 and S2 have 澜岸 each; a third station of the region cannot tell which is meant. */
static void several_are_asked(void **state)
{
    (void)state;
    struct world w;
    size_t client[3];
    enum yk_payer_found found[3];
    build(&w);
    w.station[2].region = "东区";
    struct yk_payer p[3] = {
        {.station_code = "S3", .key = "card:1", .client = "", .name = "澜岸石材有限公司"},
        {.station_code = "S3", .key = "card:2", .client = "", .name = "澜岸石材有限公司"},
        {.station_code = "S3", .key = "card:3", .client = "", .name = "岑岭客运有限公司"}};
    w.d.t.payer = p;
    w.d.t.payers = 3;
    yk_payers_join(client, found, &w.who, w.place, w.book, &w.d.arena);
    assert_int_equal(found[0], YK_PAYER_AMBIGUOUS);
    assert_int_equal(found[1], YK_PAYER_AMBIGUOUS); /* the same name was looked up before */
    assert_true(client[1] == SIZE_MAX);
    assert_int_equal(found[2], YK_PAYER_NAME);
    tear(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins),
        cmocka_unit_test(several_are_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
