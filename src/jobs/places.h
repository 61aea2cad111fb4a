/* places.h - rows of a form that stand for places, each brought to WGS-84: stations, rivals,
 * gazetteers. Private to src/jobs. */
#ifndef YOUKA_JOBS_PLACES_H
#define YOUKA_JOBS_PLACES_H

#include "datums.h"
#include "intake.h"
#include "youka/report/loads.h"

struct yk_places {
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a;
    const char *form;    /* folder of survey-forms */
    bool may_be_nowhere; /* a row without any coordinate is handed on, at NAN */
    /* Keeps a row, whose texts die with the piece; or refuses it by giving `reject` a heading, a
     * reason and a hint. */
    void (*keep)(void *who, const struct yk_submission *row, struct yk_point at,
                 struct yk_reject *reject);
    void *who;
    const char *datum;     /* what the row being handed on was in; "" where it has no coordinate */
    struct yk_loads loads; /* what was done, a file an entry */
    struct yk_datums datums;
};

/* One file, to the end. A row whose coordinates have no known datum is refused. */
YK_MUST yk_code yk_places_read(struct yk_places *p, const char *path, struct yk_err *err);
/* How many of the last file's kept rows were news to the store. */
void yk_places_count(struct yk_places *p, size_t kept, size_t changed);
/* Compares the last file's places with what is known of others than `source`; NULL store: opened
 * for it. */
YK_MUST yk_code yk_places_compare(struct yk_places *p, struct yk_store *store, const char *source,
                                  struct yk_err *err);
/* The loads as tables, the status that goes with them. */
void yk_places_show(struct yk_show *out, const struct yk_places *p);

/* Answers copied to the arena; "" and `otherwise` where there is none. */
const char *yk_places_text(struct yk_arena *a, const struct yk_answers *answers, const char *code);
double yk_places_number(const struct yk_answers *answers, const char *code, double otherwise);

#endif
