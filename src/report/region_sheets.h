/* region_sheets.h - the sheets of a region plan, a file each. */
#ifndef YOUKA_SRC_REPORT_REGION_SHEETS_H
#define YOUKA_SRC_REPORT_REGION_SHEETS_H

#include "plan_sheets.h"
#include "youka/report/region.h"

/* A station's figures, or those of all stations of the region. */
struct yk_region_sum {
    struct yk_sums sums;
    struct yk_tier_sum *tier; /* one a tier of the rules */
    double hours_needed;      /* in the 12 weeks: of the calendar with its ways, and of the visits
                                 that found no hours, without theirs */
    double hours;             /* that there are in the 12 weeks */
    double doors_done, doors_expected, cells_done, cells; /* cells: to be walked */
};

struct yk_region_work {
    const struct yk_region *region;
    struct yk_region_sum *station; /* as in the region */
    struct yk_region_sum all;
    bool *chosen;                     /* a flag a station of the territory */
    const struct yk_plan_line **line; /* a client of the territory; NULL: not of this region */
};
/* Lies in the sheets' arena. */
void yk_region_sums(struct yk_region_work *out, const struct yk_view *v,
                    const struct yk_region *region);
/* Done of those to be walked; NAN: nobody knows how many there are. */
double yk_region_share(double done, double all);
const struct yk_station *yk_region_station(const struct yk_view *v, const struct yk_region_work *w,
                                           size_t i);

YK_MUST yk_code yk_region_front(struct yk_view *v, const struct yk_region_work *w,
                                struct yk_err *err);
YK_MUST yk_code yk_region_charts(struct yk_view *v, struct yk_sheet *front,
                                 const struct yk_region_work *w, struct yk_err *err);
void yk_region_stations(struct yk_view *v, const struct yk_region_work *w);
void yk_region_prospects(struct yk_view *v, const struct yk_region_work *w);
void yk_region_moves(struct yk_view *v, const struct yk_region_work *w);
void yk_region_policy(struct yk_view *v, const struct yk_region_work *w);
void yk_region_overlaps(struct yk_view *v, const struct yk_region_work *w);
void yk_region_duplicates(struct yk_view *v, const struct yk_region_work *w);
void yk_region_rivals(struct yk_view *v, const struct yk_region_work *w);
void yk_region_quality(struct yk_view *v, const struct yk_region_work *w);
void yk_region_short(struct yk_view *v, const struct yk_region_work *w);
/* Last: it tells how many rows the sheets before it hold. */
void yk_region_method(struct yk_view *v, const struct yk_region_work *w);

/* Lines of all stations by score, most first; ties by client id. Those without fuel need, with
 * nothing to win, lost or parked are left out. In the sheets' arena; gives how many. */
size_t yk_region_best(const struct yk_plan_line ***out, const struct yk_view *v,
                      const struct yk_region_work *w);

#endif
