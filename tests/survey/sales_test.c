/* sales_test.c - rows of a head office's export as card transactions: what is taken, what is told.
 */
#include "take_desk.h"

#include <math.h>

#include "../support/rules_of.h"
#include "youka/survey/sales.h"

struct counter {
    struct desk d;
    struct yk_rules rules;
    struct yk_station station[3];
    struct yk_sale_row *row;
    size_t rows;
};

static void counter_open(struct counter *c)
{
    *c = (struct counter){.station = {{.code = "S1", .name = "东站"},
                                      {.code = "S2", .name = "西站"},
                                      {.code = "S3", .name = "西站"}}};
    char *survey = read_whole("survey-forms/sales/survey.csv");
    char *choices = read_whole("survey-forms/sales/choices.csv");
    c->d.form = read_form(&c->d.of_form, survey, choices);
    free(survey);
    free(choices);
    c->rules = rules_of(&c->d.of_form);
    yk_sales_stations_named(&c->d.stations, c->station, 3);
    c->d.options = (struct yk_take_options){.file = "a.csv",
                                            .today = yk_day_of(2026, 11, 23),
                                            .stations = &c->d.stations,
                                            .lang = YK_EN};
}

static size_t take(struct counter *c, const char *csv)
{
    desk_clear(&c->d);
    c->d.table = read_table(csv, ',');
    size_t dropped = yk_sales_drop_totals(&c->d.table.rows, &c->d.arena);
    if (yk_taker_new(&c->d.taker, c->d.form, &c->d.table.rows, &c->d.options, &c->d.err))
        fail_msg("%s", c->d.err.text);
    desk_take(&c->d);
    const struct yk_sales_desk desk = {.file = "a.csv",
                                       .station = c->station,
                                       .stations = &c->d.stations,
                                       .only = c->d.options.station,
                                       .rules = &c->rules};
    yk_sales_take(&c->row, &c->rows, &c->d.batch, &c->d.table.rows, &desk, c->d.options.today,
                  &c->d.arena);
    return dropped;
}

#define HEAD "网点编码,网点名称,交易日期,卡号,持卡单位,油品名称,加油量,单位,金额,笔数\n"

/* Litres of tonnes by fuel_priors.csv: 92 .74, 0 .84; diesel by shares .85*.84+.1*.84+.04*.83
 * +.01*.82 = .8394. */
static void rows_taken(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells, *station, *payer, *grade;
        int day;
        double litres, yuan;
    } t[] = {
        {"a month", "S1,,2026-10,9030 0001,某公司,92#,1200.5,,8000,3", "S1", "card:90300001", "g92",
         0, 1200.5, 8000},
        {"a day, a name alone", "S1,,2026/10/5 08:12,,某公司,0#,\"1,200\",升,,", "S1",
         "name:某公司", "d0", 5, 1200, NAN},
        {"a station by its name", ",东站,2026-10,1,,95#,10,L,80,1", "S1", "card:1", "g95", 0, 10,
         80},
        {"a name in the column of codes", "东站,,2026-10,1,,95#,10,L,80,1", "S1", "card:1", "g95",
         0, 10, 80},
        {"tonnes in a column of units", "S2,,202610,1,,0#,1.68,吨,,", "S2", "card:1", "d0", 0, 2000,
         NAN},
        {"kilograms", "S2,,202610,1,,92号,74,公斤,,", "S2", "card:1", "g92", 0, 100, NAN},
        {"tonnes of some diesel", "S2,,202610,1,,柴油,8.394,t,,", "S2", "card:1", "diesel", 0,
         10000, NAN},
        {"no grade", "S2,,202610,1,,,10,,70,1", "S2", "card:1", "", 0, 10, 70},
        {"taken back", "S2,,202610,1,,92#,-30,,-210,0", "S2", "card:1", "g92", 0, -30, -210},
    };
    struct counter c;
    counter_open(&c);
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        char csv[512];
        snprintf(csv, sizeof csv, HEAD "%s\n", t[i].cells);
        take(&c, csv);
        if (c.rows != 1)
            fail_msg("%s: %s", t[i].word, c.d.batch.rejects ? c.d.batch.reject[0].reason : "none");
        same_text(t[i].word, c.row->station_code, t[i].station);
        same_text(t[i].word, c.row->payer, t[i].payer);
        same_text(t[i].word, yk_sale_grade_code(c.row->grade), t[i].grade);
        assert_int_equal(c.row->day, t[i].day);
        assert_int_equal(c.row->month, 12 * 2026 + 9);
        if (fabs(c.row->litres - t[i].litres) > 1e-9 * fabs(t[i].litres))
            fail_msg("%s: %.12g litres, not %.12g", t[i].word, c.row->litres, t[i].litres);
        if (isnan(t[i].yuan) ? !isnan(c.row->yuan) : c.row->yuan != t[i].yuan)
            fail_msg("%s: %g yuan", t[i].word, c.row->yuan);
    }
    desk_close(&c.d);
}

