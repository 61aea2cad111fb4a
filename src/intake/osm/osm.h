/* osm.h - what the files of the OpenStreetMap reader share. */
#ifndef YOUKA_SRC_INTAKE_OSM_OSM_H
#define YOUKA_SRC_INTAKE_OSM_OSM_H

#include <readosm.h>
#include <stdint.h>

#include "youka/base/map.h"
#include "youka/intake/osm.h"

/* --- tags.c: what an object is ------------------------------------------------------------------
 */

/* osm_kinds.csv laid out for look-ups. */
struct osm_book {
    const struct yk_rules *rules;
    bool only_fuel;
    struct yk_map key; /* every key of the table */
    struct yk_map tag; /* "key\tvalue" -> row */
};
void osm_book_init(struct osm_book *b, const struct yk_osm_ask *ask, struct yk_arena *a);
void osm_book_release(struct osm_book *b);

struct osm_tags {
    char object; /* 'n', 'w', 'r' */
    const readosm_tag *tag;
    size_t count;
};
/* An item without its place, name and number, of which it may have several; there is one of each at
 * least, perhaps "". */
enum { OSM_SEVERAL = 12 };
struct osm_thing {
    struct yk_osm_item item;
    const char **name, **number, **address; /* an address for each number */
    size_t names, numbers;
};
/* False for what no item comes from. Texts lie in the arena, with much that was only needed on the
 * way; or are the rules'. */
bool osm_thing_of(struct osm_thing *out, const struct osm_book *b, const struct osm_tags *t,
                  struct yk_arena *a);

/* --- nodes.c: where the vertices are ------------------------------------------------------------
 */

/* Ids first, then `ready`, then their places in any order, then look-ups. */
struct osm_nodes {
    int64_t *id; /* sorted, each once, when ready */
    struct yk_point *at;
    size_t count, room, cursor;
};
void osm_nodes_want(struct osm_nodes *n, int64_t id);
void osm_nodes_ready(struct osm_nodes *n);
void osm_nodes_put(struct osm_nodes *n, int64_t id, struct yk_point at);
/* The number of an id that was wanted. */
size_t osm_nodes_find(const struct osm_nodes *n, int64_t id);
void osm_nodes_release(struct osm_nodes *n);

#endif
