/* coverage_test.c - cells, doors and what is blank about one station; the numbers of estimation.md
 * §8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "../support/answers_of.h"
#include "youka/geo/datum.h"
#include "youka/survey/coverage.h"

#define MOST 64

static const struct yk_point here = {24.5, 118.1};

/* A station and what was found about it. */
struct world {
    struct yk_arena arena;
    struct yk_station station[2];
    struct yk_record record[MOST];
    struct yk_door door[MOST];
    struct yk_place place[MOST];
    struct yk_gazetteer_entry entry[MOST];
    struct yk_category_prior category[2];
    struct yk_rules rules;
    struct yk_territory t;
    struct yk_coverage got;
};

static int open_world(void **state)
{
    struct world *w = yk_alloc(sizeof *w);
    w->station[0] = (struct yk_station){.code = "S1", .point = here, .radius_m = 1000};
    w->station[1] = (struct yk_station){.code = "S2", .point = {25.5, 118.1}, .radius_m = 1000};
    w->category[0].category = "school";
    w->category[1].category = "hotel";
    w->rules = (struct yk_rules){.category = w->category, .categories = 2};
    w->t = (struct yk_territory){.today = yk_day_of(2026, 11, 25),
                                 .station = w->station,
                                 .stations = 2,
                                 .record = w->record,
                                 .door = w->door,
                                 .gazetteer = w->entry,
                                 .rules = &w->rules};
    *state = w;
    return 0;
}

static int close_world(void **state)
{
    struct world *w = *state;
    yk_arena_release(&w->arena);
    free(w);
    return 0;
}

/* The point so many metres east and north of the station. */
static struct yk_point off(double east_m, double north_m)
{
    return yk_point_towards(yk_point_towards(here, 90, east_m), 0, north_m);
}

static void list_cell(struct world *w, const char *answers)
{
    w->record[w->t.records++] = (struct yk_record){
        .form = "walk_list", .station_code = "S1", .answers = answers_of(&w->arena, answers)};
}

/* A square cell about a point. */
static void list_square(struct world *w, const char *grid, struct yk_point p, const char *more)
{
    list_cell(w, yk_arena_printf(&w->arena, "grid_id=%s;lon=%.9f;lat=%.9f;datum=wgs84;%s", grid,
                                 p.lon, p.lat, more));
}

static struct yk_door *add_door(struct world *w, struct yk_point p, const char *answers)
{
    struct yk_door *d = &w->door[w->t.doors];
    w->place[w->t.doors++] =
        (struct yk_place){.located = true, .point = p, .verdict = YK_VERDICT_IN, .owner = 0};
    *d = (struct yk_door){.station_code = "S1", .answers = answers_of(&w->arena, answers)};
    return d;
}

static void add_place(struct world *w, const char *source, const char *kind, const char *name,
                      struct yk_point p)
{
    w->entry[w->t.gazetteers++] =
        (struct yk_gazetteer_entry){source, kind, name, "", "", "", p, "", NULL, 0};
}

static void cover(struct world *w)
{
    struct yk_err err = {0};
    if (yk_coverage_of(&w->got, &w->t, w->place, 0, &w->arena, &err))
        fail_msg("%s", err.text);
}

static const struct yk_area *area_named(const struct world *w, const char *grid)
{
    for (size_t i = 0; i < w->got.areas; i++)
        if (strcmp(w->got.area[i].grid_id, grid) == 0)
            return &w->got.area[i];
    fail_msg("no cell %s", grid);
    return NULL;
}

static void is_about(double got, double want, double within, const char *what)
{
    if (!(fabs(got - want) <= within))
        fail_msg("%s: %.9g, not %.9g", what, got, want);
}

/* By hand: |e| <= 2 and |n| <= 2 are the squares whose middle rows reach into 1000 m; of the four
 * corners (2,2) the nearest point looked at is (800, 800), 1131 m away. */
static void a_circle_in_squares(void **state)
{
    struct world *w = *state;
    cover(w);
    assert_int_equal(w->got.reach, 2);
    assert_int_equal(w->got.areas, 21);
    const struct yk_area *east = area_named(w, "E02N00"), *south = area_named(w, "W01S02");
    is_about(yk_metres(here, east->centre), 1000, .01, "two squares east");
    is_about(yk_metres(here, south->centre), hypot(500, 1000), .01, "one west, two south");
    assert_true(south->centre.lat < here.lat && south->centre.lon < here.lon);
    assert_int_equal(east->corners, 5);
    assert_true(east->outline[0].lon == east->outline[4].lon);
    assert_true(isnan(east->expected) && east->state == YK_AREA_NOT_YET && !east->listed);
    /* the map's corners are outside, its middle is the station's square */
    assert_int_equal(w->got.square[0], SIZE_MAX);
    assert_string_equal(w->got.area[w->got.square[12]].grid_id, "E00N00");
    assert_string_equal(w->got.area[w->got.square[2]].grid_id, "E00N02");
    assert_string_equal(w->got.missed.method, "");
    assert_true(isnan(w->got.missed.estimate));
}

