/* competition_test.c - who holds the circle: sums reckoned by hand, nothing lost, whose contracts
 * stand in the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/dice.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/competition.h"

enum { MOST = 40, RIVALS = 3 };

static struct yk_arena arena;
static struct yk_rules rules;

static int set_up(void **state)
{
    (void)state;
    rules = rules_of(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

struct circle {
    struct yk_station station;
    struct yk_competitor rival[RIVALS];
    struct yk_door door[MOST];
    struct yk_place place[MOST];
    struct yk_estimate estimate[MOST];
    struct yk_prospect prospect[MOST];
    struct yk_plan_line line[MOST];
    struct yk_supplied supplied[MOST];
    double strength[RIVALS];
    struct yk_territory t;
    struct yk_derived d;
    struct yk_plan plan;
    struct yk_supply supply;
    struct yk_competition out;
};

/* 甲 1 km away and 乙 2 km; 丙 lies outside the circle of 5 km. */
static struct circle *new_circle(void)
{
    static const char *const brand[RIVALS] = {"sinopec", "private", "bp"};
    static const double metres[RIVALS] = {1000, 2000, 9000};
    struct circle *w = YK_ARENA_ARRAY(&arena, struct circle, 1);

    w->station = (struct yk_station){.code = "S1", .point = {24.5, 118.1}, .radius_m = 5000};
    for (size_t i = 0; i < RIVALS; i++) {
        w->rival[i] = (struct yk_competitor){
            .brand = brand[i], .point = yk_point_towards(w->station.point, 90, metres[i])};
        w->strength[i] = 1.5;
    }
    w->t = (struct yk_territory){.today = yk_day_of(2026, 3, 5),
                                 .station = &w->station,
                                 .stations = 1,
                                 .competitor = w->rival,
                                 .competitors = RIVALS,
                                 .door = w->door,
                                 .rules = &rules};
    w->d = (struct yk_derived){.place = w->place, .estimate = w->estimate, .prospect = w->prospect};
    w->plan.line = w->line;
    w->supply.client = w->supplied;
    w->supply.strength = w->strength;
    return w;
}

/* litres mean and P50, of gasoline 92 or diesel 0; own: our share, as told and as sold. */
static struct yk_supplied *add(struct circle *w, const char *answers, double mean, double p50,
                               size_t grade, double own)
{
    size_t i = w->t.doors++;

    w->d.count = w->plan.lines = w->supply.clients = w->t.doors;
    w->door[i].answers = answers_of(&arena, answers);
    w->place[i].located = true;
    w->estimate[i].litres = (struct yk_range){.p50 = p50, .mean = mean};
    w->estimate[i].grade[grade].mean = mean;
    w->prospect[i] = (struct yk_prospect){.own_share = own, .told_share = own};
    w->line[i] = (struct yk_plan_line){.door = i, .last_seen = YK_DAY_NONE};
    return &w->supplied[i];
}

static void supplier(struct yk_supplied *c, size_t rival, const char *brand)
{
    if (!c->supplier)
        c->supplier = YK_ARENA_ARRAY(&arena, struct yk_supplier, RIVALS + 2);
    c->supplier[c->suppliers++] = (struct yk_supplier){rival, brand, 0};
    for (size_t i = 0; i < c->suppliers; i++)
        c->supplier[i].share = 1 / (double)c->suppliers;
}

/* Shares of 甲, 乙 and 丙, and of ours; the rest goes outside. */
static void drawn(struct circle *w, double a, double b, double c, double own)
{
    size_t i = w->t.doors - 1;
    const double share[RIVALS] = {a, b, c};

    w->supplied[i].drawn = YK_ARENA_ARRAY(&arena, struct yk_rival_share, RIVALS);
    for (size_t k = 0; k < RIVALS; k++)
        if (share[k] > 0)
            w->supplied[i].drawn[w->supplied[i].draws++] = (struct yk_rival_share){k, share[k]};
    w->prospect[i].drawn_own = own;
    w->prospect[i].drawn_outside = 1 - own - a - b - c;
}

static const struct yk_competition *made(struct circle *w)
{
    yk_competition_make(&w->out, &w->plan, &w->supply, &w->t, &w->d, &arena);
    return &w->out;
}

enum { G92 = 0, D0 = 3 }; /* rows of fuel_priors.csv */

static struct circle *seven_clients(void)
{
    struct circle *w = new_circle();

