/* win.h - the chance to win a client, its reasons, and what won and lost clients teach
 * (estimation.md §7; planning.md, «Inputs from the form»). */
#ifndef YOUKA_ESTIMATE_WIN_H
#define YOUKA_ESTIMATE_WIN_H

#include "youka/model/plan.h"

/* Weights on the logit, the rows win_… and segment_weight of market_priors.csv. */
struct yk_win_prior {
    double base, term[YK_WIN_TERMS]; /* of YK_WIN_FAR: a kilometre beyond far_from_km */
    double far_from_km, segment_weight;
};
struct yk_win_prior yk_win_prior(const struct yk_rules *rules);

/* What the answers of a client do not say. */
struct yk_win_facts {
    double distance_m;  /* to its station; NAN: unknown, counts nothing */
    bool discount_fits; /* a strategy rule offers one: model/strategy.h */
    bool decider_met;   /* a visit says so */
};
/* Fills p_win, win_terms and win_far; win_segment is 0 until yk_win_learn. */
void yk_win_read(struct yk_prospect *out, const struct yk_answers *answers,
                 const struct yk_win_facts *facts, const struct yk_win_prior *p);

/* A segment's chance after `wins` of `tries`: Beta(weight p0, weight (1 - p0)) before them. */
struct yk_chance {
    double mean, sd;
};
struct yk_chance yk_win_rate(double p0, double weight, double wins, double tries);

/* Moves the logits of all clients of a segment by logit(p_seg) - logit(p0), p0 their mean chance
 * and p_seg what yk_win_rate makes of it. Outcomes of one segment given
 * twice are added up; segments without tries move nothing. A client's region is
 * that of its owner. Clients without an estimate (closed, twice there) move, but do not count in
 * p0. Arrays in the order of the doors. */
void yk_win_learn(struct yk_prospect *prospect, const struct yk_territory *t,
                  const struct yk_place *place, const struct yk_estimate *estimate,
                  const struct yk_sales_outcome *outcome, size_t outcomes);

#endif
