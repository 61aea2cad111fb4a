/* cells.c - cells of the walk list and squares on one plane, and which of them holds a point. */
#include "parts.h"

#include <math.h>
#include <stdlib.h>

#define FARTHEST_M 50000 /* a cell beyond is nowhere: its coordinates are mistaken */
#define SAMPLE_M 100     /* a square is told covered by points so far apart */
#define SAMPLES 5        /* SQUARE_M / SAMPLE_M */

static long index_of(double metres)
{
    return (long)floor(metres / SQUARE_M + .5);
}

static bool inside_grid(const struct cells *c, long east, long north)
{
    return labs(east) <= c->half && labs(north) <= c->half;
}

static size_t square_at(const struct cells *c, long east, long north)
{
    return (size_t)((c->half - north) * (2 * c->half + 1) + c->half + east);
}

/* Brings an outline to the plane; its middle and size by the shoelace formula. */
static yk_code lay_shape(struct shape *shape, struct yk_area *area, const struct covering *c,
                         struct yk_err *err)
{
    struct yk_plane *plane = c->cells->plane;
    double twice = 0, east = 0, north = 0;
    for (size_t i = 0; i < area->corners; i++)
        if (!(yk_metres(c->station->point, area->outline[i]) <= FARTHEST_M))
            return YK_OK;
    struct yk_xy *p = YK_ARENA_ARRAY(c->a, struct yk_xy, area->corners + 1);
    for (size_t i = 0; i < area->corners; i++)
        if (yk_plane_xy(&p[i], plane, area->outline[i], err))
            return err->code;
    for (size_t i = 0; i + 1 < area->corners; i++) {
        double cross = p[i].east_m * p[i + 1].north_m - p[i + 1].east_m * p[i].north_m;
        twice += cross;
        east += (p[i].east_m + p[i + 1].east_m) * cross;
        north += (p[i].north_m + p[i + 1].north_m) * cross;
    }
    if (!(fabs(twice) > 2)) /* less than a square metre */
        return YK_OK;
    shape->corner = p;
    shape->m2 = fabs(twice) / 2;
    shape->middle = (struct yk_xy){east / twice / 3, north / twice / 3};
    return yk_plane_point(&area->centre, plane, shape->middle, err);
}

/* The squares that a shape's box touches. */
struct box {
    long west, east, south, north;
};
static struct box box_of(const struct shape *shape, size_t corners)
{
    struct box b = {index_of(shape->middle.east_m), b.west, index_of(shape->middle.north_m),
                    b.south};
    for (size_t i = 0; i < corners; i++) {
        long east = index_of(shape->corner[i].east_m), north = index_of(shape->corner[i].north_m);
        b.west = east < b.west ? east : b.west;
        b.east = east > b.east ? east : b.east;
        b.south = north < b.south ? north : b.south;
        b.north = north > b.north ? north : b.north;
    }
    return b;
}

static long farthest_of(struct box b)
{
    long most = labs(b.west);
    most = labs(b.east) > most ? labs(b.east) : most;
    most = labs(b.south) > most ? labs(b.south) : most;
    return labs(b.north) > most ? labs(b.north) : most;
}

/* Counts the members of every square, then puts them in: area by area, so in their order. */
static void fill_squares(struct covering *c, const struct box *box)
{
    struct cells *cells = c->cells;
    size_t side = (size_t)(2 * cells->half + 1), squares = side * side;
    cells->begin = YK_ARENA_ARRAY(c->a, size_t, squares + 2);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < cells->listed; i++) {
            if (!cells->shape[i].corner)
                continue;
            for (long n = box[i].south; n <= box[i].north; n++)
                for (long e = box[i].west; e <= box[i].east; e++) {
                    size_t *at = &cells->begin[square_at(cells, e, n) + (pass ? 1 : 2)];
                    if (pass)
                        cells->member[(*at)++] = i;
                    else
                        ++*at;
                }
        }
        for (size_t s = 2; !pass && s < squares + 2; s++)
            cells->begin[s] += cells->begin[s - 1];
        if (!pass)
            cells->member = YK_ARENA_ARRAY(c->a, size_t, cells->begin[squares + 1]);
    }
    cells->own = YK_ARENA_ARRAY(c->a, size_t, squares);
    for (size_t s = 0; s < squares; s++)
        cells->own[s] = NOWHERE;
}

