/* gpkg_test.c - a map as a GeoPackage, as another SQLite program sees it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>

#include "../support/atlas_of.h"
#include "youka/store/gpkg.h"

static sqlite3 *written(size_t points, enum yk_datum datum)
{
    struct yk_err err = {0};
    struct yk_atlas atlas = atlas_of(points, datum);
    sqlite3 *db;
    if (yk_gpkg_write(&atlas, "m.gpkg", NULL, &err))
        fail_msg("%s", err.text);
    assert_int_equal(sqlite3_open("m.gpkg", &db), SQLITE_OK);
    return db;
}

static void end(sqlite3 *db)
{
    sqlite3_close(db);
    unlink("m.gpkg");
}

/* Every row's values, joined by | and ended by a semicolon. */
static void gives(sqlite3 *db, const char *sql, const char *want)
{
    struct yk_buf got = {0};
    sqlite3_stmt *st;
    if (sqlite3_prepare_v2(db, sql, -1, &st, NULL))
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    yk_buf_puts(&got, "");
    while (sqlite3_step(st) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(st); i++) {
            const char *text = (const char *)sqlite3_column_text(st, i);
            yk_buf_printf(&got, "%s%s", i ? "|" : "", text ? text : "NULL");
        }
        yk_buf_puts(&got, ";");
    }
    sqlite3_finalize(st);
    assert_string_equal(got.text ? got.text : "", want);
    yk_buf_release(&got);
}

/* By hand from OGC 12-128r17, 2.1.3 (magic GP, version 0, flags, srs_id 4326 = E6100000, envelope)
 * and OGC 06-103r4, 8.2 (order 1, type, numbers); 118 is 405D800000000000, 24 4038000000000000,
 * 118.5 405DA00000000000, 24.25 4038400000000000. ogr2ogr of GDAL 3.6.2 writes the same of the
 * point. */
static void geometries_byte_for_byte(void **state)
{
    (void)state;
    sqlite3 *db = written(2, YK_WGS84);
    gives(db, "SELECT hex(geom) FROM points WHERE fid = 1",
          "47500001E6100000"
          "01010000000000000000805D400000000000003840;");
    gives(db, "SELECT hex(geom) FROM areas",
          "47500003E6100000"
          "0000000000805D400000000000A05D4000000000000038400000000000403840"
          "01030000000100000004000000"
          "0000000000805D4000000000000038400000000000A05D400000000000003840"
          "0000000000A05D4000000000004038400000000000805D400000000000003840;");
    end(db);
}

static void tables_of_the_standard(void **state)
{
    (void)state;
    sqlite3 *db = written(2, YK_WGS84);
    gives(db, "PRAGMA application_id", "1196444487;"); /* "GPKG" */
    gives(db, "PRAGMA user_version", "10300;");
    gives(db, "PRAGMA integrity_check", "ok;");
    gives(db, "PRAGMA foreign_key_check", "");
    gives(db,
          "SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys"
          " ORDER BY srs_id",
          "-1|NONE|-1;0|NONE|0;4326|EPSG|4326;");
    gives(db,
          "SELECT table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y,"
          " srs_id FROM gpkg_contents ORDER BY rowid",
          "points|features|点|2026-03-05T02:09:00.000Z|118.0|24.0|118.5|24.25|4326;"
          "areas|features|面|2026-03-05T02:09:00.000Z|118.0|24.0|118.5|24.25|4326;"
          "none|features|空|2026-03-05T02:09:00.000Z|NULL|NULL|NULL|NULL|4326;");
    gives(db, "SELECT * FROM gpkg_geometry_columns ORDER BY rowid",
          "points|geom|POINT|4326|0|0;areas|geom|POLYGON|4326|0|0;none|geom|GEOMETRY|4326|0|0;");
    gives(db, "SELECT name, type FROM pragma_table_info('points')",
          "fid|INTEGER;geom|POINT;kind|TEXT;count|INTEGER;rate|REAL;day|DATE;");
    end(db);
}

