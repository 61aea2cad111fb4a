/* estimate_test.c - whole doors: told volumes, fleets, categories, doubts, and no figure that is
 * none. Expected logs and variances are worked by hand in each row's comment from the shipped
 * priors: source sd manager .20, driver .30, guard .45, counted .50 (bias ln .70); sig_u .45, sig_v
 * .50. */
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

static struct yk_estimate estimate_of(const char *text)
{
    struct yk_answers answers = answers_of(&arena, text);
    struct yk_estimate e;

    yk_estimate_door(&e, &answers, &rules, &arena);
    return e;
}

struct row {
    const char *what, *answers, *piece; /* the first piece */
    double m, s2;
    char confidence;
};

static void check_rows(const struct row *row, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct yk_estimate e = estimate_of(row[i].answers);
        near_to(e.log_mean, row[i].m, row[i].what);
        near_to(e.log_var, row[i].s2, row[i].what);
        near_to(e.litres.p50, exp(row[i].m), row[i].what);
        near_to(e.piece[0].value, exp(row[i].m), row[i].what);
        near_to(e.piece[0].weight, 1, row[i].what);
        assert_string_equal(e.piece[0].piece, row[i].piece);
        assert_int_equal(e.pieces, 1);
        if (e.confidence != row[i].confidence)
            fail_msg("%s: confidence %c", row[i].what, e.confidence);
        assert_false(e.unit_question);
    }
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *rows)

static void told_volumes(void **state)
{
    static const struct row row[] = {
        /* ln 450; .04 + (10/450)^2/12 */
        {"litres",
         "category=hotel;gas_month=450;gas_unit=l;diesel_month=0;diesel_unit=l;volume_source="
         "manager",
         "told_volume", 6.10924758276437, 0.0400411522633745, 'B'},
        /* 18 t / .84 kg/L = 21428.57 L; 18 ends in no zero */
        {"tonnes",
         "category=construction;gas_month=0;gas_unit=l;diesel_month=18;diesel_unit=t;volume_source="
         "manager",
         "told_volume", 9.97248042402308, 0.04, 'B'},
        /* 10 t / .74 + 7200 yuan / 6.9 = 14556.99 L, a number that nobody rounded */
        {"two units",
         "category=enterprise;gas_month=10;gas_unit=t;diesel_month=7200;diesel_unit=cny;volume_"
         "source=driver",
         "told_volume", 9.58582669150186, 0.09, 'B'},
        /* documents are not rounded: .05^2 */
        {"a document",
         "category=hotel;gas_month=5000;gas_unit=l;diesel_month=0;diesel_unit=l;volume_source="
         "document",
         "told_volume", 8.51719319141624, 0.0025, 'A'},
        /* 450 L of gasoline only, a hotel burns .8 gasoline: 450/.8; + ln(1 + .2/(.8*11)) */
        {"one family", "category=hotel;gas_month=450;gas_unit=l;volume_source=manager",
         "told_volume", 6.33239113407858, 0.0625140081154331, 'B'},
        /* 40 L * 3 * 52/12 = 520 L, seen by counting: / .70; .25 + (10/520)^2/12 */
        {"fills", "category=hotel;litres_fill=40;fills_week=3;volume_source=counted", "fills",
         6.61050375551421, 0.250030818540434, 'C'},
        /* 120 t / .74 * 1000; .04 + (10/120)^2/12; a reseller's own cars do not count */
        {"a reseller",
         "category=private_station;resale_month_t=120;vehicle_total=3;volume_source=manager",
         "told_volume", 11.9963521145481, 0.0405787037037037, 'B'},
    };
    (void)state;
    CHECK(row);
}

