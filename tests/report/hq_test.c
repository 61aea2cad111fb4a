/* hq_test.c - the report of headquarters: stations add up to regions and to the whole, those
 * without a plan are named, lists say when they are cut, nobody's phone leaves the house. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/hq.h"

#define TODAY yk_day_of(2026, 11, 23)

struct world {
    struct small_world small;
    struct yk_totals totals;
    struct yk_totals_station issued[3];
    struct yk_station station[4];
    struct yk_totals_category category;
    struct yk_totals_client big[2];
    struct yk_totals_move move[4];
    struct yk_hq hq;
};

static void issue(struct world *w, size_t i, const char *code, const char *region, double litres)
{
    struct yk_totals_station *s = &w->issued[i];
    *s = (struct yk_totals_station){
        .code = code,
        .name = code,
        .region = region,
        .rules_version = "",
        .day = TODAY - 10 * (yk_day)i,
        .day_before = i ? YK_DAY_NONE : TODAY - 90,
        .before = {.clients = 9, .mean = 70},
        .walk = {i ? NAN : 12, i ? NAN : 3, i ? NAN : 2, NAN, NAN, NAN, i ? NAN : 200}};
    for (int k = 0; k < YK_FIGURES; k++) {
        s->figure[k] = litres * (k + 1);
        w->category.figure[k] += s->figure[k];
    }
}

/* Two stations in the north, one in the south; S4 has no plan. S2 was of the south when its plan
 * was issued. */
static void open_world(struct world *w, enum yk_lang lang)
{
    static const char *const code[] = {"S1", "S2", "S3", "S4"};
    static const char *const region[] = {"北", "北", "南", "南"};
    *w = (struct world){.category = {.category = "hotel"}};
    small_world_init(&w->small, lang, DOORS);
    w->small.territory.today = TODAY;
    issue(w, 0, "S1", "北", 100);
    issue(w, 1, "S2", "南", 10);
    issue(w, 2, "S3", "南", 1000);
    for (size_t i = 0; i < 4; i++)
        w->station[i] = (struct yk_station){
            .code = code[i], .name = code[i], .region = region[i], .area_manager = "陈某某"};
    for (size_t i = 0; i < 2; i++)
        w->big[i] = (struct yk_totals_client){.station_code = "S2",
                                              .name = i ? "甲公司13800000002" : "乙公司2026年度",
                                              .category = "hotel",
                                              .tier_now = "",
                                              .tier = "gold",
                                              .stage = "target",
                                              .strategy = "",
                                              .owner = "",
                                              .confidence = "B",
                                              .supplier = "",
                                              .procurement = "",
                                              .designated_until = "",
                                              .agreement_until = "",
                                              .sales_status = "lost",
                                              .risk = "red",
                                              .tonnes = 40 - 20. * (double)i,
                                              .lost = NAN};
    const struct yk_totals_move move[] = {
        {.before = "", .now = "gold", .clients = 3},
        {.before = "iron", .now = "gold", .clients = 2},
        {.before = "gold", .now = "gold", .clients = 5, .staged = 1},
        {.before = "gold", .now = "", .moved = true, .clients = 4}};
    memcpy(w->move, move, sizeof move);
    w->totals = (struct yk_totals){.wish = {.today = TODAY, .big_t = 10, .great_t = 30, .most = 2},
                                   .station = w->issued,
                                   .stations = 3,
                                   .category = &w->category,
                                   .categories = 1,
                                   .big = w->big,
                                   .bigs = 2,
                                   .move = w->move,
                                   .moves = 4};
    w->hq = (struct yk_hq){&w->totals, w->station, 4, "王", "2026-11-23T00:00:00Z"};
    yk_report_hq(&w->small.view, &w->hq);
}

static double number_under(const struct yk_table *t, size_t row, const char *heading)
{
    const struct yk_cell *c = cell_under(t, row, heading);
    assert_int_equal(c->kind, YK_CELL_NUMBER);
    return c->number;
}

