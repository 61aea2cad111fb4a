/* any_answer_test.c - whatever the form lets through, an estimate is a number: any_answer_test
 * [CLIENTS] tries 100,000 clients, or as many as asked for, in regions of 10,000. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../support/rules_of.h"
#include "any_answer.h"
#include "youka/estimate/estimate.h"

enum { REGION = 10000, MOST_PIECES = 8, MOST_NUMBERS = 64 + 5 * MOST_PIECES };
#define SEED 20261125u

static size_t clients = 100000;

/* --- one estimate ----------------------------------------------------------------------------- */
static bool range_holds(const struct yk_range *r)
{
    return isfinite(r->p10) && isfinite(r->p50) && isfinite(r->p90) && isfinite(r->mean) &&
           0 <= r->p10 && r->p10 <= r->p50 && r->p50 <= r->p90 && 0 <= r->mean;
}

static const char *pieces_wrong(const struct yk_estimate *e)
{
    double sum = 0;

    if (e->pieces == 0 || e->pieces > MOST_PIECES)
        return "number of pieces";
    for (size_t i = 0; i < e->pieces; i++) {
        const struct yk_piece *p = &e->piece[i];
        if (!p->piece || !p->source || !p->unit)
            return "a piece without a text";
        if (!isfinite(p->value) || p->value < 0 || !isfinite(p->told) || p->told < 0)
            return "a piece's value";
        if (!(p->weight >= 0 && p->weight <= 1) || !(p->meant_weight >= 0 && p->meant_weight <= 1))
            return "a piece's weight";
        if (!isfinite(p->stake) || p->stake < 0)
            return "a piece's stake";
        sum += p->weight;
    }
    return fabs(sum - 1) <= 1e-9 ? NULL : "weights do not add up to 1";
}

/* What does not hold, or NULL. */
static const char *wrong(const struct yk_estimate *e)
{
    double grades = 0;

    if (e->none)
        return NULL;
    if (!range_holds(&e->vehicles))
        return "vehicles";
    if (!range_holds(&e->litres))
        return "litres";
    for (int g = 0; g < YK_GRADES; g++) {
        if (!range_holds(&e->grade[g]))
            return "a grade";
        grades += e->grade[g].mean;
    }
    if (grades > e->litres.mean * (1 + 1e-6))
        return "grades beyond the total";
    if (isnan(e->log_mean) != isnan(e->log_var) || (isnan(e->log_mean) && e->litres.p90 > 0) ||
        (!isnan(e->log_mean) && !(isfinite(e->log_mean) && e->log_var > 0 && isfinite(e->log_var))))
        return "log_mean, log_var";
    if (!isfinite(e->peer_fleet) || e->peer_fleet < 0 || !isfinite(e->peer_litres) ||
        e->peer_litres < 0 || !(e->no_fleet >= 0 && e->no_fleet <= 1) ||
        !(e->kept_12m >= 0 && e->kept_12m <= 1))
        return "peers";
    if (e->confidence < 'A' || e->confidence > 'D')
        return "confidence";
    return pieces_wrong(e);
}

/* --- two estimates of one client -------------------------------------------------------------- */
static void put_range(double *out, size_t *n, const struct yk_range *r)
{
    out[(*n)++] = r->p10;
    out[(*n)++] = r->p50;
    out[(*n)++] = r->p90;
    out[(*n)++] = r->mean;
}

/* Every number of the estimate. */
static size_t numbers(double out[MOST_NUMBERS], const struct yk_estimate *e)
{
    size_t n = 0;

    put_range(out, &n, &e->vehicles);
    put_range(out, &n, &e->litres);
    for (int g = 0; g < YK_GRADES; g++)
        put_range(out, &n, &e->grade[g]);
    const double single[] = {e->log_mean,       e->log_var, e->peer_fleet, e->peer_litres,
                             e->no_fleet,       e->none,    e->confidence, e->unit_question,
                             (double)e->pieces, e->kept_12m};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        out[n++] = single[i];
    for (size_t i = 0; i < e->pieces && i < MOST_PIECES; i++) {
        out[n++] = e->piece[i].value;
        out[n++] = e->piece[i].weight;
        out[n++] = e->piece[i].told;
        out[n++] = e->piece[i].meant_weight;
        out[n++] = e->piece[i].stake;
    }
    return n;
}

static bool same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_bits(const struct yk_estimate *a, const struct yk_estimate *b)
{
    double x[MOST_NUMBERS], y[MOST_NUMBERS];
    size_t n = numbers(x, a);

    if (numbers(y, b) != n || memcmp(x, y, n * sizeof *x) != 0)
        return false;
    for (size_t i = 0; i < a->pieces; i++)
        if (!same_text(a->piece[i].piece, b->piece[i].piece) ||
            !same_text(a->piece[i].source, b->piece[i].source) ||
            !same_text(a->piece[i].unit, b->piece[i].unit) ||
            !same_text(a->piece[i].meant, b->piece[i].meant))
            return false;
    return true;
}

/* --- regions ---------------------------------------------------------------------------------- */
struct bench { /* one region and what it is worked on with */
    struct yk_arena form_arena, a;
    struct yk_rules rules;
    struct any_form form;
    struct any_region region;
    struct yk_estimate *estimate;
    struct dice d;
};

static struct bench b;

