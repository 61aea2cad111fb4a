/* days.c - a week's visits put into its working days: a sweep round the station, then a route. */
#include "days.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/route.h"

#define DEGREE (M_PI / 180)
#define NOON (12 * 60)
#define MORNING (NOON + 60) /* who closes by then receives in the morning only */

/* A call and in which direction it lies. */
struct spoke {
    const struct yk_call *call;
    double angle; /* of the full circle, counted from the east */
};

static int by_angle(const void *a, const void *b)
{
    const struct spoke *x = a, *y = b;

    if (x->angle != y->angle)
        return x->angle < y->angle ? -1 : 1;
    return (x->call->line > y->call->line) - (x->call->line < y->call->line);
}

static double angle_of(struct yk_point from, struct yk_point to)
{
    double north = to.lat - from.lat, east = (to.lon - from.lon) * cos(from.lat * DEGREE);

    return north == 0 && east == 0 ? 0 : atan2(north, east);
}

/* The spokes in turn, the first one behind the widest gap. */
static void turn(struct spoke *out, const struct spoke *s, size_t n)
{
    size_t first = 0;
    double widest = -1;

    for (size_t i = 0; i < n; i++) {
        double gap = s[i].angle - (i ? s[i - 1].angle : s[n - 1].angle - 2 * M_PI);
        if (gap > widest + 1e-12) {
            widest = gap;
            first = i;
        }
    }
    for (size_t i = 0; i < n; i++)
        out[i] = s[(first + i) % n];
}

static double between(const struct yk_rounds *how, struct yk_point a, struct yk_point b)
{
    return yk_metres_about(a, b) * how->road_factor;
}

/* Hours of a day that takes the spokes from..to - 1 one after the other. */
struct sweep {
    const struct spoke *s;
    double *stay, *leg; /* sums of the hours at the clients', and between each and the one before */
};

static double hours_of(const struct sweep *w, size_t from, size_t to)
{
    if (from == to)
        return 0;
    return w->stay[to] - w->stay[from] + w->leg[to - 1] - w->leg[from] + w->s[from].call->way_h +
           w->s[to - 1].call->way_h;
}

static void add_up(struct sweep *w, const struct spoke *s, size_t n, const struct yk_rounds *how,
                   struct yk_arena *a)
{
    w->s = s;
    w->stay = YK_ARENA_ARRAY(a, double, n + 1);
    w->leg = YK_ARENA_ARRAY(a, double, n + 1);
    for (size_t i = 0; i < n; i++) {
        w->stay[i + 1] = w->stay[i] + s[i].call->slot->hours_per_visit;
        if (i > 0)
            w->leg[i] =
                w->leg[i - 1] +
                between(how, s[i - 1].call->slot->point, s[i].call->slot->point) / 1000 / how->km_h;
    }
}

/* cut[d]..cut[d + 1]: the spokes of day d; of all cuts the one with the least sum of the squares of
 * the days' hours, which makes them even and keeps neighbours together. fixed: hours that the days
 * have already. By dynamic programming; of equals the earlier days take more. */
static void cut_even(size_t cut[YK_WORKDAYS + 1], const double fixed[YK_WORKDAYS],
                     const struct sweep *w, size_t n, struct yk_arena *a)
{
    double *best = YK_ARENA_ARRAY(a, double, n + 1), *next = YK_ARENA_ARRAY(a, double, n + 1);
    size_t *from = YK_ARENA_ARRAY(a, size_t, YK_WORKDAYS * (n + 1));

    for (size_t j = 1; j <= n; j++)
        best[j] = INFINITY;
    for (size_t d = 0; d < YK_WORKDAYS; d++) {
        for (size_t j = 0; j <= n; j++) {
            next[j] = INFINITY;
            for (size_t i = j + 1; i-- > 0;) {
                double hours = fixed[d] + hours_of(w, i, j), all = best[i] + hours * hours;
                if (all < next[j] - 1e-9) {
                    next[j] = all;
                    from[d * (n + 1) + j] = i;
                }
            }
        }
        double *spare = best;
        best = next;
        next = spare;
    }
    cut[YK_WORKDAYS] = n;
    for (size_t d = YK_WORKDAYS; d-- > 0;)
        cut[d] = from[d * (n + 1) + cut[d + 1]];
}

/* Distances of the station and a day's calls, row by row. */
static double *matrix(const struct yk_call *const *call, size_t n, const struct yk_rounds *how,
                      struct yk_arena *a)
{
    double *m = YK_ARENA_ARRAY(a, double, (n + 1) * (n + 1));

    for (size_t i = 1; i <= n; i++)
        for (size_t k = 0; k < i; k++) {
            struct yk_point to = k ? call[k - 1]->slot->point : how->from;
            m[i * (n + 1) + k] = m[k * (n + 1) + i] = between(how, call[i - 1]->slot->point, to);
        }
    return m;
}

/* How well an order keeps to the clients' visiting hours, and what it takes. */
struct verdict {
    double late_min, metres, ends_min;
};

static bool better(const struct verdict *a, const struct verdict *b)
{
    if (fabs(a->late_min - b->late_min) > 1e-6)
        return a->late_min < b->late_min;
    if (fabs(a->metres - b->metres) > 1e-6)
        return a->metres < b->metres;
    return a->ends_min < b->ends_min - 1e-6;
}

/* The day's visits in this order. Who comes too early waits, at the station rather than at the
 * door: the wait costs no hours. */
