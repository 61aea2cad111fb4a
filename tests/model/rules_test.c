/* rules_test.c - coefficients and labels are found, or what stands for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/base/text.h"
#include "youka/model/rules.h"

static struct yk_category_prior category[] = {{.category = "other", .rate = 1},
                                              {.category = "hotel", .rate = 0.02}};
static struct yk_vehicle_prior vehicle[] = {{.vehicle_class = "other", .litres_month = 150},
                                            {.vehicle_class = "car", .litres_month = 113}};
static struct yk_source_prior source[] = {{.info_source = "guess", .log_sd = 0.8},
                                          {.info_source = "driver", .log_sd = 0.3}};
static struct yk_fuel_prior fuel[] = {{.fuel_grade = "g92", .density_kg_l = 0.74}};
static struct yk_parameter spread[] = {{.parameter = "alpha", .value = 2}};
static struct yk_parameter market[] = {{.parameter = "win_base", .value = -1.6}};
static struct yk_station_prior station_class[] = {
    {.station_class = "urban", .label = {"城区", "City"}}};
static struct yk_tier_rule tier[] = {{.tier = "gold", .label = {"黄金", "Gold"}}};
static struct yk_rule_label label[] = {{"measure", "gold", {"金卡", "Golden card"}},
                                       {"owner", "area_manager", {"片区经理", ""}}};
static const struct yk_rules rules = {
    .category = category,
    .categories = 2,
    .vehicle = vehicle,
    .vehicles = 2,
    .source = source,
    .sources = 2,
    .fuel = fuel,
    .fuels = 1,
    .spread = spread,
    .spreads = 1,
    .market = market,
    .markets = 1,
    .tier = tier,
    .tiers = 1,
    .station_class = station_class,
    .station_classes = 1,
    .label = label,
    .labels = 2,
};

static void finds_a_row_or_its_stand_in(void **state)
{
    (void)state;
    assert_true(yk_rules_category(&rules, "hotel")->rate == 0.02);
    assert_true(yk_rules_category(&rules, "castle")->rate == 1);
    assert_true(yk_rules_category(&rules, NULL)->rate == 1);
    assert_true(yk_rules_vehicle(&rules, "car")->litres_month == 113);
    assert_true(yk_rules_vehicle(&rules, "sledge")->litres_month == 150);
    assert_true(yk_rules_source(&rules, "driver")->log_sd == 0.3);
    assert_true(yk_rules_source(&rules, "oracle")->log_sd == 0.8);
    assert_true(yk_rules_source(&rules, NULL)->log_sd == 0.8);
    assert_true(yk_rules_fuel(&rules, "g92")->density_kg_l == 0.74);
    assert_null(yk_rules_fuel(&rules, "coal"));
    assert_true(yk_rules_spread(&rules, "alpha") == 2);
    assert_true(yk_rules_market(&rules, "win_base") == -1.6);
}

static void gives_labels(void **state)
{
    (void)state;
    static const struct {
        const char *list, *code, *zh, *en;
    } rows[] = {
        {"measure", "gold", "金卡", "Golden card"},
        {"tier", "gold", "黄金", "Gold"},
        {"station_class", "urban", "城区", "City"},
        {"owner", "area_manager", "片区经理", "area_manager"},
        {"owner", "nobody", "nobody", "nobody"},
        {"owner", NULL, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(yk_rules_label(&rules, rows[i].list, rows[i].code, YK_ZH), rows[i].zh);
        assert_string_equal(yk_rules_label(&rules, rows[i].list, rows[i].code, YK_EN), rows[i].en);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_row_or_its_stand_in),
        cmocka_unit_test(gives_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
