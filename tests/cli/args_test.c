/* args_test.c - the wish that a command line makes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/cli.h"

static struct passwd *found; /* in the list of users */
static int why;              /* errno */

/* Stands before the C library's. */
struct passwd *getpwuid(uid_t uid)
{
    (void)uid;
    errno = why;
    return found;
}

/* What is done is signed: in containers, and where the list cannot be read, by the number. */
static void the_user_has_a_name(void **state)
{
    (void)state;
    char *argv[] = {"youka", "db", "check"}, name[] = "zhang", none[] = "", number[32];
    struct passwd zhang = {.pw_name = name}, nobody = {.pw_name = none};
    snprintf(number, sizeof number, "uid %u", (unsigned)getuid());
    const struct {
        struct passwd *found;
        int why;
        const char *want; /* NULL: a failure */
    } cases[] = {{&zhang, 0, "zhang"},   {&nobody, 0, number}, {NULL, 0, number},
                 {NULL, ENOENT, number}, {NULL, EIO, NULL},    {NULL, EMFILE, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_arena a = {0};
        struct yk_err err = {0};
        struct args args = {0};
        found = cases[i].found;
        why = cases[i].why;
        yk_code code = args_read(&args, 3, argv, &a, &err);
        assert_int_equal(code, cases[i].want ? YK_OK : YK_E_IO);
        if (cases[i].want)
            assert_string_equal(args.wish.user, cases[i].want);
        else
            assert_true(strlen(err.text) > 0);
        yk_arena_release(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_user_has_a_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
