/* relay.h - three hands at one stream of pieces: one makes a piece while the next works on the one
 * before it and the last uses the one before that. */
#ifndef YOUKA_BASE_RELAY_H
#define YOUKA_BASE_RELAY_H

#include <stdbool.h>

#include "youka/base/err.h"

#define YK_RELAY_SLOTS 3

/* Pieces lie in slots, 0 to YK_RELAY_SLOTS - 1 in turn. `make` fills a slot and sets *last when
 * there is nothing more (that slot is not used), `work` goes on with it; each runs on a thread of
 * its own. `use` empties the slot on the caller's thread. Each takes the pieces in the same order,
 * and no two of them ever hold the same slot. */
struct yk_relay {
    yk_code (*make)(void *who, int slot, bool *last, struct yk_err *err);
    void (*work)(void *who, int slot);
    yk_code (*use)(void *who, int slot, struct yk_err *err);
    void *who;
};
/* Until the last piece, or the first failure; all that was made before a failure of `make` has been
 * used. */
YK_MUST yk_code yk_relay_run(const struct yk_relay *r, struct yk_err *err);

#endif
