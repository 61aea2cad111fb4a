/* geocode_test.c - every rung of the ladder in a made town: east and north of 24.5 N 118 E. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../support/name_words_of.h"
#include "youka/locate/geocode.h"

/* Metres of a degree about 24.5 N: GRS 80, a = 6378137, f = 1/298.257. */
#define METRES_NORTH 110760.
#define METRES_EAST 101360.

static struct yk_point at(double east_m, double north_m)
{
    return (struct yk_point){24.5 + north_m / METRES_NORTH, 118 + east_m / METRES_EAST};
}

/* 学林路 runs east, 望山路 north; they share the node (600, 0). */
static const struct {
    const char *kind, *name, *address, *road, *number;
    double east, north;
} entries[] = {
    {"door", "", "", "学林路", "2", 100, 10},
    {"door", "", "集美区学林路20号", "", "", 200, 10},
    {"door", "", "集美区学林路40号", "", "", 400, 10},
    {"door", "", "集美区学林路41号", "", "", 410, -10},
    {"door", "", "学林路88号之2", "", "", 880, 12},
    {"door", "", "学林路88号之3", "", "", 890, 12},
    {"door", "", "浔江里5号", "", "", -300, 300},
    {"enterprise", "厦门翎石物流有限公司", "集美区听海路3号", "", "", -500, 0},
    {"hospital", "集美第二医院", "", "", "", 0, 800},
    {"estate", "香山小区", "", "", "", 900, 900},
    {"estate", "万达广场", "", "", "", -900, -900},
    {"estate", "万达广场", "", "", "", 1500, 1500},
    {"door", "", "滨水路与观音路交叉口", "", "", -700, 700},
    {"door", "", "潮声路8号", "", "", -100, -600},
    {"door", "", "听涛路6号", "", "", -140, -630},
    {"village", "星厝村", "", "", "", 1200, -1200},
    {"door", "", "同安区光明路7号", "", "", 0, 20000},
    {"door", "", "同安区光明路8号", "", "", 50, 20000},
    {"door", "", "同安区光明路9号", "", "", 60, 20000},
    {"door", "", "同安区光明路10号", "", "", 70, 20000},
    {"door", "", "同安区光明路11号", "", "", 80, 20000},
    {"door", "", "孤山路3号", "", "", 0, 9000},
    {"door", "", "弯月路2号", "", "", -1000, 1010},
    {"door", "", "弯月路42号", "", "", -1490, 1500},
};
enum { ENTRIES = sizeof entries / sizeof *entries, ROADS = 3 };

struct town {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_gazetteer_entry entry[ENTRIES + ROADS];
    struct yk_point line[ROADS][3];
    struct yk_geocoder *g;
};

static void add_road(struct town *t, size_t i, const char *name)
{
    struct yk_gazetteer_entry *e = &t->entry[ENTRIES + i];
    *e = (struct yk_gazetteer_entry){.source = "map",
                                     .kind = "road",
                                     .name = name,
                                     .address = "",
                                     .road = name,
                                     .number = "",
                                     .point = t->line[i][1],
                                     .line = t->line[i],
                                     .vertices = 3};
    yk_geocoder_add(t->g, &(struct yk_known){e, NULL, 0});
}

static void build(struct town *t)
{
    *t = (struct town){.g = NULL};
    struct yk_names counties = districts_of(&t->a);
    t->rules = rules_of(&t->a);
    t->g = yk_geocoder_new(&counties, yk_name_book_new(&counties, &t->rules, &t->a));
    for (size_t i = 0; i < ENTRIES; i++) {
        t->entry[i] = (struct yk_gazetteer_entry){.source = "map",
                                                  .kind = entries[i].kind,
                                                  .name = entries[i].name,
                                                  .address = entries[i].address,
                                                  .road = entries[i].road,
                                                  .number = entries[i].number,
                                                  .point = at(entries[i].east, entries[i].north)};
        yk_geocoder_add(t->g,
                        &(struct yk_known){&t->entry[i], i == 7 ? "91110000710926094P" : NULL, 0});
    }
    for (size_t i = 0; i < 3; i++) {
        t->line[0][i] = at(-400. + 500 * (double)i, 0);
        t->line[1][i] = at(600, -500. + 500 * (double)i);
    }
    t->line[0][2] = t->line[1][1];
    t->line[2][0] = at(-1000, 1000); /* west, then north */
    t->line[2][1] = at(-1500, 1000);
    t->line[2][2] = at(-1500, 1500);
    add_road(t, 0, "学林路");
    add_road(t, 1, "望山路");
    add_road(t, 2, "弯月路");
    yk_geocoder_ready(t->g);
}

static void take_down(struct town *t)
{
    yk_geocoder_free(t->g);
    yk_arena_release(&t->a);
}

