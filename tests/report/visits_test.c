/* visits_test.c - visits newest first, what is overdue, what stands beside no client. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/visits.h"

static const struct yk_origin from = {"b1", "visits.csv", 4};
static const struct yk_record record = {
    .station_code = "S1", .origin = (struct yk_origin *)&from, .origins = 1};

static struct yk_visit visit_on(size_t client, int day, int next)
{
    return (struct yk_visit){.record = &record,
                             .client = client,
                             .day = yk_day_of(2026, 2, day),
                             .station_code = "S1",
                             .visitor = "王五",
                             .result = "met_other",
                             .next_step = "",
                             .note = "",
                             .stop_reason = "",
                             .litres_told = NAN,
                             .overall = NAN,
                             .next_day = next ? yk_day_of(2026, 2, next) : YK_DAY_NONE};
}

static void newest_first_and_overdue(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_ZH, DOORS);
    struct yk_visit visit[] = {visit_on(0, 3, 20), visit_on(0, 10, 25), visit_on(1, 5, 0)};
    struct yk_visit_step step[] = {{&visit[0], "surveyed", "surveyed", "", "volume supplier"},
                                   {&visit[1], "surveyed", "surveyed", "won", "deal"},
                                   {&visit[2], "surveyed", "lost", "", ""}};
    const struct yk_client_visits of[] = {{step, 2, yk_day_of(2026, 2, 25)},
                                          {&step[2], 1, YK_DAY_NONE}};
    const struct yk_stray stray[] = {{&record, YK_STRAY_NAME}};
    const struct yk_visits visits = {.stray = (struct yk_stray *)stray, .strays = 1};
    w.derived.visits = &visits;
    yk_report_visits(&w.view, of, 2, NULL);
    const struct yk_table *t = table_named(&w.sheets, "visits");
    assert_int_equal(t->rows, 3);
    static const int day[] = {10, 5, 3};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(cell_under(t, i, "day")->day, yk_day_of(2026, 2, day[i]));
    assert_string_equal(cell_under(t, 0, "name")->text, "顺达物流");
    assert_string_equal(cell_under(t, 0, "result")->label, "见到经办人");
    assert_string_equal(cell_under(t, 0, "claimed")->text, "won");
    assert_string_equal(cell_under(t, 2, "missing")->label, "月用油量；目前在哪加油");
    /* 2026-02-25 to 2026-03-02; the day named before it is not open any more */
    assert_true(cell_under(t, 0, "overdue")->number == 5);
    assert_int_equal(cell_under(t, 2, "overdue")->kind, YK_CELL_BLANK);
    t = table_named(&w.sheets, "strays");
    assert_int_equal(t->rows, 1);
    assert_string_equal(cell_under(t, 0, "file")->text, "visits.csv");
    assert_true(*cell_under(t, 0, "reason")->text);
    small_world_release(&w);
}

static void strays_of_other_stations_stay_away(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    struct yk_stray stray[] = {{&record, YK_STRAY_ID},
                               {&record, YK_STRAY_ID_SEVERAL},
                               {&record, YK_STRAY_NAME_SEVERAL},
                               {&record, YK_STRAY_DAY}};
    const struct yk_visits visits = {.stray = stray, .strays = 4};
    w.derived.visits = &visits;
    yk_report_visits(&w.view, NULL, 0, "S1");
    yk_report_visits(&w.view, NULL, 0, "S2");
    assert_int_equal(w.sheets.sheet[0]->table[1]->rows, 4);
    assert_int_equal(w.sheets.sheet[1]->table[1]->rows, 0);
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newest_first_and_overdue),
        cmocka_unit_test(strays_of_other_stations_stay_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
