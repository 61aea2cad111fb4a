/* near.c - all points within a radius, by bands of latitude sorted by longitude. */
#include "youka/geo/near.h"

#include <math.h>
#include <stdlib.h>

#include "earth.h"
#include "youka/base/arena.h"

#define SHORTEST_DEGREE_M (EARTH_A_M * (1 - EARTH_E2) * RADIANS_A_DEGREE) /* along the meridian */
#define SLACK_DEG 1e-9 /* for rounding where a bound is met exactly; a tenth of a millimetre */
#define SLACK_M 1e-6
#define MEAN_RADIUS_M 6371009.0

/* Metres from the middle of the earth. */
struct xyz {
    double x, y, z;
};
struct spot {
    struct yk_point point;
    struct xyz at;
    size_t number, band;
};
struct yk_near {
    struct spot *spot; /* by band, longitude, number */
    size_t count;
    size_t *first; /* bands + 1: where each band begins */
    size_t bands;
    double south, band_deg;
};

static struct xyz xyz_of(struct yk_point p)
{
    double lat = p.lat * RADIANS_A_DEGREE, lon = p.lon * RADIANS_A_DEGREE;
    double n = EARTH_A_M / sqrt(1 - EARTH_E2 * sin(lat) * sin(lat));
    return (struct xyz){n * cos(lat) * cos(lon), n * cos(lat) * sin(lon),
                        n * (1 - EARTH_E2) * sin(lat)};
}

static double chord_m(struct xyz a, struct xyz b)
{
    double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return sqrt(x * x + y * y + z * z);
}

