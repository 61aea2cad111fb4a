/* store_test.c - which engine an URL asks for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kit.h"

static void urls_name_their_engine(void **state)
{
    (void)state;
    char path[100], url[120];
    struct yk_store *s = NULL;
    struct yk_err err = {0};
    snprintf(path, sizeof path, "%s/named.db", kit_folder());
    snprintf(url, sizeof url, "sqlite://%s", path);
    yk_store_close(kit_open(url, YK_STORE_CREATE));
    assert_int_equal(access(path, F_OK), 0);
    yk_store_close(kit_open(path, YK_STORE_READ));
    assert_int_equal(yk_store_open(&s, "oracle://x", YK_STORE_READ, &err), YK_E_USAGE);
    assert_non_null(strstr(err.text, "oracle://x"));
    assert_int_equal(yk_store_open(&s, "sqlit://x", YK_STORE_READ, &err), YK_E_USAGE);
    assert_null(s);
    assert_true(yk_store_there(url) && yk_store_there(path) && yk_store_there("oracle://x"));
    snprintf(url, sizeof url, "sqlite://%s.none", path);
    assert_false(yk_store_there(url));
    yk_store_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(urls_name_their_engine)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kit_end();
    return failed;
}