static void fleets(void **state)
{
    static const struct row row[] = {
        /* 15 * 1938 L; .04 + .45^2 + ln(1 + (e^.25 - 1)/15); 15 ends in no zero */
        {"one class",
         "category=logistics;vehicle_source=manager;vehicle_total=15;fleet:veh_class=heavy_truck,"
         "veh_count=15,veh_fuel=d0",
         "fleet_lines", 10.2774619935529, 0.261257991441525, 'B'},
        /* 10*113 + 5*300 = 2630 L; .09 + .45^2 + ln(1 + (10*113^2 + 5*300^2)(e^.25-1)/2630^2) */
        {"two classes",
         "category=enterprise;vehicle_total=15;vehicle_source=driver;"
         "fleet:veh_class=car,veh_count=10,veh_fuel=g92;fleet:veh_class=light_truck,veh_count=5,"
         "veh_fuel=d0",
         "fleet_lines", 7.87473912517181, 0.315944432181568, 'B'},
        /* 2 * 4000 km * 35 L/100 km; told use leaves .45^2 out: .04 + ln(1 + (e^.25-1)/2) */
        {"told distance",
         "category=logistics;vehicle_total=2;vehicle_source=manager;"
         "fleet:veh_class=heavy_truck,veh_count=2,veh_fuel=d0,veh_km_month=4000,veh_l_100km=35",
         "fleet_lines", 7.9373746961633, 0.172792239318898, 'B'},
        /* 3 * 200 h * 15 L/h; .0025 + ln(1 + (e^.49-1)/3) */
        {"told hours",
         "category=construction;vehicle_total=3;vehicle_source=document;"
         "fleet:veh_class=machinery,veh_count=3,veh_fuel=d0,veh_hours_month=200,veh_l_hour=15",
         "fleet_lines", 9.10497985631836, 0.193758233246691, 'A'},
        /* gas and electricity are not ours: as «two classes» */
        {"electric and gas",
         "category=enterprise;vehicle_total=19;nev_count=2;vehicle_source=driver;"
         "fleet:veh_class=car,veh_count=10,veh_fuel=g92;fleet:veh_class=light_truck,veh_count=5,"
         "veh_fuel=d0;"
         "fleet:veh_class=nev,veh_count=2,veh_fuel=electric;fleet:veh_class=heavy_truck,veh_count="
         "2,veh_fuel=lng",
         "fleet_lines", 7.87473912517181, 0.315944432181568, 'B'},
        /* 10*113 + the other 10 at a hotel's 180 L: 2930 L; .04 + (10/20)^2/12 + .45^2 +
         * ln(1 + 10(113^2 + 180^2)(e^.25-1)/2930^2) */
        {"half of them listed",
         "category=hotel;vehicle_total=20;vehicle_source=manager;fleet:veh_class=car,veh_count=10,"
         "veh_fuel=g92",
         "fleet_lines", 7.98275770201111, 0.278166622102698, 'B'},
        /* 20 * 180; .45^2 + (10/20)^2/12 + .45^2 + .25/20 */
        {"a count", "category=hotel;vehicle_total=20;vehicle_source=guard", "vehicle_total",
         8.1886891244442, 0.438333333333333, 'C'},
        /* 18/.70 * 180; .25 + .45^2 + .25/(18/.70) */
        {"counted in the yard", "category=hotel;vehicle_total=18;vehicle_source=counted",
         "vehicle_total", 8.44000355272511, 0.462222222222222, 'C'},
        /* (20-5) * 180; .04 + (10/20)^2/12 + .45^2 + .25/15 */
        {"some electric", "category=hotel;vehicle_total=20;nev_count=5;vehicle_source=manager",
         "vehicle_total", 7.90100705199242, 0.28, 'B'},
        /* a declared 0 is ln .5 with v + 1; * 180: 1.04 + .45^2 + .25 */
        {"none declared", "category=hotel;vehicle_total=0;vehicle_source=manager", "vehicle_total",
         4.49980967033027, 1.4925, 'B'},
        /* as «none declared», all 8 are electric */
        {"all electric", "category=hotel;vehicle_total=8;nev_count=8;vehicle_source=manager",
         "vehicle_total", 4.49980967033027, 1.4925, 'B'},
    };
    (void)state;
    CHECK(row);
}

