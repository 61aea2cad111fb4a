/* ledger.h - which files of a folder a run has written already, so that it goes on where it was
 * interrupted. Private to src/jobs. */
#ifndef YOUKA_JOBS_LEDGER_H
#define YOUKA_JOBS_LEDGER_H

#include <stdbool.h>

#include "youka/base/err.h"
#include "youka/base/hash.h"
#include "youka/base/map.h"

/* A hidden file of the folder holds a line a file: the run, the hash of the file's content, its
 * name. A file counts as written only while its content still has the hash that was noted after it
 * was whole: one that is half written, changed or of another run does not. Torn lines and those of
 * other runs are passed over, so two runs may write into one folder. */
struct yk_ledger {
    char *dir, *path, *text; /* text: as it was found */
    struct yk_map noted;     /* name -> where in text its hash stands */
    struct yk_id run;
    int fd;
    bool torn; /* its last line has no end */
};
/* Caller closes, also after a failure. */
YK_MUST yk_code yk_ledger_open(struct yk_ledger *l, const char *dir, const struct yk_id *run,
                               struct yk_err *err);
bool yk_ledger_holds(const struct yk_ledger *l, const char *name);
/* The file is whole now. What cannot be noted is written again by the next run. */
void yk_ledger_note(struct yk_ledger *l, const char *name);
/* `over`: everything is written, the ledger goes: the next run writes all anew. */
void yk_ledger_close(struct yk_ledger *l, bool over);

#endif
