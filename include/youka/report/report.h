/* report.h - the views people get; each makes sheets from plain shapes. */
#ifndef YOUKA_REPORT_REPORT_H
#define YOUKA_REPORT_REPORT_H

#include "youka/base/rows.h"
#include "youka/base/sheet.h"
#include "youka/model/coverage.h"
#include "youka/model/geocoded.h"
#include "youka/model/who.h"

struct yk_view {
    struct yk_sheets *sheets; /* filled */
    const struct yk_territory *territory;
    const struct yk_derived *derived;
    const struct yk_vocabulary *vocabulary; /* labels of answers */
    const char *const (*question)[2];   /* pairs code -> label in the run's language; ends {NULL} */
    const char *const *question_list;   /* beside them the choice lists, ""; NULL: not known */
    bool unmasked;                      /* names and phones in full */
    const struct yk_coverage *coverage; /* of the plan's station; NULL: not told */
    const struct yk_place_story *story; /* how the client explained was located; NULL: not told */
    const struct yk_who *who;           /* the doors of the clients; NULL: not told */
    const char *rules_version; /* the loaded rules in force; "": the defaults; NULL: not told */
    const struct yk_client_visits *visits; /* of the client shown or explained; NULL: not told */
    const struct yk_pot *pot;              /* policy money of all regions; NULL: not told */
    size_t pots;
};

/* The station development plan: 总览, 开发计划, 走访日程, 客户档案, 竞争, 覆盖, 覆盖图, 待核实,
 * 说明 (workbooks.md) and a hidden sheet that feeds the charts. `rejects`: still open refusals to
 * show on 待核实. Fails when PROJ does. */
YK_MUST yk_code yk_report_plan(struct yk_view *view, const struct yk_plan *plan,
                               const struct yk_reject *rejects, size_t count, struct yk_err *err);
/* One sheet alone: the ranked clients in 25 columns, what is known of each and what it is worth,
 * nothing to be written on. */
void yk_report_ranked(struct yk_view *view, const struct yk_plan *plan);

/* A sheet of the rejects workbook: the input's own columns, then 行号, 原因, 怎样改 and the row's
 * hidden key, so that it is mended and loaded again as it is. */
struct yk_refused_row {
    size_t line;
    const char *const *cell;   /* width texts */
    const char *reason, *hint; /* of all its bad cells, joined; "" for a line that only belongs to a
                                  refused row */
    const char *key;           /* "": among its cells */
};
struct yk_refused {
    const char *name; /* of the file or sheet they come from */
    const char *const *heading;
    const char *const *label; /* what people see instead; NULL: the headings */
    size_t width;
    struct yk_refused_row *row;
    size_t rows, room;
};
void yk_report_rejects(struct yk_sheets *out, const struct yk_refused *table);

/* Everything that was counted in for one client, as tables (client explain). */
YK_MUST yk_code yk_report_explain(struct yk_view *view, size_t door, const struct yk_plan *plan,
                                  struct yk_err *err);

#endif
