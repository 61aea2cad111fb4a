/* planning.h - what the plans of all stations share: whose clients are whose, and which support the
 * regions can pay. */
#ifndef YOUKA_PLAN_PLANNING_H
#define YOUKA_PLAN_PLANNING_H

#include "youka/model/plan.h"
#include "youka/plan/policy.h"

struct yk_planning {
    const struct yk_territory *t;
    const struct yk_derived *d;
    size_t *first;  /* the clients of station s are client[first[s]..first[s + 1]), in the order */
    size_t *client; /* of the territory; those without an estimate are nobody's */
    size_t *by_id;  /* all clients by id, where some plan was issued: to find those that moved */
    struct yk_request *request; /* one a client of the territory; granted or refused */
    struct yk_pot *pot;         /* by budget row, then region */
    size_t pots;
};

/* Ranks every station's clients, on up to `threads` threads, and shares out the budgets among all
 * requests of a region. Arrays lie in the arena; all is borrowed from t and d. */
void yk_planning_make(struct yk_planning *out, const struct yk_territory *t,
                      const struct yk_derived *d, size_t threads, struct yk_arena *a);

#endif