/* A door falls into the cell that it names, else into the one where it lies. */
static void doors_fall_into_cells(void **state)
{
    struct world *w = *state;
    list_square(w, "G1", off(0, 0), "doors_expected=2;person=w;due_date=2026-11-20");
    list_square(w, "G2", off(500, 0), "doors_expected=2;size_m=500;due_date=2026-11-25");
    add_door(w, off(10, 10), "visit_result=completed");
    add_door(w, off(240, 0), "visit_result=refused");
    add_door(w, off(260, 0), "visit_result=no_answer");
    add_door(w, off(0, 600), "visit_result=refused;grid_id=g2 ");
    add_door(w, off(-300, 0), "visit_result=completed;grid_id=G9");
    add_door(w, off(0, 0), "client_name=nobody went");
    add_door(w, off(10, -10), "visit_result=closed_moved;grid_id=G2")->station_code = "S2";
    w->place[w->t.doors] = (struct yk_place){.verdict = YK_VERDICT_UNKNOWN};
    w->door[w->t.doors++] = (struct yk_door){
        .station_code = "S1", .answers = answers_of(&w->arena, "visit_result=completed")};
    cover(w);
    assert_int_equal(area_named(w, "G1")->done, 3); /* with the other station's door */
    assert_int_equal(area_named(w, "G2")->done, 2);
    assert_int_equal(area_named(w, "W01N00")->done, 1);
    assert_int_equal(area_named(w, "G1")->state, YK_AREA_DONE);
    assert_false(area_named(w, "G1")->overdue);
    assert_int_equal(area_named(w, "W01N00")->state, YK_AREA_ONGOING); /* nobody knows how many */
    assert_int_equal(w->got.areas, 2 + 19);
    assert_int_equal(w->got.cells_done, 2);
    assert_int_equal(w->got.doors_done, 7);
    is_about(w->got.doors_expected, 4, 0, "doors expected");
    static const struct yk_outcome want[] = {
        {"closed_moved", 1}, {"completed", 3}, {"no_answer", 1}, {"refused", 2}};
    assert_int_equal(w->got.outcomes, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(w->got.outcome[i].code, want[i].code);
        assert_int_equal(w->got.outcome[i].count, want[i].count);
    }
}

static void states_of_cells(void **state)
{
    static const struct {
        const char *word, *row;
        size_t doors;
        enum yk_cell_state want;
        bool overdue;
    } row[] = {
        {"nobody went", "doors_expected=3;due_date=2026-11-24", 0, YK_AREA_NOT_YET, true},
        {"due today", "doors_expected=3;due_date=2026-11-25", 0, YK_AREA_NOT_YET, false},
        {"one door short", "doors_expected=3;due_date=2026-11-24", 2, YK_AREA_ONGOING, true},
        {"all", "doors_expected=3;due_date=2026-11-24", 3, YK_AREA_DONE, false},
        {"told done, one short", "doors_expected=3;cell_state=done", 2, YK_AREA_ONGOING, false},
        {"told done, nobody knows of what", "cell_state=done", 5, YK_AREA_ONGOING, false},
        {"told under way", "cell_state=ongoing", 0, YK_AREA_ONGOING, false},
        {"nothing to expect", "doors_expected=0", 0, YK_AREA_DONE, false},
        {"no access", "doors_expected=3;cell_state=no_access;due_date=2026-11-01", 1,
         YK_AREA_NO_ACCESS, false},
        {"no doors", "cell_state=no_doors", 0, YK_AREA_NO_DOORS, false},
        {"excluded", "doors_expected=3;cell_state=excluded", 3, YK_AREA_EXCLUDED, false},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct world *w = *state;
        w->t.records = w->t.doors = 0;
        list_square(w, "G1", off(0, 0), row[i].row);
        for (size_t d = 0; d < row[i].doors; d++)
            add_door(w, off(0, 0), "visit_result=refused");
        cover(w);
        const struct yk_area *area = area_named(w, "G1");
        if (area->state != row[i].want || area->overdue != row[i].overdue)
            fail_msg("%s: %s%s", row[i].word, yk_cell_state_code(area->state),
                     area->overdue ? ", overdue" : "");
        assert_int_equal(w->got.cells_done, row[i].want == YK_AREA_DONE);
        assert_int_equal(w->got.cells_aside, row[i].want >= YK_AREA_NO_ACCESS);
    }
}

