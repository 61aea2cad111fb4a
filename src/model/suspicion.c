/* suspicion.c - what a reading of coordinates stands for. */
#include "youka/model/suspicion.h"

enum yk_datum yk_suspicion_datum(const struct yk_suspicion *s)
{
    static const enum yk_datum datum[] = {
        [YK_READ_WGS84] = YK_WGS84, [YK_READ_GCJ02] = YK_GCJ02, [YK_READ_BD09] = YK_BD09};
    return s->best == YK_READ_EXCHANGED ? s->declared : datum[s->best];
}
