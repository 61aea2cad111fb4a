/* crew.c - pieces handed out to processes, one after the other, to whoever is free. */
#include "youka/base/crew.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "youka/base/arena.h"
#include "youka/base/say.h"

enum { MOST_HANDS = 64 };

/* In memory that all processes share. */
struct board {
    atomic_size_t next;           /* the piece to take */
    atomic_size_t at[MOST_HANDS]; /* 1 + the piece that a hand is at; 0: none */
};
/* What comes back through the pipe: less than PIPE_BUF, so it is never torn. */
struct report {
    size_t piece;
    struct yk_err err;
};
struct shift {
    const struct yk_crew *crew;
    struct board *board;
    bool *told; /* a flag a piece: its report came */
    size_t count, hands;
    int pipe[2];
    pid_t pid[MOST_HANDS];
};

static _Noreturn void work(const struct shift *s, size_t hand)
{
    close(s->pipe[0]);
    for (size_t i; (i = atomic_fetch_add(&s->board->next, 1)) < s->count;) {
        struct report r = {.piece = i};
        atomic_store(&s->board->at[hand], i + 1);
        r.err.code = s->crew->work(s->crew->who, i, &r.err);
        if (write(s->pipe[1], &r, sizeof r) != (ssize_t)sizeof r)
            _exit(1);
        atomic_store(&s->board->at[hand], 0);
    }
    _exit(0); /* nothing of the caller's is flushed or ended twice */
}

/* False at the end: no hand holds the pipe any more. */
static bool next_report(int from, struct report *r)
{
    size_t got = 0;
    while (got < sizeof *r) {
        ssize_t n = read(from, (char *)r + got, sizeof *r - got);
        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        got += n > 0 ? (size_t)n : 0;
    }
    return true;
}

static int wait_for(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

/* Whoever ended in the middle of a piece has failed it. */
static void miss(const struct shift *s, size_t hand, int status)
{
    size_t at = atomic_exchange(&s->board->at[hand], 0);
    struct yk_err err = {0};
    if (!at || s->told[at - 1])
        return;
    yk_fail(&err, YK_E_IO,
            WIFSIGNALED(status) ? _("the process that was at it was ended by signal %d")
                                : _("the process that was at it ended with status %d"),
            WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    s->crew->done(s->crew->who, at - 1, &err);
}

/* One round: as many hands as can be had, until all of them have ended. False: there was none. */
static bool run_shift(struct shift *s)
{
    struct report r;
    size_t started = 0;
    if (pipe(s->pipe))
        return false;
    for (; started < s->hands; started++) {
        s->pid[started] = fork();
        if (s->pid[started] == 0)
            work(s, started);
        if (s->pid[started] < 0)
            break;
    }
    close(s->pipe[1]);
    while (started && next_report(s->pipe[0], &r)) {
        s->told[r.piece] = true;
        s->crew->done(s->crew->who, r.piece, &r.err);
    }
    close(s->pipe[0]);
    for (size_t i = 0; i < started; i++)
        miss(s, i, wait_for(s->pid[i]));
    return started > 0;
}

static void work_alone(const struct yk_crew *crew, size_t first, size_t count)
{
    for (size_t i = first; i < count; i++) {
        struct yk_err err = {0};
        err.code = crew->work(crew->who, i, &err);
        crew->done(crew->who, i, &err);
    }
}

void yk_crew_run(const struct yk_crew *crew, size_t count, size_t hands)
{
    struct shift s = {.crew = crew, .count = count};
    size_t most = hands < MOST_HANDS ? hands : MOST_HANDS;
    s.hands = count < most ? count : most ? most : 1;
    s.board =
        mmap(NULL, sizeof *s.board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (s.board == MAP_FAILED) {
        work_alone(crew, 0, count);
        return;
    }
    s.told = yk_alloc((count + 1) * sizeof *s.told);
    /* Hands that were lost are replaced for what is left. */
    while (atomic_load(&s.board->next) < count)
        if (!run_shift(&s)) {
            work_alone(crew, atomic_load(&s.board->next), count);
            break;
        }
    free(s.told);
    munmap(s.board, sizeof *s.board);
}
