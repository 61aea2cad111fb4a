/* parts.h - what the files of the GeoPackage share. Private to src/store/gpkg. */
#ifndef YOUKA_SRC_STORE_GPKG_PARTS_H
#define YOUKA_SRC_STORE_GPKG_PARTS_H

#include <sqlite3.h>

#include "youka/model/atlas.h"

/* A GeoPackage being written. */
struct gpkg {
    sqlite3 *db;
    const char *target; /* what it will be called */
    const struct yk_atlas *atlas;
    struct yk_arena arena, scratch; /* of the file, of a feature */
    struct yk_buf blob;
};

struct gpkg_box {
    double west, east, south, north;
};

/* schema.c: what SQLite said, as one sentence. */
yk_code gpkg_fail(const struct gpkg *g, struct yk_err *err);
yk_code gpkg_exec(struct gpkg *g, const char *sql, struct yk_err *err);
/* Prepares; binds texts, the first is parameter 1; steps once. For statements that give no row. */
yk_code gpkg_tell(struct gpkg *g, const char *sql, const char *const *text, int texts,
                  struct yk_err *err);
/* The file's own tables and its reference systems. */
yk_code gpkg_begin(struct gpkg *g, struct yk_err *err);
/* The number of the reference system of a datum. */
int gpkg_srs(enum yk_datum datum);
/* A layer's table, its entries in the file's own tables, its empty R-tree. */
yk_code gpkg_open_layer(struct gpkg *g, const struct yk_layer *layer, struct yk_err *err);
/* After the last feature: the extent (NULL: none), the triggers that keep the R-tree. */
yk_code gpkg_close_layer(struct gpkg *g, const struct yk_layer *layer,
                         const struct gpkg_box *extent, struct yk_err *err);

/* blob.c: GeoPackageBinary of a point or of an area with its envelope, little-endian; `box` is what
 * it covers. */
void gpkg_blob(struct yk_buf *out, struct gpkg_box *box, const struct yk_feature *feature,
               enum yk_datum datum);

#endif
