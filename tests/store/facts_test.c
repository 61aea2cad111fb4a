/* facts_test.c - what every storage engine must do: other forms, gazetteers, decisions, ids handed
 * out, the record of what was seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *base;

static struct yk_store *new_store(void)
{
    return kit_open(kit_new_url(base), YK_STORE_WRITE);
}

static struct yk_territory read_all(struct yk_store *s, struct yk_arena *a)
{
    struct yk_err err = {0};
    struct yk_territory t;
    if (yk_load_territory(&t, s, a, &err))
        fail_msg("%s", err.text);
    return t;
}

static void other_forms_are_records(void **state)
{
    (void)state;
    static const struct kit_row doors[] = {{"uuid-1", "", "2026-03-01", "name=A"}};
    static const struct kit_row cells[] = {{"walk_list/S1/2", "", "", "doors=7"},
                                           {"walk_list/S1/1", "", "", "doors=3;note=a"}};
    static const struct kit_row again[] = {{"walk_list/S1/1", "", "", "doors=4"}};
    static const struct kit_file first = {"walk.csv", "walk_list", "2026-03-05T08:00:00Z"},
                                 second = {"walk2.csv", "walk_list", "2026-03-06T08:00:00Z"};
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry *entry;
    size_t count;
    struct yk_store *s = new_store();
    kit_load(s, "doors.csv", doors, 1);
    kit_load_file(s, &first, "", cells, 2, true);
    kit_load_file(s, &second, "", again, 1, true);
    struct yk_territory t = read_all(s, &a);
    assert_int_equal(t.doors, 1);
    struct yk_id submission = kit_id("uuid-1");
    assert_string_equal(t.door[0].submission.text, submission.text);
    assert_int_equal(t.records, 2);
    assert_string_equal(t.record[0].form, "walk_list");
    assert_string_equal(t.record[0].key, "walk_list/S1/1");
    assert_string_equal(t.record[0].station_code, "S1");
    assert_string_equal(yk_answer_text(&t.record[0].answers, "doors"), "4");
    assert_string_equal(yk_answer_text(&t.record[0].answers, "note"), "a");
    assert_int_equal(t.record[0].origins, 2);
    assert_string_equal(t.record[0].origin[1].file, "walk2.csv");
    assert_string_equal(yk_answer_text(&t.record[1].answers, "doors"), "7");
    assert_int_equal(yk_batch_list(&entry, &count, s, &a, &err), YK_OK);
    assert_string_equal(entry[0].head.form, "client_survey");
    assert_string_equal(entry[1].head.form, "walk_list");
    yk_arena_release(&a);
    yk_store_close(s);
}

/* Rows without an age of their own: the file loaded later wins, whatever its hash and however the
 * clock stands. */
static void a_mended_file_wins(void **state)
{
    (void)state;
    static const struct kit_row said[] = {{"k", "", "2026-03-01", "phone=1"},
                                          {"k", "", "2026-03-01", "phone=2"}};
    static const char *const at[][2] = {{"2026-03-05T08:00:00Z", "2026-03-06T08:00:00Z"},
                                        {"2026-03-05T00:00:00Z", "2026-03-05T00:00:00Z"},
                                        {"2026-03-05T23:59:59Z", "2026-03-01T00:00:00Z"}};
    for (size_t i = 0; i < COUNT(at); i++)
        for (int first = 0; first < 2; first++) {
            struct kit_file one = {"1.csv", "client_survey", at[i][0]};
            struct kit_file two = {"2.csv", "client_survey", at[i][1]};
            struct yk_store *s = new_store();
            kit_load_file(s, &one, "", &said[first], 1, true);
            struct yk_batch_counts got = kit_load_file(s, &two, "", &said[!first], 1, true);
            assert_int_equal(got.superseded, 1);
            char *door = kit_door(s, "k");
            assert_non_null(strstr(door, first ? "phone=1" : "phone=2"));
            free(door);
            yk_store_close(s);
        }
}

