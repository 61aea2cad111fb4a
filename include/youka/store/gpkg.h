/* gpkg.h - an atlas > GeoPackage: an SQLite file that QGIS, ArcGIS and GDAL open (OGC 12-128r17,
 * version 1.3). */
#ifndef YOUKA_STORE_GPKG_H
#define YOUKA_STORE_GPKG_H

#include "youka/base/watch.h"
#include "youka/model/atlas.h"

/* A table a layer: fid, geom, then the attributes by their keys; with an R-tree each. Reference
 * system 4326 for WGS-84; GCJ-02 and BD-09, which no catalogue holds, get numbers of their own
 * (100000, 100001) and a description. Written beside `path`, made durable and renamed; on failure
 * the old file stands. */
YK_MUST yk_code yk_gpkg_write(const struct yk_atlas *atlas, const char *path,
                              const struct yk_watch *watch, struct yk_err *err);

#endif
