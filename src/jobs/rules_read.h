/* rules_read.h - a folder of rule tables against what is in force. Private to src/jobs. */
#ifndef YOUKA_JOBS_RULES_READ_H
#define YOUKA_JOBS_RULES_READ_H

#include "youka/jobs/job.h"
#include "youka/report/rules.h"

/* All .csv files of the folder. Unknown files, columns, keys of a closed list: YK_E_DATA with file,
 * line and column. What does not go together afterwards is listed, not refused. */
YK_MUST yk_code yk_rules_read_dir(struct yk_rules_reading *out, const struct yk_wish *wish,
                                  const char *dir, struct yk_arena *a, struct yk_err *err);

#endif