static void the_station_put_last_counts(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    static const double radius[] = {3000, 2000, 3000, 2500};
    static const char *const at[] = {"2027-01-01T00:00:00Z", "2026-11-25T00:00:00Z",
                                     "2026-11-25T00:00:00Z", "2026-11-25T00:00:00Z"};
    for (size_t i = 0; i < COUNT(radius); i++) {
        struct yk_station one = {.code = "S1", .point = {36, 120}, .radius_m = radius[i]};
        size_t changed = 0;
        assert_int_equal(yk_put_stations(s, &one, 1, at[i], &changed, &err), YK_OK);
        assert_int_equal(changed, 1);
        struct yk_territory t = read_all(s, &a);
        assert_int_equal(t.stations, 1);
        assert_true(t.station[0].radius_m == radius[i]);
    }
    yk_arena_release(&a);
    yk_store_close(s);
}

static void the_rival_put_last_counts(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    static const char *const brand[] = {"sinopec", "other", "sinopec", "shell"};
    for (size_t i = 0; i < COUNT(brand); i++) {
        struct yk_competitor one = {"站", brand[i], {36, 120}, {0}, YK_DAY_NONE};
        size_t changed = 0;
        assert_int_equal(yk_put_competitors(s, &one, 1, "2026-11-25T00:00:00Z", &changed, &err),
                         YK_OK);
        assert_int_equal(changed, 1);
        struct yk_territory t = read_all(s, &a);
        assert_int_equal(t.competitors, 1);
        assert_string_equal(t.competitor[0].brand, brand[i]);
    }
    yk_arena_release(&a);
    yk_store_close(s);
}

static void a_gazetteer_is_replaced_by_source(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    static const struct yk_gazetteer_entry two[] = {
        {"", "school", "一中", "人民路1号", "人民路", "1号", {36.1, 120.1}, "", NULL, 0},
        {"", "road", "", "人民路", "人民路", "", {NAN, NAN}, "", NULL, 0},
    };
    static const struct yk_gazetteer_entry turned[] = {
        {"", "road", "", "人民路", "人民路", NULL, {NAN, NAN}, "", NULL, 0},
        {"", "school", "一中", "人民路1号", "人民路", "1号", {36.1, 120.1}, "", NULL, 0},
        {"", "school", "一中", "人民路1号", "人民路", "1号", {36.1, 120.1}, "", NULL, 0},
    };
    size_t changed = 7;
    assert_int_equal(yk_put_gazetteer(s, "b.csv", two, 2, "2026-11-25", &changed, &err), YK_OK);
    assert_int_equal(changed, 2);
    assert_int_equal(yk_put_gazetteer(s, "a.osm", two, 1, "2026-11-25", &changed, &err), YK_OK);
    long long facts = kit_facts(s);
    assert_int_equal(yk_put_gazetteer(s, "b.csv", turned, 3, "2026-11-26", &changed, &err), YK_OK);
    assert_int_equal(changed, 0);
    assert_int_equal(kit_facts(s), facts);
    struct yk_territory t = read_all(s, &a);
    assert_int_equal(t.gazetteers, 3);
    assert_string_equal(t.gazetteer[0].source, "a.osm");
    assert_string_equal(t.gazetteer[1].kind, "road");
    assert_true(isnan(t.gazetteer[1].point.lat));
    assert_string_equal(t.gazetteer[2].number, "1号");
    assert_true(t.gazetteer[2].point.lon == 120.1);
    assert_int_equal(yk_put_gazetteer(s, "b.csv", NULL, 0, "2026-11-26", &changed, &err), YK_OK);
    assert_int_equal(read_all(s, &a).gazetteers, 1);
    assert_true(kit_facts(s) > facts);
    yk_arena_release(&a);
    yk_store_close(s);
}

/* What is read back is the same number to the last bit, also where its digits are many, and two
 * roads that share a vertex still do. */