static void regions_are_those_of_today(void **state)
{
    struct world w;
    (void)state;
    open_world(&w, YK_ZH);
    const struct yk_table *t = table_named(&w.small.sheets, "regions");
    assert_int_equal(t->rows, 2);
    assert_string_equal(cell_under(t, 0, "Region")->text, "南"); /* most winnable */
    assert_true(number_under(t, 0, "With an issued plan") == 1);
    assert_true(number_under(t, 0, "Stations") == 2);
    assert_true(number_under(t, 1, "Clients") == 110 * (YK_FIG_CLIENTS + 1));
    assert_true(number_under(t, 1, "Winnable L/month") == 110 * (YK_FIG_WINNABLE + 1));
    assert_int_equal(cell_under(t, 1, "Oldest plan of")->day, TODAY - 10);
    assert_int_equal(cell_under(t, 1, "Newest plan of")->day, TODAY);
    assert_true(number_under(t, 1, "Cells walked") == .3); /* 3 of 12 less 2 aside */
    /* 100 of 200 at S1; at S2 nobody knows of how many */
    assert_true(number_under(t, 1, "Clients found of those suggested") == .5);
    t = table_named(&w.small.sheets, "stations");
    assert_int_equal(t->rows, 3);
    assert_string_equal(cell_under(t, 0, "Station code")->text, "S3");
    assert_true(number_under(t, 0, "Days old") == 20);
    t = table_named(&w.small.sheets, "categories");
    assert_true(number_under(t, 1, "Clients") == 1110); /* the whole */
    small_world_release(&w.small);
}

static void who_has_no_plan_is_named(void **state)
{
    struct world w;
    (void)state;
    open_world(&w, YK_ZH);
    const struct yk_table *t = table_named(&w.small.sheets, "without_plan");
    assert_int_equal(t->rows, 1);
    assert_string_equal(cell_under(t, 0, "Station code")->text, "S4");
    assert_string_equal(cell_under(t, 0, "Area manager")->text, "陈**");
    small_world_release(&w.small);
}

static void changes_go_by_the_order_of_tiers(void **state)
{
    struct world w;
    (void)state;
    open_world(&w, YK_ZH);
    const struct yk_table *t = table_named(&w.small.sheets, "changes_by_station");
    size_t row = 1; /* S1 is second by winnable litres */
    assert_string_equal(cell_under(t, row, "Station")->text, "S1");
    assert_true(number_under(t, row, "Clients before") == 9);
    assert_true(number_under(t, row, "New") == 3);
    assert_true(number_under(t, row, "Moved up") == 2);
    assert_true(number_under(t, row, "Moved down") == 0);
    assert_true(number_under(t, row, "Another stage") == 1);
    assert_true(number_under(t, row, "To another station") == 4);
    assert_true(number_under(t, row, "Gone") == 0);
    assert_int_equal(cell_under(t, 0, "Clients before")->kind, YK_CELL_BLANK);
    t = table_named(&w.small.sheets, "tier_moves"); /* platinum, gold, iron, lead, new */
    assert_true(t->cell[2 * t->columns + 2].number == 2);
    assert_true(t->cell[1 * t->columns + 5].number == 4);
    assert_true(t->cell[4 * t->columns + 2].number == 3);
    small_world_release(&w.small);
}

static void names_stand_without_numbers(void **state)
{
    struct world w;
    (void)state;
    open_world(&w, YK_ZH);
    const struct yk_table *t = table_named(&w.small.sheets, "big_clients");
    assert_string_equal(cell_under(t, 0, "Client")->text, "乙公司2026年度");
    assert_string_equal(cell_under(t, 1, "Client")->text, "甲公司***********");
    assert_string_equal(cell_under(t, 1, "Region")->text, "北");
    assert_int_equal(cell_under(t, 1, "Risk")->tone, YK_TONE_WARN);
    /* 1,110 × 14 of them, two are named */
    const struct yk_sheet *sheet = yk_sheets_find(&w.small.sheets, "Big and designated");
    assert_non_null(sheet);
    assert_non_null(strstr(sheet->note, "the first 2 of 15,540"));
    assert_non_null(strstr(w.small.sheets.footer, "1110 rows"));
    assert_non_null(strstr(w.small.sheets.footer, "2026-11-23T00:00:00Z"));
    small_world_release(&w.small);
}

/* The digest follows from the plans read, whoever asks. */
static void digest_of_plans(void **state)
{
    struct world a, b;
    (void)state;
    open_world(&a, YK_ZH);
    open_world(&b, YK_EN);
    assert_string_equal(a.small.sheets.footer, b.small.sheets.footer);
    small_world_release(&b.small);
    b.totals.station[1].plan.text[0] = 'x';
    small_world_init(&b.small, YK_ZH, DOORS);
    b.small.territory.today = TODAY;
    yk_report_hq(&b.small.view, &b.hq);
    assert_string_not_equal(a.small.sheets.footer, b.small.sheets.footer);
    small_world_release(&a.small);
    small_world_release(&b.small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regions_are_those_of_today),
        cmocka_unit_test(who_has_no_plan_is_named),
        cmocka_unit_test(changes_go_by_the_order_of_tiers),
        cmocka_unit_test(names_stand_without_numbers),
        cmocka_unit_test(digest_of_plans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
