/* normal_test.c - the arithmetic of estimates against worked numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "youka/estimate/normal.h"

/* estimation_golden.json, digamma_trigamma. */
static void gamma_functions(void **state)
{
    static const double row[][3] = {{0.5, -1.9635100260215637, 4.934802200540349},
                                    {1.0, -0.5772156649018221, 1.6449340668398371},
                                    {2.0, 0.42278433509817764, 0.6449340668398371}};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        near_to(yk_digamma(row[i][0]), row[i][1], "digamma");
        near_to(yk_trigamma(row[i][0]), row[i][2], "trigamma");
    }
}

/* estimation_golden.json, fleet_prior. */
static void fleet_priors(void **state)
{
    static const struct {
        const char *what;
        struct yk_fleet_prior in;
        double m, s2;
    } row[] = {
        {"known owner", {12, 1.1, .02, 2, 0, 1, true}, 2.309896190786176, 0.760130014436102},
        {"unknown", {12, 1.1, .02, 2, 0, 1, false}, 2.3098539841305574, 0.7561145429933507},
        {"size unknown", {.8, 1, .1, 2, .81, 1, true}, 0.2897602866940446, 0.3224118282274363},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_normal n = yk_fleet_prior(&row[i].in);
        near_to(n.m, row[i].m, row[i].what);
        near_to(n.s2, row[i].s2, row[i].what);
    }
}

/* estimation_golden.json, combine and fleet_update (guard). */
static void precisions_add(void **state)
{
    struct yk_normal n = {8.006367567650246, 0.36};
    (void)state;
    n = yk_normal_combine(n, (struct yk_normal){8.411832675758411, 0.04});
    n = yk_normal_combine(n, (struct yk_normal){7.824046010856292, 0.2025});
    near_to(n.m, 8.288683877537586, "m");
    near_to(n.s2, 0.030566037735849056, "s2");

    n = yk_normal_combine((struct yk_normal){2.309896190786176, 0.760130014436102},
                          (struct yk_normal){2.8903717578961645, 0.2025});
    near_to(n.m, 2.768262224038933, "m");
    near_to(n.s2, 0.15990185805029047, "s2");
    struct yk_range r = yk_normal_range(n);
    near_to(r.p10, 9.542913521380255, "p10");
    near_to(r.p50, 15.93092556175079, "p50");
    near_to(r.p90, 26.595063309065466, "p90");
    near_to(r.mean, 17.2569188025311, "mean");
}

/* estimation_golden.json, grades. */
static void grades_split(void **state)
{
    struct yk_normal litres = {log(8000), .16};
    struct yk_range r = yk_grade_range(litres, 1, .7, 10);
    (void)state;
    near_to(r.p10, 3105.2153809759902, "g92 p10");
    near_to(r.p50, 5493.99672369761, "g92 p50");
    near_to(r.p90, 9720.42074276762, "g92 p90");
    near_to(r.mean, 6066.4075789797735, "g92 mean");
    r = yk_grade_range(litres, 1, .3, 10);
    near_to(r.p10, 1018.7149502367062, "g95 p10");
    near_to(r.p50, 2179.9082549501945, "g95 p50");
    near_to(r.p90, 4664.700364803558, "g95 p90");
    near_to(r.mean, 2599.888962419901, "g95 mean");
    r = yk_grade_range(litres, .5, 0, 10);
    near_to(r.p90, 0, "a grade nobody burns");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gamma_functions),
        cmocka_unit_test(fleet_priors),
        cmocka_unit_test(precisions_add),
        cmocka_unit_test(grades_split),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
