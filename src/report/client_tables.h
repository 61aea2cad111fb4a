/* client_tables.h - tables that «client show» and «client explain» share. */
#ifndef YOUKA_SRC_REPORT_CLIENT_TABLES_H
#define YOUKA_SRC_REPORT_CLIENT_TABLES_H

#include "words.h"

void yk_client_facts(struct yk_view *v, struct yk_sheet *sheet, size_t door);
void yk_client_flags(struct yk_view *v, struct yk_sheet *sheet, size_t door);
void yk_client_origins(struct yk_view *v, struct yk_sheet *sheet, const struct yk_door *door);

#endif
