/* cores.h - the same work on all cores. */
#ifndef YOUKA_BASE_CORES_H
#define YOUKA_BASE_CORES_H

#include <stddef.h>

size_t yk_cores(void); /* that this process may use, at least 1 */
/* Calls work for pieces [from, to) that together are [0, count), each once, on up to `threads`
 * threads; returns when all are done. What `work` writes must lie apart for each index; the result
 * then does not depend on the number of threads. */
void yk_on_cores(size_t count, size_t threads, void (*work)(void *who, size_t from, size_t to),
                 void *who);

/* The same in pieces of at most `piece`, for work of which few and long ones are to do. */
void yk_on_cores_by(size_t piece, size_t count, size_t threads,
                    void (*work)(void *who, size_t from, size_t to), void *who);

#endif
