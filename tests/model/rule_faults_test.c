/* rule_faults_test.c - the shipped tables go together; each thing that does not is told once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../support/rules_of.h"

static void shipped_tables(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_rule_fault *f;
    (void)state;
    size_t count = yk_rules_faults(&f, &rules, &a);
    for (size_t i = 0; i < count; i++)
        if (!f[i].warning)
            fail_msg("%s %s %s: %s", f[i].file, f[i].key, f[i].column, f[i].sentence);
    yk_arena_release(&a);
}

static void faults(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    (void)state;
    static const char *const want[] = {
        "fuel_priors.csv g92 density_kg_l",
        "fuel_priors.csv gasoline share_of_family",
        "category_priors.csv hotel density_kg_l",
        "vehicle_priors.csv car litres_per_month",
        "vehicle_priors.csv coach fuel_family",
        "spread_priors.csv alpha value",
        "source_priors.csv guard log_sd",
        "market_priors.csv access_none value",
        "plan_priors.csv credit_yuan_year value",
        "unit_priors.csv l weight",
        "tiers.csv gold cut",
        "strategy.csv S003 strategy",
        "strategy.csv S004 measures",
        "policy.csv unit_discount unit",
    };
    for (size_t i = 0; i < rules.fuels; i++)
        if (!strcmp(rules.fuel[i].fuel_grade, "g92")) {
            rules.fuel[i].density_kg_l = 7.4;
            rules.fuel[i].share_of_family = .9;
        }
    for (size_t i = 0; i < rules.categories; i++)
        if (!strcmp(rules.category[i].category, "hotel"))
            rules.category[i].density_kg_l = 740;
    for (size_t i = 0; i < rules.vehicles; i++) {
        if (!strcmp(rules.vehicle[i].vehicle_class, "car"))
            rules.vehicle[i].litres_month_low = 500;
        if (!strcmp(rules.vehicle[i].vehicle_class, "coach"))
            rules.vehicle[i].fuel_family = "coal";
    }
    rules.spread[0].value = 0; /* alpha */
    for (size_t i = 0; i < rules.sources; i++)
        if (!strcmp(rules.source[i].info_source, "guard"))
            rules.source[i].log_sd = 45;
    rules.market[0].value = 1.5; /* access_none */
    rules.plan[0].value = 45;    /* credit_yuan_year */
    rules.unit[0].weight = .5;
    rules.tier[1].cut = .5;
    for (size_t i = 0; i < rules.strategies; i++) {
        if (!strcmp(rules.strategy[i].rule_id, "S003"))
            rules.strategy[i].strategy = "pull";
        if (!strcmp(rules.strategy[i].rule_id, "S004"))
            rules.strategy[i].measures = "visit bribe";
    }
    rules.policy[1].unit = "dollar";
    struct yk_rule_fault *f;
    size_t count = yk_rules_faults(&f, &rules, &a), n = 0;
    for (size_t i = 0; i < count; i++) {
        if (f[i].warning)
            continue;
        const char *got = yk_arena_printf(&a, "%s %s %s", f[i].file, f[i].key, f[i].column);
        assert_true(n < sizeof want / sizeof *want);
        assert_string_equal(got, want[n++]);
    }
    assert_int_equal(n, sizeof want / sizeof *want);
    yk_arena_release(&a);
}

/* A rule behind another one with the same conditions is a remark only. */
static void unreachable(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_rule_fault *f;
    (void)state;
    size_t before = yk_rules_faults(&f, &rules, &a);
    rules.strategy[1].category = rules.strategy[0].category;
    rules.strategy[1].sensitivity = rules.strategy[0].sensitivity;
    rules.strategy[1].barrier = rules.strategy[0].barrier;
    rules.strategy[1].tier = rules.strategy[0].tier;
    rules.strategy[1].supplier = rules.strategy[0].supplier;
    assert_int_equal(yk_rules_faults(&f, &rules, &a), before + 1);
    for (size_t i = 0; i < before + 1; i++)
        if (!strcmp(f[i].key, rules.strategy[1].rule_id))
            assert_true(f[i].warning);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_tables),
        cmocka_unit_test(faults),
        cmocka_unit_test(unreachable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