/* estimation.md §3.3 and §5.1 with alpha 2: psi(2) = 1 - .5772156649015329, psi'(2) = pi^2/6 - 1.
 */
static void categories(void **state)
{
    static const struct row row[] = {
        /* E = .02 * 140 = 2.8: N (.884871, .623521); * 180; + .45^2 + .25/e^.884871 */
        {"size told", "category=hotel;room_count=140", "category", 6.07782796376775,
         0.929212606768968, 'D'},
        /* E = .02 * 90 = 1.8 and .90^2 more: N (.609379, .705835) */
        {"size unknown", "category=hotel;visit_result=refused", "category", 5.80233548226943,
         1.04425695017505, 'D'},
        /* E = .8 * 40 = 32, phi .2: N (3.195373, .653124); * 1600 */
        {"drivers", "category=logistics;driver_count=40", "category", 10.5731319655711,
         0.865862127100217, 'D'},
        {"a told 0 is no volume", "category=hotel;room_count=140;gas_month=0;diesel_month=0",
         "category", 6.07782796376775, 0.929212606768968, 'D'},
    };
    (void)state;
    CHECK(row);
    struct yk_estimate e = estimate_of("category=hotel;room_count=140");
    near_to(e.vehicles.p50, exp(0.884871112877542), "vehicles");
    near_to(e.vehicles.mean, exp(0.884871112877542 + 0.623520764206626 / 2), "vehicles' mean");
}

/* 4000 L by the manager (.04 + (1000/4000)^2/12) and 15 light trucks by a driver (4500 L,
 * .09 + .45^2 + ln(1 + (e^.25-1)/15) = .311258): precisions add. */
static void told_and_computed(void **state)
{
    struct yk_estimate e =
        estimate_of("category=enterprise;gas_month=0;gas_unit=l;diesel_month=4000;diesel_unit=l;"
                    "volume_source=manager;vehicle_source=driver;fleet:veh_class=light_truck,veh_"
                    "count=15,veh_fuel=d0");
    (void)state;
    near_to(e.log_mean, 8.30898730564541, "m");
    near_to(e.log_var, 0.0394748509235472, "s2");
    assert_int_equal(e.pieces, 2);
    near_to(e.piece[0].weight, 0.8731764259586468, "weight of the told");
    near_to(e.piece[1].weight, 1 - 0.8731764259586468, "weight of the computed");
    near_to(e.piece[0].told, 4000, "told");
    assert_string_equal(e.piece[0].unit, "l");
    assert_string_equal(e.piece[1].source, "driver");
    assert_int_equal(e.confidence, 'B');
    /* Diesel only, g* grades are 0; d0 is all of it by the line. */
    near_to(e.grade[0].p90, 0, "g92");
    near_to(e.grade[3].mean, e.litres.mean, "d0");
    near_to(e.grade[3].p50, e.litres.p50, "d0");
    near_to(e.vehicles.p50, 15, "vehicles");
}

/* 36,000 «litres a month» of 10 cars (1130 L, v .04 + 1/12 + .45^2 + ln(1 + (e^.25-1)/10) =
 * .353846): told v = .04 + (1000/36000)^2/12 + 2.25 = 2.290064, weight .13383; the two still
 * disagree by chi^2 = (ln 36000/1130)^2 / (2.290064 + .353846) = 4.5314, by which the result is
 * wider. */
static void doubtful_unit(void **state)
{
    struct yk_estimate e =
        estimate_of("category=enterprise;gas_month=36000;gas_unit=l;diesel_month=0;diesel_unit=l;"
                    "volume_source=manager;vehicle_source=manager;fleet:veh_class=car,veh_count=10,"
                    "veh_fuel=g92");
    (void)state;
    assert_true(e.unit_question);
    assert_string_equal(e.piece[0].unit, "l");
    near_to(e.piece[0].value, 36000, "the stated unit is kept");
    near_to(e.piece[0].weight, 0.13383237850193105, "weight");
    near_to(e.log_mean, 7.49320709816432, "m");
    near_to(e.log_var, 1.38880718294314, "s2");
}

