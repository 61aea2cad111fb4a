/* coverage_test.c - the coverage sheets, what «coverage show» prints, doubts in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/tables.h"

#define AREAS 5

/* The map is three squares a side; nothing lies in its corners. */
static size_t square[] = {SIZE_MAX, 0, SIZE_MAX, 1, 2, 3, SIZE_MAX, 4, SIZE_MAX};

struct walked {
    struct small_world w;
    struct yk_area area[AREAS];
    struct yk_outcome outcome[2];
    struct yk_unvisited unvisited[1];
    struct yk_gazetteer_entry entry[1];
    struct yk_coverage coverage;
};

static struct yk_area area_of(const char *grid, enum yk_cell_state state, double expected,
                              size_t done)
{
    return (struct yk_area){.grid_id = grid,
                            .name = "",
                            .person = "王小满",
                            .reason = "",
                            .due = yk_day_of(2026, 3, 20),
                            .centre = {24.5, 118.1},
                            .listed = true,
                            .expected = expected,
                            .expected_source = "map",
                            .done = done,
                            .state = state,
                            .likely = NAN,
                            .unlikely = NAN};
}

static void walk(struct walked *k, enum yk_lang lang)
{
    static const struct yk_choice choice[] = {
        {"cell_state", "not_yet", {"未查", "Not yet"}},
        {"cell_state", "ongoing", {"在查", "Under way"}},
        {"cell_state", "no_access", {"进不去", "No access"}},
        {"door_source", "map", {"地图或卫星影像", "Map"}},
    };
    *k = (struct walked){0};
    small_world_init(&k->w, lang, DOORS);
    for (size_t i = 0; i < sizeof choice / sizeof *choice; i++)
        yk_vocabulary_add(&k->w.vocabulary, &k->w.arena, &choice[i]);
    k->area[0] = area_of("G1", YK_AREA_NOT_YET, 9, 0);
    k->area[1] = area_of("G2", YK_AREA_ONGOING, 5, 3);
    k->area[1].overdue = true;
    k->area[1].due = yk_day_of(2026, 3, 1);
    k->area[2] = area_of("G3", YK_AREA_DONE, 4, 4);
    k->area[3] = area_of("G4", YK_AREA_NO_ACCESS, NAN, 0);
    k->area[3].reason = "门禁";
    k->area[4] = area_of("E00S01", YK_AREA_NOT_YET, NAN, 0);
    k->area[4].listed = false;
    k->area[4].person = k->area[4].expected_source = "";
    k->area[4].due = YK_DAY_NONE;
    k->outcome[0] = (struct yk_outcome){"completed", 6};
    k->outcome[1] = (struct yk_outcome){"refused", 2};
    k->entry[0] = (struct yk_gazetteer_entry){.source = "poi.csv",
                                              .kind = "hotel",
                                              .name = "海天宾馆",
                                              .address = "海天路1号",
                                              .road = "",
                                              .number = "",
                                              .point = {24.505, 118.1}};
    k->unvisited[0] = (struct yk_unvisited){.entry = 0, .area = 1, .metres = 554};
    k->coverage = (struct yk_coverage){
        .area = k->area,
        .areas = AREAS,
        .cells_done = 1,
        .cells_aside = 1,
        .doors_done = 8,
        .doors_expected = 18,
        .outcome = k->outcome,
        .outcomes = 2,
        .unvisited = k->unvisited,
        .unvisiteds = 1,
        .missed = {239.04, 223.8, 262.3, "chapman", 180, 60, 45},
        .square = square,
        .reach = 1,
    };
    k->w.territory.gazetteer = k->entry;
    k->w.territory.gazetteers = 1;
    k->w.view.coverage = &k->coverage;
}

static void report(struct walked *k, enum yk_lang lang)
{
    struct yk_err err = {0};
    walk(k, lang);
    if (yk_report_plan(&k->w.view, &k->w.plan, NULL, 0, &err))
        fail_msg("%s", err.text);
}

