/* sales_test.c - a client's months and what the rule makes of them. Expected figures are worked out
 * by hand beside each row; the noise of a fall is exp(-1.2816 * .24 * sqrt(2 / 3)) = .7779. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../support/answers_of.h"
#include "../support/rules_of.h"
#include "youka/model/visit.h"
#include "youka/plan/sales.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { OCTOBER = 12 * 2026 + 9 };

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

/* Litres of the newest months, newest first; «x»: the station has no data for that month. */
static struct yk_buyer buyer_of(const char *litres)
{
    struct yk_buyer b = {.payers = 1};
    char *rest = yk_arena_copy(&arena, litres), *part;
    for (int month = OCTOBER; (part = next_part(&rest, ' ')) != NULL; month--) {
        if (*part == 'x')
            continue;
        b.month[b.months] = month;
        b.litres[b.months] = strtod(part, NULL);
        b.yuan[b.months++] = NAN;
    }
    return b;
}

static void near_to(const char *word, const char *what, double got, double want)
{
    if (isnan(want) ? !isnan(got) : !(fabs(got - want) < 1e-9 * (1 + fabs(want))))
        fail_msg("%s: %s is %.12g, not %.12g", word, what, got, want);
}

static void rule(void **state)
{
    (void)state;
    static const struct {
        const char *word, *litres, *status;
        double ours, change, lost;
    } t[] = {
        {"steady", "100 100 100 100 100 100 100 100", "active", 100, 0, 0},
        {"a small fall is none", "80 80 80 100 100 100 100 100", "active", 80, -.2, 0},
        {"just above the ratio", "71 71 71 100 100 100 100 100", "active", 71, -.29, 0},
        {"just below it", "69 69 69 100 100 100 100 100", "falling", 69, -.31, 0},
        {"one month without fuel", "0 100 100 100 100 100 100", "falling", 200. / 3, -1. / 3, 0},
        {"a month without among those before", "60 60 60 0 150 150 150", "falling", 60, -.4, 0},
        {"two months without", "0 0 90 120 120 120 120", "silent", 30, -.75, 110},
        {"five months without", "0 0 0 0 0 60 80 100 100", "silent", 0, -1, 80},
        {"six months without", "0 0 0 0 0 0 60 80 100 100", "lost", 0, NAN, 80},
        {"stopped after its only month", "0 0 0 90 0 0 0", "silent", 0, -1, 90},
        {"back after two months", "50 0 0 100 100 100 100", "back", 50. / 3, -5. / 6, 0},
        {"back, three months ago", "50 60 70 0 0 100 100", "back", 60, .8, 0},
        {"back so long ago that it is steady", "50 60 50 55 0 0 100", "active", 160. / 3,
         160. / 55 - 1, 0},
        {"a month's pause is a third less", "100 100 0 100 100 100 100", "falling", 200. / 3,
         -1. / 3, 0},
        {"new", "90 0 0 0 0 0 0", "new", 90, NAN, 0},
        {"new two months ago", "90 60 0 0 0 0 0", "new", 75, NAN, 0},
        {"no longer new", "90 60 60 30 0 0 0 0", "active", 70, 6, 0},
        {"the station's data begin with it", "90 60", "active", 75, NAN, 0},
        {"gaps of the data are no silence", "100 x x 100 100 x 100 100 100", "active", 100, 0, 0},
        {"a refund is no purchase", "-5 0 0 100 100 100 100", "silent", 0, -1.05 + 1. / 30, 100},
        {"nothing at all", "0 0 0 0 0 0", "none", 0, NAN, 0},
    };
    for (size_t i = 0; i < COUNT(t); i++) {
        struct yk_buyer b = buyer_of(t[i].litres);
        yk_sales_judge(&b, &rules);
        if (strcmp(yk_sales_status_code(b.status), t[i].status) != 0)
            fail_msg("%s: %s, not %s", t[i].word, yk_sales_status_code(b.status), t[i].status);
        near_to(t[i].word, "ours", b.ours_litres_month, t[i].ours);
        near_to(t[i].word, "lost", b.lost_litres_month, t[i].lost);
        near_to(t[i].word, "change", b.change, t[i].change);
    }
}

/* Where months vary more, the same fall is noise: .69 > exp(-1.2816 * .5 * sqrt(2 / 3)) = .5926. */
static void noise_of_the_table(void **state)
{
    (void)state;
    struct yk_rules loud = rules;
    loud.sales = YK_ARENA_ARRAY(&arena, struct yk_parameter, rules.sales_parameters);
    memcpy(loud.sales, rules.sales, rules.sales_parameters * sizeof *loud.sales);
    for (size_t i = 0; i < loud.sales_parameters; i++)
        if (!strcmp(loud.sales[i].parameter, "month_sd"))
            loud.sales[i].value = .5;
    struct yk_buyer b = buyer_of("69 69 69 100 100 100 100 100");
    yk_sales_judge(&b, &loud);
    assert_int_equal(b.status, YK_SALES_ACTIVE);
    b = buyer_of("59 59 59 100 100 100 100 100");
    yk_sales_judge(&b, &loud);
    assert_int_equal(b.status, YK_SALES_FALLING);
}

