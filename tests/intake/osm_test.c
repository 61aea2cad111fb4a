/* osm_test.c - what becomes of a map: each rule on a map of a few objects, which is written as .osm
 * and as .osm.pbf and must give the same. Expected items are worked out by hand from the rules of
 * youka/intake/osm.h; the tags' meaning: wiki.openstreetmap.org/wiki/Map_features. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "map_kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static char folder[] = "/tmp/youka-osm-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink("x.osm");
    unlink("x.osm.pbf");
    return chdir("/") || rmdir(folder);
}

static void gives(const char *word, const char *map, bool only_fuel, const char *want)
{
    static const char *const way[] = {".osm", ".pbf packed", ".pbf plain"};
    for (size_t i = 0; i < COUNT(way); i++) {
        struct yk_buf got = {0};
        const char *path = i ? "x.osm.pbf" : "x.osm";
        if (i)
            map_write_pbf(path, map, i == 1 ? MAP_ZLIB : MAP_RAW);
        else
            map_write_xml(path, map);
        map_show(&got, path, only_fuel);
        if (strcmp(got.text, want) != 0)
            fail_msg("%s, %s:\n%s-- not\n%s", word, way[i], got.text, want);
        yk_buf_release(&got);
    }
}

struct row {
    const char *word, *map, *want;
};

static void check(const struct row *row, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        gives(row[i].word, row[i].map, false, row[i].want);
}

#define SQUARE                                                                                     \
    "n1 22 114\n"                                                                                  \
    "n2 22 114.2\n"                                                                                \
    "n3 22.4 114.2\n"                                                                              \
    "n4 22.4 114\n"

static void roads(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"a road is its course, its point the mean",
         SQUARE "w10 1 2 3 / highway=primary / name=人民路",
         "road 人民路|人民路|| @22.13333333,114.1333333 [22,114 22,114.2 22.4,114.2]\n"},
        {"a closed road counts its first vertex once",
         SQUARE "w10 1 2 3 4 1 / highway=primary / junction=roundabout / name=环岛",
         "road 环岛|环岛|| @22.2,114.1 [22,114 22,114.2 22.4,114.2 22.4,114 22,114]\n"},
        {"ways that cross share the vertex",
         SQUARE "w10 1 2 / highway=primary / name=甲路\nw11 3 2 4 / highway=footway / name=乙路",
         "road 甲路|甲路|| @22,114.1 [22,114 22,114.2]\n"
         "road 乙路|乙路|| @22.26666667,114.1333333 [22.4,114.2 22,114.2 22.4,114]\n"},
        {"without a name it is nothing", SQUARE "w10 1 2 / highway=primary / ref=G205", ""},
        {"a name without a tag that says what it is", SQUARE "w10 1 2 / name=人民路", ""},
        {"name:zh before name",
         SQUARE "w10 1 2 / highway=trunk / name=Renmin Road / name:zh=人民路",
         "road 人民路|人民路|| @22,114.1 [22,114 22,114.2]\n"},
        {"else a name, Chinese or not",
         SQUARE "w10 1 2 / highway=trunk / name:zh-Hans=人民路 / name=人民路 Renmin Rd",
         "road 人民路 Renmin Rd|人民路 Renmin Rd|| @22,114.1 [22,114 22,114.2]\n"},
        {"else name", SQUARE "w10 1 2 / highway=trunk / name=Rue Grimaldi",
         "road Rue Grimaldi|Rue Grimaldi|| @22,114.1 [22,114 22,114.2]\n"},
        {"further names are further roads of one course",
         SQUARE "w10 1 2 / highway=trunk / name=人民路 / alt_name=人民大道; 中心路 ;人民路 / "
                "old_name=东风路",
         "road 人民路|人民路|| @22,114.1 [22,114 22,114.2]\n"
         "road 人民大道|人民大道|| @22,114.1 [22,114 22,114.2]\n"
         "road 中心路|中心路|| @22,114.1 [22,114 22,114.2]\n"
         "road 东风路|东风路|| @22,114.1 [22,114 22,114.2]\n"},
        {"a service area is a place", SQUARE "w10 1 2 3 4 1 / highway=services / name=荷坳服务区",
         "P services 荷坳服务区||| @22.2,114.1\n"},
        {"a stop is a place, an unnamed kind of node is not",
         "n1 22 114 / highway=bus_stop / name=南联\nn2 22 114 / highway=crossing / name=路口",
         "P bus_stop 南联||| @22,114\n"},
        {"vertices that are not in the file are left out",
         SQUARE "w10 9 1 2 8 / highway=primary / name=人民路",
         "road 人民路|人民路|| @22,114.1 [22,114 22,114.2]\n"},
        {"one vertex makes no course", SQUARE "w10 9 1 8 / highway=primary / name=人民路",
         "road 人民路|人民路|| @22,114\n"},
        {"none of them", SQUARE "w10 8 9 / highway=primary / name=人民路", "partial 1\n"},
        {"spaces around a name", SQUARE "w10 1 2 / highway=primary / name= 人民路　",
         "road 人民路|人民路|| @22,114.1 [22,114 22,114.2]\n"},
    };
    check(rows, COUNT(rows));
}

static void addresses(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"a node", "n1 22 114 / addr:housenumber=12号 / addr:street=人民路",
         "A address |人民路|12号|人民路12号 @22,114\n"},
        {"with what stands above it",
         "n1 22 114 / addr:housenumber=12号 / addr:street=人民路 / addr:city=深圳市 / "
         "addr:district=龙岗区 "
         "/ addr:province=广东省 / addr:subdistrict=龙城街道",
         "A address |人民路|12号|广东省深圳市龙岗区龙城街道人民路12号 @22,114\n"},
        {"a whole address as it stands",
         "n1 22 114 / addr:housenumber=12 / addr:street=人民路 / addr:full=龙岗人民路12号大院",
         "A address |人民路|12|龙岗人民路12号大院 @22,114\n"},
        {"not Chinese", "n1 22 114 / addr:housenumber=21bis / addr:street=Rue Grimaldi",
         "A address |Rue Grimaldi|21bis|Rue Grimaldi 21bis @22,114\n"},
        {"addr:place where there is no street",
         "n1 22 114 / addr:housenumber=3 / addr:place=西山村",
         "A address |西山村|3|西山村3 @22,114\n"},
        {"a number alone", "n1 22 114 / addr:housenumber=3 / building=yes", ""},
        {"a street alone", "n1 22 114 / addr:street=人民路 / building=yes", ""},
        {"several numbers", "n1 22 114 / addr:housenumber=3;5 / addr:street=人民路",
         "A address |人民路|3|人民路3 @22,114\nA address |人民路|5|人民路5 @22,114\n"},
        {"of a place with a name",
         "n1 22 114 / addr:housenumber=3号 / addr:street=人民路 / amenity=school / name=一中",
         "A school 一中|人民路|3号|人民路3号 @22,114\n"},
        {"of a thing with a name that no rule knows",
         "n1 22 114 / addr:housenumber=3号 / addr:street=人民路 / name=老王家",
         "A address 老王家|人民路|3号|人民路3号 @22,114\n"},
        {"of a place without a name",
         "n1 22 114 / addr:housenumber=3号 / addr:street=人民路 / amenity=restaurant",
         "A address |人民路|3号|人民路3号 @22,114\n"},
        {"of a building",
         SQUARE "w10 1 2 3 4 1 / addr:housenumber=3号 / addr:street=人民路 / building=yes",
         "A address |人民路|3号|人民路3号 @22.2,114.1\n"},
        {"a place on a street", "n1 22 114 / addr:street=人民路 / amenity=school / name=一中",
         "P school 一中|人民路||人民路 @22,114\n"},
        {"an interpolated stretch is no address",
         SQUARE "w10 1 2 / addr:interpolation=odd / addr:street=人民路", ""},
    };
    check(rows, COUNT(rows));
}

/* Categories of the census form where the tag is one, else OpenStreetMap's value. */
static void places(void **state)
{
    (void)state;
    static const char *const kinds[][2] = {
        {"amenity=school", "school"},
        {"amenity=kindergarten", "school"},
        {"amenity=university / building=university", "school"},
        {"building=school", "building"},
        {"amenity=hospital", "hospital"},
        {"healthcare=clinic", "hospital"},
        {"tourism=hotel / building=yes", "hotel"},
        {"office=government", "government"},
        {"amenity=townhall / building=office", "government"},
        {"amenity=police", "government"},
        {"amenity=library", "institution"},
        {"landuse=industrial", "factory_mine"},
        {"landuse=industrial / industrial=logistics", "logistics"},
        {"man_made=works / building=industrial", "factory_mine"},
        {"office=company", "enterprise"},
        {"office=lawyer", "lawyer"},
        {"amenity=parking", "parking_lot"},
        {"shop=supermarket", "supermarket"},
        {"shop=mall / building=retail", "mall"},
        {"shop=yes", "shop"},
        {"amenity=restaurant;cafe", "restaurant"},
        {"landuse=residential", "community"},
        {"landuse=construction", "construction"},
        {"amenity=bus_station", "bus_coach"},
        {"building=office", "office_building"},
        {"building=yes", "building"},
        {"building=apartments", "apartments"},
        {"building=no / leisure=park", "park"},
        {"place=village", "village"},
        {"place=suburb", "suburb"},
        {"place=neighbourhood / landuse=residential", "community"},
        {"railway=station / public_transport=station", "station"},
        {"public_transport=stop_position", "stop_position"},
        {"tourism=attraction", "attraction"},
        {"natural=water", "water"},
        {"barrier=toll_booth", "toll_booth"},
        {"power=substation", "substation"},
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        char map[200], want[200];
        snprintf(map, sizeof map, "n1 22.5 114.25 / name=甲 / %s", kinds[i][0]);
        snprintf(want, sizeof want, "P %s 甲||| @22.5,114.25\n", kinds[i][1]);
        gives(kinds[i][0], map, false, want);
    }
    static const struct row rows[] = {
        {"without a name", "n1 22 114 / amenity=school", ""},
        {"a line of rails", SQUARE "w10 1 2 / railway=subway / name=3号线", ""},
        {"an area", SQUARE "w10 1 2 3 4 1 / landuse=residential / name=紫薇花园",
         "P community 紫薇花园||| @22.2,114.1\n"},
        {"further names",
         "n1 22 114 / amenity=university / name=香港中文大学（深圳） / "
         "alt_name=港中大深圳;中大深圳",
         "P school 香港中文大学（深圳）||| @22,114\nP school 港中大深圳||| @22,114\n"
         "P school 中大深圳||| @22,114\n"},
        {"most of its outline is elsewhere",
         SQUARE "w10 1 7 8 9 1 / landuse=residential / name=紫薇花园", "partial 1\n"},
        {"half of it is here", SQUARE "w10 1 2 8 9 / landuse=residential / name=紫薇花园",
         "P community 紫薇花园||| @22,114.1\n"},
        {"nodes, ways and relations in any order",
         "r20 w10:outer / type=multipolygon / leisure=park / name=公园\n"
         "w10 1 3 / highway=path / name=小径\n"
         "n3 22.4 114.2\nn1 22 114 / shop=yes / name=甲",
         "P shop 甲||| @22,114\nP park 公园||| @22.2,114.1\n"
         "road 小径|小径|| @22.2,114.1 [22,114 22.4,114.2]\n"},
    };
    check(rows, COUNT(rows));
}