static void which_units_are_doubtful(void **state)
{
    static const struct {
        const char *what, *answers;
        bool doubtful;
    } row[] = {
        {"unit missing", "category=hotel;gas_month=3000;diesel_month=0;volume_source=manager",
         true},
        {"nothing to measure by",
         "category=hotel;gas_month=36000;gas_unit=l;diesel_month=0;diesel_unit=l", false},
        {"within a factor of 3",
         "category=hotel;gas_month=5300;gas_unit=l;diesel_month=0;vehicle_total=10", false},
        {"just beyond it",
         "category=hotel;gas_month=5500;gas_unit=l;diesel_month=0;vehicle_total=10", true},
        {"far too little", "category=hotel;gas_month=3;gas_unit=l;diesel_month=0;vehicle_total=10",
         true},
        {"fills far from the fleet",
         "category=hotel;litres_fill=400;fills_week=30;vehicle_total=10", true},
        {"told far from fills",
         "category=hotel;gas_month=36000;gas_unit=l;diesel_month=0;litres_fill=40;fills_week=3",
         true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (estimate_of(row[i].answers).unit_question != row[i].doubtful)
            fail_msg("%s", row[i].what);
    struct yk_estimate e = estimate_of(row[0].answers);
    /* ln 3000; .04 + (1000/3000)^2/12 + 2.25 */
    near_to(e.log_mean, 8.00636756765025, "m");
    near_to(e.log_var, 2.29925925925926, "s2");
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

/* --- whatever the form lets through ----------------------------------------------------------- */

static uint64_t seed;

static uint64_t draw(uint64_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
    return (seed >> 33) % below;
}

/* A number of the form's range with its ends often in it. */
static double draw_number(double least, double most)
{
    switch (draw(4)) {
    case 0:
        return least;
    case 1:
        return most;
    default:
        return least + (most - least) * (double)draw(1000000) / 1e6;
    }
}

static const char *draw_code(const char *const *code)
{
    size_t n = 0;

    while (code[n])
        n++;
    return code[draw(n)];
}

static const char *const units[] = {"l", "t", "cny", NULL};
static const char *const sources[] = {"document", "manager", "driver", "guard",
                                      "counted",  "guess",   NULL};
static const char *const fuels[] = {"g92",  "g95", "g98", "d0",       "dm10",    "dm20",
                                    "dm35", "cng", "lng", "electric", "unknown", NULL};
static const char *const results[] = {"completed",    "partial",     "no_answer",
                                      "refused",      "not_allowed", "no_vehicles",
                                      "closed_moved", "duplicate",   NULL};

static void add_number(struct yk_buf *b, const char *code, double least, double most, bool whole)
{
    double x = draw_number(least, most);

    if (draw(2))
        yk_buf_printf(b, whole ? ";%s=%.0f" : ";%s=%.6f", code, x);
}

static void add_code(struct yk_buf *b, const char *code, const char *const *choices)
{
    if (draw(3))
        yk_buf_printf(b, ";%s=%s", code, draw_code(choices));
}

static void add_line(struct yk_buf *b)
{
    yk_buf_printf(b, ";fleet:veh_class=%s,veh_count=%.0f,veh_fuel=%s",
                  rules.vehicle[draw(rules.vehicles)].vehicle_class, draw_number(1, 20000),
                  draw_code(fuels));
    if (draw(2))
        yk_buf_printf(b, ",veh_km_month=%.6f", draw_number(0, 40000));
    if (draw(2))
        yk_buf_printf(b, ",veh_l_100km=%.6f", draw_number(1e-6, 100));
    if (draw(2))
        yk_buf_printf(b, ",veh_hours_month=%.6f", draw_number(0, 744));
    if (draw(2))
        yk_buf_printf(b, ",veh_l_hour=%.6f", draw_number(1e-6, 200));
}

static const char *draw_door(void)
{
    struct yk_buf b = {0};
    const struct yk_category_prior *c = &rules.category[draw(rules.categories)];

    yk_buf_printf(&b, "category=%s", c->category);
    if (draw(2))
        yk_buf_printf(&b, ";visit_result=%s", draw_code(results));
    add_number(&b, "vehicle_total", 0, 20000, true);
    add_number(&b, "nev_count", 0, 20000, true);
    add_code(&b, "vehicle_source", sources);
    add_number(&b, "gas_month", 0, 1e7, false);
    add_code(&b, "gas_unit", units);
    add_number(&b, "diesel_month", 0, 1e7, false);
    add_code(&b, "diesel_unit", units);
    add_code(&b, "volume_source", sources);
    add_number(&b, "litres_fill", 1e-6, 1500, false);
    add_number(&b, "fills_week", 0, 500, true);
    add_number(&b, "resale_month_t", 0, 1e7, false);
    if (*c->size_field)
        add_number(&b, c->size_field, 0, 1e6, true);
    for (uint64_t lines = draw(4); lines > 0; lines--)
        add_line(&b);
    const char *text = yk_arena_copy(&arena, b.text);
    yk_buf_release(&b);
    return text;
}

static bool in_order(struct yk_range r)
{
    return isfinite(r.p90) && isfinite(r.mean) && 0 <= r.p10 && r.p10 <= r.p50 && r.p50 <= r.p90 &&
           r.mean >= 0;
}

static void check_figures(const struct yk_estimate *e, const char *text)
{
    double weights = 0, grades = 0;

    for (size_t i = 0; i < e->pieces; i++) {
        weights += e->piece[i].weight;
        if (!isfinite(e->piece[i].value) || !isfinite(e->piece[i].told))
            fail_msg("piece %s of %s", e->piece[i].piece, text);
    }
    for (size_t i = 0; i < YK_GRADES; i++) {
        grades += e->grade[i].mean;
        if (!in_order(e->grade[i]))
            fail_msg("grade %zu of %s", i, text);
    }
    if (!in_order(e->vehicles) || !in_order(e->litres))
        fail_msg("range of %s", text);
    if (!e->none && fabs(weights - 1) > 1e-9)
        fail_msg("weights add up to %g: %s", weights, text);
    if (fabs(grades - e->litres.mean) > 1e-9 * e->litres.mean)
        fail_msg("grades add up to %g of %g: %s", grades, e->litres.mean, text);
}

static void figures_stay_figures(void **state)
{
    (void)state;
    seed = 20260305;
    for (int i = 0; i < 20000; i++) {
        const char *text = draw_door();
        struct yk_estimate e = estimate_of(text);
        check_figures(&e, text);
        if (!e.none && e.litres.p50 == 0 && !strstr(text, "visit_result=no_vehicles"))
            fail_msg("no litres for %s", text);
    }
}

static void all_doors(void **state)
{
    struct yk_door door[2] = {
        {.answers = answers_of(&arena, "category=hotel;room_count=140")},
        {.answers = answers_of(&arena, "category=logistics;driver_count=40")}};
    struct yk_territory t = {.door = door, .doors = 2, .rules = &rules};
    struct yk_estimate out[2];
    (void)state;
    struct yk_place place[2] = {{0}};
    yk_estimate_all(out, &t, place, 2, &arena);
    near_to(out[0].log_mean, 6.07782796376775, "the first");
    near_to(out[1].log_mean, 10.5731319655711, "the second");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_volumes),         cmocka_unit_test(fleets),
        cmocka_unit_test(categories),           cmocka_unit_test(told_and_computed),
        cmocka_unit_test(doubtful_unit),        cmocka_unit_test(which_units_are_doubtful),
        cmocka_unit_test(families_of_grades),   cmocka_unit_test(doors_without_need),
        cmocka_unit_test(figures_stay_figures), cmocka_unit_test(all_doors),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
