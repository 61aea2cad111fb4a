/* store.h - where facts are kept. The only header a job needs; no SQL crosses it. */
#ifndef YOUKA_STORE_STORE_H
#define YOUKA_STORE_STORE_H

#include "youka/base/watch.h"
#include "youka/model/coverage.h"
#include "youka/model/totals.h"

struct yk_store;
#define YK_FORM_SALES "sales" /* the form whose rows are card transactions */

enum yk_store_mode {
    YK_STORE_READ,   /* must exist; schema must be current */
    YK_STORE_UPDATE, /* must exist */
    YK_STORE_WRITE,  /* made when it is not there */
    YK_STORE_CREATE, /* must not be there */
    YK_STORE_RAW,    /* must exist; schema may be old: for upgrade and check */
};

/* A path or an URL (sqlite://PATH). Caller closes. An older schema is brought up to date by UPDATE
 * and WRITE (a copy PATH.before-N is kept), a newer one is refused. */
YK_MUST yk_code yk_store_open(struct yk_store **out, const char *where, enum yk_store_mode mode,
                              struct yk_err *err);
void yk_store_close(struct yk_store *s); /* NULL is fine */
/* False: nothing stands at that place. True: opening it gives a database or says what is wrong. */
bool yk_store_there(const char *where);
YK_MUST yk_code yk_store_version(int *have, int *want, struct yk_store *s, struct yk_err *err);

/* Load: one transaction a file, so the file is hashed before it is read. Every row taken becomes a
 * claim of its batch on one copy (key and content) of a submission; equal copies are stored once.
 * A file that is a batch already adds no second batch: only rows that it does not claim yet
 * (refused the first time) are added. After a failed piece end with keep false. */
YK_MUST yk_code yk_load_begin(struct yk_store *s, const struct yk_batch_head *head,
                              struct yk_err *err);
/* Adds to counts->loaded (a new key), superseded (a known key that says something new), unchanged
 * (the same copy, or one that adds nothing to what is known). Strings need only live through the
 * call. */
YK_MUST yk_code yk_load_piece(struct yk_store *s, const struct yk_batch *piece,
                              struct yk_batch_counts *counts, struct yk_err *err);
/* Commits; of the counts the caller's rows, rejected and blank are kept too. The first load of a
 * database looks at keys that come twice only now: the counts are complete after this call. With
 * keep false everything is undone (dry run, error). */
YK_MUST yk_code yk_load_end(struct yk_store *s, struct yk_batch_counts *counts, bool keep,
                            struct yk_err *err);

/* A piece of a batch of card transactions, between yk_load_begin (head->form YK_FORM_SALES) and
 * yk_load_end, which counts them: rows of one key (station, payer, month, day, grade) are summed.
 * Loading a file again replaces what it said. counts->left tells what earlier batches say of the
 * same stations and months and this one does not: it counts beside it. */
YK_MUST yk_code yk_load_sales(struct yk_store *s, const struct yk_sale_row *row, size_t count,
                              struct yk_err *err);
/* What a person said of payers; each only where it is news. *changed: how many were. */
YK_MUST yk_code yk_put_payers_told(struct yk_store *s, const struct yk_payer_told *told,
                                   size_t count, size_t *changed, struct yk_err *err);

YK_MUST yk_code yk_batch_list(struct yk_batch_entry **out, size_t *count, struct yk_store *s,
                              struct yk_arena *a, struct yk_err *err);
/* Takes a load back by a unique prefix of its id: its claims, and the copies nobody else claims.
 * The entry stays in the list. */
YK_MUST yk_code yk_batch_undo(struct yk_store *s, const char *prefix, const char *now,
                              struct yk_batch_entry *undone, struct yk_arena *a,
                              struct yk_err *err);

/* Stations: the row put last under a code counts, the earlier ones are kept; `now` (ISO-8601 UTC,
 * of cli) is since when; where it does not come after the last time, the second after that.
 * Competitors: by name and place, the row with the newest survey date counts, of one date the one
 * put last. */
