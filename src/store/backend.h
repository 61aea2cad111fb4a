/* backend.h - what a storage engine must offer. Private to src/store; store.h says what each means.
 */
#ifndef YOUKA_STORE_BACKEND_H
#define YOUKA_STORE_BACKEND_H

#include "youka/store/store.h"

struct yk_backend {
    const char *scheme; /* "sqlite", later "postgresql" */
    yk_code (*open)(struct yk_store **out, const char *where, enum yk_store_mode mode,
                    struct yk_err *err);
    bool (*there)(const char *where);
    void (*close)(struct yk_store *s);
    yk_code (*version)(int *have, int *want, struct yk_store *s, struct yk_err *err);
    yk_code (*upgrade)(struct yk_store *s, struct yk_err *err);
    yk_code (*check)(const char ***finding, size_t *count, struct yk_store *s, struct yk_arena *a,
                     struct yk_err *err);
    yk_code (*merge)(struct yk_merged *out, struct yk_store *s, const char *other,
                     const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err);
    yk_code (*backup)(struct yk_store *s, const char *to, const struct yk_watch *watch,
                      struct yk_err *err);

    yk_code (*load_begin)(struct yk_store *s, const struct yk_batch_head *head, struct yk_err *err);
    yk_code (*load_piece)(struct yk_store *s, const struct yk_batch *piece,
                          struct yk_batch_counts *counts, struct yk_err *err);
    yk_code (*load_end)(struct yk_store *s, struct yk_batch_counts *counts, bool keep,
                        struct yk_err *err);
    yk_code (*load_sales)(struct yk_store *s, const struct yk_sale_row *row, size_t count,
                          struct yk_err *err);
    yk_code (*put_payers_told)(struct yk_store *s, const struct yk_payer_told *told, size_t count,
                               size_t *changed, struct yk_err *err);
    yk_code (*batch_list)(struct yk_batch_entry **out, size_t *count, struct yk_store *s,
                          struct yk_arena *a, struct yk_err *err);
    yk_code (*batch_undo)(struct yk_store *s, const struct yk_id *batch, const char *now,
                          struct yk_err *err);

    yk_code (*put_stations)(struct yk_store *s, const struct yk_station *station, size_t count,
                            const char *now, size_t *changed, struct yk_err *err);
    yk_code (*put_competitors)(struct yk_store *s, const struct yk_competitor *rival, size_t count,
                               const char *now, size_t *changed, struct yk_err *err);
    yk_code (*list_stations)(struct yk_station **out, size_t *count, struct yk_store *s,
                             struct yk_arena *a, struct yk_err *err);
    yk_code (*put_gazetteer)(struct yk_store *s, const char *source,
                             const struct yk_gazetteer_entry *entry, size_t count, const char *now,
                             size_t *changed, struct yk_err *err);
    yk_code (*put_decision)(struct yk_store *s, const struct yk_decision *decision,
                            struct yk_err *err);
    yk_code (*put_overrides)(struct yk_store *s, const struct yk_override *item, size_t count,
                             struct yk_err *err);
    yk_code (*issue_clients)(struct yk_store *s, const struct yk_issued *issued, size_t count,
                             struct yk_err *err);
    yk_code (*put_rules)(struct yk_id *id, struct yk_store *s,
                         const struct yk_rules_version *version, struct yk_err *err);
    yk_code (*list_rules)(struct yk_rules_version **out, size_t *count, struct yk_store *s,
                          struct yk_arena *a, struct yk_err *err);
    yk_code (*issue_plan)(struct yk_id *id, bool *added, struct yk_store *s,
                          const struct yk_issue *what, struct yk_err *err);
    yk_code (*issued_totals)(struct yk_totals *out, struct yk_store *s,
                             const struct yk_totals_wish *wish, const struct yk_watch *watch,
                             struct yk_arena *a, struct yk_err *err);
    yk_code (*put_audit)(struct yk_store *s, const struct yk_audit *audit, struct yk_err *err);
    yk_code (*list_audit)(struct yk_audit **out, size_t *count, struct yk_store *s,
                          struct yk_arena *a, struct yk_err *err);
    yk_code (*erase_contacts)(struct yk_erased *out, struct yk_store *s,
                              const struct yk_id *submission, size_t count,
                              const struct yk_audit *audit, struct yk_arena *a, struct yk_err *err);
    yk_code (*load_territory)(struct yk_territory *out, struct yk_store *s, struct yk_arena *a,
                              struct yk_err *err);
    yk_code (*load_places)(struct yk_territory *out, struct yk_store *s, const struct yk_id *but,
                           size_t most, struct yk_arena *a, struct yk_err *err);

    yk_code (*last_run)(struct yk_id *run, struct yk_store *s, struct yk_err *err);
    yk_code (*put_run)(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                       const struct yk_derived *d, struct yk_err *err);
    yk_code (*put_plans)(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                         const struct yk_plan *const *plan, size_t plans, struct yk_err *err);
    yk_code (*forget_run)(struct yk_store *s, struct yk_err *err);
};

/* The common head of every engine's store; engines embed it first. */
struct yk_store {
    const struct yk_backend *engine;
};

extern const struct yk_backend yk_backend_sqlite;

#endif