static void the_most_urgent_comes_first(void **state)
{
    (void)state;
    struct walked k;
    report(&k, YK_ZH);
    const struct yk_table *t = table_named(&k.w.sheets, "blank");
    assert_int_equal(t->rows, 2); /* the unknown square is told in the note */
    assert_string_equal(cell_under(t, 0, "Cell")->text, "G2");
    assert_int_equal(cell_under(t, 0, "State")->tone, YK_TONE_LATE);
    assert_string_equal(cell_under(t, 0, "State")->text, "在查");
    assert_string_equal(cell_under(t, 0, "Remark")->text, "overdue");
    assert_int_equal(cell_under(t, 0, "Due")->tone, YK_TONE_WARN);
    assert_true(cell_under(t, 0, "Doors visited")->number == 3);
    assert_string_equal(cell_under(t, 1, "Person")->text, "王小满");
    assert_string_equal(cell_under(t, 1, "Source of the expectation")->text, "地图或卫星影像");
    t = table_named(&k.w.sheets, "aside");
    assert_int_equal(t->rows, 1);
    assert_string_equal(cell_under(t, 0, "Remark")->text, "门禁");
    t = table_named(&k.w.sheets, "unvisited");
    assert_string_equal(cell_under(t, 0, "Kind")->text, "宾馆");
    assert_string_equal(cell_under(t, 0, "Cell")->text, "G2");
    t = table_named(&k.w.sheets, "outcomes");
    assert_true(cell_under(t, 1, "Share")->number == .25);
    const struct yk_sheet *sheet = yk_sheets_find(&k.w.sheets, "Coverage");
    assert_non_null(strstr(sheet->note, "about 239 (8 in 10: 224-262)"));
    assert_non_null(strstr(sheet->note, "1 more squares"));
    small_world_release(&k.w);
}

static void the_map_is_coloured(void **state)
{
    (void)state;
    struct walked k;
    report(&k, YK_ZH);
    const struct yk_table *t = table_named(&k.w.sheets, "map");
    static const enum yk_tone want[3][3] = {
        {YK_TONE_PLAIN, YK_TONE_TODO, YK_TONE_PLAIN},
        {YK_TONE_LATE, YK_TONE_DONE, YK_TONE_ASIDE},
        {YK_TONE_PLAIN, YK_TONE_NOBODYS, YK_TONE_PLAIN},
    };
    assert_int_equal(t->rows, 1 + 7); /* labels; squares and what is left of the legend */
    assert_string_equal(t->cell[1].text, "W01");
    assert_string_equal(t->cell[t->columns].text, "N01");
    assert_string_equal(t->cell[3 * t->columns].text, "S01");
    for (size_t r = 0; r < 3; r++)
        for (size_t c = 0; c < 3; c++)
            assert_int_equal(t->cell[(r + 1) * t->columns + 1 + c].tone, want[r][c]);
    assert_string_equal(t->cell[2 * t->columns + 2].text, "★");
    assert_string_equal(t->cell[t->columns + 2].text, "G1");
    assert_int_equal(t->cell[3 * t->columns + 2].kind, YK_CELL_BLANK); /* a square has no name */
    small_world_release(&k.w);
}

static void the_front_page_tells_progress(void **state)
{
    (void)state;
    struct walked k;
    report(&k, YK_EN);
    const struct yk_table *t = table_named(&k.w.sheets, "coverage");
    assert_true(cell_under(t, 0, "Doors visited")->number == 8);
    assert_true(cell_under(t, 0, "Doors expected")->number == 18);
    assert_true(cell_under(t, 0, "Cells done")->number == .25); /* one of the four to be walked */
    assert_true(cell_under(t, 0, "Cells overdue")->number == 1);
    assert_int_equal(k.w.sheets.count, 10);
    small_world_release(&k.w);
}

