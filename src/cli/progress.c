/* progress.c - one line on a terminal while a job runs; notices on stderr. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void draw(void *who, const char *what, uint64_t done, uint64_t total)
{
    struct progress *p = who;
    double now = seconds();
    if (!p->terminal || p->quiet || (now - p->last < 0.1 && done != total))
        return;
    p->last = now;
    if (total)
        p->drawn =
            fprintf(stderr, "\r%s %3.0f %%\033[K", what, 100.0 * (double)done / (double)total);
    else
        p->drawn = fprintf(stderr, "\r%s %llu\033[K", what, (unsigned long long)done);
}

static void notice(void *who, const char *sentence)
{
    struct progress *p = who;
    if (p->quiet)
        return;
    progress_clear(p);
    fprintf(stderr, "%s\n", sentence);
}

struct yk_watch progress_watch(struct progress *p)
{
    p->terminal = isatty(STDERR_FILENO);
    return (struct yk_watch){.progress = draw, .notice = notice, .who = p};
}

void progress_clear(struct progress *p)
{
    if (p->drawn > 0)
        fputs("\r\033[K", stderr);
    p->drawn = 0;
}
