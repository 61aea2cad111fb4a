/* measure.c - distances to the known places under each reading, and what follows from them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"
#include "youka/geo/degrees.h"

enum {
    FEWEST = 10,     /* places that can be compared */
    FEWEST_NEAR = 4, /* spots that are near */
    CELLS_DEGREE =
        1000 /* a spot is about a hundred metres wide: a building's tenants stand on one */
};
#define NEAR_M 400.0       /* farther away a place of the same name is a namesake */
#define NEAR_SHARE .4      /* of the spots */
#define FACTOR 2.0         /* by which the best median is smaller */
#define GAIN_M 100.0       /* … and by how much */
#define SIGMA_M 100.0      /* usual error of either place, each way, and a margin */
#define LEAST_EVIDENCE 12. /* e^12 to one */
#define FAR_DEGREES .05    /* no two readings of one point are so far apart */

static enum yk_reading reading_of(enum yk_datum datum)
{
    return datum == YK_GCJ02 ? YK_READ_GCJ02 : datum == YK_BD09 ? YK_READ_BD09 : YK_READ_WGS84;
}

/* A longitude and a latitude of China cannot be taken for one another, so that only a point that
 * lies elsewhere can be exchanged. */
struct yk_point reread(const struct yk_sighting *s, enum yk_reading reading)
{
    static const enum yk_datum datum[] = {
        [YK_READ_WGS84] = YK_WGS84, [YK_READ_GCJ02] = YK_GCJ02, [YK_READ_BD09] = YK_BD09};
    bool told = s->datum != YK_DATUM_UNKNOWN;
    struct yk_point typed = told ? yk_from_wgs84(s->datum, s->point) : s->point;
    if (reading != YK_READ_EXCHANGED)
        return yk_to_wgs84(datum[reading], typed);
    if (!told || yk_axis_of(typed.lat) != YK_AXIS_LON || yk_axis_of(typed.lon) != YK_AXIS_LAT)
        return (struct yk_point){NAN, NAN};
    return yk_to_wgs84(s->datum, (struct yk_point){.lat = typed.lon, .lon = typed.lat});
}

/* Places that stand together: for each reading the smallest distance to a known one. */
struct spot {
    double metres[YK_READINGS];
};
struct survey {
    const struct ledger *l;
    struct spot *spot;
    size_t spots, room, places;
    struct yk_map by_place; /* "lat lon" in thousandths -> spot */
    struct yk_arena arena;
    struct yk_point at[YK_READINGS]; /* of the place in hand */
    struct spot now;
};

static bool far_apart(struct yk_point a, struct yk_point b)
{
    return !(fabs(a.lat - b.lat) <= FAR_DEGREES && fabs(a.lon - b.lon) <= 2 * FAR_DEGREES);
}

static void compare(void *who, size_t known)
{
    struct survey *s = who;
    for (int r = 0; r < YK_READINGS; r++)
        if (!far_apart(s->at[r], s->l->at[known]))
            s->now.metres[r] = fmin(s->now.metres[r], yk_metres(s->at[r], s->l->at[known]));
}

static struct spot *spot_at(struct survey *s, struct yk_point p)
{
    char name[48];
    size_t at;
    snprintf(name, sizeof name, "%ld %ld", lround(p.lat * CELLS_DEGREE),
             lround(p.lon * CELLS_DEGREE));
    if (yk_map_find(&s->by_place, name, &at))
        return &s->spot[at];
    s->spot = yk_grow(s->spot, &s->room, s->spots + 1, sizeof *s->spot);
    yk_map_add(&s->by_place, yk_arena_copy(&s->arena, name), s->spots);
    for (int r = 0; r < YK_READINGS; r++)
        s->spot[s->spots].metres[r] = INFINITY;
    return &s->spot[s->spots++];
}

static void take_place(struct survey *s, const struct yk_sighting *place, const struct keys *keys,
                       size_t own)
{
    if (!yk_point_valid(place->point))
        return;
    for (int r = 0; r < YK_READINGS; r++) {
        s->at[r] = reread(place, (enum yk_reading)r);
        s->now.metres[r] = INFINITY;
    }
    if (!ledger_each(s->l, keys, own, compare, s))
        return;
    s->places++;
    struct spot *spot = spot_at(s, place->point);
    for (int r = 0; r < YK_READINGS; r++)
        spot->metres[r] = fmin(spot->metres[r], s->now.metres[r]);
}

