/* candidates.c - which entries may be meant, and what is said of the answer. */
#include "geocoder.h"

#include <math.h>

#define ASK_BEYOND_M 300 /* a candidate farther than this is another place: ask */

bool within_reach(const struct climb *c, struct yk_point p)
{
    return isinf(c->reach_m) || rough_square(c, c->q->station, p) <= c->reach_m * c->reach_m;
}

static uint16_t whole(double x)
{
    return (uint16_t)fmin(fmax(floor(x), 0), UINT16_MAX);
}

struct square square_of(double lat, double lon)
{
    return (struct square){whole((lat + 90) * 100), whole((lon + 180) * 100)};
}

void squares_within_reach(struct square out[2], const struct climb *c)
{
    struct yk_point s = c->q->station;
    double slack = .01; /* for rounding: a square more each way */
    double north = c->reach_m / DEGREE_M + slack, east = c->reach_m / DEGREE_M / c->cos_lat + slack;
    bool all = isinf(c->reach_m);
    out[0] = all ? (struct square){0, 0} : square_of(s.lat - north, s.lon - east);
    out[1] = all ? (struct square){UINT16_MAX, UINT16_MAX} : square_of(s.lat + north, s.lon + east);
}

static bool is_left_out(const struct climb *c, uint32_t number)
{
    return number + 1 == c->q->itself || (c->q->without && c->q->without[number]);
}

bool may_answer(const struct climb *c, uint32_t number)
{
    const struct spot *s = &c->g->spot[number];
    return within_reach(c, s->point) && (!c->county || !s->county || c->county == s->county);
}

bool fits(const struct climb *c, uint32_t number)
{
    return may_answer(c, number) && !is_left_out(c, number);
}

void gather(struct candidates *out, const struct climb *c, struct list list)
{
    for (size_t i = 0; i < list.n && out->n < MOST_CANDIDATES; i++) {
        if (fits(c, list.at[i]))
            out->spot[out->n++] = list.at[i];
        else
            out->far += !is_left_out(c, list.at[i]);
    }
}

size_t middle_candidate(const struct candidates *all, const struct climb *c)
{
    const struct spot *spot = c->g->spot;
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < all->n && all->n > 1; i++) {
        double sum = 0;
        for (size_t k = 0; k < all->n; k++)
            sum += fmin(rough_metres(c, spot[all->spot[i]].point, spot[all->spot[k]].point),
                        2 * ASK_BEYOND_M);
        sum *= spot[all->spot[i]].exact ? 1 : 1.5;
        if (sum < least) {
            least = sum;
            best = i;
        }
    }
    return best;
}

double settle(struct candidates *all, struct climb *c)
{
    const struct spot *spot = c->g->spot;
    size_t best = middle_candidate(all, c);
    double farthest = 0, next = NAN;
    uint32_t first = all->spot[best];
    all->spot[best] = all->spot[0];
    all->spot[0] = first;
    for (size_t i = 1; i < all->n; i++) {
        double metres = rough_metres(c, spot[first].point, spot[all->spot[i]].point);
        farthest = fmax(farthest, metres);
        if (metres > 1)
            next = fmin(isnan(next) ? metres : next, metres);
    }
    c->out->runner_up_m = next;
    c->out->ambiguous = farthest > ASK_BEYOND_M;
    size_t n = 0;
    for (; n < all->n && n < YK_MOST_EVIDENCE; n++)
        c->out->evidence[n] = all->spot[n];
    c->out->evidences = n;
    return farthest;
}

void note_try(struct climb *c, const char *rung, const char *method, enum yk_try_outcome outcome,
              size_t candidates)
{
    if (c->far && outcome != YK_TRY_FOUND)
        return; /* was said of what is near already */
    if (c->out->tried < YK_MOST_TRIES)
        c->out->tries[c->out->tried++] = (struct yk_try){rung, method, outcome, candidates};
}

void note_miss(struct climb *c, const char *rung, const char *method, const struct candidates *all)
{
    note_try(c, rung, method, all->far ? YK_TRY_FAR : YK_TRY_NO_ENTRY, all->far);
}

void answer(struct climb *c, struct yk_point p, const char *rung, const char *method,
            double error_m)
{
    c->out->located = true;
    c->out->point = p;
    c->out->place_class = rung;
    c->out->method = method;
    c->out->error_m = error_m + (c->out->evidences ? c->g->spot[c->out->evidence[0]].error_m : 0);
    note_try(c, rung, method, YK_TRY_FOUND, c->out->evidences);
}
