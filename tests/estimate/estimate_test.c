/* estimate_test.c - clients from their answers to the estimate: the worked region of the design
 * (estimation_golden.json, `whole`), what counts as an observation, questions of units, grades. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/estimate/estimate.h"

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

/* One client alone, at one station. */
static struct yk_estimate estimate_of(const char *text)
{
    static struct yk_station station = {.code = "S1", .region = "R1"};
    struct yk_door door = {.id = {"c1"}, .answers = answers_of(&arena, text)};
    struct yk_territory t = {
        .station = &station, .stations = 1, .door = &door, .doors = 1, .rules = &rules};
    struct yk_place place = {.owner = 0};
    struct yk_estimate e;

    yk_estimate_all(&e, &t, &place, 1, &arena);
    return e;
}

/* estimation_golden.json, `whole`: two stations of a region, in an order that is not theirs. */
static void the_worked_region(void **state)
{
    static struct yk_station station[] = {{.code = "S1", .region = "R1"},
                                          {.code = "S2", .region = "R1"}};
    static const struct {
        const char *id, *answers;
        size_t owner;
        double n, n2, m, s2, p10, p50, p90, mean;
        const char *meant;
    } row[] = {
        {"F",
         "category=construction;staff_count=30;vehicle_total=8;vehicle_source=document;"
         "diesel_month=132000;diesel_unit=l;gas_month=0;volume_source=driver",
         1, 2.0792134972179435, 0.002481614118393265, 9.472083954363264, 0.13610280239280165,
         8097.353013299336, 12991.933636537256, 20845.12547976627, 13906.829863929932, "l_year"},
        {"A", "category=hotel;room_count=140;vehicle_total=5;vehicle_source=guard", 0,
         1.4650345873264827, 0.15788799171101525, 6.679194116566676, 0.49876479273033375,
         321.8611828614702, 795.6776301504143, 1967.0060412170562, 1021.0395081216623, ""},
        {"B",
         "category=hotel;room_count=75;gas_month=450;gas_unit=l;diesel_month=0;volume_source="
         "manager",
         0, 0.719644832015178, 0.25390909242167636, 6.073662654930546, 0.10712068207301406,
         285.4936676108628, 434.2683473672859, 660.5715604948781, 458.162074498862, "l_month"},
        {"D",
         "category=construction;staff_count=55;vehicle_total=14;vehicle_source=driver;"
         "diesel_month=18;diesel_unit=l;gas_month=0;volume_source=manager",
         0, 2.618897778361869, 0.06544917596373448, 9.95870890323416, 0.04315898504957037,
         16195.195266762703, 21135.490131263243, 27582.80685911234, 21596.540002222057, "t_month"},
        {"E", "category=construction;visit_result=refused", 1, 2.3012441102814924,
         1.6464378263807404, 9.563663854588754, 1.9392442901683844, 2389.923826592237,
         14237.916407878613, 84822.06059545942, 37544.643592224, ""},
        {"C",
         "category=hotel;vehicle_total=6;vehicle_source=counted;gas_month=900;gas_unit=l;"
         "diesel_month=0;volume_source=guess",
         1, 1.7598959952043922, 0.16094675219772744, 6.913203923929824, 0.2995339767290215,
         498.6052154768587, 1005.4635158099854, 2027.5698092289558, 1167.9097742074637, "l_month"},
    };
    enum { ROWS = sizeof row / sizeof *row };
    struct yk_door door[ROWS];
    struct yk_place place[ROWS];
    struct yk_estimate out[ROWS];
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        door[i] = (struct yk_door){.answers = answers_of(&arena, row[i].answers)};
        snprintf(door[i].id.text, sizeof door[i].id.text, "%s", row[i].id);
        place[i] = (struct yk_place){.owner = row[i].owner};
    }
    struct yk_territory t = {
        .station = station, .stations = 2, .door = door, .doors = ROWS, .rules = &rules};
    yk_estimate_all(out, &t, place, 2, &arena);
    for (size_t i = 0; i < ROWS; i++) {
        near_to(log(out[i].vehicles.p50), row[i].n, row[i].id);
        near_to(2 * log(out[i].vehicles.mean / out[i].vehicles.p50), row[i].n2, row[i].id);
        near_to(out[i].log_mean, row[i].m, row[i].id);
        near_to(out[i].log_var, row[i].s2, row[i].id);
        near_to(out[i].litres.p10, row[i].p10, row[i].id);
        near_to(out[i].litres.p50, row[i].p50, row[i].id);
        near_to(out[i].litres.p90, row[i].p90, row[i].id);
        near_to(out[i].litres.mean, row[i].mean, row[i].id);
        assert_string_equal(out[i].piece[0].meant, row[i].meant);
    }
}

/* Weights add up, and the reasons' litres to the power of their weights multiply to the median. */
static void reasons_make_the_median(void **state)
{
    static const char *const answers[] = {
        "category=hotel;room_count=140;vehicle_total=18;vehicle_source=guard",
        "category=hotel;gas_month=36000;gas_unit=l;diesel_month=0;vehicle_total=10",
        "category=hotel;gas_month=3;litres_fill=40;fills_week=30;volume_source=driver",
        "category=logistics;diesel_month=20;diesel_unit=t;gas_month=0;litres_fill=300;fills_week=9;"
        "fleet:veh_class=heavy_truck,veh_count=10;vehicle_source=manager"};
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct yk_estimate e = estimate_of(answers[i]);
        double weights = 0, log_litres = 0;
        for (size_t k = 0; k < e.pieces; k++) {
            weights += e.piece[k].weight;
            log_litres += e.piece[k].weight * log(e.piece[k].value);
        }
        near_to(weights, 1, answers[i]);
        near_to(log_litres, e.log_mean, answers[i]);
        assert_string_equal(e.piece[e.pieces - 1].piece, "peers");
    }
}

