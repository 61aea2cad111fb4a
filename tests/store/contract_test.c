/* contract_test.c - what every storage engine must do (kit_each_store): loads, stations, runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *base;

static struct yk_store *new_store(void)
{
    return kit_open(kit_new_url(base), YK_STORE_WRITE);
}

static void assert_text(char *got, const char *want)
{
    assert_string_equal(got, want);
    free(got);
}

static void assert_counts(struct yk_batch_counts got, size_t loaded, size_t superseded,
                          size_t unchanged)
{
    assert_int_equal(got.loaded, loaded);
    assert_int_equal(got.superseded, superseded);
    assert_int_equal(got.unchanged, unchanged);
}

/* Two exports of a survey and a mended row. */
static const struct kit_row odk[] = {
    {"uuid-1", "2026-03-01T09", "2026-03-01", "name=东方酒店;phone=1"},
    {"uuid-2", "2026-03-01T10", "2026-03-01", "name=一中;phone=2"},
};
static const struct kit_row kobo[] = {
    {"uuid-1", "2026-03-01T09", "2026-03-01", "name=东方酒店;phone=1"},
    {"uuid-2", "2026-03-02T10", "2026-03-01", "name=第一中学;fleet:class=bus,n=3|class=car,n=1"},
    {"uuid-3", "2026-03-02T11", "2026-03-02", "name=物流园"},
};
static const struct kit_row mended[] = {
    {"uuid-2", "2026-03-03T10", "2026-03-01", "phone=22;fleet:class=bus,n=4"},
};

static void opens_by_mode(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_store *s = NULL;
    int have = 0, want = -1;
    const char *url = kit_new_url(base);
    assert_int_equal(yk_store_open(&s, url, YK_STORE_READ, &err), YK_E_IO);
    assert_null(s);
    assert_int_equal(yk_store_open(&s, url, YK_STORE_RAW, &err), YK_E_IO);
    yk_store_close(kit_open(url, YK_STORE_CREATE));
    assert_int_equal(yk_store_open(&s, url, YK_STORE_CREATE, &err), YK_E_USAGE);
    yk_store_close(kit_open(url, YK_STORE_WRITE));
    yk_store_close(kit_open(url, YK_STORE_RAW));
    s = kit_open(url, YK_STORE_READ);
    assert_int_equal(yk_store_version(&have, &want, s, &err), YK_OK);
    assert_true(have == want && have > 0);
    yk_store_close(s);
}

static void reading_does_not_write(void **state)
{
    (void)state;
    struct yk_err err = {0};
    const char *url = kit_new_url(base);
    struct yk_station station = {.code = "S1", .name = "一站"};
    size_t changed = 7;
    yk_store_close(kit_open(url, YK_STORE_CREATE));
    struct yk_store *s = kit_open(url, YK_STORE_READ);
    assert_int_not_equal(yk_put_stations(s, &station, 1, "", &changed, &err), YK_OK);
    assert_int_equal(changed, 7);
    yk_store_close(s);
}

static void counts_what_is_new(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    static const struct kit_row less[] = {
        {"uuid-2", "2026-02-01", "2026-03-01",
         "name=older spelling"},                                 /* an old copy says nothing */
        {"uuid-1", "2026-03-09", "2026-03-01", "name=;phone=1"}, /* a blank is no answer */
        {"uuid-1", "2026-03-10", "2026-03-01", "phone=1"},
    };
    assert_counts(kit_load(s, "odk.csv", odk, COUNT(odk)), 2, 0, 0);
    assert_counts(kit_load(s, "kobo.csv", kobo, COUNT(kobo)), 1, 1, 1);
    assert_counts(kit_load(s, "mended.csv", mended, COUNT(mended)), 0, 1, 0);
    assert_counts(kit_load(s, "less.csv", less, COUNT(less)), 0, 0, 3);
    assert_text(kit_door(s, "uuid-2"), "S1 uuid-2 2026-03-01 name=第一中学 phone=22"
                                       " fleet: class=bus n=4"
                                       " [less.csv:2 odk.csv:3 kobo.csv:3 mended.csv:2]");
    assert_text(kit_finding(s), "");
    yk_store_close(s);
}

