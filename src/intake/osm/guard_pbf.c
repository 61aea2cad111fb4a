/* guard_pbf.c - the blocks of a .pbf, one after the other: lengths, packing, what its header asks
 * of a reader (wiki.openstreetmap.org/wiki/PBF_Format). */
#include "guard.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "proto.h"
#include "youka/base/arena.h"
#include "youka/base/say.h"

enum {
    LONGEST_HEADER = 64 << 10, /* bytes before a block; the format's bound, like the next */
    LARGEST_BLOCK = 32 << 20,
    /* libreadosm reads and copies at most this much, and so many times the file's size: a map
     * comes to some twenty times. */
    MOST_WORK = 256 << 20,
    MOST_TIMES = 200,
};

struct pbf {
    struct bytes *from;
    const char *path;
    struct yk_err *err;
    unsigned char *packed, *raw;
    size_t packed_room, raw_room, raw_size;
    struct guard_block block;
    bool data; /* the header has been read, data blocks follow */
};

static yk_code damaged(struct pbf *p)
{
    return yk_fail(p->err, YK_E_DATA,
                   _("%s: the map is damaged or cut off (near byte %llu); download it again"),
                   p->path, p->from->done);
}

static yk_code foreign(struct pbf *p)
{
    return yk_fail(p->err, YK_E_DATA,
                   _("%s: is damaged, or written in a way that is not understood here (near byte "
                     "%llu); download it again, or write it anew with `osmium cat FILE -o "
                     "NEW.osm.pbf -f pbf,locations_on_ways=false`"),
                   p->path, p->from->done);
}

static yk_code large(struct pbf *p)
{
    return yk_fail(p->err, YK_E_DATA,
                   _("%s: unpacks to far more than a map of its size holds (near byte %llu); "
                     "download it again"),
                   p->path, p->from->done);
}

static yk_code told(struct pbf *p, enum guard_sound sound)
{
    switch (sound) {
    case GUARD_DAMAGED:
        return damaged(p);
    case GUARD_FOREIGN:
        return foreign(p);
    case GUARD_LARGE:
        return large(p);
    default:
        return YK_OK;
    }
}

/* The next n bytes of the file, all of them. */
static yk_code take(struct pbf *p, size_t n)
{
    size_t got;
    p->packed = yk_grow(p->packed, &p->packed_room, n, 1);
    if (bytes_read(p->from, p->path, (char *)p->packed, n, &got, p->err))
        return p->err->code;
    return got == n ? YK_OK : damaged(p);
}

static bool says(const struct proto *text, const char *want)
{
    return proto_left(text) == strlen(want) && memcmp(text->at, want, strlen(want)) == 0;
}

/* A block's head: its type and how long it is. */
static yk_code read_head(struct pbf *p, size_t n, size_t *size)
{
    enum { TYPE = 1, INDEX = 2, SIZE = 3 };
    struct proto_field f;
    unsigned seen = 0;
    if (take(p, n))
        return p->err->code;
    for (struct proto in = {p->packed, p->packed + n}; proto_more(&in);) {
        if (!proto_next(&f, &in))
            return damaged(p);
        bool known = f.wire == PROTO_BYTES ? f.id == TYPE || f.id == INDEX
                                           : f.wire == PROTO_NUMBER && f.id == SIZE;
        if (!known || !f.plain || seen & 1u << f.id)
            return foreign(p);
        seen |= 1u << f.id;
        if (f.id == TYPE && !says(&f.bytes, p->data ? "OSMData" : "OSMHeader"))
            return says(&f.bytes, "OSMHeader") || !p->data ? damaged(p) : foreign(p);
        if (f.id == SIZE) {
            if (!f.number || f.number > LARGEST_BLOCK + LONGEST_HEADER || f.size > 5)
                return damaged(p);
            *size = (size_t)f.number;
        }
    }
    return seen & 1u << TYPE && seen & 1u << SIZE ? YK_OK : damaged(p);
}

/* What a block of bytes says about itself. */
struct blob {
    struct proto raw, zipped;
    size_t size; /* unpacked; 0: not said */
};

