/* where_test.c - the accuracy of locating, held where it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "where.h"

static double per_cent(size_t part, size_t of)
{
    return 100. * (double)part / (double)of;
}

static void the_projects_own(void **state)
{
    (void)state;
    struct where_world w;
    struct where_result r;
    where_world_made(&w);
    where_ask(&r, &w, NULL);
    const struct where_score *all = &r.score[WHERE_CLASSES - 1];
    assert_true(all->asked >= 270);
    assert_true(per_cent(r.well, all->asked) >= 80);
    assert_true(per_cent(r.well_300, r.well) >= 99);
    assert_true(per_cent(all->twice, all->located) <= 2);
    assert_true(where_right(&r) >= 98);
    where_release(&r);
    where_world_release(&w);
}

static void real_places_from_one_another(void **state)
{
    (void)state;
    struct where_world w;
    struct where_result r;
    if (!where_world_read(&w, "../shared/data/geo/xiamen_places_train.csv", 3000))
        skip();
    where_ask(&r, &w, NULL);
    const struct where_score *all = &r.score[WHERE_CLASSES - 1];
    assert_int_equal(all->asked, 1294);
    assert_true(per_cent(r.well, all->asked) >= 52);
    assert_true(per_cent(r.well_300, r.well) >= 82);
    assert_true(per_cent(all->twice, all->located) <= 7);
    assert_true(where_right(&r) >= 95);
    where_release(&r);
    where_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_projects_own),
        cmocka_unit_test(real_places_from_one_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
