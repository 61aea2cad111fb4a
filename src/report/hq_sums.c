/* hq_sums.c - stations added up to regions and to the whole. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hq_sheets.h"

static double finite_or_0(double x)
{
    return isfinite(x) ? x : 0;
}

static void add_walk(struct yk_hq_part *p, const struct yk_totals_walk *w)
{
    double *f = p->figure;
    f[YK_HQ_CELLS] = fmax(finite_or_0(w->cells) - finite_or_0(w->cells_aside), 0);
    f[YK_HQ_CELLS_DONE] = finite_or_0(w->cells_done);
    f[YK_HQ_UNVISITED] = finite_or_0(w->unvisited);
    if (w->missed > 0) {
        f[YK_HQ_FOUND] = f[YK_FIG_CLIENTS];
        f[YK_HQ_SUGGESTED] = w->missed;
    }
    if (w->doors_expected > 0) {
        f[YK_HQ_DOORS_EXPECTED] = w->doors_expected;
        f[YK_HQ_DOORS_DONE] = finite_or_0(w->doors_done);
    }
}

static void add_before(struct yk_hq_part *p, const struct yk_totals_station *s)
{
    double *f = p->figure;
    if (s->day_before == YK_DAY_NONE)
        return;
    f[YK_HQ_COMPARED] = 1;
    f[YK_HQ_CLIENTS_BEFORE] = s->before.clients;
    f[YK_HQ_BUYING_BEFORE] = s->before.buying;
    f[YK_HQ_MEAN_BEFORE] = s->before.mean;
    f[YK_HQ_OURS_BEFORE] = s->before.ours;
    f[YK_HQ_CLIENTS_SINCE] = s->figure[YK_FIG_CLIENTS];
    f[YK_HQ_BUYING_SINCE] = s->figure[YK_FIG_BUYING];
    f[YK_HQ_MEAN_SINCE] = s->figure[YK_FIG_MEAN];
    f[YK_HQ_OURS_SINCE] = s->figure[YK_FIG_OURS];
}

static size_t tier_at(const struct yk_rules *rules, const char *tier)
{
    size_t i = 0;
    while (i < rules->tiers && strcmp(rules->tier[i].tier, tier) != 0)
        i++;
    return i;
}

static int move_of(const struct yk_totals_move *m, const struct yk_rules *rules)
{
    if (!*m->before)
        return YK_HQ_NEW;
    if (!*m->now)
        return m->moved ? YK_HQ_MOVED : YK_HQ_GONE;
    size_t before = tier_at(rules, m->before), now = tier_at(rules, m->now);
    return now < before ? YK_HQ_UP : now > before ? YK_HQ_DOWN : -1;
}

/* Of one whose tier moved the stage is no change of its own (plan/changes.h). */
static void add_moves(struct yk_hq_part *station, const struct yk_view *v,
                      const struct yk_totals *t)
{
    for (size_t i = 0; i < t->moves; i++) {
        const struct yk_totals_move *m = &t->move[i];
        int kind = move_of(m, v->territory->rules);
        if (kind < 0)
            station[m->station].figure[YK_HQ_STAGED] += m->staged;
        else
            station[m->station].figure[kind] += m->clients;
    }
}

/* By code; NULL: ours no more. */
static const struct yk_station *known_station(const struct yk_hq *hq, const char *code)
{
    size_t from = 0, to = hq->stations;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int side = strcmp(code, hq->station[middle].code);
        if (!side)
            return &hq->station[middle];
        *(side < 0 ? &to : &from) = side < 0 ? middle : middle + 1;
    }
    return NULL;
}

/* Under the region it belongs to today, so that regions are the same in every report. */
static void station_of(struct yk_hq_part *p, const struct yk_totals_station *s,
                       const struct yk_station *known)
{
    *p = (struct yk_hq_part){.code = s->code,
                             .name = known ? known->name : s->name,
                             .region = known ? known->region : s->region,
                             .oldest = s->day,
                             .newest = s->day,
                             .before = s->day_before};
    memcpy(p->figure, s->figure, sizeof s->figure);
    p->figure[YK_HQ_STATIONS] = p->figure[YK_HQ_ISSUED] = 1;
    p->figure[YK_HQ_CUT_YUAN] = s->figure[YK_FIG_ASKED_YUAN] - s->figure[YK_FIG_GRANTED_YUAN];
    p->figure[YK_HQ_GONE_CLIENTS] = s->figure[YK_FIG_SILENT] + s->figure[YK_FIG_LOST];
    add_walk(p, &s->walk);
    add_before(p, s);
}

