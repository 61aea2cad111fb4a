/* staff_test.c - who goes where, and how many hours a station has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "youka/plan/staff.h"

enum { LINES = 6 };

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static struct yk_record row(const char *form, const char *station, const char *answers)
{
    return (struct yk_record){
        .form = form, .key = "k", .station_code = station, .answers = answers_of(&arena, answers)};
}

static struct yk_station station[] = {{.code = "S1", .hours_week = NAN},
                                      {.code = "S2", .hours_week = 7},
                                      {.code = "S3", .hours_week = NAN}};

/* Records lie by form and station, as the store gives them. */
static struct yk_territory town(void)
{
    static struct yk_record record[6];

    record[0] = row("satisfaction", "S1", "code=X1;hours_week=99");
    record[1] = row("staff", "S1", "code=P2;role=client_manager;hours_week=6.5;skill=4");
    record[2] = row("staff", "S1",
                    "code=P1;role=station_manager;hours_week=4;skill=5;categories=hotel school");
    record[3] = row("staff", "S2", "code=P3;role=client_manager;hours_week=8");
    record[4] = row("staff", "S2", "code=P4;role=cashier;hours_week=1");
    record[5] = row("walk_list", "S1", "code=X2;hours_week=99");
    return (struct yk_territory){.station = station, .stations = 3, .record = record, .records = 6};
}

static void rows_of_a_station(void **state)
{
    const struct yk_territory t = town();
    struct yk_person *p;
    (void)state;
    assert_int_equal(yk_staff_of(&p, &t, 0, &arena), 2);
    assert_string_equal(p[0].code, "P1");
    assert_string_equal(p[0].role, "station_manager");
    assert_string_equal(p[0].categories, "hotel school");
    near_to(p[0].skill, 5, "skill");
    near_to(p[1].hours_week, 6.5, "hours");
    assert_string_equal(p[1].categories, "");
    near_to(yk_station_hours(&t, 0, p, 2), 10.5, "the sum over the staff");
    assert_int_equal(yk_staff_of(&p, &t, 1, &arena), 2);
    near_to(yk_station_hours(&t, 1, p, 2), 7, "the station's own figure");
    assert_int_equal(yk_staff_of(&p, &t, 2, &arena), 0);
    assert_true(isnan(yk_station_hours(&t, 2, p, 0)));
}

/* A plan whose lines are all visited on one day a week for `weeks` weeks, an hour each, no ways. */
static struct yk_plan plan_of(struct yk_territory *t, const char *const *category,
                              const char *const *owner, size_t lines, int weeks)
{
    struct yk_plan p = {.line = YK_ARENA_ARRAY(&arena, struct yk_plan_line, lines), .lines = lines};

    t->door = YK_ARENA_ARRAY(&arena, struct yk_door, lines);
    t->doors = lines;
    for (size_t i = 0; i < lines; i++) {
        t->door[i].answers =
            answers_of(&arena, yk_arena_printf(&arena, "category=%s", category[i]));
        p.line[i] = (struct yk_plan_line){.door = i, .owner = owner[i], .due_week = 1};
    }
    p.calendar.day = YK_ARENA_ARRAY(&arena, struct yk_plan_day, (size_t)weeks);
    p.calendar.days = (size_t)weeks;
    for (int w = 0; w < weeks; w++) {
        struct yk_plan_day *day = &p.calendar.day[w];
        *day = (struct yk_plan_day){.week = w + 1, .day = 20000 + 7 * w, .visits = lines};
        day->visit = YK_ARENA_ARRAY(&arena, struct yk_plan_visit, lines);
        for (size_t i = 0; i < lines; i++)
            day->visit[i] = (struct yk_plan_visit){.line = i, .hours = 1, .visitor = ""};
    }
    return p;
}

static const char *const owner[LINES] = {"station_manager", "station_manager", "station_manager",
                                         "station_manager", "station_manager", "station_manager"};

