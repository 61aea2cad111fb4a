/* rivals.c - who holds the litres inside a station's trading area. */
#include "youka/estimate/rivals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw.h"
#include "station_name.h"
#include "youka/estimate/share.h"

/* One station's litres being shared out. */
struct sharing {
    struct yk_station_draw *out;
    const struct yk_huff *huff;
    struct yk_rival_draw *rival; /* of every rival of the territory */
    const char **core;           /* of their names; NULL until asked for */
    struct yk_arena *a;
    struct yk_alternatives all;
    const struct yk_answers *answers; /* of the client at hand */
};

static const struct yk_competitor *rival_at(const struct sharing *s, size_t number)
{
    return &s->huff->t->competitor[number];
}

/* Among the alternatives; of several the strongest. SIZE_MAX: none, or no name was given. */
static size_t named_rival(struct sharing *s)
{
    const struct yk_rules *rules = s->huff->t->rules;
    const char *said = yk_answer_text(s->answers, "current_station");
    size_t best = SIZE_MAX;

    if (!said)
        return SIZE_MAX;
    said = yk_station_core(said, rules, s->a);
    for (size_t i = 0; i < s->all.count; i++) {
        size_t number = s->all.item[i].number;
        if (s->all.item[i].kind != YK_DRAW_RIVAL)
            continue;
        if (!s->core[number])
            s->core[number] = yk_station_core(rival_at(s, number)->name, rules, s->a);
        if (yk_station_same(s->core[number], said) &&
            (best == SIZE_MAX || s->all.log_weight[i] > s->all.log_weight[best]))
            best = i;
    }
    return best == SIZE_MAX ? SIZE_MAX : s->all.item[best].number;
}

static bool names_a_rival_brand(const struct yk_answers *a)
{
    const char *brands = yk_answer_text(a, "current_brand");

    for (size_t n; brands && *brands; brands += n + (brands[n] == ' ')) {
        n = strcspn(brands, " ");
        if (!(n == strlen("own") && strncmp(brands, "own", n) == 0) &&
            !(n == strlen("unknown") && strncmp(brands, "unknown", n) == 0))
            return true;
    }
    return false;
}

static bool names_alternative(const struct sharing *s, const struct yk_alternative *item)
{
    switch (item->kind) {
    case YK_DRAW_RIVAL:
        return yk_answer_has(s->answers, "current_brand", rival_at(s, item->number)->brand);
    case YK_DRAW_OUTSIDE:
        return yk_answer_has(s->answers, "current_brand", "own_tank") ||
               yk_answer_has(s->answers, "current_brand", "delivery");
    default:
        return false;
    }
}

/* Where one alternative's litres are counted. */
static double *account_of(struct sharing *s, const struct yk_alternative *item, bool told)
{
    switch (item->kind) {
    case YK_DRAW_RIVAL:
        return told ? &s->rival[item->number].told : &s->rival[item->number].drawn;
    case YK_DRAW_OUTSIDE:
        return told ? &s->out->outside_told : &s->out->outside_drawn;
    default:
        return &s->out->own_drawn;
    }
}

/* Gives the alternatives their shares of the litres; false where none of them draws. */
static bool share_litres(struct sharing *s, double litres, bool told)
{
    double drawn = 0;

    yk_share_out(s->all.log_weight, s->all.count);
    for (size_t i = 0; i < s->all.count; i++) {
        *account_of(s, &s->all.item[i], told) += litres * s->all.log_weight[i];
        drawn += s->all.log_weight[i];
    }
    return drawn > 0;
}

/* What is not ours, or, where our share was not told, everything. */
static void share_rest(struct sharing *s, double litres, bool with_own)
{
    size_t named = named_rival(s);
    bool brand = names_a_rival_brand(s->answers);

    if (named != SIZE_MAX) {
        s->rival[named].told += litres;
        s->rival[named].named_by++;
        return;
    }
    for (size_t i = 0; i < s->all.count; i++)
        if (brand ? !names_alternative(s, &s->all.item[i])
                  : !with_own && s->all.item[i].kind == YK_DRAW_OWN)
            s->all.log_weight[i] = -INFINITY;
    if (!share_litres(s, litres, brand))
        s->out->elsewhere += litres;
}

static void share_client(struct sharing *s, const struct yk_derived *d, size_t door)
{
    const struct yk_place *place = &d->place[door];
    double litres = d->estimate[door].litres.mean, own = d->prospect[door].own_share;
    bool known;

    if (d->estimate[door].none || !(litres > 0))
        return;
    s->answers = &s->huff->t->door[door].answers;
    known = yk_own_share_told(s->answers);
    s->out->litres += litres;
    if (known)
        s->out->own_told += litres * own;
    double rest = known ? litres * (1 - own) : litres;
    if (!place->located) {
        s->out->unplaced += rest;
    } else if (rest > 0) {
        yk_alternatives_gather(&s->all, s->huff, place);
        share_rest(s, rest, !known);
    }
}

static int by_litres(const void *left, const void *right)
{
    const struct yk_rival_draw *a = left, *b = right;
    double x = a->told + a->drawn, y = b->told + b->drawn;

    if (x != y)
        return x > y ? -1 : 1;
    return (a->rival > b->rival) - (a->rival < b->rival);
}

void yk_huff_rivals(struct yk_station_draw *out, const struct yk_huff *h,
                    const struct yk_derived *d, size_t station, struct yk_arena *a)
{
    size_t rivals = h->t->competitors;
    struct sharing s = {.out = out,
                        .huff = h,
                        .rival = YK_ARENA_ARRAY(a, struct yk_rival_draw, rivals + 1),
                        .core = YK_ARENA_ARRAY(a, const char *, rivals + 1),
                        .a = a};

    *out = (struct yk_station_draw){.rival = s.rival};
    for (size_t i = 0; i < rivals; i++)
        s.rival[i].rival = i;
    for (size_t i = 0; i < h->t->doors; i++)
        if (d->place[i].owner == station)
            share_client(&s, d, i);
    for (size_t i = 0; i < rivals; i++)
        if (s.rival[i].told + s.rival[i].drawn > 0)
            s.rival[out->rivals++] = s.rival[i];
    if (out->rivals > 1)
        qsort(s.rival, out->rivals, sizeof *s.rival, by_litres);
    yk_alternatives_release(&s.all);
}
