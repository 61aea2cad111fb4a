/* gazetteer.h - places by name and address that somebody else has listed: head office, a map. */
#ifndef YOUKA_MODEL_GAZETTEER_H
#define YOUKA_MODEL_GAZETTEER_H

#include <stddef.h>

#include "youka/geo/point.h"

/* All strings "" when unknown. `source` is the file it came from: loading a source again replaces
 * its entries. `kind` is a client category of the census form (school, hospital, …) where the entry
 * is a possible client, "road" for a road, else what the source calls it (community, …). */
struct yk_gazetteer_entry {
    const char *source, *kind, *name, *address, *road, *number;
    struct yk_point point; /* WGS-84; of a line or an area the mean of its vertices; NAN: none */
    const char *datum;     /* what the source's coordinates were in (yk_datum_code), "" not told */
    const struct yk_point *line; /* the course of a road; vertices that roads share are equal */
    size_t vertices;             /* of `line`; 0: a point */
};

#endif