static void check(const char *what, const struct yk_plan *p, size_t day, const char *const *want)
{
    for (size_t i = 0; i < p->lines; i++)
        if (strcmp(p->calendar.day[day].visit[i].visitor, want[i]) != 0)
            fail_msg("%s: visit %zu is made by «%s», not «%s»", what, i,
                     p->calendar.day[day].visit[i].visitor, want[i]);
}

/* The manager owns all and has 2 hours: then those who have hours left, the hospital by whose
 * trade it is, the next ones by who goes out already, then nobody. */
static void role_then_hours(void **state)
{
    static const struct yk_person staff[] = {{"A", "client_manager", "school", 1, 5},
                                             {"B", "client_manager", "hospital", 2, 1},
                                             {"C", "station_manager", "", 2, 1}};
    static const char *const category[] = {"hotel", "hotel", "hospital", "hotel", "hotel", "hotel"};
    struct yk_territory t = town();
    struct yk_plan p = plan_of(&t, category, owner, LINES, 1);
    (void)state;
    yk_staff_send(&p, &t, staff, 3, 30, &arena);
    check("hours", &p, 0, (const char *const[]){"C", "C", "B", "B", "A", ""});
    assert_string_equal(p.line[0].person, "C");
    assert_string_equal(p.line[5].person, "");
}

static void the_same_person_again(void **state)
{
    static const struct yk_person staff[] = {{"A", "client_manager", "", 3, 2},
                                             {"B", "client_manager", "school", 3, 2}};
    static const char *const category[] = {"hotel", "school"};
    struct yk_territory t = town();
    struct yk_plan p = plan_of(&t, category, owner, 2, 2);
    (void)state;
    /* the second goes to B for his trade's sake; next week both go where they were */
    p.calendar.day[0].visit[0].line = 1;
    p.calendar.day[0].visit[1].line = 0;
    p.calendar.day[0].visit[1].hours = 2.5; /* more than B has left */
    yk_staff_send(&p, &t, staff, 2, 30, &arena);
    check("first week", &p, 0, (const char *const[]){"B", "A"});
    check("second week", &p, 1, (const char *const[]){"A", "B"});
}

/* Skill, then hours left, then the code. 15 km at 30 km/h are half an hour. */
static void ties(void **state)
{
    static const struct yk_person skilled[] = {{"A", "x", "", 9, 2}, {"B", "x", "", 9, 3}};
    static const struct yk_person idle[] = {{"A", "x", "", 2, 2}, {"B", "x", "", 2.5, 2}};
    static const struct yk_person equal[] = {
        {"A", "x", "", 1.4, 2}, {"B", "x", "", 1.5, 2}, {"C", "x", "", 1.5, 2}};
    static const char *const category[] = {"hotel"};
    struct yk_territory t = town();
    struct yk_plan p = plan_of(&t, category, owner, 1, 1);
    (void)state;
    yk_staff_send(&p, &t, skilled, 2, 30, &arena);
    check("skill", &p, 0, (const char *const[]){"B"});
    yk_staff_send(&p, &t, idle, 2, 30, &arena);
    check("hours left", &p, 0, (const char *const[]){"B"});
    p.calendar.day[0].visit[0].metres_from_previous = 15000;
    yk_staff_send(&p, &t, equal, 3, 30, &arena);
    check("code, the way counted", &p, 0, (const char *const[]){"B"});
}

static void nobody_is_told_of(void **state)
{
    static const char *const category[] = {"hotel"};
    struct yk_territory t = town();
    struct yk_plan p = plan_of(&t, category, owner, 1, 1);
    (void)state;
    yk_staff_send(&p, &t, NULL, 0, 30, &arena);
    assert_string_equal(p.line[0].person, "");
    check("nobody", &p, 0, (const char *const[]){""});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_a_station),     cmocka_unit_test(role_then_hours),
        cmocka_unit_test(the_same_person_again), cmocka_unit_test(ties),
        cmocka_unit_test(nobody_is_told_of),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