    w->rival[1].answers = answers_of(
        &arena, "posted_g92=7.10;real_g92=6.95;posted_d0=6.70;real_d0=6.50;posted_g95=7.6");
    supplier(add(w,
                 "competitor_discount=0.4;satisfaction_now=2;contract_until=2026-04-20;"
                 "designated_until=2026-03-07",
                 1000, 800, G92, .25),
             0, "sinopec");
    drawn(w, .3, .1, 0, .5);
    struct yk_supplied *both =
        add(w, "competitor_discount=0.2;contract_until=2027-01-01", 2000, 1500, D0, 0);
    supplier(both, 0, "sinopec");
    supplier(both, 1, "private");
    drawn(w, .2, .4, 0, .2);
    add(w, "satisfaction_now=5", 400, 300, G92, .5);
    w->place[2].located = false;
    w->prospect[2].drawn_own = w->prospect[2].drawn_outside = NAN;
    supplier(add(w, "competitor_discount=0.1", 600, 500, D0, 0), SIZE_MAX, "shell");
    drawn(w, 0, 0, .1, .8);
    add(w, "contract_until=2026-04-01;satisfaction_now=1;competitor_discount=3", 100, 100, G92, 1);
    drawn(w, 0, 0, 0, 1);
    supplier(add(w, "designated_until=2026-03-10", 500, 400, D0, 0), SIZE_MAX, "own_tank");
    drawn(w, 0, 0, 0, .5);
    add(w, "visit_result=no_vehicles", 0, 0, G92, 0);
    return w;
}

/* All numbers by hand. */
static void sums_by_hand(void **state)
{
    static const struct {
        const char *what;
        enum yk_holder kind;
        size_t rival, clients;
        double litres, p50, gasoline, drawn, relative_pull, gap;
        size_t gap_told, contracts, ending;
        double ending_litres, bound_litres, satisfaction;
        const char *stance;
        unsigned why;
    } row[] = {
        {"ours", YK_HOLDER_OURS, SIZE_MAX, 3, 550, 450, 550, 1730, NAN, NAN, 0, 0, 0, 0, 0, NAN, "",
         0},
        {"甲", YK_HOLDER_STATION, 0, 2, 1750, 1350, 750, 700, 425. / 575, .3, 2, 2, 1, 750, 1000, 2,
         "push",
         1 << YK_RIVAL_PULL_WEAK | 1 << YK_RIVAL_GAP_LARGE | 1 << YK_RIVAL_DISCONTENT |
             1 << YK_RIVAL_ENDING | 1 << YK_RIVAL_BOUND},
        {"乙", YK_HOLDER_STATION, 1, 1, 1000, 750, 0, 900, 2, .175, 0, 0, 0, 0, 0, NAN, "nibble",
         1 << YK_RIVAL_PULL_STRONG},
        {"shell", YK_HOLDER_BRAND, SIZE_MAX, 1, 600, 500, 0, NAN, NAN, .1, 1, 0, 0, 0, 0, NAN,
         "push", 1 << YK_RIVAL_GAP_SMALL},
        {"own tank", YK_HOLDER_OUTSIDE, SIZE_MAX, 1, 500, 400, 0, 810, 1, NAN, 0, 1, 1, 500, 0, NAN,
         "", 0},
        {"not told", YK_HOLDER_NOT_TOLD, SIZE_MAX, 1, 200, 150, 200, NAN, NAN, NAN, 0, 0, 0, 0, 0,
         NAN, "", 0},
    };
    const struct yk_competition *x = made(seven_clients());
    (void)state;
    assert_int_equal(x->rivals, sizeof row / sizeof *row);
    near_to(x->litres, 4600, "litres");
    near_to(x->p50, 3600, "P50");
    near_to(x->drawn_beyond, 60, "beyond");
    near_to(x->unplaced, 400, "unplaced");
    for (size_t i = 0; i < x->rivals; i++) {
        const struct yk_rival *r = &x->rival[i];
        const double got[] = {r->litres,        r->p50,           r->gasoline,
                              r->drawn,         r->relative_pull, r->gap_yuan_l,
                              r->ending_litres, r->bound_litres,  r->satisfaction};
        const double want[] = {row[i].litres,        row[i].p50,           row[i].gasoline,
                               row[i].drawn,         row[i].relative_pull, row[i].gap,
                               row[i].ending_litres, row[i].bound_litres,  row[i].satisfaction};
        for (size_t k = 0; k < sizeof got / sizeof *got; k++)
            if (!isnan(want[k]) || !isnan(got[k]))
                near_to(got[k], want[k], row[i].what);
        near_to(r->share, row[i].litres / 4600, row[i].what);
        if (r->kind != row[i].kind || r->rival != row[i].rival || r->clients != row[i].clients ||
            r->gap_told != row[i].gap_told || r->contracts != row[i].contracts ||
            r->ending != row[i].ending || strcmp(r->stance, row[i].stance) != 0 ||
            r->why != row[i].why)
            fail_msg("%s: kind %d, %zu clients, %zu gaps, %zu contracts, %zu end, %s, %x",
                     row[i].what, r->kind, r->clients, r->gap_told, r->contracts, r->ending,
                     r->stance, r->why);
    }
    near_to(x->rival[1].strength, 1.5, "strength");
    within(x->rival[1].distance_m, 999, 1001, "distance");
}

