/* competition.c - who holds the litres of a station's trading area. */
#include "youka/plan/competition.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "contracts.h"
#include "youka/plan/mix.h"

/* A rival while it is added up. */
struct holding {
    struct yk_rival r;
    double drawn_own, drawn_rival; /* of the litres it holds: place draws them to us, to it */
    double satisfaction;           /* summed */
    size_t heard;                  /* 1 + the line last counted among its clients */
};
/* What a client told of a rival's discount. */
struct told_gap {
    size_t holding;
    double yuan_l;
};
struct tally {
    struct yk_competition *out;
    const struct yk_plan *plan;
    const struct yk_supply *supply;
    const struct yk_territory *t;
    const struct yk_derived *d;
    struct holding *holding;
    size_t count, room;
    size_t *station; /* 1 + the holding of each rival of the territory; 0: none yet */
    double *drawn;   /* litres drawn to each */
    struct told_gap *gap;
    size_t gaps, gap_room;
    struct yk_contract_end *end;
    size_t ends, end_room;
};
/* A client of the plan. */
struct client {
    size_t line;
    const struct yk_answers *answers;
    const struct yk_prospect *prospect;
    const struct yk_supplied *told;
    bool located;
    double litres, p50, gasoline; /* gasoline: share of them */
};

static size_t new_holding(struct tally *y, enum yk_holder kind, size_t rival, const char *brand)
{
    y->holding = yk_grow(y->holding, &y->room, y->count + 1, sizeof *y->holding);
    y->holding[y->count] = (struct holding){.r = {.kind = kind,
                                                  .rival = rival,
                                                  .brand = brand,
                                                  .drawn = NAN,
                                                  .strength = NAN,
                                                  .distance_m = NAN,
                                                  .relative_pull = NAN,
                                                  .gap_yuan_l = NAN,
                                                  .satisfaction = NAN,
                                                  .stance = ""}};
    return y->count++;
}

static size_t station_holding(struct tally *y, size_t rival)
{
    const struct yk_competitor *c = &y->t->competitor[rival];

    if (!y->station[rival]) {
        size_t at = new_holding(y, YK_HOLDER_STATION, rival, c->brand);
        y->holding[at].r.strength = y->supply->strength[rival];
        y->holding[at].r.distance_m = yk_metres(y->t->station[y->plan->station].point, c->point);
        y->station[rival] = at + 1;
    }
    return y->station[rival] - 1;
}

static size_t other_holding(struct tally *y, enum yk_holder kind, const char *brand)
{
    for (size_t i = 0; i < y->count; i++)
        if (y->holding[i].r.kind == kind && !strcmp(y->holding[i].r.brand, brand))
            return i;
    return new_holding(y, kind, SIZE_MAX, brand);
}

static size_t holding_of(struct tally *y, const struct yk_supplier *s)
{
    if (s->rival != SIZE_MAX)
        return station_holding(y, s->rival);
    if (!strcmp(s->brand, "own_tank") || !strcmp(s->brand, "delivery"))
        return other_holding(y, YK_HOLDER_OUTSIDE, "");
    return other_holding(y, YK_HOLDER_BRAND, s->brand);
}

static void hold(struct holding *h, const struct client *c, double share)
{
    h->r.clients += h->heard != c->line + 1;
    h->heard = c->line + 1;
    h->r.litres += c->litres * share;
    h->r.p50 += c->p50 * share;
    h->r.gasoline += c->litres * share * c->gasoline;
}

/* Share of a client that place draws to a rival; NAN: no station of the brand is on the list. */
static double drawn_to(const struct tally *y, const struct yk_rival *r, const struct client *c)
{
    double share = r->kind == YK_HOLDER_BRAND ? NAN : 0;

    if (r->kind == YK_HOLDER_OUTSIDE)
        return c->prospect->drawn_outside;
    for (size_t i = 0; i < c->told->draws; i++) {
        const struct yk_rival_share *drawn = &c->told->drawn[i];
        if (r->kind == YK_HOLDER_STATION ? drawn->rival == r->rival
                                         : !strcmp(y->t->competitor[drawn->rival].brand, r->brand))
            share = (isnan(share) ? 0 : share) + drawn->share;
    }
    return share;
}

static void pull(const struct tally *y, struct holding *h, const struct client *c, double share)
{
    double drawn = c->located ? drawn_to(y, &h->r, c) : NAN;

    if (isnan(drawn))
        return;
    h->drawn_rival += c->litres * share * drawn;
    h->drawn_own += c->litres * share * c->prospect->drawn_own;
}

