/* proto.h - protocol buffers read within their bounds (protobuf.dev/programming-guides/encoding).
 */
#ifndef YOUKA_SRC_INTAKE_OSM_PROTO_H
#define YOUKA_SRC_INTAKE_OSM_PROTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A message, or the values of a packed field, from here to its end. */
struct proto {
    const unsigned char *at, *end;
};
enum { PROTO_NUMBER = 0, PROTO_BYTES = 2 }; /* wire types that the format uses */
struct proto_field {
    uint32_t id, wire;
    bool plain;         /* the tag is written as shortly as can be */
    uint64_t number;    /* of PROTO_NUMBER */
    size_t size;        /* bytes that the number, or the length, takes */
    struct proto bytes; /* of PROTO_BYTES */
};

static inline bool proto_more(const struct proto *p)
{
    return p->at < p->end;
}
static inline size_t proto_left(const struct proto *p)
{
    return (size_t)(p->end - p->at);
}

/* A number of at most `most` bytes (5: 32 bits, 10: 64); false where it is cut off or longer. */
static inline bool proto_number(uint64_t *out, struct proto *p, int most)
{
    uint64_t value = 0;
    for (int i = 0; i < most && p->at < p->end; i++) {
        unsigned char byte = *p->at++;
        value |= (uint64_t)(byte & 0x7f) << 7 * i;
        if (byte < 0x80) {
            *out = value;
            return most == 10 || value <= UINT32_MAX;
        }
    }
    return false;
}

/* The next field; false where the message is damaged. Other wire types than the two give a field
 * without a value and end the message. */
bool proto_next(struct proto_field *out, struct proto *p);

/* Zigzag: 0, -1, 1, -2, … */
static inline int64_t proto_signed(uint64_t value)
{
    return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

#endif
