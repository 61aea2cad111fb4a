/* value_test.c - one cell by its question's type, as people type it (survey.md, rows into answers).
 */
#include "take_desk.h"

static struct desk desk;

/* want NULL: refused, and reason and hint say these words. */
static const struct {
    const char *word, *field, *cell, *want, *reason, *hint;
} cells[] = {
    {"integer", "vehicle_total", "23", "23", NULL, NULL},
    {"zero is an answer", "vehicle_total", "0", "0", NULL, NULL},
    {"zeros in front", "vehicle_total", "007", "7", NULL, NULL},
    {"full-width digits", "vehicle_total", "２３", "23", NULL, NULL},
    {"thousands", "vehicle_total", "\"1,200\"", "1200", NULL, NULL},
    {"ten thousands", "vehicle_total", "1.2万", "12000", NULL, NULL},
    {"whole after all", "vehicle_total", "23.0", "23", NULL, NULL},
    {"spaces", "vehicle_total", " 23　", "23", NULL, NULL},
    {"about", "vehicle_total", "约30", NULL, "not one exact number", "whole number, e.g. 30"},
    {"more than", "vehicle_total", "30多", NULL, "not one exact number", "e.g. 30"},
    {"from to", "vehicle_total", "3-5", NULL, "not one exact number", "e.g. 30"},
    {"with a unit", "vehicle_total", "15辆", NULL, "not a number", "e.g. 15"},
    {"in another unit", "gas_month", "3吨", NULL, "not a number", "unit of this column"},
    {"words", "vehicle_total", "many", NULL, "not a number", "e.g. 30"},
    {"part of a vehicle", "vehicle_total", "2.5", NULL, "not a whole number", "whole"},
    {"decimal", "gas_month", "1600.50", "1600.5", NULL, NULL},
    {"about, decimal", "gas_month", "约1600", NULL, "not one exact number", "one number"},
    {"date", "next_visit", "2026-03-12", "2026-03-12", NULL, NULL},
    {"date with slashes", "next_visit", "2026/3/12", "2026-03-12", NULL, NULL},
    {"date in Chinese", "next_visit", "2026年3月12日", "2026-03-12", NULL, NULL},
    {"date of a spreadsheet", "next_visit", "46093", "2026-03-12", NULL, NULL},
    {"no date", "next_visit", "soon", NULL, "not a date", "2026-03-05"},
    {"no such day", "next_visit", "2026-02-30", NULL, "not a date", "2026-03-05"},
    {"choice by code", "intent", "b", "b", NULL, NULL},
    {"choice by case", "intent", "B", "b", NULL, NULL},
    {"choice by label", "own_tank", "是", "yes", NULL, NULL},
    {"choice by English label", "own_tank", "Yes", "yes", NULL, NULL},
    {"choice, spaces", "own_tank", " 不 清楚 ", "unknown", NULL, NULL},
    {"no choice, short list", "own_tank", "maybe", NULL, "maybe", "Yes; No; Unknown"},
    {"no choice, long list", "sensitivity_top", "pricey", NULL, "pricey",
     "most similar are: Price or discount"},
    {"codes", "sensitivity", "price credit", "price credit", NULL, NULL},
    {"codes in the form's order", "sensitivity", "credit price", "price credit", NULL, NULL},
    {"twice the same", "sensitivity", "price price", "price", NULL, NULL},
    {"labels by spaces", "sensitivity", "价格、优惠 油品质量", "price quality", NULL, NULL},
    {"labels with 、 inside and between", "sensitivity", "价格、优惠、油品质量、排队、速度",
     "price quality speed", NULL, NULL},
    {"labels by |", "sensitivity", "服务|开票", "service invoice", NULL, NULL},
    {"labels by ；", "sensitivity", "服务；开票", "service invoice", NULL, NULL},
    {"labels by ,", "sensitivity", "\"服务, 开票\"", "service invoice", NULL, NULL},
    {"labels with brackets and separators", "sensitivity", "用油管理(限车、限品、限额) 服务",
     "service card_control", NULL, NULL},
    {"English labels with spaces", "sensitivity", "Fuel quality Queue or speed", "quality speed",
     NULL, NULL},
    {"label and code", "sensitivity", "服务 credit", "service credit", NULL, NULL},
    {"one of them unknown", "sensitivity", "服务 长相", NULL, "长相", "most similar"},
    {"separators alone", "sensitivity", ";;", "", NULL, NULL},
    {"position", "location", "36.3071 120.3963 15.2 4.6", "36.3071 120.3963 15.2 4.6", NULL, NULL},
    {"position, two parts", "location", "\"36.30710, 120.3963\"", "36.3071 120.3963", NULL, NULL},
    {"half a position", "location", "36.3071", NULL, "not a position", "latitude and longitude"},
    {"on no side exchanged", "location", "200 36.3071", NULL, "latitude must be", "degrees"},
    {"exchanged, far abroad", "location", "150 36.3071", NULL, "latitude must be", "exchanged"},
    {"nowhere", "location", "36 200", NULL, "latitude must be", "degrees"},
    {"no numbers", "location", "here there", NULL, "not a number", "e.g. 30"},
    {"text", "surveyor", "  王芳 ", "王芳", NULL, NULL},
    {"full-width text stays", "remarks", "ＡＢ，好", "ＡＢ，好", NULL, NULL},
    {"… but not where its rule wants ASCII", "admin_code", "３７０２００", "370200", NULL, NULL},
    {"quoted against spreadsheets", "remarks", "'=1+1", "=1+1", NULL, NULL},
    {"an apostrophe of its own", "remarks", "'quoted'", "'quoted'", NULL, NULL},
    {"credit code", "uscc", "9111oooo710926094p", "91110000710926094P", NULL, NULL},
};

