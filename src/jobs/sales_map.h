/* sales_map.h - MAP.csv: a person says whose a card or a name is. Private to src/jobs. */
#ifndef YOUKA_JOBS_SALES_MAP_H
#define YOUKA_JOBS_SALES_MAP_H

#include "youka/jobs/job.h"

/* --map into the database: columns payer (as youka wrote it), card or name; client_id or
 * client_name; station_code. Rows that name no client are passed over. What a bad row says is told
 * and not kept: status 3. */
YK_MUST yk_code yk_sales_map_load(struct yk_show *out, const struct yk_wish *wish,
                                  const struct yk_watch *watch, struct yk_arena *a,
                                  struct yk_err *err);
/* The text into a file, whole or not at all. */

#endif
