/* win_test.c - the chance to win a client, its reasons, and what outcomes teach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/estimate/win.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

#define BIT(term) (1u << YK_WIN_##term)

/* Terms of §7: b0 -1.6, decider .6, invoices .4, price .5, loyalty -.8, complaint .7, list -2.5,
 * -.15 a km over 5. */
static void chance_and_reasons(void **state)
{
    static const struct {
        const char *answers;
        double distance_m, sum;
        unsigned terms;
    } row[] = {
        {"category=hotel", NAN, -1.6, 0},
        {"category=hotel", 5000, -1.6, 0},
        {"category=hotel", 7000, -1.6 - .3, BIT(FAR)},
        {"sensitivity=invoice price;sensitivity_top=price", 100, -1.6 + .4 + .5,
         BIT(INVOICE) | BIT(PRICE)},
        {"sensitivity=price", 100, -1.6, 0},
        {"barrier=relation", 100, -1.6 - .8, BIT(LOYAL)},
        {"barrier=relation;satisfaction_now=5", 100, -1.6 - .8, BIT(LOYAL)},
        {"satisfaction_now=3", 100, -1.6, 0},
        {"satisfaction_now=2", 100, -1.6 + .7, BIT(COMPLAINT)},
        {"category=government;procurement=tender;current_brand=sinopec", 100, -1.6 - 2.5,
         BIT(NOT_ON_LIST)},
        {"category=institution;procurement=designated", 100, -1.6 - 2.5, BIT(NOT_ON_LIST)},
        {"category=government;procurement=tender;current_brand=own sinopec", 100, -1.6, 0},
        {"category=hotel;procurement=tender", 100, -1.6, 0},
        /* A decision maker on the list of contacts was named, not met. */
        {"contact:contact_role=decision_maker,contact_name=王", 100, -1.6, 0},
    };
    struct yk_rules rules = rules_of(&arena);
    struct yk_win_prior prior = yk_win_prior(&rules);
    struct yk_prospect p;
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        struct yk_win_facts facts = {.distance_m = row[i].distance_m, .discount_fits = true};
        yk_win_read(&p, &a, &facts, &prior);
        near_to(p.p_win, 1 / (1 + exp(-row[i].sum)), row[i].answers);
        assert_int_equal(p.win_terms, row[i].terms);
        near_to(p.win_far, row[i].terms & BIT(FAR) ? -.3 : 0, "what the distance takes");
    }
    struct yk_answers price = answers_of(&arena, "sensitivity_top=price");
    yk_win_read(&p, &price, &(struct yk_win_facts){0}, &prior);
    near_to(p.p_win, 1 / (1 + exp(1.6)), "no discount to offer");
    yk_win_read(&p, &price, &(struct yk_win_facts){.decider_met = true}, &prior);
    near_to(p.p_win, 1 / (1 + exp(1.6 - .6)), "decider met");
    assert_int_equal(p.win_terms, BIT(DECIDER_MET));
}

/* estimation_golden.json, beta_binomial. */
static void published_rate(void **state)
{
    struct yk_chance c = yk_win_rate(.15, 20, 7, 25);
    (void)state;
    near_to(c.mean / 0.2222222222222222, 1, "mean");
    near_to(c.sd / 0.061297476040818935, 1, "sd");
    near_to(yk_win_rate(.15, 20, 0, 0).mean, .15, "nobody tried");
}

enum { CLIENTS = 6 };
struct region {
    struct yk_rules rules;
    struct yk_station station[2];
    struct yk_door door[CLIENTS];
    struct yk_place place[CLIENTS];
    struct yk_estimate estimate[CLIENTS];
    struct yk_prospect prospect[CLIENTS];
    struct yk_territory t;
};

/* Hotels of region R with chances .1, .15 and .2; one without an estimate; a school of R; a hotel
 * of another region. */
static struct region *region(void)
{
    static const char *const answers[CLIENTS] = {"category=hotel",  "category=hotel",
                                                 "category=hotel",  "category=hotel",
                                                 "category=school", "category=hotel"};
    static const double p[CLIENTS] = {.1, .15, .2, .9, .15, .15};
    struct region *r = YK_ARENA_ARRAY(&arena, struct region, 1);
    r->rules = rules_of(&arena);
    r->station[0] = (struct yk_station){.code = "S1", .region = "R"};
    r->station[1] = (struct yk_station){.code = "S2", .region = "Q"};
    for (size_t i = 0; i < CLIENTS; i++) {
        r->door[i].answers = answers_of(&arena, answers[i]);
        r->place[i].owner = i == 5;
        r->estimate[i].none = i == 3;
        r->prospect[i].p_win = p[i];
    }
    r->t = (struct yk_territory){.station = r->station,
                                 .stations = 2,
                                 .door = r->door,
                                 .doors = CLIENTS,
                                 .rules = &r->rules};
    return r;
}

/* p_seg = (20 * .15 + 7) / 45; logits move by logit(p_seg) - logit(.15) = .4818380868927382 (Python
 * 3, math.log). */
static void outcomes_move_their_segment(void **state)
{
    static const struct yk_sales_outcome seen[] = {{"hotel", "R", 4, 15}, {"hotel", "R", 3, 10}};
    static const double want[CLIENTS] = {
        0.1524663677130045, 0.2222222222222222, 0.2881355932203390, 0, .15, .15};
    struct region *r = region();
    (void)state;
    yk_win_learn(r->prospect, &r->t, r->place, r->estimate, seen, 2);
    for (size_t i = 0; i < CLIENTS; i++)
        if (i != 3)
            near_to(r->prospect[i].p_win, want[i], "chance");
    near_to(r->prospect[0].win_segment, 0.4818380868927383, "shift");
    near_to(r->prospect[3].win_segment, 0.4818380868927383, "one that does not count");
    near_to(r->prospect[4].win_segment, 0, "another category");
    near_to(r->prospect[5].win_segment, 0, "another region");
}

static void nothing_seen_moves_nothing(void **state)
{
    static const struct yk_sales_outcome none[] = {{"hotel", "R", 0, 0}, {"castle", "R", 1, 2}};
    struct region *r = region();
    (void)state;
    yk_win_learn(r->prospect, &r->t, r->place, r->estimate, NULL, 0);
    yk_win_learn(r->prospect, &r->t, r->place, r->estimate, none, 2);
    assert_true(r->prospect[0].p_win == .1 && r->prospect[0].win_segment == 0);
    /* All lost, and a weight of 0: a number still. */
    for (size_t i = 0; i < r->rules.markets; i++)
        if (strcmp(r->rules.market[i].parameter, "segment_weight") == 0)
            r->rules.market[i].value = 0;
    yk_win_learn(r->prospect, &r->t, r->place, r->estimate,
                 &(struct yk_sales_outcome){"hotel", "R", 0, 30}, 1);
    assert_true(r->prospect[0].p_win > 0 && r->prospect[0].p_win < 1e-10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_and_reasons),
        cmocka_unit_test(published_rate),
        cmocka_unit_test(outcomes_move_their_segment),
        cmocka_unit_test(nothing_seen_moves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