/* Into an empty database and into one that holds rows: engines may do these differently. */
static void a_key_twice_in_one_file(void **state)
{
    (void)state;
    static const struct kit_row rows[] = {
        {"k", "1", "2026-03-01", "name=A;phone=\"1\";~phone=１;fleet:c=bus;!missing=x"},
        {"k", "1", "2026-03-01", "name=A;phone=\"1\";~phone=１;fleet:c=bus;!missing=x"},
        {"k", "2", "2026-03-01", "name=B"},
        {"k", "0", "2026-03-01", "name=C"},
    };
    for (int held = 0; held < 2; held++) {
        struct yk_store *s = new_store();
        if (held)
            kit_load(s, "odk.csv", odk, COUNT(odk));
        char *before = kit_dump(s);
        for (int keep = 0; keep < 2; keep++)
            assert_counts(kit_load_as(s, "f.csv", "", rows, COUNT(rows), keep), 1, 1, 2);
        assert_text(kit_door(s, "k"),
                    "S1 k 2026-03-01 name=B phone=\"1\"~１ fleet: c=bus !missing=x"
                    " [f.csv:5 f.csv:2 f.csv:3 f.csv:4]");
        assert_text(kit_finding(s), "");
        kit_undo(s, "f.csv");
        assert_text(kit_dump(s), before);
        free(before);
        yk_store_close(s);
    }
}

static void the_same_file_again_changes_nothing(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    kit_load(s, "odk.csv", odk, COUNT(odk));
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    char *before = kit_dump(s);
    long long facts = kit_facts(s);
    assert_counts(kit_load(s, "odk.csv", odk, COUNT(odk)), 0, 0, 2);
    assert_counts(kit_load(s, "kobo.csv", kobo, COUNT(kobo)), 0, 0, 3);
    assert_text(kit_dump(s), before);
    assert_int_equal(kit_facts(s), facts);
    assert_text(kit_finding(s), "");
    free(before);
    yk_store_close(s);
}