YK_MUST yk_code yk_put_stations(struct yk_store *s, const struct yk_station *station, size_t count,
                                const char *now, size_t *changed, struct yk_err *err);
YK_MUST yk_code yk_put_competitors(struct yk_store *s, const struct yk_competitor *rival,
                                   size_t count, const char *now, size_t *changed,
                                   struct yk_err *err);

/* By code. */
YK_MUST yk_code yk_list_stations(struct yk_station **out, size_t *count, struct yk_store *s,
                                 struct yk_arena *a, struct yk_err *err);

/* Replaces all entries of `source` (a file's name) by these. *changed: how many it has now, 0 where
 * they are the same as before. */
YK_MUST yk_code yk_put_gazetteer(struct yk_store *s, const char *source,
                                 const struct yk_gazetteer_entry *entry, size_t count,
                                 const char *now, size_t *changed, struct yk_err *err);
/* What a person says of two submissions; the newest of a pair counts, NONE takes it back. */
YK_MUST yk_code yk_put_decision(struct yk_store *s, const struct yk_decision *decision,
                                struct yk_err *err);
/* What a person decided for clients in place of the rules; the newest of a submission and field
 * counts, "" takes it back. All or none; `at` of each as in yk_put_stations. */
YK_MUST yk_code yk_put_overrides(struct yk_store *s, const struct yk_override *item, size_t count,
                                 struct yk_err *err);
/* Client ids that leave the program in a workbook or a plan: kept from now on. Those known already
 * stay as they are. Changes nothing that is derived, so that the facts' version stays. */
YK_MUST yk_code yk_issue_clients(struct yk_store *s, const struct yk_issued *issued, size_t count,
                                 struct yk_err *err);

/* Rows of rule tables that somebody loaded (youka rules load); later versions stand on top of
 * earlier ones. csv: headings and rows, as model/rules.h reads them. */
struct yk_rules_text {
    const char *file, *csv;
    size_t rows;
};
struct yk_rules_version {
    struct yk_id id;             /* hash of content, time and person */
    const char *at, *who;        /* ISO-8601 UTC */
    struct yk_rules_text *table; /* by file */
    size_t tables;
};
/* id: what it is called from now on; version->id is not looked at. `at` becomes later than all
 * versions before. */
YK_MUST yk_code yk_put_rules(struct yk_id *id, struct yk_store *s,
                             const struct yk_rules_version *version, struct yk_err *err);
/* In the order in which they count. */
YK_MUST yk_code yk_list_rules(struct yk_rules_version **out, size_t *count, struct yk_store *s,
                              struct yk_arena *a, struct yk_err *err);

/* A plan that is issued is frozen: kept whole as a fact, whatever the formulas say later. */
struct yk_issue {
    const struct yk_territory *t;
    const struct yk_derived *d;
    const struct yk_plan *plan;
    const struct yk_id *run;
    const char *at, *who;               /* ISO-8601 UTC */
    const struct yk_coverage *coverage; /* of the plan's station; NULL: not told */
    const char *rules_version;          /* the last loaded; NULL or "": the defaults alone */
};
/* id: hash of the content. *added false: the very same plan of that day was issued already. Changes
 * nothing that is derived, so that the facts' version stays. */
YK_MUST yk_code yk_issue_plan(struct yk_id *id, bool *added, struct yk_store *s,
                              const struct yk_issue *what, struct yk_err *err);

/* What the issued plans of all stations say together, added up where they lie: nothing is read line
 * by line, so that memory grows with stations, not with lines. One state of the database. */
YK_MUST yk_code yk_issued_totals(struct yk_totals *out, struct yk_store *s,
                                 const struct yk_totals_wish *wish, const struct yk_watch *watch,
                                 struct yk_arena *a, struct yk_err *err);