/* A triangle written in GCJ-02, as an area manager reads it off a phone's map. */
static void a_polygon_in_another_datum(void **state)
{
    struct world *w = *state;
    const struct yk_point corner[] = {off(-800, -800), off(800, -800), off(-800, 800)};
    const char *text = "grid_id=P1;datum=gcj02;polygon=";
    for (size_t i = 0; i < 3; i++) {
        struct yk_point p = yk_from_wgs84(YK_GCJ02, corner[i]);
        text = yk_arena_printf(&w->arena, "%s%s%.9f %.9f", text, i ? ", " : "", p.lon, p.lat);
    }
    char *semicolons = yk_arena_copy(&w->arena, text);
    list_cell(w, semicolons);
    /* answers_of divides at semicolons, so they are put in afterwards */
    for (size_t i = 0; i < w->record[0].answers.count; i++)
        for (char *s = (char *)w->record[0].answers.answer[i].text; *s; s++)
            *s = *s == ',' ? ';' : *s;
    add_door(w, off(-700, 650), "visit_result=completed");
    add_door(w, off(-600, 650), "visit_result=completed");
    add_door(w, off(600, -750), "visit_result=completed");
    cover(w);
    const struct yk_area *area = area_named(w, "P1");
    assert_int_equal(area->corners, 4);
    assert_int_equal(area->done, 2);
    /* the middle of a triangle is the mean of its corners */
    is_about(yk_metres(area->centre, off(-800 / 3.0, -800 / 3.0)), 0, .05, "middle");
}

static void cells_without_a_place(void **state)
{
    static const char *const row[] = {
        "grid_id=A;lon=118.1;lat=24.5;doors_expected=1",
        "grid_id=A;lon=118.1;lat=24.5;datum=unknown", "grid_id=A;lon=24.5;lat=18.1;datum=wgs84",
        "grid_id=A;datum=wgs84;polygon=1 2 3", "grid_id=A;datum=wgs84"};
    struct world *w = *state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        w->t.records = w->t.doors = 0;
        list_cell(w, row[i]);
        add_door(w, off(0, 0), "visit_result=refused;grid_id=A");
        cover(w);
        assert_true(isnan(area_named(w, "A")->centre.lat));
        assert_int_equal(area_named(w, "A")->done, 1);
        assert_int_equal(w->got.areas, 1 + 21);
    }
}

static void places_give_expectations(void **state)
{
    struct world *w = *state;
    list_square(w, "G1", off(0, 0), "");
    list_square(w, "G2", off(500, 0), "doors_expected=9;doors_source=gazetteer");
    add_place(w, "a.csv", "school", "新阳小学", off(0, 0));
    add_place(w, "a.csv", "school", "新阳 小学", off(20, 0)); /* the same again */
    add_place(w, "a.csv", "road", "新阳路", off(0, 10));      /* no client */
    add_place(w, "a.csv", "hotel", "海景宾馆", off(0, 100));
    add_place(w, "a.csv", "hotel", "海天宾馆", off(500, 100));
    add_place(w, "a.csv", "hotel", "远处宾馆", off(0, 1200)); /* beyond the circle */
    add_place(w, "a.csv", "hotel", "没有位置", (struct yk_point){NAN, NAN});
    add_door(w, off(30, 30), "client_name=厦门市海沧区新阳小学;visit_result=completed");
    add_door(w, off(0, 50), "client_name=海天宾馆;visit_result=completed"); /* 500 m off */
    cover(w);
    is_about(area_named(w, "G1")->expected, 2, 0, "two places");
    assert_string_equal(area_named(w, "G1")->expected_source, "gazetteer");
    is_about(area_named(w, "G2")->expected, 9, 0, "what the list says");
    assert_true(isnan(area_named(w, "E00N01")->expected));
    assert_int_equal(w->got.unvisiteds, 2);
    assert_string_equal(w->entry[w->got.unvisited[0].entry].name, "海景宾馆");
    assert_string_equal(w->entry[w->got.unvisited[1].entry].name, "海天宾馆");
    is_about(w->got.unvisited[0].metres, 100, .01, "metres");
    /* Two doors, three places, one of them both: 3 * 4 / 2 - 1. */
    assert_string_equal(w->got.missed.method, "chapman");
    assert_int_equal(w->got.missed.first, 2);
    assert_int_equal(w->got.missed.second, 3);
    assert_int_equal(w->got.missed.both, 1);
    is_about(w->got.missed.estimate, 5, 1e-12, "Chapman");
}

