/* competition.h - who holds a station's trading area, whom to push and whom to nibble at, and the
 * calendar of rivals' contracts (planning.md, «Competitors»). Pure. */
#ifndef YOUKA_PLAN_COMPETITION_H
#define YOUKA_PLAN_COMPETITION_H

#include "youka/model/plan.h"
#include "youka/model/rival.h"

/* The day on which the contract ends that binds a client to a rival: contract_until of a client
 * that does not buy all from us; where it told none, designated_until of one that buys nothing from
 * us. YK_DAY_NONE: none is known. */
struct yk_rival_contract {
    yk_day until;
    bool designated;
};
struct yk_rival_contract yk_rival_contract(const struct yk_answers *answers, double told_share);

/* push where more speaks for it than against, by rival_push_lead at the least; else nibble; ""
 * where nothing speaks. Four things speak, by the rows rival_… of plan_priors.csv: relative_pull,
 * the price gap, what its clients think of it, what its contracts leave open. Sets stance and why.
 */
void yk_rival_judge(struct yk_rival *r, const struct yk_rules *rules);

/* Of the plan's lines; supply in their order. A client's litres are ours by its own share
 * (prospect; by card sales no more than its estimate), the rest is its suppliers'. Rivals that
 * nobody named stand in it where they lie inside the circle. The calendar holds contracts that end
 * from today on within rival_contract_days, and those that ended as many days ago or less when
 * nobody of the client was spoken to since. Arrays lie in the arena. */
void yk_competition_make(struct yk_competition *out, const struct yk_plan *plan,
                         const struct yk_supply *supply, const struct yk_territory *t,
                         const struct yk_derived *d, struct yk_arena *a);

#endif