/* A ray to the east crosses the outline an odd number of times. */
static bool holds(const struct yk_xy *corner, size_t corners, struct yk_xy p)
{
    bool in = false;
    for (size_t i = 0; i + 1 < corners; i++) {
        struct yk_xy a = corner[i], b = corner[i + 1];
        if ((a.north_m > p.north_m) != (b.north_m > p.north_m) &&
            p.east_m < a.east_m + (p.north_m - a.north_m) / (b.north_m - a.north_m) *
                                      (b.east_m - a.east_m))
            in = !in;
    }
    return in;
}

size_t yk_cells_at(const struct cells *cells, const struct yk_area *area, struct yk_xy p)
{
    long east = index_of(p.east_m), north = index_of(p.north_m);
    if (!inside_grid(cells, east, north))
        return NOWHERE;
    size_t square = square_at(cells, east, north);
    for (size_t k = cells->begin[square]; k < cells->begin[square + 1]; k++) {
        size_t i = cells->member[k];
        if (holds(cells->shape[i].corner, area[i].corners, p))
            return i;
    }
    return cells->own[square];
}

yk_code yk_cells_find(size_t *out, const struct covering *c, struct yk_point p, struct yk_err *err)
{
    struct yk_xy at;
    *out = NOWHERE;
    if (!(yk_metres(c->station->point, p) <= 2 * FARTHEST_M))
        return YK_OK;
    if (yk_plane_xy(&at, c->cells->plane, p, err))
        return err->code;
    *out = yk_cells_at(c->cells, c->out->area, at);
    return YK_OK;
}

/* Whether some of a square lies in the circle and in no listed cell. */
static bool is_beyond(const struct covering *c, long east, long north)
{
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
        struct yk_xy p = {(double)east * SQUARE_M + (i % SAMPLES - SAMPLES / 2) * SAMPLE_M,
                          (double)north * SQUARE_M + (i / SAMPLES - SAMPLES / 2) * SAMPLE_M};
        if (c->cells->radius_m > 0 && hypot(p.east_m, p.north_m) <= c->cells->radius_m &&
            yk_cells_at(c->cells, c->out->area, p) == NOWHERE)
            return true;
    }
    return false;
}