static void who_is_asked_for_the_unit(void **state)
{
    static const struct {
        const char *what, *answers;
        bool asked;
    } row[] = {
        {"nothing told", "category=hotel;vehicle_total=10", false},
        {"as expected", "category=hotel;gas_month=1800;gas_unit=l;diesel_month=0;vehicle_total=10",
         false},
        {"unit missing", "category=hotel;gas_month=1800;diesel_month=0;vehicle_total=10", true},
        {"rather a year's",
         "category=hotel;gas_month=21600;gas_unit=l;diesel_month=0;vehicle_total=10", true},
        {"rather tonnes", "category=hotel;gas_month=1.3;gas_unit=l;diesel_month=0;vehicle_total=10",
         true},
        {"tonnes as stated",
         "category=hotel;gas_month=1.3;gas_unit=t;diesel_month=0;vehicle_total=10", false},
        {"yuan as stated",
         "category=hotel;gas_month=13000;gas_unit=cny;diesel_month=0;vehicle_total=10", false},
        {"yuan, litres stated",
         "category=hotel;gas_month=13000;gas_unit=l;diesel_month=0;vehicle_total=10", true},
        {"fills of another fleet", "category=hotel;litres_fill=400;fills_week=300;vehicle_total=10",
         true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (estimate_of(row[i].answers).unit_question != row[i].asked)
            fail_msg("%s", row[i].what);
}

/* E .02 * 90 rooms, r = exp(psi'(2) + .81) - 1: (1 + E r)^(-1/r). */
static void a_fleet_that_may_be_empty(void **state)
{
    (void)state;
    near_to(estimate_of("category=hotel;vehicle_total=0").no_fleet, 0.5550844612324238,
            "declared 0");
    near_to(estimate_of("category=hotel;vehicle_total=2").no_fleet, 0, "declared 2");
    near_to(estimate_of("category=hotel;visit_result=no_vehicles").no_fleet, 1, "seen");
}

/* 5 of 20 (a document's 20 stay about 20); more than there are leave none. */
static void electric_ones_to_come(void **state)
{
    struct yk_estimate e =
        estimate_of("category=hotel;vehicle_total=20;vehicle_source=document;nev_plan_12m=5");
    (void)state;
    near_to(e.kept_12m, 1 - 5 / e.vehicles.p50, "5 of 20");
    near_to(estimate_of("category=hotel;vehicle_total=2;nev_plan_12m=90").kept_12m, 0, "all");
    near_to(estimate_of("category=hotel;vehicle_total=2").kept_12m, 1, "none");
}

static void confidence(void **state)
{
    static const struct {
        const char *answers;
        char grade;
    } row[] = {
        {"category=hotel;room_count=140", 'D'},
        {"category=hotel;vehicle_total=9", 'C'},
        {"category=hotel;vehicle_total=9;vehicle_source=counted", 'C'},
        {"category=hotel;vehicle_total=9;vehicle_source=manager", 'B'},
        {"category=hotel;vehicle_total=9;vehicle_source=guard;gas_month=1500;gas_unit=l;"
         "diesel_month=0;volume_source=document",
         'A'},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (estimate_of(row[i].answers).confidence != row[i].grade)
            fail_msg("%s", row[i].answers);
}

static void families_of_grades(void **state)
{
    /* gasoline 6000 L of 8000: g92 .65 of .75 of the mean; dm10 .10 of .25. */
    struct yk_estimate e = estimate_of("category=hotel;gas_month=6000;gas_unit=l;diesel_month=2000;"
                                       "diesel_unit=l;volume_source=manager");
    (void)state;
    near_to(e.grade[0].mean / e.litres.mean, .65 * .75, "g92");
    near_to(e.grade[4].mean / e.litres.mean, .10 * .25, "dm10");
    /* A hotel nobody told about: .8 gasoline. */
    e = estimate_of("category=hotel");
    near_to(e.grade[1].mean / e.litres.mean, .30 * .8, "g95");
    near_to(e.grade[6].mean / e.litres.mean, .01 * .2, "dm35");
    /* Grade unknown: a car burns gasoline. */
    e = estimate_of("category=hotel;fleet:veh_class=car,veh_count=2,veh_fuel=unknown");
    near_to(e.grade[2].mean / e.litres.mean, .05, "g98");
}

static void doors_without_need(void **state)
{
    struct yk_estimate e =
        estimate_of("category=hotel;visit_result=no_vehicles;gas_month=500;gas_unit=l");
    (void)state;
    assert_false(e.none);
    near_to(e.litres.p90 + e.litres.mean + e.vehicles.p90 + e.grade[0].mean, 0, "all");
    assert_true(isnan(e.log_mean) && isnan(e.log_var));
    assert_string_equal(e.piece[0].piece, "no_vehicles");
    assert_true(estimate_of("category=hotel;visit_result=closed_moved").none);
    assert_true(estimate_of("category=hotel;visit_result=duplicate").none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_region),         cmocka_unit_test(reasons_make_the_median),
        cmocka_unit_test(who_is_asked_for_the_unit), cmocka_unit_test(a_fleet_that_may_be_empty),
        cmocka_unit_test(electric_ones_to_come),     cmocka_unit_test(confidence),
        cmocka_unit_test(families_of_grades),        cmocka_unit_test(doors_without_need),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
