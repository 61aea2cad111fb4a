/* who_test.c - matching keeps to what survey.md asks of it, on labelled pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "who_pairs.h"

#define PRECISION .99
#define RECALL .95

static void holds(const struct who_result *r, size_t least)
{
    assert_true(r->joined >= least);
    assert_true((double)r->joined_wrong <= (1 - PRECISION) * (double)r->joined);
    assert_true((double)r->found >= RECALL * (double)r->same);
}

static void made_pairs(void **state)
{
    (void)state;
    struct who_world w;
    struct who_result r;
    who_world_make(&w, 100);
    who_judge(&r, &w);
    assert_true(w.pairs >= 2000);
    holds(&r, 800);
    for (size_t i = 0; i < who_kind_count; i++) /* no kind hides behind the others */
        if (!who_kinds[i].same && r.kind[i].automatic)
            fail_msg("%s: %zu put together", who_kinds[i].word, r.kind[i].automatic);
    who_world_release(&w);
}

static void pairs_by_hand(void **state)
{
    (void)state;
    struct who_world w;
    struct who_result r;
    who_world_read(&w, "tests/accuracy/names.csv");
    who_judge(&r, &w);
    assert_true(w.pairs >= 150);
    holds(&r, 60);
    who_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(made_pairs),
                                       cmocka_unit_test(pairs_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
