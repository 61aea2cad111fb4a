/* rules_read.h - a folder of rule tables against what is in force. Private to src/jobs. */
#ifndef YOUKA_JOBS_RULES_READ_H
#define YOUKA_JOBS_RULES_READ_H

#include "youka/jobs/job.h"
#include "youka/report/rules.h"

/* All .csv files of the folder against what is in force. What is wrong is listed, not refused:
 * unknown files, columns, keys of a closed list, cells that do not do, keys that stand twice; where
 * there is nothing of that, what does not go together afterwards. Fails where the folder, a file or
 * the database cannot be read, and where the folder holds no table. */
YK_MUST yk_code yk_rules_read_dir(struct yk_rules_reading *out, const struct yk_wish *wish,
                                  const char *dir, struct yk_arena *a, struct yk_err *err);

#endif
