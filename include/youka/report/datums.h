/* datums.h - whether coordinates are in the datum that was declared for them: in a sentence after a
 * load, in a table of all sources. */
#ifndef YOUKA_REPORT_DATUMS_H
#define YOUKA_REPORT_DATUMS_H

#include "youka/model/suspicion.h"
#include "youka/report/report.h"

/* A load whose coordinates were compared. */
struct yk_compared {
    const char *file;
    size_t rows;       /* that have coordinates in this datum */
    const char *batch; /* by which it can be taken back, or NULL */
    bool stays;        /* it cannot be taken back; else loading it again replaces it */
};
/* What to tell of it, with the way to mend it; "" where there is nothing. */
const char *yk_report_doubt(const struct yk_suspicion *s, const struct yk_compared *load,
                            struct yk_arena *a);
/* Table datums, beside those of yk_report_gazetteer. */
void yk_report_datums(struct yk_view *view, const struct yk_suspicion *row, size_t rows);

#endif