static void seasons(void **state)
{
    (void)state;
    struct yk_buyer b = buyer_of("50 50 50 100 100 100 100 100 100 100 100 100"
                                 " 55 55 55 110 110 110");
    yk_sales_judge(&b, &rules);
    assert_int_equal(b.status, YK_SALES_FALLING);
    assert_true(b.seasonal);
    near_to("season", "year", b.change_year, 50. / 55 - 1);
    b = buyer_of("50 50 50 100 100 100 100 100 100 100 100 100 100 100 100 110 110 110");
    yk_sales_judge(&b, &rules);
    assert_false(b.seasonal);
    near_to("no season", "year", b.change_year, -.5);
    b = buyer_of("50 50 50 100 100 100 100 100 100 100 100 100 100 100");
    yk_sales_judge(&b, &rules);
    near_to("a year not whole", "year", b.change_year, NAN);
}

static void before_and_since(void **state)
{
    (void)state;
    struct yk_buyer b = buyer_of("90 60 30 20 10");
    double before, since;
    yk_sales_since(&before, &since, &b, OCTOBER - 1);
    near_to("two months since", "since", since, 75);
    near_to("three before", "before", before, 20);
    yk_sales_since(&before, &since, &b, OCTOBER + 1);
    near_to("nothing since", "since", since, NAN);
    near_to("nothing since", "before", before, 60);
    yk_sales_since(&before, &since, &b, OCTOBER - 9);
    near_to("all since", "since", since, 42);
    near_to("all since", "before", before, NAN);
}

/* --- from payers ---------------------------------------------------------------------------------
 */
static struct yk_payer payer(const char *station, const char *key, const struct yk_sale *sale,
                             size_t sales)
{
    return (struct yk_payer){.station_code = station,
                             .key = key,
                             .client = "",
                             .name = "",
                             .sale = sale,
                             .sales = sales};
}

static void from_payers(void **state)
{
    (void)state;
    static const struct yk_sale one[] = {
        {OCTOBER - 1, 0, 100, 700, 2}, {OCTOBER, 0, 200, 1400, 2}, {OCTOBER + 1, 0, 999, 9999, 1}};
    static const struct yk_sale two[] = {{OCTOBER - 3, YK_SALE_ANY, 30, NAN, NAN}};
    static const struct yk_sale three[] = {{OCTOBER, 3, 60, 400, 1}};
    static const struct yk_sale other[] = {{OCTOBER - 2, 3, 1000, 7000, 1}};
    struct yk_payer all[] = {payer("S1", "card:1", one, 3), payer("S1", "card:2", two, 1),
                             payer("S1", "card:9", other, 1), payer("S2", "card:3", three, 1)};
    const size_t client_of[] = {1, 1, SIZE_MAX, 1};
    struct yk_buyer b[2];
    struct yk_door door[2] = {{.key = ""}};
    struct yk_territory t = {.today = yk_day_of(2026, 11, 23),
                             .payer = all,
                             .payers = 4,
                             .door = door,
                             .doors = 2,
                             .rules = &rules};
    yk_sales_all(b, &t, client_of, &arena);
    assert_int_equal(b[0].payers, 0);
    assert_int_equal(b[1].payers, 3);
    /* Months with data of S1, where most is bought; November still runs: Oct Sep Aug Jul. */
    assert_int_equal(b[1].months, 4);
    near_to("payers", "October", b[1].litres[0], 260);
    near_to("payers", "August", b[1].litres[2], 0);
    near_to("payers", "July", b[1].litres[3], 30);
    near_to("payers", "ours", b[1].ours_litres_month, 120);
    near_to("payers", "92", b[1].grade[0], 100);
    near_to("payers", "0", b[1].grade[3], 20);
    near_to("payers", "price", b[1].price_yuan_l, 2500. / 360);
    near_to("payers", "unknown yuan", b[1].yuan[3], NAN);

    struct yk_station_sales *s;
    size_t stations;
    yk_sales_stations(&s, &stations, &t, client_of, &arena);
    assert_int_equal(stations, 2);
    assert_string_equal(s[0].station_code, "S1");
    assert_int_equal(s[0].payers, 2); /* card 2 bought in July only */
    assert_int_equal(s[0].unknown, 1);
    near_to("station", "litres", s[0].litres, 1300. / 3);
    near_to("station", "unknown", s[0].unknown_litres, 1000. / 3);
    near_to("station", "tonnes", s[0].tonnes, (300 * .74 + 1000 * .84) / 3 / 1000);
}

