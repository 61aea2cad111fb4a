/* plan_test.c - verdicts have the codes that exports and sheets use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/model/plan.h"

static void names_verdicts(void **state)
{
    (void)state;
    assert_string_equal(yk_verdict_code(YK_VERDICT_IN), "in");
    assert_string_equal(yk_verdict_code(YK_VERDICT_OUT), "out");
    assert_string_equal(yk_verdict_code(YK_VERDICT_UNKNOWN), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_verdicts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
