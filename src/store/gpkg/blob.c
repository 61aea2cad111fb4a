/* blob.c - a geometry as GeoPackage keeps it: a header, then well-known binary (OGC 12-128r17,
 * clause 2.1.3; OGC 06-103r4, clause 8). */
#include <stdint.h>
#include <string.h>

#include "parts.h"

enum { LITTLE_ENDIAN_ORDER = 1, WITH_ENVELOPE = 1 << 1 }; /* bits of the header's flags */
enum { WKB_POINT = 1, WKB_POLYGON = 3 };

static void put_bytes(struct yk_buf *out, uint64_t value, int bytes)
{
    char byte[8];
    for (int i = 0; i < bytes; i++)
        byte[i] = (char)(value >> 8 * i & 0xFF);
    yk_buf_add(out, byte, (size_t)bytes);
}

static void put_double(struct yk_buf *out, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_bytes(out, bits, 8);
}

static void put_header(struct yk_buf *out, int srs, const struct gpkg_box *envelope)
{
    yk_buf_add(out, "GP", 2);
    put_bytes(out, 0, 1); /* version 1 */
    put_bytes(out, LITTLE_ENDIAN_ORDER | (envelope ? WITH_ENVELOPE : 0), 1);
    put_bytes(out, (uint32_t)srs, 4);
    if (!envelope)
        return;
    put_double(out, envelope->west);
    put_double(out, envelope->east);
    put_double(out, envelope->south);
    put_double(out, envelope->north);
}

static void stretch(struct gpkg_box *box, struct yk_point p)
{
    box->west = p.lon < box->west ? p.lon : box->west;
    box->east = p.lon > box->east ? p.lon : box->east;
    box->south = p.lat < box->south ? p.lat : box->south;
    box->north = p.lat > box->north ? p.lat : box->north;
}

void gpkg_blob(struct yk_buf *out, struct gpkg_box *box, const struct yk_feature *f,
               enum yk_datum datum)
{
    bool point = f->corners == 1;
    struct yk_point first = yk_from_wgs84(datum, f->corner[0]);
    *box = (struct gpkg_box){first.lon, first.lon, first.lat, first.lat};
    for (size_t i = 1; i < f->corners; i++)
        stretch(box, yk_from_wgs84(datum, f->corner[i]));
    yk_buf_clear(out);
    put_header(out, gpkg_srs(datum), point ? NULL : box);
    put_bytes(out, LITTLE_ENDIAN_ORDER, 1);
    put_bytes(out, point ? WKB_POINT : WKB_POLYGON, 4);
    if (!point) {
        put_bytes(out, 1, 4); /* rings */
        put_bytes(out, f->corners, 4);
    }
    for (size_t i = 0; i < f->corners; i++) {
        struct yk_point p = yk_from_wgs84(datum, f->corner[i]);
        put_double(out, p.lon);
        put_double(out, p.lat);
    }
}
