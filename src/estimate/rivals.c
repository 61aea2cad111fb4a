/* rivals.c - whom a client buys from beside us, as told, and where place alone would draw it. */
#include "youka/estimate/rivals.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "draw.h"
#include "youka/geo/near.h"

#define MOST_SUPPLIERS 16 /* the form's list of brands is shorter */

/* One client after the other being heard. */
struct hearing {
    const struct yk_huff *huff;
    struct yk_arena *a;
    struct yk_point where; /* of the client; without a place, of its station */
    struct yk_alternatives all;
    struct yk_supplier told[MOST_SUPPLIERS];
    size_t count;
};

static const struct yk_competitor *rival_at(const struct hearing *s, size_t number)
{
    return &s->huff->t->competitor[number];
}

static bool same(const char *a, const char *b, size_t length)
{
    return strlen(a) == length && strncmp(a, b, length) == 0;
}

static void add(struct hearing *s, size_t rival, const char *brand)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->told[i].rival == rival && (rival != SIZE_MAX || !strcmp(s->told[i].brand, brand)))
            return;
    if (s->count < MOST_SUPPLIERS)
        s->told[s->count++] = (struct yk_supplier){.rival = rival, .brand = brand};
}

/* A search for a name beyond the alternatives. */
struct afar {
    struct hearing *hearing;
    const char *said;
    size_t rival; /* the nearest that bears it; SIZE_MAX: none yet */
    double metres;
};
static void look_afar(void *who, size_t rival, double metres)
{
    struct afar *l = who;

    if ((l->rival == SIZE_MAX || metres < l->metres || (metres == l->metres && rival < l->rival)) &&
        yk_station_same(l->hearing->huff->core[rival], l->said)) {
        l->rival = rival;
        l->metres = metres;
    }
}

/* Among the alternatives, of several the strongest; else the nearest up to huff_reach_km. SIZE_MAX:
 * none. */
static size_t named_rival(struct hearing *s, const char *name)
{
    struct afar afar = {s, yk_station_core(name, &s->huff->words, s->a), SIZE_MAX, 0};
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < s->all.count; i++)
        if (s->all.item[i].kind == YK_DRAW_RIVAL &&
            yk_station_same(s->huff->core[s->all.item[i].number], afar.said) &&
            (best == SIZE_MAX || s->all.log_weight[i] > s->all.log_weight[best]))
            best = i;
    if (best != SIZE_MAX)
        return s->all.item[best].number;
    if (yk_point_valid(s->where))
        yk_near_chord(s->huff->near, s->where, s->huff->prior.reach_km * 1000, look_afar, &afar);
    return afar.rival;
}

/* Of the marks that part names in a list. */
static size_t mark_at(const char *text)
{
    static const char *const mark[] = {"、", "，", "；", ",", ";", "/", "\n"};
    for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
        if (!strncmp(text, mark[i], strlen(mark[i])))
            return strlen(mark[i]);
    return 0;
}

static void hear_stations(struct hearing *s, const char *text)
{
    while (text && *text) {
        size_t n = 0;
        while (text[n] && !mark_at(text + n))
            n++;
        size_t rival = n ? named_rival(s, yk_arena_text(s->a, text, n)) : SIZE_MAX;
        if (rival != SIZE_MAX)
            add(s, rival, rival_at(s, rival)->brand);
        text += n + mark_at(text + n);
    }
}

/* The brand's only station within reach; SIZE_MAX: none or several. */
static size_t only_of(const struct hearing *s, const char *brand)
{
    size_t only = SIZE_MAX;

    for (size_t i = 0; i < s->all.count; i++) {
        const struct yk_alternative *item = &s->all.item[i];
        if (item->kind != YK_DRAW_RIVAL || strcmp(rival_at(s, item->number)->brand, brand) != 0)
            continue;
        if (only != SIZE_MAX)
            return SIZE_MAX;
        only = item->number;
    }
    return only;
}

