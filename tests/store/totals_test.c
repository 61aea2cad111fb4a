/* totals_test.c - what every storage engine must do: issued plans added up. Random plans are issued
 * and added up here once more, line by line; then what counts, what changed, merging. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "kit.h"

#define TODAY yk_day_of(2026, 11, 23)
enum { MOST = 40 };

static const char *base;
static uint64_t state_of_chance = 7;
static double chance(void)
{
    state_of_chance = state_of_chance * 6364136223846793005u + 1442695040888963407u;
    return (double)(state_of_chance >> 11) / 9007199254740992.0;
}

/* A station's plan under construction. */
struct desk {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_station station;
    struct yk_door door[MOST];
    struct yk_estimate estimate[MOST];
    struct yk_buyer buyer[MOST];
    struct yk_plan_line line[MOST];
    struct yk_policy_rule terms;
    size_t lines;
};

static void open_desk(struct desk *d)
{
    memset(d, 0, sizeof *d);
    d->rules = rules_of(&d->a);
    d->terms = (struct yk_policy_rule){
        .policy = "unit_discount", .unit = "yuan_t", .approver = "price_group"};
}

/* A line like most; the rest is up to the test. */
static struct yk_plan_line *add_line(struct desk *d, const char *client, const char *answers,
                                     double litres)
{
    size_t i = d->lines++;
    assert_true(i < MOST);
    d->door[i] = (struct yk_door){.id = kit_id(client), .answers = answers_of(&d->a, answers)};
    d->estimate[i] = (struct yk_estimate){.litres = {litres / 2, litres, litres * 2, litres * 1.25},
                                          .confidence = 'B'};
    d->estimate[i].grade[0].mean = litres;       /* 92 */
    d->estimate[i].grade[3].mean = litres * .25; /* diesel 0 */
    d->buyer[i] = (struct yk_buyer){0};
    d->line[i] = (struct yk_plan_line){.door = i,
                                       .rank = i + 1,
                                       .tier_now = "",
                                       .tier_potential = "gold",
                                       .stage = "target",
                                       .owner = "area_manager",
                                       .left_out = "",
                                       .access = .8,
                                       .p_win = .5,
                                       .winnable_litres = litres,
                                       .due_week = 1};
    return &d->line[i];
}

static struct yk_id issue(struct desk *d, struct yk_store *s, const char *station, yk_day day)
{
    struct yk_err err = {0};
    d->station = (struct yk_station){.code = station, .name = "站", .region = "R1"};
    struct yk_territory t = {.today = day,
                             .station = &d->station,
                             .stations = 1,
                             .door = d->door,
                             .doors = d->lines,
                             .rules = &d->rules};
    struct yk_derived derived = {.estimate = d->estimate, .buyer = d->buyer, .count = d->lines};
    struct yk_plan plan = {.line = d->line, .lines = d->lines};
    struct yk_id run = kit_id("run"), id;
    struct yk_issue what = {.t = &t,
                            .d = &derived,
                            .plan = &plan,
                            .run = &run,
                            .at = "2026-11-23T00:00:00Z",
                            .who = "王",
                            .rules_version = "abc"};
    bool added;
    if (yk_issue_plan(&id, &added, s, &what, &err))
        fail_msg("%s", err.text);
    assert_true(added);
    d->lines = 0;
    return id;
}

static struct yk_totals totals(struct yk_store *s, struct yk_arena *a, yk_day today, size_t most)
{
    struct yk_err err = {0};
    struct yk_totals t;
    struct yk_totals_wish wish = {.today = today, .big_t = 10, .great_t = 30, .most = most};
    if (yk_issued_totals(&t, s, &wish, NULL, a, &err))
        fail_msg("%s", err.text);
    return t;
}

static void near(const char *what, double got, double want)
{
    if (!(fabs(got - want) <= 1e-9 * fmax(1, fabs(want))))
        fail_msg("%s: %.12g instead of %.12g", what, got, want);
}

/* --- random plans, added up a second time ------------------------------------------------------
 */

