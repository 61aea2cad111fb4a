/* plans_test.c - plans of several stations as workbooks: one figure everywhere, a run that goes on,
 * what fails is named and the rest is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run.h"
#include "youka/base/num.h"
#include "youka/store/store.h"

#define LEDGER ".youka_plan_make"

static const char *const codes[] = {"XM-HC-001", "XM-JM-003", "XM-XL-002"};
enum { STATIONS = sizeof codes / sizeof *codes };

static void load_sample(struct scratch *s)
{
    glob_t found = {0};
    assert_int_equal(run(s, "station", "load", "survey-forms/sample/stations.csv", NULL), YK_OK);
    assert_int_equal(run(s, "walk", "load", "survey-forms/sample/walk.csv", NULL), YK_OK);
    assert_int_equal(glob("survey-forms/sample/survey/*.[ct][sx][vt]", 0, NULL, &found), 0);
    assert_int_equal(
        glob("survey-forms/sample/survey/odk/youka_client_survey.csv", GLOB_APPEND, NULL, &found),
        0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        assert_int_equal(run(s, "survey", "load", found.gl_pathv[i], NULL), YK_OK);
    globfree(&found);
}

/* Clients enough for two of the stations. */
static void load_little(struct scratch *s)
{
    assert_int_equal(run(s, "station", "load", "survey-forms/sample/stations.csv", NULL), YK_OK);
    assert_int_equal(run(s, "survey", "load", "survey-forms/sample/survey/excel-gbk.csv", NULL),
                     YK_OK);
}

static yk_code make(struct scratch *s)
{
    s->wish.option[YK_OPT_OUT] = s->dir;
    s->wish.option[YK_OPT_REGION] = "厦门";
    return run(s, "plan", "make", NULL);
}

static const char *book(struct scratch *s, const char *code)
{
    return scratch_path(s, yk_arena_printf(&s->arena, "development_plan_%s_2026-11-23.xlsx", code));
}

/* The number so many cells behind a text on a workbook's sheet; 0: below it. Replaces s->show. */
static double at(struct scratch *s, const char *path, const char *sheet, const char *text,
                 size_t behind)
{
    double value = NAN;
    s->wish.option[YK_OPT_SHEET] = sheet;
    assert_int_equal(run(s, "file", "show", path, NULL), YK_OK);
    const struct yk_table *t = table(s, "rows");
    for (size_t i = 0; isnan(value) && i + t->columns < t->rows * t->columns; i++)
        if (!strcmp(t->cell[i].text, text))
            assert_int_equal(yk_num_read(&value, t->cell[i + (behind ? behind : t->columns)].text),
                             YK_NUM_OK);
    if (isnan(value))
        fail_msg("%s: nothing at «%s»", path, text);
    return value;
}

static void one_figure_everywhere(void **state)
{
    struct scratch *s = *state;
    /* Where it stands on the front page: the row's first cell, how many cells on; or the heading.
     */
    static const struct {
        const char *key, *row;
        size_t on;
    } figure[] = {{"p50", "Total demand", 1},
                  {"winnable_litres", "Winnable", 4},
                  {"means", "Total demand", 4},
                  {"ours", "Ours today", 4},
                  {"clients", "Number of clients", 0}};
    static const char *const in[] = {"litres", "litres", "litres", "litres", "region"};
    const struct yk_table *all[5];
    double sum[5] = {0}, granted = 0;
    load_sample(s);
    assert_int_equal(make(s), YK_OK);
    const struct yk_table *plans = table(s, "plans");
    s->wish.option[YK_OPT_OUT] = scratch_path(s, "region.xlsx");
    s->wish.option[YK_OPT_REGION] = "厦门";
    s->wish.option[YK_OPT_JSON] = "";
    assert_int_equal(run(s, "report", "region", NULL), YK_OK);
    const struct yk_table *stations = table(s, "stations");
    const struct yk_table *asked = table(s, "requests"), *pots = table(s, "pots");
    for (size_t f = 0; f < 5; f++)
        all[f] = table(s, in[f]);
    assert_int_equal(stations->rows, STATIONS);
    for (size_t i = 0; i < STATIONS; i++) {
        assert_string_equal(text(stations, i, "station_code"), codes[i]);
        assert_true(number(stations, i, "p50") == number(plans, i, "p50"));
        assert_true(number(stations, i, "winnable_litres") == number(plans, i, "winnable_litres"));
        for (size_t f = 0; f < 5; f++) {
            double of_station = number(stations, i, figure[f].key);
            sum[f] += of_station;
            double in_book = at(s, book(s, codes[i]), "Overview", figure[f].row, figure[f].on);
            if (fabs(in_book - of_station) > 1e-6 * of_station)
                fail_msg("%s %s: %.9g, its own plan says %.9g", codes[i], figure[f].key, of_station,
                         in_book);
        }
    }
    for (size_t f = 0; f < 5; f++)
        assert_true(fabs(number(all[f], 0, figure[f].key) - sum[f]) < 1e-3);
    for (size_t i = 0; i < asked->rows; i++)
        if (!strcmp(text(asked, i, "standing"), "granted"))
            granted += number(asked, i, "cost_yuan");
    assert_true(fabs(granted - number(pots, 0, "granted_yuan")) < 1e-3);
    assert_true(granted <= number(pots, 0, "budget_yuan"));
}

