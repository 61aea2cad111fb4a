/* places_test.c - what every storage engine must do: telling what is known of places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *base;

static struct yk_store *new_store(void)
{
    return kit_open(kit_new_url(base), YK_STORE_WRITE);
}

static struct yk_territory read_places(struct yk_store *s, const struct yk_id *but, size_t most,
                                       struct yk_arena *a)
{
    struct yk_err err = {0};
    struct yk_territory t;
    if (yk_load_places(&t, s, but, most, a, &err))
        fail_msg("%s", err.text);
    return t;
}

static const struct kit_row first[] = {
    {"k1", "", "2026-03-01",
     "address=路1号;client_name=翎\"石\\;coord_system=gcj02;lat_manual=24.5;"
     "lon_manual=118.1;phone=1;~lon_manual=１１８．１"},
    {"k2", "", "2026-03-01", "client_name=无处;phone=2"},
};
static const struct kit_row second[] = {
    {"k3", "", "2026-03-02", "client_name=澜岸;location=24.5 118.1 0 5"},
    {"k1", "", "2026-03-01", "client_name=翎石;lat_manual=24.6;lon_manual=118.2"},
};
static const struct kit_row cells[] = {{"walk_list/S1/1", "", "", "location=1 2;client_name=x"}};

static void gives_doors_with_coordinates(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    struct yk_arena a = {0};
    static const struct kit_file walk = {"w.csv", "walk_list", "2026-03-01T00:00:00Z"};
    kit_load(s, "a.csv", first, COUNT(first));
    kit_load(s, "b.csv", second, COUNT(second));
    kit_load_file(s, &walk, "S1", cells, 1, true);
    struct yk_territory t = read_places(s, NULL, 10, &a);
    assert_int_equal(t.doors, 3); /* the last that came first, each copy by itself */
    const struct yk_door *old = &t.door[2];
    assert_string_equal(old->submission.text, kit_id("k1").text);
    assert_string_equal(old->station_code, "S1");
    assert_string_equal(old->origin[old->origins - 1].file, "a.csv");
    assert_int_equal(old->answers.count, 5);
    assert_string_equal(yk_answer_text(&old->answers, "client_name"), "翎\"石\\");
    assert_string_equal(yk_answer_text(&old->answers, "lon_manual"), "118.1");
    assert_string_equal(yk_answer_text(&old->answers, "coord_system"), "gcj02");
    assert_null(yk_answer_text(&old->answers, "phone"));
    assert_string_equal(yk_answer_text(&t.door[1].answers, "location"), "24.5 118.1 0 5");
    assert_string_equal(yk_answer_text(&t.door[0].answers, "lat_manual"), "24.6");
    yk_arena_release(&a);
    yk_store_close(s);
}

static void leaves_out_one_batch_and_what_is_too_much(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    struct yk_arena a = {0};
    kit_load(s, "a.csv", first, COUNT(first));
    kit_load(s, "b.csv", second, COUNT(second));
    struct yk_id b = kit_batch_id("b.csv", "");
    struct yk_territory t = read_places(s, &b, 10, &a);
    assert_int_equal(t.doors, 1);
    assert_string_equal(t.door[0].origin[0].file, "a.csv");
    assert_int_equal(read_places(s, NULL, 2, &a).doors, 2);
    kit_undo(s, "a.csv");
    assert_int_equal(read_places(s, &b, 10, &a).doors, 0);
    yk_arena_release(&a);
    yk_store_close(s);
}

static void gives_stations_rivals_and_gazetteer(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    struct yk_arena a = {0};
    struct yk_err err;
    size_t changed;
    struct yk_station station = {"S1", "一站", "", "", "", {24.5, 118.1}, 3000, 20, "", "", "", 0};
    struct yk_competitor rival = {
        .name = "蓝屿", .brand = "", .point = {24.6, 118.2}, .survey_date = YK_DAY_NONE};
    struct yk_gazetteer_entry entry = {"g.csv", "hotel", "澜岸大酒店",          "",
                                       "",      "",      .point = {24.7, 118.3}};
    const char *now = "2026-03-01T00:00:00Z";
    assert_int_equal(yk_put_stations(s, &station, 1, now, &changed, &err), YK_OK);
    assert_int_equal(yk_put_competitors(s, &rival, 1, now, &changed, &err), YK_OK);
    assert_int_equal(yk_put_gazetteer(s, "g.csv", &entry, 1, now, &changed, &err), YK_OK);
    struct yk_territory t = read_places(s, NULL, 10, &a);
    assert_true(t.stations == 1 && t.competitors == 1 && t.gazetteers == 1 && t.doors == 0);
    assert_string_equal(t.gazetteer[0].name, "澜岸大酒店");
    yk_arena_release(&a);
    yk_store_close(s);
}

static int places(const char *url)
{
    base = url;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_doors_with_coordinates),
        cmocka_unit_test(leaves_out_one_batch_and_what_is_too_much),
        cmocka_unit_test(gives_stations_rivals_and_gazetteer),
    };
    return cmocka_run_group_tests_name(url, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(places);
}
