/* coverage_test.c - the sample's walk lists, places, people and traffic taken in; what is blank. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "run.h"

#define SAMPLE "survey-forms/sample/"

static void load(struct scratch *s, const char *noun, const char *file)
{
    if (run(s, noun, "load", file, NULL))
        fail_msg("%s: %s", file, s->err.text);
}

static const char *write_file(struct scratch *s, const char *name, const char *text)
{
    const char *path = scratch_path(s, name);
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    fputs(text, to);
    fclose(to);
    return path;
}

/* Row counts are those of the files. */
static void the_sample_is_taken_in_whole(void **state)
{
    static const struct {
        const char *noun, *file;
        double rows;
    } row[] = {{"walk", SAMPLE "walk.csv", 90},
               {"gazetteer", SAMPLE "gazetteer.csv", 275},
               {"staff", SAMPLE "staff.csv", 9},
               {"traffic", SAMPLE "traffic.csv", 12}};
    struct scratch *s = *state;
    load(s, "station", SAMPLE "stations.csv");
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        for (int again = 0; again < 2; again++) {
            load(s, row[i].noun, row[i].file);
            assert_int_equal(s->show.status, 0);
            assert_int_equal(table(s, "rejects")->rows, 0);
            assert_true(number(table(s, "batches"), 0, again ? "unchanged" : "loaded") ==
                        row[i].rows);
        }
}

static size_t row_of(const struct yk_table *t, const char *key, const char *value)
{
    size_t row = 0;
    while (row < t->rows && strcmp(text(t, row, key), value) != 0)
        row++;
    if (row == t->rows)
        fail_msg("no row with %s %s", key, value);
    return row;
}

static void the_sample_is_covered(void **state)
{
    struct scratch *s = *state;
    double sum = 0;
    load(s, "station", SAMPLE "stations.csv");
    load(s, "walk", SAMPLE "walk.csv");
    load(s, "gazetteer", SAMPLE "gazetteer.csv");
    load(s, "survey", SAMPLE "survey/excel-gbk.csv");
    s->wish.option[YK_OPT_STATION] = "XM-HC-001";
    assert_int_equal(run(s, "coverage", "show", NULL), YK_OK);
    const struct yk_table *top = table(s, "");
    for (size_t c = 0; c < top->columns; c++)
        if (top->column[c].key && !strncmp(top->column[c].key, "outcomes.", 9))
            sum += top->cell[c].number;
    /* 120 rows; a few of them lie in the circle of another station alone */
    assert_true(number(top, 0, "doors_done") > 110 && number(top, 0, "doors_done") <= 120);
    assert_true(sum == number(top, 0, "doors_done"));
    assert_string_equal(text(top, 0, "missed.method"), "chapman");
    assert_true(number(top, 0, "missed.low") < number(top, 0, "missed.estimate"));
    assert_true(number(top, 0, "cells_aside") == 3);
    const struct yk_table *blank = table(s, "blank");
    size_t g2 = row_of(blank, "grid_id", "G02");
    assert_string_equal(text(blank, g2, "person"), "王小满");
    assert_true(number(blank, g2, "expected") == 2);
    assert_int_equal(cell(blank, g2, "due")->day, yk_day_of(2026, 10, 28));
    /* the forgotten cell G28 lies in squares that nobody was given */
    size_t square = row_of(blank, "grid_id", "E02S05");
    assert_int_equal(cell(blank, square, "person")->kind, YK_CELL_BLANK);
    assert_true(table(s, "unvisited")->rows > 0);
}

static void bad_cells_of_a_walk_list(void **state)
{
    struct scratch *s = *state;
    static const struct {
        double line;
        const char *heading;
    } want[] = {{3, "lon"},      {3, "lat"},          {4, "polygon"},     {6, "doors_expected"},
                {6, "due_date"}, {7, "state_reason"}, {8, "station_code"}};
    const char *path = write_file(
        s, "w.csv",
        "station_code,grid_id,lon,lat,polygon,datum,doors_expected,doors_source,person,due_date,"
        "cell_state,state_reason\n"
        "XM-HC-001,A1,118.1,24.5,,wgs84,12,map,w,2026-12-01,,\n"
        "XM-HC-001,A2,,,,wgs84,12,map,w,2026-12-01,,\n"
        "XM-HC-001,A3,,,118 24; 118 25,wgs84,12,map,w,2026-12-01,,\n"
        "XM-HC-001,A4,,,118 24; 118 25;119 25,wgs84,12,map,w,2026-12-01,,\n"
        "XM-HC-001,A5,118.1,24.5,,wgs84,约30,map,w,某日,未查,\n"
        "XM-HC-001,A6,118.1,24.5,,wgs84,3,地图或卫星影像,w,2026-12-01,进不去,\n"
        "XX,A7,118.1,24.5,,wgs84,3,map,w,2026-12-01,已查,\n");
    load(s, "station", SAMPLE "stations.csv");
    load(s, "walk", path);
    assert_int_equal(s->show.status, 3);
    assert_true(number(table(s, "batches"), 0, "loaded") == 2);
    const struct yk_table *rejects = table(s, "rejects");
    assert_int_equal(rejects->rows, sizeof want / sizeof *want);
    for (size_t i = 0; i < rejects->rows; i++) {
        assert_true(number(rejects, i, "line") == want[i].line);
        assert_string_equal(text(rejects, i, "heading"), want[i].heading);
        assert_true(*text(rejects, i, "reason") && *text(rejects, i, "hint"));
    }
}

