/* datums.h - the coordinates of a load compared with what the database knows of the same places.
 * Private to src/jobs. */
#ifndef YOUKA_JOBS_DATUMS_H
#define YOUKA_JOBS_DATUMS_H

#include "youka/jobs/job.h"
#include "youka/locate/suspect.h"
#include "youka/report/loads.h"
#include "youka/store/store.h"

/* What a file said, a row each; in the job's arena. Declare {0}. */
struct yk_datums {
    struct yk_noted {
        struct yk_sighting place;
        struct yk_id id; /* of the submission */
    } * at;
    size_t count, room, rows[YK_DATUM_UNKNOWN + 1]; /* rows: by datum */
};
/* A row of a form of places (name, address, road, number) and its point: in WGS-84, of
 * YK_DATUM_UNKNOWN as typed. Of very many rows the first are enough. */
void yk_datums_note(struct yk_datums *d, const struct yk_answers *row, enum yk_datum datum,
                    struct yk_point point, struct yk_arena *a);
/* The typed coordinates of census rows. */
void yk_datums_note_doors(struct yk_datums *d, const struct yk_batch *piece, struct yk_arena *a);

struct yk_datums_ask {
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_loads *loads; /* gets the warnings */
    struct yk_store *store; /* NULL: opened for it, if there is a database */
    const char *file;
    const char *source;        /* places that come from there are no witnesses */
    bool kept;                 /* no dry run */
    const struct yk_id *batch; /* of a survey, else NULL; its rows are no witnesses either */
};
/* Warns where another datum fits better than the declared one, and asks where none is declared;
 * forgets what was noted. */
YK_MUST yk_code yk_datums_tell(struct yk_datums *d, const struct yk_datums_ask *ask,
                               struct yk_arena *a, struct yk_err *err);

/* Every source of the database against all the others, as a table of the view. */
struct yk_desk;
void yk_datums_check(struct yk_view *view, const struct yk_desk *desk, struct yk_arena *a);

#endif
