/* policy.h - what support a client asks for, what it costs, and which requests a budget grants
 * (planning.md, «Policy requests»). */
#ifndef YOUKA_PLAN_POLICY_H
#define YOUKA_PLAN_POLICY_H

#include "youka/model/plan.h"

/* The client that a request is for. Litres are a month. */
struct yk_policy_case {
    const char *tier, *region;
    double litres_now, litres_new; /* that it buys from us today; that are to be won */
    double margin_yuan_l, price_yuan_l, density_kg_l;
    bool credit_risk; /* red: no credit term */
    yk_day today;
};
/* The terms of a policy for a tier in a region: the row of policy.csv with most cells filled in
 * that fits. A price (yuan_l, yuan_t, share_of_price) is paid on all litres, those bought today
 * too; a credit costs interest on the new ones. policy "": nothing is asked for. */
void yk_policy_request(struct yk_request *out, const struct yk_rules *rules, const char *policy,
                       const struct yk_policy_case *c);

/* A request among others that compete for money. */
struct yk_claim {
    struct yk_request *request;
    const char *region, *id; /* the client's */
};
/* Each claim falls to one pot, that of the most specific budget row. A pot grants by margin left a
 * yuan, the highest first, until the next one does not fit: so it is never overdrawn, and more
 * money never lowers the margin. Ties by id. Claims that are refused already fall to none, and
 * without a budget row all is granted. Pots in the arena; gives how many. */
size_t yk_policy_grant(struct yk_pot **out, const struct yk_claim *claim, size_t count,
                       const struct yk_rules *rules, struct yk_arena *a);

#endif