static yk_code read_blob(struct pbf *p, size_t n, struct blob *out)
{
    enum { RAW = 1, RAW_SIZE = 2, ZLIB = 3, LZMA = 4, ZSTD = 7 };
    struct proto_field f;
    unsigned seen = 0;
    *out = (struct blob){0};
    for (struct proto in = {p->packed, p->packed + n}; proto_more(&in);) {
        if (!proto_next(&f, &in))
            return damaged(p);
        if (f.wire == PROTO_BYTES && f.id >= LZMA && f.id <= ZSTD)
            return yk_fail(p->err, YK_E_DATA,
                           _("%s: is packed in a way that only newer programs read; write it anew "
                             "with `osmium cat FILE -o NEW.osm.pbf -f pbf,pbf_compression=zlib`"),
                           p->path);
        bool known = f.wire == PROTO_BYTES ? f.id == RAW || f.id == ZLIB
                                           : f.wire == PROTO_NUMBER && f.id == RAW_SIZE;
        if (!known || !f.plain || seen & 1u << f.id)
            return foreign(p);
        seen |= 1u << f.id;
        if (f.id == RAW_SIZE && (!f.number || f.number > LARGEST_BLOCK || f.size > 5))
            return damaged(p);
        if (f.id == RAW_SIZE)
            out->size = (size_t)f.number;
        else
            *(f.id == RAW ? &out->raw : &out->zipped) = f.bytes;
    }
    return YK_OK;
}

/* The block's bytes in p->raw. */
static yk_code unpack(struct pbf *p, size_t n)
{
    struct blob b;
    if (read_blob(p, n, &b))
        return p->err->code;
    size_t raw = proto_left(&b.raw), zipped = proto_left(&b.zipped);
    if (raw > LARGEST_BLOCK || !raw == !zipped || (zipped && !b.size) ||
        (raw && b.size && b.size != raw))
        return damaged(p);
    p->raw_size = raw ? raw : b.size;
    p->raw = yk_grow(p->raw, &p->raw_room, p->raw_size, 1);
    if (raw) {
        memcpy(p->raw, b.raw.at, raw);
        return YK_OK;
    }
    uLongf size = p->raw_size;
    int said = uncompress(p->raw, &size, b.zipped.at, zipped);
    if (said == Z_MEM_ERROR)
        yk_no_memory();
    return said == Z_OK && size == p->raw_size ? YK_OK : damaged(p);
}

/* What a reader must be able to do. */
static yk_code check_feature(struct pbf *p, const struct proto *feature)
{
    if (says(feature, "OsmSchema-V0.6") || says(feature, "DenseNodes"))
        return YK_OK;
    if (says(feature, "HistoricalInformation"))
        return yk_fail(p->err, YK_E_DATA,
                       _("%s: holds the history of the map, deleted objects too; take an extract "
                         "of the present (`osmium time-filter FILE -o NEW.osm.pbf`)"),
                       p->path);
    return foreign(p);
}

static yk_code check_header(struct pbf *p)
{
    enum { REQUIRED = 4 };
    struct proto_field f;
    for (struct proto in = {p->raw, p->raw + p->raw_size}; proto_more(&in);) {
        if (!proto_next(&f, &in))
            return damaged(p);
        if (f.id == REQUIRED && f.wire == PROTO_BYTES && check_feature(p, &f.bytes))
            return p->err->code;
    }
    return YK_OK;
}

static yk_code check_one(struct pbf *p, size_t head)
{
    size_t n = 0;
    if (head == 0 || head > LONGEST_HEADER)
        return damaged(p);
    if (read_head(p, head, &n) || take(p, n) || unpack(p, n))
        return p->err->code;
    if (!p->data) {
        p->data = true;
        return check_header(p);
    }
    if (told(p, guard_block(&p->block, p->raw, p->raw_size)))
        return p->err->code;
    return p->block.work > MOST_WORK + MOST_TIMES * p->from->total ? large(p) : YK_OK;
}

static yk_code check_all(struct pbf *p, const struct yk_watch *watch)
{
    for (size_t got;;) {
        unsigned char length[4];
        if (bytes_read(p->from, p->path, (char *)length, sizeof length, &got, p->err))
            return p->err->code;
        if (got == 0 && p->data)
            return YK_OK;
        if (got < sizeof length)
            return damaged(p);
        size_t head =
            (size_t)length[0] << 24 | (size_t)length[1] << 16 | (size_t)length[2] << 8 | length[3];
        if (check_one(p, head))
            return p->err->code;
        yk_progress(watch, _("checking the map"), p->from->done, p->from->total);
    }
}

yk_code guard_pbf(struct bytes *from, const char *path, const struct yk_watch *watch,
                  struct yk_err *err)
{
    struct pbf p = {.from = from, .path = path, .err = err};
    yk_code code = check_all(&p, watch);
    guard_block_release(&p.block);
    free(p.packed);
    free(p.raw);
    return code;
}
