/* learn.c - how far clients and sources really scatter, learnt from the leaves of the trees
 * (estimation.md §3.6, §5.6).
 *
 * A squared residual is, on average, what is known of its variance + c + kappa * v, with v the
 * table's sd^2 of the source. c and kappa follow by weighted least squares. PSEUDO observations at
 * the table's values, spread over its sources, keep few clients from deciding; a residual counts at
 * most as FAR times what is expected; neither falls below LEAST of the table's value. */
#include <math.h>

#include "pipeline.h"

#define PSEUDO 20.
#define FAR 9.
#define LEAST .1

/* Normal equations of the regression on (1, v). */
struct regression {
    double n, v, vv, y, vy;
};

static void add(struct regression *to, double v, double y, double expected, double count)
{
    double w = count / (expected * expected);

    to->n += w;
    to->v += w * v;
    to->vv += w * v * v;
    to->y += w * y;
    to->vy += w * v * y;
}

static struct regression begin(const struct yk_rules *rules, double c)
{
    struct regression r = {0};

    for (size_t i = 0; i < rules->sources; i++) {
        double v = rules->source[i].log_sd * rules->source[i].log_sd;
        add(&r, v, c + v, c + v, PSEUDO / (double)rules->sources);
    }
    return r;
}

static void learn_leaf(struct regression *to, const struct yk_leaf *leaf, double group, double c,
                       double kappa)
{
    double expected = leaf->known_var + c + kappa * leaf->source_var, off = leaf->value - group;

    add(to, leaf->source_var, fmin(off * off, FAR * expected) - leaf->known_var, expected, 1);
}

/* c and kappa, where the table says c0 and 1. */
static void solve(double *c, double *kappa, const struct regression *r, double c0)
{
    double det = r->n * r->vv - r->v * r->v;

    if (!(det > 0)) /* all sources of one variance: nothing tells the two apart */
        return;
    *c = fmax((r->vv * r->y - r->v * r->vy) / det, LEAST * c0);
    *kappa = fmax((r->n * r->vy - r->v * r->y) / det, LEAST);
}

void yk_learn_fleet(struct yk_pipeline *p)
{
    double c0 = 1 / yk_rules_spread(p->s.rules, "alpha"), c = 1 / p->s.alpha;
    struct regression r = begin(p->s.rules, c0);

    for (size_t i = 0; i < p->count; i++) {
        const struct yk_client *who = &p->client[p->order[i]];
        struct yk_leaf leaf = yk_fleet_leaf(who, &p->s);
        if (leaf.given)
            learn_leaf(&r, &leaf, p->fleet.node[who->node].is.m, c, p->s.kappa_fleet);
    }
    solve(&c, &p->s.kappa_fleet, &r, c0);
    p->s.alpha = 1 / c;
}

void yk_learn_litres(struct yk_pipeline *p, const struct yk_leaf (*leaf)[YK_TOLD])
{
    double sd = yk_rules_spread(p->s.rules, "sig_u");
    struct regression r = begin(p->s.rules, sd * sd);

    for (size_t i = 0; i < p->count; i++) {
        const struct yk_client *who = &p->client[p->order[i]];
        const struct yk_leaf *its = leaf[p->order[i]];
        for (unsigned k = 0; k < who->tolds; k++)
            if (its[k].given)
                learn_leaf(&r, &its[k], p->litres.node[who->node].is.m, p->s.sig_u2,
                           p->s.kappa_litres);
    }
    solve(&p->s.sig_u2, &p->s.kappa_litres, &r, sd * sd);
}
