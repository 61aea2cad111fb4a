/* merge.h - another database's facts on their way in. Private to the engine's merge files. */
#ifndef YOUKA_STORE_SQLITE_MERGE_H
#define YOUKA_STORE_SQLITE_MERGE_H

#include "lite.h"
#include "youka/base/map.h"

struct merge {
    struct lite *l; /* the writer; the other database is attached to it as `other` */
    struct lite *r; /* reads both as they were before */
    const struct yk_watch *watch;
    struct yk_arena *a; /* what the caller gets */
    struct yk_merged out;
    size_t conflict_room;
    bool changed;                 /* anything at all */
    bool facts;                   /* what derived rows follow from */
    struct yk_batch_entry *batch; /* all of both, as they will stand */
    size_t batches;
    struct yk_map by_id;
    struct yk_tombs tombs;
    unsigned long long rows; /* about how many there are to read */
};

/* A sentence that the caller gets. */
void lite_conflict(struct merge *m, const char *sentence);
/* merge_batch.c: how the batches of both will stand; then, when their claims do, their counts. */
yk_code lite_merge_batches(struct merge *m, struct yk_err *err);
yk_code lite_merge_counts(struct merge *m, struct yk_err *err);
/* merge_rows.c: submissions and claims of both, in the order of their keys. */
yk_code lite_merge_rows(struct merge *m, struct yk_err *err);

#endif
