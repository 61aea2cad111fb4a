/* batch.c - what was loaded, and taking a load back. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/report/tables.h"

yk_code yk_run_batch_list(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_store *store = NULL;
    struct yk_batch_entry *batch = NULL;
    size_t count = 0;
    if (yk_store_open(&store, wish->db, YK_STORE_READ, err))
        return err->code;
    if (!yk_batch_list(&batch, &count, store, a, err))
        yk_report_batches(&out->sheets, batch, count);
    yk_store_close(store);
    return err->code;
}

yk_code yk_run_batch_undo(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_store *store = NULL;
    struct yk_batch_entry undone;
    if (yk_store_open(&store, wish->db, YK_STORE_UPDATE, err))
        return err->code;
    if (!yk_batch_undo(store, wish->word[0], wish->now, &undone, a, err))
        yk_report_batches(&out->sheets, &undone, 1);
    yk_store_close(store);
    return err->code;
}
