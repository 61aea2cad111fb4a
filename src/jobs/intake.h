/* intake.h - files into rows, for the commands that load. Private to src/jobs. */
#ifndef YOUKA_JOBS_INTAKE_H
#define YOUKA_JOBS_INTAKE_H

#include "youka/base/hash.h"
#include "youka/intake/source.h"
#include "youka/jobs/job.h"
#include "youka/survey/take.h"

/* --datum; YK_DATUM_UNKNOWN when not given. */
YK_MUST yk_code yk_intake_datum(enum yk_datum *out, const struct yk_wish *wish, struct yk_err *err);
/* Adds a file's bytes. */
YK_MUST yk_code yk_intake_hash(struct yk_hash *h, const char *path, struct yk_err *err);
/* What a file was written in: "UTF-8", …, "xlsx". */
const char *yk_intake_encoding(const struct yk_source_facts *facts);
/* One line on the screen for a bad cell. */
void yk_intake_tell(const struct yk_watch *watch, const struct yk_reject *reject,
                    struct yk_arena *a);

#endif