static void areas(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"closed ways, the hole's vertices too",
         SQUARE "n5 22.1 114.1\nn6 22.2 114.1\nn7 22.3 114.1\n"
                "w10 1 2 3 4 1\nw11 5 6 7 5\n"
                "r20 w10:outer w11:inner / type=multipolygon / amenity=school / name=一中",
         /* (2×22 + 2×22.4 + 22.1 + 22.2 + 22.3) / 7, (2×114 + 2×114.2 + 3×114.1) / 7 */
         "P school 一中||| @22.2,114.1\n"},
        {"a ring of two ways: their ends count once",
         SQUARE "w10 1 2 3\nw11 3 4 1\n"
                "r20 w10:outer w11:outer / type=multipolygon / amenity=school / name=一中",
         "P school 一中||| @22.2,114.1\n"},
        {"a member that is an area itself",
         SQUARE "w10 1 2 3 4 1 / landuse=residential / name=大院\n"
                "r20 w10:outer / type=multipolygon / amenity=school / name=一中",
         "P school 一中||| @22.2,114.1\nP community 大院||| @22.2,114.1\n"},
        {"an address",
         SQUARE "w10 1 2 3 4 1\nr20 w10:outer / type=multipolygon / addr:housenumber=1号 / "
                "addr:street=国际大学园路",
         "A address |国际大学园路|1号|国际大学园路1号 @22.2,114.1\n"},
        {"units by their level",
         SQUARE
         "w10 1 2 3 4 1\n"
         "r20 w10:outer n1:label / type=boundary / boundary=administrative / admin_level=5 / "
         "name=深圳市 / place=city\n"
         "r21 w10:outer / type=boundary / boundary=administrative / admin_level=6 / name=龙岗区\n"
         "r22 w10:outer / type=boundary / boundary=administrative / admin_level=8 / name=龙城街道\n"
         "r23 w10:outer / type=boundary / boundary=administrative / admin_level=10 / "
         "name=盛平社区\n"
         "r24 w10:outer / type=boundary / boundary=administrative / admin_level=11 / name=一组\n"
         "r25 w10:outer / type=boundary / boundary=administrative / name=某地\n",
         "P city 深圳市||| @22.2,114.1\nP district 龙岗区||| @22.2,114.1\n"
         "P town 龙城街道||| @22.2,114.1\nP village 盛平社区||| @22.2,114.1\n"
         "P boundary 一组||| @22.2,114.1\nP boundary 某地||| @22.2,114.1\n"},
        {"most of its ways are elsewhere",
         SQUARE "w10 1 2\nr20 w10:outer w11:outer w12:outer / type=boundary / "
                "boundary=administrative / admin_level=5 / name=深圳市",
         "partial 1\n"},
        {"half of its ways are here",
         SQUARE "w10 1 2\nr20 w10:outer w11:outer / type=multipolygon / amenity=school / name=一中",
         "P school 一中||| @22,114.1\n"},
        {"no way at all", SQUARE "r20 n1:label / type=multipolygon / amenity=school / name=一中",
         "partial 1\n"},
        {"a square for those on foot",
         SQUARE
         "w10 1 2 3 4 1\n"
         "r20 w10:outer / type=multipolygon / highway=pedestrian / place=square / name=龙城广场\n"
         "r21 w10:outer / type=multipolygon / highway=pedestrian / name=步行街\n"
         "w11 1 2 3 4 1 / highway=pedestrian / area=yes / name=广场路",
         "P square 龙城广场||| @22.2,114.1\nP pedestrian 步行街||| @22.2,114.1\n"
         "road 广场路|广场路|| @22.2,114.1 [22,114 22,114.2 22.4,114.2 22.4,114 22,114]\n"},
        {"other relations are no places",
         SQUARE "w10 1 2\nr20 w10: / type=route / route=road / name=205国道\n"
                "r21 n1:stop / type=public_transport / public_transport=stop_area / name=南联",
         ""},
        {"ids beyond 32 bits",
         "n5000000001 22 114\nn5000000002 22.2 114.2\n"
         "w5000000010 5000000001 5000000002\n"
         "r5000000020 w5000000010:outer / type=multipolygon / leisure=park / name=公园",
         "P park 公园||| @22.1,114.1\n"},
        {"ids below 0, as an editor gives them",
         "n-1 22 114\nn-2 22.2 114.2\nw-10 -1 -2\n"
         "r-20 w-10:outer / type=multipolygon / leisure=park / name=公园",
         "P park 公园||| @22.1,114.1\n"},
    };
    check(rows, COUNT(rows));
}

