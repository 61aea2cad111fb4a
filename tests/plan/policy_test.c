/* policy_test.c - what a policy costs a client, and budgets that are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/policy.h"

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

/* 10,000 L a month to win, 2,000 bought today, .45 yuan margin, 7.2 yuan a litre, .74 kg a litre.
 */
static struct yk_policy_case usual(const char *tier)
{
    return (struct yk_policy_case){.tier = tier,
                                   .region = "R1",
                                   .litres_now = 2000,
                                   .litres_new = 10000,
                                   .margin_yuan_l = .45,
                                   .price_yuan_l = 7.2,
                                   .density_kg_l = .74,
                                   .today = yk_day_of(2026, 1, 1)};
}

static void costs(void **state)
{
    static const struct {
        const char *policy, *tier;
        double amount, cost, margin_left, break_even;
    } row[] = {
        /* 200 yuan/t * .74/1000 = .148 yuan/L on 144,000 L = 21,312; 54,000 less it;
         * .148 * 24,000 / (12 * (.45 - .148)) */
        {"unit_discount", "gold", 200, 21312, 32688, 980.1324503311258},
        /* .08 on 144,000; .08 * 24,000 / (12 * .37) */
        {"volume_rebate", "gold", .08, 11520, 42480, 432.4324324324325},
        /* .02 * 7.2 = .144: 20,736, capped at 20,000; share 20000/20736 */
        {"recharge_bonus", "platinum", .019290123456790122, 20000, 34000, 892.8571428571428},
        /* 30/365 * 7.2 * .045 = .0266301 on 120,000 L won */
        {"credit_term", "gold", 30, 3195.6164383561645, 50804.38356164384, 0},
        /* 1200 a year; 1200 / (12 * .45) */
        {"service_pack", "gold", 1200, 1200, 52800, 222.2222222222222},
        /* any tier: 20,000 */
        {"site_need", "iron", 20000, 20000, 34000, 3703.703703703704},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_policy_case c = usual(row[i].tier);
        struct yk_request r;
        yk_policy_request(&r, &rules, row[i].policy, &c);
        assert_non_null(r.terms);
        assert_string_equal(r.refused, "");
        near_to(r.amount, row[i].amount, row[i].policy);
        near_to(r.cost, row[i].cost, row[i].policy);
        near_to(r.margin_left, row[i].margin_left, row[i].policy);
        near_to(r.break_even_litres, row[i].break_even, row[i].policy);
        near_to(r.litres_year, 120000, row[i].policy);
        assert_int_equal(r.valid_until, yk_day_of(2027, 1, 1));
    }
}

static void refusals(void **state)
{
    struct yk_policy_case c = usual("gold");
    struct yk_request r;
    (void)state;
    yk_policy_request(&r, &rules, "", &c);
    assert_null(r.terms);
    c.credit_risk = true;
    yk_policy_request(&r, &rules, "credit_term", &c);
    assert_string_equal(r.refused, "credit_risk");
    yk_policy_request(&r, &rules, "unit_discount", &c);
    assert_string_equal(r.refused, "");
    c.litres_new = 100; /* .45 * 1200 - .148 * 25,200 < 0 */
    yk_policy_request(&r, &rules, "unit_discount", &c);
    assert_string_equal(r.refused, "no_margin");
    c.margin_yuan_l = .1; /* less than the discount itself */
    yk_policy_request(&r, &rules, "unit_discount", &c);
    assert_true(isnan(r.break_even_litres));
}

static uint64_t seed = 7;

static uint64_t draw(uint64_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
    return (seed >> 33) % below;
}

enum { CLAIMS = 200 };

struct town {
    struct yk_policy_rule rule[6];
    struct yk_request request[CLAIMS];
    struct yk_claim claim[CLAIMS];
    char id[CLAIMS][8];
};

static struct yk_rules town_of(struct town *t, double money)
{
    static const char *const policies[] = {"unit_discount", "volume_rebate", "service_pack"};
    static const char *const regions[] = {"R1", "R2"};
    struct yk_rules r = {.policy = t->rule, .policies = 6};

    for (int i = 0; i < 3; i++)
        t->rule[i] = (struct yk_policy_rule){policies[i], "", "", "", "", 1, NAN, NAN};
    t->rule[3] = (struct yk_policy_rule){"", "", "", "", "", NAN, NAN, money};
    t->rule[4] = (struct yk_policy_rule){"", "", "R2", "", "", NAN, NAN, money / 3};
    t->rule[5] = (struct yk_policy_rule){"service_pack", "", "R1", "", "", NAN, NAN, money / 9};
    for (int i = 0; i < CLAIMS; i++) {
        snprintf(t->id[i], sizeof t->id[i], "c%03d", i);
        t->request[i] = (struct yk_request){.terms = &t->rule[draw(3)],
                                            .cost = (double)draw(2000),
                                            .margin_left = 1 + (double)draw(5000),
                                            .refused = ""};
        t->claim[i] = (struct yk_claim){&t->request[i], regions[draw(2)], t->id[i]};
    }
    return r;
}

static double granted_margin(const struct town *t)
{
    double sum = 0;

    for (int i = 0; i < CLAIMS; i++)
        sum += t->request[i].granted ? t->request[i].margin_left : 0;
    return sum;
}

/* No pot is overdrawn, and more money never lowers the margin. */
static void budgets_are_kept(void **state)
{
    static struct town t;
    (void)state;
    for (int town = 0; town < 200; town++) {
        struct yk_rules r = town_of(&t, 0);
        double before = -1;
        for (double money = 0; money < 300000; money += 7001) {
            struct yk_pot *pot;
            t.rule[3].budget_yuan_year = money;
            t.rule[4].budget_yuan_year = money / 3;
            t.rule[5].budget_yuan_year = money / 9;
            size_t pots = yk_policy_grant(&pot, t.claim, CLAIMS, &r, &arena), claims = 0;
            for (size_t i = 0; i < pots; i++) {
                claims += pot[i].claims;
                if (pot[i].granted_yuan > pot[i].budget->budget_yuan_year)
                    fail_msg("town %d: %g of %g", town, pot[i].granted_yuan,
                             pot[i].budget->budget_yuan_year);
            }
            assert_int_equal(claims, CLAIMS);
            double now = granted_margin(&t);
            if (now < before)
                fail_msg("town %d, money %g: margin %g, was %g", town, money, now, before);
            before = now;
        }
    }
}

/* R1's pot for the service pack, R2's own pot, and one for each region else. */
static void the_most_specific_pot(void **state)
{
    static struct town t;
    struct yk_rules r = town_of(&t, 1e9);
    struct yk_pot *pot;
    (void)state;
    size_t pots = yk_policy_grant(&pot, t.claim, CLAIMS, &r, &arena);
    assert_int_equal(pots, 3);
    for (int i = 0; i < CLAIMS; i++)
        assert_true(t.request[i].granted);
    double asked = 0;
    for (int i = 0; i < CLAIMS; i++)
        if (t.request[i].terms == &t.rule[2] && strcmp(t.claim[i].region, "R1") == 0)
            asked += t.request[i].cost;
    for (size_t i = 0; i < pots; i++)
        if (pot[i].budget == &t.rule[5])
            near_to(pot[i].asked_yuan, asked, "service packs of R1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(costs),
        cmocka_unit_test(refusals),
        cmocka_unit_test(budgets_are_kept),
        cmocka_unit_test(the_most_specific_pot),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
