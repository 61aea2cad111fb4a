/* cores.c - pieces handed out to threads, one after the other, to whoever is free. */
#define _GNU_SOURCE /* sched_getaffinity */
#include "youka/base/cores.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

enum { MOST_THREADS = 64, PIECE = 256 };

struct share {
    atomic_size_t next;
    size_t count, piece;
    void (*work)(void *who, size_t from, size_t to);
    void *who;
};

size_t yk_cores(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set))
        return 1;
    int n = CPU_COUNT(&set);
    return n < 1 ? 1 : (size_t)n;
}

static void *take_pieces(void *share)
{
    struct share *s = share;
    for (size_t from; (from = atomic_fetch_add(&s->next, s->piece)) < s->count;)
        s->work(s->who, from, s->count - from < s->piece ? s->count : from + s->piece);
    return NULL;
}

void yk_on_cores(size_t count, size_t threads, void (*work)(void *who, size_t from, size_t to),
                 void *who)
{
    yk_on_cores_by(PIECE, count, threads, work, who);
}

void yk_on_cores_by(size_t piece, size_t count, size_t threads,
                    void (*work)(void *who, size_t from, size_t to), void *who)
{
    struct share s = {.count = count, .piece = piece, .work = work, .who = who};
    pthread_t thread[MOST_THREADS];
    size_t started = 0, most = (count + piece - 1) / piece;
    if (threads > most)
        threads = most;
    /* A thread that cannot be started leaves its pieces to the others. */
    while (started + 1 < threads && started < MOST_THREADS &&
           !pthread_create(&thread[started], NULL, take_pieces, &s))
        started++;
    take_pieces(&s);
    while (started)
        pthread_join(thread[--started], NULL);
}
