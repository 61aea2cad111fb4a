/* datums_test.c - what is said of coordinates in a doubtful datum, and the table of all sources. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "youka/report/datums.h"
#include "youka/report/tables.h"

static struct yk_suspicion suspicion(enum yk_datum declared, enum yk_reading best,
                                     enum yk_doubt doubt)
{
    return (struct yk_suspicion){.source = "a.csv",
                                 .declared = declared,
                                 .places = 216,
                                 .near = 200,
                                 .metres = {583.4, 41.2, 944.1, NAN},
                                 .best = best,
                                 .doubt = doubt};
}

static void says_what_to_do(void **state)
{
    (void)state;
    static const struct {
        const char *word, *batch;
        enum yk_datum declared;
        enum yk_reading best;
        enum yk_doubt doubt;
        const char *says[4]; /* "": nothing at all */
    } rows[] = {
        {"right", NULL, YK_GCJ02, YK_READ_GCJ02, YK_DOUBT_NONE, {""}},
        {"too few", NULL, YK_WGS84, YK_READ_GCJ02, YK_DOUBT_TOO_FEW, {""}},
        {"not clear", NULL, YK_WGS84, YK_READ_GCJ02, YK_DOUBT_OPEN, {""}},
        {"wrong",
         NULL,
         YK_WGS84,
         YK_READ_GCJ02,
         YK_DOUBT_DATUM,
         {"b.csv: coordinates declared as WGS-84 look like GCJ-02", "216 places",
          "WGS-84 583 m, GCJ-02 41 m, BD-09 944 m",
          "if so, load the file again with --datum gcj02"}},
        {"wrong, a survey",
         "0123456789abcdef",
         YK_BD09,
         YK_READ_WGS84,
         YK_DOUBT_DATUM,
         {"declared as BD-09 look like WGS-84", "youka batch undo 01234567)", "--datum wgs84"}},
        {"surveyors'",
         NULL,
         YK_CGCS2000,
         YK_READ_BD09,
         YK_DOUBT_DATUM,
         {"declared as CGCS2000 look like BD-09"}},
        {"exchanged",
         NULL,
         YK_GCJ02,
         YK_READ_EXCHANGED,
         YK_DOUBT_DATUM,
         {"look like longitude and latitude exchanged", "exchange the two columns"}},
        {"not told, one fits",
         NULL,
         YK_DATUM_UNKNOWN,
         YK_READ_GCJ02,
         YK_DOUBT_DATUM,
         {"b.csv: 7 rows have typed coordinates but no coordinate system", "most like GCJ-02",
          "GCJ-02 41 m", "--datum gcj02"}},
        {"not told, nobody knows",
         NULL,
         YK_DATUM_UNKNOWN,
         YK_READ_GCJ02,
         YK_DOUBT_OPEN,
         {"7 rows have typed coordinates", "which map", "wgs84, gcj02, bd09 or cgcs2000"}},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_suspicion s = suspicion(rows[i].declared, rows[i].best, rows[i].doubt);
        struct yk_compared load = {"b.csv", 7, rows[i].batch, false};
        const char *said = yk_report_doubt(&s, &load, &a);
        if (!*rows[i].says[0])
            assert_string_equal(said, "");
        for (size_t k = 0; k < 4 && rows[i].says[k]; k++)
            if (!strstr(said, rows[i].says[k]))
                fail_msg("%s: “%s” does not say “%s”", rows[i].word, said, rows[i].says[k]);
    }
    struct yk_suspicion rivals = suspicion(YK_WGS84, YK_READ_BD09, YK_DOUBT_DATUM);
    struct yk_compared load = {"b.csv", 7, NULL, true};
    assert_non_null(strstr(yk_report_doubt(&rivals, &load, &a), "rivals once loaded stay"));
    yk_arena_release(&a);
}

static const struct yk_cell *cell(const struct yk_table *t, size_t row, const char *key)
{
    for (size_t c = 0; c < t->columns; c++)
        if (!strcmp(t->column[c].key, key))
            return &t->cell[row * t->columns + c];
    fail_msg("no column %s", key);
    return NULL;
}

static void lists_all_sources(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets sheets;
    struct yk_territory t = {0};
    struct yk_view view = {.sheets = &sheets, .territory = &t};
    yk_sheets_init(&sheets, &a, YK_EN, "", 0);
    struct yk_suspicion row[] = {suspicion(YK_WGS84, YK_READ_GCJ02, YK_DOUBT_DATUM),
                                 suspicion(YK_CGCS2000, YK_READ_WGS84, YK_DOUBT_TOO_FEW)};
    yk_report_gazetteer(&view, NULL);
    yk_report_datums(&view, row, 2);
    const struct yk_sheet *sheet = sheets.sheet[0];
    const struct yk_table *table = sheet->table[sheet->tables - 1];
    assert_string_equal(table->name, "datums");
    assert_int_equal(table->rows, 2);
    assert_string_equal(cell(table, 0, "source")->text, "a.csv");
    assert_string_equal(cell(table, 0, "declared")->text, "wgs84");
    assert_string_equal(cell(table, 0, "best")->text, "gcj02");
    assert_true(cell(table, 0, "matches")->number == 216);
    assert_true(cell(table, 0, "median_m.gcj02")->number == 41.2);
    assert_int_equal(cell(table, 0, "median_m.exchanged")->kind, YK_CELL_BLANK);
    assert_true(cell(table, 0, "suspect")->number == 1);
    assert_string_equal(cell(table, 0, "words")->text, "to be doubted");
    assert_int_equal(cell(table, 1, "best")->kind, YK_CELL_BLANK);
    assert_true(cell(table, 1, "suspect")->number == 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_to_do),
        cmocka_unit_test(lists_all_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
