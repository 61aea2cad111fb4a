/* huff.h - which filling station a client is drawn to by place alone (D. L. Huff, Land Economics 39
 * (1963) 81-90; estimation.md §7).
 *
 * Of the alternatives s a client chooses each with the chance
 *     P_s = A_s^gamma d_s^-lambda / sum of the same over all,
 * A the pull (a usual station of ours is 1), d kilometres by road: road_factor times the way as the
 * crow flies, never under least_km. Alternatives are our stations whose circle holds the client and
 * the one that owns it; the rivals as near as the radius of the owner's circle, or as the owner
 * itself where that is farther, up to reach_km; and one outside option for own tanks and delivery:
 * a station of pull outside_pull at outside_km. */
#ifndef YOUKA_ESTIMATE_HUFF_H
#define YOUKA_ESTIMATE_HUFF_H

#include "youka/model/plan.h"

/* The rows huff_… of market_priors.csv. */
struct yk_huff_prior {
    double gamma, lambda, least_km, road_factor, reach_km, outside_pull, outside_km;
};
struct yk_huff_prior yk_huff_prior(const struct yk_rules *rules);

/* The shares of `count` alternatives; they sum to 1. km by road. Pulls of 0 and less draw nothing;
 * where none draws, all shares are 0. */
void yk_huff_shares(double *share, const double *pull, const double *km, size_t count,
                    const struct yk_huff_prior *p);

/* Pull by what is known, rows pull_… of market_priors.csv: of ours class, hours and grades; of a
 * rival brand, nozzles, ease of driving in, hours and grades with a price. What is not known
 * changes nothing. */
double yk_pull_station(const struct yk_rules *rules, const struct yk_station *station);
double yk_pull_rival(const struct yk_rules *rules, const struct yk_competitor *rival);

/* The stations and rivals of a territory laid out; lends it, and is not changed by asking: any
 * number of threads may. */
struct yk_huff;
struct yk_huff *yk_huff_new(const struct yk_territory *t);
void yk_huff_free(struct yk_huff *h);

/* Fills drawn_own, drawn_rivals and drawn_outside of count clients; NAN where not located. Who is
 * drawn by nobody is drawn outside. */
void yk_huff_draw(struct yk_prospect *out, const struct yk_place *place, size_t count,
                  const struct yk_huff *h);

#endif
