/* visit_test.c - whose visit it was, and what all visits of a client say together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../support/answers_of.h"
#include "youka/model/visit.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

enum { DOORS = 4 };
static struct yk_member other_door = {.id = {"99999999aaaaaaaaaaaaaaaaaaaaaaaa"}};
static struct yk_door door[DOORS] = {
    {.id = {"0123456789abcdef0123456789abcdef"}, .station_code = "S1"},
    {.id = {"1123456789abcdef0123456789abcdef"}, .station_code = "S1"},
    {.id = {"2123456789abcdef0123456789abcdef"},
     .station_code = "S1",
     .member = &other_door,
     .members = 1},
    {.id = {"3123456789abcdef0123456789abcdef"}, .station_code = "S2"},
};

static struct yk_record record(const char *form, const char *station, const char *answers)
{
    return (struct yk_record){.form = form,
                              .station_code = station,
                              .key = answers,
                              .answers = answers_of(&arena, answers)};
}

static struct yk_territory town(struct yk_record *r, size_t records)
{
    static const char *const name[DOORS] = {"client_name=甲", "client_name=乙", "client_name=丙",
                                            "client_name=乙"};
    for (size_t i = 0; i < DOORS; i++)
        door[i].answers = answers_of(&arena, name[i]);
    return (struct yk_territory){.door = door, .doors = DOORS, .record = r, .records = records};
}

static void whose_visit(void **state)
{
    static const size_t want[] = {0, 1, 2, 3, SIZE_MAX, SIZE_MAX};
    struct yk_record r[] = {
        record("visit", "S1", "client_id=01234567;client_name=写错的名称;visit_date=2026-01-02"),
        record("visit", "S1", "client_name=乙;visit_date=2026-01-02"),
        record("visit", "S2", "client_id=99999999;client_name=x;visit_date=2026-01-02"),
        record("visit", "S2", "client_name=乙 ;visit_date=2026-01-02"),
        record("visit", "S1", "client_name=丁;visit_date=2026-01-02"),
        record("visit", "S1", "client_id=0123;client_name=x;visit_date=2026-01-02"),
        record("walk_list", "S1", "client_name=甲"),
    };
    struct yk_territory t = town(r, sizeof r / sizeof *r);
    struct yk_visit *visit;
    (void)state;
    assert_int_equal(yk_visits_of(&visit, &t, &arena), 6);
    for (size_t i = 0; i < 6; i++)
        if (visit[i].client != want[i])
            fail_msg("visit %zu: client %zu", i, visit[i].client);
}

static struct yk_visited visited_of(struct yk_record *r, size_t records)
{
    struct yk_territory t = town(r, records);
    struct yk_visit *visit;
    struct yk_visited all[DOORS];
    size_t n = yk_visits_of(&visit, &t, &arena);
    yk_visited_all(all, &t, visit, n);
    return all[0];
}

static void together(void **state)
{
    struct yk_record r[] = {
        record("visit", "S1",
               "client_name=甲;visit_date=2026-02-01;result=met_other;barrier=price_gap;"
               "stage=value;next_step=报价;next_date=2026-02-20"),
        record("visit", "S1",
               "client_name=甲;visit_date=2026-01-01;result=met_decider;complaint=yes;stage=info"),
    };
    (void)state;
    struct yk_visited v = visited_of(r, 2);
    assert_int_equal(v.visits, 2);
    assert_int_equal(v.seen, yk_day_of(2026, 2, 1));
    assert_true(v.decider_met && v.barrier_told);
    assert_false(v.complaint || v.offer_approved || v.signed_up);
    assert_string_equal(v.claimed, "value");
    assert_string_equal(v.stopped, "");
    assert_string_equal(v.next_step, "报价");
    assert_int_equal(v.next_day, yk_day_of(2026, 2, 20));
}

static void complaints_and_ends(void **state)
{
    static const struct {
        const char *said, *visit, *after;
        bool complaint, signed_up;
        const char *stopped;
    } row[] = {
        {"survey_date=2026-03-01;overall=2", "visit_date=2026-02-01", "", true, false, ""},
        {"survey_date=2026-03-01;overall=3", "visit_date=2026-02-01", "", false, false, ""},
        {"survey_date=2026-03-01;overall=2", "visit_date=2026-03-05", "", false, false, ""},
        {"survey_date=2026-03-01;overall=5;complaint=yes", "visit_date=2026-02-01", "", true, false,
         ""},
        {"", "visit_date=2026-02-01;complaint=yes", "", true, false, ""},
        {"", "visit_date=2026-02-01;complaint=yes", "visit_date=2026-02-09", false, false, ""},
        {"", "visit_date=2026-02-01;result=signed", "", false, true, ""},
        {"", "visit_date=2026-02-01;cards_issued=3", "", false, true, ""},
        {"", "visit_date=2026-02-01;result=refused", "", false, false, "lost"},
        {"", "visit_date=2026-02-01;stage=parked", "", false, false, ""},
        {"", "visit_date=2026-02-01;stage=parked;stop_reason=搬迁中", "", false, false, "parked"},
        {"", "visit_date=2026-02-01;result=refused", "visit_date=2026-02-09;result=follow_up",
         false, false, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const char *const form[] = {"satisfaction", "visit", "visit"};
        const char *const told[] = {row[i].said, row[i].visit, row[i].after};
        struct yk_record r[3];
        size_t n = 0;
        for (int k = 0; k < 3; k++)
            if (*told[k])
                r[n++] =
                    record(form[k], "S1", yk_arena_printf(&arena, "client_name=甲;%s", told[k]));
        struct yk_visited v = visited_of(r, n);
        if (v.complaint != row[i].complaint || v.signed_up != row[i].signed_up ||
            strcmp(v.stopped, row[i].stopped) != 0)
            fail_msg("row %zu: complaint %d, signed %d, «%s»", i, v.complaint, v.signed_up,
                     v.stopped);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_visit),
        cmocka_unit_test(together),
        cmocka_unit_test(complaints_and_ends),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
