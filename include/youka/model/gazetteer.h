/* gazetteer.h - places by name and address that somebody else has listed: head office, a map. */
#ifndef YOUKA_MODEL_GAZETTEER_H
#define YOUKA_MODEL_GAZETTEER_H

#include "youka/geo/point.h"

/* All strings "" when unknown. `source` is the file it came from: loading a source again replaces
 * its entries. `kind` is a client category of the census form (school, hospital, …) where the entry
 * is a possible client, else what the source calls it (road, community, …). */
struct yk_gazetteer_entry {
    const char *source, *kind, *name, *address, *road, *number;
    struct yk_point point; /* WGS-84 */
};

#endif
