/* hq.h - the report of headquarters: what the issued plans of all stations say together. Aggregates
 * by region and station, organisations by name where they are large, bound or lost; no contacts. */
#ifndef YOUKA_REPORT_HQ_H
#define YOUKA_REPORT_HQ_H

#include "youka/model/totals.h"
#include "youka/report/report.h"

struct yk_hq {
    const struct yk_totals *totals;   /* at least one station */
    const struct yk_station *station; /* all of ours, by code */
    size_t stations;
    const char *who, *at; /* who asks, ISO-8601 UTC */
};

/* Of the view: sheets (footer set, filled), vocabulary, unmasked, rules_version, and of the
 * territory rules and today alone. Sheets 总览, 分公司, 油站, 品类与油品, 大客户, 定点客户,
 * 用卡与流失, 政策与风险, 变化, 未发布, 说明, 系数. Every table has a JSON name, every figure a
 * key: the same tables are what the terminal and JSON show. */
void yk_report_hq(struct yk_view *view, const struct yk_hq *hq);

#endif
