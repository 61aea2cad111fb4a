/* score.h - what a client is worth: share still open, access, chance to win, yuan a year
 * (estimation.md §7, §9.1; planning.md, «Inputs from the form»). */
#ifndef YOUKA_PLAN_SCORE_H
#define YOUKA_PLAN_SCORE_H

#include "youka/model/plan.h"

/* 0..1: own_share_pct, else 1 where only our brand is named, .5 where it is one of several, else 0.
 */
double yk_own_share(const struct yk_answers *answers);
/* Card, agreement that still runs, or a share above 0. */
bool yk_existing_client(const struct yk_answers *answers, yk_day today);
/* The least that applies: no contract .8; a contract that ends within 3 months .9, within 12 .4,
 * later .1; own tank .15. A contract that has ended is none. */
double yk_access(const struct yk_answers *answers, yk_day today);
/* distance_m NAN: unknown, counts nothing. discount_fits: a strategy rule offers one. */
double yk_win_chance(const struct yk_answers *answers, double distance_m, bool discount_fits);
/* Mean of the grades' margins weighted by their litres; 0 without litres. */
double yk_margin_yuan_l(const struct yk_estimate *e, const struct yk_rules *rules);
/* Expected margin of a year before the cost of winning it. */
double yk_margin_yuan_year(double litres_month, double own_share, double access, double p_win,
                           double margin_yuan_l);
double yk_logistic(double x);

#endif