/* Keys as commands.md names them. */
static void keys_are_there(void **state)
{
    static const char *const blank[] = {"grid_id", "name", "state", "expected", "done",
                                        "person",  "due",  "lon",   "lat"};
    (void)state;
    struct walked k;
    walk(&k, YK_EN);
    yk_report_coverage(&k.w.view);
    const struct yk_table *top = table_named(&k.w.sheets, "");
    assert_string_equal(cell_under(top, 0, "station_code")->text, "S1");
    assert_true(cell_under(top, 0, "cells")->number == AREAS);
    assert_true(cell_under(top, 0, "cells_done")->number == 1);
    assert_true(cell_under(top, 0, "doors_expected")->number == 18);
    assert_true(cell_under(top, 0, "doors_done")->number == 8);
    assert_true(cell_under(top, 0, "outcomes.completed")->number == 6);
    assert_true(cell_under(top, 0, "missed.estimate")->number == 239.04);
    assert_true(cell_under(top, 0, "missed.high")->number == 262.3);
    assert_string_equal(cell_under(top, 0, "missed.method")->text, "chapman");
    const struct yk_table *t = table_named(&k.w.sheets, "blank");
    assert_int_equal(t->rows, 3);
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
        (void)cell_under(t, 0, blank[i]);
    assert_string_equal(cell_under(t, 1, "state")->text, "ongoing");
    assert_int_equal(cell_under(t, 2, "expected")->kind, YK_CELL_BLANK);
    assert_int_equal(table_named(&k.w.sheets, "unvisited")->rows, 1);
    small_world_release(&k.w);
}

static void what_is_known_of_the_missed(void **state)
{
    static const struct {
        struct yk_missed missed;
        const char *want;
    } row[] = {
        {{NAN, NAN, NAN, "", 0, 0, 0}, "nobody knows"},
        {{187.1, 187.1, NAN, "chao1", 150, 40, 20}, "at least 187; 150 are known, 40 of them"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct walked k;
        walk(&k, YK_EN);
        k.coverage.missed = row[i].missed;
        yk_report_coverage(&k.w.view);
        const char *got = cell_under(table_named(&k.w.sheets, ""), 0, "missed_words")->text;
        if (!strstr(got, row[i].want))
            fail_msg("%s", got);
        small_world_release(&k.w);
    }
}

static void doubts_in_words(void **state)
{
    static struct yk_flag flag[] = {{"missing", "own_tank"}, {"outside", ""}, {"copied", ""}};
    (void)state;
    struct yk_err err = {0};
    struct small_world w;
    small_world_init(&w, YK_ZH, DOORS);
    w.derived.quality[0] = (struct yk_quality){.known = 0xF, .flag = flag, .flags = 3};
    assert_int_equal(yk_report_plan(&w.view, &w.plan, NULL, 0, &err), YK_OK);
    const struct yk_table *t = table_named(&w.sheets, "doubts");
    assert_string_equal(cell_under(t, 0, "Doubt")->text, "a required answer is missing");
    assert_string_equal(cell_under(t, 0, "What is known")->text, "有无自备油罐: 是");
    assert_string_equal(cell_under(t, 1, "What is known")->text, "0 m from the station");
    assert_string_equal(cell_under(t, 2, "What to do")->text,
                        "have another person ask the client again");
    t = table_named(&w.sheets, "profiles");
    assert_string_equal(cell_under(t, 0, "Six facts")->text, "4/6");
    assert_string_equal(
        cell_under(t, 0, "Doubts")->text,
        "outside every trading area of ours；answers as at another door of the surveyor");
    assert_string_equal(cell_under(t, 0, "Ask next")->text, "目前加油地点(品牌)；有无自备油罐");
    assert_string_equal(cell_under(table_named(&w.sheets, "plan"), 1, "Six facts")->text, "0/6");
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_urgent_comes_first),   cmocka_unit_test(the_map_is_coloured),
        cmocka_unit_test(the_front_page_tells_progress), cmocka_unit_test(keys_are_there),
        cmocka_unit_test(what_is_known_of_the_missed),   cmocka_unit_test(doubts_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
