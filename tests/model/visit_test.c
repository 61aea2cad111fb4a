/* visit_test.c - whose visit it was, and which answers it gives anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/visited.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static void three_doors(struct visited *w)
{
    visited_init(w, &arena);
    visited_door(w, "ab12", yk_day_of(2026, 2, 1), "client_name=顺达物流有限公司");
    visited_door(w, "ab99", yk_day_of(2026, 2, 1), "client_name=海景宾馆");
    visited_door(w, "cd34", yk_day_of(2026, 2, 1), "client_name=海景宾馆");
    w->issued[0] = (struct yk_issued){{"ee77"}, {"sub-cd34"}, ""};
    w->doors.issues = 1;
}

static void whose_visit_it_was(void **state)
{
    static const struct {
        const char *answers;
        int client; /* -1: nobody's, and `why` */
        enum yk_stray_why why;
    } row[] = {
        {"client_id=ab12;visit_date=2026-03-01", 0, 0},
        {"client_id=ab1;visit_date=2026-03-01", 0, 0},
        {"client_id= AB1 ;visit_date=2026-03-01", 0, 0},
        {"client_id=ab;visit_date=2026-03-01", -1, YK_STRAY_ID_SEVERAL},
        {"client_id=ff;visit_date=2026-03-01", -1, YK_STRAY_ID},
        {"client_id=ab123;visit_date=2026-03-01", -1, YK_STRAY_ID},
        {"client_id=ee77;visit_date=2026-03-01", 2, 0}, /* handed out */
        {"client_name=顺达物流有限公司;visit_date=2026-03-01", 0, 0},
        {"client_name=顺达物流 有限公司;visit_date=2026-03-01", 0, 0},
        {"client_name=顺达物流;visit_date=2026-03-01", -1, YK_STRAY_NAME},
        {"client_name=海景宾馆;visit_date=2026-03-01", -1, YK_STRAY_NAME_SEVERAL},
        /* the id counts, whatever name stands beside it */
        {"client_id=cd;client_name=顺达物流有限公司;visit_date=2026-03-01", 2, 0},
        {"client_id=cd", -1, YK_STRAY_DAY},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct visited w;
        size_t count = 0;
        three_doors(&w);
        visited_record(&w, "visit", row[i].answers);
        visited_join(&w);
        if (row[i].client >= 0)
            (void)yk_visits_at(&w.visits, (size_t)row[i].client, &count);
        if (w.visits.count != (row[i].client >= 0) || count != w.visits.count ||
            w.visits.strays != (row[i].client < 0) ||
            (w.visits.strays && w.visits.stray[0].why != row[i].why))
            fail_msg("%s", row[i].answers);
    }
}

/* Surveyed by S1, but it lies in the trading area of S2: both may go there. */
static void the_owner_knows_it_by_name_too(void **state)
{
    static const struct yk_place place[] = {{.owner = 1}};
    static struct yk_station station[] = {{.code = "S1"}, {.code = "S2"}, {.code = "S3"}};
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct visited w;
        visited_init(&w, &arena);
        w.doors.station = station;
        w.doors.stations = 3;
        w.place = place;
        visited_door(&w, "aa", yk_day_of(2026, 2, 1), "client_name=海景宾馆");
        visited_record(&w, "visit", "client_name=海景宾馆;visit_date=2026-03-01");
        w.record[0].station_code = station[i].code;
        visited_join(&w);
        assert_int_equal(w.visits.count, i < 2);
        assert_int_equal(w.visits.strays, i == 2);
    }
}

static void satisfaction_of_nobody_is_no_stray(void **state)
{
    struct visited w;
    size_t count;
    (void)state;
    three_doors(&w);
    visited_record(&w, "satisfaction", "survey_date=2026-03-02;overall=4");
    visited_record(&w, "satisfaction", "survey_date=2026-03-02;client_id=ab9;overall=2");
    visited_record(&w, "walk_list", "grid_id=G1");
    visited_record(&w, "visit", "visit_date=2026-03-01;client_id=ab9;decider_met=no");
    visited_join(&w);
    assert_int_equal(w.visits.strays, 0);
    const struct yk_visit *v = yk_visits_at(&w.visits, 1, &count);
    assert_int_equal(count, 2);
    assert_int_equal(v[0].kind, YK_VISIT);
    assert_int_equal(v[0].decider_met, YK_NO);
    assert_int_equal(v[1].kind, YK_SATISFACTION);
    assert_true(v[1].overall == 2);
    assert_null(yk_visits_at(NULL, 1, &count));
    assert_int_equal(count, 0);
}

