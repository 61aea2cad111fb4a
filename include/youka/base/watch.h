/* watch.h - how a long job tells how far it is, without knowing who listens. */
#ifndef YOUKA_BASE_WATCH_H
#define YOUKA_BASE_WATCH_H

#include <stdint.h>

struct yk_watch {
    void (*progress)(void *who, const char *what, uint64_t done,
                     uint64_t total); /* total 0: unknown */
    void (*notice)(void *who, const char *sentence);
    void *who;
};

/* Both accept NULL for the watch. */
void yk_progress(const struct yk_watch *w, const char *what, uint64_t done, uint64_t total);
void yk_notice(const struct yk_watch *w, const char *sentence);

#endif
