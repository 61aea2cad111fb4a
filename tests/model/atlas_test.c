/* atlas_test.c - features counted, outlines turned. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/model/atlas.h"

static void features_are_counted(void **state)
{
    (void)state;
    struct yk_layer layer[] = {{.features = 3, .nowhere = 9}, {.features = 0}, {.features = 4}};
    struct yk_atlas atlas = {.layer = layer, .layers = 3};
    assert_int_equal(yk_atlas_features(&atlas), 7);
    assert_int_equal(yk_atlas_features(&(struct yk_atlas){0}), 0);
}

/* West to east to north: counter-clockwise, as RFC 7946 wants an outer ring. */
static void outlines_are_turned(void **state)
{
    (void)state;
    const struct yk_point right[] = {{24, 118}, {24, 119}, {25, 119}, {24, 118}};
    struct yk_point p[4];
    memcpy(p, right, sizeof p);
    yk_outline_turn(p, 4);
    assert_memory_equal(p, right, sizeof p);
    struct yk_point wrong[] = {{24, 118}, {25, 119}, {24, 119}, {24, 118}};
    yk_outline_turn(wrong, 4);
    assert_memory_equal(wrong, right, sizeof right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_are_counted),
        cmocka_unit_test(outlines_are_turned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
