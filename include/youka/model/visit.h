/* visit.h - what came of visits: rows of the forms «visit» and «satisfaction», joined to clients.
 */
#ifndef YOUKA_MODEL_VISIT_H
#define YOUKA_MODEL_VISIT_H

#include "youka/model/territory.h"

/* One row. */
struct yk_visit {
    size_t client; /* of the territory; SIZE_MAX: nobody knows whose it is */
    yk_day day;    /* visit_date, survey_date; YK_DAY_NONE where none was told */
    bool asked;    /* of the form «satisfaction»: no visit, only what was said */
    const struct yk_record *record;
};
/* By client id (its first eight digits do; members' ids count too), else by the exact name, folded,
 * among the clients that the row's station surveyed. By client, day, key; those without a client
 * last. In the arena; gives how many. */
size_t yk_visits_of(struct yk_visit **out, const struct yk_territory *t, struct yk_arena *a);

/* What visits so far say of a client. */
struct yk_visited {
    size_t visits;
    yk_day seen;         /* of the newest visit; YK_DAY_NONE */
    bool decider_met;    /* some visit met the decision maker */
    bool complaint;      /* a complaint, or overall satisfaction below 3, with no visit after it */
    bool barrier_told;   /* some visit lists barriers */
    bool offer_approved; /* some visit says so */
    bool signed_up;      /* agreement, cards issued, or the result says so */
    const char *claimed; /* the stage that the newest visit with one claims; "" */
    const char *stopped; /* "lost" or "parked" where the newest visit ends it with a reason; "" */
    const char *next_step; /* of the newest visit; "" */
    yk_day next_day;       /* YK_DAY_NONE */
};
/* out[0..t->doors). */
void yk_visited_all(struct yk_visited *out, const struct yk_territory *t,
                    const struct yk_visit *visit, size_t count);

#endif
