/* stance.c - whom to push and whom to nibble at. */
#include <math.h>

#include "youka/plan/competition.h"

#define HAIR 1e-9 /* prices subtract to a hair beside the fen */

/* Comparisons with NAN are false: what is not known speaks neither way. */
static unsigned speaks(bool pushes, enum yk_rival_why push, bool nibbles, enum yk_rival_why nibble)
{
    return (pushes ? 1u << push : 0) | (nibbles ? 1u << nibble : 0);
}

static unsigned reasons(const struct yk_rival *r, const struct yk_rules *rules)
{
    double ending = r->litres > 0 ? r->ending_litres / r->litres : NAN;
    double bound = r->litres > 0 ? r->bound_litres / r->litres : NAN;

    return speaks(r->relative_pull <= yk_rules_plan(rules, "rival_pull_weak"), YK_RIVAL_PULL_WEAK,
                  r->relative_pull >= yk_rules_plan(rules, "rival_pull_strong"),
                  YK_RIVAL_PULL_STRONG) |
           speaks(r->gap_yuan_l <= yk_rules_plan(rules, "rival_gap_small") + HAIR,
                  YK_RIVAL_GAP_SMALL,
                  r->gap_yuan_l >= yk_rules_plan(rules, "rival_gap_large") - HAIR,
                  YK_RIVAL_GAP_LARGE) |
           speaks(r->satisfaction <= yk_rules_plan(rules, "rival_discontent"), YK_RIVAL_DISCONTENT,
                  r->satisfaction >= yk_rules_plan(rules, "rival_content"), YK_RIVAL_CONTENT) |
           speaks(ending >= yk_rules_plan(rules, "rival_ending_share"), YK_RIVAL_ENDING,
                  bound >= yk_rules_plan(rules, "rival_bound_share"), YK_RIVAL_BOUND);
}

void yk_rival_judge(struct yk_rival *r, const struct yk_rules *rules)
{
    int lead = 0;

    r->why = reasons(r, rules);
    for (unsigned w = 0; w < YK_RIVAL_WHYS; w++)
        if (r->why & 1u << w)
            lead += w % 2 ? -1 : 1;
    r->stance = !r->why ? "" : lead >= yk_rules_plan(rules, "rival_push_lead") ? "push" : "nibble";
}
