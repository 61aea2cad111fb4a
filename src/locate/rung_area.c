/* rung_area.c - C2 somewhere along a road, D somewhere in a village or town. */
#include "geocoder.h"

#include <math.h>

enum { MOST_POINTS = 512 };
/* Stated at least, and on top where only one or two entries tell how far the road or unit goes. */
#define LEAST_ROAD_M 800
#define LEAST_COURSE_M 100 /* where the whole course is known */
#define LEAST_UNIT_M 2000
#define FEW_M 1300
#define LEAST_STEP_M 25 /* between points along a course */

/* Points where something may be, each as likely as the others. */
struct points {
    struct yk_point at[MOST_POINTS];
    size_t n;
};

static void add_point(struct points *p, const struct climb *c, struct yk_point at)
{
    if (p->n < MOST_POINTS && within_reach(c, at))
        p->at[p->n++] = at;
}

static void add_evidence(struct climb *c, uint32_t spot)
{
    if (c->out->evidences < YK_MOST_EVIDENCE)
        c->out->evidence[c->out->evidences++] = spot;
}

static void add_spots(struct points *p, struct climb *c, struct list list)
{
    for (size_t i = 0; i < list.n && p->n < MOST_POINTS; i++) {
        size_t before = p->n;
        if (!c->g->spot[list.at[i]].course && fits(c, list.at[i]))
            add_point(p, c, c->g->spot[list.at[i]].point);
        if (p->n > before)
            add_evidence(c, list.at[i]);
    }
}

static double length_within(const struct climb *c, const struct yk_gazetteer_entry *e)
{
    double metres = 0;
    for (size_t k = 1; k < e->vertices; k++)
        if (within_reach(c, e->line[k]) || within_reach(c, e->line[k - 1]))
            metres += rough_metres(c, e->line[k - 1], e->line[k]);
    return metres;
}

static void add_segment(struct points *p, const struct climb *c, struct yk_point a,
                        struct yk_point b, double step)
{
    size_t pieces = 1 + (size_t)(rough_metres(c, a, b) / step);
    for (size_t i = 0; i < pieces; i++) {
        double t = ((double)i + .5) / (double)pieces;
        add_point(p, c,
                  (struct yk_point){a.lat + t * (b.lat - a.lat), a.lon + t * (b.lon - a.lon)});
    }
}

/* Points along the courses, evenly, as many as there is room for. */
static void add_courses(struct points *p, struct climb *c, struct list list)
{
    double metres = 0;
    for (size_t i = 0; i < list.n; i++)
        metres += length_within(c, c->g->spot[list.at[i]].entry);
    double step = fmax(LEAST_STEP_M, metres / (MOST_POINTS / 2));
    for (size_t i = 0; i < list.n; i++) {
        const struct yk_gazetteer_entry *e = c->g->spot[list.at[i]].entry;
        size_t before = p->n;
        for (size_t k = 1; k < e->vertices; k++)
            if (within_reach(c, e->line[k]) || within_reach(c, e->line[k - 1]))
                add_segment(p, c, e->line[k - 1], e->line[k], step);
        if (p->n > before)
            add_evidence(c, list.at[i]);
    }
}

/* The value that k others come before, by size (Hoare's selection, 1961). */
static double select_nth(double *v, size_t n, size_t k)
{
    size_t low = 0, high = n - 1;
    while (low < high) {
        double pivot = v[(low + high) / 2];
        size_t i = low, j = high;
        for (;;) {
            while (v[i] < pivot)
                i++;
            while (v[j] > pivot)
                j--;
            if (i >= j)
                break;
            double one = v[i];
            v[i++] = v[j];
            v[j--] = one;
        }
        if (k <= j)
            high = j;
        else
            low = j + 1;
    }
    return v[k];
}

static double middle(double *v, size_t n)
{
    double above = select_nth(v, n, n / 2), below = v[0];
    if (n % 2)
        return above;
    for (size_t i = 1; i < n / 2; i++)
        below = fmax(below, v[i]);
    return (below + above) / 2;
}

/* The middle of the points, and how far from it nine in ten of them lie. */
static struct yk_point middle_of(const struct points *p, const struct climb *c, double *radius)
{
    double lat[MOST_POINTS], lon[MOST_POINTS], metres[MOST_POINTS];
    for (size_t i = 0; i < p->n; i++) {
        lat[i] = p->at[i].lat;
        lon[i] = p->at[i].lon;
    }
    struct yk_point at = {middle(lat, p->n), middle(lon, p->n)};
    for (size_t i = 0; i < p->n; i++)
        metres[i] = rough_metres(c, at, p->at[i]);
    *radius = select_nth(metres, p->n, (p->n - 1) * 9 / 10);
    return at;
}

static bool conclude(struct climb *c, const struct points *p, const char *rung, const char *method,
                     double least_m)
{
    double radius;
    if (!p->n)
        return false;
    struct yk_point at = middle_of(p, c, &radius);
    if (p->n < 3)
        radius = fmax(least_m, radius) + FEW_M;
    offset_from(&at, &c->address);
    answer(c, at, rung, method, fmax(least_m, radius));
    return true;
}

static bool along(struct climb *c, struct yk_glyphs road)
{
    struct near_room room;
    struct points p;
    p.n = c->out->evidences = 0;
    add_courses(&p, c, entries_of(c, key_of(KEY_COURSE, name_hash(road)), &room));
    if (conclude(c, &p, "C2", "along_road", LEAST_COURSE_M))
        return true;
    add_spots(&p, c, entries_of(c, key_of(KEY_CARRIER, name_hash(road)), &room));
    return conclude(c, &p, "C2", "doors_of_road", LEAST_ROAD_M);
}

/* The part of the road inside the circle; where none of it is, inside what is plausible. */
bool climb_road(struct climb *c)
{
    static const enum yk_part roads[] = {YK_PART_ROAD, YK_PART_CROSS, YK_PART_HIGHWAY};
    size_t said = 0;
    double reach = c->reach_m;
    for (size_t i = 0; i < sizeof roads / sizeof *roads; i++) {
        struct yk_glyphs road = yk_address_part(&c->address, roads[i]);
        if (!road.n)
            continue;
        said++;
        c->reach_m = c->q->radius_m > 0 ? fmin(reach, c->q->radius_m) : reach;
        bool found = along(c, road);
        c->reach_m = reach;
        if (found || along(c, road))
            return true;
    }
    note_try(c, "C2", "road", said ? YK_TRY_NO_ENTRY : YK_TRY_NOT_SAID, 0);
    return false;
}

bool climb_unit(struct climb *c)
{
    static const enum yk_part units[] = {YK_PART_VILLAGE, YK_PART_PLACE, YK_PART_ANCHOR,
                                         YK_PART_TOWN};
    size_t said = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct yk_glyphs unit = yk_address_part(&c->address, units[i]);
        struct near_room room;
        struct points p;
        if (!unit.n)
            continue;
        said++;
        p.n = c->out->evidences = 0;
        add_spots(&p, c, entries_of(c, key_of(KEY_UNIT, name_hash(unit)), &room));
        add_spots(&p, c, entries_of(c, key_of(KEY_PLACE, name_hash(unit)), &room));
        if (conclude(c, &p, "D", "middle_of_unit", LEAST_UNIT_M))
            return true;
    }
    note_try(c, "D", "unit", said ? YK_TRY_NO_ENTRY : YK_TRY_NOT_SAID, 0);
    return false;
}