static void a_road_keeps_its_course(void **state)
{
    (void)state;
    static const struct yk_point course[] = {{22.6565179, 114.17392},
                                             {0.1 + 0.2, 114.0 + 1.0 / 3},
                                             {-33.9, -70.64999999999999},
                                             {1e-7, 5e-324},
                                             {22, 114}};
    static const struct yk_point other[] = {{22.7, 114.2}, {0.1 + 0.2, 114.0 + 1.0 / 3}};
    const struct yk_gazetteer_entry roads[] = {
        {"", "road", "龙翔大道", "", "龙翔大道", "", {22.5, 114.1}, "wgs84", course, 5},
        {"", "road", "龙翔大道", "", "龙翔大道", "", {22.5, 114.1}, "wgs84", course, 4},
        {"", "road", "清林路", "", "清林路", "", {22.5, 114.1}, "gcj02", other, 2},
    };
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    size_t changed;
    assert_int_equal(yk_put_gazetteer(s, "a.osm", roads, 3, "2026-11-25", &changed, &err), YK_OK);
    assert_int_equal(changed, 3);
    struct yk_territory t = read_all(s, &a);
    assert_int_equal(t.gazetteers, 3);
    const struct yk_gazetteer_entry *clear = &t.gazetteer[0], *shorter = &t.gazetteer[1],
                                    *longer = &t.gazetteer[2];
    assert_string_equal(clear->name, "清林路");
    assert_string_equal(clear->datum, "gcj02");
    assert_string_equal(longer->datum, "wgs84");
    assert_int_equal(shorter->vertices, 4);
    assert_int_equal(longer->vertices, 5);
    assert_memory_equal(longer->line, course, sizeof course);
    assert_memory_equal(clear->line, other, sizeof other);
    assert_memory_equal(&clear->line[1], &longer->line[1], sizeof *course);

    struct yk_gazetteer_entry mended = roads[2];
    mended.vertices = 1;
    assert_int_equal(yk_put_gazetteer(s, "a.osm", roads, 3, "2026-11-26", &changed, &err), YK_OK);
    assert_int_equal(changed, 0);
    assert_int_equal(yk_put_gazetteer(s, "a.osm", &mended, 1, "2026-11-26", &changed, &err), YK_OK);
    assert_int_equal(changed, 1);
    mended.datum = "wgs84";
    assert_int_equal(yk_put_gazetteer(s, "a.osm", &mended, 1, "2026-11-26", &changed, &err), YK_OK);
    assert_int_equal(changed, 1);
    yk_arena_release(&a);
    yk_store_close(s);
}

/* All in one second: owner and policy of one submission; "" takes back. */
static void the_newest_override_counts(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    static const struct {
        const char *owner, *policy;
        bool changes;
        size_t left;
    } steps[] = {{"", "", false, 0},
                 {"area_manager", "", true, 1},
                 {"area_manager", "unit_discount", true, 2},
                 {"area_manager", "unit_discount", false, 2},
                 {"", "unit_discount", true, 1},
                 {"station_manager", "", true, 1}};
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct yk_override o[2] = {{.field = YK_OVERRIDE_OWNER, .value = steps[i].owner},
                                   {.field = YK_OVERRIDE_POLICY, .value = steps[i].policy}};
        for (size_t k = 0; k < 2; k++) {
            o[k].submission = (struct yk_id){"00000000000000000000000000000001"};
            o[k].who = "王";
            o[k].at = "2026-11-25T00:00:00Z";
            o[k].reason = "已谈妥";
        }
        long long facts = kit_facts(s);
        assert_int_equal(yk_put_overrides(s, o, 2, &err), YK_OK);
        assert_int_equal(kit_facts(s), facts + steps[i].changes);
        struct yk_territory t = read_all(s, &a);
        assert_int_equal(t.overrides, steps[i].left);
        if (t.overrides && *steps[i].owner) {
            assert_int_equal(t.override[0].field, YK_OVERRIDE_OWNER);
            assert_string_equal(t.override[0].value, steps[i].owner);
        }
    }
    yk_arena_release(&a);
    yk_store_close(s);
}

