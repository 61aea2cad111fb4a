/* geojson_test.c - a map as RFC 7946 wants it, byte for byte; nothing half. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/atlas_of.h"
#include "youka/book/maps.h"

/* Written by hand after RFC 7946, 1.5 and 3.1.6, and RFC 8259, 7. */
static const char want[] =
    "{\"type\":\"FeatureCollection\",\n"
    "\"name\":\"图\",\n"
    "\"datum\":\"wgs84\",\n"
    "\"made_by\":\"u&i\",\n"
    "\"made_at\":\"2026-03-05T02:09:00Z\",\n"
    "\"features_total\":3,\n"
    "\"features\":[\n"
    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[118,24]},"
    "\"properties\":{\"layer\":\"points\",\"kind\":\"hotel\",\"count\":7,\"rate\":0.5,"
    "\"day\":\"2026-03-05\"}},\n"
    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.5,24.25]},"
    "\"properties\":{\"layer\":\"points\","
    "\"kind\":\"\\\"甲\\\\乙\\\" <&> ]]>\\n\\u0001 '🛢'\",\"count\":null,\"rate\":null,"
    "\"day\":null}},\n"
    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
    "[[[118,24],[118.5,24],[118.5,24.25],[118,24]]]},"
    "\"properties\":{\"layer\":\"areas\",\"kind\":null}}\n"
    "]}\n";

static void a_map_byte_for_byte(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_err err = {0};
    struct yk_atlas atlas = atlas_of(2, YK_WGS84);
    struct stat st;
    assert_int_equal(yk_geojson_write(&atlas, "m.geojson", NULL, &err), YK_OK);
    assert_string_equal(atlas_bytes(&a, "m.geojson"), want);
    assert_int_equal(stat("m.geojson", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    unlink("m.geojson");
    yk_arena_release(&a);
}

static void another_datum_is_named(void **state)
{
    static const struct {
        enum yk_datum datum;
        const char *want[3];
    } row[] = {
        {YK_GCJ02, {"(GCJ-02)\"", "\"datum\":\"gcj02\"", "[116.4036716,39.9106335]"}},
        {YK_BD09, {"(BD-09)\"", "\"datum\":\"bd09\"", "[116.4100441,39.9169729]"}},
    };
    (void)state;
    struct yk_arena a = {0};
    struct yk_err err = {0};
    for (size_t i = 0; i < 2; i++) {
        struct yk_atlas atlas = atlas_of_gate(row[i].datum);
        assert_int_equal(yk_geojson_write(&atlas, "m.geojson", NULL, &err), YK_OK);
        for (size_t k = 0; k < 3; k++)
            assert_non_null(strstr(atlas_bytes(&a, "m.geojson"), row[i].want[k]));
    }
    unlink("m.geojson");
    yk_arena_release(&a);
}

static void an_empty_map_is_a_map(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_err err = {0};
    struct yk_atlas atlas = {.title = "", .user = "", .at = ""};
    assert_int_equal(yk_geojson_write(&atlas, "m.geojson", NULL, &err), YK_OK);
    assert_non_null(strstr(atlas_bytes(&a, "m.geojson"), "\"features\":[\n]}"));
    unlink("m.geojson");
    yk_arena_release(&a);
}

static void what_fails_leaves_the_old_file(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_err err = {0};
    struct yk_atlas small = atlas_of(1, YK_WGS84);
    assert_int_equal(yk_geojson_write(&small, "m.geojson", NULL, &err), YK_OK);
    const char *old = atlas_bytes(&a, "m.geojson");
    struct yk_atlas large = atlas_of(1000, YK_WGS84);
    assert_int_equal(write_with_little_room(yk_geojson_write, &large, "m.geojson", 9000, &err),
                     YK_E_IO);
    assert_non_null(strstr(err.text, "m.geojson: "));
    assert_string_equal(atlas_bytes(&a, "m.geojson"), old);
    unlink("m.geojson"); /* the folder is empty now, or its removal fails */
    assert_int_equal(yk_geojson_write(&small, "no/folder.geojson", NULL, &err), YK_E_IO);
    assert_int_equal(yk_geojson_write(&small, atlas_folder, NULL, &err), YK_E_IO);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_byte_for_byte),
        cmocka_unit_test(another_datum_is_named),
        cmocka_unit_test(an_empty_map_is_a_map),
        cmocka_unit_test(what_fails_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, atlas_folder_make, atlas_folder_drop);
}
