/* watch.c - how a long job tells how far it is, without knowing who listens. */
#include "youka/base/watch.h"

#include <stddef.h>

void yk_progress(const struct yk_watch *w, const char *what, uint64_t done, uint64_t total)
{
    if (w && w->progress)
        w->progress(w->who, what, done, total);
}

void yk_notice(const struct yk_watch *w, const char *sentence)
{
    if (w && w->notice)
        w->notice(w->who, sentence);
}
