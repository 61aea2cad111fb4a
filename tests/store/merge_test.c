/* merge_test.c - several databases become one: the same one in whatever order, all or nothing.
 * Databases are files here; the expected content is that of one database into which everything was
 * loaded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kit.h"
#include "raw.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *new_path(struct yk_arena *a)
{
    return yk_arena_copy(a, kit_new_url(kit_folder()));
}

static struct yk_merged merge(const char *into, const char *other, struct yk_arena *a)
{
    struct yk_err err = {0};
    struct yk_merged merged = {0};
    struct yk_store *s = kit_open(into, YK_STORE_UPDATE);
    if (yk_store_merge(&merged, s, other, NULL, a, &err))
        fail_msg("%s", err.text);
    char *finding = kit_finding(s);
    assert_string_equal(finding, "");
    free(finding);
    yk_store_close(s);
    return merged;
}

static void put_station(struct yk_store *s, const char *code, double radius, const char *at)
{
    struct yk_err err = {0};
    struct yk_station one = {.code = code, .name = "站", .point = {36, 120}, .radius_m = radius};
    size_t changed;
    assert_int_equal(yk_put_stations(s, &one, 1, at, &changed, &err), YK_OK);
}

static void decide(struct yk_store *s, enum yk_decided decided, const char *at)
{
    struct yk_err err = {0};
    struct yk_decision d = {kit_id("uuid-1"), kit_id("uuid-2"), decided, "王", at};
    assert_int_equal(yk_put_decision(s, &d, &err), YK_OK);
}

static void overrule(struct yk_store *s, const char *value, const char *at)
{
    struct yk_err err = {0};
    struct yk_override o = {kit_id("uuid-1"), YK_OVERRIDE_OWNER, value, "李", at, "已谈妥"};
    assert_int_equal(yk_put_overrides(s, &o, 1, &err), YK_OK);
}

static void list_places(struct yk_store *s, const char *name, const char *at)
{
    struct yk_err err = {0};
    static const struct yk_point course[] = {{36.1234567, 120}, {36, 0.1 + 0.2}};
    const struct yk_gazetteer_entry e[] = {
        {"", "road", "人民路", "", "人民路", "", {36, 120}, "gcj02", course, 2},
        {"", "school", name, "人民路1号", "", "", {36, 120}, "", NULL, 0}};
    size_t changed;
    assert_int_equal(yk_put_gazetteer(s, "head.csv", e, COUNT(e), at, &changed, &err), YK_OK);
}

static const struct kit_row odk[] = {
    {"uuid-1", "2026-03-01T09", "2026-03-01", "name=东方酒店;phone=1"},
    {"uuid-2", "", "2026-03-01", "name=一中;phone=2"},
};
static const struct kit_row kobo[] = {
    {"uuid-1", "2026-03-01T09", "2026-03-01", "name=东方酒店;phone=1"},
    {"uuid-2", "", "2026-03-01", "name=第一中学;fleet:class=bus,n=3|class=car,n=1"},
    {"uuid-3", "2026-03-02T11", "2026-03-02", "name=物流园"},
};
static const struct kit_row mended[] = {{"uuid-2", "", "2026-03-01", "phone=22"}};
static const struct kit_row cells[] = {{"walk_list/S1/1", "", "", "doors=3"}};

/* Three stations that know a file in common, took another one in differently (one refused a row),
 * and disagree on a station, a decision, a list of places and on whether a load stands. */
