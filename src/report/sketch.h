/* sketch.h - a map as a scatter chart: points in a plane about a place, a table a series. Private
 * to src/report. */
#ifndef YOUKA_SRC_REPORT_SKETCH_H
#define YOUKA_SRC_REPORT_SKETCH_H

#include "words.h"
#include "youka/geo/plane.h"

struct yk_sketch {
    struct yk_view *view;
    struct yk_sheet *data; /* where the tables stand */
    struct yk_plane *plane;
    double unit_m;          /* of the axes: 1, or 1000 for km */
    const char *heading[3]; /* east, north, what stands at a point */
    double reach_m;         /* what lies beyond is counted, not drawn */
    struct yk_series series[16];
    size_t count, beyond;
    double farthest_m;
};

struct yk_table *yk_sketch_table(struct yk_sketch *m, const char *title);
YK_MUST yk_code yk_sketch_point(struct yk_sketch *m, struct yk_table *t, struct yk_point p,
                                const char *label, struct yk_err *err);
/* A station's trading area as a line; after another one a blank row keeps the two apart. */
YK_MUST yk_code yk_sketch_ring(struct yk_sketch *m, struct yk_table *t, const struct yk_station *s,
                               struct yk_err *err);
/* A table without a row becomes no series. */
void yk_sketch_series(struct yk_sketch *m, struct yk_table *t, const char *name, enum yk_tone tone,
                      enum yk_mark mark, bool named);
/* The title says how many points lie beyond; both axes are as long. */
struct yk_chart *yk_sketch_hang(struct yk_sketch *m, struct yk_sheet *front, const char *title);

#endif