static bool is_near(const struct spot *c)
{
    for (int r = 0; r < YK_READINGS; r++)
        if (c->metres[r] <= NEAR_M)
            return true;
    return false;
}

static int by_size(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Of the near ones. */
static void find_medians(struct yk_suspicion *said, const struct survey *s)
{
    double *metres = yk_alloc((s->spots + 1) * sizeof *metres);
    for (int r = 0; r < YK_READINGS; r++) {
        size_t n = 0;
        for (size_t i = 0; i < s->spots; i++)
            if (is_near(&s->spot[i]))
                metres[n++] = s->spot[i].metres[r];
        said->near = n;
        qsort(metres, n, sizeof *metres, by_size);
        double median = n ? (metres[(n - 1) / 2] + metres[n / 2]) / 2 : NAN;
        said->metres[r] = isfinite(median) ? median : NAN;
    }
    free(metres);
}

/* Sum of the squares of distances that are cut where a place is a namesake. */
static double trimmed(const struct survey *s, enum yk_reading r)
{
    double *square = yk_alloc((s->spots + 1) * sizeof *square), sum = 0;
    for (size_t i = 0; i < s->spots; i++)
        square[i] = pow(fmin(s->spot[i].metres[r], NEAR_M), 2);
    qsort(square, s->spots, sizeof *square, by_size); /* one sum in any order */
    for (size_t i = 0; i < s->spots; i++)
        sum += square[i];
    free(square);
    return sum;
}

/* The best reading, and the one it has to beat: the declared one, else the second best. */
static enum yk_reading choose(struct weighed *out, const struct survey *s)
{
    struct yk_suspicion *said = &out->said;
    bool told = said->declared != YK_DATUM_UNKNOWN;
    enum yk_reading rival = reading_of(said->declared);
    double sum[YK_READINGS];
    for (int r = 0; r < YK_READINGS; r++)
        sum[r] = trimmed(s, (enum yk_reading)r);
    said->best = rival;
    for (int r = 0; r < YK_READINGS; r++)
        if (sum[r] < sum[said->best])
            said->best = (enum yk_reading)r;
    if (!told) {
        rival = said->best == YK_READ_WGS84 ? YK_READ_GCJ02 : YK_READ_WGS84;
        for (int r = 0; r < YK_READ_EXCHANGED; r++)
            if (r != (int)said->best && sum[r] < sum[rival])
                rival = (enum yk_reading)r;
    }
    out->evidence = (sum[rival] - sum[said->best]) / (2 * SIGMA_M * SIGMA_M);
    return rival;
}

/* A median beyond every measured distance is NAN: as far as can be. */
static bool is_clear(const struct weighed *w, enum yk_reading rival)
{
    double best = w->said.metres[w->said.best], other = w->said.metres[rival];
    return w->evidence >= LEAST_EVIDENCE && isfinite(best) && !(other < best * FACTOR) &&
           !(other < best + GAIN_M);
}

static void decide(struct weighed *out, const struct survey *s)
{
    struct yk_suspicion *said = &out->said;
    bool told = said->declared != YK_DATUM_UNKNOWN;
    find_medians(said, s);
    enum yk_reading rival = choose(out, s);
    if (said->places < FEWEST)
        said->doubt = YK_DOUBT_TOO_FEW;
    else if (said->near < FEWEST_NEAR || (double)said->near < NEAR_SHARE * (double)s->spots)
        said->doubt = YK_DOUBT_OPEN;
    else if (told && said->best == rival)
        said->doubt = YK_DOUBT_NONE;
    else
        said->doubt = is_clear(out, rival) ? YK_DOUBT_DATUM : YK_DOUBT_OPEN;
}

void weigh(struct weighed *out, const struct sample *sample, const struct ledger *l)
{
    struct survey s = {.l = l};
    size_t count = sample->member ? sample->members : sample->of->count;
    *out = (struct weighed){.said = {.source = "", .declared = YK_DATUM_UNKNOWN}};
    for (size_t i = 0; i < count; i++) {
        size_t at = sample->member ? sample->member[i] : i;
        take_place(&s, &sample->of->place[at], &sample->keys[at], sample->own);
        out->said.source = sample->of->place[at].source;
        out->said.declared = sample->of->place[at].datum;
    }
    out->said.places = s.places;
    decide(out, &s);
    yk_map_release(&s.by_place);
    yk_arena_release(&s.arena);
    free(s.spot);
}
