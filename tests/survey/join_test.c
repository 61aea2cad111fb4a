/* join_test.c - the doors of a client put together: what counts, whose id it bears. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doors_of.h"

struct joined {
    struct doors d;
    struct yk_territory t;
    size_t client_of[MOST_DOORS];
};

static void join(struct joined *j)
{
    match(&j->d);
    yk_join(&j->t, j->client_of, &j->d.t, &j->d.match, &j->d.arena);
}

/* Two doors of one client, the second a day newer; what the client answers. "-": nothing. */
static void fields(void **state)
{
    (void)state;
    static const struct {
        const char *word, *older, *newer, *code, *want;
    } cases[] = {
        {"the newer one", "intent=a", "intent=b", "intent", "b"},
        {"the only one", "intent=a", "", "intent", "a"},
        {"coordinates with their datum", "lat_manual=24.5;lon_manual=118;coord_system=gcj02",
         "lat_manual=24.6;lon_manual=118.1", "coord_system", "-"},
        {"a place of one kind", "location=24.5 118 0 5", "lat_manual=24.6;lon_manual=118.1",
         "location", "-"},
        {"an amount with its unit", "gas_month=9;gas_unit=t", "gas_month=9000", "gas_unit", "-"},
        {"all amounts from one door", "gas_month=9;gas_unit=t;volume_source=manager",
         "diesel_month=4;diesel_unit=t;volume_source=guess", "gas_month", "-"},
        {"a unit without an amount is no answer", "gas_month=9;gas_unit=t", "gas_unit=l",
         "gas_unit", "t"},
        {"a count with its source", "vehicle_total=8;vehicle_source=guess", "vehicle_total=9",
         "vehicle_source", "-"},
        {"another visit in vain", "visit_result=completed", "visit_result=no_answer",
         "visit_result", "completed"},
        {"registered already", "visit_result=refused", "visit_result=duplicate", "visit_result",
         "refused"},
        {"gone meanwhile", "visit_result=completed", "visit_result=closed_moved", "visit_result",
         "closed_moved"},
        {"refused twice", "visit_result=not_allowed", "visit_result=refused", "visit_result",
         "refused"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct joined j;
        doors_init(&j.d);
        const char *form = "client_name=翎石物流;uscc=91110000710926094P;%s";
        add_door(&j.d, yk_arena_printf(&j.d.arena, form, cases[i].older), 0, 0);
        add_door(&j.d, yk_arena_printf(&j.d.arena, form, cases[i].newer), 0, 0);
        join(&j);
        assert_int_equal(j.t.doors, 1);
        const char *got = yk_answer_text(&j.t.door[0].answers, cases[i].code);
        if (strcmp(got ? got : "-", cases[i].want) != 0)
            fail_msg("%s: %s", cases[i].word, got ? got : "-");
        doors_release(&j.d);
    }
}

/* Of three doors the middle one leads the fuel, the last one only names a unit. */
static void the_newest_that_leads(void **state)
{
    (void)state;
    struct joined j;
    doors_init(&j.d);
    add_door(&j.d, "client_name=翎石物流;gas_month=9;gas_unit=t;intent=a;volume_source=guess", 0,
             0);
    add_door(&j.d, "client_name=翎石物流;diesel_month=4;diesel_unit=l;difficulty=x", 0, 0);
    add_door(&j.d, "client_name=翎石物流;gas_unit=t;intent=c", 0, 0);
    join(&j);
    assert_int_equal(j.t.doors, 1);
    static const char *const want[][2] = {{"client_name", "翎石物流"},
                                          {"diesel_month", "4"},
                                          {"diesel_unit", "l"},
                                          {"difficulty", "x"},
                                          {"intent", "c"}};
    const struct yk_answers *got = &j.t.door[0].answers;
    assert_int_equal(got->count, sizeof want / sizeof *want);
    for (size_t i = 0; i < got->count; i++) {
        assert_string_equal(got->answer[i].code, want[i][0]);
        assert_string_equal(got->answer[i].text, want[i][1]);
    }
    doors_release(&j.d);
}

static void repeats_flags_origins_members(void **state)
{
    (void)state;
    struct joined j;
    doors_init(&j.d);
    static struct yk_flag old_flags[] = {{"missing", "intent"}, {"missing", "difficulty"}};
    static struct yk_flag new_flags[] = {{"on_hold", ""}, {"missing", "difficulty"}};
    static struct yk_origin origin[] = {{"b1", "f1", 4}, {"b2", "f2", 5}};
    struct yk_door *one = add_door(&j.d,
                                   "client_name=翎石物流;fleet:veh_class=car,veh_count=2;"
                                   "fleet:veh_class=coach,veh_count=3;contact:contact_name=甲",
                                   0, 0);
    struct yk_door *two =
        add_door(&j.d, "client_name=翎石物流;intent=a;fleet:veh_class=taxi,veh_count=1", 0, 20);
    one->flag = old_flags, one->flags = 2, one->origin = &origin[0], one->origins = 1;
    two->flag = new_flags, two->flags = 2, two->origin = &origin[1], two->origins = 1;
    two->station_code = "S2";
    join(&j);
    const struct yk_door *c = &j.t.door[0];
    const struct yk_repeat *fleet = yk_answer_repeat(&c->answers, "fleet");
    assert_int_equal(fleet->count, 1); /* whole, from the newer door */
    assert_string_equal(yk_line_text(&fleet->line[0], "veh_class"), "taxi");
    assert_int_equal(yk_answer_repeat(&c->answers, "contact")->count, 1);
    assert_int_equal(c->flags, 2);
    assert_string_equal(c->flag[0].field, "difficulty");
    assert_string_equal(c->flag[1].code, "on_hold");
    assert_int_equal(c->origins, 2);
    assert_string_equal(c->origin[1].batch, "b2");
    assert_int_equal(c->members, 2);
    assert_string_equal(c->member[0].key, "k00");
    assert_string_equal(c->member[1].station_code, "S2");
    assert_string_equal(c->submission.text, two->submission.text); /* the newest */
    assert_string_equal(c->station_code, "S2");
    assert_string_equal(c->id.text, one->id.text); /* of the smallest date */
    doors_release(&j.d);
}

static void lone_doors_stay_as_they_are(void **state)
{
    (void)state;
    struct joined j;
    doors_init(&j.d);
    add_door(&j.d, "client_name=翎石物流", 0, 0);
    add_door(&j.d, "client_name=澜岸饭店", 0, 0);
    join(&j);
    assert_int_equal(j.t.doors, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(j.client_of[i], i);
        assert_string_equal(j.t.door[i].id.text, j.d.t.door[i].id.text);
        assert_int_equal(j.t.door[i].members, 1);
        assert_ptr_equal(j.t.door[i].answers.answer, j.d.t.door[i].answers.answer);
    }
    assert_ptr_equal(j.t.rules, j.d.t.rules);
    doors_release(&j.d);
}

static struct yk_issued issued(const char *client, const struct yk_door *door)
{
    struct yk_issued out = {.submission = door->submission, .at = "2026-03-09T00:00:00Z"};
    snprintf(out.client.text, sizeof out.client.text, "%s", client);
    return out;
}

/* A client keeps the oldest number handed out to one of its members; of a client that was split,
 * the part with that member keeps it, the other part has its own. */
static void numbers_stay(void **state)
{
    (void)state;
    for (int split = 0; split < 2; split++) {
        struct joined j;
        doors_init(&j.d);
        add_door(&j.d, "client_name=翎石物流", 0, 0);
        add_door(&j.d, "client_name=翎石物流", 0, 10);
        j.d.t.issued[j.d.t.issues++] = issued("aaaa", &j.d.t.door[1]);
        j.d.t.issued[j.d.t.issues++] = issued("bbbb", &j.d.t.door[0]);
        if (split)
            decide(&j.d, 0, 1, YK_DECIDED_APART);
        join(&j);
        assert_int_equal(j.t.doors, 1 + split);
        assert_string_equal(j.t.door[j.client_of[1]].id.text, "aaaa");
        if (split)
            assert_string_equal(j.t.door[j.client_of[0]].id.text, "bbbb");
        doors_release(&j.d);
    }
    struct joined j;
    doors_init(&j.d);
    add_door(&j.d, "client_name=翎石物流", 0, 0);
    add_door(&j.d, "client_name=翎石物流", 0, 10);
    j.d.t.issued[j.d.t.issues++] = issued("aaaa", &j.d.t.door[1]);
    decide(&j.d, 0, 1, YK_DECIDED_APART);
    join(&j);
    assert_string_equal(j.t.door[j.client_of[0]].id.text, j.d.t.door[0].id.text);
    doors_release(&j.d);
}

static void nobody(void **state)
{
    (void)state;
    struct joined j;
    doors_init(&j.d);
    join(&j);
    assert_int_equal(j.t.doors, 0);
    doors_release(&j.d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields),
        cmocka_unit_test(the_newest_that_leads),
        cmocka_unit_test(repeats_flags_origins_members),
        cmocka_unit_test(lone_doors_stay_as_they_are),
        cmocka_unit_test(numbers_stay),
        cmocka_unit_test(nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
