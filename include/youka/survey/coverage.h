/* coverage.h - what part of a trading area is still blank (survey.md, «Coverage»; estimation.md
 * §8). Cells come from the station's walk list; what its circle holds beyond them is divided into
 * squares of 500 m. Expected doors come from the walk list, else from the gazetteer's places in the
 * cell. A cell without an expectation is never done. */
#ifndef YOUKA_SURVEY_COVERAGE_H
#define YOUKA_SURVEY_COVERAGE_H

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
struct yk_area {
    const char *grid_id;       /* of the walk list, or made of the square's place: "E03N02" */
    const char *name, *person; /* "" where nobody was named */
    const char *reason;        /* why excluded or not accessible */
    yk_day due;                /* YK_DAY_NONE */
    struct yk_point centre;
    struct yk_point *outline; /* closed by its first point */
    size_t corners;
    bool listed;                 /* from the walk list */
    double expected;             /* doors; NAN: nobody knows */
    const char *expected_source; /* door_source code, or gazetteer */
    size_t done;                 /* doors with an outcome */
    enum yk_cell_state state;
    double unlikely; /* P(so few doors) from the neighbours' rate (§8); NAN where not told */
    bool suspect;    /* unlikely < .10 of an expectation of 3 and more */
};
struct yk_unvisited {   /* a place of the gazetteer in the circle that no door matches */
    size_t entry, area; /* area: SIZE_MAX in none */
    double metres;      /* from the station */
};
struct yk_missed {
    double estimate, low, high; /* clients in all; NAN: no second source */
    const char *method;         /* "chapman", "chao1", "" */
    size_t first, second, both; /* what went in */
};
struct yk_coverage {
    struct yk_area *area; /* listed first by grid_id, then squares by name */
    size_t areas;
    size_t cells_done, doors_done;
    double doors_expected;
    struct yk_outcome {
        const char *code;
        size_t count;
    } * outcome; /* by visit_result in the order of their codes */
    size_t outcomes;
    struct yk_unvisited *unvisited; /* by distance */
    size_t unvisiteds;
    struct yk_missed missed;
};

/* Of one station. `place` belongs to the territory's doors (joined). Fails when PROJ does. */
YK_MUST yk_code yk_coverage_of(struct yk_coverage *out, const struct yk_territory *t,
                               const struct yk_place *place, size_t station, struct yk_arena *a,
                               struct yk_err *err);
/* Chapman's estimate with an 80 % interval; Chao1's lower bound (bias-corrected). */
void yk_chapman(struct yk_missed *out, size_t first, size_t second, size_t both);
double yk_chao1(size_t seen, size_t once, size_t twice);

#endif
