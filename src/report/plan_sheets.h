/* plan_sheets.h - the sheets of a station's development plan, one file each. */
#ifndef YOUKA_SRC_REPORT_PLAN_SHEETS_H
#define YOUKA_SRC_REPORT_PLAN_SHEETS_H

#include "words.h"
#include "youka/report/sums.h"

/* Of the lines of one tier. Litres a month. */
struct yk_tier_sum {
    double clients, p50, means, winnable;
};
/* Adds a plan's lines to the sums, one a tier of the rules. */
void yk_tier_sums_add(struct yk_tier_sum *sum, const struct yk_view *v, const struct yk_plan *plan);
/* A row a tier, with its owner. */
void yk_tiers_table(struct yk_view *v, struct yk_sheet *sheet, const char *name, const char *title,
                    const struct yk_tier_sum *sum);

/* Doors of the plan's lines by litres, most first; ties by client id. Arena array of line numbers.
 */
const size_t *yk_lines_by_litres(const struct yk_view *v, const struct yk_plan *plan);

YK_MUST yk_code yk_overview_sheet(struct yk_view *v, const struct yk_plan *plan,
                                  struct yk_err *err);
/* The lone table of a sheet with a line a client, `frozen` columns on every page. */
struct yk_table *yk_clients_table(struct yk_view *v, const char *sheet, const char *name,
                                  const struct yk_column *column, size_t columns, size_t frozen);
void yk_lines_sheet(struct yk_view *v, const struct yk_plan *plan);
/* Against the plan issued last; no sheet where none was. */
void yk_changes_sheet(struct yk_view *v, const struct yk_plan *plan);
void yk_changes_table(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan);
#define YK_CHANGE_COLUMNS 10
void yk_change_columns(struct yk_column out[YK_CHANGE_COLUMNS]);
void yk_change_cells(struct yk_view *v, struct yk_cell *c, const struct yk_plan *plan,
                     const struct yk_change *change);
/* Day by day in the order of the way, to be taken along; then who is not visited. */
void yk_rounds_sheet(struct yk_view *v, const struct yk_plan *plan);
/* The same for scripts: schedule, weeks, left_out. */
void yk_calendar_tables(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan);
void yk_profiles_sheet(struct yk_view *v, const struct yk_plan *plan);
/* Who holds the circle, whose contracts end, a chart. Nothing where plan->competition is NULL. */
void yk_competition_sheet(struct yk_view *v, const struct yk_plan *plan);
/* The same for scripts: rivals, contracts. */
void yk_competition_tables(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan);
/* 「大客车 × 2 0号柴油;…」 */
const char *yk_fleet_words(const struct yk_view *v, const struct yk_door *door);
/* Who of the client can be asked for, masked unless the view is not. */
const char *yk_contact_words(const struct yk_view *v, const struct yk_door *door);
/* Cells, outcomes, what is blank; then the map of the cells on a sheet of its own. Nothing without
 * view->coverage. */
void yk_coverage_sheets(struct yk_view *v);
void yk_coverage_map(struct yk_view *v);
/* The same in short, for the front page. */
void yk_coverage_figures(struct yk_view *v, struct yk_sheet *front);
void yk_doubts_sheet(struct yk_view *v, const struct yk_plan *plan, const struct yk_reject *rejects,
                     size_t count);
/* doubts_units.c: whose told amounts have a doubtful unit, by the litres that hang on it; no table
 * where there are none. */
void yk_unit_questions(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan);
void yk_method_sheet(struct yk_view *v);
/* What the numbers of a plan mean. */
void yk_terms_table(struct yk_view *v, struct yk_sheet *sheet);
void yk_coefficients_sheet(struct yk_view *v);
/* money.c: policy money of the station's region: budget, asked, granted, cut, and the station's
 * part; nothing where nobody of the region asks for any. */
void yk_money_table(struct yk_view *v, struct yk_sheet *front, const struct yk_plan *plan);
/* The charts under the front page, their numbers on a hidden sheet. */
YK_MUST yk_code yk_overview_charts(struct yk_view *v, struct yk_sheet *front,
                                   const struct yk_plan *plan, struct yk_err *err);

#endif
