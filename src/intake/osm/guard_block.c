/* guard_block.c - one unpacked block of a .pbf: is all in it what libreadosm takes for granted?
 *
 * The format: wiki.openstreetmap.org/wiki/PBF_Format (osmformat.proto). What libreadosm 1.1.0a
 * makes of it, and so what is asked for here: fields have tags without padding; a field that it
 * does not know, or an empty packed one, ends its reading; packed numbers must end with the field;
 * every index must lie in the table of strings, which stands first; what belongs together has one
 * count; a user's or a key's text is copied each time it is named.
 *
 * A check gives false where it found something, which then stands in `sound`. */
#include "guard.h"

#include <stdlib.h>

#include "proto.h"
#include "youka/base/arena.h"

enum {
    MOST_STRINGS = 4 << 20, /* of a block: libreadosm takes 72 bytes for each */
    MOST_VALUES = 16 << 20, /* of a packed field: 40 bytes each */
    MOST_COPIED = 64 << 20, /* bytes of texts that are held at once */
    AT_ONCE = 1024,         /* nodes whose texts libreadosm holds at once */
    TEXT_COST = 32,         /* bytes beside those of a text */
    GRANULARITY = 100,      /* nanodegrees, the only one that it reads */
};
#define BIT(id) (UINT32_C(1) << (id))

static bool spoilt(struct guard_block *b, enum guard_sound why)
{
    b->sound = why;
    return false;
}

/* A message being read: which fields it may have, of bytes, of numbers, of numbers that must fit in
 * 32 bits, more than once, empty; which it had, and the last one. */
struct fields {
    uint32_t bytes, numbers, small, again, empty;
};
struct message {
    struct proto in;
    const struct fields *may;
    uint32_t seen;
    struct proto_field f;
};

/* True with the next field in m->f; false at the end, and where something is wrong. */
static bool next(struct guard_block *b, struct message *m)
{
    struct proto_field *f = &m->f;
    if (!proto_more(&m->in))
        return false;
    if (!proto_next(f, &m->in))
        return spoilt(b, GUARD_DAMAGED);
    uint32_t bit = f->id < 32 ? BIT(f->id) : 0, known = 0;
    if (f->wire == PROTO_BYTES || f->wire == PROTO_NUMBER)
        known = f->wire == PROTO_BYTES ? m->may->bytes : m->may->numbers;
    if (!(known & bit) || !f->plain)
        return spoilt(b, GUARD_FOREIGN);
    if (m->seen & bit & ~m->may->again)
        return spoilt(b, GUARD_DAMAGED);
    m->seen |= bit;
    if (f->wire == PROTO_NUMBER && (m->may->small & bit) && f->size > 5)
        return spoilt(b, GUARD_FOREIGN);
    if (f->wire == PROTO_BYTES && !proto_more(&f->bytes) && !(m->may->empty & bit))
        return spoilt(b, GUARD_FOREIGN);
    return true;
}

/* How many numbers a packed field has; each of at most `most` bytes. */
static bool count_of(struct guard_block *b, size_t *count, struct proto packed, int most)
{
    uint64_t number;
    *count = 0;
    while (proto_more(&packed)) {
        if (!proto_number(&number, &packed, most))
            return spoilt(b, GUARD_DAMAGED);
        if (++*count > MOST_VALUES)
            return spoilt(b, GUARD_LARGE);
    }
    return true;
}

/* A text that is named: its bytes are copied. */
static bool name(struct guard_block *b, uint64_t index, uint64_t *copied)
{
    if (index >= b->strings)
        return spoilt(b, GUARD_DAMAGED);
    b->work += b->length[index];
    *copied += b->length[index] + TEXT_COST;
    return *copied <= MOST_COPIED || spoilt(b, GUARD_LARGE);
}

/* Texts named by a packed field, with their count. */
static bool names(struct guard_block *b, size_t *count, struct proto packed, uint64_t *copied)
{
    uint64_t index = 0;
    if (!count_of(b, count, packed, 5))
        return false;
    while (proto_number(&index, &packed, 5))
        if (!name(b, index, copied))
            return false;
    return true;
}

static bool check_strings(struct guard_block *b, struct proto in)
{
    static const struct fields may = {.bytes = BIT(1), .again = BIT(1), .empty = BIT(1)};
    struct message m = {.in = in, .may = &may};
    for (b->strings = 0; next(b, &m); b->strings++) {
        if (b->strings == MOST_STRINGS)
            return spoilt(b, GUARD_LARGE);
        b->length = yk_grow(b->length, &b->room, b->strings + 1, sizeof *b->length);
        b->length[b->strings] = (uint32_t)proto_left(&m.f.bytes);
    }
    return b->sound == GUARD_SOUND;
}

