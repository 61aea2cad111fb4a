/* maps.h - an atlas > .geojson and .kml. Both are written beside `path`, feature by feature, made
 * durable and renamed; on failure the old file stands. */
#ifndef YOUKA_BOOK_MAPS_H
#define YOUKA_BOOK_MAPS_H

#include "youka/base/watch.h"
#include "youka/model/atlas.h"

/* RFC 7946: one FeatureCollection; a feature tells its layer in the property "layer", then its
 * attributes by their keys. Codes stand as codes, days as ISO dates, what is not known as null.
 * Beyond the RFC the collection has "name", "datum", "made_by", "made_at" and "features_total";
 * coordinates of another datum than WGS-84 are named in "name" and "datum". */
YK_MUST yk_code yk_geojson_write(const struct yk_atlas *atlas, const char *path,
                                 const struct yk_watch *watch, struct yk_err *err);

/* OGC KML 2.2: a folder a layer, a style a tone; attributes under their headings, codes by their
 * labels: for people. */
YK_MUST yk_code yk_kml_write(const struct yk_atlas *atlas, const char *path,
                             const struct yk_watch *watch, struct yk_err *err);

#endif
