/* rule_tables_test.c - every rule table is read column by column, or refused with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "youka/model/rules.h"

enum { CELLS = 64 };
struct grid {
    const char *heading[CELLS], *cell[CELLS];
    size_t line[CELLS], extra[CELLS];
    struct yk_rows rows;
};

/* Rows out of lines whose cells are parted by '|'; the headings stand in line 1. */
static const struct yk_rows *grid(struct grid *g, struct yk_arena *a, const char *text)
{
    memset(g, 0, sizeof *g);
    size_t cells = 0, lines = 0;
    while (*text) {
        size_t line = strcspn(text, "\n");
        for (const char *end = text + line; text <= end;) {
            size_t n = strcspn(text, "|\n");
            const char *cell = yk_arena_text(a, text, n);
            if (lines == 0)
                g->heading[g->rows.width++] = cell;
            else
                g->cell[cells++] = cell;
            text += n + 1;
        }
        if (lines > 0)
            g->line[lines - 1] = lines + 1;
        lines++;
        if (text[-1] == '\0')
            break;
    }
    g->rows.heading = g->heading;
    g->rows.heading_line = 1;
    g->rows.cell = g->cell;
    g->rows.line = g->line;
    g->rows.extra = g->extra;
    g->rows.count = lines - 1;
    assert_int_equal(cells, g->rows.count * g->rows.width);
    return &g->rows;
}

struct fixture {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_err err;
    struct grid grid;
};

static int set_up(void **state)
{
    static struct fixture f;
    memset(&f, 0, sizeof f);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    yk_arena_release(&((struct fixture *)*state)->arena);
    return 0;
}

static yk_code take(struct fixture *f, const char *file, const char *text)
{
    return yk_rules_read(&f->rules, file, grid(&f->grid, &f->arena, text), &f->arena, &f->err);
}

static void must_take(struct fixture *f, const char *file, const char *text)
{
    f->err.text[0] = '\0';
    if (take(f, file, text))
        fail_msg("%s: %s", file, f->err.text);
}

#define CATEGORY_HEAD                                                                              \
    "category|size_field|rate|typical_size|litres_per_vehicle|gasoline_share|"                     \
    "density_kg_l|price_yuan_l|phi|source|confidence\n"
#define HOTEL "hotel|room_count|0.02|90|180|0.8|0.74|7.2|1|judgement|J\n"
#define SOURCE_HEAD "info_source|log_sd|log_bias|source|confidence\n"

static void reads_category_priors(void **state)
{
    struct fixture *f = *state;
    must_take(f, "category_priors.csv",
              CATEGORY_HEAD HOTEL "transient||1.0|2|113|0.8|0.74|7.2|0.2|seen|S");
    assert_int_equal(f->rules.categories, 2);
    const struct yk_category_prior *p = &f->rules.category[0];
    assert_string_equal(p->category, "hotel");
    assert_string_equal(p->size_field, "room_count");
    assert_true(p->rate == 0.02 && p->typical_size == 90 && p->litres_per_vehicle == 180);
    assert_true(p->gasoline_share == 0.8 && p->density_kg_l == 0.74 && p->price_yuan_l == 7.2);
    assert_true(p->phi == 1);
    assert_string_equal(p->source, "judgement");
    assert_string_equal(p->confidence, "J");
    assert_string_equal(f->rules.category[1].size_field, "");
    assert_true(f->rules.category[1].phi == 0.2);
}

static void reads_vehicle_priors(void **state)
{
    struct fixture *f = *state;
    must_take(
        f, "vehicle_priors.csv",
        "vehicle_class|fuel_family|litres_per_month|litres_per_month_low|litres_per_month_high|"
        "log_sd|l_per_100km|km_per_month|litres_per_hour|hours_per_month|source|confidence\n"
        "car|gasoline|113|51|238|0.5|8.5|1333|||\"18,900 km\"|S\n"
        "machinery|diesel|2100|630|5250|0.7|||14|150|US|J");
    assert_int_equal(f->rules.vehicles, 2);
    const struct yk_vehicle_prior *p = f->rules.vehicle;
    assert_string_equal(p->vehicle_class, "car");
    assert_string_equal(p->fuel_family, "gasoline");
    assert_true(p->litres_month == 113 && p->litres_month_low == 51 && p->litres_month_high == 238);
    assert_true(p->log_sd == 0.5 && p->l_per_100km == 8.5 && p->km_per_month == 1333);
    assert_true(isnan(p->litres_per_hour) && isnan(p->hours_per_month));
    assert_true(isnan(p[1].l_per_100km) && isnan(p[1].km_per_month));
    assert_true(p[1].litres_per_hour == 14 && p[1].hours_per_month == 150);
    assert_string_equal(p[1].confidence, "J");
}

