/* suspect.c - cells that hold oddly few doors for their neighbourhood (estimation.md §8). */
#include <math.h>
#include <stdlib.h>

#include "parts.h"
#include "youka/geo/near.h"

#define ALPHA 2         /* weight of the region's rate against the neighbours', in doors */
#define NEIGHBOUR_M 1.5 /* of a cell's side: the eight around it */
#define LEAST_LIKELY 3  /* doors: fewer may well be none */
#define LIMIT .10
#define MANY_CELLS 20 /* from here on the limit is held for all together */

/* A cell's neighbours that were begun: doors found and doors to be expected at the region's rate.
 */
struct around {
    const struct covering *c;
    const double *usual;
    size_t area;
    double found, usual_sum;
};

static bool begun(const struct yk_area *area)
{
    return area->done > 0 || area->state == YK_AREA_DONE;
}

static void look_at_neighbour(void *who, size_t number, double metres)
{
    struct around *a = who;
    const struct yk_area *area = &a->c->out->area[number];
    (void)metres;
    if (number == a->area || !begun(area))
        return;
    a->found += (double)area->done;
    a->usual_sum += a->usual[number];
}

/* Doors to expect of each area before its neighbours are asked: as told, else by its size. */
static double *usual_doors(const struct covering *c)
{
    const struct yk_coverage *out = c->out;
    double *usual = YK_ARENA_ARRAY(c->a, double, out->areas), doors = 0, m2 = 0;
    for (size_t i = 0; i < out->areas; i++) {
        doors += (double)out->area[i].done;
        m2 += c->cells->shape[i].m2;
    }
    double rate = m2 > 0 ? doors / m2 : 0;
    for (size_t i = 0; i < out->areas; i++)
        usual[i] =
            isnan(out->area[i].expected) ? rate * c->cells->shape[i].m2 : out->area[i].expected;
    return usual;
}

/* Where the number of doors was told, too few of them are work left, not a doubt; a person's word
 * that there are none is one. */
static bool is_doubted(const struct yk_area *area)
{
    return area->state == YK_AREA_NO_DOORS || (isnan(area->expected) && !yk_area_set_aside(area));
}

static int by_chance(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Benjamini and Hochberg 1995: the largest chance that lies under its share of the limit. */
static double limit_for_all(const struct yk_coverage *out, struct yk_arena *a)
{
    double *chance = YK_ARENA_ARRAY(a, double, out->areas), limit = 0;
    size_t n = 0;
    for (size_t i = 0; i < out->areas; i++)
        if (!isnan(out->area[i].unlikely))
            chance[n++] = out->area[i].unlikely;
    if (n < MANY_CELLS)
        return LIMIT;
    qsort(chance, n, sizeof *chance, by_chance);
    for (size_t k = 0; k < n; k++)
        if (chance[k] <= LIMIT * (double)(k + 1) / (double)n)
            limit = chance[k];
    return limit;
}

void yk_suspect_areas(struct covering *c)
{
    struct yk_coverage *out = c->out;
    double *usual = usual_doors(c);
    struct yk_point *centre = YK_ARENA_ARRAY(c->a, struct yk_point, out->areas);
    for (size_t i = 0; i < out->areas; i++)
        centre[i] = out->area[i].centre;
    struct yk_near *near = yk_near_new(centre, out->areas, NEIGHBOUR_M * SQUARE_M);
    for (size_t i = 0; i < out->areas; i++) {
        struct yk_area *area = &out->area[i];
        struct around around = {.c = c, .usual = usual, .area = i};
        area->likely = area->unlikely = NAN;
        if (!c->cells->shape[i].corner || !is_doubted(area))
            continue;
        yk_near_each(near, area->centre, NEIGHBOUR_M * sqrt(c->cells->shape[i].m2),
                     look_at_neighbour, &around);
        area->likely = usual[i] * (ALPHA + around.found) / (ALPHA + around.usual_sum);
        if (area->likely >= LEAST_LIKELY)
            area->unlikely = yk_too_few(area->likely, area->done);
    }
    yk_near_free(near);
    double limit = limit_for_all(out, c->a);
    for (size_t i = 0; i < out->areas; i++)
        out->area[i].suspect = out->area[i].unlikely <= limit && out->area[i].unlikely < LIMIT;
}
