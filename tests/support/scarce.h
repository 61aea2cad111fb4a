/* scarce.h - for tests: work done in a child process whose k-th request for memory is refused. A
 * program includes it once: it stands before the C library's malloc. */
#ifndef YOUKA_TESTS_SCARCE_H
#define YOUKA_TESTS_SCARCE_H

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define SCARCE_CAN false /* the sanitizer hands out the memory itself */
#else
#define SCARCE_CAN true

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t n, size_t each);
void *__libc_realloc(void *old, size_t bytes);

static long scarce_left; /* requests until the one that is refused; 0: none is */

static bool scarce_refuses(void)
{
    return scarce_left > 0 && --scarce_left == 0;
}

void *malloc(size_t bytes)
{
    return scarce_refuses() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t n, size_t each)
{
    return scarce_refuses() ? NULL : __libc_calloc(n, each);
}

void *realloc(void *old, size_t bytes)
{
    return scarce_refuses() ? NULL : __libc_realloc(old, bytes);
}
#endif

enum { SCARCE_CAME_ROUND = 77 }; /* what the child ends with when it had more than it asked for */

/* The status of the child (waitpid): it ends with what `work` gives, or as it ends itself. */
static inline int scarce_run(long refused, int (*work)(void *who), void *who)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 4; i++) /* cmocka would catch it and go on */
            signal((const int[]){SIGSEGV, SIGBUS, SIGABRT, SIGFPE}[i], SIG_DFL);
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDERR_FILENO);
#ifndef __SANITIZE_ADDRESS__
        scarce_left = refused;
#endif
        int code = work(who);
#ifndef __SANITIZE_ADDRESS__
        code = scarce_left > 0 ? SCARCE_CAME_ROUND : code;
#endif
        _exit(code);
    }
    (void)refused;
    return child > 0 && waitpid(child, &status, 0) == child ? status : -1;
}

#endif