static void filling_stations(void **state)
{
    (void)state;
    static const char map[] = SQUARE
        "n5 22.5 114.5 / amenity=fuel / name=龙岗加油站 / brand=中国石化 / operator=深圳石化公司 / "
        "addr:street=人民路 / addr:housenumber=3号\n"
        "n6 22.5 114.5 / amenity=fuel / brand=Shell\n"
        "n7 22.5 114.5 / amenity=fuel\n"
        "n8 22.5 114.5 / amenity=fuel / name=宏发加油站 / operator=宏发公司 / shop=convenience\n"
        "n9 22.5 114.5 / amenity=school / name=一中\n"
        "n10 22.5 114.5 / amenity=fuel / name=BP橄榄站\n"
        "n11 22.5 114.5 / amenity=fuel / name=Bploe\n"
        "n12 22.5 114.5 / amenity=fuel / name:zh=中油站 / name=x / brand=CNPC\n"
        "w20 1 2 3 4 1 / amenity=fuel / operator=中海油";
    gives("a gazetteer keeps those with a name", map, false,
          "A fuel 龙岗加油站|人民路|3号|人民路3号 @22.5,114.5 {sinopec 深圳石化公司}\n"
          "P fuel Shell||| @22.5,114.5 {shell }\n"
          "P fuel 宏发加油站||| @22.5,114.5 {private 宏发公司}\n"
          "P school 一中||| @22.5,114.5\n"
          "P fuel BP橄榄站||| @22.5,114.5 {bp }\n"
          "P fuel Bploe||| @22.5,114.5 {unknown }\n"
          "P fuel 中油站||| @22.5,114.5 {petrochina }\n"
          "P fuel 中海油||| @22.2,114.1 {cnooc 中海油}\n");
    gives("rivals are all of them, and nothing else", map, true,
          "A fuel 龙岗加油站|人民路|3号|人民路3号 @22.5,114.5 {sinopec 深圳石化公司}\n"
          "P fuel Shell||| @22.5,114.5 {shell }\n"
          "P fuel ||| @22.5,114.5 {unknown }\n"
          "P fuel 宏发加油站||| @22.5,114.5 {private 宏发公司}\n"
          "P fuel BP橄榄站||| @22.5,114.5 {bp }\n"
          "P fuel Bploe||| @22.5,114.5 {unknown }\n"
          "P fuel 中油站||| @22.5,114.5 {petrochina }\n"
          "P fuel 中海油||| @22.2,114.1 {cnooc 中海油}\n");
}

