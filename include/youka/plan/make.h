/* make.h - a station's development plan: score, tier, strategy, owner, week. Pure. */
#ifndef YOUKA_PLAN_MAKE_H
#define YOUKA_PLAN_MAKE_H

#include "youka/model/plan.h"

/* Every door that the station owns becomes a line, ordered by expected margin (ties by client id). */
void yk_plan_make(struct yk_plan *out, const struct yk_territory *t, const struct yk_derived *d,
                  size_t station, struct yk_arena *a);

#endif