static void add_random(struct desk *d, double sum[YK_FIGURES])
{
    static const char *const category[] = {"hotel", "logistics", "government"};
    static const char *const procure[] = {"self", "tender", "designated"};
    static const char *const risk[] = {"green", "amber", "red"};
    static int nth;
    char client[32], answers[200];
    int which = (int)(chance() * 3), bound = (int)(chance() * 3), level = (int)(chance() * 2.4);
    double litres = 200 + 60000 * chance() * chance(), mean = litres * 1.25;
    double tonnes = (litres * .74 + litres * .25 * .84) / 1000;
    snprintf(client, sizeof client, "c%d", nth++);
    snprintf(answers, sizeof answers,
             "client_name=客户%d;category=%s;procurement=%s;card_now=%s;agreement_until=%s", nth,
             category[which], procure[bound], nth % 3 ? "none" : "fleet",
             nth % 2 ? "2026-11-23" : "2026-11-22");
    struct yk_plan_line *l = add_line(d, client, answers, litres);
    l->own_share = nth % 4 ? 0 : .5;
    l->tier_now = nth % 4 ? "" : "iron";
    l->due_week = nth % 5;
    l->score_yuan_year = litres * 2;
    l->risk[YK_RISK_SAFETY] = (enum yk_risk_level)level;
    if (nth % 2) {
        l->request = (struct yk_request){.terms = &d->terms,
                                         .amount = 200,
                                         .cost = litres / 7,
                                         .granted = nth % 4 == 1,
                                         .refused = nth % 4 == 1 ? "" : "over_budget"};
        sum[YK_FIG_ASKED]++;
        sum[YK_FIG_ASKED_YUAN] += litres / 7;
        sum[YK_FIG_GRANTED] += nth % 4 == 1;
        sum[YK_FIG_GRANTED_YUAN] += nth % 4 == 1 ? litres / 7 : 0;
    }
    sum[YK_FIG_CLIENTS]++;
    sum[YK_FIG_SCHEDULED] += nth % 5 > 0;
    sum[YK_FIG_BUYING] += nth % 4 == 0;
    sum[YK_FIG_P50] += litres;
    sum[YK_FIG_MEAN] += mean;
    sum[YK_FIG_OURS] += nth % 4 ? 0 : mean / 2;
    sum[YK_FIG_OURS_TONNES] += nth % 4 ? 0 : tonnes / 2;
    sum[YK_FIG_WINNABLE] += litres;
    sum[YK_FIG_WINNABLE_TONNES] += tonnes / 1.25;
    sum[YK_FIG_EXPECTED] += litres / 2;
    sum[YK_FIG_TONNES] += tonnes;
    sum[YK_FIG_SCORE] += litres * 2;
    sum[YK_FIG_BIG] += tonnes >= 10;
    sum[YK_FIG_BIG_TONNES] += tonnes >= 10 ? tonnes : 0;
    sum[YK_FIG_GREAT] += tonnes >= 30;
    sum[YK_FIG_GREAT_TONNES] += tonnes >= 30 ? tonnes : 0;
    sum[YK_FIG_DESIGNATED] += bound > 0;
    sum[YK_FIG_DESIGNATED_LITRES] += bound ? mean : 0;
    sum[YK_FIG_DESIGNATED_OURS] += bound && nth % 4 == 0 ? mean / 2 : 0;
    sum[YK_FIG_DESIGNATED_BUYING] += bound && nth % 4 == 0;
    sum[YK_FIG_AGREED] += nth % 2;
    sum[YK_FIG_CARDS] += nth % 3 == 0;
    sum[YK_FIG_RED] += !strcmp(risk[level], "red");
    sum[YK_FIG_AMBER] += !strcmp(risk[level], "amber");
    /* Not among card data: yk_sales_of gives what stands there. */
}

static void sums_agree(void **state)
{
    double sum[YK_FIGURES] = {0}, stations[YK_FIGURES] = {0}, categories[YK_FIGURES] = {0};
    struct desk d;
    (void)state;
    open_desk(&d);
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    for (int i = 0; i < 7; i++) {
        char code[8];
        snprintf(code, sizeof code, "S%d", i);
        for (int k = 0; k < 5 + 5 * i; k++)
            add_random(&d, sum);
        issue(&d, s, code, TODAY);
    }
    struct yk_totals t = totals(s, &d.a, TODAY, 3);
    assert_int_equal(t.stations, 7);
    for (int k = 0; k < YK_FIGURES; k++) {
        for (size_t i = 0; i < t.stations; i++)
            stations[k] += t.station[i].figure[k];
        for (size_t i = 0; i < t.categories; i++)
            categories[k] += t.category[i].figure[k];
        char what[24];
        snprintf(what, sizeof what, "figure %d", k);
        near(what, stations[k], sum[k]);
        near(what, categories[k], sum[k]);
    }
    double litres = 0, ours = 0, tonnes = 0, winnable = 0, asked = 0, granted = 0;
    for (size_t i = 0; i < t.fuels; i++) {
        litres += t.fuel[i].litres;
        ours += t.fuel[i].ours;
        winnable += t.fuel[i].winnable;
        tonnes += t.fuel[i].tonnes;
    }
    near("litres by grade", litres, sum[YK_FIG_MEAN]);
    near("ours by grade", ours, sum[YK_FIG_OURS]);
    near("winnable by grade", winnable, sum[YK_FIG_WINNABLE]);
    near("tonnes by grade", tonnes, sum[YK_FIG_TONNES]);
    for (size_t i = 0; i < t.policies; i++) {
        asked += t.policy[i].yuan;
        granted += *t.policy[i].refused ? 0 : t.policy[i].yuan;
    }
    near("asked by policy", asked, sum[YK_FIG_ASKED_YUAN]);
    near("granted by policy", granted, sum[YK_FIG_GRANTED_YUAN]);
    assert_true(sum[YK_FIG_RED] != sum[YK_FIG_AMBER]);
    near("red", t.risk[YK_RISK_SAFETY].red, sum[YK_FIG_RED]);
    near("amber", t.risk[YK_RISK_SAFETY].amber, sum[YK_FIG_AMBER]);
    near("no other risk", t.risk[YK_RISK_CREDIT].red, 0);
    assert_true(sum[YK_FIG_BIG] > 3);
    assert_int_equal(t.bigs, 3); /* cut, the largest first */
    assert_true(t.big[0].tonnes >= t.big[1].tonnes && t.big[1].tonnes >= t.big[2].tonnes);
    assert_int_equal(t.designateds, 3);
    assert_string_equal(t.station[0].rules_version, "abc");
    yk_store_close(s);
    yk_arena_release(&d.a);
}

