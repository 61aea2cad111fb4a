/* parts.h - what the files of coverage share: a station's cells on the plane about it, its doors
 * and the gazetteer's places among them. Private to src/survey/coverage. */
#ifndef YOUKA_SRC_SURVEY_COVERAGE_PARTS_H
#define YOUKA_SRC_SURVEY_COVERAGE_PARTS_H

#include "youka/base/map.h"
#include "youka/geo/plane.h"
#include "youka/survey/coverage.h"

#define NOWHERE SIZE_MAX
#define SQUARE_M 500.0

/* What a coverage is made from, and how far it has come. */
struct covering {
    const struct yk_territory *t;
    const struct yk_place *place;
    const struct yk_station *station;
    struct yk_arena *a;
    struct yk_coverage *out;
    size_t *door; /* the station's doors: in its circle, or its own without a circle */
    size_t doors;
    struct cells *cells;
};

/* walk.c: rows of the station's walk list; as areas into c->out, by grid_id. */
size_t yk_walk_rows(const struct covering *c);
void yk_walk_read(struct covering *c, size_t room);
int yk_by_grid_id(const void *left, const void *right); /* of areas, for qsort */

/* cells.c: the plane is cut into squares of 500 m, the station in the middle of one. */
struct cells {
    struct yk_plane *plane;
    double radius_m;    /* 0 where the station has none */
    struct yk_map name; /* folded grid_id -> area */
    struct shape {
        struct yk_xy *corner; /* as many as the outline has; NULL: no place */
        struct yk_xy middle;
        double m2;
    } * shape;      /* of each area */
    size_t listed;  /* of the areas */
    long half;      /* squares from the station's to the outermost */
    size_t *begin;  /* of each square, and one more: where its members begin */
    size_t *member; /* listed areas that reach into a square */
    size_t *own;    /* the unlisted area that a square is, or NOWHERE */
};
/* The walk list's cells and the squares beyond them, as areas of c->out. */
YK_MUST yk_code yk_cells_lay(struct covering *c, struct cells *cells, struct yk_err *err);
/* The area that holds a point, or NOWHERE; listed ones first. */
size_t yk_cells_at(const struct cells *cells, const struct yk_area *area, struct yk_xy p);
YK_MUST yk_code yk_cells_find(size_t *out, const struct covering *c, struct yk_point p,
                              struct yk_err *err);
/* After the states: the squares of the map. */
void yk_cells_map(struct covering *c);
void yk_cells_release(struct cells *cells);

/* places.c: the gazetteer's possible clients in the circle, each once; which doors they are. */
struct spot {
    size_t entry, area;
    double metres; /* from the station */
    size_t door;   /* index in covering.door, or NOWHERE */
    size_t next;   /* the same place in another source, or NOWHERE */
    bool again;    /* it was listed before */
};
struct spots {
    struct spot *spot; /* by distance, then in the order of the gazetteer */
    size_t count;
};
YK_MUST yk_code yk_spots_find(struct spots *out, const struct covering *c, struct yk_err *err);
void yk_spots_match(struct spots *spots, const struct covering *c);

/* missed.c */
void yk_missed_of(struct yk_missed *out, const struct covering *c, const struct spots *spots);

/* suspect.c: likely, unlikely and suspect of every area; needs the states. */
void yk_suspect_areas(struct covering *c);

#endif
