/* sales_test.c - what clients bought, as people and programs see it; cards stay masked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/sales.h"

enum { FEBRUARY = 12 * 2026 + 1 };

/* Client 0 falls, client 1 is lost, client 2 never bought; two payers are nobody's. */
struct sold {
    struct small_world w;
    struct yk_buyer buyer[DOORS];
    struct yk_payer payer[3];
    struct yk_sales_ask ask;
    bool chosen[1];
    double planned[DOORS], before[DOORS], since[DOORS], margin[DOORS];
    int planned_since[DOORS];
    size_t payer_client[3];
    const char *why[3];
};

static void sell(struct sold *s, enum yk_lang lang)
{
    static const struct yk_sale little[] = {{FEBRUARY, 0, 60, 420, 1}};
    static const struct yk_sale much[] = {
        {FEBRUARY - 1, 0, 500, 3500, 4}, {FEBRUARY, 0, 100, 700, 1}, {FEBRUARY, 3, 200, 1400, 1}};
    *s = (struct sold){.chosen = {true}};
    small_world_init(&s->w, lang, DOORS);
    s->buyer[0] = (struct yk_buyer){.status = YK_SALES_FALLING,
                                    .payers = 2,
                                    .ours_litres_month = 1800,
                                    .ours_months = 3,
                                    .change = -.4,
                                    .change_year = NAN,
                                    .price_yuan_l = 7,
                                    .first_month = FEBRUARY - 9,
                                    .last_month = FEBRUARY};
    s->buyer[1] = (struct yk_buyer){.status = YK_SALES_LOST,
                                    .payers = 1,
                                    .change = NAN,
                                    .change_year = NAN,
                                    .price_yuan_l = NAN,
                                    .first_month = FEBRUARY - 20,
                                    .last_month = FEBRUARY - 7,
                                    .lost_litres_month = 900};
    s->w.derived.buyer = s->buyer;
    s->payer[0] = (struct yk_payer){"S1", "card:9030000000001234", "", "", little, 1};
    s->payer[1] = (struct yk_payer){"S1", "card:9030000000005678", "", "=某,公司", much, 3};
    s->payer[2] = (struct yk_payer){"S1", "name:顺达", "", "顺达", little, 1};
    s->w.territory.payer = s->payer;
    s->w.territory.payers = 3;
    for (size_t i = 0; i < DOORS; i++) {
        s->planned[i] = 100;
        s->before[i] = i ? NAN : 300;
        s->since[i] = i ? NAN : 450;
        s->margin[i] = .5;
    }
    s->planned_since[0] = FEBRUARY;
    s->payer_client[0] = s->payer_client[1] = SIZE_MAX;
    s->why[0] = "nameless";
    s->why[1] = "unknown";
    s->why[2] = "";
    s->ask = (struct yk_sales_ask){.chosen = s->chosen,
                                   .planned = s->planned,
                                   .planned_since = s->planned_since,
                                   .before = s->before,
                                   .since = s->since,
                                   .margin = s->margin,
                                   .payer_client = s->payer_client,
                                   .payer_why = s->why};
}

static void texts_are(const struct yk_table *t, size_t row, const char *key, const char *want)
{
    const struct yk_cell *c = cell_under(t, row, key);
    assert_int_equal(c->kind, YK_CELL_TEXT);
    assert_string_equal(c->text, want);
}

static void numbers_are(const struct yk_table *t, size_t row, const char *key, double want)
{
    const struct yk_cell *c = cell_under(t, row, key);
    assert_int_equal(c->kind, YK_CELL_NUMBER);
    if (fabs(c->number - want) > 1e-9)
        fail_msg("%s is %.12g, not %.12g", key, c->number, want);
}

