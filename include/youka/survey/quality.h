/* quality.h - how far answers can be trusted, and which of the six facts are known (survey.md). */
#ifndef YOUKA_SURVEY_QUALITY_H
#define YOUKA_SURVEY_QUALITY_H

#include "youka/model/plan.h"

/* Flags beside those of taking in: short_interview (start to end under 90 s), weak_gps (accuracy
 * over 100 m), outside (point in no circle of ours), volume_off (told volume more than 3 times off
 * what the fleet or the category gives), copied (the same answers as another door of one surveyor),
 * one flag a door with the field it is about. out[0..doors); needs places and estimates. */
void yk_quality_all(struct yk_quality *out, const struct yk_territory *t,
                    const struct yk_place *place, const struct yk_estimate *estimate,
                    struct yk_arena *a);

#endif
