/* score.h - what a client is worth in yuan a year (estimation.md §9.1). */
#ifndef YOUKA_PLAN_SCORE_H
#define YOUKA_PLAN_SCORE_H

#include "youka/model/plan.h"

/* Card, agreement that still runs, or a share above 0. */
bool yk_existing_client(const struct yk_answers *answers, double own_share, yk_day today);
/* No fuel need, or a final refusal (intent d): behind all others and of the lowest tier. */
bool yk_comes_last(const struct yk_answers *answers);
/* Mean of the grades' margins weighted by their litres; 0 without litres. */
double yk_margin_yuan_l(const struct yk_estimate *e, const struct yk_rules *rules);
/* Expected margin of a year before the cost of winning it. */
double yk_margin_yuan_year(double litres_month, const struct yk_prospect *p, double margin_yuan_l);

#endif
