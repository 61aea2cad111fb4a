/* prospect.c - what stands between each client's litres and ours. */
#include "youka/estimate/prospect.h"

#include <math.h>

#include "youka/base/cores.h"
#include "youka/estimate/huff.h"
#include "youka/estimate/share.h"
#include "youka/estimate/win.h"
#include "youka/model/strategy.h"

struct looking {
    struct yk_prospect *out;
    const struct yk_territory *t;
    const struct yk_place *place;
    const struct yk_estimate *estimate;
    const struct yk_buyer *buyer;
    struct yk_access_prior access;
    struct yk_win_prior win;
    struct yk_huff *huff;
};

static void look_at(struct yk_prospect *out, const struct looking *l, size_t door)
{
    const struct yk_answers *a = &l->t->door[door].answers;
    struct yk_win_facts facts = {.distance_m = l->place[door].distance_m,
                                 .discount_fits = yk_discount_fits(l->t->rules, a),
                                 .decider_met = yk_answer_is(a, "decider_met", "yes")};

    const struct yk_buyer *buyer = yk_sales_of(l->buyer, door);
    double litres = l->estimate[door].litres.mean;
    out->told_share = out->own_share = yk_own_share(a);
    if (buyer && buyer->months && litres > 0)
        out->own_share = fmin(buyer->ours_litres_month / litres, 1);
    out->access = yk_access(a, l->t->today, &l->access);
    yk_win_read(out, a, &facts, &l->win);
}

static void look_at_some(void *who, size_t from, size_t to)
{
    const struct looking *l = who;

    for (size_t i = from; i < to; i++)
        look_at(&l->out[i], l, i);
    yk_huff_draw(l->out + from, l->place + from, to - from, l->huff);
}

void yk_prospect_all(struct yk_prospect *out, const struct yk_territory *t,
                     const struct yk_place *place, const struct yk_estimate *estimate,
                     const struct yk_buyer *buyer, size_t threads)
{
    struct looking l = {.out = out,
                        .t = t,
                        .place = place,
                        .estimate = estimate,
                        .buyer = buyer,
                        .access = yk_access_prior(t->rules),
                        .win = yk_win_prior(t->rules),
                        .huff = yk_huff_new(t)};

    yk_on_cores(t->doors, threads, look_at_some, &l);
    yk_huff_free(l.huff);
}