/* --- what counts and what changed ---------------------------------------------------------------
 */

static double moves(const struct yk_totals *t, const char *before, const char *now, bool moved)
{
    double clients = 0;
    for (size_t i = 0; i < t->moves; i++)
        if (!strcmp(t->move[i].before, before) && !strcmp(t->move[i].now, now) &&
            t->move[i].moved == moved)
            clients += t->move[i].clients;
    return clients;
}

static void against_the_plan_before(void **state)
{
    struct desk d;
    (void)state;
    open_desk(&d);
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    const char *hotel = "client_name=酒店;category=hotel";
    add_line(&d, "stays", hotel, 1000);
    add_line(&d, "rises", hotel, 1000)->tier_potential = "iron";
    add_line(&d, "goes", hotel, 1000);
    add_line(&d, "moves", hotel, 1000)->tier_now = "gold";
    issue(&d, s, "S1", TODAY - 30);
    add_line(&d, "wrong", hotel, 9000); /* of the same day, issued anew below: it does not count */
    issue(&d, s, "S1", TODAY - 1);
    add_line(&d, "stays", hotel, 1000)->stage = "info";
    add_line(&d, "rises", hotel, 1000);
    add_line(&d, "comes", hotel, 500);
    struct yk_id newest = issue(&d, s, "S1", TODAY);
    add_line(&d, "moves", hotel, 1000);
    add_line(&d, "stays", hotel, 2000);
    issue(&d, s, "S2", TODAY - 1);
    add_line(&d, "later", hotel, 77);
    issue(&d, s, "S3", TODAY + 1); /* tomorrow's */

    struct yk_totals t = totals(s, &d.a, TODAY, 9);
    assert_int_equal(t.stations, 2);
    assert_string_equal(t.station[0].plan.text, newest.text);
    assert_int_equal(t.station[0].day, TODAY);
    assert_int_equal(t.station[0].day_before, TODAY - 1);
    assert_int_equal(t.station[1].day_before, YK_DAY_NONE);
    near("mean", t.station[0].figure[YK_FIG_MEAN], 2500 * 1.25);
    near("mean before", t.station[0].before.mean, 9000 * 1.25);
    near("all new", moves(&t, "", "gold", false), 3);
    near("twice", t.twice, 1); /* S2's older plan holds «stays» too */
    near("twice litres", t.twice_litres, 2000 * 1.25);

    /* As of the day before the last plan. */
    t = totals(s, &d.a, TODAY - 1, 9);
    assert_int_equal(t.station[0].day_before, TODAY - 30);
    near("before", t.station[0].before.clients, 4);
    near("buying before", t.station[0].before.buying, 1);
    near("gone", moves(&t, "gold", "", false), 1);
    near("moved or planned elsewhere", moves(&t, "gold", "", true), 2);
    near("gone of iron", moves(&t, "iron", "", false), 1);
    yk_store_close(s);
    yk_arena_release(&d.a);
}

/* One day issued twice: what was issued last counts, and is compared with an earlier day. */
static void tiers_and_stages_move(void **state)
{
    struct desk d;
    (void)state;
    open_desk(&d);
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    const char *hotel = "client_name=酒店;category=hotel";
    add_line(&d, "a", hotel, 1000);
    add_line(&d, "b", hotel, 1000)->tier_potential = "iron";
    issue(&d, s, "S1", TODAY - 30);
    add_line(&d, "a", hotel, 1000)->stage = "info";
    add_line(&d, "b", hotel, 1000);
    issue(&d, s, "S1", TODAY);
    struct yk_totals t = totals(s, &d.a, TODAY, 9);
    near("stays", moves(&t, "gold", "gold", false), 1);
    near("rises", moves(&t, "iron", "gold", false), 1);
    for (size_t i = 0; i < t.moves; i++)
        near("another stage", t.move[i].staged, !strcmp(t.move[i].before, "gold"));
    yk_store_close(s);
    yk_arena_release(&d.a);
}