static void rows_refused(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells, *heading, *reason;
    } t[] = {
        {"a strange station", "S9,,2026-10,1,,92#,10,,,", "网点编码", "no station with this code"},
        {"a name of two stations", ",西站,2026-10,1,,92#,10,,,", "网点名称",
         "no station with this"},
        {"no station", ",,2026-10,1,,92#,10,,,", "station", "names no station"},
        {"no month", "S1,,十月,1,,92#,10,,,", "交易日期", "no month and no day"},
        {"blank month", "S1,,,1,,92#,10,,,", "交易日期", "must be answered"},
        {"a month to come", "S1,,2026-12,1,,92#,10,,,", "交易日期", "still to come"},
        {"nobody", "S1,,2026-10,,,92#,10,,,", "card number", "who bought"},
        {"a rounded card", "S1,,2026-10,9.03E+18,,92#,10,,,", "卡号", "rounded"},
        {"other goods", "S1,,2026-10,1,,尿素,10,,,", "油品名称", "no grade of motor fuel"},
        {"a strange unit", "S1,,2026-10,1,,92#,10,桶,,", "单位", "no unit of fuel"},
        {"no quantity", "S1,,2026-10,1,,92#,,,,", "quantity", "no quantity"},
        {"tonnes of what", "S1,,2026-10,1,,,1,t,,", "fuel grade", "only where the grade is known"},
        {"an unsure number", "S1,,2026-10,1,,92#,约30,,,", "加油量", "number"},
    };
    struct counter c;
    counter_open(&c);
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        char csv[512];
        snprintf(csv, sizeof csv, HEAD "S1,,2026-10,7,,92#,1,,,\n%s\n", t[i].cells);
        take(&c, csv);
        assert_int_equal(c.rows, 1);
        assert_int_equal(c.d.batch.rejected_rows, 1);
        if (!c.d.batch.rejects)
            fail_msg("%s: nothing refused", t[i].word);
        const struct yk_reject *r = &c.d.batch.reject[0];
        same_text(t[i].word, r->heading, t[i].heading);
        holds_text(t[i].word, r->reason, t[i].reason);
        assert_int_equal(r->line, 3);
        assert_int_equal(r->row, 1);
        assert_true(*r->hint);
    }
    desk_close(&c.d);
}

/* What each head office calls its columns. */
static void headings(void **state)
{
    (void)state;
    static const char *const file[] = {
        "加油站编码,月份,客户名称,油品,数量(升),金额(元),笔数\nS1,2026-10,甲,92#,10,70,1\n",
        "站点编码,年月,单位名称,品号,加油量(L),金额,交易笔数\nS1,202610,甲,92#,10,70,1\n",
        "油站编码,交易时间,持卡单位名称,油品名称,加油升数,交易金额(元),次数\n"
        "S1,2026-10-05 10:11:12,甲,92#,10,70,1\n",
        "station_code,month,client_name,grade,litres,yuan,times\nS1,2026-10,甲,g92,10,70,1\n",
        "站点,日期,客户,油品,升,金额,笔数\n东站,2026年10月5日,甲,92号,10,70,1\n",
        "加油站编码,月份,客户名称,油品,重量(吨),金额,笔数\nS1,2026-10,甲,92#,.0074,70,1\n",
    };
    struct counter c;
    counter_open(&c);
    for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
        take(&c, file[i]);
        if (c.rows != 1 || fabs(c.row->litres - 10) > 1e-9 || c.row->yuan != 70 ||
            c.row->times != 1 || c.row->grade != 0 || strcmp(c.row->payer, "name:甲") != 0)
            fail_msg("file %zu: %s", i,
                     c.d.batch.rejects ? c.d.batch.reject[0].reason : "read otherwise");
    }
    desk_close(&c.d);
}

static void totals_are_left_out(void **state)
{
    (void)state;
    struct counter c;
    counter_open(&c);
    size_t dropped = take(&c, HEAD "S1,,2026-10,1,甲,92#,10,,70,1\n小 计,,,,,,10,,70,1\n"
                                   "S1,,2026-10,2,乙合计公司,92#,5,,35,1\n"
                                   "合计：,,,,,,15,,105,2\n");
    assert_int_equal(dropped, 2);
    assert_int_equal(c.rows, 2);
    assert_int_equal(c.row[1].line, 4);
    assert_int_equal(c.d.batch.rejects, 0);
    desk_close(&c.d);
}

static void only_one_station(void **state)
{
    (void)state;
    struct counter c;
    counter_open(&c);
    c.d.options.station = "S2";
    take(&c, HEAD ",,2026-10,1,甲,92#,10,,70,1\nS1,,2026-10,1,甲,92#,10,,70,1\n");
    assert_int_equal(c.rows, 1);
    assert_string_equal(c.row->station_code, "S2");
    assert_int_equal(c.d.batch.rejects, 1);
    holds_text("another station", c.d.batch.reject[0].reason, "another station");
    desk_close(&c.d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_taken),       cmocka_unit_test(rows_refused),
        cmocka_unit_test(headings),         cmocka_unit_test(totals_are_left_out),
        cmocka_unit_test(only_one_station),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