static void rows_refused_at_first_come_later(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry *entry;
    size_t count;
    struct yk_store *s = new_store();
    kit_load(s, "kobo.csv", kobo, 1);
    assert_counts(kit_load(s, "kobo.csv", kobo, COUNT(kobo)), 2, 0, 1);
    assert_int_equal(yk_batch_list(&entry, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 1);
    assert_counts(entry[0].counts, 3, 0, 0);
    assert_int_equal(entry[0].counts.rows, 3);
    assert_text(kit_finding(s), "");
    yk_arena_release(&a);
    yk_store_close(s);
}

static void dry_run_leaves_nothing(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry *entry;
    size_t count = 7;
    struct yk_store *s = new_store();
    kit_load(s, "odk.csv", odk, COUNT(odk));
    long long facts = kit_facts(s);
    char *before = kit_dump(s);
    assert_counts(kit_load_as(s, "kobo.csv", "", kobo, COUNT(kobo), false), 1, 1, 1);
    assert_text(kit_dump(s), before);
    assert_int_equal(kit_facts(s), facts);
    assert_int_equal(yk_batch_list(&entry, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 1);
    free(before);
    yk_arena_release(&a);
    yk_store_close(s);
}

static void order_of_loading_does_not_matter(void **state)
{
    (void)state;
    /* The same words in two copies of different age: the copy is as old as its newest claim. */
    static const struct kit_row late[] = {
        {"uuid-2", "2026-03-04", "2026-03-01", "name=一中;phone=2"}};
    static const struct {
        const char *file;
        const struct kit_row *row;
        size_t count;
    } file[] = {{"odk.csv", odk, COUNT(odk)},
                {"kobo.csv", kobo, COUNT(kobo)},
                {"mended.csv", mended, COUNT(mended)},
                {"late.csv", late, COUNT(late)}};
    char *want = NULL;
    for (int n = 0; n < 256; n++) {
        int order[] = {n & 3, n >> 2 & 3, n >> 4 & 3, n >> 6 & 3};
        if ((1 << order[0] | 1 << order[1] | 1 << order[2] | 1 << order[3]) != 15)
            continue;
        struct yk_store *s = new_store();
        for (int i = 0; i < 4; i++)
            kit_load(s, file[order[i]].file, file[order[i]].row, file[order[i]].count);
        char *got = kit_dump(s);
        if (want)
            assert_string_equal(got, want);
        free(want);
        want = got;
        yk_store_close(s);
    }
    assert_non_null(strstr(want, "uuid-2 2026-03-01 name=一中 phone=2 fleet: class=bus n=4 "));
    free(want);
}

static void undo_takes_back_one_load(void **state)
{
    (void)state;
    struct yk_store *s = new_store(), *only = new_store();
    kit_load(s, "odk.csv", odk, COUNT(odk));
    kit_load(s, "kobo.csv", kobo, COUNT(kobo)); /* says uuid-1 too */
    kit_load(s, "mended.csv", mended, COUNT(mended));
    char *all = kit_dump(s);
    long long facts = kit_facts(s);

    kit_undo(s, "odk.csv");
    assert_true(kit_facts(s) > facts);
    kit_load(only, "mended.csv", mended, COUNT(mended));
    kit_load(only, "kobo.csv", kobo, COUNT(kobo));
    char *rest = kit_dump(only);
    assert_text(kit_dump(s), rest);
    assert_text(kit_finding(s), "");

    assert_counts(kit_load(s, "odk.csv", odk, COUNT(odk)), 0, 0, 2); /* adds nothing new now */
    assert_text(kit_dump(s), all);
    assert_text(kit_finding(s), "");
    kit_undo(s, "kobo.csv");
    kit_undo(s, "mended.csv");
    kit_undo(s, "odk.csv");
    assert_text(kit_dump(s), "");
    assert_text(kit_finding(s), "");
    assert_counts(kit_load(s, "odk.csv", odk, COUNT(odk)), 2, 0, 0);
    free(all);
    free(rest);
    yk_store_close(s);
    yk_store_close(only);
}

static void undo_by_a_unique_prefix(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry undone;
    struct yk_store *s = new_store();
    kit_load(s, "odk.csv", odk, COUNT(odk));
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    struct yk_id id = kit_batch_id("odk.csv", "");
    char prefix[9];
    snprintf(prefix, sizeof prefix, "%.8s", id.text);
    assert_int_equal(yk_batch_undo(s, "", "2026-03-06T08:00:00Z", &undone, &a, &err), YK_E_USAGE);
    assert_int_equal(yk_batch_undo(s, "xyz", "2026-03-06T08:00:00Z", &undone, &a, &err),
                     YK_E_FOUND);
    assert_int_equal(yk_batch_undo(s, prefix, "2026-03-06T08:00:00Z", &undone, &a, &err), YK_OK);
    assert_string_equal(undone.head.id.text, id.text);
    assert_int_equal(undone.counts.loaded, 2);
    assert_int_equal(yk_batch_undo(s, prefix, "2026-03-06T08:00:00Z", &undone, &a, &err),
                     YK_E_USAGE);
    yk_arena_release(&a);
    yk_store_close(s);
}

static void batches_are_listed(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry *entry;
    size_t count;
    struct yk_store *s = new_store();
    kit_load_as(s, "odk.csv", "S1", odk, COUNT(odk), true);
    assert_int_equal(yk_batch_list(&entry, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 1);
    struct yk_id id = kit_batch_id("odk.csv", "S1");
    assert_string_equal(entry->head.id.text, id.text);
    assert_string_equal(entry->head.file, "odk.csv");
    assert_string_equal(entry->head.station_code, "S1");
    assert_string_equal(entry->head.encoding, "UTF-8");
    assert_string_equal(entry->head.who, "test");
    assert_string_equal(entry->head.loaded_at, "2026-03-05T08:00:00Z");
    assert_int_equal(entry->head.separator, ',');
    assert_int_equal(entry->counts.rows, 2);
    assert_false(entry->undone);
    yk_arena_release(&a);
    yk_store_close(s);
}

static void awkward_texts_come_back(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    static const struct kit_row rows[] = {
        {"quote \" back \\ 中", "", "2026-03-01",
         "_typed=a;a\"b\\=\"\\/\b\f\n\r\t\x01\x1f\x7f;z=𠮷{}[]:,null\\u0041;~z=１，２"},
    };
    kit_load(s, "a;\"'.csv", rows, 1);
    assert_text(kit_door(s, "quote \" back \\ 中"),
                "S1 quote \" back \\ 中 2026-03-01 _typed=a"
                " a\"b\\=\"\\/\b\f\n\r\t\x01\x1f\x7f z=𠮷{}[]:,null\\u0041~１，２ [a;\"'.csv:2]");
    yk_store_close(s);
}

static void client_id_follows_from_the_smallest_copy(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_hash h;
    struct yk_store *s = new_store();
    static const struct kit_row rows[] = {{"k", "1", "2026-03-01", "name=A"},
                                          {"k", "2", "2026-02-01", "name=B"},
                                          {"k", "3", "2026-04-01", "name=C"}};
    kit_load(s, "f.csv", rows, COUNT(rows));
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(t.doors, 1);
    yk_hash_begin(&h);
    yk_hash_text(&h, "2026-02-01");
    yk_hash_text(&h, "k");
    struct yk_id want = yk_hash_end(&h);
    assert_string_equal(t.door[0].id.text, want.text);
    assert_int_equal(t.door[0].survey_date, yk_day_of(2026, 4, 1));
    yk_arena_release(&a);
    yk_store_close(s);
}

static void stations_are_revised(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_store *s = new_store();
    struct yk_station two[] = {
        {"S2",
         "二站",
         "北区",
         "王",
         "urban",
         {36.5, 120.5},
         3000,
         20,
         "g92 d0",
         "06:00",
         "22:00",
         1.5},
        {"S1", "一站", "", "", "", {NAN, NAN}, NAN, NAN, "", "", "", NAN},
    };
    size_t changed = 0;
    assert_int_equal(yk_put_stations(s, two, 2, "2026-01-01T00:00:00Z", &changed, &err), YK_OK);
    assert_int_equal(changed, 2);
    long long facts = kit_facts(s);
    assert_int_equal(yk_put_stations(s, two, 2, "2026-02-01T00:00:00Z", &changed, &err), YK_OK);
    assert_int_equal(changed, 0);
    assert_int_equal(kit_facts(s), facts);
    two[0].radius_m = 2500;
    assert_int_equal(yk_put_stations(s, two, 2, "2026-02-01T00:00:00Z", &changed, &err), YK_OK);
    assert_int_equal(changed, 1);
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(t.stations, 2);
    assert_string_equal(t.station[0].code, "S1");
    assert_true(isnan(t.station[0].point.lat) && isnan(t.station[0].radius_m));
    assert_string_equal(t.station[1].name, "二站");
    assert_string_equal(t.station[1].fuels, "g92 d0");
    assert_true(t.station[1].radius_m == 2500 && t.station[1].point.lon == 120.5);
    assert_true(t.station[1].target_litres_quarter == 1.5);
    yk_arena_release(&a);
    yk_store_close(s);
}

static void a_bad_station_is_refused_whole(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_store *s = new_store();
    struct yk_station two[] = {{.code = "S1", .point = {1, 1}, .radius_m = 1},
                               {.code = "S2", .point = {91, 1}, .radius_m = 1}};
    size_t changed = 7;
    assert_int_equal(yk_put_stations(s, two, 2, "", &changed, &err), YK_E_STORE);
    assert_non_null(strstr(err.text, "S2"));
    assert_int_equal(changed, 7);
    assert_int_equal(kit_facts(s), 0);
    yk_store_close(s);
}

static void newest_competitor_counts(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_store *s = new_store();
    struct yk_answer new_price = {"real_g92", "7.1", NULL}, old_price = {"real_g92", "7.5", NULL};
    const struct yk_competitor rows[] = {
        {"民营站", "brandless", {36, 120}, {&new_price, 1, NULL, 0}, yk_day_of(2026, 3, 2)},
        {"民营站", "brandless", {36, 120}, {&old_price, 1, NULL, 0}, yk_day_of(2026, 3, 1)},
        {"民营站", "sinopec", {36.5, 120}, {0}, YK_DAY_NONE},
        {"加油站", "other", {NAN, NAN}, {0}, YK_DAY_NONE},
    };
    size_t changed = 0;
    assert_int_equal(yk_put_competitors(s, rows, 4, "2026-03-05T08:00:00Z", &changed, &err), YK_OK);
    assert_int_equal(changed, 4);
    assert_int_equal(yk_put_competitors(s, rows, 4, "2026-03-05T08:00:00Z", &changed, &err), YK_OK);
    assert_int_equal(changed, 0);
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(t.competitors, 3);
    assert_string_equal(t.competitor[0].name, "加油站"); /* UTF-8 order */
    assert_true(isnan(t.competitor[0].point.lat));
    assert_string_equal(yk_answer_text(&t.competitor[1].answers, "real_g92"), "7.1");
    assert_int_equal(t.competitor[1].survey_date, yk_day_of(2026, 3, 2));
    assert_string_equal(t.competitor[2].brand, "sinopec");
    yk_arena_release(&a);
    yk_store_close(s);
}

static void assert_run(struct yk_store *s, const char *want)
{
    struct yk_err err = {0};
    struct yk_id run;
    assert_int_equal(yk_last_run(&run, s, &err), YK_OK);
    assert_string_equal(run.text, want);
}

static void keeps_the_last_run(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_id run[] = {kit_batch_id("run 1", ""), kit_batch_id("run 2", "")};
    struct yk_store *s = new_store();
    struct yk_station station = {.code = "S1", .point = {36, 120}, .radius_m = 3000};
    size_t changed;
    assert_run(s, "");
    assert_int_equal(yk_put_stations(s, &station, 1, "", &changed, &err), YK_OK);
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    struct yk_place place[3] = {
        {.located = true,
         .point = {36, 120},
         .place_class = "A0",
         .error_m = 15,
         .method = "gps",
         .runner_up_m = NAN,
         .verdict = YK_VERDICT_IN,
         .distance_m = 12.5},
        {.place_class = "E",
         .error_m = NAN,
         .method = "none",
         .runner_up_m = NAN,
         .verdict = YK_VERDICT_UNKNOWN,
         .distance_m = NAN},
        {.located = true,
         .point = {36, 120},
         .place_class = "B1",
         .error_m = NAN,
         .method = "exact_number",
         .runner_up_m = 40,
         .verdict = YK_VERDICT_EDGE,
         .distance_m = 1,
         .other = (size_t[]){0},
         .others = 1},
    };
    struct yk_piece piece = {.piece = "told_volume",
                             .source = "client",
                             .value = 100,
                             .weight = 1,
                             .unit = "l",
                             .told = 100,
                             .meant = "l_month",
                             .meant_weight = 1};
    struct yk_estimate estimate[3] = {{.none = true},
                                      {.confidence = 'A', .piece = &piece, .pieces = 1},
                                      {.confidence = 'D', .log_mean = NAN, .log_var = NAN}};
    struct yk_derived d = {.place = place, .estimate = estimate, .count = 3};
    struct yk_plan_line line = {.door = 1,
                                .rank = 1,
                                .tier_now = "",
                                .tier_potential = "gold",
                                .stage = "surveyed",
                                .missing = "",
                                .owner = "station_manager",
                                .left_out = ""};
    const struct yk_plan plan = {.line = &line, .lines = 1}, *put = &plan;
    for (int i = 0; i < 2; i++) {
        if (yk_put_run(s, &run[i], &t, &d, &err) || yk_put_plans(s, &run[i], &t, &put, 1, &err) ||
            yk_put_plans(s, &run[i], &t, &put, 1, &err) ||
            yk_put_plans(s, &run[0], &t, &put, 1, &err))
            fail_msg("%s", err.text);
        assert_run(s, run[i].text);
        assert_text(kit_finding(s), "");
    }
    assert_int_equal(yk_forget_run(s, &err), YK_OK);
    assert_run(s, "");
    assert_text(kit_finding(s), "");
    /* somebody loads more while this one is working out what it read before */
    assert_int_equal(t.facts, kit_facts(s));
    kit_load(s, "odk.csv", odk, COUNT(odk));
    assert_int_equal(t.facts + 1, kit_facts(s));
    assert_int_equal(yk_put_run(s, &run[0], &t, &d, &err), YK_OK);
    assert_int_equal(yk_put_plans(s, &run[0], &t, &put, 1, &err), YK_OK);
    assert_run(s, "");
    yk_arena_release(&a);
    yk_store_close(s);
}

static void backup_is_the_same_database(void **state)
{
    (void)state;
    struct yk_err err = {0};
    const char *url = kit_new_url(base);
    struct yk_store *s = kit_open(url, YK_STORE_WRITE);
    char to[200];
    snprintf(to, sizeof to, "%s/backup.db", kit_folder());
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    char *all = kit_dump(s);
    assert_int_equal(yk_store_backup(s, to, NULL, &err), YK_OK);
    assert_int_equal(yk_store_backup(s, to, NULL, &err), YK_OK); /* over the older one */
    assert_int_equal(yk_store_backup(s, kit_folder(), NULL, &err), YK_E_IO);
    if (!strncmp(url, "sqlite://", 9))
        assert_int_equal(yk_store_backup(s, url + 9, NULL, &err), YK_E_USAGE);
    yk_store_close(s);
    s = kit_open(to, YK_STORE_READ);
    assert_text(kit_dump(s), all);
    yk_store_close(s);
    free(all);
}

/* One process of many: makes the database or finds it, loads a file of its own. */
static void load_alone(const char *url, int n)
{
    struct yk_store *s = kit_open(url, YK_STORE_WRITE);
    char file[16], key[2][16];
    struct kit_row row[2] = {{key[0], "1", "2026-03-01", "name=own"},
                             {"shared", "1", "2026-03-01", "name=shared"}};
    snprintf(file, sizeof file, "%d.csv", n);
    snprintf(key[0], sizeof key[0], "own-%d", n);
    kit_load(s, file, row, 2);
    yk_store_close(s);
}

static void writers_wait_for_one_another(void **state)
{
    (void)state;
    enum { WRITERS = 8 };
    const char *url = kit_new_url(base);
    pid_t child[WRITERS];
    for (int i = 0; i < WRITERS; i++) {
        child[i] = fork();
        if (!child[i]) {
            load_alone(url, i);
            _exit(0);
        }
    }
    for (int i = 0; i < WRITERS; i++) {
        int status = -1;
        waitpid(child[i], &status, 0);
        assert_int_equal(status, 0);
    }
    struct yk_store *s = kit_open(url, YK_STORE_READ);
    char *all = kit_dump(s);
    size_t doors = 0;
    for (const char *c = all; *c; c++)
        doors += *c == '\n';
    assert_int_equal(doors, WRITERS + 1);
    assert_int_equal(kit_facts(s), WRITERS);
    assert_text(kit_finding(s), "");
    free(all);
    yk_store_close(s);
}

static int contract(const char *url)
{
    base = url;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_by_mode),
        cmocka_unit_test(reading_does_not_write),
        cmocka_unit_test(counts_what_is_new),
        cmocka_unit_test(a_key_twice_in_one_file),
        cmocka_unit_test(the_same_file_again_changes_nothing),
        cmocka_unit_test(rows_refused_at_first_come_later),
        cmocka_unit_test(dry_run_leaves_nothing),
        cmocka_unit_test(order_of_loading_does_not_matter),
        cmocka_unit_test(undo_takes_back_one_load),
        cmocka_unit_test(undo_by_a_unique_prefix),
        cmocka_unit_test(batches_are_listed),
        cmocka_unit_test(awkward_texts_come_back),
        cmocka_unit_test(client_id_follows_from_the_smallest_copy),
        cmocka_unit_test(stations_are_revised),
        cmocka_unit_test(a_bad_station_is_refused_whole),
        cmocka_unit_test(newest_competitor_counts),
        cmocka_unit_test(keeps_the_last_run),
        cmocka_unit_test(backup_is_the_same_database),
        cmocka_unit_test(writers_wait_for_one_another),
    };
    return cmocka_run_group_tests_name(url, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(contract);
}
