/* competition_test.c - the sheet of rivals and their contracts, its chart, and the same for
 * scripts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/model/rival.h"
#include "youka/report/tables.h"

static struct yk_rival rival[] = {
    {.kind = YK_HOLDER_OURS,
     .rival = SIZE_MAX,
     .brand = "",
     .clients = 2,
     .litres = 1000,
     .p50 = 900,
     .gasoline = 1000,
     .share = .25,
     .drawn = 1500,
     .strength = NAN,
     .distance_m = NAN,
     .relative_pull = NAN,
     .gap_yuan_l = NAN,
     .satisfaction = NAN,
     .stance = ""},
    {.kind = YK_HOLDER_STATION,
     .rival = 0,
     .brand = "sinopec",
     .clients = 1,
     .litres = 2000,
     .p50 = 1800,
     .gasoline = 500,
     .share = .5,
     .drawn = 2500,
     .strength = 1.5,
     .distance_m = 750,
     .relative_pull = .75,
     .gap_yuan_l = .35,
     .gap_told = 1,
     .satisfaction = 2,
     .satisfied_told = 1,
     .contracts = 1,
     .ending = 1,
     .stance = "push",
     .why = 1 << YK_RIVAL_PULL_WEAK | 1 << YK_RIVAL_GAP_LARGE | 1 << YK_RIVAL_ENDING},
    {.kind = YK_HOLDER_BRAND,
     .rival = SIZE_MAX,
     .brand = "sinopec",
     .litres = 600,
     .share = .15,
     .drawn = NAN,
     .strength = NAN,
     .distance_m = NAN,
     .relative_pull = NAN,
     .gap_yuan_l = NAN,
     .satisfaction = NAN,
     .stance = "nibble",
     .why = 1 << YK_RIVAL_BOUND},
    {.kind = YK_HOLDER_OUTSIDE, .rival = SIZE_MAX, .brand = "", .stance = ""},
    {.kind = YK_HOLDER_NOT_TOLD,
     .rival = SIZE_MAX,
     .brand = "",
     .litres = 400,
     .share = .1,
     .stance = ""},
};

static struct small_world *world(enum yk_lang lang, bool with_it)
{
    static struct small_world w;
    static struct yk_contract_end end[2];
    static struct yk_competition x;
    small_world_init(&w, lang, DOORS);
    end[0] = (struct yk_contract_end){2, 4, yk_day_of(2026, 2, 20), false, 400};
    end[1] = (struct yk_contract_end){0, 1, yk_day_of(2026, 4, 1), false, 2000};
    x = (struct yk_competition){.rival = rival,
                                .rivals = sizeof rival / sizeof *rival,
                                .end = end,
                                .ends = 2,
                                .litres = 4000,
                                .p50 = 3600};
    w.plan.competition = with_it ? &x : NULL;
    return &w;
}

static struct small_world *book(enum yk_lang lang, bool with_it)
{
    struct small_world *w = world(lang, with_it);
    struct yk_err err = {0};
    if (yk_report_plan(&w->view, &w->plan, NULL, 0, &err))
        fail_msg("%s", err.text);
    return w;
}

static const char *text_under(const struct yk_table *t, size_t row, const char *heading)
{
    const struct yk_cell *c = cell_under(t, row, heading);
    return c->kind == YK_CELL_TEXT ? c->text : "";
}

static void rivals_in_words(void **state)
{
    struct small_world *w = book(YK_ZH, true);
    const struct yk_table *t = table_named(&w->sheets, "rivals");
    (void)state;
    assert_int_equal(t->rows, 5);
    assert_string_equal(text_under(t, 0, "Who holds it"), "本公司");
    assert_string_equal(text_under(t, 1, "Who holds it"), "对手站");
    assert_string_equal(text_under(t, 2, "Who holds it"), "中国石化（未说明哪座站）");
    assert_string_equal(text_under(t, 3, "Who holds it"), "自备罐、送油");
    assert_string_equal(text_under(t, 4, "Who holds it"), "没问到供应商");
    assert_true(cell_under(t, 1, "Diesel L/month")->number == 1500);
    assert_true(cell_under(t, 0, "Pull, ours = 1")->number == 1);
    assert_true(cell_under(t, 1, "Pull, ours = 1")->number == 1.5);
    assert_true(cell_under(t, 1, "Cheaper by yuan/L")->number == .35);
    assert_int_equal(cell_under(t, 2, "Cheaper by yuan/L")->kind, YK_CELL_BLANK);
    assert_int_equal(cell_under(t, 2, "Told by clients")->kind, YK_CELL_BLANK);
    assert_int_equal(cell_under(t, 1, "of them end soon")->tone, YK_TONE_WARN);
    assert_string_equal(text_under(t, 1, "Push or nibble"), "推进");
    assert_string_equal(text_under(t, 1, "What speaks for it"),
                        "位置和吸引力不如我站；有合同将到期；价格优惠大");
    assert_string_equal(text_under(t, 0, "Push or nibble"), "");
    assert_true(t->column[3].bar);
    small_world_release(w);
}

static void contracts_by_day(void **state)
{
    struct small_world *w = book(YK_EN, true);
    const struct yk_table *t = table_named(&w->sheets, "contracts");
    (void)state;
    assert_int_equal(t->rows, 2);
    assert_string_equal(text_under(t, 0, "What ends"), "just ended");
    assert_true(cell_under(t, 0, "Days left")->number == -10);
    assert_int_equal(cell_under(t, 0, "Ends on")->tone, YK_TONE_WARN);
    assert_int_equal(cell_under(t, 0, "Week")->kind, YK_CELL_BLANK);
    assert_string_equal(text_under(t, 0, "Why not scheduled"), "Place not known");
    assert_string_equal(text_under(t, 1, "Client"), "顺达物流");
    assert_string_equal(text_under(t, 1, "Contract with"), "对手站");
    assert_string_equal(text_under(t, 1, "What ends"), "contract");
    assert_true(cell_under(t, 1, "Days left")->number == 30);
    assert_true(cell_under(t, 1, "Week")->number == 1);
    assert_string_equal(text_under(t, 1, "Owner"), "Area manager");
    assert_true(t->column[3].bar);
    small_world_release(w);
}

/* 25 % ours, 65 % of a station and a brand, nothing outside, 10 % not told. */
static void says_what_it_means(void **state)
{
    struct small_world *w = book(YK_EN, true);
    const struct yk_sheet *sheet = yk_sheets_find(&w->sheets, "Competition");
    (void)state;
    assert_string_equal(
        sheet->note,
        "Of 4,000 litres a month (means) 25 % are ours, 65 % are held by rivals, 0 % come from own "
        "tanks or delivery, of 10 % the supplier is not told: ask. Push against: 对手站. Nibble "
        "at: Sinopec (Station not told). Contracts of 2 clients end or have just ended, 2,400 "
        "litres a month: visit them first. A client that names several suppliers is shared evenly "
        "between them.");
    small_world_release(w);
}