/* Something personal was shown in full, or erased. */
struct yk_audit {
    const char *at, *who, *what, *reason; /* what: the command and its operand */
    long long rows;
};
YK_MUST yk_code yk_put_audit(struct yk_store *s, const struct yk_audit *audit, struct yk_err *err);
YK_MUST yk_code yk_list_audit(struct yk_audit **out, size_t *count, struct yk_store *s,
                              struct yk_arena *a, struct yk_err *err);

/* Overwrites the contacts in every copy of these submissions, and their phones wherever else they
 * stand; leaves tombstones that loading and merging obey, compacts the file, empties the log and
 * removes the copies kept by upgrades beside the database. Nothing left to erase: only the latter,
 * so that a run that was cut short is finished by running it again. */
struct yk_erased {
    size_t copies;     /* that were changed */
    const char **file; /* copies that were removed */
    size_t files;
};
YK_MUST yk_code yk_erase_contacts(struct yk_erased *out, struct yk_store *s,
                                  const struct yk_id *submission, size_t count,
                                  const struct yk_audit *audit, struct yk_arena *a,
                                  struct yk_err *err);

/* Takes another database's facts in, all or nothing; any order of merging gives the same content.
 * The other one is only read; an older schema of it is refused. */
struct yk_merged {
    bool changed; /* false: all of it was known already */
    size_t stations, competitors, batches, submissions, records, gazetteer, decisions, rules,
        sales;             /* added */
    const char **conflict; /* sentences: what the two said differently and which of them stands */
    size_t conflicts;
};
YK_MUST yk_code yk_store_merge(struct yk_merged *out, struct yk_store *s, const char *other,
                               const struct yk_watch *watch, struct yk_arena *a,
                               struct yk_err *err);

/* Everything WORK OUT needs, in one read; all in the arena. rules and today are set by the caller.
 */
YK_MUST yk_code yk_load_territory(struct yk_territory *out, struct yk_store *s, struct yk_arena *a,
                                  struct yk_err *err);

/* What is known of places, in less time: stations, rivals, the gazetteer; and as doors the copies
 * of census rows that have a coordinate, each by itself, with no more answers than name, address
 * and coordinates: the last `most` that came, none of the batch `but` (NULL: of all). */
YK_MUST yk_code yk_load_places(struct yk_territory *out, struct yk_store *s,
                               const struct yk_id *but, size_t most, struct yk_arena *a,
                               struct yk_err *err);

/* The derived run: one at a time, the last put; "" where there is none. A run of facts that have
 * changed since they were read is not kept. */
YK_MUST yk_code yk_last_run(struct yk_id *run, struct yk_store *s, struct yk_err *err);
YK_MUST yk_code yk_put_run(struct yk_store *s, const struct yk_id *run,
                           const struct yk_territory *t, const struct yk_derived *d,
                           struct yk_err *err);
/* Draft lines of these stations, all or none. Where another run has meanwhile taken this one's
 * place, nothing is kept. */
YK_MUST yk_code yk_put_plans(struct yk_store *s, const struct yk_id *run,
                             const struct yk_territory *t, const struct yk_plan *const *plan,
                             size_t plans, struct yk_err *err);
/* Drops everything derived. */
YK_MUST yk_code yk_forget_run(struct yk_store *s, struct yk_err *err);

/* Integrity, foreign keys, counters against rows. Findings are sentences in the arena; none: sound.
 */
YK_MUST yk_code yk_store_check(const char ***finding, size_t *count, struct yk_store *s,
                               struct yk_arena *a, struct yk_err *err);
/* A whole, verified copy at `to` or nothing; other programs may go on writing. */
YK_MUST yk_code yk_store_backup(struct yk_store *s, const char *to, const struct yk_watch *watch,
                                struct yk_err *err);
YK_MUST yk_code yk_store_upgrade(struct yk_store *s, struct yk_err *err);

#endif