static void rungs(void **state)
{
    (void)state;
    static const struct {
        const char *word, *address, *name, *class, *method;
        double east, north, within;
    } cases[] = {
        {"the same firm", "", "厦门翎石物流公司", "A1", "same_name", -500, 0, 1},
        {"moved: another road", "集美区望山路9号", "厦门翎石物流有限公司", "C2", "along_road", 600,
         0, 1},
        {"the door", "福建省厦门市集美区学林路20号3楼", "", "B1", "exact_number", 200, 10, 1},
        {"columns of its own", "学林路2号", "", "B1", "exact_number", 100, 10, 1},
        {"its very sub", "学林路88号-3", "", "B1", "exact_number", 890, 12, 1},
        {"numbered lanes", "浔江里五号", "", "B1", "exact_number", -300, 300, 1},
        {"between, the same side", "学林路30号", "", "B2", "between_numbers", 300, 10, 1},
        {"beside the only odd one", "学林路43号", "", "B2", "between_numbers", 430, 10, 25},
        {"where the road bends", "弯月路22号", "", "B2", "between_numbers", -1500, 1000, 8},
        {"shared node", "望山路与学林路交叉口", "", "B3", "shared_node", 600, 0, 1},
        {"and beside it", "学林路/望山路路口东南100米", "", "B3", "shared_node", 670.7, -70.7, 1},
        {"a corner", "望山路和学林路交汇处东北角", "", "B3", "shared_node", 621.2, 21.2, 1},
        {"named crossing", "观音路与滨水路路口", "", "B3", "named_crossing", -700, 700, 1},
        {"nearest doors", "潮声路与听涛路交叉口", "", "B3", "nearest_doors", -120, -615, 1},
        {"landmark", "集美第二医院对面", "", "B4", "beside_landmark", 0, 800, 1},
        {"away from it", "集美第二医院往北200米", "", "B4", "beside_landmark", 0, 1000, 5},
        {"ourselves", "本站西侧", "", "B4", "beside_station", -40, 0, 1},
        {"estate", "香山小区3栋502", "", "C1", "same_place", 900, 900, 1},
        {"in brackets", "(香山小区)", "", "C1", "same_place", 900, 900, 1},
        {"name alone", "集美区", "香山小区物业", "C1", "place_in_name", 900, 900, 1},
        {"two of that name: neither", "万达广场", "", "D", "middle_of_unit", 300, 300, 1},
        {"road", "望山路", "", "C2", "along_road", 600, 0, 1},
        {"village", "集美区星厝村", "", "D", "middle_of_unit", 1200, -1200, 1},
        {"only far away", "孤山路3号", "", "B1", "exact_number", 0, 9000, 1},
        {"another district", "同安区光明路9号", "", "B1", "exact_number", 60, 20000, 1},
        {"nothing", "不详", "", "E", "none", 0, 0, 0},
        {"unknown", "银河路1号", "", "E", "none", 0, 0, 0},
    };
    struct town t;
    build(&t);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_geocoded got;
        struct yk_sought s = {.address = cases[i].address,
                              .name = cases[i].name,
                              .station = at(0, 0),
                              .radius_m = 3000};
        yk_geocode(&got, t.g, &s);
        if (strcmp(got.place_class, cases[i].class) != 0 ||
            strcmp(got.method, cases[i].method) != 0)
            fail_msg("%s: %s %s", cases[i].word, got.place_class, got.method);
        assert_int_equal(got.located, *cases[i].class != 'E');
        if (!got.located)
            continue;
        double off = yk_metres(got.point, at(cases[i].east, cases[i].north));
        if (off > cases[i].within + .5)
            fail_msg("%s: %.1f m off", cases[i].word, off);
        assert_true(got.error_m >= 30);
        assert_true(got.evidences > 0 || !strcmp(got.method, "beside_station"));
    }
    take_down(&t);
}

static void what_is_told(void **state)
{
    (void)state;
    struct town t;
    struct yk_place_story story;
    build(&t);
    struct yk_sought s = {.address = "集美区学林路88号", .station = at(0, 0), .radius_m = 3000};
    yk_geocode_story(&story, t.g, &s, &t.a);
    assert_int_equal(story.found.evidences, 2); /* both doors are named */
    assert_true(fabs(story.found.runner_up_m - 10) < .1);
    assert_false(story.found.ambiguous);
    assert_int_equal(story.verdict, YK_VERDICT_IN);
    assert_true(fabs(story.distance_m - yk_metres(s.station, story.found.point)) < 1e-9);
    assert_int_equal(story.parts, 3);
    assert_string_equal(story.part[1].part, "road");
    assert_string_equal(story.part[1].why, "road");
    assert_string_equal(story.part[2].text, "88");
    assert_int_equal(story.found.tried, 2);
    assert_string_equal(story.found.tries[0].rung, "A1");
    assert_int_equal(story.found.tries[0].outcome, YK_TRY_NOT_SAID);
    assert_int_equal(story.found.tries[1].outcome, YK_TRY_FOUND);
    take_down(&t);
}

