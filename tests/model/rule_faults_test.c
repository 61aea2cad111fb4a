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
    size_t count = yk_rules_faults(&f, &rules, NULL, &a);
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
    size_t count = yk_rules_faults(&f, &rules, NULL, &a), n = 0;
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
    size_t before = yk_rules_faults(&f, &rules, NULL, &a);
    rules.strategy[1].category = rules.strategy[0].category;
    rules.strategy[1].sensitivity = rules.strategy[0].sensitivity;
    rules.strategy[1].barrier = rules.strategy[0].barrier;
    rules.strategy[1].tier = rules.strategy[0].tier;
    rules.strategy[1].supplier = rules.strategy[0].supplier;
    assert_int_equal(yk_rules_faults(&f, &rules, NULL, &a), before + 1);
    for (size_t i = 0; i < before + 1; i++)
        if (!strcmp(f[i].key, rules.strategy[1].rule_id))
            assert_true(f[i].warning);
    yk_arena_release(&a);
}

/* Spreads of 0: nothing that was told could change an estimate any more. */
static void spreads_divide(void **state)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_rule_fault *f;
    (void)state;
    static const char *const zero[] = {"alpha",
                                       "size_sd",
                                       "sig_u",
                                       "sig_v",
                                       "phi_g",
                                       "outlier_share",
                                       "outlier_var",
                                       "tau_fleet_category",
                                       "tau_fleet_region",
                                       "tau_litres_station"};
    for (size_t k = 0; k < sizeof zero / sizeof *zero; k++)
        for (size_t i = 0; i < rules.spreads; i++) {
            struct yk_parameter *p = &rules.spread[i];
            double kept = p->value;
            if (strcmp(p->parameter, zero[k]) != 0)
                continue;
            p->value = 0;
            size_t count = yk_rules_faults(&f, &rules, NULL, &a), n = 0;
            for (size_t j = 0; j < count; j++)
                n += !strcmp(f[j].file, "spread_priors.csv") && !strcmp(f[j].key, zero[k]);
            if (n != 1)
                fail_msg("%s 0: %zu faults", zero[k], n);
            p->value = kept;
        }
    rules.source[0].log_sd = 0;
    rules.spread[0].value = -1;
    size_t before = yk_rules_faults(&f, &rules, NULL, &a), n = 0;
    for (size_t j = 0; j < before; j++)
        n += !f[j].warning;
    assert_int_equal(n, 2);
    yk_arena_release(&a);
}

