/* sqlite_test.c - what only the SQLite engine has: a file, its rights, its owner, its upgrades. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../src/store/sqlite/lite.h"
#include "../../src/store/sqlite/schema.h"
#include "kit.h"
#include "old.h"
#include "raw.h"

static const struct kit_row rows[] = {
    {"k1", "1", "2026-03-01", "name=A;phone=1"},
    {"k2", "1", "2026-03-01", "name=B;fleet:class=car,n=1"},
};

static const char *new_path(void)
{
    return kit_new_url(kit_folder());
}

/* A database with two submissions, closed. */
static const char *filled(void)
{
    const char *path = new_path();
    struct yk_store *s = kit_open(path, YK_STORE_CREATE);
    kit_load(s, "f.csv", rows, 2);
    yk_store_close(s);
    return path;
}

static void write_text(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void assert_refused(const char *path, enum yk_store_mode mode, yk_code code, const char *why)
{
    struct yk_store *s = NULL;
    struct yk_err err = {0};
    assert_int_equal(yk_store_open(&s, path, mode, &err), code);
    assert_null(s);
    if (!strstr(err.text, why) || !strstr(err.text, path))
        fail_msg("\"%s\" does not say %s and %s", err.text, path, why);
}

static void every_statement_prepares(void **state)
{
    (void)state;
    char attach[220];
    snprintf(attach, sizeof attach, "ATTACH '%s' AS other", filled());
    struct yk_store *s = kit_open(new_path(), YK_STORE_CREATE);
    struct yk_err err = {0};
    assert_int_equal(lite_exec(lite_of(s), attach, "", &err), YK_OK);
    for (int i = 0; i < LITE_STATEMENTS; i++) {
        assert_non_null(lite_sql_text(i));
        if (!lite_ready(lite_of(s), (enum lite_sql)i, &err))
            fail_msg("%s: %s", lite_sql_text(i), err.text);
    }
    yk_store_close(s);
}

static long long pragma(struct lite *l, const char *sql)
{
    struct yk_err err = {0};
    long long n = -1;
    assert_int_equal(lite_number(&n, l, sql, -1, &err), YK_OK);
    return n;
}

static void connection_is_fenced(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        long long want;
    } cases[] = {{"PRAGMA foreign_keys", 1},     {"PRAGMA synchronous", 2 /* FULL */},
                 {"PRAGMA trusted_schema", 0},   {"PRAGMA cell_size_check", 1},
                 {"PRAGMA busy_timeout", 30000}, {"PRAGMA application_id", LITE_APPLICATION}};
    struct yk_store *s = kit_open(new_path(), YK_STORE_CREATE);
    struct lite *l = lite_of(s);
    int on = -1;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(pragma(l, cases[i].sql), cases[i].want);
    assert_int_equal(pragma(l, "PRAGMA mmap_size"), 0);
    assert_int_equal(
        pragma(l, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
    assert_int_equal(pragma(l, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                               " AND name NOT LIKE 'sqlite%' AND strict = 0"),
                     0);
    sqlite3_db_config(l->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
    assert_int_equal(on, 1);
    yk_store_close(s);
}

static void only_the_owner_may_read(void **state)
{
    (void)state;
    static const char *const part[] = {"", "-wal", "-shm"};
    const char *path = new_path();
    char name[200];
    struct stat st;
    umask(0);
    struct yk_store *s = kit_open(path, YK_STORE_WRITE);
    kit_load(s, "f.csv", rows, 2);
    for (size_t i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", path, part[i]);
        assert_int_equal(stat(name, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
    }
    yk_store_close(s);
    snprintf(name, sizeof name, "%s-wal", path);
    assert_int_not_equal(stat(name, &st), 0); /* the one file is the whole database */
}

static void other_files_are_refused(void **state)
{
    (void)state;
    char path[200];
    snprintf(path, sizeof path, "%s/notes.txt", kit_folder());
    write_text(path, "no database, but a text that is long enough to be read as a page\n");
    for (int mode = YK_STORE_READ; mode <= YK_STORE_RAW; mode++)
        assert_refused(path, (enum yk_store_mode)mode, YK_E_DATA, "no database");

    snprintf(path, sizeof path, "%s", new_path());
    raw_run(path, "CREATE TABLE photos (id)");
    for (int mode = YK_STORE_READ; mode <= YK_STORE_RAW; mode++)
        assert_refused(path, (enum yk_store_mode)mode, YK_E_DATA, "another program");
    assert_int_equal(raw_number(path, "SELECT count(*) FROM sqlite_schema"), 1);

    snprintf(path, sizeof path, "%s", new_path());
    write_text(path, "");
    assert_refused(path, YK_STORE_READ, YK_E_STORE, "empty");
    assert_refused(kit_folder(), YK_STORE_WRITE, YK_E_IO, "no file");
    assert_refused("/nowhere/x.db", YK_STORE_WRITE, YK_E_IO, "cannot be made");
    assert_refused("", YK_STORE_WRITE, YK_E_USAGE, "--db");
}

static void newer_is_refused(void **state)
{
    (void)state;
    const char *path = filled();
    raw_run(path, "PRAGMA user_version = 99");
    for (int mode = YK_STORE_READ; mode <= YK_STORE_RAW; mode++)
        if (mode != YK_STORE_CREATE)
            assert_refused(path, (enum yk_store_mode)mode, YK_E_STORE, "99");
    assert_int_equal(raw_number(path, "PRAGMA user_version"), 99);
}

static void assert_upgraded(const char *path, const char *want)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_station *station;
    struct yk_batch_entry *batch;
    size_t count;
    struct yk_store *s = kit_open(path, YK_STORE_READ);
    char *after = kit_dump(s), *finding = kit_finding(s);
    assert_string_equal(after, want);
    assert_string_equal(finding, "");
    assert_int_equal(kit_facts(s), 4);
    if (yk_list_stations(&station, &count, s, &a, &err))
        fail_msg("%s", err.text);
    assert_int_equal(count, 1);
    assert_string_equal(station->name, "third");
    if (yk_batch_list(&batch, &count, s, &a, &err))
        fail_msg("%s", err.text);
    assert_string_equal(batch->head.form, "client_survey");
    assert_string_equal(batch->changed_at, batch->head.loaded_at);
    yk_arena_release(&a);
    yk_store_close(s);
    free(after);
    free(finding);
}

static void older_is_upgraded(int version)
{
    char path[200], copy[220], from[200];
    struct yk_err err = {0};
    int have = 0, want = 0;
    snprintf(from, sizeof from, "%s", filled());
    snprintf(path, sizeof path, "%s", new_path());
    snprintf(copy, sizeof copy, "%s.before-%d", path, version);
    struct yk_store *s = kit_open(from, YK_STORE_READ);
    char *before = kit_dump(s);
    yk_store_close(s);
    old_make(path, version);
    old_fill(path, from);
    assert_refused(path, YK_STORE_READ, YK_E_STORE, "youka db upgrade --db");

    s = kit_open(path, YK_STORE_RAW);
    assert_int_equal(yk_store_version(&have, &want, s, &err), YK_OK);
    assert_true(have == version && want > version);
    free(kit_finding(s));
    assert_int_equal(access(copy, F_OK), -1);
    assert_int_equal(yk_store_upgrade(s, &err), YK_OK);
    yk_store_close(s);

    assert_upgraded(path, before);
    struct stat st;
    assert_int_equal(stat(copy, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(raw_number(copy, "PRAGMA user_version"), version);
    assert_int_equal(raw_number(copy, "SELECT count(*) FROM submission"), 2);
    free(before);
}

static void older_is_upgraded_and_a_copy_kept(void **state)
{
    (void)state;
    older_is_upgraded(1);
    older_is_upgraded(2);
}

/* A plan issued before tonnes, cards and coverage were kept: it counts with what it has. */
static void an_older_issued_plan_still_counts(void **state)
{
    (void)state;
    static const struct yk_totals_wish wish = {.today = 20600, .big_t = 10, .great_t = 30};
    char path[200];
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_totals t;
    snprintf(path, sizeof path, "%s", new_path());
    old_make(path, 7);
    raw_run(path,
            "UPDATE facts SET version = 1;"
            "INSERT INTO issued_plan VALUES ('S1', zeroblob(16), '2026-01-31', '', '', '', '',"
            " zeroblob(16));"
            "INSERT INTO issued_line VALUES ('S1', zeroblob(16), 1, zeroblob(16), '', 'hotel',"
            " 'gold', 'gold', 'keep', '', '', '', 1, '', 'B', '', 0, 'red', '', 0, 0, 5, 400,"
            " 800, 1600, 1000, '[]', .25, .8, .2, 600, .4, 10, 1, 2)");
    struct yk_store *s = kit_open(path, YK_STORE_UPDATE);
    assert_int_equal(yk_issued_totals(&t, s, &wish, NULL, &a, &err), YK_OK);
    assert_int_equal(t.stations, 1);
    assert_true(t.station[0].figure[YK_FIG_OURS] == 250);
    assert_true(t.station[0].figure[YK_FIG_UNWEIGHED] == 1);
    assert_true(t.station[0].figure[YK_FIG_TONNES] == 0 && t.station[0].figure[YK_FIG_RED] == 1);
    assert_true(isnan(t.station[0].walk.cells));
    assert_string_equal(t.station[0].rules_version, "");
    char *finding = kit_finding(s);
    assert_string_equal(finding, "");
    free(finding);
    yk_store_close(s);
    yk_arena_release(&a);
}

static void nothing_to_lose_keeps_no_copy(void **state)
{
    (void)state;
    char path[200], copy[220];
    snprintf(path, sizeof path, "%s", new_path());
    snprintf(copy, sizeof copy, "%s.before-1", path);
    old_make(path, 1);
    yk_store_close(kit_open(path, YK_STORE_CREATE)); /* finishes a creation that was cut short */
    assert_int_equal(access(copy, F_OK), -1);
    assert_int_equal(raw_number(path, "SELECT count(*) FROM run"), 0);
}

static void check_finds(void **state)
{
    (void)state;
    static const struct {
        const char *what, *sql, *says;
    } cases[] = {
        {"a row too few", "DELETE FROM submission WHERE natural_key = 'k1'", "counted 2 rows"},
        {"a line of an issued plan too few",
         "INSERT INTO issued_plan (station_id, plan_id, plan_day, at, who, station_name, region,"
         " run_id, lines) VALUES ('S1', zeroblob(16), '2026-01-31', '', '', '', '',"
         " zeroblob(16), 2)",
         "counted 2 clients"},
        {"a row too many",
         "INSERT INTO claim SELECT station_id, submission_id, content, batch_id, 9, age, flags"
         " FROM submission LIMIT 1",
         "holds 3"},
        {"an undone batch with rows", "UPDATE batch SET undone = 1", "counted 0 rows"},
        {"a claim on nothing",
         "INSERT INTO claim SELECT 'S9', submission_id, content, batch_id, 9, age, flags"
         " FROM submission LIMIT 1",
         "belongs to"},
        {"answers that are no JSON", "UPDATE submission SET answers = '{\"name\":\"A'",
         "cannot be read"},
        {"half a run", "INSERT INTO run VALUES (1, randomblob(16), 1, 5)", "incomplete"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = filled();
        raw_run(path, cases[i].sql);
        struct yk_store *s = kit_open(path, YK_STORE_RAW);
        char *said = kit_finding(s);
        if (!strstr(said, cases[i].says))
            fail_msg("%s: \"%s\" does not say \"%s\"", cases[i].what, said, cases[i].says);
        free(said);
        yk_store_close(s);
    }
}

static void damage_is_told_and_not_backed_up(void **state)
{
    (void)state;
    char path[200], to[220];
    struct yk_err err = {0};
    snprintf(path, sizeof path, "%s", filled());
    snprintf(to, sizeof to, "%s.copy", path);
    FILE *f = fopen(path, "r+");
    assert_non_null(f);
    long long root =
        raw_number(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'submission'");
    fseek(f, (long)(root - 1) * 8192 + 3, SEEK_SET);
    fputs("\xff\xff\xff", f); /* how many cells, and where */
    fclose(f);
    struct yk_store *s = kit_open(path, YK_STORE_RAW);
    char *said = kit_finding(s);
    assert_non_null(strstr(said, "damaged"));
    free(said);
    assert_int_equal(yk_store_backup(s, to, NULL, &err), YK_E_STORE);
    assert_int_equal(access(to, F_OK), -1);
    yk_store_close(s);
}

/* The course of a road as nobody writes it. */
static void a_damaged_course_is_told(void **state)
{
    (void)state;
    static const char *const lines[] = {"22.6",     "22.6 ",         "22.6 114,", ",22.6 114",
                                        "22.6,114", "22.6 114 3",    "a b",       "91 114",
                                        "22.6 nan", "22.6 114,,1 1", "22.6 inf",  "22.6 114x"};
    const char *path = new_path();
    struct yk_gazetteer_entry road = {"", "road",    "人民路", "",   "人民路",
                                      "", {36, 120}, "",       NULL, 0};
    struct yk_err err = {0};
    size_t changed;
    struct yk_store *s = kit_open(path, YK_STORE_CREATE);
    assert_int_equal(yk_put_gazetteer(s, "a.osm", &road, 1, "2026-11-25", &changed, &err), YK_OK);
    yk_store_close(s);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char sql[120];
        struct yk_arena a = {0};
        struct yk_territory t;
        snprintf(sql, sizeof sql, "UPDATE gazetteer SET line = '%s'", lines[i]);
        raw_run(path, sql);
        s = kit_open(path, YK_STORE_READ);
        if (yk_load_territory(&t, s, &a, &err) != YK_E_STORE)
            fail_msg("«%s» was taken", lines[i]);
        assert_non_null(strstr(err.text, "人民路"));
        yk_store_close(s);
        yk_arena_release(&a);
    }
}

static void lines_of_an_old_run_are_not_kept(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    const char *path = filled();
    struct yk_store *s = kit_open(path, YK_STORE_WRITE);
    struct yk_station station = {.code = "S1", .point = {36, 120}, .radius_m = 3000};
    size_t changed;
    struct yk_id run = kit_batch_id("run", ""), other = kit_batch_id("other run", "");
    struct yk_place place[2] = {{.place_class = "E", .method = "none"},
                                {.place_class = "E", .method = "none"}};
    struct yk_estimate estimate[2] = {{.none = true}, {.none = true}};
    struct yk_derived d = {.place = place, .estimate = estimate, .count = 2};
    struct yk_plan_line line = {.rank = 1,
                                .tier_now = "",
                                .tier_potential = "",
                                .stage = "",
                                .missing = "",
                                .owner = "",
                                .left_out = ""};
    const struct yk_plan plan = {.line = &line, .lines = 1}, *put = &plan;
    if (yk_put_stations(s, &station, 1, "", &changed, &err) || yk_load_territory(&t, s, &a, &err) ||
        yk_put_run(s, &run, &t, &d, &err) || yk_put_plans(s, &other, &t, &put, 1, &err))
        fail_msg("%s", err.text);
    assert_int_equal(raw_number(path, "SELECT count(*) FROM plan_line"), 0);
    assert_int_equal(yk_put_plans(s, &run, &t, &put, 1, &err), YK_OK);
    assert_int_equal(raw_number(path, "SELECT count(*) FROM plan_line"), 1);
    assert_int_equal(raw_number(path, "SELECT count(*) FROM client"), 2);
    assert_int_equal(raw_number(path, "SELECT facts FROM run"), 2);
    yk_arena_release(&a);
    yk_store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_statement_prepares),
        cmocka_unit_test(connection_is_fenced),
        cmocka_unit_test(only_the_owner_may_read),
        cmocka_unit_test(other_files_are_refused),
        cmocka_unit_test(newer_is_refused),
        cmocka_unit_test(older_is_upgraded_and_a_copy_kept),
        cmocka_unit_test(an_older_issued_plan_still_counts),
        cmocka_unit_test(nothing_to_lose_keeps_no_copy),
        cmocka_unit_test(check_finds),
        cmocka_unit_test(damage_is_told_and_not_backed_up),
        cmocka_unit_test(a_damaged_course_is_told),
        cmocka_unit_test(lines_of_an_old_run_are_not_kept),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kit_end();
    return failed;
}