static void verdicts(void **state)
{
    (void)state;
    static const struct {
        double distance, error;
        enum yk_verdict want;
    } cases[] = {{1000, 100, YK_VERDICT_IN},   {2900, 100, YK_VERDICT_IN},
                 {2901, 100, YK_VERDICT_EDGE}, {3100, 100, YK_VERDICT_EDGE},
                 {3101, 100, YK_VERDICT_OUT},  {0, 4000, YK_VERDICT_EDGE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(yk_verdict_of(cases[i].distance, cases[i].error, 3000), cases[i].want);
    struct town t;
    struct yk_geocoded got;
    build(&t);
    struct yk_sought s = {.address = "同安区祥和路1号", .station = at(0, 0), .radius_m = 3000};
    yk_geocode(&got, t.g, &s);
    assert_false(got.located); /* but surely not here */
    assert_true(got.elsewhere);
    assert_int_equal(yk_geocoded_verdict(&got, &s), YK_VERDICT_OUT);
    take_down(&t);
}

/* Two firms of the sought name, far apart, say nothing of the crossing that is found after them. */
static void a_failed_rung_leaves_nothing(void **state)
{
    (void)state;
    struct town t;
    struct yk_geocoded got;
    struct yk_gazetteer_entry twin = {.source = "map",
                                      .kind = "",
                                      .name = "厦门翎石物流有限公司",
                                      .address = "",
                                      .road = "",
                                      .number = "",
                                      .point = at(1500, 1500)};
    build(&t);
    struct yk_gazetteer_entry other = twin;
    other.point = at(-1500, -1500);
    yk_geocoder_add(t.g, &(struct yk_known){&twin, NULL, 0});
    yk_geocoder_add(t.g, &(struct yk_known){&other, NULL, 0});
    yk_geocoder_ready(t.g);
    struct yk_sought s = {.address = "潮声路与听涛路交叉口",
                          .name = "厦门翎石物流有限公司",
                          .station = at(0, 0),
                          .radius_m = 3000};
    yk_geocode(&got, t.g, &s);
    assert_string_equal(got.tries[0].method, "same_name");
    assert_int_equal(got.tries[0].outcome, YK_TRY_AMBIGUOUS);
    assert_string_equal(got.method, "nearest_doors");
    assert_false(got.ambiguous);
    assert_true(isnan(got.runner_up_m));
    s.address = "银河路1号";
    yk_geocode(&got, t.g, &s);
    assert_string_equal(got.place_class, "E");
    assert_false(got.ambiguous);
    assert_int_equal(got.evidences, 0);
    take_down(&t);
}

/* Two doors of one number 290 m apart are one place, 310 m are two: east as well as north, whether
 * a station is known or not. */
static void without_a_circle(void **state)
{
    (void)state;
    static const struct {
        double east, north;
        bool ambiguous;
    } cases[] = {{290, 0, false}, {310, 0, true}, {0, 290, false}, {0, 310, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int circle = 0; circle < 2; circle++) {
            struct yk_geocoder *g = yk_geocoder_new(&(struct yk_names){NULL, 0}, NULL);
            struct yk_gazetteer_entry e[2];
            struct yk_geocoded got;
            struct yk_sought s = {.address = "学林路5号"};
            for (int k = 0; k < 2; k++) {
                e[k] =
                    (struct yk_gazetteer_entry){.source = "map",
                                                .kind = "",
                                                .name = "",
                                                .address = "学林路5号",
                                                .road = "",
                                                .number = "",
                                                .point = at(k * cases[i].east, k * cases[i].north)};
                yk_geocoder_add(g, &(struct yk_known){&e[k], NULL, 0});
            }
            yk_geocoder_ready(g);
            if (circle) {
                s.station = at(0, 0);
                s.radius_m = 3000;
            }
            yk_geocode(&got, g, &s);
            assert_string_equal(got.place_class, "B1");
            assert_int_equal(got.ambiguous, cases[i].ambiguous);
            yk_geocoder_free(g);
        }
}

static void itself_does_not_answer(void **state)
{
    (void)state;
    struct town t;
    struct yk_geocoded got;
    bool without[ENTRIES + ROADS] = {false};
    build(&t);
    without[1] = true; /* 20号 */
    struct yk_sought s = {
        .address = "集美区学林路20号", .station = at(0, 0), .radius_m = 3000, .without = without};
    yk_geocode(&got, t.g, &s);
    assert_string_equal(got.method, "between_numbers");
    s = (struct yk_sought){.uscc = "91110000710926094P"};
    yk_geocode(&got, t.g, &s);
    assert_string_equal(got.method, "same_code");
    take_down(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rungs),
        cmocka_unit_test(what_is_told),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(a_failed_rung_leaves_nothing),
        cmocka_unit_test(without_a_circle),
        cmocka_unit_test(itself_does_not_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
