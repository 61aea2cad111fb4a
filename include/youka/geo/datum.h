/* datum.h - the coordinate systems of Chinese maps, to WGS-84 and back.
 * GCJ-02 and BD-09 formulas as published by the npm package gcoord 1.0.7 and others; CGCS2000 is
 * taken as WGS-84 (they differ by less than the accuracy of any survey point). */
#ifndef YOUKA_GEO_DATUM_H
#define YOUKA_GEO_DATUM_H

#include "youka/geo/point.h"

enum yk_datum { YK_WGS84, YK_GCJ02, YK_BD09, YK_CGCS2000, YK_DATUM_UNKNOWN };

/* Reads "wgs84", "WGS-84", "gcj02", "bd-09", "cgcs2000", "unknown" (case, - and _ ignored);
 * false when it is none of them. */
bool yk_datum_read(enum yk_datum *out, const char *text);
const char *yk_datum_code(enum yk_datum d); /* "wgs84" …: the form's choice codes */

/* Exact inverse by fixed point, within a micrometre. Outside China's rectangle all datums are
 * equal, BD-09 too, which gcoord shifts everywhere.
 * YK_DATUM_UNKNOWN is a mistake of the caller (YK_BUG). */
struct yk_point yk_to_wgs84(enum yk_datum from, struct yk_point p);
struct yk_point yk_from_wgs84(enum yk_datum to, struct yk_point p);

#endif
