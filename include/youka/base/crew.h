/* crew.h - pieces of work done by processes of their own: for a library that keeps state of its
 * own for the whole process, and so that one that breaks takes no other with it. */
#ifndef YOUKA_BASE_CREW_H
#define YOUKA_BASE_CREW_H

#include <stddef.h>

#include "youka/base/err.h"

struct yk_crew {
    /* Does one piece. It sees all memory as it was when yk_crew_run was called; what it changes
     * there is lost: it leaves files. No open database may be touched. */
    yk_code (*work)(void *who, size_t piece, struct yk_err *err);
    /* In the caller's process, as pieces end: how it went. A process that ended by itself in the
     * middle of a piece has failed it. */
    void (*done)(void *who, size_t piece, const struct yk_err *err);
    void *who;
};
/* Each of `count` pieces once, on up to `hands` processes at a time; the caller has no thread
 * running. Returns when all are done. Where no process can be started the caller's does the work.
 */
void yk_crew_run(const struct yk_crew *crew, size_t count, size_t hands);

#endif