/* One name may be part of another only when it says enough, and a door is one place only. */
static void names_that_match(void **state)
{
    static const struct {
        const char *word, *door, *place;
        double metres;
        bool match;
    } row[] = {
        {"equal", "海景宾馆", "海景宾馆", 299, true},
        {"brackets and width", "ＡＢＣ（厦门）宾馆", "abc厦门 宾馆", 0, true},
        {"a part of it", "厦门海景宾馆有限公司", "海景宾馆", 250, true},
        {"too short a part", "厦门第一中学", "中学", 0, false},
        {"too far", "海景宾馆", "海景宾馆", 310, false},
        {"another", "海景宾馆", "海天宾馆", 0, false},
        {"another number", "厦门海景小学第二分校", "海景小学第三分校", 0, false},
        {"a part with another number", "厦门第二实验小学", "实验小学", 0, false},
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        w->t.doors = w->t.gazetteers = 0;
        add_door(w, off(0, 0),
                 yk_arena_printf(&w->arena, "visit_result=completed;client_name=%s", row[i].door));
        add_place(w, "a.csv", "hotel", row[i].place, off(row[i].metres, 0));
        cover(w);
        if ((w->got.unvisiteds == 0) != row[i].match)
            fail_msg("%s", row[i].word);
    }
    w->t.gazetteers = w->t.doors = 0;
    add_door(w, off(0, 0), "visit_result=completed;client_name=海景宾馆");
    add_place(w, "a.csv", "hotel", "厦门海景宾馆", off(0, 10));
    add_place(w, "a.csv", "hotel", "海景宾馆有限公司", off(0, -5));
    cover(w);
    assert_int_equal(w->got.unvisiteds, 1);
    assert_string_equal(w->entry[w->got.unvisited[0].entry].name, "厦门海景宾馆");
}

static void an_unplaced_door_matches_by_name(void **state)
{
    struct world *w = *state;
    add_door(w, off(0, 0), "visit_result=completed;client_name=海景宾馆");
    w->place[0] = (struct yk_place){.located = false, .verdict = YK_VERDICT_UNKNOWN};
    add_place(w, "a.csv", "hotel", "海景宾馆", off(0, 900));
    cover(w);
    assert_int_equal(w->got.unvisiteds, 0);
}

/* Three lists: the census and two sources. Of six clients the first is on all, the next two on
 * two, three on one: 6 + 3 * 2 / (2 * 3) = 7 (bias-corrected Chao1, Chao 2005). */
static void three_lists(void **state)
{
    static const char *const name[] = {"甲甲甲甲", "乙乙乙乙", "丙丙丙丙",
                                       "丁丁丁丁", "戊戊戊戊", "己己己己"};
    struct world *w = *state;
    for (size_t i = 0; i < 4; i++)
        add_door(w, off(100.0 * (double)i, 0),
                 yk_arena_printf(&w->arena, "visit_result=completed;client_name=%s", name[i]));
    for (size_t i = 0; i < 2; i++)
        add_place(w, "a.csv", "hotel", name[i], off(100.0 * (double)i, 0));
    add_place(w, "a.csv", "hotel", name[4], off(0, 500));
    add_place(w, "b.csv", "hotel", name[0], off(0, 0));
    add_place(w, "b.csv", "hotel", name[2], off(200, 0));
    add_place(w, "b.csv", "hotel", name[5], off(0, 700));
    cover(w);
    assert_string_equal(w->got.missed.method, "chao1");
    assert_int_equal(w->got.missed.first, 6);
    assert_int_equal(w->got.missed.second, 3);
    assert_int_equal(w->got.missed.both, 2);
    is_about(w->got.missed.estimate, 7, 1e-12, "Chao1");
    is_about(w->got.missed.low, 7, 1e-12, "a lower bound");
    assert_true(isnan(w->got.missed.high));
}

