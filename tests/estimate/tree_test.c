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

static void near_premium(struct yk_normal got, double want, double tolerance, const char *what)
{
    if (!(fabs(got.m - want) <= tolerance * want))
        fail_msg("%s: %.9g, not %.9g", what, got.m, want);
}

/* Hachemeister (1975), bodily injury claims of five states in two units: premiums of the R package
 * actuar with given variance components (published.json says where they are printed). */
static void hachemeister(void **state)
{
    static const struct {
        int unit;
        double mean, weight, premium;
    } row[] = {{0, 2060.921, 100155, 2049.733},
               {1, 1511.224, 19895, 1522.032},
               {0, 1805.843, 13735, 1864.280},
               {1, 1352.976, 4152, 1488.504},
               {1, 1599.829, 36110, 1587.097}};
    struct yk_arena arena = {0};
    struct yk_tree t;
    size_t unit[2], leaf[5];
    (void)state;
    yk_tree_init(&t, 1742.22, 7, &arena);
    for (int i = 0; i < 2; i++)
        unit[i] = yk_tree_grow(&t, 0, 87263.7);
    for (int i = 0; i < 5; i++) {
        leaf[i] = yk_tree_grow(&t, unit[row[i].unit], 13414.84);
        yk_tree_add(&t, leaf[i], row[i].mean, 139120026 / row[i].weight);
    }
    yk_tree_fit(&t);
    near_premium(t.node[unit[0]].is, 1941.675, 1e-6, "unit A");
    near_premium(t.node[unit[1]].is, 1542.765, 1e-6, "unit B");
    for (int i = 0; i < 5; i++)
        near_premium(t.node[leaf[i]].is, row[i].premium, 1e-6, "a state");
    yk_arena_release(&arena);
}

/* Bühlmann-Straub on the same data: one level (published.json). */
static void buhlmann_straub(void **state)
{
    static const double row[][3] = {{2060.921, 100155, 2055},
                                    {1511.224, 19895, 1524},
                                    {1805.843, 13735, 1793},
                                    {1352.976, 4152, 1443},
                                    {1599.829, 36110, 1603}};
    struct yk_arena arena = {0};
    struct yk_tree t;
    (void)state;
    yk_tree_init(&t, 1683.713, 5, &arena);
    for (int i = 0; i < 5; i++)
        yk_tree_add(&t, yk_tree_grow(&t, 0, 89639), row[i][0], 139120026 / row[i][1]);
    yk_tree_fit(&t);
    for (int i = 0; i < 5; i++)
        near_premium(t.node[i + 1].is, row[i][2], 4e-4, "a state");
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
        cmocka_unit_test(hachemeister),
        cmocka_unit_test(buhlmann_straub),
        cmocka_unit_test(a_second_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