static void values_as_they_are(void **state)
{
    (void)state;
    sqlite3 *db = written(2, YK_WGS84);
    gives(db, "SELECT kind, count, typeof(count), rate, typeof(rate), day FROM points",
          "hotel|7|integer|0.5|real|2026-03-05;" ODD_NAME "|NULL|null|NULL|null|NULL;");
    end(db);
}

/* Every feature in its R-tree, whose bounds may be wider by a float's rounding. */
static void features_are_indexed(void **state)
{
    (void)state;
    sqlite3 *db = written(100, YK_WGS84);
    gives(db, "SELECT count(*), min(id), max(id) FROM rtree_points_geom", "100|1|100;");
    gives(db, "SELECT count(*) FROM rtree_points_geom WHERE minx > 118.4 AND maxy < 24.3", "50;");
    gives(db, "SELECT minx <= 118, maxx >= 118.5, miny <= 24, maxy >= 24.25 FROM rtree_areas_geom",
          "1|1|1|1;");
    gives(db, "SELECT table_name, extension_name FROM gpkg_extensions ORDER BY rowid",
          "points|gpkg_rtree_index;areas|gpkg_rtree_index;none|gpkg_rtree_index;");
    gives(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'areas'",
          "6;");
    end(db);
}

static void another_datum_has_its_own_system(void **state)
{
    static const struct {
        enum yk_datum datum;
        const char *srs, *srs_in_blob, *place;
    } row[] = {
        {YK_GCJ02, "100000|GCJ-02;", "A0860100;", "116.4036716|39.9106335;"},
        {YK_BD09, "100001|BD-09;", "A1860100;", "116.4100441|39.9169729;"},
    };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct yk_err err = {0};
        struct yk_atlas atlas = atlas_of_gate(row[i].datum);
        sqlite3 *db;
        assert_int_equal(yk_gpkg_write(&atlas, "m.gpkg", NULL, &err), YK_OK);
        assert_int_equal(sqlite3_open("m.gpkg", &db), SQLITE_OK);
        gives(db,
              "SELECT srs_id, srs_name FROM gpkg_spatial_ref_sys JOIN gpkg_contents USING"
              " (srs_id) JOIN gpkg_geometry_columns USING (srs_id)",
              row[i].srs);
        gives(db,
              "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id > 9999 AND"
              " description LIKE '%metres%' AND definition LIKE 'GEOGCS[%'",
              "1;");
        gives(db, "SELECT hex(substr(geom, 5, 4)) FROM points", row[i].srs_in_blob);
        gives(db, "SELECT round(min_x, 7), round(min_y, 7) FROM gpkg_contents", row[i].place);
        end(db);
    }
}

static void what_fails_leaves_the_old_file(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct stat st;
    end(written(1, YK_WGS84));
    struct yk_atlas small = atlas_of(1, YK_WGS84);
    assert_int_equal(yk_gpkg_write(&small, "m.gpkg", NULL, &err), YK_OK);
    assert_int_equal(stat("m.gpkg", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    ino_t old = st.st_ino;
    struct yk_atlas large = atlas_of(5000, YK_WGS84);
    assert_int_equal(write_with_little_room(yk_gpkg_write, &large, "m.gpkg", 100000, &err),
                     YK_E_IO);
    assert_non_null(strstr(err.text, "m.gpkg: "));
    assert_int_equal(stat("m.gpkg", &st), 0);
    assert_true(st.st_ino == old);
    unlink("m.gpkg");
    assert_int_equal(yk_gpkg_write(&small, "no/folder.gpkg", NULL, &err), YK_E_IO);
    assert_int_equal(yk_gpkg_write(&small, atlas_folder, NULL, &err), YK_E_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(geometries_byte_for_byte),
        cmocka_unit_test(tables_of_the_standard),
        cmocka_unit_test(values_as_they_are),
        cmocka_unit_test(features_are_indexed),
        cmocka_unit_test(another_datum_has_its_own_system),
        cmocka_unit_test(what_fails_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, atlas_folder_make, atlas_folder_drop);
}
