/* desk.h - what most commands lay out before they start: a form, the rules, the store, what follows
 * from the facts. Private to src/jobs. */
#ifndef YOUKA_JOBS_DESK_H
#define YOUKA_JOBS_DESK_H

#include "youka/estimate/huff.h"
#include "youka/jobs/job.h"
#include "youka/locate/geocode.h"
#include "youka/model/coverage.h"
#include "youka/model/name.h"
#include "youka/model/plan.h"
#include "youka/model/visit.h"
#include "youka/model/who.h"
#include "youka/plan/planning.h"
#include "youka/report/report.h"
#include "youka/store/store.h"
#include "youka/survey/form.h"
#include "youka/survey/payers.h"

/* survey-forms/NAME of the data directory, or the directory `name` itself when it holds a slash. */
YK_MUST yk_code yk_desk_form(struct yk_form **out, const struct yk_wish *wish, const char *name,
                             struct yk_arena *a, struct yk_err *err);
/* The compiled-in tables with the loaded versions on top. version: the last one, "" where there is
 * none; may be NULL. */
YK_MUST yk_code yk_desk_rules(struct yk_rules *out, struct yk_id *version, struct yk_store *store,
                              struct yk_arena *a, struct yk_err *err);
/* The same for a command that has no store open: of the database, where there is one; one that
 * cannot be read is no reason to go by the defaults, and fails. */
YK_MUST yk_code yk_desk_rules_of(struct yk_rules *out, const struct yk_wish *wish,
                                 struct yk_arena *a, struct yk_err *err);

/* geodata/districts.csv of the data directory. */
YK_MUST yk_code yk_desk_names(struct yk_names *out, const struct yk_wish *wish, struct yk_arena *a,
                              struct yk_err *err);

/* Everything derived from the facts of the database; the run is kept when facts are newer. */
struct yk_desk {
    struct yk_store *store;
    struct yk_form *form, *visit_form;
    struct yk_rules rules;
    struct yk_id rules_version;    /* the last loaded; "": the defaults alone */
    struct yk_names names;         /* provinces, cities, counties */
    struct yk_geocoder *geocoder;  /* NULL until it is needed */
    struct yk_territory doors;     /* as surveyed */
    struct yk_match match;         /* which doors are one client */
    struct yk_territory territory; /* of clients: doors that are one put together */
    struct yk_who who;             /* the two beside one another */
    struct yk_visits visits;       /* to the clients; told answers are among theirs */
    struct yk_derived derived;
    struct yk_planning planning;      /* empty until yk_desk_planning */
    struct yk_huff *huff;             /* NULL until yk_desk_planning */
    size_t *payer_client;             /* payer -> client of territory; NULL: nothing was loaded */
    enum yk_payer_found *payer_found; /* and why */
    struct yk_id run;
};
YK_MUST yk_code yk_desk_open(struct yk_desk *desk, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err);
/* desk->geocoder over gazetteer, stations, rivals and, once they are located, the clients; towns
 * are read for it. Deriving makes it where a client needs it. */
YK_MUST yk_code yk_desk_geocoder(struct yk_desk *desk, const struct yk_wish *wish,
                                 struct yk_arena *a, struct yk_err *err);
/* desk->planning and desk->huff: what the plans of all stations share. Before yk_plan_make. */
void yk_desk_planning(struct yk_desk *desk, const struct yk_watch *watch, struct yk_arena *a);
/* desk_rivals.c: plan->competition of a plan of yk_plan_make. Lies in the arena. */
void yk_desk_rivals(struct yk_plan *plan, const struct yk_desk *desk, struct yk_arena *a);
/* desk_plans.c: a station's plan in an arena of its own. Set the station, the rest {0}. */
struct yk_desk_plan {
    size_t station;
    struct yk_plan plan;
    bool covered; /* false: nobody asked, or nobody knows where the station is */
    struct yk_coverage coverage;
    struct yk_arena arena;
    struct yk_err err; /* of the coverage */
};
/* After yk_desk_planning, on all cores. Ends with yk_desk_plans_release. */
void yk_desk_plans(struct yk_desk_plan *plan, size_t count, const struct yk_desk *desk);
YK_MUST yk_code yk_desk_plan_coverage(struct yk_desk_plan *p, const struct yk_desk *desk,
                                      struct yk_err *err);
/* Of all, on all cores. */
YK_MUST yk_code yk_desk_coverages(struct yk_desk_plan *plan, size_t count,
                                  const struct yk_desk *desk, struct yk_err *err);
void yk_desk_plans_release(struct yk_desk_plan *plan, size_t count);
/* The stations that --station and --region choose, by code; in the arena. */
size_t yk_desk_chosen_stations(size_t **out, const struct yk_desk *desk, const struct yk_wish *wish,
                               struct yk_arena *a);
/* How a client was located by its address; false where it brought its own coordinate. */
bool yk_desk_story(struct yk_place_story *out, const struct yk_desk *desk, size_t client,
                   struct yk_arena *a);
/* From desk->doors: who is who, and the territory of clients. */
YK_MUST yk_code yk_desk_who(struct yk_desk *desk, const struct yk_wish *wish, struct yk_arena *a,
                            struct yk_err *err);
/* The door meant by a unique prefix of a client's id, of a member's or of one handed out. */
YK_MUST yk_code yk_desk_find(size_t *door, const struct yk_desk *desk, const char *prefix,
                             struct yk_err *err);
/* Its client, as a number in desk->territory. */
YK_MUST yk_code yk_desk_client(size_t *client, const struct yk_desk *desk, const char *prefix,
                               struct yk_err *err);
/* Keeps the ids of these clients (numbers in desk->territory) from now on: they leave the program.
 */
YK_MUST yk_code yk_desk_issue(const struct yk_desk *desk, const size_t *client, size_t count,
                              const char *now, struct yk_arena *a, struct yk_err *err);
/* desk_sales.c: once the clients are located, whose the card transactions are and what each client
 * bought: desk->derived.buyer. Nothing where none were loaded. */
void yk_desk_sales(struct yk_desk *desk, struct yk_arena *a);
/* Who of those asked buys by now moves the chances of their like; what clients of ours really use
 * widens or narrows the ranges. After desk->derived.prospect. */
void yk_desk_outcomes(struct yk_desk *desk, struct yk_arena *a);
/* The same of all clients of these plans. */
YK_MUST yk_code yk_desk_issue_plans(const struct yk_desk *desk, const struct yk_desk_plan *plan,
                                    size_t plans, const char *now, struct yk_arena *a,
                                    struct yk_err *err);
void yk_desk_close(struct yk_desk *desk);
/* The station named by --station; YK_E_FOUND names the codes there are. */
YK_MUST yk_code yk_desk_station(size_t *out, const struct yk_desk *desk, const char *code,
                                struct yk_err *err);
/* With --unmask REASON: keeps on record who saw how many clients in full, and why, before anything
 * is shown. `what` is the command and its operand. */
YK_MUST yk_code yk_desk_unmask(const struct yk_desk *desk, const struct yk_wish *wish,
                               const char *what, size_t rows, struct yk_err *err);
/* True when --station and --region (either may be absent) choose this station. */
bool yk_desk_chosen(const struct yk_wish *wish, const struct yk_station *station);
/* Where no station was chosen: why. Always fails. */
YK_MUST yk_code yk_desk_no_station(const struct yk_desk *desk, const struct yk_wish *wish,
                                   struct yk_err *err);
/* What reports look at; the view borrows from the desk. */
struct yk_view yk_desk_view(const struct yk_desk *desk, struct yk_sheets *sheets, enum yk_lang lang,
                            struct yk_arena *a);

#endif
