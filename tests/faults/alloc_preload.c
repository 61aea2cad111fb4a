/* alloc_preload.c - a malloc that fails, for LD_PRELOAD. $YK_ALLOC: "17" the 17th request fails,
 * "17+" all from then on, "count" none. What is found goes to stderr: at the end of a count «alloc:
 * N requests»; when the program gets a signal, «alloc: signal 11 in OBJECT FUNCTION», the first
 * frame above the C library.
 */
#define _GNU_SOURCE /* dladdr */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The C library's own, under the names that it keeps for this. */
void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t n, size_t each);
void *__libc_realloc(void *old, size_t bytes);
void *__libc_memalign(size_t alignment, size_t bytes);

static atomic_ullong requests;
static unsigned long long fails; /* the first that does; 0: none */
static bool counts, from_then_on, ready;

static bool refused(void)
{
    if (!ready)
        return false;
    unsigned long long nth = atomic_fetch_add(&requests, 1) + 1;
    if (!fails || (from_then_on ? nth < fails : nth != fails))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t bytes)
{
    return refused() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t n, size_t each)
{
    return refused() ? NULL : __libc_calloc(n, each);
}

void *realloc(void *old, size_t bytes)
{
    return refused() ? NULL : __libc_realloc(old, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes)
{
    return refused() ? NULL : __libc_memalign(alignment, bytes);
}

int posix_memalign(void **out, size_t alignment, size_t bytes)
{
    void *got = refused() ? NULL : __libc_memalign(alignment, bytes);
    if (!got)
        return ENOMEM;
    *out = got;
    return 0;
}

static void say(const char *format, int signal, const char *object, const char *function)
{
    char line[512];
    int n = snprintf(line, sizeof line, format, signal, object, function);
    (void)!write(STDERR_FILENO, line, n < (int)sizeof line ? (size_t)n : sizeof line - 1);
}

/* Carries a signal, or was called by the culprit. */
static bool is_plumbing(const char *object)
{
    static const char *const names[] = {"libc.", "libstdc++.", "libgcc_s.", "ld-",
                                        "alloc_preload."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(object, names[i], strlen(names[i])))
            return true;
    return false;
}

/* Frame 0 is this function. */
static void tell_where(int signal)
{
    void *frame[64];
    fails = 0;
    int n = backtrace(frame, 64);
    for (int i = 1; i < n; i++) {
        Dl_info where;
        if (!dladdr(frame[i], &where) || !where.dli_fname)
            continue;
        const char *slash = strrchr(where.dli_fname, '/');
        const char *object = slash ? slash + 1 : where.dli_fname;
        if (is_plumbing(object))
            continue;
        say("alloc: signal %d in %s %s\n", signal, object, where.dli_sname ? where.dli_sname : "?");
        break;
    }
    kill(getpid(), signal); /* as it would have been: the handler is gone by now */
}

__attribute__((constructor)) static void begin(void)
{
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    const char *said = getenv("YK_ALLOC");
    char *end = NULL;
    void *frame[4];
    backtrace(frame, 4); /* loads what it needs, now */
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
        sigaction(fatal[i],
                  &(struct sigaction){.sa_handler = tell_where, .sa_flags = (int)SA_RESETHAND},
                  NULL);
    counts = said && !strcmp(said, "count");
    fails = said && !counts ? strtoull(said, &end, 10) : 0;
    from_then_on = end && *end == '+';
    ready = true;
}

__attribute__((destructor)) static void finish(void)
{
    if (counts)
        fprintf(stderr, "alloc: %llu requests\n", (unsigned long long)requests);
}
