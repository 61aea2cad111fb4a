/* sums.h - a plan's lines added up: what its front page, the index of plans and the region's report
 * tell alike. */
#ifndef YOUKA_REPORT_SUMS_H
#define YOUKA_REPORT_SUMS_H

#include "youka/report/report.h"

/* A sum of P50 and its range, errors of the clients taken as independent. */
struct yk_spread {
    double p50, low, high;
};

/* What the front page tells, added up over the plan's lines. Litres a month. */
struct yk_sums {
    size_t clients, located, scheduled;
    double p50, low, high;        /* of all demand, as struct yk_spread */
    double means, ours, winnable; /* sums of means */
    /* What the share, the contract and the cards say is taken as it is: only the litres spread.
     * What cards say has no range. */
    struct yk_spread ours_range, winnable_range;
    double target_quarter, expected_quarter; /* litres a quarter */
    bool target_given;
    double top_share; /* of the first 20 % of the clients */
};
void yk_sums_of(struct yk_sums *out, const struct yk_view *v, const struct yk_plan *plan);

/* A development plan that was written, or should have been. */
struct yk_plan_file {
    size_t station;
    struct yk_sums sums;
    const char *path;    /* of the workbook; the index lies in the same folder */
    const char *trouble; /* why it was not written; NULL: it was */
};
/* Table "plans": one row a plan, with a link to its workbook. On a sheet of its own. */
void yk_report_plan_index(struct yk_view *view, const struct yk_plan_file *file, size_t count);

#endif
