/* tree_test.c - the credibility tree against worked numbers and against exact algebra. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "youka/estimate/tree.h"

static void near_normal(struct yk_normal got, double m, double s2, const char *what)
{
    near_to(got.m, m, what);
    near_to(got.s2, s2, what);
}

/* estimation_golden.json, `tree`. */
static void the_worked_tree(void **state)
{
    struct yk_arena arena = {0};
    struct yk_tree t;
    (void)state;
    yk_tree_init(&t, 0, 11, &arena);
    size_t a = yk_tree_grow(&t, 0, .09), b = yk_tree_grow(&t, 0, .09);
    size_t a1 = yk_tree_grow(&t, a, .04), a2 = yk_tree_grow(&t, a, .04);
    size_t b1 = yk_tree_grow(&t, b, .04);
    size_t a11 = yk_tree_grow(&t, a1, .0225), a12 = yk_tree_grow(&t, a1, .0225);
    size_t a23 = yk_tree_grow(&t, a2, .0225), b11 = yk_tree_grow(&t, b1, .0225);
    size_t a19 = yk_tree_grow(&t, a1, .0225), c = yk_tree_grow(&t, 0, .09);

    near_normal(t.node[b11].is, 0, .1525, "before any leaf");
    yk_tree_add(&t, a11, .3, .2);
    yk_tree_add(&t, a11, .1, .4);
    yk_tree_add(&t, a12, -.2, .3);
    yk_tree_add(&t, a23, .5, .1);
    yk_tree_add(&t, b11, -1, .5);
    yk_tree_fit(&t);
    near_normal(t.node[0].is, 0, 0, "the root");
    near_normal(t.node[a].is, 0.15366185223511297, 0.04139346447661619, "a");
    near_normal(t.node[b].is, -0.13793103448275862, 0.07758620689655171, "b");
    near_normal(t.node[a1].is, 0.13670354164192602, 0.05068366386830974, "a/r1");
    near_normal(t.node[a2].is, 0.23891431937723903, 0.053677090700202476, "a/r2");
    near_normal(t.node[b1].is, -0.1992337164750958, 0.10409961685823754, "b/r1");
    near_normal(t.node[a11].is, 0.15065543669897413, 0.056355680603641205, "a/r1/s1");
    near_normal(t.node[a12].is, 0.11321259687621026, 0.06478845981032752, "a/r1/s2");
    near_normal(t.node[a23].is, 0.28686883214468495, 0.05413716997931027, "a/r2/s3");
    near_normal(t.node[b11].is, -0.23371647509578547, 0.11685823754789272, "b/r1/s1");
    near_normal(t.node[a19].is, 0.13670354164192602, 0.07318366386830974, "a/r1/s9, no leaf");
    near_normal(t.node[c].is, 0, .09, "c, no leaf");
    near_normal(t.node[a11].was, 0, .1525, "of the fit before");
    yk_arena_release(&arena);
}

/* A fit forgets its leaves: the same ones again give the same, bit for bit. */
static void a_second_fit(void **state)
{
    struct yk_arena arena = {0};
    struct yk_tree t;
    struct yk_normal first;
    (void)state;
    yk_tree_init(&t, 1, 2, &arena);
    size_t child = yk_tree_grow(&t, yk_tree_grow(&t, 0, .09), .04);
    for (int fit = 0; fit < 2; fit++) {
        yk_tree_add(&t, child, 1.7, .3);
        yk_tree_add(&t, child, .2, .1);
        yk_tree_fit(&t);
        if (fit == 0)
            first = t.node[child].is;
    }
    assert_memory_equal(&t.node[child].is, &first, sizeof first);
    assert_memory_equal(&t.node[child].was, &first, sizeof first);
    yk_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_tree),
        cmocka_unit_test(a_second_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