static void make_three(const char *path[3], struct yk_arena *a)
{
    static const struct kit_file walk = {"walk.csv", "walk_list", "2026-03-05T08:00:00Z"},
                                 kobo_at[] = {
                                     {"kobo.csv", "client_survey", "2026-03-06T08:00:00Z"},
                                     {"kobo.csv", "client_survey", "2026-03-07T08:00:00Z"}};
    struct yk_store *s[3];
    for (int i = 0; i < 3; i++) {
        path[i] = new_path(a);
        s[i] = kit_open(path[i], YK_STORE_CREATE);
    }
    kit_load(s[0], "odk.csv", odk, COUNT(odk));
    kit_load_file(s[0], &kobo_at[1], "", kobo, 2, true);
    put_station(s[0], "S1", 3000, "2026-01-01T00:00:00Z");
    decide(s[0], YK_DECIDED_SAME, "2026-04-01T00:00:00Z");
    overrule(s[0], "area_manager", "2026-04-03T00:00:00Z");
    list_places(s[0], "一中", "2026-01-01T00:00:00Z");

    kit_load(s[1], "odk.csv", odk, COUNT(odk));
    kit_load_file(s[1], &kobo_at[0], "", kobo, 3, true);
    kit_load_file(s[1], &walk, "", cells, 1, true);
    put_station(s[1], "S1", 2500, "2026-01-02T00:00:00Z");
    decide(s[1], YK_DECIDED_APART, "2026-04-02T00:00:00Z");
    overrule(s[1], "station_manager", "2026-04-02T00:00:00Z");
    list_places(s[1], "第一中学", "2026-01-02T00:00:00Z");

    kit_load(s[2], "mended.csv", mended, COUNT(mended));
    kit_load(s[2], "odk.csv", odk, COUNT(odk));
    kit_undo(s[2], "odk.csv");
    kit_load_file(s[2], &kobo_at[0], "", &kobo[2], 1, true);
    put_station(s[2], "S2", 2000, "2026-01-01T00:00:00Z");
    for (int i = 0; i < 3; i++)
        yk_store_close(s[i]);
}