static int by_band_and_longitude(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    if (a->band != b->band)
        return a->band < b->band ? -1 : 1;
    if (a->point.lon != b->point.lon)
        return a->point.lon < b->point.lon ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* The band of a latitude; those beyond the ends belong to the nearest band. */
static size_t band_of(const struct yk_near *n, double lat)
{
    double band = floor((lat - n->south) / n->band_deg);
    return band <= 0 ? 0 : band >= (double)n->bands ? n->bands - 1 : (size_t)band;
}

static void lay_bands(struct yk_near *n, double cell_m)
{
    double south = 90, north = -90;
    for (size_t i = 0; i < n->count; i++) {
        south = fmin(south, n->spot[i].point.lat);
        north = fmax(north, n->spot[i].point.lat);
    }
    /* More bands than points would only cost memory. */
    double wanted = fmax(north - south, 0) * SHORTEST_DEGREE_M / cell_m;
    n->bands = wanted < (double)n->count ? (size_t)wanted + 1 : n->count + 1;
    n->south = south;
    n->band_deg = fmax((north - south) / (double)n->bands, SLACK_DEG);
}

struct yk_near *yk_near_new(const struct yk_point *points, size_t count, double cell_m)
{
    struct yk_near *n = yk_alloc(sizeof *n);
    n->spot = yk_alloc((count + 1) * sizeof *n->spot);
    for (size_t i = 0; i < count; i++)
        if (yk_point_valid(points[i]))
            n->spot[n->count++] =
                (struct spot){.point = points[i], .at = xyz_of(points[i]), .number = i};
    lay_bands(n, cell_m > 1 ? cell_m : 1);
    for (size_t i = 0; i < n->count; i++)
        n->spot[i].band = band_of(n, n->spot[i].point.lat);
    qsort(n->spot, n->count, sizeof *n->spot, by_band_and_longitude);

    n->first = yk_alloc((n->bands + 1) * sizeof *n->first);
    for (size_t i = 0; i < n->count; i++)
        n->first[n->spot[i].band + 1]++;
    for (size_t b = 0; b < n->bands; b++)
        n->first[b + 1] += n->first[b];
    return n;
}

void yk_near_free(struct yk_near *n)
{
    if (!n)
        return;
    free(n->spot);
    free(n->first);
    free(n);
}

struct hit {
    size_t number;
    double metres;
};
struct search {
    struct geod_geodesic earth;
    struct yk_point centre;
    struct xyz at;
    double radius_m;
    void (*try_spot)(struct search *s, const struct spot *spot);
    struct hit *hit;
    size_t hits, room;
    void (*found)(void *who, size_t number, double metres);
    void *who;
};

static int by_number(const void *left, const void *right)
{
    const struct hit *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

/* Kept until they can be put in order. */
static void try_along(struct search *s, const struct spot *spot)
{
    /* Cheap and exact: a straight line through the earth is never longer than a way along it. */
    if (chord_m(s->at, spot->at) > s->radius_m + SLACK_M)
        return;
    double metres;
    geod_inverse(&s->earth, s->centre.lat, s->centre.lon, spot->point.lat, spot->point.lon, &metres,
                 NULL, NULL);
    if (!(metres <= s->radius_m))
        return;
    s->hit = yk_grow(s->hit, &s->room, s->hits + 1, sizeof *s->hit);
    s->hit[s->hits++] = (struct hit){spot->number, metres};
}

static void try_chord(struct search *s, const struct spot *spot)
{
    double chord = chord_m(s->at, spot->at);
    double metres = chord * (1 + chord * chord / (24 * MEAN_RADIUS_M * MEAN_RADIUS_M));
    if (metres <= s->radius_m)
        s->found(s->who, spot->number, metres);
}

/* The spots of a band between two longitudes. */
static void try_span(struct search *s, const struct yk_near *n, size_t band, double west,
                     double east)
{
    size_t low = n->first[band], end = n->first[band + 1], high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (n->spot[middle].point.lon < west)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < end && n->spot[low].point.lon <= east; low++)
        s->try_spot(s, &n->spot[low]);
}

/* How far east or west a way of `radius_m` can lead that stays below latitude `lat`: the parallel's
 * radius is at least a * cos(lat). 180 and more: all round. */
static double reach_deg(double radius_m, double lat)
{
    if (lat >= 90)
        return 180;
    return radius_m / (EARTH_A_M * cos(lat * RADIANS_A_DEGREE) * RADIANS_A_DEGREE) + SLACK_DEG;
}

static void sweep(struct search *s, const struct yk_near *n)
{
    struct yk_point centre = s->centre;
    double up = s->radius_m / SHORTEST_DEGREE_M + SLACK_DEG;
    double around = reach_deg(s->radius_m, fabs(centre.lat) + up);
    double west = centre.lon - around, east = centre.lon + around;
    size_t last = band_of(n, centre.lat + up);
    s->at = xyz_of(centre);
    for (size_t band = band_of(n, centre.lat - up); band <= last; band++) {
        if (around >= 180) {
            try_span(s, n, band, -180, 180);
            continue;
        }
        try_span(s, n, band, west, east);
        if (west <= -180)
            try_span(s, n, band, west + 360, 180);
        if (east >= 180)
            try_span(s, n, band, -180, east - 360);
    }
}

static bool nothing_to_find(const struct yk_near *n, struct yk_point centre, double radius_m)
{
    return !yk_point_valid(centre) || !(radius_m >= 0) || n->count == 0;
}

void yk_near_each(const struct yk_near *n, struct yk_point centre, double radius_m,
                  void (*found)(void *who, size_t number, double metres), void *who)
{
    if (nothing_to_find(n, centre, radius_m))
        return;
    struct search s = {
        .earth = earth(), .centre = centre, .radius_m = radius_m, .try_spot = try_along};
    sweep(&s, n);
    if (s.hits > 0)
        qsort(s.hit, s.hits, sizeof *s.hit, by_number);
    for (size_t i = 0; i < s.hits; i++)
        found(who, s.hit[i].number, s.hit[i].metres);
    free(s.hit);
}

void yk_near_chord(const struct yk_near *n, struct yk_point centre, double radius_m,
                   void (*found)(void *who, size_t number, double metres), void *who)
{
    if (nothing_to_find(n, centre, radius_m))
        return;
    struct search s = {
        .centre = centre, .radius_m = radius_m, .try_spot = try_chord, .found = found, .who = who};
    sweep(&s, n);
}