/* A form of few words and one row of each table that speaks of them; each row is spoilt in turn. */
static void codes_of_the_form(void **state)
{
    struct yk_arena a = {0};
    struct yk_vocabulary words = {0};
    (void)state;
    static const struct yk_choice choice[] = {
        {"category", "hotel", {"", ""}},   {"sensitivity", "price", {"", ""}},
        {"barrier", "tender", {"", ""}},   {"brand", "sinopec", {"", ""}},
        {"card_type", "fleet", {"", ""}},  {"vehicle_class", "car", {"", ""}},
        {"info_source", "guard", {"", ""}}};
    static const char *const field[] = {"room_count", "staff_count", NULL};
    for (size_t i = 0; i < sizeof choice / sizeof *choice; i++)
        yk_vocabulary_add(&words, &a, &choice[i]);
    const struct yk_rules_form form = {&words, field};
    static const struct {
        const char *category, *sensitivity, *barrier, *supplier, *card_type, *size, *brand, *owner;
        const char *of_category, *of_class, *of_source; /* keys of the priors */
        const char *want, *says;
    } rows[] = {
#define GOOD "hotel", "price", "tender", "sinopec", "fleet", "room_count", "sinopec", "boss"
#define KEYS "hotel", "car", "guard"
        {GOOD, KEYS, "", ""},
        {"", "", "", "", "", "", "", "", KEYS, "", ""}, /* blank is any */
        {"hotels", "price", "tender", "sinopec", "fleet", "room_count", "sinopec", "boss", KEYS,
         "strategy.csv R1 category", "«hotel»"},
        {"hotel", "prize", "tender", "sinopec", "fleet", "room_count", "sinopec", "boss", KEYS,
         "strategy.csv R1 sensitivity", "«price»"},
        {"hotel", "price", "wall", "sinopec", "fleet", "room_count", "sinopec", "boss", KEYS,
         "strategy.csv R1 barrier", "«wall»"},
        {"hotel", "price", "tender", "nobody", "fleet", "room_count", "sinopec", "boss", KEYS,
         "strategy.csv R1 supplier", "«sinopec»"},
        {"hotel", "price", "tender", "sinopec", "gold", "room_count", "sinopec", "boss", KEYS,
         "strategy.csv R1 card_type", "«fleet»"},
        {"hotel", "price", "tender", "sinopec", "fleet", "rooms", "sinopec", "boss", KEYS,
         "category_priors.csv hotel size_field", "«room_count»"},
        {"hotel", "price", "tender", "sinopec", "fleet", "room_count", "sinopek", "boss", KEYS,
         "osm_brands.csv 石化 brand", "«sinopec»"},
        {"hotel", "price", "tender", "sinopec", "fleet", "room_count", "sinopec", "bose", KEYS,
         "tiers.csv gold owner", "«boss»"},
        {GOOD, "other", "car", "guard", "category_priors.csv hotel category", "no row"},
        {GOOD, "hotel", "bus", "guard", "vehicle_priors.csv car vehicle_class", "no row"},
        {GOOD, "hotel", "car", "driver", "source_priors.csv guard info_source", "no row"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_category_prior category = {.category = rows[i].of_category,
                                             .size_field = rows[i].size,
                                             .density_kg_l = .74,
                                             .phi = 1};
        struct yk_vehicle_prior vehicle = {.vehicle_class = rows[i].of_class,
                                           .fuel_family = "diesel",
                                           .litres_month = 9,
                                           .litres_month_low = 4,
                                           .litres_month_high = 20};
        struct yk_source_prior source = {.info_source = rows[i].of_source, .log_sd = .3};
        struct yk_fuel_prior fuel[] = {
            {.fuel_grade = "g92", .family = "gasoline", .density_kg_l = .7, .share_of_family = 1},
            {.fuel_grade = "d0", .family = "diesel", .density_kg_l = .8, .share_of_family = 1}};
        struct yk_strategy_rule strategy[] = {
            {.rule_id = "R1",
             .category = rows[i].category,
             .sensitivity = rows[i].sensitivity,
             .barrier = rows[i].barrier,
             .tier = "",
             .supplier = rows[i].supplier,
             .strategy = "push",
             .measures = "visit",
             .card_type = rows[i].card_type,
             .policy = ""},
            {"R2", "", "", "", "gold", "", "push", "visit", {"", ""}, "", ""}};
        struct yk_tier_rule tier = {
            .tier = "gold", .label = {"黄金", "Gold"}, .cut = 1, .owner = rows[i].owner};
        struct yk_rule_label label[] = {{"strategy", "push", {"推进", "Push"}},
                                        {"measure", "visit", {"走访", "Visit"}},
                                        {"owner", "boss", {"领导", "Leader"}}};
        struct yk_osm_brand brand = {.word = "石化", .brand = rows[i].brand};
        struct yk_rules rules = {.category = &category,
                                 .categories = 1,
                                 .vehicle = &vehicle,
                                 .vehicles = 1,
                                 .source = &source,
                                 .sources = 1,
                                 .fuel = fuel,
                                 .fuels = 2,
                                 .strategy = strategy,
                                 .strategies = 2,
                                 .tier = &tier,
                                 .tiers = 1,
                                 .label = label,
                                 .labels = 3,
                                 .osm_brand = &brand,
                                 .osm_brands = 1};
        struct yk_rule_fault *f;
        size_t count = yk_rules_faults(&f, &rules, &form, &a);
        const char *got = count ? yk_arena_printf(&a, "%s %s %s", f->file, f->key, f->column) : "";
        if (strcmp(got, rows[i].want) != 0 || count > 1)
            fail_msg("row %zu: %zu faults, the first %s", i, count, got);
        if (count && !strstr(f->sentence, rows[i].says))
            fail_msg("row %zu: %s", i, f->sentence);
        /* Without a form only the tables themselves are asked. */
        assert_int_equal(yk_rules_faults(&f, &rules, NULL, &a), !strcmp(rows[i].says, "«boss»"));
    }
    yk_vocabulary_release(&words);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_tables),    cmocka_unit_test(faults),
        cmocka_unit_test(unreachable),       cmocka_unit_test(spreads_divide),
        cmocka_unit_test(codes_of_the_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
