/* guard.h - what stands before libreadosm 1.1.0a, which trusts its input: in a .pbf it follows
 * indexes and counts out of bounds, passes over nodes that are not packed densely and granularities
 * other than the usual, and allots what a length claims; of an .osm it takes missing attributes as
 * text. A file that passes here is read by it to the end, and wholly. */
#ifndef YOUKA_SRC_INTAKE_OSM_GUARD_H
#define YOUKA_SRC_INTAKE_OSM_GUARD_H

#include <stddef.h>
#include <stdint.h>

#include "../bytes.h"
#include "youka/base/watch.h"

/* A map names one of the two by its suffix. */
enum osm_format { OSM_XML, OSM_PBF, OSM_PACKED, OSM_NONE };
enum osm_format osm_format_of(const char *path);

/* The whole of a file; fails with one sentence. */
YK_MUST yk_code osm_guard(const char *path, const struct yk_watch *watch, struct yk_err *err);

/* guard_xml.c, guard_pbf.c */
YK_MUST yk_code guard_xml(struct bytes *from, const char *path, const struct yk_watch *watch,
                          struct yk_err *err);
YK_MUST yk_code guard_pbf(struct bytes *from, const char *path, const struct yk_watch *watch,
                          struct yk_err *err);

/* guard_block.c: one block of a .pbf, unpacked. */
enum guard_sound {
    GUARD_SOUND,
    GUARD_DAMAGED,
    GUARD_FOREIGN, /* perhaps right, but libreadosm would fail or misread it */
    GUARD_LARGE,   /* more than any map has */
};
struct guard_block {
    uint32_t *length; /* of each string of the block's table */
    size_t strings, room;
    uint64_t work; /* bytes that libreadosm will read and copy, of all blocks so far */
    enum guard_sound sound;
};
enum guard_sound guard_block(struct guard_block *b, const unsigned char *raw, size_t n);
void guard_block_release(struct guard_block *b);

#endif