/* --- nodes -------------------------------------------------------------------------------------
 */

static bool check_users(struct guard_block *b, struct proto packed)
{
    int64_t index = 0;
    uint64_t step = 0;
    while (proto_number(&step, &packed, 5)) {
        uint64_t copied = 0;
        index += proto_signed(step);
        if (!name(b, (uint64_t)index, &copied)) /* below 0: beyond the last, too */
            return false;
    }
    return true;
}

static bool check_dense_info(struct guard_block *b, struct proto in)
{
    enum { CHANGESET = 3, USER = 5, VISIBLE = 6 };
    static const struct fields may = {.bytes = BIT(1) | BIT(2) | BIT(3) | BIT(4) | BIT(5) | BIT(6)};
    struct message m = {.in = in, .may = &may};
    while (next(b, &m)) {
        size_t count;
        if (m.f.id == VISIBLE)
            continue;
        if (!count_of(b, &count, m.f.bytes, m.f.id == CHANGESET ? 10 : 5))
            return false;
        if (m.f.id == USER && !check_users(b, m.f.bytes))
            return false;
    }
    return b->sound == GUARD_SOUND;
}

/* Key, value, key, value … of a node, then 0. */
static bool check_tags(struct guard_block *b, struct proto packed, size_t nodes)
{
    uint64_t index = 0, copied = 0;
    size_t ended = 0, count;
    bool value = false;
    if (!count_of(b, &count, packed, 5))
        return false;
    while (proto_number(&index, &packed, 5)) {
        if ((!index && value) || ended == nodes)
            return spoilt(b, GUARD_DAMAGED);
        if (!index) {
            copied = ++ended % AT_ONCE ? copied : 0;
            continue;
        }
        if (!name(b, index, &copied))
            return false;
        value = !value;
    }
    return ended == nodes || spoilt(b, GUARD_DAMAGED);
}

static bool check_dense(struct guard_block *b, struct proto in)
{
    enum { ID = 1, INFO = 5, LAT = 8, LON = 9, TAGS = 10 };
    static const struct fields may = {.bytes = BIT(1) | BIT(5) | BIT(8) | BIT(9) | BIT(10)};
    struct message m = {.in = in, .may = &may};
    struct proto tags = {0};
    size_t count[LON + 1] = {0};
    while (next(b, &m)) {
        if (m.f.id == TAGS)
            tags = m.f.bytes;
        else if (m.f.id == INFO ? !check_dense_info(b, m.f.bytes)
                                : !count_of(b, &count[m.f.id], m.f.bytes, 10))
            return false;
    }
    if (b->sound)
        return false;
    if (!count[ID] || count[ID] != count[LAT] || count[ID] != count[LON])
        return spoilt(b, GUARD_DAMAGED);
    return !proto_more(&tags) || check_tags(b, tags, count[ID]);
}

/* --- ways and relations -------------------------------------------------------------------------
 */

static bool check_info(struct guard_block *b, struct proto in)
{
    enum { USER = 5 };
    static const struct fields may = {.numbers =
                                          BIT(1) | BIT(2) | BIT(3) | BIT(4) | BIT(5) | BIT(6),
                                      .small = BIT(1) | BIT(2) | BIT(4) | BIT(5) | BIT(6)};
    struct message m = {.in = in, .may = &may};
    uint64_t copied = 0;
    while (next(b, &m))
        if (m.f.id == USER && !name(b, m.f.number, &copied))
            return false;
    return b->sound == GUARD_SOUND;
}

static bool check_way(struct guard_block *b, struct proto in)
{
    enum { ID = 1, KEYS = 2, VALUES = 3, INFO = 4, NODES = 8 };
    static const struct fields may = {.numbers = BIT(1),
                                      .bytes = BIT(2) | BIT(3) | BIT(4) | BIT(8)};
    struct message m = {.in = in, .may = &may};
    uint64_t copied = 0;
    size_t count[NODES + 1] = {0};
    while (next(b, &m)) {
        bool sound = true;
        if (m.f.id == KEYS || m.f.id == VALUES)
            sound = names(b, &count[m.f.id], m.f.bytes, &copied);
        else if (m.f.id == INFO)
            sound = check_info(b, m.f.bytes);
        else if (m.f.id == NODES)
            sound = count_of(b, &count[NODES], m.f.bytes, 10);
        if (!sound)
            return false;
    }
    if (b->sound)
        return false;
    bool whole = m.seen & BIT(ID) && count[KEYS] == count[VALUES];
    return whole || spoilt(b, GUARD_DAMAGED);
}

