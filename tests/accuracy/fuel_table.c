/* fuel_table.c - runs every method over every region and averages. */
#include "fuel_table.h"

#include <stdlib.h>

#include "youka/estimate/estimate.h"

const char *const fuel_method_name[FUEL_METHODS] = {"this method, defaults", "this method, learnt",
                                                    "ridge + repair", "ratio + repair",
                                                    "mean + repair"};

static void estimate_ours(struct yk_range *out, struct fuel_world *w, const struct yk_rules *rules)
{
    struct yk_estimate *e = YK_ARENA_ARRAY(&w->a, struct yk_estimate, w->t.doors);
    struct yk_territory t = w->t;

    t.rules = rules;
    yk_estimate_all(e, &t, w->place, 1, &w->a);
    for (size_t i = 0; i < t.doors; i++)
        out[i] = e[i].litres;
}

void fuel_region_score(struct fuel_score out[FUEL_METHODS], enum fuel_law law,
                       enum fuel_repair repair, uint64_t seed)
{
    struct fuel_world w;
    static struct yk_range guess[FUEL_CLIENTS];
    static struct fuel_case cases[FUEL_CLIENTS];
    static double truth[FUEL_CLIENTS];
    static int told[FUEL_CLIENTS];

    fuel_world_make(&w, law, seed);
    struct yk_rules learning = fuel_world_learning(&w);
    for (size_t i = 0; i < FUEL_CLIENTS; i++) {
        truth[i] = w.client[i].litres;
        told[i] = (int)w.client[i].told;
    }
    fuel_cases_read(cases, &w.t, repair);
    for (int m = 0; m < FUEL_METHODS; m++) {
        if (m < FUEL_OURS)
            estimate_ours(guess, &w, m == FUEL_LEARNT ? &learning : &w.rules);
        else
            fuel_rival_estimate(guess, (enum fuel_rival)(m - FUEL_OURS), cases, FUEL_CLIENTS);
        fuel_score_of(&out[m], guess, truth, told, FUEL_CLIENTS);
    }
    fuel_world_release(&w);
}

static void add(struct fuel_score *sum, const struct fuel_score *one)
{
    sum->covered += one->covered;
    sum->pinball += one->pinball;
    sum->rmse += one->rmse;
    sum->caught += one->caught;
    for (int k = 0; k < FUEL_KINDS_MOST; k++) {
        sum->kind_covered[k] += one->kind_covered[k] * (double)one->kind_count[k];
        sum->kind_count[k] += one->kind_count[k];
    }
}

static void average(struct fuel_score *sum, double regions)
{
    sum->covered /= regions;
    sum->pinball /= regions;
    sum->rmse /= regions;
    sum->caught /= regions;
    for (int k = 0; k < FUEL_KINDS_MOST; k++)
        if (sum->kind_count[k])
            sum->kind_covered[k] /= (double)sum->kind_count[k];
}

void fuel_table_make(struct fuel_table *out, enum fuel_law law, enum fuel_repair repair,
                     size_t regions, uint64_t first)
{
    struct fuel_score one[FUEL_METHODS];

    *out = (struct fuel_table){.regions = regions};
    for (size_t r = 0; r < regions; r++) {
        fuel_region_score(one, law, repair, first + r);
        for (int m = 0; m < FUEL_METHODS; m++)
            add(&out->mean[m], &one[m]);
        for (int m = 0; m < FUEL_OURS; m++)
            out->better[m] += one[m].pinball < one[FUEL_OURS + FUEL_RIDGE].pinball;
    }
    for (int m = 0; m < FUEL_METHODS; m++)
        average(&out->mean[m], (double)regions);
}
