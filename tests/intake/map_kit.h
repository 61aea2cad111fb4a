/* map_kit.h - small maps made by hand, as .osm and as .osm.pbf, and what is read of them as text.
 */
#ifndef TESTS_INTAKE_MAP_KIT_H
#define TESTS_INTAKE_MAP_KIT_H

#include "youka/intake/osm.h"

/* A map in shorthand, an object a line, its tags behind " / ":
 *   n1 22.5 114.25 / name=一中 / amenity=school
 *   w10 1 2 3 1 / highway=primary
 *   r20 w10:outer n1:label / type=multipolygon */
void map_write_xml(const char *path, const char *map);
enum map_pack { MAP_RAW, MAP_ZLIB };
void map_write_pbf(const char *path, const char *map, enum map_pack pack);
/* One block of data, as it lies unpacked in a .pbf. */
void map_block(struct yk_buf *out, const char *map);

/* Protocol buffers, a field at a time. */
void pb_number(struct yk_buf *to, unsigned id, uint64_t value);
void pb_bytes(struct yk_buf *to, unsigned id, const void *bytes, size_t n);
void pb_text(struct yk_buf *to, unsigned id, const char *text);
/* Values of a packed field: "1 -2 3", as they are or zigzag. */
void pb_packed(struct yk_buf *to, unsigned id, const char *values);
void pb_zigzag(struct yk_buf *to, unsigned id, const char *values);
/* A block of a file: its length, head and packed bytes. */
void pb_block(struct yk_buf *file, const char *type, const struct yk_buf *raw, enum map_pack pack);
/* The head alone, then the packed bytes as they are given. */
void pb_blob(struct yk_buf *file, const char *type, const struct yk_buf *blob);
void pb_header(struct yk_buf *file); /* the usual one */

void map_put(const char *path, const void *bytes, size_t n);

/* What is read of a file, an item a line:
 *   "road 人民路|road|number|address @lat,lon [lat,lon lat,lon]"
 * with "A " or "P " before an address or a place, " {brand operator}" behind a filling station. A
 * failure is "! " and the sentence. Owner releases. */
void map_show(struct yk_buf *to, const char *path, bool only_fuel);

#endif
