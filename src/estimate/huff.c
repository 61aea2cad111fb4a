/* huff.c - which filling station a client is drawn to by place alone. */
#include <math.h>
#include <stdlib.h>

#include "draw.h"
#include "youka/base/arena.h"
#include "youka/geo/near.h"

struct yk_huff_prior yk_huff_prior(const struct yk_rules *rules)
{
    return (struct yk_huff_prior){.gamma = yk_rules_market(rules, "huff_gamma"),
                                  .lambda = yk_rules_market(rules, "huff_lambda"),
                                  .least_km = fmax(yk_rules_market(rules, "huff_least_km"), 1e-3),
                                  .road_factor = yk_rules_market(rules, "huff_road_factor"),
                                  .reach_km = yk_rules_market(rules, "huff_reach_km"),
                                  .outside_pull = yk_rules_market(rules, "huff_outside_pull"),
                                  .outside_km = yk_rules_market(rules, "huff_outside_km")};
}

static double log_pull(double pull, const struct yk_huff_prior *p)
{
    return pull > 0 ? p->gamma * log(pull) : -INFINITY;
}

static double log_way(double km, const struct yk_huff_prior *p)
{
    return -p->lambda * log(fmax(km, p->least_km));
}

void yk_share_out(double *log_weight, size_t count)
{
    double most = -INFINITY, sum = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, log_weight[i]);
    for (size_t i = 0; i < count; i++) {
        log_weight[i] = isinf(most) ? 0 : exp(log_weight[i] - most);
        sum += log_weight[i];
    }
    for (size_t i = 0; i < count && sum > 0; i++)
        log_weight[i] /= sum;
}

void yk_huff_shares(double *share, const double *pull, const double *km, size_t count,
                    const struct yk_huff_prior *p)
{
    for (size_t i = 0; i < count; i++)
        share[i] = log_pull(pull[i], p) + log_way(km[i], p);
    yk_share_out(share, count);
}

struct yk_huff *yk_huff_new(const struct yk_territory *t)
{
    struct yk_huff *h = yk_alloc(sizeof *h);
    struct yk_point *points = yk_alloc((t->competitors + 1) * sizeof *points);

    h->t = t;
    h->prior = yk_huff_prior(t->rules);
    h->station = yk_alloc((t->stations + 1) * sizeof *h->station);
    for (size_t i = 0; i < t->stations; i++)
        h->station[i] = log_pull(yk_pull_station(t->rules, &t->station[i]), &h->prior);
    h->words = yk_station_words(t->rules, &h->names);
    h->core = YK_ARENA_ARRAY(&h->names, const char *, t->competitors);
    h->rival = yk_alloc((t->competitors + 1) * sizeof *h->rival);
    for (size_t i = 0; i < t->competitors; i++) {
        h->rival[i] = log_pull(yk_pull_rival(t->rules, &t->competitor[i]), &h->prior);
        points[i] = t->competitor[i].point;
        h->core[i] = yk_station_core(t->competitor[i].name, &h->words, &h->names);
    }
    h->outside =
        log_pull(h->prior.outside_pull, &h->prior) + log_way(h->prior.outside_km, &h->prior);
    h->near = yk_near_new(points, t->competitors, h->prior.reach_km * 1000 / 4);
    free(points);
    return h;
}

void yk_huff_free(struct yk_huff *h)
{
    if (!h)
        return;
    yk_near_free(h->near);
    yk_arena_release(&h->names);
    free(h->station);
    free(h->rival);
    free(h);
}

static void add(struct yk_alternatives *c, enum yk_drawing kind, size_t number, double log_weight)
{
    c->item = yk_grow(c->item, &c->room, c->count + 1, sizeof *c->item);
    c->log_weight = yk_grow(c->log_weight, &c->weights, c->count + 1, sizeof *c->log_weight);
    c->item[c->count] = (struct yk_alternative){kind, number};
    c->log_weight[c->count++] = log_weight;
}

static double by_road(const struct yk_huff *h, double metres)
{
    return log_way(metres / 1000 * h->prior.road_factor, &h->prior);
}

static void add_rival(void *who, size_t rival, double metres)
{
    struct yk_alternatives *c = who;

    add(c, YK_DRAW_RIVAL, rival, c->huff->rival[rival] + by_road(c->huff, metres));
}

static void add_station(struct yk_alternatives *c, const struct yk_place *place, size_t station)
{
    double metres = station == place->owner
                        ? place->distance_m
                        : yk_metres_about(c->huff->t->station[station].point, place->point);

    if (!isnan(metres)) /* the station's own place may be missing */
        add(c, YK_DRAW_OWN, station, c->huff->station[station] + by_road(c->huff, metres));
}

void yk_alternatives_gather(struct yk_alternatives *c, const struct yk_huff *h,
                            const struct yk_place *place)
{
    const struct yk_territory *t = h->t;
    double reach_m = h->prior.reach_km * 1000;

    c->huff = h;
    c->count = 0;
    add_station(c, place, place->owner);
    for (size_t i = 0; i < place->others; i++)
        add_station(c, place, place->other[i]);
    /* fmax and fmin pass over what is not known. */
    reach_m = fmin(reach_m, fmax(t->station[place->owner].radius_m, place->distance_m));
    yk_near_chord(h->near, place->point, reach_m, add_rival, c);
    add(c, YK_DRAW_OUTSIDE, 0, h->outside);
}

void yk_alternatives_release(struct yk_alternatives *c)
{
    free(c->item);
    free(c->log_weight);
    *c = (struct yk_alternatives){0};
}

void yk_huff_draw(struct yk_prospect *out, const struct yk_place *place, size_t count,
                  const struct yk_huff *h)
{
    struct yk_alternatives c = {0};

    for (size_t i = 0; i < count; i++) {
        double *drawn[] = {[YK_DRAW_OWN] = &out[i].drawn_own,
                           [YK_DRAW_RIVAL] = &out[i].drawn_rivals,
                           [YK_DRAW_OUTSIDE] = &out[i].drawn_outside};
        out[i].drawn_own = out[i].drawn_rivals = out[i].drawn_outside = place[i].located ? 0 : NAN;
        if (!place[i].located)
            continue;
        yk_alternatives_gather(&c, h, &place[i]);
        yk_share_out(c.log_weight, c.count);
        for (size_t k = 0; k < c.count; k++)
            *drawn[c.item[k].kind] += c.log_weight[k];
        if (out[i].drawn_own + out[i].drawn_rivals == 0)
            out[i].drawn_outside = 1; /* whatever the table says */
    }
    yk_alternatives_release(&c);
}
