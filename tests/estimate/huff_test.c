/* huff_test.c - which filling station a client is drawn to by place alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "market_of.h"
#include "youka/estimate/huff.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static struct yk_huff_prior usual(void)
{
    struct yk_rules rules = rules_of(&arena);
    return yk_huff_prior(&rules);
}

/* estimation_golden.json, huff. */
static void worked_shares(void **state)
{
    static const double pull[] = {12, 8, 20}, km[] = {1.2, .8, 3.5};
    static const double want[] = {0.3709311127933384, 0.5563966691900075, 0.07267221801665405};
    struct yk_huff_prior p = usual();
    double share[3];
    (void)state;
    yk_huff_shares(share, pull, km, 3, &p);
    for (size_t i = 0; i < 3; i++)
        near_to(share[i] / want[i], 1, "share");
}

/* Levy & Weitz, «Retailing Management», the Huff example: a new store of 10,000 square feet beside
 * one of 5,000; Rock Creek lies 5 and 10 minutes away, Oak Hammock 15 and 5; lambda 2. Printed: the
 * new store draws .889 and .182. The inputs stand in the manual page «huff» of the R package REAT
 * too. */
static void published_example(void **state)
{
    static const double size[] = {5000, 10000};
    static const double minutes[2][2] = {{10, 5}, {5, 15}}, printed[] = {.889, .182};
    struct yk_huff_prior p = usual();
    double share[2];
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        yk_huff_shares(share, size, minutes[i], 2, &p);
        if (fabs(share[1] - printed[i]) > .0005)
            fail_msg("community %zu: %.6f, not %.3f", i, share[1], printed[i]);
    }
}

static void extremes_stay_shares(void **state)
{
    struct yk_huff_prior p = usual();
    double share[3];
    (void)state;
    /* Next door counts as 200 m, so the two are equal. */
    yk_huff_shares(share, (const double[]){1, 1}, (const double[]){0, .2}, 2, &p);
    near_to(share[0], .5, "next door");
    yk_huff_shares(share, (const double[]){1e300, 1e-300, 0}, (const double[]){1e6, 1, 1}, 3, &p);
    near_to(share[0], 1, "a giant");
    near_to(share[2], 0, "nothing to draw with");
    yk_huff_shares(share, (const double[]){0, -1}, (const double[]){1, 1}, 2, &p);
    assert_true(share[0] == 0 && share[1] == 0);
    yk_huff_shares(share, NULL, NULL, 0, &p);
}

/* .7 of a private brand * 12/8 nozzles * 1.1^2 * 1.1 all day * .85 for two grades. */
static void pull_by_what_is_known(void **state)
{
    struct yk_rules rules = rules_of(&arena);
    struct yk_station s = market_station("S", "expressway", 0, 0);
    struct yk_competitor rival = {.name = "", .brand = "private"};
    (void)state;
    near_to(yk_pull_rival(&rules, &rival), .7, "only the brand");
    rival.answers = answers_of(&arena, "nozzles=12;access=5;opens=00:00;closes=24:00;"
                                       "posted_g92=7.5;real_g92=7.3;real_d0=6.8");
    near_to(yk_pull_rival(&rules, &rival), 1.1879175, "all that the form asks");
    rival.answers = answers_of(&arena, "posted_g92=7.5;posted_g95=8;posted_d0=7;access=3");
    near_to(yk_pull_rival(&rules, &rival), .7, "three grades");
    rival.brand = "orient";
    near_to(yk_pull_rival(&rules, &rival), .8, "a brand without a row");
    near_to(yk_pull_station(&rules, &s), .6, "expressway");
    s.opens = "00:00", s.closes = "24:00", s.fuels = "g92 d0";
    near_to(yk_pull_station(&rules, &s), .6 * 1.1 * .85, "all day, two grades");
    s.station_class = "urban", s.fuels = "g92 g95  d0 ", s.closes = "23:00";
    near_to(yk_pull_station(&rules, &s), 1, "urban, three grades");
}

/* Pulls 1, .6 (expressway), 1 and .7 (private) at 1, 3, 2 and 4.9 km * 1.35 by road, outside 1 at 5
 * km; a rival at 5.1 km is beyond the owner's 5 km. Numbers by Python 3. */
static void own_rivals_and_outside(void **state)
{
    struct market *m = market_of(&arena);
    (void)state;
    m->station[1] = market_station("S2", "expressway", 90, 3000);
    m->t.stations = 2;
    market_rival(m, "东", "sinopec", 180, 2000);
    market_rival(m, "西", "private", 270, 4900);
    market_rival(m, "远", "sinopec", 200, 5100);
    market_rival(m, "无", "sinopec", 0, NAN);
    for (size_t i = 0; i < 3; i++)
        market_client(m, &arena, "category=hotel", 1000);
    m->other[0] = 1;
    m->place[0].other = m->other;
    m->place[0].others = 1;
    m->place[1].located = false;
    m->place[2].distance_m = 5200; /* beyond its owner's circle: rivals as near as that count */
    struct yk_huff *h = yk_huff_new(&m->t);
    yk_huff_draw(m->prospect, m->place, 3, h);
    yk_huff_free(h);
    near_to(m->prospect[0].drawn_own, 0.7518508058387079, "ours");
    near_to(m->prospect[0].drawn_rivals, 0.19676489064975294, "rivals");
    near_to(m->prospect[0].drawn_outside, 0.0513843035115392, "outside");
    assert_true(isnan(m->prospect[1].drawn_own) && isnan(m->prospect[1].drawn_rivals) &&
                isnan(m->prospect[1].drawn_outside));
    const struct yk_prospect *out = &m->prospect[2];
    near_to(out->drawn_own, 0.08651151892682814, "ours, far away");
    near_to(out->drawn_own + out->drawn_rivals + out->drawn_outside, 1, "all");
}

static void nobody_around(void **state)
{
    struct market *m = market_of(&arena);
    (void)state;
    market_client(m, &arena, "category=hotel", 1000);
    market_set(m, "huff_outside_pull", 0);
    m->station[0].point.lat = NAN; /* its own place is not known */
    m->place[0].distance_m = NAN;
    struct yk_huff *h = yk_huff_new(&m->t);
    yk_huff_draw(m->prospect, m->place, 1, h);
    yk_huff_free(h);
    near_to(m->prospect[0].drawn_own + m->prospect[0].drawn_rivals, 0, "nothing draws");
    near_to(m->prospect[0].drawn_outside, 1, "so it is somewhere else");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_shares),          cmocka_unit_test(published_example),
        cmocka_unit_test(extremes_stay_shares),   cmocka_unit_test(pull_by_what_is_known),
        cmocka_unit_test(own_rivals_and_outside), cmocka_unit_test(nobody_around),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
