/* frozen_test.c - what every storage engine must do: versions of rules in the order of their time,
 * issued plans as they were, both taken along by a merge in any order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../support/answers_of.h"
#include "kit.h"

static const char *base;

static struct yk_id put_rules(struct yk_store *s, const char *csv, const char *at)
{
    struct yk_err err = {0};
    struct yk_rules_text table = {"tiers.csv", csv, 1};
    struct yk_rules_version v = {.at = at, .who = "王", .table = &table, .tables = 1};
    struct yk_id id;
    assert_int_equal(yk_put_rules(&id, s, &v, &err), YK_OK);
    return id;
}

/* A plan of one line at S1. */
static struct yk_id issue(struct yk_store *s, double litres, yk_day today, const char *at,
                          bool want_added)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_station station = {.code = "S1", .name = "一站", .region = "R1"};
    struct yk_door door = {.id = kit_id("client"),
                           .answers = answers_of(&a, "client_name=酒店;category=hotel")};
    struct yk_estimate e = {.litres = {litres / 2, litres, litres * 2, litres}, .confidence = 'B'};
    struct yk_territory t = {
        .today = today, .station = &station, .stations = 1, .door = &door, .doors = 1};
    struct yk_derived d = {.estimate = &e, .count = 1};
    struct yk_plan_line line = {.rank = 1,
                                .tier_now = "",
                                .tier_potential = "gold",
                                .own_share = .25,
                                .access = .8,
                                .p_win = .2,
                                .margin_yuan_l = .45,
                                .score_yuan_year = 1234.5,
                                .stage = "target",
                                .missing = "",
                                .owner = "area_manager",
                                .due_week = 2,
                                .left_out = ""};
    struct yk_plan plan = {.line = &line, .lines = 1};
    struct yk_id run = kit_id("run"), id;
    struct yk_issue what = {.t = &t, .d = &d, .plan = &plan, .run = &run, .at = at, .who = "王"};
    bool added = !want_added;
    assert_int_equal(yk_issue_plan(&id, &added, s, &what, &err), YK_OK);
    assert_int_equal(added, want_added);
    yk_arena_release(&a);
    return id;
}

static void versions_in_order(void **state)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_rules_version *v;
    size_t count;
    (void)state;
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    long long before = kit_facts(s);
    put_rules(s, "tier,cut\ngold,0.7\n", "2026-01-02T00:00:00Z");
    struct yk_id second = put_rules(s, "tier,cut\ngold,0.75\n", "2026-01-01T00:00:00Z");
    assert_true(kit_facts(s) > before);
    assert_int_equal(yk_list_rules(&v, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 2);
    /* A clock that went back does not bring an earlier version to the top. */
    assert_string_equal(v[1].id.text, second.text);
    assert_true(strcmp(v[1].at, v[0].at) > 0);
    assert_int_equal(v[1].tables, 1);
    assert_string_equal(v[1].table[0].file, "tiers.csv");
    assert_string_equal(v[1].table[0].csv, "tier,cut\ngold,0.75\n");
    yk_store_close(s);
    yk_arena_release(&a);
}

static void a_plan_stays_as_it_was(void **state)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    (void)state;
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    yk_day day = yk_day_of(2026, 3, 1);
    struct yk_id first = issue(s, 900, day, "2026-03-01T08:00:00Z", true);
    struct yk_id again = issue(s, 900, day, "2026-03-01T09:00:00Z", false);
    assert_string_equal(first.text, again.text);
    struct yk_id newer = issue(s, 950, day + 30, "2026-03-31T08:00:00Z", true);
    issue(s, 800, day + 10, "2026-04-02T08:00:00Z", true); /* of an earlier day, issued later */
    assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
    assert_int_equal(t.pasts, 1);
    assert_string_equal(t.past[0].id.text, newer.text);
    assert_string_equal(t.past[0].station_code, "S1");
    assert_int_equal(t.past[0].day, day + 30);
    assert_int_equal(t.past[0].lines, 1);
    struct yk_id client = kit_id("client"), other = kit_id("other");
    const struct yk_past_line *line = yk_past_line(yk_past_of(&t, "S1"), &client);
    assert_non_null(line);
    assert_string_equal(line->tier, "gold");
    assert_string_equal(line->stage, "target");
    assert_true(line->litres_mean == 950 && line->own_share == .25 && line->p_win == .2);
    assert_true(line->score_yuan_year == 1234.5 && line->margin_yuan_l == .45);
    assert_null(yk_past_line(yk_past_of(&t, "S1"), &other));
    assert_null(yk_past_of(&t, "S2"));
    yk_store_close(s);
    yk_arena_release(&a);
}

