/* changes.h - what a plan says otherwise than the one that was issued before it, and why. */
#ifndef YOUKA_PLAN_CHANGES_H
#define YOUKA_PLAN_CHANGES_H

#include "youka/plan/planning.h"

/* The plan's changes against the one issued before (plan->change): lines first, by rank, then what
 * is gone or moved, by its old rank. None where nothing was issued yet. In the arena. */
void yk_changes(struct yk_plan *plan, const struct yk_planning *p, struct yk_arena *a);

#endif
