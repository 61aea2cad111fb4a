/* result.c - the last step of the estimate: a client's ranges, grades and reasons. */
#include <math.h>
#include <string.h>

#include "pipeline.h"

#define LEAST_WEIGHT 1e-6 /* of a reading that is still counted in */
#define SURE .9           /* of a unit that nobody is asked about (estimation.md §5.3) */

size_t yk_client_pieces(const struct yk_client *c)
{
    return c->tolds + c->count.given + 1u;
}

/* What one told amount does to the estimate. */
struct pull {
    struct yk_normal after;
    double weight;     /* of the amount, against all that came before */
    double log_litres; /* what it stands for, over all its readings */
    double stake;      /* litres that knowing the reading moves P50 by, on average */
};

/* What a meaning makes of the estimate: its two readings together. */
struct reading {
    double weight, m;
};

/* Each reading is combined with the prior as one observation; the mixture is put back into one
 * normal with its mean and variance. */
static struct pull pull_of(const struct yk_meanings *m, struct yk_normal prior)
{
    double all = 0, mean = 0, square = 0, pull = 0, pulled = 0, stake = 0;
    struct reading of[YK_MEANTS] = {0};

    for (enum yk_meant u = YK_MEANT_L_MONTH; u < YK_MEANTS; u++)
        for (int far = 0; far < 2; far++) {
            const struct yk_meaning *r = &m->of[u][far];
            if (!(r->weight > LEAST_WEIGHT))
                continue;
            struct yk_normal n =
                yk_normal_combine(prior, (struct yk_normal){r->log_litres, r->var});
            double share = n.s2 / r->var;
            all += r->weight;
            mean += r->weight * n.m;
            square += r->weight * (n.s2 + n.m * n.m);
            pull += r->weight * share;
            pulled += r->weight * share * r->log_litres;
            of[u].weight += r->weight;
            of[u].m += r->weight * n.m;
        }
    mean /= all;
    for (enum yk_meant u = YK_MEANT_L_MONTH; u < YK_MEANTS; u++)
        if (of[u].weight > 0)
            stake += of[u].weight / all * fabs(exp(of[u].m / of[u].weight) - exp(mean));
    return (struct pull){
        {mean, fmax(square / all - mean * mean, YK_VAR_FLOOR)}, pull / all, pulled / pull, stake};
}

static char confidence_of(const struct yk_piece *p)
{
    static const struct {
        const char *source;
        char grade;
    } known[] = {{"document", 'A'}, {"manager", 'B'}, {"driver", 'B'}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].source, p->source) == 0)
            return known[i].grade;
    return 'C';
}

static bool in_question(const struct yk_told *t, struct yk_likeliest best)
{
    static const enum yk_meant stated[YK_UNITS] = {YK_MEANT_L_MONTH, YK_MEANT_T_MONTH,
                                                   YK_MEANT_CNY_MONTH};

    return t->unit_missing || best.outlier || best.meant != stated[t->unit] ||
           best.meaning->weight <= SURE;
}

static void told_piece(struct yk_piece *out, const struct yk_told *t, const struct pull *pull,
                       struct yk_likeliest best)
{
    *out = (struct yk_piece){.piece = t->piece,
                             .source = t->source->info_source,
                             .value = exp(pull->log_litres),
                             .weight = pull->weight,
                             .unit = yk_unit_code(t->unit),
                             .told = t->told,
                             .meant = yk_meant_code(best.meant),
                             .meant_weight = best.meaning->weight,
                             .unit_question = in_question(t, best),
                             .unit_blank = t->unit_missing,
                             .stake = pull->stake};
}

/* The fleet's part of the estimate falls to the declared count and to the client's like, by their
 * precision. */
static void fleet_pieces(struct yk_piece *out, const struct yk_client *c, double weight, double g,
                         const struct yk_settings *s)
{
    double own = 0;

    if (c->count.given) {
        struct yk_normal n = yk_client_count(c, s);
        own = c->fleet.s2 / n.s2;
        *out++ = (struct yk_piece){.piece = c->count.by_lines ? "fleet_lines" : "vehicle_total",
                                   .source = c->count.source->info_source,
                                   .value = exp(n.m + c->log_each + g),
                                   .weight = weight * own,
                                   .unit = "",
                                   .told = c->count.declared,
                                   .meant = ""};
    }
    *out = (struct yk_piece){.piece = "peers",
                             .source = "",
                             .value = exp(c->usual.m + c->log_each + g),
                             .weight = weight * (1 - own),
                             .unit = "",
                             .meant = ""};
}

