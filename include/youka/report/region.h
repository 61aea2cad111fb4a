/* region.h - the region plan, for a regional office: its stations side by side, and what only shows
 * when they are. */
#ifndef YOUKA_REPORT_REGION_H
#define YOUKA_REPORT_REGION_H

#include "youka/report/report.h"

struct yk_region_station {
    const struct yk_plan *plan;
    const struct yk_coverage *coverage; /* NULL: nobody knows where the station is */
};
struct yk_region {
    const char *name;
    const struct yk_region_station *station; /* by code */
    size_t stations;
    const struct yk_pot *pot; /* of all regions */
    size_t pots;
    const char *user, *now, *run; /* who made it, when (ISO-8601 UTC), from which run */
};

/* Sheets 总览, 油站对比, 重点客户, 分级变动, 政策支持, 商圈重叠, 待判重复, 竞争, 数据质量, then a
 * sheet a station in short (one sheet for all of more than 30), 说明, 系数 and a hidden one that
 * feeds the charts. The first two tell the key figures. Columns without a key are for readers
 * only. Figures of stations are those of yk_sums_of and add up to the region's; its range takes the
 * stations' errors as independent, as a station's takes its clients'. Fails when PROJ does. Needs
 * view->who. */
YK_MUST yk_code yk_report_region(struct yk_view *view, const struct yk_region *region,
                                 struct yk_err *err);

#endif
