/* proto.c - protocol buffers read within their bounds. */
#include "proto.h"

bool proto_next(struct proto_field *out, struct proto *p)
{
    const unsigned char *tag = p->at, *value;
    uint64_t number;
    *out = (struct proto_field){0};
    if (!proto_number(&number, p, 5))
        return false;
    out->id = (uint32_t)(number >> 3);
    out->wire = (uint32_t)(number & 7);
    out->plain = p->at - tag == 1 || p->at[-1] != 0;
    if (out->id == 0)
        return false;
    if (out->wire != PROTO_NUMBER && out->wire != PROTO_BYTES) {
        p->at = p->end;
        return true;
    }
    value = p->at;
    if (!proto_number(&out->number, p, out->wire == PROTO_BYTES ? 5 : 10))
        return false;
    out->size = (size_t)(p->at - value);
    if (out->wire == PROTO_NUMBER)
        return true;
    if (out->number > proto_left(p))
        return false;
    out->bytes = (struct proto){p->at, p->at + out->number};
    p->at += out->number;
    return true;
}
