/* strategy_test.c - the rule table itself, and which rule a client falls under. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "youka/model/plan.h"
#include "youka/plan/strategy.h"

static struct yk_arena arena;
static struct yk_rules rules;

/* Codes of the client survey form (choices.csv), NULL at the end; "" stands for no answer. */
static const char *const categories[] = {"government",
                                         "enterprise",
                                         "institution",
                                         "office_building",
                                         "factory_mine",
                                         "community",
                                         "school",
                                         "hospital",
                                         "hotel",
                                         "restaurant",
                                         "parking_lot",
                                         "supermarket",
                                         "mall",
                                         "transient",
                                         "logistics",
                                         "taxi_ride",
                                         "bus_coach",
                                         "construction",
                                         "farm_machinery",
                                         "waterway",
                                         "private_station",
                                         "other",
                                         "",
                                         NULL};
static const char *const sensitivities[] = {
    "price",        "quality", "quantity", "service",  "location", "speed",
    "card_control", "report",  "invoice",  "credit",   "supply",   "network",
    "points",       "nonfuel", "brand",    "relation", "",         NULL};
static const char *const barriers[] = {
    "price_gap",    "contract",    "relation", "tender", "distance", "credit",
    "no_authority", "card_hassle", "nev",      "none",   "",         NULL};
static const char *const brands[] = {"own",      "sinopec", "petrochina", "cnooc",   "sinochem",
                                     "yanchang", "shell",   "bp",         "private", "delivery",
                                     "own_tank", "unknown", "",           NULL};
static const char *const card_types[] = {"unit_multi", "fleet", "unit_single", "personal",
                                         "bearer",     "combo", "none",        NULL};
static const char *const vehicle_classes[] = {
    "car",     "mpv_van",     "minibus",      "coach",       "city_bus",   "school_bus",
    "taxi",    "light_truck", "medium_truck", "heavy_truck", "dump_truck", "mixer",
    "special", "forklift",    "machinery",    "agri",        "generator",  "motorcycle",
    "boat",    "nev",         "other",        NULL};
static const char *const info_sources[] = {"document", "manager", "driver", "guard",
                                           "counted",  "guess",   NULL};
/* vocabulary.md §2 and §4. */
static const char *const strategies[] = {"push",
                                         "nibble",
                                         "price_led",
                                         "service_led",
                                         "channel_led",
                                         "promo_led",
                                         "control_led",
                                         "relation_led",
                                         "old_client",
                                         "win_back",
                                         "rival_expiry",
                                         "own_first",
                                         "strong_alliance",
                                         "differentiated",
                                         "enter_shi",
                                         "point_line_face",
                                         NULL};
static const char *const policies[] = {
    "unit_discount", "volume_rebate", "recharge_bonus", "points_multiple", "credit_term",
    "service_pack",  "cost_budget",   "staff_reward",   "site_need",       NULL};
/* plan.h, make.h, estimate.h. */
static const char *const pieces[] = {"told_volume", "fills",       "fleet_lines", "vehicle_total",
                                     "peers",       "no_vehicles", NULL};
static const char *const stages[] = {"surveyed", "target", "info", "value",  "relation", "closing",
                                     "won",      "keep",   "lost", "parked", NULL};
static const char *const reasons[] = {"no_capacity", "not_located", "no_need", NULL};
static const char *const owners[] = {"company_leader", "area_manager", "station_manager", NULL};
static const char *const grades[] = {"A", "B", "C", "D", NULL};

