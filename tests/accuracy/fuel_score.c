/* fuel_score.c - coverage, pinball loss, error of the logs, litres caught. */
#include "fuel_score.h"

#include <math.h>
#include <stdlib.h>

#include "youka/base/arena.h"

double fuel_pinball(double q, double quantile, double truth)
{
    return truth > quantile ? q * (truth - quantile) : (1 - q) * (quantile - truth);
}

struct ranked {
    double by, litres;
    size_t index;
};

static int most_first(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;

    if (a->by != b->by)
        return a->by < b->by ? 1 : -1;
    return (a->index > b->index) - (a->index < b->index);
}

static double litres_of_first(struct ranked *r, size_t count, size_t first)
{
    double sum = 0;

    qsort(r, count, sizeof *r, most_first);
    for (size_t i = 0; i < first; i++)
        sum += r[i].litres;
    return sum;
}

static double caught(const struct yk_range *guess, const double *truth, size_t count)
{
    struct ranked *r = yk_alloc((count + 1) * sizeof *r);
    size_t fifth = (count + 4) / 5;

    for (size_t i = 0; i < count; i++)
        r[i] = (struct ranked){guess[i].mean, truth[i], i};
    double got = litres_of_first(r, count, fifth);
    for (size_t i = 0; i < count; i++)
        r[i] = (struct ranked){truth[i], truth[i], i};
    double most = litres_of_first(r, count, fifth);
    free(r);
    return got / most;
}

void fuel_score_of(struct fuel_score *out, const struct yk_range *guess, const double *truth,
                   const int *kind, size_t count)
{
    *out = (struct fuel_score){0};
    for (size_t i = 0; i < count; i++) {
        double y = log(truth[i]), p50 = log(guess[i].p50);
        bool in = guess[i].p10 <= truth[i] && truth[i] <= guess[i].p90;
        out->covered += in;
        out->pinball += (fuel_pinball(.1, log(guess[i].p10), y) + fuel_pinball(.5, p50, y) +
                         fuel_pinball(.9, log(guess[i].p90), y)) /
                        3;
        out->rmse += (p50 - y) * (p50 - y);
        if (kind) {
            out->kind_covered[kind[i]] += in;
            out->kind_count[kind[i]]++;
        }
    }
    out->covered /= (double)count;
    out->pinball /= (double)count;
    out->rmse = sqrt(out->rmse / (double)count);
    out->caught = caught(guess, truth, count);
    for (int k = 0; k < FUEL_KINDS_MOST; k++)
        if (out->kind_count[k])
            out->kind_covered[k] /= (double)out->kind_count[k];
}