static struct verdict walk(struct yk_plan_day *out, const struct yk_call *const *call,
                           const size_t *order, const double *metres, const struct yk_rounds *how)
{
    struct verdict v = {.ends_min = how->begins_min};

    out->hours = 0;
    for (size_t i = 0, at = 0; i < out->visits; i++) {
        const struct yk_call *c = call[order[i] - 1];
        const struct yk_slot *s = c->slot;
        double way = metres[at * (out->visits + 1) + order[i]], late = 0;
        bool told = s->opens_min != s->closes_min;
        v.ends_min = fmax(v.ends_min + way / 1000 / how->km_h * 60, told ? s->opens_min : 0);
        if (told)
            late = fmax(v.ends_min + 60 * s->hours_per_visit - s->closes_min, 0);
        out->visit[i] = (struct yk_plan_visit){.line = c->line,
                                               .hours = s->hours_per_visit,
                                               .metres_from_previous = way,
                                               .arrives_min = (int)lround(v.ends_min),
                                               .out_of_hours = late > 0,
                                               .forced = c->forced,
                                               .visitor = ""};
        v.ends_min += 60 * s->hours_per_visit;
        v.late_min += late;
        v.metres += way;
        out->hours += s->hours_per_visit;
        at = order[i];
    }
    if (out->visits)
        v.metres += metres[order[out->visits - 1]];
    out->metres = v.metres;
    out->hours += v.metres / 1000 / how->km_h;
    return v;
}

/* Those that receive in the morning only before the others, in the afternoon only after them. */
static void by_half_days(size_t *out, const size_t *order, size_t n,
                         const struct yk_call *const *call)
{
    size_t k = 0;

    for (int half = 0; half < 3; half++)
        for (size_t i = 0; i < n; i++) {
            const struct yk_slot *s = call[order[i] - 1]->slot;
            bool told = s->opens_min != s->closes_min;
            int when = told && s->opens_min >= NOON ? 2 : told && s->closes_min <= MORNING ? 0 : 1;
            if (when == half)
                out[k++] = order[i];
        }
}

/* The shortest way in either direction, else the same by half days: whichever keeps more of the
 * visiting hours. */
static void route(struct yk_plan_day *out, const struct yk_call *const *call, size_t n,
                  const struct yk_rounds *how, struct yk_arena *a)
{
    double *metres = matrix(call, n, how, a);
    size_t *order[4], best = 0;
    struct verdict kept = {INFINITY, 0, 0};

    out->visits = n;
    out->visit = YK_ARENA_ARRAY(a, struct yk_plan_visit, n);
    for (size_t i = 0; i < 4; i++)
        order[i] = YK_ARENA_ARRAY(a, size_t, n);
    yk_route(order[0], metres, n);
    for (size_t i = 0; i < n; i++)
        order[1][i] = order[0][n - 1 - i];
    by_half_days(order[2], order[0], n, call);
    by_half_days(order[3], order[1], n, call);
    for (size_t i = 0; i < 4; i++) {
        struct verdict v = walk(out, call, order[i], metres, how);
        if (i == 0 || better(&v, &kept)) {
            kept = v;
            best = i;
        }
    }
    walk(out, call, order[best], metres, how);
}

/* The working days from the week's first day on. */
static void name_days(struct yk_plan_day day[YK_WORKDAYS], const struct yk_rounds *how, int week)
{
    size_t n = 0;

    for (yk_day d = yk_week_begins(how, week); n < YK_WORKDAYS; d++)
        if (yk_day_weekday(d) <= 5)
            day[n++] = (struct yk_plan_day){.week = week, .day = d};
}

static size_t fixed_day(const struct yk_plan_day day[YK_WORKDAYS], const struct yk_call *c)
{
    size_t d = 0;

    while (d < YK_WORKDAYS && (c->fixed == YK_DAY_NONE || day[d].day != c->fixed))
        d++;
    return d;
}

void yk_days_make(struct yk_plan_day day[YK_WORKDAYS], const struct yk_call *call, size_t count,
                  const struct yk_rounds *how, int week, struct yk_arena *a)
{
    struct spoke *found = YK_ARENA_ARRAY(a, struct spoke, count);
    struct spoke *s = YK_ARENA_ARRAY(a, struct spoke, count);
    const struct yk_call **of_day = YK_ARENA_ARRAY(a, const struct yk_call *, count);
    double fixed[YK_WORKDAYS] = {0};
    struct sweep sweep;
    size_t cut[YK_WORKDAYS + 1], free_ones = 0;

    name_days(day, how, week);
    for (size_t i = 0; i < count; i++) {
        size_t d = fixed_day(day, &call[i]);
        if (d < YK_WORKDAYS)
            fixed[d] += call[i].slot->hours_per_visit + call[i].way_h;
        else
            found[free_ones++] = (struct spoke){&call[i], angle_of(how->from, call[i].slot->point)};
    }
    qsort(found, free_ones, sizeof *found, by_angle);
    turn(s, found, free_ones);
    add_up(&sweep, s, free_ones, how, a);
    cut_even(cut, fixed, &sweep, free_ones, a);
    for (size_t d = 0; d < YK_WORKDAYS; d++) {
        size_t n = 0;
        for (size_t i = 0; i < count; i++)
            if (fixed_day(day, &call[i]) == d)
                of_day[n++] = &call[i];
        for (size_t i = cut[d]; i < cut[d + 1]; i++)
            of_day[n++] = s[i].call;
        route(&day[d], of_day, n, how, a);
    }
}