static void reads_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const char *want = cells[i].want;
        desk_with(&desk, cells[i].field, cells[i].cell);
        if (want) {
            if (desk.batch.rejects)
                fail_msg("%s: %s", cells[i].word, desk.batch.reject[0].reason);
            same_text(cells[i].word, desk_answer(&desk, cells[i].field), *want ? want : NULL);
            continue;
        }
        if (desk.batch.rejects != 1)
            fail_msg("%s: %zu rejects", cells[i].word, desk.batch.rejects);
        same_text(cells[i].word, desk.batch.reject[0].heading, cells[i].field);
        holds_text(cells[i].word, desk.batch.reject[0].reason, cells[i].reason);
        holds_text(cells[i].word, desk.batch.reject[0].hint, cells[i].hint);
    }
}

static void keeps_what_was_typed(void **state)
{
    (void)state;
    desk_with(&desk, "vehicle_total,own_tank,remarks", "1.2万,是,good");
    same_text("number", desk_typed(&desk, "vehicle_total"), "1.2万");
    same_text("choice", desk_typed(&desk, "own_tank"), "是");
    same_text("same", desk_typed(&desk, "remarks"), NULL);
}

static void labels_beside_ticks(void **state)
{
    (void)state;
    static const struct {
        const char *word, *joined, *price, *quality, *want;
    } cases[] = {
        {"codes joined count", "price", "0", "1", "price"},
        {"ticks before labels", "Price or discount and more", "1", "1", "price quality"},
        {"ticks alone", "", "1", "0", "price"},
        {"TRUE", "", "TRUE", "FALSE", "price"},
        {"labels without ticks", "油品质量", "0", "0", "quality"},
        {"all 0", "", "0", "0", NULL},
        {"blank", "", "", "", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char row[256];
        snprintf(row, sizeof row, "%s,%s,%s", cases[i].joined, cases[i].quality, cases[i].price);
        desk_with(&desk, "sensitivity,sensitivity/quality,sensitivity/price", row);
        assert_int_equal(desk.batch.rejects, 0);
        same_text(cases[i].word, desk_answer(&desk, "sensitivity"), cases[i].want);
    }
}

static void half_a_position_in_columns(void **state)
{
    (void)state;
    desk_with(&desk, "location-Latitude,location-Longitude", "36.3,");
    holds_text("no longitude", desk.batch.reject[0].reason, "longitude is missing");
    desk_with(&desk, "location-Latitude,location-Longitude", ",120.3");
    holds_text("no latitude", desk.batch.reject[0].reason, "latitude is missing");
    same_text("value", desk.batch.reject[0].value, "120.3");
}

static int open_desk(void **state)
{
    (void)state;
    desk_open(&desk);
    return 0;
}

static int close_desk(void **state)
{
    (void)state;
    desk_close(&desk);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_cells),
        cmocka_unit_test(keeps_what_was_typed),
        cmocka_unit_test(labels_beside_ticks),
        cmocka_unit_test(half_a_position_in_columns),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
