/* tables_test.c - the keys that scripts rely on (commands.md), refused rows, and one client
 * explained. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/tables.h"

/* Keys as commands.md names them. */
static const char *const clients_keys[] = {"id",  "name",  "category", "station_code", "lon",
                                           "lat", "class", "verdict",  "answers",      NULL};
static const char *const estimate_keys[] = {
    "client_id",    "name",         "category",       "station_code",   "vehicles.p10",
    "vehicles.p50", "vehicles.p90", "vehicles.mean",  "litres.p10",     "litres.p50",
    "litres.p90",   "litres.mean",  "grades.g92.p10", "grades.d0.mean", "log_mean",
    "log_var",      "confidence",   "unit_question",  "weights",        NULL};
static const char *const line_keys[] = {"rank",
                                        "client_id",
                                        "name",
                                        "tier_now",
                                        "tier_potential",
                                        "litres_p50",
                                        "winnable_litres",
                                        "p_win",
                                        "score_yuan_year",
                                        "score_yuan_hour",
                                        "strategy",
                                        "measures",
                                        "policy_request",
                                        "rule_id",
                                        "card_advice",
                                        "stage",
                                        "owner",
                                        "due_week",
                                        "parts.own_share",
                                        "ask",
                                        "ask_value_yuan",
                                        NULL};
static const char *const schedule_keys[] = {"week", "day", "visits", "hours", "metres", NULL};
static const char *const left_keys[] = {"client_id", "reason", NULL};
static const char *const resurvey_keys[] = {"client_id", "name", "ask", "value_yuan", NULL};

static void holds(const struct yk_sheets *s, const char *name, const char *const *key)
{
    const struct yk_table *t = table_named(s, name);
    if (!t)
        fail_msg("no table %s", name);
    for (; *key; key++) {
        bool found = false;
        for (size_t c = 0; c < t->columns; c++)
            found |= t->column[c].key && !strcmp(t->column[c].key, *key);
        if (!found)
            fail_msg("%s: no key %s", name, *key);
    }
}

static void keys_are_there(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    yk_report_clients(&w.view, NULL);
    yk_report_estimates(&w.view, NULL);
    yk_report_plan_show(&w.view, &w.plan, "run1");
    holds(&w.sheets, "clients", clients_keys);
    holds(&w.sheets, "estimates", estimate_keys);
    holds(&w.sheets, "lines", line_keys);
    holds(&w.sheets, "schedule", schedule_keys);
    holds(&w.sheets, "left_out", left_keys);
    holds(&w.sheets, "resurvey", resurvey_keys);
    const struct yk_table *again = table_named(&w.sheets, "resurvey");
    assert_int_equal(again->rows, 1);
    assert_string_equal(cell_under(again, 0, "client_id")->text, w.territory.door[1].id.text);
    assert_true(cell_under(again, 0, "value_yuan")->number == 250);
    const struct yk_table *top = table_named(&w.sheets, "");
    assert_string_equal(cell_under(top, 0, "station_code")->text, "S1");
    assert_string_equal(cell_under(top, 0, "run_id")->text, "run1");
    assert_int_equal(cell_under(top, 0, "today")->day, yk_day_of(2026, 3, 2));
    small_world_release(&w);
}

static void lists_inside_rows(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    yk_report_clients(&w.view, NULL);
    yk_report_estimates(&w.view, NULL);
    const struct yk_cell *c = cell_under(table_named(&w.sheets, "clients"), 0, "answers");
    assert_int_equal(c->kind, YK_CELL_TABLE);
    assert_string_equal(c->table->column[0].key, "");
    assert_string_equal(c->table->cell[0].text, "b1/10");
    c = cell_under(table_named(&w.sheets, "estimates"), 0, "weights");
    assert_int_equal(c->table->rows, 2);
    assert_true(cell_under(c->table, 1, "weight")->number == .79);
    assert_string_equal(cell_under(c->table, 1, "piece")->text, "told_volume");
    small_world_release(&w);
}

static void only_the_chosen_stations(void **state)
{
    (void)state;
    const bool none[] = {false};
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    yk_report_clients(&w.view, none);
    assert_int_equal(table_named(&w.sheets, "clients")->rows, 0);
    small_world_release(&w);
}