static yk_code add_square(struct covering *c, long east, long north, struct yk_err *err)
{
    static const double turn[][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    struct yk_xy middle = {(double)east * SQUARE_M, (double)north * SQUARE_M};
    struct yk_area *area = &c->out->area[c->out->areas++];
    *area =
        (struct yk_area){.grid_id = yk_arena_printf(c->a, "%c%02ld%c%02ld", east < 0 ? 'W' : 'E',
                                                    labs(east), north < 0 ? 'S' : 'N', labs(north)),
                         .name = "",
                         .person = "",
                         .reason = "",
                         .due = YK_DAY_NONE,
                         .outline = YK_ARENA_ARRAY(c->a, struct yk_point, 5),
                         .corners = 5,
                         .expected = NAN,
                         .expected_source = ""};
    for (size_t i = 0; i < area->corners; i++) {
        struct yk_xy corner = {middle.east_m + turn[i][0] * SQUARE_M / 2,
                               middle.north_m + turn[i][1] * SQUARE_M / 2};
        if (yk_plane_point(&area->outline[i], c->cells->plane, corner, err))
            return err->code;
    }
    return yk_plane_point(&area->centre, c->cells->plane, middle, err);
}

static yk_code add_squares(struct covering *c, struct yk_err *err)
{
    long reach = (long)c->out->reach;
    for (long north = reach; north >= -reach; north--)
        for (long east = -reach; east <= reach; east++)
            if (is_beyond(c, east, north) && add_square(c, east, north, err))
                return err->code;
    struct yk_area *first = c->out->area + c->cells->listed;
    if (c->out->areas > c->cells->listed + 1)
        qsort(first, c->out->areas - c->cells->listed, sizeof *first, yk_by_grid_id);
    return YK_OK;
}

/* Shapes of the areas from `from` on; each square owns the area made of it. */
static yk_code lay_shapes(struct covering *c, size_t from, struct yk_err *err)
{
    struct cells *cells = c->cells;
    for (size_t i = from; i < c->out->areas; i++) {
        if (lay_shape(&cells->shape[i], &c->out->area[i], c, err))
            return err->code;
        struct yk_xy middle = cells->shape[i].middle;
        if (cells->own)
            cells->own[square_at(cells, index_of(middle.east_m), index_of(middle.north_m))] = i;
    }
    return YK_OK;
}

static void name_areas(struct covering *c)
{
    for (size_t i = 0; i < c->out->areas; i++)
        (void)yk_map_add(&c->cells->name, yk_text_key(c->a, c->out->area[i].grid_id), i);
}

yk_code yk_cells_lay(struct covering *c, struct cells *cells, struct yk_err *err)
{
    struct yk_coverage *out = c->out;
    size_t rows = yk_walk_rows(c);
    c->cells = cells;
    if (yk_plane_open(&cells->plane, c->station->point, err))
        return err->code;
    cells->radius_m = c->station->radius_m > 0 ? fmin(c->station->radius_m, FARTHEST_M) : 0;
    out->reach = (size_t)(cells->radius_m / SQUARE_M + .5);
    size_t side = 2 * out->reach + 1;
    out->area = YK_ARENA_ARRAY(c->a, struct yk_area, rows + side * side);
    cells->shape = YK_ARENA_ARRAY(c->a, struct shape, rows + side * side);
    yk_walk_read(c, rows);
    cells->listed = out->areas;
    if (lay_shapes(c, 0, err))
        return err->code;
    struct box *box = YK_ARENA_ARRAY(c->a, struct box, rows);
    cells->half = (long)out->reach;
    for (size_t i = 0; i < cells->listed; i++)
        if (cells->shape[i].corner) {
            box[i] = box_of(&cells->shape[i], out->area[i].corners);
            long far = farthest_of(box[i]);
            cells->half = far > cells->half ? far : cells->half;
        }
    fill_squares(c, box);
    if (add_squares(c, err) || lay_shapes(c, cells->listed, err))
        return err->code;
    name_areas(c);
    return YK_OK;
}

/* Of two areas to show at one place the less done one. */
static size_t less_done(const struct yk_area *area, size_t a, size_t b)
{
    return a == NOWHERE || area[b].state < area[a].state ? b : a;
}

void yk_cells_map(struct covering *c)
{
    struct cells *cells = c->cells;
    struct yk_coverage *out = c->out;
    long reach = (long)out->reach;
    size_t side = 2 * out->reach + 1, at = 0;
    out->square = YK_ARENA_ARRAY(c->a, size_t, side * side);
    for (size_t s = 0; s < side * side; s++)
        out->square[s] = NOWHERE;
    for (size_t i = 0; i < cells->listed; i++) {
        long east = index_of(cells->shape[i].middle.east_m);
        long north = index_of(cells->shape[i].middle.north_m);
        if (!cells->shape[i].corner || labs(east) > reach || labs(north) > reach)
            continue;
        size_t *shown = &out->square[(size_t)(reach - north) * side + (size_t)(reach + east)];
        *shown = less_done(out->area, *shown, i);
    }
    for (long north = reach; north >= -reach; north--)
        for (long east = -reach; east <= reach; east++, at++)
            if (out->square[at] == NOWHERE)
                out->square[at] =
                    yk_cells_at(cells, out->area,
                                (struct yk_xy){(double)east * SQUARE_M, (double)north * SQUARE_M});
}

void yk_cells_release(struct cells *cells)
{
    yk_plane_close(cells->plane);
    yk_map_release(&cells->name);
}