/* From the bottom: who is not told, the rivals by rising litres, ours; nothing without litres. */
static void charted(void **state)
{
    static const double litres[] = {400, 600, 2000, 1000};
    struct small_world *w = book(YK_ZH, true);
    const struct yk_sheet *sheet = yk_sheets_find(&w->sheets, "Competition");
    (void)state;
    assert_int_equal(sheet->charts, 1);
    assert_int_equal(sheet->chart[0]->kind, YK_CHART_BAR);
    const struct yk_series *s = &sheet->chart[0]->series[0];
    assert_int_equal(s->count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_true(s->table->cell[i * s->table->columns + s->y].number == litres[i]);
    assert_string_equal(s->table->cell[3 * s->table->columns + s->x].text, "本公司");
    small_world_release(w);
}

static void for_scripts(void **state)
{
    struct small_world *w = world(YK_ZH, true);
    (void)state;
    yk_report_plan_show(&w->view, &w->plan, "run");
    const struct yk_table *t = table_named(&w->sheets, "rivals");
    assert_string_equal(text_under(t, 1, "holder"), "station");
    assert_string_equal(text_under(t, 1, "stance"), "push");
    assert_string_equal(text_under(t, 1, "why"), "pull_weak gap_large ending");
    assert_string_equal(cell_under(t, 1, "stance")->label, "推进");
    assert_true(cell_under(t, 1, "drawn_litres")->number == 2500);
    t = table_named(&w->sheets, "contracts");
    assert_string_equal(text_under(t, 1, "client_id"), "c0");
    assert_true(cell_under(t, 1, "days_left")->number == 30);
    assert_string_equal(text_under(t, 1, "tier"), "platinum");
    small_world_release(w);
}

static void nothing_without_it(void **state)
{
    struct small_world *w = book(YK_ZH, false);
    (void)state;
    assert_null(yk_sheets_find(&w->sheets, "Competition"));
    yk_report_plan_show(&w->view, &w->plan, "run");
    assert_null(table_named(&w->sheets, "rivals"));
    small_world_release(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rivals_in_words),    cmocka_unit_test(contracts_by_day),
        cmocka_unit_test(says_what_it_means), cmocka_unit_test(charted),
        cmocka_unit_test(for_scripts),        cmocka_unit_test(nothing_without_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