static void calendar_by_hand(void **state)
{
    const struct yk_competition *x = made(seven_clients());
    (void)state;
    assert_int_equal(x->ends, 2);
    assert_int_equal(x->end[0].line, 5);
    assert_true(x->end[0].designated);
    assert_int_equal(x->end[0].until, yk_day_of(2026, 3, 10));
    assert_int_equal(x->rival[x->end[0].rival].kind, YK_HOLDER_OUTSIDE);
    near_to(x->end[0].litres, 500, "all of it");
    assert_int_equal(x->end[1].line, 0);
    assert_false(x->end[1].designated);
    assert_int_equal(x->rival[x->end[1].rival].rival, 0);
    near_to(x->end[1].litres, 750, "what is not ours");
}

/* A rival that nobody named stands in the list where it lies inside the circle and draws. */
static void nobody_named_it(void **state)
{
    struct circle *w = new_circle();
    (void)state;
    add(w, "category=hotel", 1000, 900, G92, 0);
    drawn(w, .6, 0, .1, .2);
    const struct yk_competition *x = made(w);
    assert_int_equal(x->rivals, 4);
    assert_int_equal(x->rival[1].rival, 0);
    assert_int_equal(x->rival[1].clients, 0);
    near_to(x->rival[1].drawn, 600, "drawn");
    near_to(x->rival[1].relative_pull, 3, "beside us, over the circle");
    assert_string_equal(x->rival[1].stance, "nibble");
    assert_int_equal(x->rival[3].kind, YK_HOLDER_NOT_TOLD);
    near_to(x->drawn_beyond, 100, "丙");
    w->station.radius_m = NAN; /* no border, nobody beyond it */
    assert_int_equal(made(w)->rivals, 5);
}

/* Own tank and delivery are one holder: the client counts once. */
static void outside_once(void **state)
{
    struct circle *w = new_circle();
    (void)state;
    struct yk_supplied *c = add(w, "category=hotel", 1000, 900, G92, 0);
    supplier(c, SIZE_MAX, "own_tank");
    supplier(c, SIZE_MAX, "delivery");
    drawn(w, 0, 0, 0, 1);
    const struct yk_competition *x = made(w);
    assert_int_equal(x->rivals, 2);
    assert_int_equal(x->rival[1].clients, 1);
    near_to(x->rival[1].litres, 1000, "outside");
}

static void nobody_at_all(void **state)
{
    const struct yk_competition *x = made(new_circle());
    (void)state;
    assert_int_equal(x->rivals, 2); /* ours and outside, with nothing */
    assert_int_equal(x->ends, 0);
    near_to(x->rival[0].share, 0, "share of nothing");
}

/* Litres of ours, of all rivals and of those not told are the circle's; so are those that place
 * gives away. */
static void nothing_gets_lost(void **state)
{
    static const char *const brand[] = {"sinopec", "private", "bp", "shell", "own_tank"};
    struct dice dice = {20261123};
    (void)state;
    for (int world = 0; world < 200; world++) {
        struct circle *w = new_circle();
        size_t clients = (size_t)(dice_unit(&dice) * MOST);
        for (size_t i = 0; i < clients; i++) {
            double own = dice_unit(&dice) < .5 ? 0 : dice_unit(&dice);
            struct yk_supplied *c = add(w, dice_unit(&dice) < .3 ? "contract_until=2026-05-01" : "",
                                        1e4 * dice_unit(&dice), 1e4 * dice_unit(&dice), D0, own);
            for (int k = (int)(3 * dice_unit(&dice)); k-- > 0;) {
                size_t b = (size_t)(5 * dice_unit(&dice));
                supplier(c, b < RIVALS && dice_unit(&dice) < .6 ? b : SIZE_MAX, brand[b]);
            }
            double a = dice_unit(&dice) / 4;
            drawn(w, a, a / 2, a / 3, dice_unit(&dice) / 2);
            w->place[i].located = dice_unit(&dice) < .9;
            if (!w->place[i].located)
                w->supplied[i].draws = 0;
        }
        const struct yk_competition *x = made(w);
        double litres = 0, p50 = 0, given = x->drawn_beyond + x->unplaced, share = 0;
        for (size_t i = 0; i < x->rivals; i++) {
            litres += x->rival[i].litres;
            p50 += x->rival[i].p50;
            share += x->rival[i].share;
            given += isnan(x->rival[i].drawn) ? 0 : x->rival[i].drawn;
            within(x->rival[i].ending_litres + x->rival[i].bound_litres, 0,
                   x->rival[i].litres + 1e-6, "under contract");
        }
        near_to(litres, x->litres, "litres");
        near_to(p50, x->p50, "P50");
        near_to(given, x->litres, "given by place");
        near_to(share, clients ? 1 : 0, "shares");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_by_hand),    cmocka_unit_test(calendar_by_hand),
        cmocka_unit_test(nobody_named_it), cmocka_unit_test(outside_once),
        cmocka_unit_test(nobody_at_all),   cmocka_unit_test(nothing_gets_lost),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