/* Takes the told amounts in, one after the other; what is left of the fleet's weight comes back. */
static double take_told(struct yk_estimate *out, struct yk_normal *all, const struct yk_client *c,
                        const struct yk_pipeline *p)
{
    struct yk_normal before = yk_client_litres(c, p->litres.node[c->node].was, &p->s);
    double left = 1;

    for (unsigned k = 0; k < c->tolds; k++) {
        struct yk_meanings m;
        yk_meanings_weigh(&m, &c->told[k], c->category, before, exp(c->fleet.m), &p->s);
        struct yk_likeliest best = yk_meanings_best(&m);
        struct pull pull = pull_of(&m, *all);
        *all = pull.after;
        for (unsigned i = 0; i < k; i++)
            out->piece[i].weight *= 1 - pull.weight;
        told_piece(&out->piece[k], &c->told[k], &pull, best);
        left *= 1 - pull.weight;
        out->unit_question |= out->piece[k].unit_question;
    }
    return left;
}

/* The chance that a fleet of this size, gamma-Poisson, is empty (§3.5). */
static double chance_of_none(const struct yk_client *c, double ratio, const struct yk_settings *s)
{
    double r = expm1(yk_trigamma(s->alpha) + (c->sized ? 0 : s->size_var));

    return pow(1 + c->expected * ratio * r, -1 / r);
}

/* Shares of the grades: of the lines, else of the families by the table. */
static void split(struct yk_estimate *out, const struct yk_client *c, const struct yk_pipeline *p,
                  struct yk_normal litres)
{
    const struct yk_rules *rules = p->s.rules;
    struct yk_fleet fleet;

    if (c->lines)
        yk_fleet_read(&fleet, &p->t->door[c->door].answers, &p->s);
    for (size_t i = 0; i < rules->fuels && i < YK_GRADES; i++) {
        enum yk_family k = yk_family_of(rules->fuel[i].family);
        double share = k == YK_GASOLINE ? c->gasoline : 1 - c->gasoline;
        double part = rules->fuel[i].share_of_family;
        if (c->lines)
            part = fleet.family[k] > 0 ? fmin(fleet.grade[i] / fleet.family[k], 1) : 0;
        out->grade[i] = yk_grade_range(litres, share, part, p->s.phi_g);
    }
}

void yk_client_result(struct yk_estimate *out, const struct yk_client *c,
                      const struct yk_pipeline *p, struct yk_piece *piece)
{
    struct yk_normal group = p->litres.node[c->node].is, ratio = p->fleet.node[c->node].is;
    struct yk_normal prior = yk_client_litres(c, group, &p->s), all = prior, fleet = c->fleet;

    *out = (struct yk_estimate){.piece = piece,
                                .pieces = yk_client_pieces(c),
                                .peer_fleet = ratio.m,
                                .peer_litres = exp(group.m),
                                .confidence = 'D'};
    double left = take_told(out, &all, c, p);
    fleet_pieces(&piece[c->tolds], c, left, group.m, &p->s);
    /* What was told of the volume says something of the fleet too (§5.7). */
    double gain = fleet.s2 / prior.s2;
    fleet.m += gain * (all.m - prior.m);
    fleet.s2 = fmax(fleet.s2 * (1 - gain * (1 - fmin(all.s2 / prior.s2, 1))), YK_VAR_FLOOR);
    out->log_mean = all.m;
    out->log_var = all.s2;
    out->litres = yk_normal_range(all);
    out->vehicles = yk_normal_range(fleet);
    if (c->count.given && !(c->count.burning > 0))
        out->no_fleet = chance_of_none(c, ratio.m, &p->s);
    /* Electric vehicles planned within a year take as many fuel vehicles away (§12). */
    out->kept_12m = 1 - fmin(c->nev_plan / out->vehicles.p50, 1);
    split(out, c, p, all);
    double heaviest = 0;
    for (size_t i = 0; i + 1 < out->pieces; i++)
        if (piece[i].weight > heaviest) {
            heaviest = piece[i].weight;
            out->confidence = confidence_of(&piece[i]);
        }
}
