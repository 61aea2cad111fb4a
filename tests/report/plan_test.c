/* plan_test.c - the sheets of a station's plan: what stands in them, and that few clients are
 * enough. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"

static void report(struct small_world *w, enum yk_lang lang, size_t lines)
{
    struct yk_err err = {0};
    static const struct yk_reject reject = {.file = "census.csv",
                                            .heading = "车辆总数",
                                            .value = "约30",
                                            .reason = "not exact",
                                            .hint = "write 30",
                                            .line = 7};
    small_world_init(w, lang, lines);
    if (yk_report_plan(&w->view, &w->plan, &reject, 1, &err))
        fail_msg("%s", err.text);
}

static const char *text_under(const struct yk_table *t, size_t row, const char *heading)
{
    const struct yk_cell *c = cell_under(t, row, heading);
    assert_int_equal(c->kind, YK_CELL_TEXT);
    return c->text;
}

static void lines_say_it_in_words(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *t = table_named(&w.sheets, "plan");
    assert_int_equal(t->rows, DOORS);
    assert_string_equal(text_under(t, 0, "Client"), "顺达物流");
    assert_string_equal(text_under(t, 0, "Category"), "物流运输");
    assert_string_equal(text_under(t, 0, "Potential tier"), "铂金");
    assert_int_equal(cell_under(t, 0, "Potential tier")->tone, YK_TONE_PLATINUM);
    assert_string_equal(text_under(t, 0, "Current supplier"), "中国石化");
    assert_string_equal(text_under(t, 0, "Sensitive to"), "价格、优惠、开票");
    assert_string_equal(text_under(t, 0, "Owner"), "片区经理");
    assert_string_equal(text_under(t, 0, "Ask next"), "目前加油地点(品牌)");
    assert_string_equal(text_under(t, 0, "By grade, mean L/month"), "92号汽油 2,700；0号柴油 900");
    assert_string_equal(text_under(t, 0, "Vehicles P10-P90"), "2-8");
    assert_string_equal(text_under(t, 2, "Why not scheduled"), "位置未定");
    assert_string_equal(text_under(t, 2, "Client id"), "c2");
    /* the second week ends 13 days after today, which is its first day */
    assert_int_equal(cell_under(t, 1, "Visit by")->day, yk_day_of(2026, 3, 15));
    assert_int_equal(cell_under(t, 2, "Visit by")->kind, YK_CELL_BLANK);
    assert_int_equal(cell_under(t, 1, "Litres a month P50")->tone, YK_TONE_WARN);
    small_world_release(&w);
}

static void stages_say_what_comes_next(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *t = table_named(&w.sheets, "plan");
    assert_string_equal(text_under(t, 0, "Missing for the next stage"),
                        "敏感因素；决策人是谁；安排体验加油");
    assert_string_equal(text_under(t, 0, "What to do next"), "问清最看重什么(价格、服务、开票等)");
    assert_int_equal(cell_under(t, 0, "Claimed stage")->kind, YK_CELL_BLANK);
    assert_int_equal(cell_under(t, 0, "Claimed stage")->tone, YK_TONE_PLAIN);
    assert_int_equal(cell_under(t, 0, "Must be visited")->tone, YK_TONE_PLAIN);
    assert_int_equal(cell_under(t, 0, "Days not seen")->kind, YK_CELL_BLANK);
    assert_string_equal(text_under(t, 1, "Claimed stage"), "签约办卡");
    assert_string_equal(text_under(t, 1, "Must be visited"), "有投诉没处理");
    /* 2026-02-20 to 2026-03-02 */
    assert_true(cell_under(t, 1, "Days not seen")->number == 10);
    small_world_release(&w);
}

static void input_columns_wait_for_the_visitor(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, 1);
    const struct yk_table *t = table_named(&w.sheets, "plan");
    size_t inputs = 0, hidden = 0;
    for (size_t c = 0; c < t->columns; c++) {
        inputs += t->column[c].input;
        hidden += t->column[c].hidden;
        if (t->column[c].input)
            assert_int_equal(t->cell[c].kind, YK_CELL_BLANK);
        if (!strcmp(t->column[c].heading, "Result"))
            assert_string_equal(t->column[c].list[1], "见到经办人");
        if (!strcmp(t->column[c].heading, "Visit date"))
            assert_true(t->column[c].limit.most.today);
        /* everything else is marked as only to be read, or holds what says whose row it is */
        bool whose = !strcmp(t->column[c].code, "client_name") ||
                     !strcmp(t->column[c].code, "station_code") ||
                     !strcmp(t->column[c].code, "client_id");
        assert_true(t->column[c].input || whose || !strcmp(t->column[c].code, "plan."));
        if (!strcmp(t->column[c].heading, "New stage"))
            assert_string_equal(t->column[c].list[0], "起点:已普查");
    }
    assert_int_equal(inputs, 16);
    assert_int_equal(hidden, 2);
    assert_true(t->column[t->columns - 1].hidden);
    small_world_release(&w);
}

/* .01 degree of latitude at 24.5° N is 1107.7 m (GRS80 meridian arc: 110.77 km a degree). */
static void map_is_in_metres(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *gold = table_named(&w.sheets, "黄金");
    assert_int_equal(gold->rows, 1);
    assert_true(fabs(cell_under(gold, 0, "North m")->number - 1108) <= 1);
    assert_true(fabs(cell_under(gold, 0, "East m")->number) <= 1);
    const struct yk_table *ring = table_named(&w.sheets, "trading area");
    for (size_t r = 0; r < ring->rows; r++) {
        double east = ring->cell[r * ring->columns].number;
        double north = ring->cell[r * ring->columns + 1].number;
        assert_true(fabs(hypot(east, north) - 3000) < 2);
    }
    const struct yk_sheet *front = w.sheets.sheet[0];
    assert_int_equal(front->charts, 3);
    assert_true(front->chart[2]->span >= 3000 && front->chart[2]->span <= 5000);
    small_world_release(&w);
}

