/* check_test.c - rules, relevance, what must be there (survey.md, rows into answers). */
#include "take_desk.h"

static struct desk desk;

static void obeys_constraints(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells, *reason; /* NULL: loads */
    } cases[] = {
        {"in range", "difficulty", "5", NULL},
        {"out of range", "difficulty", "9", "1 to 5"},
        {"blank breaks nothing", "difficulty,next_visit", ",", NULL},
        {"against another answer", "next_visit", "2026-03-04", "Not before the survey date"},
        {"as late as allowed", "next_visit", "2026-03-05", NULL},
        {"the other one blank", "nev_count", "7", NULL},
        {"more than the other", "vehicle_total,nev_count", "5,7", ""},
        {"the other one unreadable", "vehicle_total,nev_count", "about,7", "not a number"},
        {"pattern", "visit_hours", "8 to 5", "08:00-17:00"},
        {"credit code of no known shape", "uscc", "123", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].headings, cases[i].cells);
        if (desk.batch.rejects != (cases[i].reason ? 1u : 0u))
            fail_msg("%s: %zu rejects", cases[i].word, desk.batch.rejects);
        if (cases[i].reason)
            holds_text(cases[i].word, desk.batch.reject[0].reason, cases[i].reason);
    }
}

static void speaks_the_runs_language(void **state)
{
    (void)state;
    desk.options.lang = YK_ZH;
    desk_with(&desk, "next_visit", "2026-03-04");
    same_text("message", desk.batch.reject[0].reason, "不能早于调查日期");
    desk.options.lang = YK_EN;
}

static void counts_today_as_told(void **state)
{
    (void)state;
    desk.options.today = yk_day_of(2026, 3, 4); /* the row is of the 5th */
    desk_with(&desk, "", "");
    assert_int_equal(desk.batch.rejects, 1);
    same_text("heading", desk.batch.reject[0].heading, "survey_date");
    desk.options.today = yk_day_of(2026, 3, 5);
    desk_with(&desk, "", "");
    assert_int_equal(desk.batch.rejects, 0);
    desk.options.today = yk_day_of(2026, 3, 10);
}

static void sees_what_a_spreadsheet_did(void **state)
{
    (void)state;
    desk_with(&desk, "contact_role,contact_name,contact_phone,contact_consent",
              "finance,Li,1.38E+10,yes");
    holds_text("rounded", desk.batch.reject[0].hint, "spreadsheet has rounded");
    desk_with(&desk, "contact_role,contact_name,contact_phone,contact_consent",
              "finance,Li,'+86 138 0000,yes");
    assert_int_equal(desk.batch.rejects, 0);
}

/* The row is of a factory where the survey was completed. */
static void keeps_what_was_not_asked(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells, *field, *want, *typed;
    } cases[] = {
        {"not of this category", "room_count", "120", "room_count", "120", NULL},
        {"unreadable too", "room_count", "about a hundred", "room_count", "about a hundred", NULL},
        {"against its rule too", "room_count", "-5", "room_count", "-5", NULL},
        {"needs another answer", "own_tank_m3", "12", "own_tank_m3", "12", NULL},
        {"still canonical where it can be read", "room_count", "1.2万", "room_count", "12000",
         "1.2万"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].headings, cases[i].cells);
        assert_int_equal(desk.batch.rejects, 0);
        same_text(cases[i].word, desk_answer(&desk, cases[i].field), cases[i].want);
        same_text(cases[i].word, desk_typed(&desk, cases[i].field), cases[i].typed);
        if (!desk_flagged(&desk, "irrelevant", cases[i].field))
            fail_msg("%s: no flag", cases[i].word);
    }
    desk_with(&desk, "own_tank,own_tank_m3,shifts", "yes,12,3");
    assert_false(desk_flagged(&desk, "irrelevant", "own_tank_m3"));
    assert_false(desk_flagged(&desk, "irrelevant", "shifts"));
}

