/* osm.h - an extract of OpenStreetMap (.osm, .osm.pbf) as entries of a gazetteer: named roads with
 * their course, house numbers, named places, filling stations. */
#ifndef YOUKA_INTAKE_OSM_H
#define YOUKA_INTAKE_OSM_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/base/watch.h"
#include "youka/model/gazetteer.h"
#include "youka/model/rules.h"

/* Something the map knows, under one of its names.
 * A road: a way with highway=* and a name; kind "road", name = road, `line` its course.
 * An address: addr:housenumber with addr:street (else addr:place); road and number; kind "address"
 * where it has no name.
 * A place: a name and a tag of osm_kinds.csv, which says its kind. A name is name:zh where there is
 * one, else name; alt_name and old_name give further items of the same place. A filling station
 * without a name is called by its brand or operator.
 * The datum is "wgs84", the source "". The point of a way or a relation is the mean of its
 * vertices, a closed way's first one counted once, and of a relation's ways each vertex once.
 * Vertices that two roads share are equal. */
enum yk_osm_what { YK_OSM_ROAD, YK_OSM_ADDRESS, YK_OSM_PLACE };
struct yk_osm_item {
    enum yk_osm_what what;
    struct yk_gazetteer_entry entry;
    bool fuel;               /* amenity=fuel */
    const char *brand;       /* of a filling station, a code of the form's list (osm_brands.csv):
                                "private" for one that is not there, "unknown" for none */
    const char *operator_of; /* as it stands there; "" */
};

struct yk_osm_ask {
    const struct yk_rules *rules;
    bool only_fuel; /* filling stations and nothing else, those without any name included */
    void (*keep)(void *who, const struct yk_osm_item *item); /* texts lie in the arena */
    void *who;
    const struct yk_watch *watch;
};
struct yk_osm_found {
    size_t items;
    size_t partial; /* areas left out because most of their outline is not in the file */
};

/* Whether the name says that it is an extract; one that is packed further (.osm.gz) counts too: it
 * is refused with a sentence. */
bool yk_osm_named(const char *path);

/* Reads the file four times: first to see that nothing in it can hurt libreadosm, then relations,
 * ways, nodes. Memory: for each vertex of a road or an area wanted 32 bytes, for each item what it
 * says, and one block of the file unpacked (of the largest, 32 MiB, libreadosm makes some hundred
 * MiB); nodes that nothing needs take none.
 * Fails with one sentence: missing, a pipe, no such format, damaged, cut off, deleted objects in
 * it, a way of writing .pbf that libreadosm does not know, YK_E_DATA; unreadable, YK_E_IO. */
YK_MUST yk_code yk_osm_read(struct yk_osm_found *out, const char *path,
                            const struct yk_osm_ask *ask, struct yk_arena *a, struct yk_err *err);

#endif
