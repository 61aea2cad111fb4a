/* steps.h - the steps that visits took a client through, for the views. Private to src/jobs. */
#ifndef YOUKA_JOBS_STEPS_H
#define YOUKA_JOBS_STEPS_H

#include "desk.h"
#include "youka/plan/forced.h"
#include "youka/plan/stage.h"
#include "youka/plan/strategy.h"
#include "youka/report/visits.h"

void yk_desk_steps(struct yk_client_visits *out, const struct yk_desk *desk, size_t client,
                   struct yk_arena *a);

#endif
