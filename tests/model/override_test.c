/* override_test.c - what a person decided for a client, whichever of its doors it was said of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/text.h"
#include "youka/model/override.h"
#include "youka/model/who.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static void codes_go_both_ways(void **state)
{
    enum yk_override_field f;
    bool in_form;
    (void)state;
    for (int i = 0; i < YK_OVERRIDE_FIELDS; i++) {
        assert_true(yk_override_of(&f, yk_override_code((enum yk_override_field)i)));
        assert_int_equal(f, i);
    }
    assert_false(yk_override_of(&f, "tier"));
    assert_string_equal(yk_override_list(YK_OVERRIDE_MEASURES, &in_form), "measure");
    assert_false(in_form);
    assert_string_equal(yk_override_list(YK_OVERRIDE_CARD, &in_form), "card_type");
    assert_true(in_form);
}

/* Doors 0 and 2 are client 1; both had a word on the owner, the later counts. Nobody has the third
 * submission any more. */
static void of_all_doors_the_newest(void **state)
{
    struct yk_door door[3] = {
        {.submission = {"a0"}}, {.submission = {"b0"}}, {.submission = {"c0"}}};
    struct yk_override said[] = {
        {{"a0"}, YK_OVERRIDE_POLICY, "gift", "王", "2026-11-01T00:00:00Z", "r"},
        {{"a0"}, YK_OVERRIDE_OWNER, "area_manager", "王", "2026-11-03T00:00:00Z", "r"},
        {{"c0"}, YK_OVERRIDE_OWNER, "station_manager", "李", "2026-11-02T00:00:00Z", "r"},
        {{"d0"}, YK_OVERRIDE_OWNER, "company_leader", "李", "2026-11-09T00:00:00Z", "r"}};
    static const size_t client_of[] = {1, 0, 1};
    struct yk_territory doors = {.door = door, .doors = 3, .override = said, .overrides = 4};
    struct yk_territory clients = {.doors = 2};
    struct yk_who who = {.doors = &doors, .clients = &clients, .client_of = client_of};
    (void)state;
    struct yk_overruled *of = yk_overruled_of(&who, &arena);
    assert_non_null(of);
    for (int f = 0; f < YK_OVERRIDE_FIELDS; f++)
        assert_null(of[0].by[f]);
    assert_string_equal(of[1].by[YK_OVERRIDE_OWNER]->value, "area_manager");
    assert_string_equal(of[1].by[YK_OVERRIDE_POLICY]->value, "gift");
    assert_null(of[1].by[YK_OVERRIDE_STRATEGY]);
    said[2].at = "2026-11-04T00:00:00Z";
    of = yk_overruled_of(&who, &arena);
    assert_string_equal(of[1].by[YK_OVERRIDE_OWNER]->value, "station_manager");
    doors.overrides = 0;
    assert_null(yk_overruled_of(&who, &arena));
}

static void a_rule_as_changed(void **state)
{
    static const struct yk_override policy = {.field = YK_OVERRIDE_POLICY, .value = "gift"},
                                    owner = {.field = YK_OVERRIDE_OWNER, .value = "x"};
    const struct yk_strategy_rule rule = {
        .rule_id = "S1", .strategy = "push", .measures = "m", .policy = "unit_discount"};
    struct yk_overruled of = {.by = {[YK_OVERRIDE_OWNER] = &owner}};
    (void)state;
    assert_ptr_equal(yk_overruled_rule(&rule, NULL, &arena), &rule);
    assert_ptr_equal(yk_overruled_rule(&rule, &of, &arena), &rule);
    of.by[YK_OVERRIDE_POLICY] = &policy;
    const struct yk_strategy_rule *other = yk_overruled_rule(&rule, &of, &arena);
    assert_string_equal(other->policy, "gift");
    assert_string_equal(other->strategy, "push");
    assert_string_equal(other->rule_id, "S1");
    assert_string_equal(rule.policy, "unit_discount");
}

/* Codes and labels of either language; only of measures several. */
static void values_are_read(void **state)
{
    static struct yk_rule_label label[] = {{"measure", "visit", {"实地拜访", "Visit"}},
                                           {"measure", "agreement", {"签订协议", "Agreement"}},
                                           {"owner", "area_manager", {"片区经理", "Area manager"}}};
    static const struct {
        enum yk_override_field f;
        const char *typed, *codes, *bad;
    } row[] = {{YK_OVERRIDE_MEASURES, "实地拜访、agreement", "visit agreement", NULL},
               {YK_OVERRIDE_MEASURES, "visit，wash", NULL, "wash"},
               {YK_OVERRIDE_OWNER, "Area manager", "area_manager", NULL},
               {YK_OVERRIDE_OWNER, "片区经理 片区经理", NULL, "片区经理 片区经理"},
               {YK_OVERRIDE_OWNER, "visit", NULL, "visit"},
               {YK_OVERRIDE_OWNER, "", "", NULL}};
    const struct yk_rules rules = {.label = label, .labels = 3};
    const struct yk_vocabulary form = {0};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_vocabulary values = {0};
        const char *bad = NULL;
        yk_override_values(&values, row[i].f, &rules, &form, &arena);
        const char *codes = yk_override_read(&bad, row[i].f, row[i].typed, &values, &arena);
        if (!yk_text_same(codes, row[i].codes) || (!codes && !yk_text_same(bad, row[i].bad)))
            fail_msg("%s: %s", row[i].typed, codes ? codes : bad);
        yk_vocabulary_release(&values);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_go_both_ways),
        cmocka_unit_test(of_all_doors_the_newest),
        cmocka_unit_test(a_rule_as_changed),
        cmocka_unit_test(values_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