static bool borne(const struct hearing *s, const char *brand, size_t length)
{
    for (size_t i = 0; i < s->count; i++)
        if (same(s->told[i].brand, brand, length))
            return true;
    return false;
}

/* Calls for every brand told but ours; gives how many there are. */
static size_t each_brand(struct hearing *s, const char *text,
                         void to(struct hearing *s, const char *brand, size_t length))
{
    size_t brands = 0;

    for (size_t n; text && *text; text += n + strspn(text + n, " ")) {
        n = strcspn(text, " ");
        if (!n || same("own", text, n) || same("unknown", text, n))
            continue;
        brands++;
        if (to)
            to(s, text, n);
    }
    return brands;
}

static void hear_brand(struct hearing *s, const char *brand, size_t length)
{
    if (borne(s, brand, length))
        return;
    const char *code = yk_arena_text(s->a, brand, length);
    size_t only = only_of(s, code);
    add(s, only, code);
}

/* A station that the list of rivals lacks may still tell its brand. */
static void hear_brand_in_name(struct hearing *s, const char *name)
{
    each_brand(s, yk_station_brand(name, &s->huff->words, s->a), hear_brand);
}

static void gather(struct hearing *s, const struct yk_place *place, size_t station)
{
    const struct yk_station *at = &s->huff->t->station[station];
    struct yk_place here = {.located = true, .point = at->point, .owner = station};

    s->where = place->located ? place->point : at->point;
    s->all.count = 0;
    if (place->located)
        yk_alternatives_gather(&s->all, s->huff, place);
    else if (yk_point_valid(at->point))
        yk_alternatives_gather(&s->all, s->huff, &here);
}

static void hear(struct hearing *s, const struct yk_answers *answers)
{
    const char *stations = yk_answer_text(answers, "current_station");
    const char *brands = yk_answer_text(answers, "current_brand");

    s->count = 0;
    hear_stations(s, stations);
    if (each_brand(s, brands, NULL) > s->count)
        each_brand(s, brands, hear_brand);
    if (!s->count && stations)
        hear_brand_in_name(s, stations);
}

static void keep_told(struct yk_supplied *out, const struct hearing *s)
{
    out->supplier = YK_ARENA_ARRAY(s->a, struct yk_supplier, s->count);
    out->suppliers = s->count;
    for (size_t i = 0; i < s->count; i++) {
        out->supplier[i] = s->told[i];
        out->supplier[i].share = 1 / (double)s->count;
    }
}

static void keep_drawn(struct yk_supplied *out, struct hearing *s)
{
    yk_share_out(s->all.log_weight, s->all.count);
    out->drawn = YK_ARENA_ARRAY(s->a, struct yk_rival_share, s->all.count);
    for (size_t i = 0; i < s->all.count; i++)
        if (s->all.item[i].kind == YK_DRAW_RIVAL && s->all.log_weight[i] > 0)
            out->drawn[out->draws++] =
                (struct yk_rival_share){s->all.item[i].number, s->all.log_weight[i]};
}

void yk_supply_of(struct yk_supply *out, const struct yk_huff *h, const struct yk_derived *d,
                  size_t station, const size_t *client, size_t count, struct yk_arena *a)
{
    const struct yk_territory *t = h->t;
    struct hearing s = {.huff = h, .a = a};

    *out = (struct yk_supply){.client = YK_ARENA_ARRAY(a, struct yk_supplied, count),
                              .clients = count,
                              .strength = YK_ARENA_ARRAY(a, double, t->competitors)};
    for (size_t i = 0; i < t->competitors; i++)
        out->strength[i] =
            isfinite(h->station[station]) ? exp(h->rival[i] - h->station[station]) : NAN;
    for (size_t i = 0; i < count; i++) {
        const struct yk_place *place = &d->place[client[i]];
        gather(&s, place, station);
        hear(&s, &t->door[client[i]].answers);
        keep_told(&out->client[i], &s);
        if (place->located)
            keep_drawn(&out->client[i], &s);
    }
    yk_alternatives_release(&s.all);
}
