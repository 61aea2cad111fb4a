/* duplicates_test.c - pairs and decisions in words, members and sites of a client. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/duplicates.h"
#include "youka/report/tables.h"

/* Doors 0 and 1 are client 0, door 2 is client 1, another site of it; both stand in the plan. */
struct pair_world {
    struct small_world w;
    struct yk_territory clients;
    struct yk_who who;
    struct yk_match match;
    struct yk_pair pair[3];
    size_t client[DOORS], sites[DOORS], client_of[DOORS];
    struct yk_member member[2];
};

static void pair_world_init(struct pair_world *p, enum yk_lang lang)
{
    *p = (struct pair_world){0};
    small_world_init(&p->w, lang, DOORS);
    struct yk_door *door = p->w.territory.door;
    p->clients = p->w.territory;
    p->clients.door = YK_ARENA_ARRAY(&p->w.arena, struct yk_door, DOORS);
    p->clients.doors = 2;
    p->clients.door[0] = door[0];
    p->clients.door[1] = door[2];
    for (size_t i = 0; i < 2; i++)
        p->member[i] = (struct yk_member){door[i].id, door[i].submission, "S1", "k", 20517};
    p->clients.door[0].member = p->member;
    p->clients.door[0].members = 2;
    p->client_of[2] = p->client[2] = 1;
    p->pair[0] = (struct yk_pair){0, 1, .95, .97, 15, YK_WHY_NAME | YK_WHY_NEAR, YK_PAIR_SAME};
    p->pair[1] = (struct yk_pair){0, 2, .8, .83, NAN, YK_WHY_NAME | YK_WHY_PHONE, YK_PAIR_REVIEW};
    p->match = (struct yk_match){p->client, p->sites, p->pair, 2};
    p->who = (struct yk_who){&p->w.territory, &p->clients, &p->match, p->client_of};
    p->w.view.territory = &p->clients;
    p->w.view.who = &p->who;
    p->w.plan.lines = 2;
}

static void pairs_in_words(void **state)
{
    (void)state;
    struct pair_world p;
    pair_world_init(&p, YK_EN);
    yk_report_duplicates(&p.w.view, NULL);
    const struct yk_table *t = table_named(&p.w.sheets, "duplicates");
    assert_int_equal(t->rows, 1);
    assert_string_equal(cell_under(t, 0, "a.name")->text, "顺达物流");
    assert_string_equal(cell_under(t, 0, "a.id")->text, "c0"); /* of the client */
    assert_string_equal(cell_under(t, 0, "b.id")->text, "c2");
    assert_int_equal(cell_under(t, 0, "metres")->kind, YK_CELL_BLANK);
    assert_string_equal(cell_under(t, 0, "reasons")->text, "names 80% alike; a phone in common");
    t = table_named(&p.w.sheets, "joined");
    assert_int_equal(t->rows, 1);
    assert_string_equal(cell_under(t, 0, "b.id")->text, "c1"); /* of the door */
    assert_string_equal(cell_under(t, 0, "reasons")->text, "names 95% alike; 15 m apart");
    small_world_release(&p.w);
}

static void only_chosen_stations(void **state)
{
    (void)state;
    const bool none[] = {false};
    struct pair_world p;
    pair_world_init(&p, YK_EN);
    yk_report_duplicates(&p.w.view, none);
    assert_int_equal(table_named(&p.w.sheets, "duplicates")->rows, 0);
    small_world_release(&p.w);
}

static void decisions_say_what_follows(void **state)
{
    (void)state;
    static const struct {
        struct yk_decided_on what;
        const char *done;
    } cases[] = {
        {{0, 2, YK_DECIDED_SAME, false, 0}, "«顺达物流» and «海景宾馆» are one client from now on"},
        {{0, 2, YK_DECIDED_APART, false, 1},
         "«顺达物流» and «海景宾馆» are two clients from now on"},
        {{0, 2, YK_DECIDED_SAME, true, 1},
         "taken back that «顺达物流» and «海景宾馆» are one client"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pair_world p;
        pair_world_init(&p, YK_EN);
        yk_report_decided(&p.w.view, &cases[i].what);
        const struct yk_sheet *s = yk_sheets_find(&p.w.sheets, "decision");
        assert_string_equal(cell_under(s->table[0], 0, "done")->text, cases[i].done);
        assert_true(*cell_under(s->table[1], 0, "follows")->text);
        small_world_release(&p.w);
    }
}

static void clients_show_members_and_sites(void **state)
{
    (void)state;
    struct pair_world p;
    pair_world_init(&p, YK_EN);
    yk_report_clients(&p.w.view, NULL);
    const struct yk_table *t = table_named(&p.w.sheets, "clients");
    assert_int_equal(cell_under(t, 0, "members")->table->rows, 2);
    assert_string_equal(cell_under(cell_under(t, 0, "sites")->table, 0, "id")->text, "c2");
    assert_string_equal(cell_under(cell_under(t, 1, "sites")->table, 0, "id")->text, "c0");
    yk_report_client(&p.w.view, 0);
    t = table_named(&p.w.sheets, "members");
    assert_string_equal(cell_under(t, 1, "id")->text, "c1");
    assert_int_equal(table_named(&p.w.sheets, "sites")->rows, 1);
    small_world_release(&p.w);
}

static void the_plan_asks(void **state)
{
    (void)state;
    struct pair_world p;
    struct yk_err err;
    pair_world_init(&p, YK_EN);
    assert_int_equal(yk_report_plan(&p.w.view, &p.w.plan, NULL, 0, &err), YK_OK);
    const struct yk_table *t = table_named(&p.w.sheets, "doubts");
    const size_t last = t->rows - 1;
    assert_string_equal(cell_under(t, last, "Doubt")->text, "possible duplicate");
    assert_string_equal(cell_under(t, last, "What is known")->text,
                        "海景宾馆; names 80% alike; a phone in common");
    assert_string_equal(cell_under(t, last, "What to do")->text,
                        "one client: youka client same c0 c2; two: youka client apart c0 c2");
    small_world_release(&p.w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_in_words),
        cmocka_unit_test(only_chosen_stations),
        cmocka_unit_test(decisions_say_what_follows),
        cmocka_unit_test(clients_show_members_and_sites),
        cmocka_unit_test(the_plan_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
