/* quality.h - how far answers can be trusted, and which of the six facts are known (survey.md). */
#ifndef YOUKA_SURVEY_QUALITY_H
#define YOUKA_SURVEY_QUALITY_H

#include "youka/model/plan.h"

/* The door's own flags, then these, each at most once with the question it is about:
 *   short_interview  end      a whole interview in under 90 s
 *   weak_gps         location accuracy over 100 m
 *   outside          ""       located, in no circle of ours
 *   volume_off       the told volume (gas_month, diesel_month, resale_month_t) is more than 3 times
 *                    off what the declared fleet gives
 *   copied           ""       eight and more answers, all the same at another door of one surveyor;
 *                    name, place, people and times do not count
 * out[0..doors); needs places and estimates. Texts are lent, arrays lie in the arena. */
void yk_quality_all(struct yk_quality *out, const struct yk_territory *t,
                    const struct yk_place *place, const struct yk_estimate *estimate,
                    struct yk_arena *a);

#endif
