/* contracts.h - rivals' contracts, of competition.c. */
#ifndef YOUKA_SRC_PLAN_CONTRACTS_H
#define YOUKA_SRC_PLAN_CONTRACTS_H

#include "youka/plan/competition.h"

/* Counts a client's contract, if one runs, with its chief supplier; `litres` are what that one
 * holds of it. */
void yk_contract_count(struct yk_rival *chief, const struct yk_rival_contract *c, double litres,
                       const struct yk_territory *t);
/* Whether a contract belongs to the calendar. last_seen: when somebody of the client was last
 * spoken to. */
bool yk_contract_due(const struct yk_rival_contract *c, yk_day last_seen,
                     const struct yk_territory *t);
void yk_contracts_sort(struct yk_contract_end *end, size_t count); /* by day, then line */

#endif
