/* estimate.h - litres a month and vehicles of every door, with a range and the reasons.
 * First form: told volume in its stated unit, else the fleet lines x priors, else the vehicle count,
 * else the category; each a log-normal observation whose precisions add (estimation.md, units §2,
 * sources §4.1, volume §5.1). */
#ifndef YOUKA_ESTIMATE_ESTIMATE_H
#define YOUKA_ESTIMATE_ESTIMATE_H

#include "youka/model/plan.h"

/* Litres of a told amount. unit: l, t, cny. */
double yk_litres(double amount, const char *unit, double density_kg_l, double price_yuan_l);
void yk_estimate_door(struct yk_estimate *out, const struct yk_answers *answers,
                      const struct yk_rules *rules, struct yk_arena *a);
/* Doors in order; out[0..doors). */
void yk_estimate_all(struct yk_estimate *out, const struct yk_territory *t, struct yk_arena *a);

#endif