static bool check_relation(struct guard_block *b, struct proto in)
{
    enum { ID = 1, KEYS = 2, VALUES = 3, INFO = 4, ROLES = 8, MEMBERS = 9, TYPES = 10 };
    static const struct fields may = {
        .numbers = BIT(1), .bytes = BIT(2) | BIT(3) | BIT(4) | BIT(8) | BIT(9) | BIT(10)};
    struct message m = {.in = in, .may = &may};
    uint64_t copied = 0;
    size_t count[TYPES + 1] = {0};
    while (next(b, &m)) {
        bool sound = true;
        if (m.f.id == KEYS || m.f.id == VALUES || m.f.id == ROLES)
            sound = names(b, &count[m.f.id], m.f.bytes, &copied);
        else if (m.f.id == INFO)
            sound = check_info(b, m.f.bytes);
        else if (m.f.id != ID)
            sound = count_of(b, &count[m.f.id], m.f.bytes, m.f.id == MEMBERS ? 10 : 5);
        if (!sound)
            return false;
    }
    if (b->sound)
        return false;
    bool whole = m.seen & BIT(ID) && count[KEYS] == count[VALUES] &&
                 count[ROLES] == count[MEMBERS] && count[ROLES] == count[TYPES];
    return whole || spoilt(b, GUARD_DAMAGED);
}

/* --- the block ---------------------------------------------------------------------------------
 */

static bool check_group(struct guard_block *b, struct proto in)
{
    enum { DENSE = 2, WAY = 3, RELATION = 4 }; /* 1: nodes that are not dense, passed over there */
    static const struct fields may = {.bytes = BIT(2) | BIT(3) | BIT(4) | BIT(5),
                                      .again = BIT(2) | BIT(3) | BIT(4) | BIT(5),
                                      .empty = BIT(5)};
    struct message m = {.in = in, .may = &may};
    while (next(b, &m))
        if ((m.f.id == DENSE && !check_dense(b, m.f.bytes)) ||
            (m.f.id == WAY && !check_way(b, m.f.bytes)) ||
            (m.f.id == RELATION && !check_relation(b, m.f.bytes)))
            return false;
    return b->sound == GUARD_SOUND;
}

/* A number of the block. libreadosm takes field 17 for the end, and reads none of the others. */
static bool check_number(struct guard_block *b, const struct proto_field *f, bool ended)
{
    enum { GRAIN = 17, DATE_GRAIN = 18 };
    bool usual = f->id == GRAIN ? f->number == GRANULARITY
                                : ended && (f->id == DATE_GRAIN || f->number == 0);
    return usual || spoilt(b, GUARD_FOREIGN);
}

static bool check_block(struct guard_block *b, struct proto in)
{
    enum { STRINGS = 1, GROUP = 2, GRAIN = 17 };
    static const struct fields may = {.bytes = BIT(1) | BIT(2),
                                      .numbers = BIT(17) | BIT(18) | BIT(19) | BIT(20),
                                      .again = BIT(2)};
    struct message m = {.in = in, .may = &may};
    for (uint32_t before = 0; next(b, &m); before = m.seen) {
        bool ended = before & BIT(GRAIN), sound;
        if (m.f.id == STRINGS)
            sound = before ? spoilt(b, GUARD_FOREIGN) : check_strings(b, m.f.bytes);
        else if (m.f.id == GROUP)
            sound = ended || !before ? spoilt(b, GUARD_FOREIGN) : check_group(b, m.f.bytes);
        else
            sound = check_number(b, &m.f, ended);
        if (!sound)
            return false;
    }
    if (b->sound)
        return false;
    return m.seen & BIT(STRINGS) || spoilt(b, GUARD_DAMAGED);
}

enum guard_sound guard_block(struct guard_block *b, const unsigned char *raw, size_t n)
{
    b->sound = GUARD_SOUND;
    b->strings = 0;
    b->work += n;
    (void)check_block(b, (struct proto){raw, raw + n});
    return b->sound;
}

void guard_block_release(struct guard_block *b)
{
    free(b->length);
    *b = (struct guard_block){0};
}
