/* rivals_test.c - who holds the litres inside a trading area. */
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

/* Ours 1 km away, 蓝屿 (sinopec) 2 km, 灌新 (private) 3 km, both with a shell station out of reach;
 * outside as one of pull 1 at 5 km by road. */
static struct market *town(void)
{
    struct market *m = market_of(&arena);
    market_rival(m, "中石化蓝屿加油站", "sinopec", 180, 2000);
    market_rival(m, "灌新加油站", "private", 270, 3000);
    market_rival(m, "远方加油站", "shell", 90, 9000);
    return m;
}

static struct yk_station_draw shared(struct market *m)
{
    struct yk_station_draw out;
    struct yk_huff *h = yk_huff_new(&m->t);
    yk_huff_rivals(&out, h, &m->d, 0, &arena);
    yk_huff_free(h);
    return out;
}

/* What each station draws; NULL: nothing. */
static const struct yk_rival_draw *draw_of(const struct yk_station_draw *d, size_t rival)
{
    for (size_t i = 0; i < d->rivals; i++)
        if (d->rival[i].rival == rival)
            return &d->rival[i];
    return NULL;
}

/* 1000 litres of one client; numbers by Python 3 from the shares of huff.h. */
static void one_client(void **state)
{
    static const struct {
        const char *what, *answers;
        double own_share;
        double own_told, own_drawn, told[2], drawn[2], outside_told, outside_drawn, elsewhere;
    } row[] = {
        {"nothing told",
         "category=hotel",
         0,
         0,
         713.9400766295681,
         {0, 0},
         {178.48501915739203, 55.528672626744196},
         0,
         52.04623158629553,
         0},
        {"only our share told",
         "own_share_pct=40",
         .4,
         400,
         0,
         {0, 0},
         {374.3656581902886, 116.46931588142316},
         0,
         109.16502592828819,
         0},
        {"two brands",
         "current_brand=sinopec private own;own_share_pct=20",
         .2,
         200,
         0,
         {610.1694915254237, 189.8305084745763},
         {0, 0},
         0,
         0,
         0},
        {"a brand and delivery",
         "current_brand=sinopec delivery;own_share_pct=20",
         .2,
         200,
         0,
         {619.3868070610096, 0},
         {0, 0},
         180.6131929389904,
         0,
         0},
        {"own tank alone", "current_brand=own_tank", 0, 0, 0, {0, 0}, {0, 0}, 1000, 0, 0},
        {"a brand out of reach", "current_brand=shell", 0, 0, 0, {0, 0}, {0, 0}, 0, 0, 1000},
        {"the station named",
         "current_brand=sinopec own;current_station=蓝屿站",
         .5,
         500,
         0,
         {500, 0},
         {0, 0},
         0,
         0,
         0},
        {"named with its brand, no brand told",
         "current_station=民营 灌新油站",
         0,
         0,
         0,
         {0, 1000},
         {0, 0},
         0,
         0,
         0},
        {"a name that is only a brand",
         "current_station=中石化加油站;current_brand=sinopec",
         0,
         0,
         0,
         {1000, 0},
         {0, 0},
         0,
         0,
         0},
        {"all ours", "current_brand=own", 1, 1000, 0, {0, 0}, {0, 0}, 0, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct market *m = town();
        market_client(m, &arena, row[i].answers, 1000);
        m->prospect[0].own_share = row[i].own_share;
        struct yk_station_draw d = shared(m);
        near_to(d.litres, 1000, row[i].what);
        near_to(d.own_told, row[i].own_told, row[i].what);
        near_to(d.own_drawn, row[i].own_drawn, row[i].what);
        near_to(d.outside_told, row[i].outside_told, row[i].what);
        near_to(d.outside_drawn, row[i].outside_drawn, row[i].what);
        near_to(d.elsewhere, row[i].elsewhere, row[i].what);
        for (size_t k = 0; k < 2; k++) {
            const struct yk_rival_draw *r = draw_of(&d, k);
            near_to(r ? r->told : 0, row[i].told[k], row[i].what);
            near_to(r ? r->drawn : 0, row[i].drawn[k], row[i].what);
        }
        assert_null(draw_of(&d, 2));
    }
}

/* Nothing gets lost, others' clients do not count, and who draws most comes first. */
static void a_whole_circle(void **state)
{
    struct market *m = town();
    (void)state;
    m->station[1] = market_station("S2", "urban", 0, 4000);
    m->t.stations = 2;
    market_client(m, &arena, "current_station=灌新", 700);
    market_client(m, &arena, "current_brand=sinopec", 600);
    market_client(m, &arena, "category=hotel", 50);
    market_client(m, &arena, "category=hotel", 30);       /* not located */
    market_client(m, &arena, "category=hotel", 90000);    /* another station's */
    market_client(m, &arena, "visit_result=closed", 500); /* no estimate */
    market_client(m, &arena, "current_brand=own", 20);
    m->place[3].located = false;
    m->place[4].owner = 1;
    m->estimate[5].none = true;
    m->prospect[6].own_share = 1;
    struct yk_station_draw d = shared(m);
    double sum =
        d.own_told + d.own_drawn + d.outside_told + d.outside_drawn + d.elsewhere + d.unplaced;
    for (size_t i = 0; i < d.rivals; i++)
        sum += d.rival[i].told + d.rival[i].drawn;
    near_to(d.litres, 1400, "litres");
    near_to(sum, 1400, "parts");
    near_to(d.unplaced, 30, "unplaced");
    near_to(d.own_told, 20, "ours");
    assert_int_equal(d.rivals, 2);
    assert_int_equal(d.rival[0].rival, 1);
    assert_int_equal(d.rival[0].named_by, 1);
    near_to(d.rival[0].told, 700, "named");
    assert_int_equal(d.rival[1].named_by, 0);
}

static void nobody_at_all(void **state)
{
    struct market *m = market_of(&arena);
    (void)state;
    struct yk_station_draw d = shared(m);
    near_to(d.litres, 0, "no client");
    assert_int_equal(d.rivals, 0);
    market_client(m, &arena, "current_brand=bp", 10);
    d = shared(m);
    near_to(d.elsewhere, 10, "no rival");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_client),
        cmocka_unit_test(a_whole_circle),
        cmocka_unit_test(nobody_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
