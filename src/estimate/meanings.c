/* meanings.c - a told amount as a mixture of what it may mean. */
#include "meanings.h"

#include <math.h>

/* ln of the litres a month of one, under a meaning. */
static double log_factor(enum yk_meant m, enum yk_unit stated,
                         const struct yk_category_prior *category, double vehicles)
{
    static const struct {
        enum yk_unit unit;
        double months;
    } of[YK_MEANT_VEHICLE] = {{YK_LITRES, 1},  {YK_LITRES, 12}, {YK_TONNES, 1},
                              {YK_TONNES, 12}, {YK_YUAN, 1},    {YK_YUAN, 12}};

    if (m == YK_MEANT_VEHICLE)
        return log(yk_unit_litres(stated, category) * fmax(vehicles, 1));
    return log(yk_unit_litres(of[m].unit, category) / of[m].months);
}

void yk_meanings_weigh(struct yk_meanings *out, const struct yk_told *told,
                       const struct yk_category_prior *category, struct yk_normal expected,
                       double vehicles, const struct yk_settings *s)
{
    double var = s->kappa_litres * told->source->log_sd * told->source->log_sd + told->extra_var;
    double own[2] = {fmax(var, YK_VAR_FLOOR), var + s->outlier_var};
    double base[2] = {log1p(-s->outlier_share), log(s->outlier_share)}, most = -INFINITY, sum = 0;

    for (int far = 0; far < 2; far++) {
        double all = expected.s2 + own[far];
        base[far] -= log(all) / 2;
        for (enum yk_meant m = YK_MEANT_L_MONTH; m < YK_MEANTS; m++) {
            double y = told->log_amount + log_factor(m, told->unit, category, vehicles);
            double off = y - expected.m;
            double w = s->log_weight[told->unit][m] + base[far] - off * off / (2 * all);
            out->of[m][far] = (struct yk_meaning){y, own[far], w};
            most = fmax(most, w);
        }
    }
    for (enum yk_meant m = YK_MEANT_L_MONTH; m < YK_MEANTS; m++)
        for (int far = 0; far < 2; far++)
            sum += out->of[m][far].weight = exp(out->of[m][far].weight - most);
    for (enum yk_meant m = YK_MEANT_L_MONTH; m < YK_MEANTS; m++)
        for (int far = 0; far < 2; far++)
            out->of[m][far].weight /= sum;
}

struct yk_likeliest yk_meanings_best(const struct yk_meanings *m)
{
    struct yk_likeliest best = {YK_MEANT_L_MONTH, false, &m->of[YK_MEANT_L_MONTH][0]};

    for (enum yk_meant u = YK_MEANT_L_MONTH; u < YK_MEANTS; u++)
        for (int far = 0; far < 2; far++)
            if (m->of[u][far].weight > best.meaning->weight)
                best = (struct yk_likeliest){u, far, &m->of[u][far]};
    return best;
}