static void reads_the_small_priors(void **state)
{
    struct fixture *f = *state;
    must_take(f, "source_priors.csv", SOURCE_HEAD "counted|0.5|-0.35667494393873245|judgement|J");
    assert_string_equal(f->rules.source->info_source, "counted");
    assert_true(f->rules.source->log_sd == 0.5);
    assert_true(f->rules.source->log_bias == -0.35667494393873245);
    assert_string_equal(f->rules.source->confidence, "J");

    must_take(f, "fuel_priors.csv",
              "fuel_grade|family|density_kg_l|price_yuan_l|margin_yuan_l|share_of_family|source|"
              "confidence\ng92|gasoline|0.74|7.2|0.45|0.65|GB 17930|J");
    const struct yk_fuel_prior *fuel = f->rules.fuel;
    assert_string_equal(fuel->fuel_grade, "g92");
    assert_string_equal(fuel->family, "gasoline");
    assert_true(fuel->density_kg_l == 0.74 && fuel->price_yuan_l == 7.2);
    assert_true(fuel->margin_yuan_l == 0.45 && fuel->share_of_family == 0.65);
    assert_string_equal(fuel->source, "GB 17930");

    must_take(f, "spread_priors.csv", "parameter|value|source|confidence\nsig_u|0.45|Urbana|US");
    assert_string_equal(f->rules.spread->parameter, "sig_u");
    assert_true(f->rules.spread->value == 0.45);
    assert_string_equal(f->rules.spread->confidence, "US");

    must_take(f, "market_priors.csv",
              "parameter|value|source|confidence\nwin_base|-1.6|judgement|J");
    assert_string_equal(f->rules.market->parameter, "win_base");
    assert_true(f->rules.market->value == -1.6);
    assert_string_equal(f->rules.market->source, "judgement");
    assert_string_equal(f->rules.market->confidence, "J");

    must_take(
        f, "station_priors.csv",
        "class|label_zh|label_en|radius_m|source|confidence\nurban|城区|City|3000|judgement|J");
    assert_string_equal(f->rules.station_class->station_class, "urban");
    assert_string_equal(f->rules.station_class->label[0], "城区");
    assert_string_equal(f->rules.station_class->label[1], "City");
    assert_true(f->rules.station_class->radius_m == 3000);
}

static void reads_the_plan_tables(void **state)
{
    struct fixture *f = *state;
    must_take(
        f, "strategy.csv",
        "rule_id|category|sensitivity|barrier|tier|supplier|strategy|measures|talk_zh|talk_en|"
        "card_type|policy\nS001|hotel|price|contract|gold|private|push|visit ledger|您好|Hello|"
        "fleet|rebate");
    const struct yk_strategy_rule *s = f->rules.strategy;
    const char *const got[] = {s->rule_id, s->category, s->sensitivity, s->barrier,
                               s->tier,    s->supplier, s->strategy,    s->measures,
                               s->talk[0], s->talk[1],  s->card_type,   s->policy};
    const char *const want[] = {"S001", "hotel",        "price", "contract", "gold",  "private",
                                "push", "visit ledger", "您好",  "Hello",    "fleet", "rebate"};
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_string_equal(got[i], want[i]);

    must_take(f, "tiers.csv",
              "tier|label_zh|label_en|cut|large_t|owner|visit_every_days|visits|hours_per_visit|"
              "cost_hour_yuan\ngold|黄金|Gold|0.8||area_manager|30|4|1.5|60");
    const struct yk_tier_rule *t = f->rules.tier;
    assert_string_equal(t->tier, "gold");
    assert_string_equal(t->label[0], "黄金");
    assert_string_equal(t->label[1], "Gold");
    assert_string_equal(t->owner, "area_manager");
    assert_true(t->cut == 0.8 && t->visit_every_days == 30 && t->visits == 4);
    assert_true(t->hours_per_visit == 1.5 && t->cost_hour_yuan == 60);

    must_take(f, "labels.csv", "list|code|label_zh|label_en\nstrategy|push|推进战略|Push");
    assert_string_equal(f->rules.label->list, "strategy");
    assert_string_equal(f->rules.label->code, "push");
    assert_string_equal(f->rules.label->label[0], "推进战略");
    assert_string_equal(f->rules.label->label[1], "Push");

    must_take(f, "osm_kinds.csv", "key|value|kind|source|confidence\noffice|*||judgement|J");
    assert_string_equal(f->rules.osm_kind->key, "office");
    assert_string_equal(f->rules.osm_kind->value, "*");
    assert_string_equal(f->rules.osm_kind->kind, "");

    must_take(f, "osm_brands.csv", "word|brand|source|confidence\n中石化|sinopec|judgement|J");
    assert_string_equal(f->rules.osm_brand->word, "中石化");
    assert_string_equal(f->rules.osm_brand->brand, "sinopec");
}