/* A client surveyed on 2026-02-01 and visited on the days named. "-": no answer. */
static void what_visits_answer(void **state)
{
    static const struct {
        const char *survey, *first, *second, *code, *want;
    } row[] = {
        {"gas_month=9", "visit_date=2026-03-01;month_litres_told=500", "", "month_litres_told",
         "500"},
        {"gas_month=9", "visit_date=2026-02-01;month_litres_told=500", "", "month_litres_told",
         "-"},
        {"gas_month=9", "visit_date=2026-01-01;month_litres_told=500", "", "month_litres_told",
         "-"},
        {"category=hotel", "visit_date=2026-01-01;month_litres_told=500", "", "month_litres_told",
         "500"},
        {"gas_month=9", "visit_date=2026-03-01;month_litres_told=500",
         "visit_date=2026-03-02;month_litres_told=0", "month_litres_told", "0"},
        {"barrier=nev", "visit_date=2026-03-02;barrier=contract",
         "visit_date=2026-03-01;barrier=distance", "barrier", "contract"},
        {"intent=a", "visit_date=2026-03-01;intent=c", "", "intent", "c"},
        {"intent=a", "visit_date=2026-03-01;result=refused", "", "intent", "d"},
        {"intent=a", "visit_date=2026-03-01;result=refused",
         "visit_date=2026-03-09;result=follow_up;intent=b", "intent", "b"},
        {"agreement_until=2026-01-01", "visit_date=2026-03-01;agreement_until=2027-03-01", "",
         "agreement_until", "2027-03-01"},
        {"category=hotel", "visit_date=2026-03-01;result=met_decider",
         "visit_date=2026-03-02;decider_met=no", "decider_met", "yes"},
        {"category=hotel", "visit_date=2026-03-01;decider_met=no", "", "decider_met", "-"},
        {"category=hotel", "visit_date=2026-03-01;trial_offered=yes",
         "visit_date=2026-03-02;trial_offered=no", "trial_offered", "no"},
        {"category=hotel", "visit_date=2026-03-01;offer_approved=yes",
         "visit_date=2026-03-02;result=follow_up", "offer_approved", "yes"},
        {"category=hotel", "visit_date=2026-03-01;cards_issued=2",
         "visit_date=2026-03-02;cards_issued=3", "cards_issued", "5"},
        {"category=hotel", "visit_date=2026-03-01;cards_issued=0", "", "cards_issued", "-"},
        {"category=hotel", "visit_date=2026-03-01;next_step=x", "", "category", "hotel"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct visited w;
        visited_init(&w, &arena);
        visited_door(&w, "ab12", yk_day_of(2026, 2, 1), row[i].survey);
        visited_record(&w, "visit", yk_arena_printf(&arena, "client_id=ab12;%s", row[i].first));
        if (*row[i].second)
            visited_record(&w, "visit",
                           yk_arena_printf(&arena, "client_id=ab12;%s", row[i].second));
        visited_join(&w);
        const char *got = yk_answer_text(&w.client[0].answers, row[i].code);
        if (strcmp(got ? got : "-", row[i].want) != 0)
            fail_msg("%zu %s, %s, %s: %s", i, row[i].survey, row[i].first, row[i].code, got);
        /* the survey's own answers stay to be had */
        assert_int_equal(w.visits.surveyed[0].count, w.door[0].answers.count);
    }
}

/* Two doors of one client: the later survey of the two is what a visit must be newer than. */
static void the_newest_survey_that_tells_it_counts(void **state)
{
    (void)state;
    for (int told_later = 0; told_later < 2; told_later++) {
        struct visited w;
        visited_init(&w, &arena);
        visited_door(&w, "aa", yk_day_of(2026, 2, 1), "barrier=nev");
        visited_door(&w, "bb", yk_day_of(2026, 3, 20), told_later ? "barrier=nev" : "intent=a");
        w.client_of[1] = 0;
        visited_record(&w, "visit", "client_id=bb;visit_date=2026-03-10;barrier=contract");
        visited_join(&w);
        assert_string_equal(yk_answer_text(&w.client[0].answers, "barrier"),
                            told_later ? "nev" : "contract");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_visit_it_was),
        cmocka_unit_test(the_owner_knows_it_by_name_too),
        cmocka_unit_test(satisfaction_of_nobody_is_no_stray),
        cmocka_unit_test(what_visits_answer),
        cmocka_unit_test(the_newest_survey_that_tells_it_counts),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
