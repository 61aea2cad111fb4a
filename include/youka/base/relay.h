/* relay.h - two hands at one stream of pieces: one makes the next piece while the other uses the
 * last. */
#ifndef YOUKA_BASE_RELAY_H
#define YOUKA_BASE_RELAY_H

#include <stdbool.h>

#include "youka/base/err.h"

/* Pieces lie in two slots, 0 and 1 in turn. `make` fills a slot and sets *last when there is
 * nothing more (that slot is not used); it runs on a thread of its own. `use` empties a slot, in
 * the same order, on the caller's thread. The two never hold the same slot. */
struct yk_relay {
    yk_code (*make)(void *who, int slot, bool *last, struct yk_err *err);
    yk_code (*use)(void *who, int slot, struct yk_err *err);
    void *who;
};
/* Until the last piece, or the first failure of either; all that was made before a failure of
 * `make` has been used. */
YK_MUST yk_code yk_relay_run(const struct yk_relay *r, struct yk_err *err);

#endif
