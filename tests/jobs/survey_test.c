/* survey_test.c - the sample's bad cells told and mended; two servers' exports of one census. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"
#include "youka/intake/source.h"

#define SAMPLE "survey-forms/sample/"

static void load_stations(struct scratch *s)
{
    assert_int_equal(run(s, "station", "load", SAMPLE "stations.csv", NULL), YK_OK);
}

/* Row of a table of rejects with this line and heading, or rows. */
static size_t find_reject(const struct yk_table *t, double line, const char *heading)
{
    size_t row = 0;
    while (row < t->rows &&
           (number(t, row, "line") != line || strcmp(text(t, row, "heading"), heading)))
        row++;
    return row;
}

/* bad-cells.csv is written by the sample's generator, which put the mistakes in. */
static void every_bad_cell_is_told(void **state)
{
    struct scratch *s = *state;
    struct yk_source *source = NULL;
    const struct yk_rows *bad;
    load_stations(s);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/mistakes.csv", NULL), YK_OK);
    assert_int_equal(s->show.status, 3);
    const struct yk_table *rejects = table(s, "rejects");
    assert_int_equal(yk_source_open(&source, SAMPLE "bad-cells.csv", &s->err), YK_OK);
    assert_int_equal(yk_source_all(&bad, source, 1000, &s->err), YK_OK);
    assert_int_equal(bad->count, 40);
    assert_int_equal(rejects->rows, 40);
    for (size_t i = 0; i < bad->count; i++) {
        double line = strtod(yk_rows_at(bad, i, 0), NULL);
        size_t row = find_reject(rejects, line, yk_rows_at(bad, i, 1));
        if (row == rejects->rows)
            fail_msg("line %.0f, %s (%s) was not told", line, yk_rows_at(bad, i, 1),
                     yk_rows_at(bad, i, 3));
        /* Of a packed list only the bad part is told. */
        assert_non_null(strstr(yk_rows_at(bad, i, 2), text(rejects, row, "value")));
        assert_true(*text(rejects, row, "reason") && *text(rejects, row, "hint"));
    }
    yk_source_close(source);
}

static void put_csv(FILE *to, const char *cell, bool last)
{
    fputc('"', to);
    for (; *cell; cell++) {
        if (*cell == '"')
            fputc('"', to);
        fputc(*cell, to);
    }
    fputs(last ? "\"\r\n" : "\",", to);
}

/* The refused row's cell as the list of bad cells mends it. */
static const char *mended(const struct yk_rows *bad, size_t line, const char *heading,
                          const char *was)
{
    for (size_t i = 0; i < bad->count; i++)
        if (strtod(yk_rows_at(bad, i, 0), NULL) == (double)line &&
            !strcmp(yk_rows_at(bad, i, 1), heading))
            return yk_rows_at(bad, i, 4);
    return was;
}

/* What a person does with the rejects workbook: mends the cells, saves the rows as CSV. */
static void write_mended(struct scratch *s, const char *path)
{
    struct yk_source *list = NULL, *source = NULL;
    const struct yk_rows *bad, *rows;
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    assert_int_equal(yk_source_open(&list, SAMPLE "bad-cells.csv", &s->err), YK_OK);
    assert_int_equal(yk_source_all(&bad, list, 1000, &s->err), YK_OK);
    assert_int_equal(yk_source_open(&source, SAMPLE "survey/mistakes.csv", &s->err), YK_OK);
    assert_int_equal(yk_source_all(&rows, source, 1000, &s->err), YK_OK);
    for (size_t c = 0; c < rows->width; c++)
        put_csv(to, rows->heading[c], c + 1 == rows->width);
    for (size_t r = 0; r < rows->count; r++) {
        bool refused = false;
        for (size_t i = 0; i < bad->count; i++)
            refused |= strtod(yk_rows_at(bad, i, 0), NULL) == (double)rows->line[r];
        for (size_t c = 0; refused && c < rows->width; c++)
            put_csv(to, mended(bad, rows->line[r], rows->heading[c], yk_rows_at(rows, r, c)),
                    c + 1 == rows->width);
    }
    fclose(to);
    yk_source_close(list);
    yk_source_close(source);
}