/* Every door's own id goes out, the last door's first: as other programs do that read the facts
 * earlier, when these doors were clients by themselves. */
static void hand_out_ids(struct scratch *s)
{
    struct yk_store *store;
    struct yk_territory t;
    if (yk_store_open(&store, s->db, YK_STORE_UPDATE, &s->err) ||
        yk_load_territory(&t, store, &s->arena, &s->err))
        fail_msg("%s", s->err.text);
    struct yk_issued *issued = YK_ARENA_ARRAY(&s->arena, struct yk_issued, t.doors);
    for (size_t i = 0; i < t.doors; i++)
        issued[i] =
            (struct yk_issued){t.door[i].id, t.door[i].submission,
                               yk_arena_printf(&s->arena, "2026-11-01T08:%02zu:%02zuZ",
                                               (t.doors - i) / 60 % 60, (t.doors - i) % 60)};
    assert_int_equal(yk_issue_clients(store, issued, t.doors, &s->err), YK_OK);
    yk_store_close(store);
}

static void ids_handed_out_meanwhile_change_the_run(void **state)
{
    struct scratch *s = *state;
    load_sample(s);
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    hand_out_ids(s);
    assert_int_equal(make(s), YK_OK);
}

static struct stat stat_of(const char *path)
{
    struct stat st;
    if (stat(path, &st))
        fail_msg("%s is not there", path);
    return st;
}

static void touch(const char *path)
{
    int fd = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(fd >= 0);
    close(fd);
}

static void an_open_book_is_named_and_the_run_goes_on(void **state)
{
    struct scratch *s = *state;
    const char *lock = scratch_path(s, "~$development_plan_XM-JM-003_2026-11-23.xlsx");
    load_little(s);
    touch(lock);
    assert_int_equal(make(s), YK_E_IO);
    assert_non_null(strstr(s->err.text, "XM-JM-003"));
    assert_int_equal(table(s, "plans")->rows, STATIONS);
    assert_non_null(strstr(text(table(s, "plans"), 1, "trouble"), strrchr(lock, '/') + 1));
    assert_string_equal(text(table(s, "plans"), 1, "file"), "");
    assert_int_not_equal(access(book(s, codes[1]), F_OK), 0);
    assert_int_equal(access(scratch_path(s, LEDGER), F_OK), 0);
    ino_t first = stat_of(book(s, codes[0])).st_ino, last = stat_of(book(s, codes[2])).st_ino;
    /* one of those that were written is cut in half: it is not trusted */
    assert_int_equal(truncate(book(s, codes[2]), stat_of(book(s, codes[2])).st_size / 2), 0);
    unlink(lock);
    assert_int_equal(make(s), YK_OK);
    assert_true(stat_of(book(s, codes[0])).st_ino == first); /* a new file is renamed over it */
    assert_true(stat_of(book(s, codes[2])).st_ino != last);
    for (size_t k = 0; k < STATIONS; k++) /* one of them has no client at all */
        assert_true(at(s, book(s, codes[k]), "Overview", "Number of clients", 0) >= 0);
    assert_int_not_equal(access(scratch_path(s, LEDGER), F_OK), 0);
}

/* What was written as of other facts, or with other options, is written again. */
static void another_run_writes_anew(void **state)
{
    struct scratch *s = *state;
    load_little(s);
    const char *lock = scratch_path(s, "~$development_plan_XM-JM-003_2026-11-23.xlsx");
    touch(lock);
    assert_int_equal(make(s), YK_E_IO);
    ino_t first = stat_of(book(s, codes[0])).st_ino;
    assert_int_equal(run(s, "plan", "issue", NULL), YK_E_USAGE);
    s->wish.option[YK_OPT_REGION] = "厦门";
    assert_int_equal(run(s, "plan", "issue", NULL), YK_OK);
    unlink(lock);
    assert_int_equal(make(s), YK_OK);
    assert_true(stat_of(book(s, codes[0])).st_ino != first); /* it tells changes now */
}

static void where_nothing_can_be_written(void **state)
{
    struct scratch *s = *state;
    load_little(s);
    touch(scratch_path(s, "file"));
    s->wish.option[YK_OPT_OUT] = scratch_path(s, "file");
    assert_int_equal(run(s, "plan", "make", NULL), YK_E_IO);
    s->wish.option[YK_OPT_OUT] = "/proc";
    assert_int_equal(run(s, "plan", "make", NULL), YK_E_IO);
    assert_non_null(strstr(s->err.text, "/proc"));
    s->wish.option[YK_OPT_OUT] = s->dir;
    s->wish.option[YK_OPT_REGION] = "别处";
    assert_int_equal(run(s, "plan", "make", NULL), YK_E_FOUND);
    s->wish.option[YK_OPT_OUT] = scratch_path(s, "r.xlsx");
    s->wish.option[YK_OPT_REGION] = "别处";
    assert_int_equal(run(s, "report", "region", NULL), YK_E_FOUND);
    assert_int_not_equal(access(scratch_path(s, "r.xlsx"), F_OK), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_figure_everywhere, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(ids_handed_out_meanwhile_change_the_run, scratch_begin,
                                        scratch_end),
        cmocka_unit_test_setup_teardown(an_open_book_is_named_and_the_run_goes_on, scratch_begin,
                                        scratch_end),
        cmocka_unit_test_setup_teardown(another_run_writes_anew, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(where_nothing_can_be_written, scratch_begin, scratch_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
