/* repeats_test.c - the repeat files beside an ODK Central parent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/intake/repeats.h"

static void touch(const char *path)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fclose(f);
}

/* Names as ODK Central gives them: FORM.csv and FORM-REPEAT.csv in one archive. */
static void beside_the_parent(void **state)
{
    (void)state;
    char folder[] = "/tmp/youka-repeats-XXXXXX";
    struct yk_arena a = {0};
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    mkdir("x", 0700);
    mkdir("x/form-folder.csv", 0700);
    touch("x/form-fleet.csv");
    touch("普查-fleet.CSV");
    assert_string_equal(yk_repeat_path(&a, "x/form.csv", "fleet"), "x/form-fleet.csv");
    assert_string_equal(yk_repeat_path(&a, "普查.CSV", "fleet"), "普查-fleet.CSV");
    assert_null(yk_repeat_path(&a, "x/form.csv", "contact"));
    assert_null(yk_repeat_path(&a, "x/form.csv", "folder"));
    assert_null(yk_repeat_path(&a, "form.csv", "fleet"));
    assert_null(yk_repeat_path(&a, "x/form", "fleet"));
    unlink("x/form-fleet.csv");
    unlink("普查-fleet.CSV");
    rmdir("x/form-folder.csv");
    rmdir("x");
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(rmdir(folder), 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(beside_the_parent)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