/* The calendar of territory_of.h: 1.5 h and twice 1107.7 m in the second week. */
static void days_have_their_ways(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    yk_report_plan_show(&w.view, &w.plan, "r");
    const struct yk_table *t = table_named(&w.sheets, "schedule");
    assert_int_equal(t->rows, 2);
    assert_true(cell_under(t, 0, "metres")->number == 0);
    assert_true(cell_under(t, 1, "metres")->number == 2 * 1107.7);
    assert_true(cell_under(t, 1, "hours")->number == 1.5 + 2 * 1107.7 / 30000);
    assert_int_equal(cell_under(t, 1, "day")->day, yk_day_of(2026, 3, 9));
    const struct yk_table *visits = cell_under(t, 1, "visits")->table;
    assert_int_equal(visits->rows, 1);
    assert_string_equal(cell_under(visits, 0, "client_id")->text, "c1");
    assert_string_equal(cell_under(visits, 0, "arrives")->text, "09:05");
    assert_string_equal(cell_under(visits, 0, "forced")->text, "complaint");
    assert_true(cell_under(visits, 0, "metres_from_previous")->number == 1107.7);
    const struct yk_table *weeks = table_named(&w.sheets, "weeks");
    assert_int_equal(weeks->rows, YK_PLAN_WEEKS);
    assert_true(cell_under(weeks, 0, "over_capacity")->number == 0);
    assert_true(cell_under(weeks, 1, "over_capacity")->number == 1);
    const struct yk_table *left = table_named(&w.sheets, "left_out");
    assert_int_equal(left->rows, 1);
    assert_string_equal(cell_under(left, 0, "reason")->text, "not_located");
    small_world_release(&w);
}

static void a_client_is_explained(void **state)
{
    (void)state;
    struct small_world w;
    struct yk_err err = {0};
    small_world_init(&w, YK_ZH, DOORS);
    assert_int_equal(yk_report_explain(&w.view, 0, &w.plan, &err), YK_OK);
    const struct yk_table *t = table_named(&w.sheets, "plan");
    static const struct {
        const char *step, *want;
    } table[] = {
        {"own_share", "25%"},
        {"access", "80%"},
        {"p_win", "50%"},
        {"margin_yuan_l", "0.45"},
        {"winnable_litres", "2,160"},
        {"owner", "片区经理"},
        {"due_week", "1, until 2026-03-08"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t r = 0;
        while (r < t->rows && strcmp(cell_under(t, r, "step")->text, table[i].step) != 0)
            r++;
        if (r == t->rows || strcmp(cell_under(t, r, "words")->text, table[i].want) != 0)
            fail_msg("%s is not %s", table[i].step, table[i].want);
    }
    assert_int_equal(table_named(&w.sheets, "weights")->rows, 2);
    w.plan.lines = 0;
    assert_int_equal(yk_report_explain(&w.view, 0, &w.plan, &err), YK_E_FOUND);
    small_world_release(&w);
}

static void answers_are_shown_masked(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_ZH, DOORS);
    yk_report_client(&w.view, 0);
    const struct yk_table *t = table_named(&w.sheets, "answers");
    bool phone = false;
    for (size_t r = 0; r < t->rows; r++) {
        const char *code = cell_under(t, r, "code")->text;
        if (strcmp(code, "contact[1]/contact_phone") != 0)
            continue;
        phone = true;
        assert_string_equal(cell_under(t, r, "value")->text, "138****5678");
    }
    assert_true(phone);
    small_world_release(&w);
}

/* The sheet loads back: the input's own columns first and unchanged, ours after them. */
static void refused_rows_keep_their_columns(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    static const char *const heading[] = {"客户名称", "车辆总数(辆)"};
    static const char *const cell[] = {"=1+1", "约30"};
    struct yk_refused_row row = {12, cell, "not exact", "write 30", "k|1"};
    struct yk_refused table = {
        .name = "census[1].csv", .heading = heading, .width = 2, .row = &row, .rows = 1};
    yk_sheets_init(&s, &a, YK_ZH, "", 0);
    yk_report_rejects(&s, &table);
    table.rows = 0;
    yk_report_rejects(&s, &table);
    assert_string_equal(s.sheet[0]->name, "census_1_.csv");
    assert_string_equal(s.sheet[1]->name, "census_1_.csv (2)");
    assert_true(s.sheet[0]->data);
    const struct yk_table *t = s.sheet[0]->table[0];
    assert_int_equal(t->columns, 6);
    assert_string_equal(t->column[1].heading, "车辆总数(辆)");
    assert_string_equal(t->cell[0].text, "=1+1");
    assert_true(t->cell[2].number == 12);
    assert_string_equal(t->cell[3].text, "not exact");
    assert_string_equal(t->cell[4].text, "write 30");
    assert_string_equal(t->column[5].heading, "row_id");
    assert_true(t->column[5].hidden);
    assert_string_equal(t->cell[5].text, "k|1");
    assert_int_equal(s.sheet[1]->table[0]->rows, 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_there),
        cmocka_unit_test(lists_inside_rows),
        cmocka_unit_test(only_the_chosen_stations),
        cmocka_unit_test(days_have_their_ways),
        cmocka_unit_test(a_client_is_explained),
        cmocka_unit_test(answers_are_shown_masked),
        cmocka_unit_test(refused_rows_keep_their_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
