/* coverage.h - how far a station's trading area has been walked: cells, doors, places nobody has
 * visited, clients that were probably missed. What survey/coverage.h works out and reports show. */
#ifndef YOUKA_MODEL_COVERAGE_H
#define YOUKA_MODEL_COVERAGE_H

#include "youka/model/plan.h"

enum yk_cell_state { /* codes of walk_list's choices */
                     YK_AREA_NOT_YET,
                     YK_AREA_ONGOING,
                     YK_AREA_DONE,
                     YK_AREA_NO_ACCESS,
                     YK_AREA_NO_DOORS,
                     YK_AREA_EXCLUDED,
                     YK_AREA_STATES,
};
const char *yk_cell_state_code(enum yk_cell_state state); /* "not_yet" … */
/* False, and *out untouched, for what is none of the codes. */
bool yk_cell_state_read(enum yk_cell_state *out, const char *code);

/* A cell to walk. Texts are "" where nobody said. */
struct yk_area {
    const char *grid_id; /* of the walk list, or made of the square's place: "E03N02" */
    const char *name, *person;
    const char *reason;       /* why excluded or not accessible */
    yk_day due;               /* YK_DAY_NONE */
    struct yk_point centre;   /* NAN where the list gives no place in a known datum */
    struct yk_point *outline; /* closed by its first point */
    size_t corners;
    bool listed;                 /* from the walk list */
    double expected;             /* doors; NAN: nobody knows */
    const char *expected_source; /* door_source code, or gazetteer */
    size_t done;                 /* doors with an outcome */
    enum yk_cell_state state;
    bool overdue;    /* neither done nor set aside, and due before today */
    double likely;   /* doors, by the neighbours' rate (estimation.md §8); NAN: no rate */
    double unlikely; /* P(so few doors) at that rate, where it is 3 and more; else NAN */
    bool suspect;    /* unlikely < .10, allowing for many cells */
};
/* Nobody has to go there any more (again), for a person says so. */
static inline bool yk_area_set_aside(const struct yk_area *area)
{
    return area->state >= YK_AREA_NO_ACCESS;
}

struct yk_unvisited {   /* a place of the gazetteer in the circle that no door matches */
    size_t entry, area; /* area: SIZE_MAX in none */
    double metres;      /* from the station */
};
struct yk_missed {
    double estimate, low, high; /* clients in all; NAN: not known */
    const char *method;         /* "chapman", "chao1" (a lower bound: low is it, no high), "" */
    size_t first, second, both; /* what went in: doors, places, matches; or clients seen at all,
                                   once, twice */
};
struct yk_outcome {
    const char *code;
    size_t count;
};
struct yk_coverage {
    size_t station;
    struct yk_area *area; /* listed ones by grid_id, then squares by name */
    size_t areas;
    size_t cells_done, cells_aside, doors_done;
    double doors_expected;
    struct yk_outcome *outcome; /* by visit_result in the order of their codes */
    size_t outcomes;
    struct yk_unvisited *unvisited; /* by distance */
    size_t unvisiteds;
    struct yk_missed missed;
    /* The map: squares of 500 m, (2 * reach + 1) a side, rows from north to south, columns from
     * west to east, the station in the middle one. Each names the area to show there, of several
     * the least done one; SIZE_MAX: outside. */
    size_t *square;
    size_t reach;
};

#endif