struct vertices {
    struct yk_point at[8];
    size_t count;
};

static void keep_vertices(void *who, const struct yk_osm_item *item)
{
    struct vertices *v = who;
    for (size_t i = 0; i < item->entry.vertices; i++)
        v->at[v->count++] = item->entry.line[i];
}

/* Both formats give the same doubles, which are those of the decimal text (7 decimals: one division
 * or one reading, each rounded once). */
static void vertices_are_equal_to_the_last_bit(void **state)
{
    (void)state;
    static const char map[] = "n1 22.6565179 114.1739200\nn2 -33.8567844 -0.0000001\n"
                              "w10 1 2 / highway=path / name=甲\nw11 2 1 / highway=path / name=乙";
    static const struct yk_point want[] = {{22.6565179, 114.1739200}, {-33.8567844, -0.0000001}};
    for (int pbf = 0; pbf < 2; pbf++) {
        struct vertices got = {.count = 0};
        struct yk_arena a = {0};
        struct yk_err err = {0};
        struct yk_rules rules = {0};
        struct yk_osm_found found;
        const struct yk_osm_ask ask = {.rules = &rules, .keep = keep_vertices, .who = &got};
        const char *path = pbf ? "x.osm.pbf" : "x.osm";
        if (pbf)
            map_write_pbf(path, map, MAP_ZLIB);
        else
            map_write_xml(path, map);
        assert_int_equal(yk_osm_read(&found, path, &ask, &a, &err), YK_OK);
        assert_int_equal(found.items, 2);
        assert_int_equal(got.count, 4);
        assert_memory_equal(&got.at[0], &want[0], sizeof *want);
        assert_memory_equal(&got.at[1], &want[1], sizeof *want);
        assert_memory_equal(&got.at[2], &want[1], sizeof *want);
        assert_memory_equal(&got.at[3], &want[0], sizeof *want);
        yk_arena_release(&a);
    }
}

static void names_of_maps(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool is;
    } rows[] = {{"a.osm", true},       {"dir/a.osm.pbf", true}, {"a.pbf", true},
                {"A.OSM.PBF", true},   {"a.osm.bz2", true},     {"a.csv", false},
                {"a.xlsx", false},     {".osm", false},         {"osm", false},
                {"a.osm/x.csv", false}};
    for (size_t i = 0; i < COUNT(rows); i++)
        if (yk_osm_named(rows[i].path) != rows[i].is)
            fail_msg("%s", rows[i].path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roads),
        cmocka_unit_test(addresses),
        cmocka_unit_test(places),
        cmocka_unit_test(areas),
        cmocka_unit_test(filling_stations),
        cmocka_unit_test(vertices_are_equal_to_the_last_bit),
        cmocka_unit_test(names_of_maps),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