/* Two databases, each with a version and a plan of its own; merged both ways. */
static void merged_in_any_order(void **state)
{
    char url[2][512], text[2][2048] = {"", ""};
    (void)state;
    for (int first = 0; first < 2; first++) {
        struct yk_arena a = {0};
        struct yk_err err = {0};
        struct yk_merged merged;
        struct yk_territory t;
        struct yk_rules_version *v;
        size_t count;
        for (int i = 0; i < 2; i++) {
            snprintf(url[i], sizeof url[i], "%s", kit_new_url(base));
            struct yk_store *s = kit_open(url[i], YK_STORE_CREATE);
            put_rules(s, i ? "tier\ngold\n" : "tier\niron\n",
                      i ? "2026-01-02T00:00:00Z" : "2026-01-03T00:00:00Z");
            issue(s, i ? 700 : 600, yk_day_of(2026, 3, 1 + i), "2026-03-09T00:00:00Z", true);
            yk_store_close(s);
        }
        struct yk_store *s = kit_open(url[first], YK_STORE_UPDATE);
        assert_int_equal(yk_store_merge(&merged, s, url[!first], NULL, &a, &err), YK_OK);
        assert_int_equal(merged.rules, 1);
        assert_int_equal(merged.conflicts, 1); /* each loaded tiers.csv without the other */
        assert_non_null(strstr(merged.conflict[0], "tiers.csv"));
        assert_non_null(strstr(merged.conflict[0], "2026-01-02"));
        assert_non_null(strstr(merged.conflict[0], "2026-01-03"));
        assert_int_equal(yk_list_rules(&v, &count, s, &a, &err), YK_OK);
        assert_int_equal(yk_load_territory(&t, s, &a, &err), YK_OK);
        for (size_t i = 0; i < count; i++)
            snprintf(text[first] + strlen(text[first]), sizeof *text - strlen(text[first]),
                     "%s %s %s\n", v[i].id.text, v[i].at, v[i].table[0].csv);
        snprintf(text[first] + strlen(text[first]), sizeof *text - strlen(text[first]), "%s %g",
                 t.past[0].id.text, t.past[0].line[0].litres_mean);
        assert_int_equal(yk_store_merge(&merged, s, url[!first], NULL, &a, &err), YK_OK);
        assert_false(merged.changed);
        assert_int_equal(merged.conflicts, 0);
        yk_store_close(s);
        yk_arena_release(&a);
    }
    assert_string_equal(text[0], text[1]);
    assert_non_null(strstr(text[0], " 700"));
}

/* Loaded in one moment at two places: the hash decides, whichever way they are merged. */
static void versions_of_one_moment(void **state)
{
    static const char at[] = "2026-01-02T00:00:00Z";
    char last[2][40];
    (void)state;
    for (int first = 0; first < 2; first++) {
        char url[2][512];
        struct yk_arena a = {0};
        struct yk_err err = {0};
        struct yk_merged merged;
        struct yk_rules_version *v;
        struct yk_id id[2];
        size_t count;
        for (int i = 0; i < 2; i++) {
            snprintf(url[i], sizeof url[i], "%s", kit_new_url(base));
            struct yk_store *s = kit_open(url[i], YK_STORE_CREATE);
            id[i] = put_rules(s, i ? "tier\ngold\n" : "tier\niron\n", at);
            yk_store_close(s);
        }
        struct yk_store *s = kit_open(url[first], YK_STORE_UPDATE);
        assert_int_equal(yk_store_merge(&merged, s, url[!first], NULL, &a, &err), YK_OK);
        assert_int_equal(yk_list_rules(&v, &count, s, &a, &err), YK_OK);
        assert_int_equal(count, 2);
        bool greater = strcmp(id[1].text, id[0].text) > 0;
        assert_string_equal(v[1].id.text, id[greater].text);
        snprintf(last[first], sizeof last[first], "%s", v[1].id.text);
        yk_store_close(s);
        yk_arena_release(&a);
    }
    assert_string_equal(last[0], last[1]);
}

static int group(const char *where)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_in_order),
        cmocka_unit_test(a_plan_stays_as_it_was),
        cmocka_unit_test(merged_in_any_order),
        cmocka_unit_test(versions_of_one_moment),
    };
    base = where;
    return cmocka_run_group_tests_name(where, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(group);
}
