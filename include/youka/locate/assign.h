/* assign.h - where each door is, which stations' trading areas hold it, and whose client it is.
 * Owner: the nearest station whose circle holds the place (tie: station code); no place or in no
 * circle: the surveying station, verdict unknown or out (survey.md, «Whose client»). */
#ifndef YOUKA_LOCATE_ASSIGN_H
#define YOUKA_LOCATE_ASSIGN_H

#include "youka/locate/geocode.h"

/* The coordinate of the answers: `location` (WGS-84), else lon_manual/lat_manual with coord_system.
 * Typed degrees without a known datum are held back: not located, method datum_unknown. The error
 * is the receiver's own (10 m where it gave none) and a metre. Says nothing of stations: the
 * verdict is unknown, the owner 0. */
void yk_locate_field(struct yk_place *out, const struct yk_answers *answers);
/* What one looks for when a door brought no coordinate: its name, code and address, and the circle
 * of the station that surveyed it (NULL: none is known). */
struct yk_sought yk_sought_of(const struct yk_door *door, const struct yk_station *surveyor);
/* By a station whose circle is known. */
void yk_sought_within(struct yk_sought *s, const struct yk_station *station);
/* Adds the territory's gazetteer, stations and rivals, ready to be asked. */
void yk_geocoder_fill(struct yk_geocoder *g, const struct yk_territory *t, struct yk_arena *a);
/* Some door brought no coordinate, but an address, a name or a code to look for. */
bool yk_locate_wanted(const struct yk_territory *t);
/* Adds the doors located at class A or B, each once, so that they answer too. */
void yk_locate_learn(struct yk_place *place, const struct yk_territory *t, struct yk_geocoder *g,
                     struct yk_arena *a);
/* The rounds that yk_locate_all makes, on all cores; surveyor: of each door its station's number.
 */
void yk_locate_addresses(struct yk_place *place, const struct yk_territory *t,
                         const size_t *surveyor, struct yk_geocoder *g, struct yk_arena *a);
/* Fills out[0..doors); arrays lie in the arena. Doors without a coordinate are looked for by their
 * address, in two rounds: doors located at class A or B answer for others too, and are added to the
 * geocoder (NULL: nothing is looked for). Every door's surveying station is one of the
 * territory's; another one is a mistake of who made the territory (YK_BUG). */
void yk_locate_all(struct yk_place *out, const struct yk_territory *t, struct yk_geocoder *g,
                   struct yk_arena *a);

#endif
