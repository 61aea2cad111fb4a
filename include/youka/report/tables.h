/* tables.h - what the list and show commands print, as tables with the keys of commands.md. Each
 * adds one sheet to view->sheets. */
#ifndef YOUKA_REPORT_TABLES_H
#define YOUKA_REPORT_TABLES_H

#include "youka/report/report.h"

/* Which stations' clients: one flag a station of the territory (by owner); NULL: all. */
void yk_report_clients(struct yk_view *view, const bool *chosen);
void yk_report_estimates(struct yk_view *view, const bool *chosen);
/* Facts, answers and flags of one door: a flat object and the table "answers". */
void yk_report_client(struct yk_view *view, size_t door);
/* What a person decided for a client: a flat object and the table "overruled". */
void yk_report_overruled(struct yk_view *view, size_t client, const struct yk_overruled *of);
/* Of one station: what stands in view->coverage; tables "", blank, unvisited. */
void yk_report_coverage(struct yk_view *view);
/* station_code, today, run_id; lines; schedule, a row a day; weeks; left_out; rivals and contracts
 * where the plan has them. */
void yk_report_plan_show(struct yk_view *view, const struct yk_plan *plan, const char *run_id);
void yk_report_stations(struct yk_view *view);
void yk_report_competitors(struct yk_view *view);

/* Tables sources, kinds, doubtful. same_as: of each entry an earlier one that is the same place, or
 * SIZE_MAX. */
void yk_report_gazetteer(struct yk_view *view, const size_t *same_as);

/* What a list of places holds: its kinds of entries, beside the loads of yk_report_loads: table
 * entries. */
struct yk_entry_counts {
    const char *file;
    size_t roads, addresses, places; /* kind road; else with road and number; else */
};
struct yk_entry_counts yk_entry_counts(const char *file, const struct yk_gazetteer_entry *entry,
                                       size_t count);
void yk_report_entry_counts(struct yk_sheets *out, const struct yk_entry_counts *row, size_t rows);

void yk_report_batches(struct yk_sheets *out, const struct yk_batch_entry *row, size_t rows);

#endif
