/* golden_test.c - the worked numbers of golden.json, part by part: estimation.md's own, made with
 * another program. A part is one line of `part` and one small checker; what no line names is in
 * `elsewhere`, and a part of the file that is in neither fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "../support/rules_of.h"
#include "youka/estimate/normal.h"
#include "youka/estimate/units.h"

#define GOLDEN "tests/estimate/golden.json"
#define TOLERANCE 1e-9 /* relative */

static void same(double got, double want, const char *what)
{
    if (!(fabs(got - want) <= TOLERANCE * fabs(want)))
        fail_msg("%s: %.17g, not %.17g", what, got, want);
}

static double at(const json_t *array, size_t i)
{
    const json_t *value = json_array_get(array, i);

    if (!json_is_number(value) && !json_is_boolean(value))
        fail_msg("no number at %zu", i);
    return json_is_boolean(value) ? json_is_true(value) : json_number_value(value);
}

static double named(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);

    if (!json_is_number(value))
        fail_msg("no number «%s»", name);
    return json_number_value(value);
}

/* The cases of a part, at least one. */
static const json_t *cases_of(const json_t *part)
{
    const json_t *cases = json_object_get(part, "cases");

    assert_true(json_array_size(cases) > 0);
    return cases;
}

static void same_normal(struct yk_normal got, const json_t *want, const char *what)
{
    same(got.m, at(want, 0), what);
    same(got.s2, at(want, 1), what);
}

static void same_range(struct yk_range got, const json_t *want, const char *what)
{
    same(got.p10, named(want, "p10"), what);
    same(got.p50, named(want, "p50"), what);
    same(got.p90, named(want, "p90"), what);
    same(got.mean, named(want, "mean"), what);
}

static void check_heap_var(const json_t *part)
{
    size_t i;
    const json_t *c;

    json_array_foreach(cases_of(part), i, c)
        same(yk_heap_var(at(c, 0)), at(c, 1), "variance of rounding");
}

static void check_litres_per_tonne(const json_t *part)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    size_t i;
    const json_t *c;

    json_array_foreach(cases_of(part), i, c)
    {
        const char *grade = json_string_value(json_array_get(c, 0));
        const struct yk_fuel_prior *fuel = yk_rules_fuel(&rules, grade);
        assert_non_null(fuel);
        same(yk_litres(1, "t", fuel->density_kg_l, fuel->price_yuan_l), at(c, 1), grade);
    }
    yk_arena_release(&a);
}

static void check_digamma_trigamma(const json_t *part)
{
    size_t i;
    const json_t *c;

    json_array_foreach(cases_of(part), i, c)
    {
        same(yk_digamma(at(c, 0)), at(c, 1), "digamma");
        same(yk_trigamma(at(c, 0)), at(c, 2), "trigamma");
    }
}

/* in: E, h, var_h, alpha, sS2, phi, known owner */
static void check_fleet_prior(const json_t *part)
{
    size_t i;
    const json_t *c;

    json_array_foreach(cases_of(part), i, c)
    {
        const json_t *in = json_object_get(c, "in");
        struct yk_fleet_prior prior = {
            .expected = at(in, 0),
            .ratio = at(in, 1),
            .ratio_var = at(in, 2),
            .alpha = at(in, 3),
            .size_var = at(in, 4),
            .phi = at(in, 5),
            .owner = at(in, 6) != 0,
        };
        same_normal(yk_fleet_prior(&prior), json_object_get(c, "out"), "prior of a fleet");
    }
}

static void check_fleet_update(const json_t *part)
{
    const json_t *prior = json_object_get(part, "prior");
    size_t i;
    const json_t *c;

    json_array_foreach(cases_of(part), i, c)
    {
        const char *source = json_string_value(json_object_get(c, "src"));
        const json_t *seen = json_object_get(c, "obs");
        struct yk_normal post = yk_normal_combine((struct yk_normal){at(prior, 0), at(prior, 1)},
                                                  (struct yk_normal){at(seen, 0), at(seen, 1)});
        same_normal(post, json_object_get(c, "post"), source);
        same_range(yk_normal_range(post), c, source);
    }
}

/* in: m0, s0, [(y, variance)] */
static void check_combine(const json_t *part)
{
    const json_t *in = json_object_get(part, "in");
    struct yk_normal n = {at(in, 0), at(in, 1)};
    size_t i;
    const json_t *seen;

    json_array_foreach(json_array_get(in, 2), i, seen) n =
        yk_normal_combine(n, (struct yk_normal){at(seen, 0), at(seen, 1)});
    same_normal(n, json_object_get(part, "out"), "two observations");
}

/* m = ln 8000, s2 = .16, g92 .7, g95 .3, phi_g 10 (the part's own note) */
static void check_grades(const json_t *part)
{
    static const struct {
        const char *grade;
        double share;
    } row[] = {{"g92", .7}, {"g95", .3}};
    const json_t *out = json_object_get(part, "out");

    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_range r = yk_grade_range((struct yk_normal){log(8000), .16}, 1, row[i].share, 10);
        same_range(r, json_object_get(out, row[i].grade), row[i].grade);
    }
}

static const struct part {
    const char *name;
    void (*check)(const json_t *part);
} part[] = {
    {"heap_var", check_heap_var},
    {"litres_per_tonne", check_litres_per_tonne},
    {"digamma_trigamma", check_digamma_trigamma},
    {"fleet_prior", check_fleet_prior},
    {"fleet_update", check_fleet_update},
    {"combine", check_combine},
    {"grades", check_grades},
};
#define PARTS (sizeof part / sizeof *part)

/* Not of this room, or without a function of their own here; the first ones wait for theirs. */
static const char *const elsewhere[] = {
    "tree",          "unit",     "whole",    "gamma_poisson", "recalibrate", "huff",  "logistic",
    "beta_binomial", "priority", "nb_blank", "chapman",       "chao1",       "tiers", "knapsack",
};

static json_t *golden;

static int set_up(void **state)
{
    json_error_t error;
    (void)state;
    golden = json_load_file(GOLDEN, 0, &error);
    if (!golden)
        print_error("%s line %d: %s\n", GOLDEN, error.line, error.text);
    return golden ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    json_decref(golden);
    return 0;
}

static void run_part(void **state)
{
    const struct part *p = *state;
    const json_t *numbers = json_object_get(golden, p->name);

    assert_non_null(numbers);
    p->check(numbers);
}

static bool is_known(const char *name)
{
    for (size_t i = 0; i < PARTS; i++) {
        if (!strcmp(part[i].name, name))
            return true;
    }
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
        if (!strcmp(elsewhere[i], name))
            return true;
    }
    return false;
}

static void no_part_is_forgotten(void **state)
{
    const char *name;
    json_t *numbers;
    (void)state;
    json_object_foreach(golden, name, numbers)
    {
        if (!is_known(name))
            fail_msg("%s: nobody checks «%s»", GOLDEN, name);
    }
    assert_int_equal(json_object_size(golden), PARTS + sizeof elsewhere / sizeof *elsewhere);
}

int main(void)
{
    struct CMUnitTest tests[PARTS + 1] = {cmocka_unit_test(no_part_is_forgotten)};

    for (size_t i = 0; i < PARTS; i++) {
        tests[i + 1] = (struct CMUnitTest){
            .name = part[i].name,
            .test_func = run_part,
            .initial_state = (void *)(uintptr_t)&part[i],
        };
    }
    return cmocka_run_group_tests_name("golden", tests, set_up, tear_down);
}