/* What a client told of its present supplier is told of the chief one. */
static void tell(struct tally *y, size_t chief, const struct client *c, double litres)
{
    struct holding *h = &y->holding[chief];
    struct yk_rival_contract contract = yk_rival_contract(c->answers, c->prospect->told_share);
    double number;

    if (yk_answer_number(&number, c->answers, "competitor_discount")) {
        y->gap = yk_grow(y->gap, &y->gap_room, y->gaps + 1, sizeof *y->gap);
        y->gap[y->gaps++] = (struct told_gap){chief, number};
    }
    if (c->prospect->told_share < .5 && yk_answer_number(&number, c->answers, "satisfaction_now")) {
        h->satisfaction += number;
        h->r.satisfied_told++;
    }
    yk_contract_count(&h->r, &contract, litres, y->t);
    if (yk_contract_due(&contract, y->plan->line[c->line].last_seen, y->t)) {
        y->end = yk_grow(y->end, &y->end_room, y->ends + 1, sizeof *y->end);
        y->end[y->ends++] =
            (struct yk_contract_end){.line = c->line,
                                     .rival = chief,
                                     .until = contract.until,
                                     .designated = contract.designated,
                                     .litres = c->litres * (1 - c->prospect->own_share)};
    }
}

static void share_rest(struct tally *y, const struct client *c)
{
    double rest = 1 - c->prospect->own_share, share = 1;
    size_t chief = SIZE_MAX;

    for (size_t i = 0; i < c->told->suppliers; i++) {
        const struct yk_supplier *s = &c->told->supplier[i];
        size_t at = holding_of(y, s);
        hold(&y->holding[at], c, rest * s->share);
        pull(y, &y->holding[at], c, rest * s->share);
        if (!i) {
            chief = at;
            share = s->share;
        }
    }
    if (!c->told->suppliers) {
        chief = other_holding(y, YK_HOLDER_NOT_TOLD, "");
        hold(&y->holding[chief], c, rest);
    }
    tell(y, chief, c, c->litres * rest * share);
}

/* Holdings 0 and 1 are ours and the outside option. */
static void draw(struct tally *y, const struct client *c)
{
    if (!c->located) {
        y->out->unplaced += c->litres;
        return;
    }
    y->holding[0].r.drawn += c->litres * c->prospect->drawn_own;
    y->holding[1].r.drawn += c->litres * c->prospect->drawn_outside;
    for (size_t i = 0; i < c->told->draws; i++)
        y->drawn[c->told->drawn[i].rival] += c->litres * c->told->drawn[i].share;
}

static double finite_or_0(double x)
{
    return isfinite(x) ? x : 0;
}

static void take_client(struct tally *y, size_t line)
{
    size_t door = y->plan->line[line].door;
    const struct yk_estimate *e = &y->d->estimate[door];
    struct yk_mix mix = yk_mix_of(e, y->t->rules);
    struct client c = {.line = line,
                       .answers = &y->t->door[door].answers,
                       .prospect = &y->d->prospect[door],
                       .told = &y->supply->client[line],
                       .located = y->d->place[door].located,
                       .litres = finite_or_0(e->litres.mean),
                       .p50 = finite_or_0(e->litres.p50)};

    if (!(c.litres > 0))
        return;
    if (mix.gasoline_l + mix.diesel_l > 0)
        c.gasoline = mix.gasoline_l / (mix.gasoline_l + mix.diesel_l);
    y->out->litres += c.litres;
    y->out->p50 += c.p50;
    if (c.prospect->own_share > 0)
        hold(&y->holding[0], &c, c.prospect->own_share);
    if (c.prospect->own_share < 1)
        share_rest(y, &c);
    draw(y, &c);
}

/* Rivals that place draws to, those that nobody named too where they lie inside the circle. */
static void add_drawn(struct tally *y)
{
    const struct yk_station *s = &y->t->station[y->plan->station];

    for (size_t i = 0; i < y->t->competitors; i++) {
        if (!y->station[i] && !(y->drawn[i] > 0))
            continue;
        if (!y->station[i] && yk_metres(s->point, y->t->competitor[i].point) > s->radius_m) {
            y->out->drawn_beyond += y->drawn[i];
        } else {
            size_t at = station_holding(y, i);
            y->holding[at].r.drawn = y->drawn[i];
        }
    }
}

static int by_gap(const void *left, const void *right)
{
    const struct told_gap *a = left, *b = right;

    if (a->holding != b->holding)
        return a->holding < b->holding ? -1 : 1;
    return (a->yuan_l > b->yuan_l) - (a->yuan_l < b->yuan_l);
}

static void set_gaps(struct tally *y)
{
    if (y->gaps > 1)
        qsort(y->gap, y->gaps, sizeof *y->gap, by_gap);
    for (size_t i = 0, n; i < y->gaps; i += n) {
        struct yk_rival *r = &y->holding[y->gap[i].holding].r;
        for (n = 1; i + n < y->gaps && y->gap[i + n].holding == y->gap[i].holding;)
            n++;
        r->gap_yuan_l = (y->gap[i + (n - 1) / 2].yuan_l + y->gap[i + n / 2].yuan_l) / 2;
        r->gap_told = n;
    }
}