/* Two days of one stop each, each followed by the way back; the third client is nowhere. */
static void rounds_day_by_day(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *t = table_named(&w.sheets, "rounds");
    assert_int_equal(t->rows, 4);
    assert_string_equal(text_under(t, 0, "Client"), "顺达物流");
    assert_string_equal(text_under(t, 0, "Who goes"), "S11");
    assert_string_equal(text_under(t, 0, "Arrive about"), "09:05");
    assert_int_equal(cell_under(t, 0, "Day")->day, yk_day_of(2026, 3, 2));
    assert_string_equal(text_under(t, 1, "Client"), "Back to the station");
    assert_string_equal(text_under(t, 2, "Who goes"), "片区经理"); /* nobody told: who owns it */
    assert_string_equal(text_under(t, 2, "To note"), "有投诉没处理");
    assert_int_equal(cell_under(t, 2, "Arrive about")->tone, YK_TONE_WARN);
    assert_true(cell_under(t, 2, "km from the stop before")->number == 1107.7 / 1000);
    assert_true(cell_under(t, 3, "km from the stop before")->number == 2 * 1107.7 / 1000);
    const struct yk_table *weeks = table_named(&w.sheets, "weeks of visits");
    assert_int_equal(weeks->rows, YK_PLAN_WEEKS);
    assert_int_equal(cell_under(weeks, 0, "How it stands")->kind, YK_CELL_BLANK);
    assert_int_equal(cell_under(weeks, 1, "How it stands")->tone, YK_TONE_WARN);
    const struct yk_table *left = table_named(&w.sheets, "not visited");
    assert_int_equal(left->rows, 1);
    assert_string_equal(text_under(left, 0, "Why not scheduled"), "位置未定");
    small_world_release(&w);
}

static void profiles_give_reasons_and_mask_people(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *t = table_named(&w.sheets, "profiles");
    const char *why = text_under(t, 0, "Why");
    const char *first = strstr(why, "79%"), *second = strstr(why, "21%");
    assert_non_null(strstr(why, "负责人、财务"));
    assert_non_null(strstr(why, "9 吨"));
    assert_true(first && second && first < second);
    assert_non_null(strstr(text_under(t, 0, "Fleet"), "重型货车 × 5 0号柴油"));
    assert_non_null(strstr(text_under(t, 0, "Fuel"), "有无自备油罐: 是"));
    const char *contact = text_under(t, 0, "Contacts");
    assert_non_null(strstr(contact, "财务 王**"));
    assert_non_null(strstr(contact, "138****5678"));
    assert_null(strstr(contact, "小明"));
    assert_null(strstr(contact, "00005678"));
    small_world_release(&w);
}

static void doubts_are_listed(void **state)
{
    (void)state;
    struct small_world w;
    report(&w, YK_ZH, DOORS);
    const struct yk_table *rejects = table_named(&w.sheets, "rejects");
    assert_int_equal(rejects->rows, 1);
    assert_string_equal(text_under(rejects, 0, "Value"), "约30");
    const struct yk_table *t = table_named(&w.sheets, "doubts");
    assert_int_equal(t->rows, 1);
    assert_string_equal(text_under(t, 0, "Client"), "海景宾馆");
    assert_string_equal(text_under(t, 0, "What to do"), "locate it on the spot");
    assert_string_equal(text_under(t, 0, "Where it stands"), "census.csv line 12");
    small_world_release(&w);
}

static void few_clients_are_enough(void **state)
{
    (void)state;
    for (size_t lines = 0; lines <= 1; lines++)
        for (enum yk_lang lang = YK_ZH; lang <= YK_EN; lang++) {
            struct small_world w;
            report(&w, lang, lines);
            assert_int_equal(w.sheets.count, 8);
            assert_int_equal(table_named(&w.sheets, "plan")->rows, lines);
            assert_int_equal(table_named(&w.sheets, "profiles")->rows, lines);
            assert_int_equal(table_named(&w.sheets, "pareto")->rows, lines);
            assert_int_equal(table_named(&w.sheets, "tiers")->rows, w.rules.tiers);
            small_world_release(&w);
        }
}

static void ranked_alone(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, 2);
    yk_report_ranked(&w.view, &w.plan);
    assert_int_equal(w.sheets.count, 1);
    assert_true(w.sheets.sheet[0]->data);
    const struct yk_table *t = table_named(&w.sheets, "ranked");
    assert_int_equal(t->columns, 25);
    assert_int_equal(t->rows, 2);
    assert_string_equal(text_under(t, 0, "Category"), "Logistics");
    assert_true(cell_under(t, 0, "Petrol L/month, mean")->number == 2700);
    assert_true(cell_under(t, 0, "Diesel L/month, mean")->number == 900);
    assert_true(cell_under(t, 0, "Longitude")->number == 118.1);
    assert_string_equal(text_under(t, 0, "contact_role"), "Finance");
    assert_string_equal(text_under(t, 0, "contact_phone"), "138****5678");
    assert_int_equal(cell_under(t, 1, "contact_phone")->kind, YK_CELL_BLANK);
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_say_it_in_words),
        cmocka_unit_test(stages_say_what_comes_next),
        cmocka_unit_test(input_columns_wait_for_the_visitor),
        cmocka_unit_test(map_is_in_metres),
        cmocka_unit_test(rounds_day_by_day),
        cmocka_unit_test(profiles_give_reasons_and_mask_people),
        cmocka_unit_test(doubts_are_listed),
        cmocka_unit_test(few_clients_are_enough),
        cmocka_unit_test(ranked_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
