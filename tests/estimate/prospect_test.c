/* prospect_test.c - share, access, chance and place of every client together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "market_of.h"
#include "youka/estimate/prospect.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

/* S035 of strategy.csv gives an enterprise that looks at the price a rebate. Without rivals: ours 1
 * at 1.35 km by road, outside 1 at 5 km. */
static void every_client_is_filled(void **state)
{
    struct market *m = market_of(&arena);
    (void)state;
    market_client(m, &arena, "category=enterprise;sensitivity_top=price;own_share_pct=30", 1000);
    market_client(m, &arena, "category=hotel;contract_until=2026-04-01;satisfaction_now=1", 1000);
    market_client(m, &arena, "visit_result=closed_moved", 0);
    m->place[1].distance_m = 9000;
    m->place[2] = (struct yk_place){.distance_m = NAN};
    m->estimate[2].none = true;
    yk_prospect_all(m->prospect, &m->t, m->place, m->estimate, NULL, 1);

    near_to(m->prospect[0].own_share, .3, "own share");
    near_to(m->prospect[0].access, .8, "access");
    near_to(m->prospect[0].p_win, 1 / (1 + exp(1.6 - .5)), "a discount fits");
    near_to(m->prospect[0].drawn_own, 25 / (25 + 1.35 * 1.35), "drawn to us");
    near_to(m->prospect[0].drawn_outside, 1.35 * 1.35 / (25 + 1.35 * 1.35), "outside");
    near_to(m->prospect[1].access, .9, "contract about to end");
    near_to(m->prospect[1].p_win, 1 / (1 + exp(1.6 - .7 + .6)), "complaint, 4 km too far");
    assert_int_equal(m->prospect[1].win_terms, 1u << YK_WIN_COMPLAINT | 1u << YK_WIN_FAR);
    near_to(m->prospect[2].p_win, 1 / (1 + exp(1.6)), "of whom nothing is known");
    assert_true(isnan(m->prospect[2].drawn_own));
    for (size_t i = 0; i < 3; i++)
        near_to(m->prospect[i].win_segment, 0, "nobody was won or lost yet");
}

enum { MANY = 1500 };

/* Clients in rings about the station, five rivals among them. */
static void threads_change_nothing(void **state)
{
    struct market *m = market_of(&arena);
    struct yk_door *door = YK_ARENA_ARRAY(&arena, struct yk_door, MANY);
    struct yk_place *place = YK_ARENA_ARRAY(&arena, struct yk_place, MANY);
    struct yk_estimate *estimate = YK_ARENA_ARRAY(&arena, struct yk_estimate, MANY);
    struct yk_prospect *one = YK_ARENA_ARRAY(&arena, struct yk_prospect, MANY);
    struct yk_prospect *four = YK_ARENA_ARRAY(&arena, struct yk_prospect, MANY);
    (void)state;
    for (size_t i = 0; i < 5; i++)
        market_rival(m, "甲", "bp", 72 * (double)i, 1500);
    for (size_t i = 0; i < MANY; i++) {
        struct yk_point at =
            yk_point_towards(m->station[0].point, (double)(i % 360), 3 * (double)i);
        place[i] = (struct yk_place){
            .located = true, .point = at, .distance_m = yk_metres(m->station[0].point, at)};
    }
    m->t.door = door;
    m->t.doors = MANY;
    yk_prospect_all(one, &m->t, place, estimate, NULL, 1);
    yk_prospect_all(four, &m->t, place, estimate, NULL, 4);
    assert_memory_equal(one, four, MANY * sizeof *one);
    for (size_t i = 0; i < MANY; i++)
        near_to(one[i].drawn_own + one[i].drawn_rivals + one[i].drawn_outside, 1, "sum");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_client_is_filled),
                                       cmocka_unit_test(threads_change_nothing)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
