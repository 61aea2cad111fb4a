/* share.h - what of a client's litres is ours today, and what of the rest is open to us
 * (estimation.md §7; planning.md, «Inputs from the form»). */
#ifndef YOUKA_ESTIMATE_SHARE_H
#define YOUKA_ESTIMATE_SHARE_H

#include "youka/model/answer.h"
#include "youka/model/rules.h"

/* 0..1: own_share_pct, else 1 where only our brand is named, .5 where it is one of several, else 0.
 */
double yk_own_share(const struct yk_answers *answers);
/* Whether the answers say at all what our share is: own_share_pct or a known brand was told. */
bool yk_own_share_told(const struct yk_answers *answers);

/* Shares 0..1, the rows access_… of market_priors.csv. */
struct yk_access_prior {
    double none;      /* no contract, or one that has ended */
    double months_3;  /* that ends within 3 months (90 days) */
    double months_12; /* within a year (365 days) */
    double later, own_tank;
};
struct yk_access_prior yk_access_prior(const struct yk_rules *rules);
/* The least that applies, of the contract and of an own tank. */
double yk_access(const struct yk_answers *answers, yk_day today, const struct yk_access_prior *p);

#endif