/* A neighbour that surveyed one of ten clients has no list of this area. */
static void a_neighbours_few_doors_are_no_list(void **state)
{
    struct world *w = *state;
    struct yk_member seen[] = {{.station_code = "S1"}, {.station_code = "S2"}};
    for (size_t i = 0; i < 10; i++)
        add_door(w, off(0, 10 * (double)i), "visit_result=completed;client_name=x");
    w->door[0].member = seen;
    w->door[0].members = 2;
    cover(w);
    assert_string_equal(w->got.missed.method, "");
    for (size_t i = 1; i < 4; i++) {
        w->door[i].member = seen;
        w->door[i].members = 2;
    }
    cover(w);
    assert_string_equal(w->got.missed.method, "chapman");
    assert_int_equal(w->got.missed.first, 10);
    assert_int_equal(w->got.missed.second, 4);
    assert_int_equal(w->got.missed.both, 4);
    is_about(w->got.missed.high, 10, 1e-9, "all of the smaller list are in the larger");
}

/* Eight neighbours with seven doors each about a square of which nobody knows anything: the region
 * has 56 / 9 doors a square, the neighbours (2 + 56) / (2 + 8 * 56 / 9) times that; none at all has
 * the chance (2 / (2 + likely))^2. */
static void an_oddly_empty_square(void **state)
{
    struct world *w = *state;
    w->station[0].radius_m = 700;
    for (int i = 0; i < 9; i++)
        for (int k = 0; i != 4 && k < 7; k++)
            add_door(w, off(500 * (i % 3 - 1), 500 * (double)(i / 3 - 1)), "visit_result=refused");
    cover(w);
    assert_int_equal(w->got.areas, 9);
    const struct yk_area *middle = area_named(w, "E00N00");
    double rate = 56 / 9.0, likely = rate * (2 + 56) / (2 + 8 * rate);
    is_about(middle->likely, likely, 1e-3, "likely doors");
    is_about(middle->unlikely, pow(2 / (2 + likely), 2), 1e-4, "chance of none");
    assert_true(middle->suspect);
    assert_false(area_named(w, "E01N00")->suspect);
}

/* estimation.md §8 */
static void worked_numbers(void **state)
{
    struct yk_missed m;
    (void)state;
    yk_chapman(&m, 180, 60, 45);
    is_about(m.estimate, 239.0, .05, "Chapman");
    is_about(m.low, 223.8, .05, "low");
    is_about(m.high, 262.3, .05, "high");
    is_about(yk_chao1(150, 40, 20), 187.1, .05, "Chao1");
    is_about(yk_too_few(6, 0), .0625, 1e-12, "no door of six");
    /* sum of C(k + 1, k) (2/7)^2 (5/7)^k, k = 0..3 = 7432 / 16807 */
    is_about(yk_too_few(5, 3), 7432 / 16807.0, 1e-12, "three of five");
}

static void nothing_is_infinite(void **state)
{
    static const size_t row[][3] = {{0, 0, 0}, {5, 0, 0},       {0, 7, 0}, {5, 7, 0},   {5, 5, 5},
                                    {5, 3, 4}, {1000, 1000, 0}, {1, 1, 1}, {100, 1, 1}, {3, 9, 3}};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_missed m;
        yk_chapman(&m, row[i][0], row[i][1], row[i][2]);
        if (!isfinite(m.estimate) || !isfinite(m.low) || !isfinite(m.high) ||
            !(m.low <= m.estimate && m.estimate <= m.high))
            fail_msg("%zu %zu %zu: %g [%g, %g]", row[i][0], row[i][1], row[i][2], m.estimate, m.low,
                     m.high);
        assert_true(isfinite(yk_chao1(row[i][0] + row[i][1], row[i][0], row[i][1])));
    }
    is_about(yk_too_few(0, 0), 1, 0, "nothing of nothing");
    assert_true(yk_too_few(1e9, 3) >= 0 && yk_too_few(3, 100000) <= 1);
}

static void a_station_without_a_circle(void **state)
{
    struct world *w = *state;
    w->station[0].radius_m = NAN;
    list_square(w, "G1", off(0, 0), "doors_expected=1");
    add_door(w, off(0, 0), "visit_result=completed");
    cover(w);
    assert_int_equal(w->got.areas, 1);
    assert_int_equal(w->got.cells_done, 1);
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD(a_circle_in_squares),
        WORLD(doors_fall_into_cells),
        WORLD(states_of_cells),
        WORLD(a_polygon_in_another_datum),
        WORLD(cells_without_a_place),
        WORLD(places_give_expectations),
        WORLD(names_that_match),
        WORLD(an_unplaced_door_matches_by_name),
        WORLD(three_lists),
        WORLD(a_neighbours_few_doors_are_no_list),
        WORLD(an_oddly_empty_square),
        WORLD(a_station_without_a_circle),
        cmocka_unit_test(worked_numbers),
        cmocka_unit_test(nothing_is_infinite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