static void any_order_gives_the_same(void **state)
{
    (void)state;
    static const int order[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                    {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct yk_arena a = {0};
    const char *path[3];
    char *want = NULL;
    make_three(path, &a);
    for (int i = 0; i < 6; i++) {
        const char *all = new_path(&a);
        raw_copy(path[order[i][0]], all);
        merge(all, path[order[i][1]], &a);
        merge(all, path[order[i][2]], &a);
        char *got = raw_dump(all);
        if (want && strcmp(got, want) != 0)
            fail_msg("order %d:\n%s\norder 0:\n%s", i, got, want);
        for (int k = 0; k < 3; k++)
            assert_false(merge(all, path[k], &a).changed);
        char *again = raw_dump(all);
        assert_string_equal(again, got);
        free(again);
        free(want);
        want = got;
    }
    /* into an empty one, and two already merged ones into each other */
    const char *none = new_path(&a), *pair = new_path(&a);
    yk_store_close(kit_open(none, YK_STORE_CREATE));
    for (int k = 0; k < 3; k++)
        merge(none, path[k], &a);
    raw_copy(path[1], pair);
    merge(pair, path[2], &a);
    char *got = raw_dump(none);
    assert_string_equal(got, want);
    free(got);
    const char *both = new_path(&a);
    raw_copy(path[0], both);
    merge(both, pair, &a);
    got = raw_dump(both);
    assert_string_equal(got, want);
    free(got);
    free(want);
    yk_arena_release(&a);
}

static void what_it_says_afterwards(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_batch_entry *batch;
    size_t count;
    const char *path[3];
    make_three(path, &a);
    struct yk_merged first = merge(path[0], path[1], &a), second = merge(path[0], path[2], &a);
    assert_int_equal(first.batches, 1); /* walk.csv */
    assert_int_equal(first.submissions, 1);
    assert_int_equal(first.records, 1);
    assert_int_equal(first.stations, 1);
    assert_int_equal(first.decisions, 2);
    assert_int_equal(first.gazetteer, 2);
    assert_int_equal(first.conflicts, 4);
    assert_non_null(strstr(first.conflict[0], "3000.0"));
    assert_non_null(strstr(first.conflict[0], "2500.0"));
    assert_non_null(strstr(first.conflict[1], "head.csv"));
    assert_non_null(strstr(first.conflict[2], "apart"));
    assert_non_null(strstr(first.conflict[3], "station_manager"));
    assert_int_equal(second.batches, 1); /* mended.csv */
    assert_int_equal(second.submissions, 1);
    assert_int_equal(second.conflicts, 1); /* odk.csv was taken back there */
    assert_non_null(strstr(second.conflict[0], "odk.csv"));

    struct yk_store *s = kit_open(path[0], YK_STORE_READ);
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(t.doors, 3);
    assert_int_equal(t.records, 1);
    assert_int_equal(t.stations, 2);
    assert_true(t.station[0].radius_m == 2500);
    assert_int_equal(t.decision[0].decided, YK_DECIDED_APART);
    assert_int_equal(t.overrides, 1);
    assert_string_equal(t.override[0].value, "area_manager");
    assert_string_equal(t.override[0].reason, "已谈妥");
    assert_string_equal(t.gazetteer[0].name, "人民路");
    assert_string_equal(t.gazetteer[0].datum, "gcj02");
    assert_int_equal(t.gazetteer[0].vertices, 2);
    assert_true(t.gazetteer[0].line[0].lat == 36.1234567);
    assert_true(t.gazetteer[0].line[1].lon == 0.1 + 0.2);
    assert_string_equal(t.gazetteer[1].name, "第一中学");
    char *door = kit_door(s, "uuid-1");
    assert_string_equal(door, "S1 uuid-1 2026-03-01 name=东方酒店 phone=1 [kobo.csv:2]");
    free(door);
    assert_int_equal(yk_batch_list(&batch, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(batch[i].head.file, "kobo.csv")) {
            assert_string_equal(batch[i].head.loaded_at, "2026-03-06T08:00:00Z");
            assert_int_equal(batch[i].counts.loaded + batch[i].counts.superseded +
                                 batch[i].counts.unchanged,
                             4); /* line 2 to 4; line 2 also as the third station read it */
        }
    yk_store_close(s);
    yk_arena_release(&a);
}

static void a_run_goes_when_facts_come(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_derived none = {0};
    struct yk_id run = kit_batch_id("run", ""), kept;
    const char *here = new_path(&a), *there = new_path(&a);
    struct yk_store *s = kit_open(here, YK_STORE_CREATE);
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(yk_put_run(s, &run, &t, &none, &err), YK_OK);
    yk_store_close(s);
    s = kit_open(there, YK_STORE_CREATE);
    yk_store_close(s);
    for (int i = 0; i < 2; i++) {
        merge(here, there, &a);
        s = kit_open(here, YK_STORE_READ);
        assert_int_equal(yk_last_run(&kept, s, &err), YK_OK);
        assert_int_equal(kit_facts(s), i);
        assert_string_equal(kept.text, i ? "" : run.text);
        yk_store_close(s);
        s = kit_open(there, YK_STORE_UPDATE);
        kit_load(s, "odk.csv", odk, COUNT(odk));
        yk_store_close(s);
    }
    yk_arena_release(&a);
}

static void refuse(const char *into, const char *other, const char *says)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_merged merged;
    struct yk_store *s = kit_open(into, YK_STORE_UPDATE);
    char *before = kit_dump(s);
    assert_int_not_equal(yk_store_merge(&merged, s, other, NULL, &a, &err), YK_OK);
    if (!strstr(err.text, says) || !strstr(err.text, other))
        fail_msg("\"%s\" does not say %s and %s", err.text, says, other);
    char *after = kit_dump(s);
    assert_string_equal(after, before);
    free(before);
    free(after);
    yk_store_close(s);
    yk_arena_release(&a);
}

static void others_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *sql, *says;
    } cases[] = {
        {"PRAGMA user_version = 2", "youka db upgrade --db"},
        {"PRAGMA user_version = 99", "newer youka"},
        {"PRAGMA application_id = 7", "another program"},
        {"DELETE FROM submission WHERE natural_key = 'uuid-1'", "counted 2 rows"},
        {"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3"
         " WHERE name = 'submission'",
         "damaged"},
    };
    struct yk_arena a = {0};
    const char *here = new_path(&a);
    struct yk_store *s = kit_open(here, YK_STORE_CREATE);
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    yk_store_close(s);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *there = new_path(&a);
        s = kit_open(there, YK_STORE_CREATE);
        kit_load(s, "odk.csv", odk, COUNT(odk));
        yk_store_close(s);
        raw_run(there, cases[i].sql);
        refuse(here, there, cases[i].says);
    }
    const char *link_to = new_path(&a), *same = new_path(&a), *text = new_path(&a);
    refuse(here, here, "itself");
    assert_int_equal(symlink(here, link_to), 0);
    refuse(here, link_to, "itself");
    assert_int_equal(link(here, same), 0);
    refuse(here, same, "itself");
    refuse(here, new_path(&a), "no such database");
    FILE *f = fopen(text, "w");
    fputs("no database, but a text that is long enough to be read as a page\n", f);
    fclose(f);
    refuse(here, text, "no database");
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_gives_the_same),
        cmocka_unit_test(what_it_says_afterwards),
        cmocka_unit_test(a_run_goes_when_facts_come),
        cmocka_unit_test(others_are_refused),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kit_end();
    return failed;
}
