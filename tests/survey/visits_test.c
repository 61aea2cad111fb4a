/* visits_test.c - visits as rows: of a plan that came back, of the form, of nobody in particular.
 */
#include "take_desk.h"

static void open_form(struct desk *d, const char *name)
{
    *d = (struct desk){0};
    static const char *const sheet[] = {"survey", "choices", "settings"};
    struct table table[3];
    for (int i = 0; i < 3; i++) {
        char *text =
            read_whole(yk_arena_printf(&d->of_form, "survey-forms/%s/%s.csv", name, sheet[i]));
        table[i] = read_table(text, ',');
        free(text);
    }
    if (yk_form_read(&d->form, &table[0].rows, &table[1].rows, &table[2].rows, &d->of_form,
                     &d->err))
        fail_msg("%s", d->err.text);
    for (int i = 0; i < 3; i++)
        free_table(&table[i]);
    yk_map_add(&d->stations, "S001", 0);
    d->options = (struct yk_take_options){.file = "plan.xlsx",
                                          .today = yk_day_of(2026, 3, 10),
                                          .datum = YK_DATUM_UNKNOWN,
                                          .stations = &d->stations,
                                          .lang = YK_EN};
}

#define PLAN "plan.,client_name,plan.,result,visit_date,stage,remarks,station_code,client_id,mine\n"

static void a_plan_gives_its_filled_rows(void **state)
{
    (void)state;
    struct desk d;
    open_form(&d, "visit");
    desk_read(&d, PLAN "1,A,Gold,,,,,S001,aaaabbbbccccdddd,\n"
                       "2,B,Gold,,,,,S001,bbbb,my own remark\n"
                       "3,C,Iron,见到决策人,2026/3/5,won,x,S001,aaaabbbbccccdddd,\n"
                       "4,D,Iron,Met nobody,,,,S001,dddd,\n"
                       "5,E,Iron,,,,only a note,S001,eeee,\n");
    assert_int_equal(d.batch.blank_rows, 2);
    assert_int_equal(d.batch.count, 1);
    assert_int_equal(d.batch.rejected_rows, 2);
    const struct yk_submission *s = &d.batch.submission[0];
    /* the client's first twelve digits and the day: a visit corrected later has the same key */
    same_text("key", s->key, "youka_visit|aaaabbbbcccc|2026-03-05");
    assert_int_equal(s->survey_date, yk_day_of(2026, 3, 5));
    same_text("result", desk_answer(&d, "result"), "met_decider");
    same_text("stage", desk_answer(&d, "stage"), "won");
    same_text("client", desk_answer(&d, "client_id"), "aaaabbbbccccdddd");
    same_text("what is to be read is no answer", desk_answer(&d, "plan."), NULL);
    same_text("refused", d.batch.reject[0].heading, "visit_date");
    assert_int_equal(d.batch.reject[0].line, 5);
    desk_close(&d);
}

/* A row refused for its date has the key of its date once that is there, not the one it lacked. */
static void mended_rows_have_the_key_of_their_day(void **state)
{
    (void)state;
    struct desk d;
    open_form(&d, "visit");
    desk_read(&d, "client_name,result,visit_date,station_code,client_id,row_id\n"
                  "D,not_met,2026-03-04,S001,dddd,youka_visit|dddd|\n");
    same_text("key", d.batch.submission[0].key, "youka_visit|dddd|2026-03-04");
    desk_close(&d);
}

static void the_form_without_an_id_goes_by_name(void **state)
{
    (void)state;
    struct desk d;
    open_form(&d, "visit");
    desk_read(&d, "加油站编码,客户名称,走访日期,走访人,走访方式,走访结果\n"
                  "S001,顺达 物流,2026-03-04,王五,走出去(我们上门),见到经办人\n"
                  "S001,顺达物流,2026-03-11,王五,走出去(我们上门),见到经办人\n"
                  "S009,顺达物流,2026-03-04,王五,走出去(我们上门),见到经办人\n");
    assert_int_equal(d.batch.count, 1);
    assert_int_equal(d.batch.rejected_rows, 2); /* after today; no such station */
    same_text("key", d.batch.submission[0].key, "youka_visit|S001|顺达物流|2026-03-04");
    desk_close(&d);
}

static void satisfaction_may_name_nobody(void **state)
{
    (void)state;
    struct desk d;
    open_form(&d, "satisfaction");
    desk_read(&d, "station_code,survey_date,client_id,client_kind,overall\n"
                  "S001,2026-03-04,,cash,4\n"
                  "S001,2026-03-04,,cash,2\n"
                  "S001,2026-03-04,aaaa,card,2\n"
                  "S001,2026-03-04,,cash,6\n");
    assert_int_equal(d.batch.count, 3);
    assert_int_equal(d.batch.rejected_rows, 1);
    same_text("first", d.batch.submission[0].key, "youka_satisfaction|S001||2026-03-04|1");
    same_text("second", d.batch.submission[1].key, "youka_satisfaction|S001||2026-03-04|2");
    same_text("known", d.batch.submission[2].key, "youka_satisfaction|aaaa|2026-03-04|1");
    desk_close(&d);
}

static void a_plan_is_no_census(void **state)
{
    (void)state;
    struct desk d;
    open_form(&d, "client_survey");
    assert_int_equal(desk_begin(&d, PLAN "1,A,Gold,,,,,S001,aaaa,\n", ','), YK_E_DATA);
    holds_text("what to do", d.err.text, "youka visit load");
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_gives_its_filled_rows),
        cmocka_unit_test(mended_rows_have_the_key_of_their_day),
        cmocka_unit_test(the_form_without_an_id_goes_by_name),
        cmocka_unit_test(satisfaction_may_name_nobody),
        cmocka_unit_test(a_plan_is_no_census),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