static void bad_rows_of_a_gazetteer(void **state)
{
    struct scratch *s = *state;
    const char *path = write_file(s, "g.csv",
                                  "名称,类别,道路,门牌号,地址,经度,纬度,坐标系\n"
                                  "甲小学,学校,某路,1,某路1号,118.1,24.5,\n"
                                  "乙小学,学校,,,,,,gcj02\n"
                                  ",学校,,,,118.1,24.5,gcj02\n"
                                  "丙小学,学校,,,某路4号,218.1,24.5,gcj02\n"
                                  "丁书院,书院,,,某路5号,,,\n"
                                  "戊小学,学校,,,某路6号,118.1,,gcj02\n");
    load(s, "gazetteer", path);
    assert_int_equal(s->show.status, 3);
    assert_true(number(table(s, "batches"), 0, "loaded") == 1);
    assert_true(number(table(s, "batches"), 0, "rejected") == 5);
    s->wish.option[YK_OPT_DATUM] = "gcj02";
    load(s, "gazetteer", path);
    assert_true(number(table(s, "batches"), 0, "rejected") == 4);
}

static void a_source_loaded_again_replaces_itself(void **state)
{
    struct scratch *s = *state;
    const char *heading = "name,kind,address,lon,lat,datum\n";
    load(s, "station", SAMPLE "stations.csv");
    load(s, "gazetteer",
         write_file(s, "a.csv",
                    yk_arena_printf(&s->arena,
                                    "%s甲小学,school,x,118.016,24.520,wgs84\n"
                                    "乙酒店,宾馆,x,118.017,24.520,wgs84\n"
                                    "丙路,road,x,118.017,24.520,wgs84\n",
                                    heading)));
    load(s, "gazetteer",
         write_file(s, "b.csv",
                    yk_arena_printf(&s->arena,
                                    "%s甲 小学,学校,x,118.0161,24.520,wgs84\n丁,学校,x,,,\n",
                                    heading)));
    assert_int_equal(run(s, "gazetteer", "check", NULL), YK_OK);
    const struct yk_table *sources = table(s, "sources"), *kinds = table(s, "kinds");
    assert_int_equal(sources->rows, 2);
    assert_true(number(sources, 0, "entries") == 3 && number(sources, 0, "doubles") == 0);
    assert_true(number(sources, 1, "entries") == 2 && number(sources, 1, "doubles") == 1);
    assert_true(number(sources, 1, "without_place") == 1);
    size_t school = row_of(kinds, "kind", "school"), road = row_of(kinds, "kind", "road");
    assert_true(number(kinds, school, "entries") == 3 && number(kinds, school, "client") == 1);
    assert_true(number(kinds, row_of(kinds, "kind", "hotel"), "entries") == 1);
    assert_true(number(kinds, road, "client") == 0);
    assert_int_equal(table(s, "doubtful")->rows, 2);
    load(s, "gazetteer",
         write_file(
             s, "a.csv",
             yk_arena_printf(&s->arena, "%s戊小学,school,x,118.016,24.521,wgs84\n", heading)));
    assert_int_equal(run(s, "gazetteer", "check", NULL), YK_OK);
    assert_true(number(table(s, "sources"), 0, "entries") == 1);
    assert_true(number(table(s, "sources"), 1, "doubles") == 0);
}

#define SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH(the_sample_is_taken_in_whole),
        SCRATCH(the_sample_is_covered),
        SCRATCH(bad_cells_of_a_walk_list),
        SCRATCH(bad_rows_of_a_gazetteer),
        SCRATCH(a_source_loaded_again_replaces_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