static void add_part(struct yk_hq_part *to, const struct yk_hq_part *p)
{
    for (int k = 0; k < YK_HQ_FIGURES; k++)
        to->figure[k] += p->figure[k];
    if (p->oldest == YK_DAY_NONE)
        return;
    to->oldest = to->oldest == YK_DAY_NONE || p->oldest < to->oldest ? p->oldest : to->oldest;
    to->newest = p->newest > to->newest ? p->newest : to->newest;
}

static struct yk_hq_part empty_part(const char *name)
{
    return (struct yk_hq_part){.code = "",
                               .name = name,
                               .region = name,
                               .oldest = YK_DAY_NONE,
                               .newest = YK_DAY_NONE,
                               .before = YK_DAY_NONE};
}

static struct yk_hq_part *region_of(struct yk_hq_sums *s, const char *name)
{
    for (size_t i = 0; i < s->regions; i++)
        if (!strcmp(s->region[i].name, name))
            return &s->region[i];
    s->region[s->regions] = empty_part(name);
    return &s->region[s->regions++];
}

static int by_winnable(const void *a, const void *b)
{
    const struct yk_hq_part *x = a, *y = b;
    double left = x->figure[YK_FIG_WINNABLE], right = y->figure[YK_FIG_WINNABLE];
    if (left != right)
        return left > right ? -1 : 1;
    int by = strcmp(x->name, y->name);
    return by ? by : strcmp(x->code, y->code);
}

const struct yk_hq_part *yk_hq_station(const struct yk_hq_sums *s, const char *code)
{
    for (size_t i = 0; i < s->stations; i++)
        if (!strcmp(s->station[i].code, code))
            return &s->station[i];
    YK_BUG("station %s has no plan", code);
}

static bool has_plan(const struct yk_totals *t, const char *code)
{
    size_t from = 0, to = t->stations;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int side = strcmp(code, t->station[middle].code);
        if (!side)
            return true;
        *(side < 0 ? &to : &from) = side < 0 ? middle : middle + 1;
    }
    return false;
}

static void add_without(struct yk_hq_sums *s, const struct yk_station *station)
{
    struct yk_hq_part none = empty_part(station->region);
    none.figure[YK_HQ_STATIONS] = 1;
    add_part(region_of(s, station->region), &none);
    add_part(&s->whole, &none);
    s->without[s->withouts++] = station;
}

void yk_hq_sums_of(struct yk_hq_sums *out, const struct yk_view *v, const struct yk_hq *hq)
{
    struct yk_arena *a = v->sheets->arena;
    const struct yk_totals *t = hq->totals;
    *out = (struct yk_hq_sums){
        .hq = hq,
        .whole = empty_part(""),
        .region = YK_ARENA_ARRAY(a, struct yk_hq_part, t->stations + hq->stations),
        .station = YK_ARENA_ARRAY(a, struct yk_hq_part, t->stations),
        .stations = t->stations,
        .without = YK_ARENA_ARRAY(a, const struct yk_station *, hq->stations)};
    for (size_t i = 0; i < t->stations; i++)
        station_of(&out->station[i], &t->station[i], known_station(hq, t->station[i].code));
    add_moves(out->station, v, t);
    for (size_t i = 0; i < t->stations; i++) {
        add_part(region_of(out, out->station[i].region), &out->station[i]);
        add_part(&out->whole, &out->station[i]);
    }
    for (size_t i = 0; i < hq->stations; i++)
        if (!has_plan(t, hq->station[i].code))
            add_without(out, &hq->station[i]);
    qsort(out->region, out->regions, sizeof *out->region, by_winnable);
    qsort(out->station, out->stations, sizeof *out->station, by_winnable);
}