static void the_newest_decision_counts(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    static const struct {
        enum yk_decided say;
        bool changes;
        size_t left;
    } steps[] = {{YK_DECIDED_NONE, false, 0}, {YK_DECIDED_SAME, true, 1},
                 {YK_DECIDED_SAME, false, 1}, {YK_DECIDED_NONE, true, 0},
                 {YK_DECIDED_APART, true, 1}, {YK_DECIDED_SAME, true, 1}};
    struct yk_id a_id = {"00000000000000000000000000000001"},
                 b_id = {"00000000000000000000000000000002"};
    for (size_t i = 0; i < COUNT(steps); i++) { /* all in one second, the pair either way round */
        struct yk_decision d = {.a = i % 2 ? b_id : a_id,
                                .b = i % 2 ? a_id : b_id,
                                .decided = steps[i].say,
                                .who = "王",
                                .at = "2026-11-25T00:00:00Z"};
        long long facts = kit_facts(s);
        assert_int_equal(yk_put_decision(s, &d, &err), YK_OK);
        assert_int_equal(kit_facts(s), facts + steps[i].changes);
        struct yk_territory t = read_all(s, &a);
        assert_int_equal(t.decisions, steps[i].left);
        if (steps[i].left) {
            assert_int_equal(t.decision[0].decided, steps[i].say);
            assert_string_equal(t.decision[0].a.text, a_id.text);
            assert_string_equal(t.decision[0].who, "王");
        }
    }
    yk_arena_release(&a);
    yk_store_close(s);
}

static void an_id_handed_out_stays(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_store *s = new_store();
    struct yk_issued first[] = {{kit_id("c2"), kit_id("s2"), "2026-01-02"},
                                {kit_id("c1"), kit_id("s1"), "2026-01-01"}};
    struct yk_issued again = {kit_id("c1"), kit_id("s3"), "2026-02-01"};
    long long facts = kit_facts(s);
    assert_int_equal(yk_issue_clients(s, first, 2, &err), YK_OK);
    assert_int_equal(yk_issue_clients(s, &again, 1, &err), YK_OK);
    assert_int_equal(kit_facts(s), facts);
    struct yk_territory t = read_all(s, &a);
    assert_int_equal(t.issues, 2);
    assert_string_equal(t.issued[0].client.text, first[1].client.text);
    assert_string_equal(t.issued[0].submission.text, first[1].submission.text);
    assert_string_equal(t.issued[1].at, "2026-01-02");
    yk_arena_release(&a);
    yk_store_close(s);
}

static void what_was_seen_is_on_record(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_audit *row;
    size_t count = 7;
    struct yk_store *s = new_store();
    static const struct yk_audit seen[] = {
        {"2026-11-25T08:00:00Z", "王", "plan make", "复核电话", 40},
        {"2026-11-24T08:00:00Z", "李", "client show 1234", "回访", 1}};
    long long facts = kit_facts(s);
    for (size_t i = 0; i < COUNT(seen); i++)
        assert_int_equal(yk_put_audit(s, &seen[i], &err), YK_OK);
    assert_int_equal(kit_facts(s), facts);
    assert_int_equal(yk_list_audit(&row, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 2);
    assert_string_equal(row[0].who, "李");
    assert_string_equal(row[1].reason, "复核电话");
    assert_int_equal(row[1].rows, 40);
    yk_arena_release(&a);
    yk_store_close(s);
}

static int facts(const char *url)
{
    base = url;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_forms_are_records),
        cmocka_unit_test(a_mended_file_wins),
        cmocka_unit_test(the_station_put_last_counts),
        cmocka_unit_test(the_rival_put_last_counts),
        cmocka_unit_test(a_gazetteer_is_replaced_by_source),
        cmocka_unit_test(a_road_keeps_its_course),
        cmocka_unit_test(the_newest_decision_counts),
        cmocka_unit_test(the_newest_override_counts),
        cmocka_unit_test(an_id_handed_out_stays),
        cmocka_unit_test(what_was_seen_is_on_record),
    };
    return cmocka_run_group_tests_name(url, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(facts);
}