static void a_later_row_replaces_its_key(void **state)
{
    struct fixture *f = *state;
    must_take(f, "source_priors.csv", SOURCE_HEAD "driver|0.3|0|a|J\nguess|0.8|0|a|J");
    const struct yk_source_prior *before = f->rules.source;
    must_take(f, "source_priors.csv", SOURCE_HEAD "guess|0.9|0.1|b|S\nradio|0.6|0|b|M");
    assert_int_equal(f->rules.sources, 3);
    assert_true(f->rules.source[0].log_sd == 0.3);
    assert_true(f->rules.source[1].log_sd == 0.9 && f->rules.source[1].log_bias == 0.1);
    assert_string_equal(f->rules.source[2].info_source, "radio");
    assert_true(before[1].log_sd == 0.8); /* who still looks at the old table is not disturbed */

    /* A label's key is its list and its code. */
    must_take(f, "labels.csv", "list|code|label_zh|label_en\na|x|甲|A\nb|x|乙|B\na|x|丙|C");
    assert_int_equal(f->rules.labels, 2);
    assert_string_equal(f->rules.label[0].label[1], "C");
    assert_string_equal(f->rules.label[1].label[1], "B");
}

static void columns_may_change_places(void **state)
{
    struct fixture *f = *state;
    must_take(f, "source_priors.csv",
              "confidence|log_bias|info_source|source|log_sd\nJ|-0.1| driver |x|0.3\n||||\n");
    assert_int_equal(f->rules.sources, 1);
    assert_string_equal(f->rules.source->info_source, "driver");
    assert_true(f->rules.source->log_sd == 0.3 && f->rules.source->log_bias == -0.1);
}

static void refuses_with_file_line_and_column(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *word, *file, *text, *says[3];
    } rows[] = {
        {"unknown file", "prices.csv", "a\n1", {"prices.csv", "tiers.csv", "labels.csv"}},
        {"unknown column",
         "source_priors.csv",
         "info_source|log_sd|log_bias|source|mood\ndriver|1|0|x|y",
         {"source_priors.csv", "line 1", "mood"}},
        {"missing column",
         "source_priors.csv",
         "info_source|log_sd|source|confidence\na|1|x|J",
         {"source_priors.csv", "line 1", "log_bias"}},
        {"column twice",
         "source_priors.csv",
         "info_source|log_sd|log_sd|source\na|1|2|x",
         {"source_priors.csv", "line 1", "log_sd"}},
        {"blank key",
         "source_priors.csv",
         SOURCE_HEAD "a|1|0|x|J\n |1|0|x|J",
         {"source_priors.csv", "line 3", "info_source"}},
        {"no number",
         "source_priors.csv",
         SOURCE_HEAD "a|1|0|x|J\nb|1|some|x|J",
         {"source_priors.csv", "line 3", "log_bias"}},
        {"vague number",
         "source_priors.csv",
         SOURCE_HEAD "b|约1|0|x|J",
         {"source_priors.csv", "line 2", "log_sd"}},
        {"blank number",
         "source_priors.csv",
         SOURCE_HEAD "b||0|x|J",
         {"source_priors.csv", "line 2", "log_sd"}},
        {"below 0",
         "source_priors.csv",
         SOURCE_HEAD "b|-1|0|x|J",
         {"source_priors.csv", "line 2", "log_sd"}},
        {"share over 1",
         "category_priors.csv",
         CATEGORY_HEAD "hotel|room_count|0.02|90|180|80|0.74|7.2|1|judgement|J",
         {"category_priors.csv", "line 2", "gasoline_share"}},
        {"density 0",
         "category_priors.csv",
         CATEGORY_HEAD "hotel|room_count|0.02|90|180|0.8|0|7.2|1|judgement|J",
         {"category_priors.csv", "line 2", "density_kg_l"}},
    };
    must_take(f, "source_priors.csv", SOURCE_HEAD "kept|0.5|0|x|J");
    must_take(f, "category_priors.csv", CATEGORY_HEAD HOTEL);
    const struct yk_rules before = f->rules;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        f->err = (struct yk_err){0};
        if (take(f, rows[i].file, rows[i].text) != YK_E_DATA || f->err.code != YK_E_DATA)
            fail_msg("%s: taken", rows[i].word);
        for (size_t j = 0; j < 3; j++)
            if (!strstr(f->err.text, rows[i].says[j]))
                fail_msg("%s: «%s» does not say «%s»", rows[i].word, f->err.text, rows[i].says[j]);
        assert_memory_equal(&f->rules, &before, sizeof before);
    }
}

