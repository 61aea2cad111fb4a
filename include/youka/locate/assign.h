/* assign.h - where each door is, which stations' trading areas hold it, and whose client it is.
 * Owner: the nearest station whose circle holds the place (tie: station code); no place or in no
 * circle: the surveying station, verdict unknown or out (survey.md, «Whose client»). */
#ifndef YOUKA_LOCATE_ASSIGN_H
#define YOUKA_LOCATE_ASSIGN_H

#include "youka/model/plan.h"

/* The coordinate of the answers: `location` (WGS-84), else lon_manual/lat_manual with coord_system.
 * Typed degrees without a known datum are held back: not located, method datum_unknown. The error
 * is the receiver's own (10 m where it gave none) and a metre. Says nothing of stations: the
 * verdict is unknown, the owner 0. */
void yk_locate_field(struct yk_place *out, const struct yk_answers *answers);
/* Fills out[0..doors); arrays lie in the arena. Every door's surveying station is one of the
 * territory's; another one is a mistake of who made the territory (YK_BUG). */
void yk_locate_all(struct yk_place *out, const struct yk_territory *t, struct yk_arena *a);

#endif