/* Card data: ours by card, churn, the price realised, who is lost. */
static void cards_and_churn(void **state)
{
    struct desk d;
    (void)state;
    open_desk(&d);
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    for (int i = 0; i < 3; i++) {
        static const enum yk_sales_status status[] = {YK_SALES_FALLING, YK_SALES_LOST,
                                                      YK_SALES_SILENT};
        char name[8];
        snprintf(name, sizeof name, "c%d", i);
        add_line(&d, name, "client_name=甲;category=hotel", 1000)->own_share = .9;
        d.buyer[i] = (struct yk_buyer){.status = status[i],
                                       .payers = 1,
                                       .ours_litres_month = i ? 0 : 400,
                                       .price_yuan_l = i ? NAN : 6.48,
                                       .lost_litres_month = 100 * i};
        d.buyer[i].grade[0] = i ? 0 : 400;
    }
    issue(&d, s, "S1", TODAY);
    struct yk_totals t = totals(s, &d.a, TODAY, 9);
    const double *f = t.station[0].figure;
    near("ours", f[YK_FIG_OURS], 400); /* not .9 of the demand */
    near("by card", f[YK_FIG_CARD_LITRES], 400);
    near("with data", f[YK_FIG_RECORDED], 3);
    near("falling", f[YK_FIG_FALLING], 1);
    near("lost", f[YK_FIG_LOST] + f[YK_FIG_SILENT], 2);
    near("lost litres", f[YK_FIG_LOST_LITRES], 300);
    near("paid", f[YK_FIG_PAID], 2592);
    near("list", f[YK_FIG_LIST], 2880); /* 7.2 yuan: 90 % realised */
    assert_int_equal(t.losts, 2);
    near("most first", t.lost[0].lost, 200);
    yk_store_close(s);
    yk_arena_release(&d.a);
}

static void merged_as_they_were(void **state)
{
    char url[2][512];
    struct yk_merged merged;
    struct yk_err err = {0};
    struct desk d;
    double sum[YK_FIGURES] = {0};
    (void)state;
    open_desk(&d);
    for (int i = 0; i < 2; i++) {
        snprintf(url[i], sizeof url[i], "%s", kit_new_url(base));
        struct yk_store *s = kit_open(url[i], YK_STORE_CREATE);
        for (int k = 0; k < 12; k++)
            add_random(&d, sum);
        issue(&d, s, i ? "S2" : "S1", TODAY);
        yk_store_close(s);
    }
    struct yk_store *s = kit_open(url[0], YK_STORE_UPDATE);
    assert_int_equal(yk_store_merge(&merged, s, url[1], NULL, &d.a, &err), YK_OK);
    struct yk_totals t = totals(s, &d.a, TODAY, 9);
    assert_int_equal(t.stations, 2);
    for (int k = 0; k < YK_FIGURES; k++)
        near("merged", t.station[0].figure[k] + t.station[1].figure[k], sum[k]);
    double tonnes = 0;
    for (size_t i = 0; i < t.fuels; i++)
        tonnes += t.fuel[i].tonnes;
    near("merged fuel", tonnes, sum[YK_FIG_TONNES]);
    assert_int_equal(yk_store_merge(&merged, s, url[1], NULL, &d.a, &err), YK_OK);
    assert_false(merged.changed);
    char *finding = kit_finding(s);
    assert_string_equal(finding, "");
    free(finding);
    yk_store_close(s);
    yk_arena_release(&d.a);
}

static void nothing_issued(void **state)
{
    struct yk_arena a = {0};
    (void)state;
    struct yk_store *s = kit_open(kit_new_url(base), YK_STORE_CREATE);
    struct yk_totals t = totals(s, &a, TODAY, 9);
    assert_int_equal(t.stations, 0);
    assert_int_equal(t.categories, 0);
    assert_int_equal(t.bigs, 0);
    yk_store_close(s);
    yk_arena_release(&a);
}

static int group(const char *where)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_agree),
        cmocka_unit_test(against_the_plan_before),
        cmocka_unit_test(tiers_and_stages_move),
        cmocka_unit_test(cards_and_churn),
        cmocka_unit_test(merged_as_they_were),
        cmocka_unit_test(nothing_issued),
    };
    base = where;
    return cmocka_run_group_tests_name(where, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(group);
}
