/* rivals_test.c - whom a client buys from by what it told, and where place would draw it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "market_of.h"
#include "youka/estimate/rivals.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

enum { LANYU, GUANXIN, FAR, CHENGDONG, CHENGXI };

/* Ours 1 km away, 蓝屿 (sinopec) 2 km, 灌新 (private) 3 km, both with a shell station out of the
 * circle; outside as one of pull 1 at 5 km by road. */
static struct market *town(void)
{
    struct market *m = market_of(&arena);
    market_rival(m, "中石化蓝屿加油站", "sinopec", 180, 2000);
    market_rival(m, "灌新加油站", "private", 270, 3000);
    market_rival(m, "远方加油站", "shell", 90, 9000);
    return m;
}

static struct yk_supply heard(struct market *m)
{
    static const size_t client[] = {0, 1, 2, 3};
    struct yk_supply out;
    struct yk_huff *h = yk_huff_new(&m->t);
    yk_huff_draw(m->prospect, m->place, m->t.doors, h);
    yk_supply_of(&out, h, &m->d, 0, client, m->t.doors, &arena);
    yk_huff_free(h);
    return out;
}

struct told {
    size_t rival;
    const char *brand;
};
#define NOBODY                                                                                     \
    {                                                                                              \
        0, NULL                                                                                    \
    }

static void same_told(const struct yk_supplied *c, const struct told want[3], const char *what)
{
    size_t n = 0;
    while (n < 3 && want[n].brand)
        n++;
    if (c->suppliers != n)
        fail_msg("%s: %zu suppliers", what, c->suppliers);
    for (size_t i = 0; i < n; i++) {
        near_to(c->supplier[i].share, 1 / (double)n, what);
        if (c->supplier[i].rival != want[i].rival ||
            strcmp(c->supplier[i].brand, want[i].brand) != 0)
            fail_msg("%s: supplier %zu is %zu, %s", what, i, c->supplier[i].rival,
                     c->supplier[i].brand);
    }
}

static void names_and_brands(void **state)
{
    static const struct {
        const char *what, *answers;
        struct told want[3];
    } row[] = {
        {"nothing told", "category=hotel", {NOBODY}},
        {"ours alone", "current_brand=own", {NOBODY}},
        {"not known", "current_brand=unknown", {NOBODY}},
        {"ours among several", "current_brand=own shell", {{SIZE_MAX, "shell"}}},
        {"the brand's only station within reach", "current_brand=sinopec", {{LANYU, "sinopec"}}},
        {"two brands",
         "current_brand=sinopec private own",
         {{LANYU, "sinopec"}, {GUANXIN, "private"}}},
        {"a brand and delivery",
         "current_brand=sinopec delivery",
         {{LANYU, "sinopec"}, {SIZE_MAX, "delivery"}}},
        {"the station named",
         "current_brand=sinopec own;current_station=蓝屿站",
         {{LANYU, "sinopec"}}},
        {"named, by another brand than the list has",
         "current_brand=bp;current_station=蓝屿站",
         {{LANYU, "sinopec"}}},
        {"named first, then the brand it does not bear",
         "current_brand=private sinopec;current_station=蓝屿站",
         {{LANYU, "sinopec"}, {GUANXIN, "private"}}},
        {"two stations",
         "current_station=灌新、蓝屿加油站",
         {{GUANXIN, "private"}, {LANYU, "sinopec"}}},
        {"named twice", "current_station=灌新，灌新加油站", {{GUANXIN, "private"}}},
        {"beyond the circle, but on the list",
         "current_brand=shell;current_station=远方站",
         {{FAR, "shell"}}},
        {"not on the list, brand told",
         "current_brand=bp;current_station=城北站",
         {{SIZE_MAX, "bp"}}},
        {"not on the list, brand in the name",
         "current_station=中石油城北加油站",
         {{SIZE_MAX, "petrochina"}}},
        {"a name that is only a brand", "current_station=中石化加油站", {{LANYU, "sinopec"}}},
        {"a name that says nothing", "current_station=城北站", {NOBODY}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct market *m = town();
        market_client(m, &arena, row[i].answers, 1000);
        struct yk_supply s = heard(m);
        same_told(&s.client[0], row[i].want, row[i].what);
        m->place[0].located = false; /* from where its station is, the same */
        s = heard(m);
        same_told(&s.client[0], row[i].want, row[i].what);
        assert_int_equal(s.client[0].draws, 0);
    }
}

static void one_of_two(void **state)
{
    struct market *m = town();
    (void)state;
    market_rival(m, "城东加油站", "sinopec", 0, 4500);
    market_rival(m, "城西蓝屿加油站", "bp", 0, 500);
    market_client(m, &arena, "current_brand=sinopec", 1000);
    market_client(m, &arena, "current_station=蓝屿", 1000);
    struct yk_supply s = heard(m);
    same_told(&s.client[0], (const struct told[3]){{SIZE_MAX, "sinopec"}}, "which one is not told");
    same_told(&s.client[1], (const struct told[3]){{CHENGXI, "bp"}}, "the one that draws most");
    assert_int_equal(CHENGDONG, 3);
}

/* Shares by Python 3 from the formula of huff.h, as they were before brands were rows. */
static void drawn_by_place(void **state)
{
    struct market *m = town();
    (void)state;
    market_client(m, &arena, "category=hotel", 1000);
    struct yk_supply s = heard(m);
    assert_int_equal(s.client[0].draws, 2);
    assert_int_equal(s.client[0].drawn[0].rival + s.client[0].drawn[1].rival, LANYU + GUANXIN);
    for (size_t i = 0; i < 2; i++)
        near_to(s.client[0].drawn[i].share,
                s.client[0].drawn[i].rival == LANYU ? .17848501915739203 : .055528672626744196,
                "drawn");
    near_to(s.client[0].drawn[0].share + s.client[0].drawn[1].share, m->prospect[0].drawn_rivals,
            "as the prospect has it");
    near_to(s.strength[LANYU], 1, "as ours"); /* pull_brand_sinopec, pull_brand_private */
    near_to(s.strength[GUANXIN], .7, "weaker");
    m->station[0].station_class = "expressway"; /* pull_class_expressway .6 */
    near_to(heard(m).strength[GUANXIN], .7 / .6, "a weaker station of ours");
}

static void nobody_at_all(void **state)
{
    struct market *m = market_of(&arena);
    (void)state;
    assert_int_equal(heard(m).clients, 0);
    m->station[0].point = (struct yk_point){NAN, NAN};
    market_client(m, &arena, "current_brand=bp;current_station=蓝屿", 10);
    m->place[0].located = false;
    struct yk_supply s = heard(m);
    same_told(&s.client[0], (const struct told[3]){{SIZE_MAX, "bp"}}, "no place, no rival");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_brands),
        cmocka_unit_test(one_of_two),
        cmocka_unit_test(drawn_by_place),
        cmocka_unit_test(nobody_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
