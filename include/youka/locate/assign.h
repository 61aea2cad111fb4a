/* assign.h - where each door is, which stations' trading areas hold it, and whose client it is.
 * Owner: the nearest station whose circle holds the place (tie: station code); no place or in no
 * circle: the surveying station, verdict unknown or out (survey.md, «Whose client»). */
#ifndef YOUKA_LOCATE_ASSIGN_H
#define YOUKA_LOCATE_ASSIGN_H

#include "youka/model/plan.h"

/* The coordinate of the answers: `location` (WGS-84), else lon_manual/lat_manual with coord_system. */
void yk_locate_field(struct yk_place *out, const struct yk_answers *answers);
/* Fills out[0..doors) ; arrays lie in the arena. */
void yk_locate_all(struct yk_place *out, const struct yk_territory *t, struct yk_arena *a);

#endif
