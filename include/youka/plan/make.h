/* make.h - a station's development plan: score, tier, strategy, owner, week. Pure. */
#ifndef YOUKA_PLAN_MAKE_H
#define YOUKA_PLAN_MAKE_H

#include "youka/plan/planning.h"

/* Every door that the station owns and that has an estimate becomes a line, ordered by score. Equal
 * scores: clients that already buy from us first, then by client id. Clients without fuel need and
 * final refusals (intent d) come last; their tier is the lowest. Texts are lent by the territory
 * and its rules. */
void yk_plan_make(struct yk_plan *out, const struct yk_planning *p, size_t station,
                  struct yk_arena *a);

#endif