/* An answer in a group that was not asked must not open others (XForms: it is blank). */
static void hides_what_was_not_asked(void **state)
{
    (void)state;
    desk_read(&desk, "station_code,survey_date,visit_result,client_name,category,address,own_tank,"
                     "own_tank_m3,vehicle_total\nS001,2026-03-05,refused,A,hotel,Road,yes,12,-3\n");
    assert_int_equal(desk.batch.count, 1);
    assert_true(desk_flagged(&desk, "irrelevant", "own_tank"));
    assert_true(desk_flagged(&desk, "irrelevant", "own_tank_m3"));
    assert_true(desk_flagged(&desk, "irrelevant", "vehicle_total"));
    assert_false(desk_flagged(&desk, "missing", "vehicle_source"));
    assert_false(desk_flagged(&desk, "missing", "intent"));
}

static void flags_what_is_missing(void **state)
{
    (void)state;
    desk_with(&desk, "gas_month,intent", "100,b");
    assert_int_equal(desk.batch.count, 1);
    assert_true(desk_flagged(&desk, "missing", "surveyor"));
    assert_true(desk_flagged(&desk, "missing", "gas_unit"));
    assert_true(desk_flagged(&desk, "missing", "volume_source"));
    assert_true(desk_flagged(&desk, "missing", "sensitivity_top"));
    assert_false(desk_flagged(&desk, "missing", "diesel_unit"));
    assert_false(desk_flagged(&desk, "missing", "intent"));
    assert_false(desk_flagged(&desk, "missing", "category_other"));
    assert_false(desk_flagged(&desk, "missing", "remarks"));
    assert_false(desk_flagged(&desk, "missing", "veh_class")); /* no line, nothing missing in it */
}

static void rejects_without_a_must(void **state)
{
    (void)state;
    static const struct {
        const char *word, *row, *heading; /* NULL: loads */
    } cases[] = {
        {"all there", "S001,2026-03-05,refused,A,hotel,Road,,,", NULL},
        {"station", ",2026-03-05,refused,A,hotel,Road,,,", "station_code"},
        {"date", "S001,,refused,A,hotel,Road,,,", "survey_date"},
        {"result", "S001,2026-03-05,,A,hotel,Road,,,", "visit_result"},
        {"name", "S001,2026-03-05,refused,,hotel,Road,,,", "client_name"},
        {"category", "S001,2026-03-05,refused,A,,Road,,,", "category"},
        {"address", "S001,2026-03-05,refused,A,hotel,,,,", "address"},
        {"position instead", "S001,2026-03-05,refused,A,hotel,,36 120,,", NULL},
        {"typed instead", "S001,2026-03-05,refused,A,hotel,,,120,36", NULL},
        {"half of it", "S001,2026-03-05,refused,A,hotel,,,120,", "address"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char csv[512];
        snprintf(csv, sizeof csv,
                 "station_code,survey_date,visit_result,client_name,category,address,location,"
                 "lon_manual,lat_manual\n%s\n",
                 cases[i].row);
        desk_read(&desk, csv);
        if (desk.batch.rejects != (cases[i].heading ? 1u : 0u))
            fail_msg("%s: %zu rejects", cases[i].word, desk.batch.rejects);
        if (cases[i].heading)
            same_text(cases[i].word, desk.batch.reject[0].heading, cases[i].heading);
    }
}

static void doubts_credit_codes(void **state)
{
    (void)state;
    desk_with(&desk, "uscc", "91110000710926094P");
    assert_false(desk_flagged(&desk, "check_digit", "uscc"));
    desk_with(&desk, "uscc", "91110000710926095P");
    assert_int_equal(desk.batch.rejects, 0);
    assert_true(desk_flagged(&desk, "check_digit", "uscc"));
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
        cmocka_unit_test(obeys_constraints),        cmocka_unit_test(speaks_the_runs_language),
        cmocka_unit_test(counts_today_as_told),     cmocka_unit_test(sees_what_a_spreadsheet_did),
        cmocka_unit_test(keeps_what_was_not_asked), cmocka_unit_test(hides_what_was_not_asked),
        cmocka_unit_test(flags_what_is_missing),    cmocka_unit_test(rejects_without_a_must),
        cmocka_unit_test(doubts_credit_codes),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
