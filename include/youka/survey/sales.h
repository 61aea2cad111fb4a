/* sales.h - rows of the form «sales», taken (survey/take.h), as card transactions. */
#ifndef YOUKA_SURVEY_SALES_H
#define YOUKA_SURVEY_SALES_H

#include "youka/base/map.h"
#include "youka/base/rows.h"
#include "youka/model/batch.h"
#include "youka/model/territory.h"

struct yk_sales_desk {
    const char *file; /* for rejects */
    const struct yk_station *station;
    const struct yk_map *stations; /* yk_sales_stations_named */
    const char *only;              /* --station, or NULL */
    const struct yk_rules *rules;  /* densities */
};

/* From code, and from a name that only one has, to the station; SIZE_MAX: several have it. */
void yk_sales_stations_named(struct yk_map *out, const struct yk_station *station, size_t count);

/* Leaves out totals (合计, 小计 in any cell); gives how many. Cells lie in the arena. */
size_t yk_sales_drop_totals(struct yk_rows *rows, struct yk_arena *a);

/* What the batch says of fuel; rows that say nothing usable become rejects of the batch: no payer,
 * no readable month, a month to come, no fuel, no quantity, tonnes without a grade. Arena. */
void yk_sales_take(struct yk_sale_row **out, size_t *count, struct yk_batch *batch,
                   const struct yk_rows *rows, const struct yk_sales_desk *desk, yk_day today,
                   struct yk_arena *a);

#endif
