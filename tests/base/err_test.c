/* err_test.c - the one sentence a failed call leaves behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "youka/base/encoding.h"
#include "youka/base/err.h"

static void one_sentence(void **state)
{
    (void)state;
    struct yk_err err;
    assert_int_equal(yk_fail(&err, YK_E_DATA, "line %d", 7), YK_E_DATA);
    assert_int_equal(yk_while(&err, "reading %s", "甲.csv"), YK_E_DATA);
    assert_string_equal(err.text, "reading 甲.csv: line 7");
    assert_int_equal(err.code, YK_E_DATA);
}

/* However long the text, what is kept ends with a whole character. */
static void cut_between_characters(void **state)
{
    (void)state;
    for (size_t pad = 0; pad < 8; pad++) {
        char text[2000] = "";
        struct yk_err err;
        memset(text, 'x', pad);
        for (size_t i = 0; i < 300; i++)
            memcpy(text + pad + 3 * i, "油", 4);
        yk_fail(&err, YK_E_IO, "%s", text);
        assert_true(strlen(err.text) > sizeof err.text - 5);
        assert_int_equal(yk_utf8_valid(err.text, strlen(err.text)), strlen(err.text));
        yk_while(&err, "%s", "加");
        assert_int_equal(yk_utf8_valid(err.text, strlen(err.text)), strlen(err.text));
    }
}

static void no_memory_is_an_exit_not_a_signal(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        yk_no_memory();
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sentence),
        cmocka_unit_test(cut_between_characters),
        cmocka_unit_test(no_memory_is_an_exit_not_a_signal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