static void mended_rows_load(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "mended.csv");
    load_stations(s);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/mistakes.csv", NULL), YK_OK);
    double refused = number(table(s, "batches"), 0, "rejected");
    double loaded = number(table(s, "batches"), 0, "loaded");
    assert_true(refused > 0);
    write_mended(s, path);
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_OK);
    const struct yk_table *rejects = table(s, "rejects");
    for (size_t i = 0; i < rejects->rows; i++)
        print_error("line %.0f %s «%s»: %s\n", number(rejects, i, "line"),
                    text(rejects, i, "heading"), text(rejects, i, "value"),
                    text(rejects, i, "reason"));
    assert_int_equal(rejects->rows, 0);
    assert_int_equal(s->show.status, 0);
    assert_int_equal(number(table(s, "batches"), 0, "loaded"), refused);
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    assert_int_equal(table(s, "clients")->rows, loaded + refused);
}

static void loading_again_changes_nothing(void **state)
{
    struct scratch *s = *state;
    load_stations(s);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/excel-gbk.csv", NULL), YK_OK);
    double loaded = number(table(s, "batches"), 0, "loaded");
    assert_true(loaded > 100);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/excel-gbk.csv", NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "loaded"), 0);
    assert_int_equal(number(table(s, "batches"), 0, "superseded"), 0);
    assert_int_equal(number(table(s, "batches"), 0, "unchanged"), loaded);
    assert_int_equal(run(s, "batch", "list", NULL), YK_OK);
    assert_int_equal(table(s, "batches")->rows, 1);
}

static void a_load_is_taken_back(void **state)
{
    struct scratch *s = *state;
    load_stations(s);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/excel-gbk.csv", NULL), YK_OK);
    const char *id = text(table(s, "batches"), 0, "id");
    assert_int_equal(run(s, "batch", "undo", id, NULL), YK_OK);
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    assert_int_equal(table(s, "clients")->rows, 0);
}

/* Where the two exports of one census come from: shared sample files of ODK Central and
 * KoboToolbox. */
#define ODK "tests/survey/exports/youka_client_survey.csv"
#define KOBO "tests/survey/exports/kobo.csv"

static void station_of_the_exports(struct scratch *s)
{
    const char *path = scratch_path(s, "stations.csv");
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    fputs(
        "code,name,region,lon,lat,datum,class\nSD-QD-0031,青年路站,青岛,120.40,36.31,wgs84,urban\n",
        to);
    fclose(to);
    assert_int_equal(run(s, "station", "load", path, NULL), YK_OK);
}

static const char *answer(struct scratch *s, const char *code)
{
    const struct yk_table *t = table(s, "answers");
    for (size_t i = 0; i < t->rows; i++)
        if (!strcmp(text(t, i, "code"), code))
            return text(t, i, "value");
    return "";
}

static void both_exports(struct scratch *s, const char *first, const char *second)
{
    station_of_the_exports(s);
    assert_int_equal(run(s, "survey", "load", first, NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "loaded"), 2);
    assert_int_equal(number(table(s, "batches"), 0, "rejected"), 0);
    assert_int_equal(run(s, "survey", "load", second, NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "loaded"), 0);
    assert_int_equal(number(table(s, "batches"), 0, "rejected"), 0);
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    const struct yk_table *clients = table(s, "clients");
    assert_int_equal(clients->rows, 2);
    size_t factory = !strcmp(text(clients, 0, "category"), "factory_mine") ? 0 : 1;
    assert_string_equal(text(clients, 1 - factory, "category"), "hotel");
    const char *id = text(clients, factory, "id"), *hotel = text(clients, 1 - factory, "id");
    assert_int_equal(run(s, "client", "show", hotel, NULL), YK_OK);
    assert_string_equal(answer(s, "visit_result"), "refused");
    assert_int_equal(run(s, "client", "show", id, NULL), YK_OK);
    assert_string_equal(answer(s, "vehicle_total"), "23");
    assert_string_equal(answer(s, "uscc"), "91370200MA3CABCD1E"); /* only the ODK export has it */
    assert_string_equal(answer(s, "shifts"), "2");                /* the same */
    assert_string_equal(answer(s, "gas_month"), "1600");
}

static void odk_then_kobo(void **state)
{
    both_exports(*state, ODK, KOBO);
}

static void kobo_then_odk(void **state)
{
    both_exports(*state, KOBO, ODK);
}

#define SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH(every_bad_cell_is_told),
        SCRATCH(mended_rows_load),
        SCRATCH(loading_again_changes_nothing),
        SCRATCH(a_load_is_taken_back),
        SCRATCH(odk_then_kobo),
        SCRATCH(kobo_then_odk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
