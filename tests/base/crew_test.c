/* crew_test.c - every piece once, whoever breaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/crew.h"

#define PIECES 40

struct log {
    pid_t caller;
    int ended[PIECES];
    struct yk_err err[PIECES];
};

/* The 3rd fails, the 5th is killed, the 7th gives up the process. */
static yk_code piece(void *who, size_t i, struct yk_err *err)
{
    const struct log *log = who;
    if (getpid() == log->caller)
        return yk_fail(err, YK_E_IO, "in the caller's process");
    if (i == 3)
        return yk_fail(err, YK_E_DATA, "no %zu", i);
    if (i == 5)
        raise(SIGKILL);
    if (i == 7)
        _exit(9);
    return YK_OK;
}

static void ended(void *who, size_t i, const struct yk_err *err)
{
    struct log *log = who;
    log->ended[i]++;
    log->err[i] = *err;
}

static void every_piece_once(void **state)
{
    (void)state;
    for (size_t hands = 0; hands <= 5; hands++) {
        struct log log = {.caller = getpid()};
        yk_crew_run(&(struct yk_crew){piece, ended, &log}, PIECES, hands);
        for (size_t i = 0; i < PIECES; i++) {
            assert_int_equal(log.ended[i], 1);
            assert_int_equal(log.err[i].code, i == 3             ? YK_E_DATA
                                              : i == 5 || i == 7 ? YK_E_IO
                                                                 : YK_OK);
        }
        assert_string_equal(log.err[3].text, "no 3");
        assert_non_null(strstr(log.err[5].text, "signal 9"));
        assert_non_null(strstr(log.err[7].text, "status 9"));
    }
}

static void nothing_to_do(void **state)
{
    (void)state;
    struct log log = {.caller = getpid()};
    yk_crew_run(&(struct yk_crew){piece, ended, &log}, 0, 4);
    assert_int_equal(log.ended[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_once),
        cmocka_unit_test(nothing_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
