/* guard.c - is this an extract of OpenStreetMap that libreadosm can be given? */
#include "guard.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "youka/base/file.h"
#include "youka/base/say.h"

static bool ends_with(const char *path, const char *end)
{
    size_t n = strlen(path), k = strlen(end);
    return n > k && strcasecmp(path + n - k, end) == 0;
}

enum osm_format osm_format_of(const char *path)
{
    static const char *const packed[] = {".osm.gz", ".osm.bz2", ".osm.xz",  ".osm.zip",
                                         ".osm.7z", ".pbf.gz",  ".pbf.zip", ".osm.zst"};
    if (ends_with(path, ".osm"))
        return OSM_XML;
    if (ends_with(path, ".pbf"))
        return OSM_PBF;
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
        if (ends_with(path, packed[i]))
            return OSM_PACKED;
    return OSM_NONE;
}

static bool begins(const unsigned char *bytes, size_t n, const char *with, size_t k)
{
    return n >= k && memcmp(bytes, with, k) == 0;
}

/* By the first bytes: gzip, bzip2, xz, zip, 7z, zstd. */
static bool is_packed(const unsigned char *bytes, size_t n)
{
    return begins(bytes, n, "\x1f\x8b", 2) || begins(bytes, n, "BZh", 3) ||
           begins(bytes, n,
                  "\xfd"
                  "7zXZ",
                  5) ||
           begins(bytes, n, "PK\3\4", 4) || begins(bytes, n, "7z\xbc\xaf", 4) ||
           begins(bytes, n, "\x28\xb5\x2f\xfd", 4);
}

static yk_code packed(const char *path, struct yk_err *err)
{
    return yk_fail(err, YK_E_DATA,
                   _("%s: is packed; unpack it, and load the .osm or .osm.pbf that comes out"),
                   path);
}

/* The first bytes must be of the format that the name says: a .pbf begins with the length of a
 * short header, an .osm with a tag, perhaps after a byte order mark and white space. */
static yk_code check_beginning(const struct bytes *from, const char *path, enum osm_format format,
                               struct yk_err *err)
{
    unsigned char first[256];
    ssize_t n = pread(from->fd, first, sizeof first, 0);
    if (n > 0 && is_packed(first, (size_t)n))
        return packed(path, err);
    bool binary = n > 3 && first[0] == 0 && first[1] == 0;
    if (n > 0 && binary == (format == OSM_XML) && (binary || first[0] == '<'))
        return yk_fail(err, YK_E_DATA,
                       binary ? _("%s: holds a map in the format .osm.pbf; name the file so, and "
                                  "load it again")
                              : _("%s: holds a map in the format .osm (XML); name the file so, "
                                  "and load it again"),
                       path);
    return YK_OK;
}

yk_code osm_guard(const char *path, const struct yk_watch *watch, struct yk_err *err)
{
    struct bytes from;
    enum osm_format format = osm_format_of(path);
    if (format == OSM_PACKED)
        return packed(path, err);
    if (format == OSM_NONE)
        return yk_fail(err, YK_E_DATA,
                       _("%s: is no map by its name; it must end in .osm or .osm.pbf"), path);
    if (bytes_open(&from, path, err))
        return err->code;
    yk_code code = YK_OK;
    if (yk_file_size(from.fd) < 0)
        code = yk_fail(err, YK_E_DATA,
                       _("%s: is a pipe; a map is read several times, so save it in a file first"),
                       path);
    if (!code)
        code = check_beginning(&from, path, format, err);
    if (!code)
        code = format == OSM_XML ? guard_xml(&from, path, watch, err)
                                 : guard_pbf(&from, path, watch, err);
    bytes_close(&from);
    return code;
}