/* fuel_priors.csv: 92 .45, 0 .35; families by share: gasoline .65*.45+.3*.5+.05*.6 = .4725. */
static void margins(void **state)
{
    (void)state;
    struct yk_buyer b = {.grade = {[0] = 100, [3] = 300}};
    near_to("by grade", "margin", yk_sales_margin(&b, "hotel", &rules), (45 + 105) / 400.);
    b = (struct yk_buyer){.grade = {[YK_SALE_GASOLINE] = 10}};
    near_to("gasoline", "margin", yk_sales_margin(&b, "hotel", &rules), .4725);
    b = (struct yk_buyer){0};
    double share = yk_rules_category(&rules, "logistics")->gasoline_share;
    near_to("of the category", "margin", yk_sales_margin(&b, "logistics", &rules),
            share * .4725 + (1 - share) * .35);
}

/* --- whom we won ---------------------------------------------------------------------------------
 */
static void outcomes(void **state)
{
    (void)state;
    static const struct {
        const char *word, *answers;
        int first, last_of_data; /* months before October; -1: never bought */
        bool asked, tried, won;
    } t[] = {
        {"buys since", "category=hotel", 1, 13, true, true, true},
        {"bought when surveyed", "category=hotel", 5, 13, true, false, false},
        {"does not buy", "category=hotel", -1, 13, true, true, false},
        {"not asked", "category=hotel", 1, 13, false, false, false},
        {"said that it buys here, no data yet", "category=hotel;current_brand=own", 1, 1, true,
         false, false},
        {"said so, but the data say no", "category=hotel;current_brand=own", 1, 13, true, true,
         true},
        {"said so and no card is known", "category=hotel;card_now=fleet", -1, 13, true, false,
         false},
        {"no data when surveyed, said no", "category=hotel;current_brand=bp", 1, 1, true, true,
         true},
    };
    struct yk_station station = {.code = "S1", .region = "东区"};
    for (size_t i = 0; i < COUNT(t); i++) {
        struct yk_door door = {.id = {"a"},
                               .station_code = "S1",
                               .survey_date = yk_day_of(2026, 7, 15),
                               .answers = answers_of(&arena, t[i].answers)};
        struct yk_place place = {.owner = 0};
        struct yk_buyer b = {.payers = t[i].first >= 0, .status = YK_SALES_ACTIVE};
        for (int k = 0; k <= t[i].last_of_data; k++)
            b.month[b.months++] = OCTOBER - k;
        b.first_month = t[i].first < 0 ? 0 : OCTOBER - t[i].first;
        struct yk_territory world = {.station = &station,
                                     .stations = 1,
                                     .door = &door,
                                     .doors = 1,
                                     .today = yk_day_of(2026, 11, 23),
                                     .rules = &rules};
        struct yk_prospect told = {
            .told_share = yk_answer_has(&door.answers, "current_brand", "own") ? 1 : 0};
        struct yk_derived d = {.place = &place, .prospect = &told, .buyer = &b, .count = 1};
        struct yk_sales_outcome *o;
        size_t count;
        yk_sales_outcomes(&o, &count, &world, &d, &t[i].asked, &arena);
        if (count != t[i].tried || (count && o->wins != t[i].won))
            fail_msg("%s: %zu tried, %zu won", t[i].word, count, count ? o->wins : 0);
        if (count)
            assert_string_equal(o->region, "东区");
    }
}

static void who_was_asked(void **state)
{
    (void)state;
    struct yk_door door[] = {
        {.id = {"0123456789abcdef0123456789abcdef"},
         .answers = answers_of(&arena, "client_name=甲")},
        {.id = {"1123456789abcdef0123456789abcdef"},
         .answers = answers_of(&arena, "client_name=乙")},
        {.id = {"2123456789abcdef0123456789abcdef"},
         .answers = answers_of(&arena, "client_name=丙")},
        {.id = {"3123456789abcdef0123456789abcdef"},
         .answers = answers_of(&arena, "client_name=丁")},
    };
    struct yk_issued issued[] = {{.client = door[1].id, .at = "2026-05-20T08:00:00Z"},
                                 {.client = door[0].id, .at = "2026-05-30T08:00:00Z"}};
    struct yk_visit visit[] = {{.client = 2, .day = 1, .result = "met_other"},
                               {.client = 3, .day = 1, .result = "met_decider"}};
    const struct yk_visits visits = {
        .visit = visit, .count = 2, .first = (size_t[]){0, 0, 0, 1, 2}};
    struct yk_territory t = {.door = door,
                             .doors = 4,
                             .issued = issued,
                             .issues = 2,
                             .today = yk_day_of(2026, 11, 23),
                             .rules = &rules};
    bool asked[4];
    yk_sales_asked(asked, &t, &visits);
    static const bool want[] = {false, true, true, true};
    assert_memory_equal(asked, want, sizeof want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rule),        cmocka_unit_test(noise_of_the_table),
        cmocka_unit_test(seasons),     cmocka_unit_test(before_and_since),
        cmocka_unit_test(from_payers), cmocka_unit_test(margins),
        cmocka_unit_test(outcomes),    cmocka_unit_test(who_was_asked),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
