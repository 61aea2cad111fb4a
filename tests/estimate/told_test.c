/* told_test.c - which amount a client told, in which unit, how rounded. Expected values are worked
 * by hand in each row's comment from the shipped priors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/estimate/observe.h"
#include "../support/answers_of.h"
#include "../support/near.h"
#include "settings_of.h"

static unsigned read_told(struct yk_told out[YK_TOLD], const char *text)
{
    struct yk_answers answers = answers_of(&arena, text);
    struct yk_fleet fleet;

    yk_fleet_read(&fleet, &answers, &settings);
    return yk_told_read(out, &answers,
                        yk_rules_category(&rules, yk_answer_text(&answers, "category")), &fleet,
                        &settings);
}

static void amounts(void **state)
{
    static const struct {
        const char *what, *answers, *piece;
        enum yk_unit unit;
        double told, log_amount, extra_var;
    } row[] = {
        /* ln 450; (10/450)^2/12 */
        {"litres", "category=hotel;gas_month=450;gas_unit=l;diesel_month=0", "told_volume",
         YK_LITRES, 450, 6.10924758276437, 0.0000411522633744856},
        /* told in one unit the sum was told: ln 450 */
        {"the sum of two", "category=hotel;gas_month=300;gas_unit=l;diesel_month=150;diesel_unit=l",
         "told_volume", YK_LITRES, 450, 6.10924758276437, 0.0000411522633744856},
        /* 18 ends in no zero */
        {"tonnes", "category=construction;gas_month=0;gas_unit=l;diesel_month=18;diesel_unit=t",
         "told_volume", YK_TONNES, 18, 2.89037175789616, 0},
        /* an enterprise: 10 t / .74 + 7200 yuan / 7.2 = 14513.51 L, in tonnes 10.74 */
        {"two units",
         "category=enterprise;gas_month=10;gas_unit=t;diesel_month=7200;diesel_unit=cny",
         "told_volume", YK_TONNES, 10.74, 2.3739750890807185, 0},
        /* documents are not rounded */
        {"a document",
         "category=hotel;gas_month=5000;gas_unit=l;diesel_month=0;volume_source=document",
         "told_volume", YK_LITRES, 5000, 8.51719319141624, 0},
        /* gasoline only, a hotel burns .8 of it: 450/.8; + ln(1 + .2/(.8*11)) */
        {"one family", "category=hotel;gas_month=450;gas_unit=l", "told_volume", YK_LITRES, 450,
         6.33239113407858, 0.0225140081154331},
        /* community burns no diesel by the table: .05 where it divides; 40/.05 = 800;
         * (10/40)^2/12 + ln(1 + .95/(.05*11)) */
        {"a family that it should not burn", "category=community;diesel_month=40;diesel_unit=l",
         "told_volume", YK_LITRES, 40, 6.68461172766793, 1.008510442197118},
        /* the lines say 3 heavy trucks only: all of it is diesel */
        {"a family by the lines",
         "category=hotel;diesel_month=45;diesel_unit=l;fleet:veh_class=heavy_truck,veh_count=3",
         "told_volume", YK_LITRES, 45, 3.80666248977032, 0},
        /* 40 L * 3 * 52/12 = 520 L, by counting: ln(520/.70); (10/520)^2/12 */
        {"fills", "category=hotel;litres_fill=40;fills_week=3;volume_source=counted", "fills",
         YK_LITRES, 520, 6.61050375551421, 0.0000308185404339},
        /* ln 120; (10/120)^2/12; a reseller's purchase is its volume */
        {"a reseller", "category=private_station;resale_month_t=120;gas_month=9;gas_unit=t",
         "told_volume", YK_TONNES, 120, 4.78749174278205, 0.0005787037037037},
        /* ln 5000; (1000/5000)^2/12: a visit's number is the whole, whatever the survey was told */
        {"told on a visit", "category=hotel;gas_month=450;gas_unit=l;month_litres_told=5000",
         "told_volume", YK_LITRES, 5000, 8.51719319141624, 0.0033333333333333},
        {"nobody else resells", "category=hotel;resale_month_t=120;gas_month=45;diesel_month=0",
         "told_volume", YK_LITRES, 45, 3.80666248977032, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_told told[YK_TOLD];
        if (read_told(told, row[i].answers) != 1)
            fail_msg("%s: not one amount", row[i].what);
        assert_string_equal(told[0].piece, row[i].piece);
        assert_int_equal(told[0].unit, row[i].unit);
        near_to(told[0].told, row[i].told, row[i].what);
        near_to(told[0].log_amount, row[i].log_amount, row[i].what);
        near_to(told[0].extra_var, row[i].extra_var, row[i].what);
    }
}

static void what_is_no_amount(void **state)
{
    struct yk_told told[YK_TOLD];
    (void)state;
    assert_int_equal(read_told(told, "category=hotel"), 0);
    assert_int_equal(read_told(told, "category=hotel;gas_month=0;diesel_month=0"), 0);
    assert_int_equal(read_told(told, "category=hotel;gas_month=0"), 0);
    assert_int_equal(read_told(told, "category=hotel;gas_month=9;month_litres_told=0"), 0);
    assert_int_equal(read_told(told, "category=hotel;litres_fill=40"), 0);
    assert_int_equal(read_told(told, "category=hotel;litres_fill=40;fills_week=0"), 0);
    assert_int_equal(read_told(told, "category=hotel;gas_month=45;litres_fill=40;fills_week=3"), 2);
    assert_string_equal(told[0].piece, "told_volume");
    assert_string_equal(told[1].piece, "fills");
    assert_true(told[0].unit_missing);
    assert_string_equal(told[0].source->info_source, "guess");
    /* whose word a visit's number is */
    assert_int_equal(read_told(told, "category=hotel;month_litres_told=9;volume_source=guess"), 1);
    assert_string_equal(told[0].source->info_source, "driver");
    assert_int_equal(read_told(told, "category=hotel;month_litres_told=9;decider_met=yes"), 1);
    assert_string_equal(told[0].source->info_source, "manager");
    assert_int_equal(read_told(told, "category=hotel;gas_month=45;gas_unit=t;diesel_month=0"), 1);
    assert_false(told[0].unit_missing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts),
        cmocka_unit_test(what_is_no_amount),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
