/* logit_test.c - the logistic function and its inverse, by the worked numbers of the design. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "youka/base/logit.h"

/* estimation_golden.json, logistic. */
static void published_logistic(void **state)
{
    (void)state;
    near_to(yk_logistic(-1.2), 0.23147521650098238, "logistic -1.2");
    near_to(yk_logistic(0), .5, "logistic 0");
    near_to(yk_logistic(-30) / 9.3576229688393e-14, 1, "logistic -30");
    near_to(yk_logit(yk_logistic(-1.2)), -1.2, "and back");
    assert_true(isfinite(yk_logit(0)) && isfinite(yk_logit(1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_logistic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