static int set_up(void **state)
{
    (void)state;
    rules = rules_of(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static bool among(const char *const *list, const char *code)
{
    while (*list && strcmp(*list, code) != 0)
        list++;
    return *list != NULL;
}

static bool is_tier(const char *code)
{
    for (size_t i = 0; i < rules.tiers; i++)
        if (strcmp(rules.tier[i].tier, code) == 0)
            return true;
    return *code == '\0';
}

/* Both languages, and in each another text than the code. */
static void labelled(const char *list, const char *code)
{
    for (int lang = YK_ZH; lang <= YK_EN; lang++)
        if (strcmp(yk_rules_label(&rules, list, code, lang), code) == 0)
            fail_msg("%s %s has no label in language %d", list, code, lang);
}

static void all_labelled(const char *list, const char *const *code)
{
    for (; *code; code++)
        labelled(list, *code);
}

static void codes_are_known(void **state)
{
    (void)state;
    assert_true(rules.strategies >= 60);
    for (size_t i = 0; i < rules.strategies; i++) {
        const struct yk_strategy_rule *r = &rules.strategy[i];
        char *rest = yk_arena_copy(&arena, r->measures);
        size_t measures = 0;
        if (!among(categories, r->category) || !among(sensitivities, r->sensitivity) ||
            !among(barriers, r->barrier) || !is_tier(r->tier) || !among(brands, r->supplier) ||
            !among(strategies, r->strategy) || !among(card_types, r->card_type) ||
            !among(policies, r->policy))
            fail_msg("rule %s has an unknown code", r->rule_id);
        for (char *m; (m = next_part(&rest, ' ')) != NULL; measures++)
            labelled("measure", m);
        if (measures == 0 || !*r->talk[YK_ZH] || !*r->talk[YK_EN])
            fail_msg("rule %s says nothing", r->rule_id);
    }
}

static void codes_are_labelled(void **state)
{
    (void)state;
    all_labelled("strategy", strategies);
    all_labelled("policy", policies);
    all_labelled("piece", pieces);
    for (enum yk_meant m = 0; m < YK_MEANTS; m++)
        labelled("meant", yk_meant_code(m));
    for (enum yk_win_term w = 0; w < YK_WIN_TERMS; w++)
        labelled("win", yk_win_code(w));
    all_labelled("stage", stages);
    all_labelled("left_out", reasons);
    all_labelled("owner", owners);
    all_labelled("confidence", grades);
    assert_int_equal(rules.tiers, 4);
    for (size_t i = 0; i < rules.tiers; i++) {
        labelled("tier", rules.tier[i].tier);
        assert_true(among(owners, rules.tier[i].owner));
    }
}

/* Every code of the form has a row of its own, not the row that stands for others. */
static void tables_cover_the_form(void **state)
{
    (void)state;
    for (const char *const *c = categories; **c; c++)
        assert_string_equal(yk_rules_category(&rules, *c)->category, *c);
    for (const char *const *c = vehicle_classes; *c; c++)
        assert_string_equal(yk_rules_vehicle(&rules, *c)->vehicle_class, *c);
    for (const char *const *c = info_sources; *c; c++)
        assert_string_equal(yk_rules_source(&rules, *c)->info_source, *c);
    for (const char *const *c = categories; **c; c++) {
        size_t n = 0;
        for (size_t i = 0; i < rules.strategies; i++)
            n += strcmp(rules.strategy[i].category, *c) == 0;
        if (n == 0)
            fail_msg("no rule for category %s", *c);
    }
    for (const char *const *s = sensitivities; **s; s++) {
        size_t n = 0;
        for (size_t i = 0; i < rules.strategies; i++)
            n += strcmp(rules.strategy[i].sensitivity, *s) == 0;
        if (n == 0)
            fail_msg("no rule for sensitivity %s", *s);
    }
}

static struct yk_answers client(const char *category, const char *sensitivity, const char *barrier,
                                const char *brand)
{
    static const char *const code[] = {"category", "sensitivity_top", "barrier", "current_brand"};
    const char *const text[] = {category, sensitivity, barrier, brand};
    struct yk_answers out = {.answer = YK_ARENA_ARRAY(&arena, struct yk_answer, 4)};

    for (size_t i = 0; i < 4; i++)
        if (*text[i])
            out.answer[out.count++] = (struct yk_answer){.code = code[i], .text = text[i]};
    yk_answers_sort(&out);
    return out;
}

/* A cell's own code, or every code of the list where the cell matches anything. */
static const char *const *codes_of(const char *cell, const char *const *list)
{
    const char **one = YK_ARENA_ARRAY(&arena, const char *, 2);

    one[0] = cell;
    return *cell ? one : list;
}

/* Whether some client falls under the rule: all that it matches are tried. */
static bool reachable(const struct yk_strategy_rule *r)
{
    for (const char *const *c = codes_of(r->category, categories); *c; c++)
        for (const char *const *s = codes_of(r->sensitivity, sensitivities); *s; s++)
            for (const char *const *b = codes_of(r->barrier, barriers); *b; b++)
                for (const char *const *k = codes_of(r->supplier, brands); *k; k++)
                    for (size_t t = 0; t < rules.tiers; t++) {
                        struct yk_answers a = client(*c, *s, *b, *k);
                        const char *tier = *r->tier ? r->tier : rules.tier[t].tier;
                        if (yk_strategy_for(&rules, &a, tier) == r)
                            return true;
                    }
    return false;
}

static void every_rule_is_reachable(void **state)
{
    (void)state;
    for (size_t i = 0; i < rules.strategies; i++)
        if (!reachable(&rules.strategy[i]))
            fail_msg("rule %s is never reached", rules.strategy[i].rule_id);
}

/* A small table of our own: specificity, order among equals, several barriers, no match. */
static void the_most_specific_wins(void **state)
{
    static struct yk_strategy_rule own[] = {
        {"tier", "", "", "", "gold", "", "", "", {"", ""}, "", ""},
        {"barrier", "", "", "credit", "", "", "", "", {"", ""}, "", "unit_discount"},
        {"hotel", "hotel", "", "", "", "", "", "", {"", ""}, "", ""},
        {"both", "hotel", "price", "", "", "", "", "", {"", ""}, "", ""},
    };
    static const struct {
        const char *what, *answers, *tier, *rule;
    } row[] = {
        {"two cells before one", "category=hotel;sensitivity_top=price;barrier=credit", "gold",
         "both"},
        {"first of equals", "category=hotel;barrier=nev credit", "iron", "barrier"},
        {"the tier counts", "category=hotel;barrier=credit", "gold", "tier"},
        {"the top speaks for all", "category=hotel;sensitivity=price;sensitivity_top=speed", "iron",
         "hotel"},
        {"without a top any", "category=hotel;sensitivity=speed price", "iron", "both"},
        {"nothing fits", "category=school", "iron", ""},
    };
    struct yk_rules table = {.strategy = own, .strategies = sizeof own / sizeof *own};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        const char *got = yk_strategy_for(&table, &a, row[i].tier)->rule_id;
        if (strcmp(got, row[i].rule) != 0)
            fail_msg("%s: rule «%s»", row[i].what, got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_known),        cmocka_unit_test(codes_are_labelled),
        cmocka_unit_test(tables_cover_the_form),  cmocka_unit_test(every_rule_is_reachable),
        cmocka_unit_test(the_most_specific_wins),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
