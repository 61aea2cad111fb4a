/* client_tables.h - tables that «client show» and «client explain» share. */
#ifndef YOUKA_SRC_REPORT_CLIENT_TABLES_H
#define YOUKA_SRC_REPORT_CLIENT_TABLES_H

#include "words.h"

void yk_client_facts(struct yk_view *v, struct yk_sheet *sheet, size_t door);
void yk_client_flags(struct yk_view *v, struct yk_sheet *sheet, size_t door);
/* What a person decided in place of the rules. */
void yk_overruled_table(struct yk_view *v, struct yk_sheet *sheet, const struct yk_overruled *of);
/* Its visits and the stages they led to; nothing where there are none. */
void yk_client_visits(struct yk_view *v, struct yk_sheet *sheet);
void yk_client_origins(struct yk_view *v, struct yk_sheet *sheet, const struct yk_door *door);

/* The doors a client was put together from, and the other sites of its organisation; nothing where
 * the view does not know them. */
void yk_client_members(struct yk_view *v, struct yk_sheet *sheet, size_t client);
void yk_client_sites(struct yk_view *v, struct yk_sheet *sheet, size_t client);
/* For a row of a list: tables inside cells. `sites` is made once for all rows. */
struct yk_site_index;
struct yk_site_index *yk_site_index_new(const struct yk_view *v);
struct yk_cell yk_members_cell(const struct yk_view *v, size_t client);
struct yk_cell yk_sites_cell(const struct yk_view *v, const struct yk_site_index *sites,
                             size_t client);

/* Estimate, reasons and what they rest on. */
void yk_explain_fuel(struct yk_view *v, struct yk_sheet *sheet, size_t door);
/* The chance to win it: what it starts from, then each reason that applies, in the order of enum
 * yk_win_term, and what won and lost clients of its like add. */
void yk_explain_win(struct yk_view *v, struct yk_sheet *sheet, size_t door);

#endif
