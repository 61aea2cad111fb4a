/* maps.h - extracts of OpenStreetMap, for the commands that load places. Private to src/jobs. */
#ifndef YOUKA_JOBS_MAPS_H
#define YOUKA_JOBS_MAPS_H

#include "places.h"
#include "youka/intake/osm.h"

/* Like yk_places_read, of a file for which yk_osm_named is true; `ask` without rules and watch. A
 * --datum other than wgs84 is refused. */
YK_MUST yk_code yk_maps_read(struct yk_places *p, const char *path, const struct yk_osm_ask *ask,
                             struct yk_err *err);

#endif