static void refuses_cells_beyond_the_headings(void **state)
{
    struct fixture *f = *state;
    grid(&f->grid, &f->arena, SOURCE_HEAD "a|1|0|x|J\nb|1|0|x|J");
    f->grid.extra[1] = 1;
    assert_int_equal(
        yk_rules_read(&f->rules, "source_priors.csv", &f->grid.rows, &f->arena, &f->err),
        YK_E_DATA);
    assert_non_null(strstr(f->err.text, "line 3"));
    assert_int_equal(f->rules.sources, 0);
}

/* A version of the rules that an older or a newer program kept: the table has got a column since,
 * or lost one, or is no more. */
static void kept_rows_outlive_their_table(void **state)
{
    struct fixture *f = *state;
    struct yk_arena *a = &f->arena;
    struct yk_rules *r = &f->rules;
    must_take(f, "source_priors.csv", SOURCE_HEAD "driver|0.3|0.1|a|J\nguess|0.8|0|a|J");
    must_take(
        f, "strategy.csv",
        "rule_id|category|sensitivity|barrier|tier|supplier|strategy|measures|talk_zh|talk_en|"
        "card_type|policy\nS1|hotel||||||visit|您好|Hello||");
    const struct yk_rows *rows =
        grid(&f->grid, a, "log_sd|info_source|mood\n0.4|driver|good\n0.9|guess|bad");
    assert_int_equal(yk_rules_read_kept(r, "source_priors.csv", rows, a, &f->err), YK_OK);
    assert_int_equal(r->sources, 2);
    assert_true(r->source[0].log_sd == 0.4 && r->source[0].log_bias == 0.1);
    assert_string_equal(r->source[0].source, "a");
    assert_true(r->source[1].log_sd == 0.9 && r->source[1].log_bias == 0);

    rows = grid(&f->grid, a, "rule_id|strategy\nS1|push\nS2|nibble");
    assert_int_equal(yk_rules_read_kept(r, "strategy.csv", rows, a, &f->err), YK_OK);
    assert_int_equal(r->strategies, 2);
    assert_string_equal(r->strategy[0].strategy, "push");
    assert_string_equal(r->strategy[0].category, "hotel");
    assert_string_equal(r->strategy[1].strategy, "nibble");
    assert_string_equal(r->strategy[1].category, "");

    rows = grid(&f->grid, a, "key|value\na|1");
    assert_int_equal(yk_rules_read_kept(r, "forgotten.csv", rows, a, &f->err), YK_OK);

    static const struct {
        const char *word, *file, *text, *says;
    } bad[] = {
        {"a new row without its number", "source_priors.csv", "info_source|log_sd\nradio|1",
         "log_bias"},
        {"no key", "source_priors.csv", "log_sd|log_bias\n1|0", "info_source"},
        {"no number", "source_priors.csv", "info_source|log_sd\nguess|x", "log_sd"},
    };
    const struct yk_rules before = *r;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        rows = grid(&f->grid, a, bad[i].text);
        if (yk_rules_read_kept(r, bad[i].file, rows, a, &f->err) != YK_E_DATA)
            fail_msg("%s: taken", bad[i].word);
        if (!strstr(f->err.text, bad[i].says))
            fail_msg("%s: %s", bad[i].word, f->err.text);
        assert_memory_equal(r, &before, sizeof before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_category_priors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_vehicle_priors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_the_small_priors, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_the_plan_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_later_row_replaces_its_key, set_up, tear_down),
        cmocka_unit_test_setup_teardown(kept_rows_outlive_their_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_may_change_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_with_file_line_and_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_cells_beyond_the_headings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
