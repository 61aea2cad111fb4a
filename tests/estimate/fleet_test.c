/* fleet_test.c - how many declared vehicles burn fuel, and how much each. Expected values are
 * worked by hand in each row's comment from the shipped priors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/estimate/observe.h"
#include "../support/answers_of.h"
#include "../support/near.h"
#include "settings_of.h"

static struct yk_fleet fleet_of(const char *text)
{
    struct yk_answers answers = answers_of(&arena, text);
    struct yk_fleet f;

    yk_fleet_read(&f, &answers, &settings);
    return f;
}

#define CAR "fleet:veh_class=car,veh_count=10,veh_fuel=g92"
#define TRUCK "fleet:veh_class=light_truck,veh_count=5,veh_fuel=d0"

static void counts(void **state)
{
    static const struct {
        const char *what, *answers;
        bool given;
        double declared, burning;
    } row[] = {
        {"nothing", "category=hotel", false, 0, 0},
        {"a count", "vehicle_total=20", true, 20, 20},
        {"none", "vehicle_total=0", true, 0, 0},
        {"some electric", "vehicle_total=20;nev_count=5", true, 20, 15},
        {"more electric than all", "vehicle_total=8;nev_count=9", true, 8, 0},
        {"lines alone", CAR ";" TRUCK, true, 15, 15},
        {"half of them listed", "vehicle_total=20;" CAR, true, 20, 20},
        {"electric ones counted and listed",
         "vehicle_total=12;nev_count=2;" CAR ";fleet:veh_class=nev,veh_count=2", true, 12, 10},
        {"gas is not ours",
         "vehicle_total=13;nev_count=1;" CAR ";fleet:veh_class=car,veh_count=1,veh_fuel=electric;"
         "fleet:veh_class=heavy_truck,veh_count=2,veh_fuel=lng",
         true, 13, 10},
        {"electric ones alone say nothing", "nev_count=3", false, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_fleet f = fleet_of(row[i].answers);
        if (f.given != row[i].given)
            fail_msg("%s: given %d", row[i].what, f.given);
        near_to(f.declared, row[i].declared, row[i].what);
        near_to(f.burning, row[i].burning, row[i].what);
    }
}

static void classes(void **state)
{
    static const struct {
        const char *what, *answers;
        bool known;
        double litres_each, mix_var;
    } row[] = {
        /* 1938 L; ln(1 + (e^.25 - 1)/15) */
        {"one class", "vehicle_total=15;fleet:veh_class=heavy_truck,veh_count=15,veh_fuel=d0", true,
         1938, 0.018757991441525},
        /* (10*113 + 5*300)/15; ln(1 + (10*113^2 + 5*300^2)(e^.25-1)/2630^2) */
        {"two classes", CAR ";" TRUCK, true, 175.333333333333, 0.023444432181568},
        {"half of them", "vehicle_total=20;" CAR, false, 0, 0},
        /* 4000 km * 35 L/100 km; ln(1 + (e^.25-1)/2) */
        {"distance told",
         "fleet:veh_class=heavy_truck,veh_count=2,veh_fuel=d0,veh_km_month=4000,veh_l_100km=35",
         true, 1400, 0.132792239318898},
        /* 200 h * 15 L/h; ln(1 + (e^.49-1)/3) */
        {"hours told",
         "fleet:veh_class=machinery,veh_count=3,veh_fuel=d0,veh_hours_month=200,veh_l_hour=15",
         true, 3000, 0.191258233246691},
        {"none burns", "fleet:veh_class=nev,veh_count=3", false, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_fleet f = fleet_of(row[i].answers);
        if (f.by_lines != row[i].known)
            fail_msg("%s: known %d", row[i].what, f.by_lines);
        near_to(f.litres_each, row[i].litres_each, row[i].what);
        near_to(f.mix_var, row[i].mix_var, row[i].what);
    }
}

static void families(void **state)
{
    const struct yk_category_prior *hotel = yk_rules_category(&rules, "hotel");
    struct yk_fleet f = fleet_of(CAR ";" TRUCK);
    (void)state;
    near_to(yk_family_share(&f, hotel, YK_GASOLINE), 1130. / 2630, "gasoline of the lines");
    near_to(f.grade[0], 1130, "g92");
    near_to(f.grade[3], 1500, "d0");
    f = fleet_of("vehicle_total=3");
    near_to(yk_family_share(&f, hotel, YK_DIESEL), .2, "diesel of the category");
    /* A grade not known: the class's family, by the shares of the table. */
    f = fleet_of("fleet:veh_class=car,veh_count=2,veh_fuel=unknown");
    near_to(f.grade[1], 226 * .30, "g95");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts),
        cmocka_unit_test(classes),
        cmocka_unit_test(families),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