/* Board less real price, the mean of the grades with both; NAN: none has. */
static double listed_gap(const struct yk_answers *a)
{
    static const char *const price[][2] = {{"posted_g92", "real_g92"},
                                           {"posted_g95", "real_g95"},
                                           {"posted_g98", "real_g98"},
                                           {"posted_d0", "real_d0"}};
    double sum = 0, posted, real;
    size_t grades = 0;

    for (size_t i = 0; i < sizeof price / sizeof *price; i++)
        if (yk_answer_number(&posted, a, price[i][0]) && yk_answer_number(&real, a, price[i][1])) {
            sum += posted - real;
            grades++;
        }
    return grades ? sum / (double)grades : NAN;
}

static void finish(struct tally *y, struct holding *h)
{
    struct yk_rival *r = &h->r;

    r->share = y->out->litres > 0 ? r->litres / y->out->litres : 0;
    if (r->satisfied_told)
        r->satisfaction = h->satisfaction / (double)r->satisfied_told;
    if (r->kind == YK_HOLDER_OURS || r->kind == YK_HOLDER_NOT_TOLD)
        return;
    if (h->drawn_own > 0)
        r->relative_pull = h->drawn_rival / h->drawn_own;
    else if (!r->clients && y->holding[0].r.drawn > 0)
        r->relative_pull = r->drawn / y->holding[0].r.drawn;
    if (!r->gap_told && r->kind == YK_HOLDER_STATION)
        r->gap_yuan_l = listed_gap(&y->t->competitor[r->rival].answers);
    if (r->kind != YK_HOLDER_OUTSIDE)
        yk_rival_judge(r, y->t->rules);
}

/* A rival and where it stood before sorting. */
struct ordered {
    struct yk_rival r;
    size_t was;
};

/* Ours first, not told last. */
static int rank_of(const struct yk_rival *r)
{
    return r->kind == YK_HOLDER_OURS ? 0 : r->kind == YK_HOLDER_NOT_TOLD ? 2 : 1;
}

static int by_litres(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    double x = finite_or_0(a->r.drawn), z = finite_or_0(b->r.drawn);

    if (rank_of(&a->r) != rank_of(&b->r))
        return rank_of(&a->r) - rank_of(&b->r);
    if (a->r.litres != b->r.litres)
        return a->r.litres > b->r.litres ? -1 : 1;
    if (x != z)
        return x > z ? -1 : 1;
    if (a->r.rival != b->r.rival)
        return a->r.rival < b->r.rival ? -1 : 1;
    return strcmp(a->r.brand, b->r.brand);
}

static void hand_out(struct tally *y, struct yk_arena *a)
{
    struct ordered *order = yk_alloc(y->count * sizeof *order);
    size_t *now = yk_alloc(y->count * sizeof *now);

    for (size_t i = 0; i < y->count; i++)
        order[i] = (struct ordered){y->holding[i].r, i};
    qsort(order, y->count, sizeof *order, by_litres);
    y->out->rival = YK_ARENA_ARRAY(a, struct yk_rival, y->count);
    y->out->rivals = y->count;
    for (size_t i = 0; i < y->count; i++) {
        y->out->rival[i] = order[i].r;
        now[order[i].was] = i;
    }
    y->out->end = YK_ARENA_ARRAY(a, struct yk_contract_end, y->ends);
    y->out->ends = y->ends;
    for (size_t i = 0; i < y->ends; i++) {
        y->out->end[i] = y->end[i];
        y->out->end[i].rival = now[y->end[i].rival];
    }
    yk_contracts_sort(y->out->end, y->out->ends);
    free(now);
    free(order);
}

void yk_competition_make(struct yk_competition *out, const struct yk_plan *plan,
                         const struct yk_supply *supply, const struct yk_territory *t,
                         const struct yk_derived *d, struct yk_arena *a)
{
    struct tally y = {.out = out, .plan = plan, .supply = supply, .t = t, .d = d};

    *out = (struct yk_competition){0};
    y.station = yk_alloc((t->competitors + 1) * sizeof *y.station);
    y.drawn = yk_alloc((t->competitors + 1) * sizeof *y.drawn);
    new_holding(&y, YK_HOLDER_OURS, SIZE_MAX, "");
    new_holding(&y, YK_HOLDER_OUTSIDE, SIZE_MAX, "");
    y.holding[0].r.drawn = y.holding[1].r.drawn = 0;
    for (size_t i = 0; i < plan->lines; i++)
        take_client(&y, i);
    add_drawn(&y);
    set_gaps(&y);
    for (size_t i = 0; i < y.count; i++)
        finish(&y, &y.holding[i]);
    hand_out(&y, a);
    free(y.holding);
    free(y.station);
    free(y.drawn);
    free(y.gap);
    free(y.end);
}