static void clients_by_litres(void **state)
{
    (void)state;
    struct sold s;
    sell(&s, YK_ZH);
    yk_report_sales(&s.w.view, &s.ask);
    const struct yk_table *t = table_named(&s.w.sheets, "clients");
    assert_int_equal(t->rows, 2);
    texts_are(t, 0, "client_id", "c0");
    texts_are(t, 0, "status", "falling");
    numbers_are(t, 0, "share", 1800 / 3600.);
    numbers_are(t, 0, "change", -.4);
    assert_int_equal(cell_under(t, 0, "change_year")->kind, YK_CELL_BLANK);
    texts_are(t, 0, "last_month", "2026-02");
    texts_are(t, 0, "planned_since", "2026-02");
    numbers_are(t, 0, "gained_litres", 150);
    texts_are(t, 1, "status", "lost");
    assert_int_equal(cell_under(t, 1, "gained_litres")->kind, YK_CELL_BLANK);
    t = table_named(&s.w.sheets, "win_back");
    assert_int_equal(t->rows, 1);
    texts_are(t, 0, "client_id", "c1");
    numbers_are(t, 0, "margin_yuan_month", 450);
    texts_are(t, 0, "last_month", "2025-07");
    small_world_release(&s.w);
}

static void only_what_was_asked(void **state)
{
    (void)state;
    struct sold s;
    sell(&s, YK_ZH);
    s.ask.status = 1u << YK_SALES_FALLING;
    yk_report_sales(&s.w.view, &s.ask);
    assert_int_equal(table_named(&s.w.sheets, "clients")->rows, 1);
    assert_int_equal(table_named(&s.w.sheets, "win_back")->rows, 0);
    s.chosen[0] = false;
    s.w.sheets.count = 0;
    yk_report_sales(&s.w.view, &s.ask);
    assert_int_equal(table_named(&s.w.sheets, "clients")->rows, 0);
    small_world_release(&s.w);
}

static void cards_stay_masked(void **state)
{
    (void)state;
    struct sold s;
    char handle[13];
    sell(&s, YK_ZH);
    yk_report_unmatched(&s.w.view, &s.ask);
    const struct yk_table *t = table_named(&s.w.sheets, "unmatched");
    assert_int_equal(t->rows, 2);
    texts_are(t, 0, "card", "**** 5678"); /* most litres first: (500 + 300) / 2 */
    numbers_are(t, 0, "litres_month", 400);
    texts_are(t, 0, "reason", "unknown");
    texts_are(t, 1, "card", "**** 1234");
    const char *map = yk_report_payer_map(&s.w.view, &s.ask);
    yk_payer_handle(handle, &s.payer[1]);
    char want[160];
    snprintf(want, sizeof want, "\r\n%s,**** 5678,\"'=某,公司\",S1,400,,\r\n", handle);
    assert_non_null(strstr(map, want));
    assert_null(strstr(map, "9030"));
    s.w.view.unmasked = true;
    assert_non_null(strstr(yk_report_payer_map(&s.w.view, &s.ask), ",9030000000005678,"));
    small_world_release(&s.w);
}

/* 1800 + 0 by card, and a quarter of 1200 as told: the third client has no card. */
static void plans_tell_it(void **state)
{
    (void)state;
    struct sold s;
    struct yk_err err = {0};
    sell(&s, YK_EN);
    if (yk_report_plan(&s.w.view, &s.w.plan, NULL, 0, &err))
        fail_msg("%s", err.text);
    numbers_are(table_named(&s.w.sheets, "litres"), 1, "Sum of means", 2100);
    const struct yk_table *t = table_named(&s.w.sheets, "profiles");
    texts_are(t, 0, "Bought from us",
              "falling off; 1,800 L/month; -40% on the three months before");
    texts_are(t, 1, "Bought from us", "lost to us; 0 L/month; before 900 L/month, last in 2025-07");
    assert_int_equal(cell_under(t, 2, "Bought from us")->kind, YK_CELL_BLANK);
    small_world_release(&s.w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clients_by_litres),
        cmocka_unit_test(only_what_was_asked),
        cmocka_unit_test(cards_stay_masked),
        cmocka_unit_test(plans_tell_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