static int set_up(void **state)
{
    (void)state;
    b.rules = rules_of(&b.form_arena);
    any_form_read(&b.form, &b.form_arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&b.a);
    yk_arena_release(&b.form_arena);
    return 0;
}

static struct yk_estimate *estimate(const struct any_region *r, size_t threads)
{
    struct yk_estimate *out = YK_ARENA_ARRAY(&b.a, struct yk_estimate, r->t.doors + 1);

    yk_estimate_all(out, &r->t, r->place, threads, &b.a);
    return out;
}

static void next_region(size_t doors)
{
    yk_arena_reset(&b.a);
    any_region_make(&b.region, &b.form, &b.rules, doors, &b.d, &b.a);
    b.estimate = estimate(&b.region, 1);
}

static void numbers_of(size_t count)
{
    for (size_t done = 0; done < count; done += REGION) {
        next_region(count - done < REGION ? count - done : REGION);
        for (size_t i = 0; i < b.region.t.doors; i++) {
            const char *what = wrong(&b.estimate[i]);
            if (what)
                fail_msg("client %zu: %s: %s", done + i, what,
                         any_answers_text(&b.region.t.door[i].answers, &b.a));
        }
    }
}

static void numbers_hold(void **state)
{
    (void)state;
    b.d = (struct dice){SEED};
    numbers_of(clients);
}

/* Of gas_month the form asks only that it is not negative: 1e-300 is an amount as well. */
static void next_to_nothing(void **state)
{
    (void)state;
    b.d = (struct dice){SEED + 4};
    b.form.least_power = -300;
    numbers_of(REGION);
}

/* Back to amounts a person may type, whether or not the test held. */
static int ordinary_amounts(void **state)
{
    (void)state;
    b.form.least_power = -12;
    return 0;
}

static void compare(const struct yk_estimate *got, const size_t *order, const char *what)
{
    for (size_t i = 0; i < b.region.t.doors; i++) {
        size_t k = order ? order[i] : i;
        if (!same_bits(&got[i], &b.estimate[k]))
            fail_msg("%s: client %zu is estimated otherwise: %s", what, k,
                     any_answers_text(&b.region.t.door[k].answers, &b.a));
    }
}

static void threads_and_order_change_nothing(void **state)
{
    (void)state;
    b.d = (struct dice){SEED + 1};
    for (size_t done = 0; done < clients; done += REGION) {
        struct any_region shuffled;
        next_region(clients - done < REGION ? clients - done : REGION);
        size_t *order = YK_ARENA_ARRAY(&b.a, size_t, b.region.t.doors + 1);
        compare(estimate(&b.region, 2), NULL, "two threads");
        compare(estimate(&b.region, 3), NULL, "three threads");
        any_region_shuffle(&shuffled, order, &b.region, &b.d, &b.a);
        compare(estimate(&shuffled, 1), order, "another order");
        compare(estimate(&shuffled, 3), order, "another order, three threads");
    }
}

static void small_regions(void **state)
{
    (void)state;
    b.d = (struct dice){SEED + 2};
    for (size_t doors = 0; doors < 40; doors++) {
        next_region(doors);
        for (size_t i = 0; i < doors; i++)
            assert_null(wrong(&b.estimate[i]));
    }
}

/* The tries are worth something only if they reach what they are to reach. */
static void everything_is_tried(void **state)
{
    (void)state;
    b.d = (struct dice){SEED};
    next_region(REGION);
    for (size_t f = 0; f < b.form.fields; f++) {
        const struct any_field *field = &b.form.field[f];
        size_t seen = 0;
        for (size_t i = 0; i < b.region.t.doors; i++) {
            const struct yk_answers *a = &b.region.t.door[i].answers;
            seen += *field->repeat ? yk_repeat_has(a, field->repeat, field->name, NULL)
                                   : yk_answer_text(a, field->name) != NULL;
        }
        if (seen < 20 && strcmp(field->repeat, "contact") != 0)
            fail_msg("%s is answered %zu times", field->name, seen);
    }
}

/* The same with the spreads learnt from the answers. */
static void learning(void **state)
{
    struct yk_rules rules = b.rules;
    struct yk_parameter *spread = YK_ARENA_ARRAY(&b.form_arena, struct yk_parameter, rules.spreads);
    (void)state;

    memcpy(spread, rules.spread, rules.spreads * sizeof *spread);
    for (size_t i = 0; i < rules.spreads; i++)
        if (strcmp(spread[i].parameter, "learn") == 0)
            spread[i].value = 1;
    rules.spread = spread;
    b.d = (struct dice){SEED + 3};
    for (int r = 0; r < 2; r++) {
        yk_arena_reset(&b.a);
        any_region_make(&b.region, &b.form, &rules, REGION, &b.d, &b.a);
        b.estimate = estimate(&b.region, 1);
        for (size_t i = 0; i < REGION; i++)
            if (wrong(&b.estimate[i]))
                fail_msg("%s: %s", wrong(&b.estimate[i]),
                         any_answers_text(&b.region.t.door[i].answers, &b.a));
        compare(estimate(&b.region, 3), NULL, "learning on three threads");
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_hold),
        cmocka_unit_test(threads_and_order_change_nothing),
        cmocka_unit_test(small_regions),
        cmocka_unit_test(everything_is_tried),
        cmocka_unit_test(learning),
        cmocka_unit_test_teardown(next_to_nothing, ordinary_amounts)};

    if (argc > 1)
        clients = strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
