/* relay_test.c - every piece is used once, in order; a failure of one hand ends all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/base/relay.h"

struct story {
    int pieces, fail_make, fail_use; /* numbers from 0; -1: never */
    int slot[YK_RELAY_SLOTS];        /* the piece that lies there */
    int made, worked, used;
};

static yk_code make(void *who, int slot, bool *last, struct yk_err *err)
{
    struct story *s = who;
    if (s->made == s->fail_make)
        return yk_fail(err, YK_E_DATA, "made no %d", s->made);
    *last = s->made == s->pieces;
    s->slot[slot] = s->made++;
    return YK_OK;
}

static void work(void *who, int slot)
{
    struct story *s = who;
    assert_int_equal(s->slot[slot], s->worked);
    s->slot[slot] = -s->worked++;
}

static yk_code use(void *who, int slot, struct yk_err *err)
{
    struct story *s = who;
    if (s->used == s->fail_use)
        return yk_fail(err, YK_E_STORE, "used no %d", s->used);
    assert_int_equal(s->slot[slot], -s->used);
    s->used++;
    return YK_OK;
}

static void run(struct story *s, yk_code want, int used)
{
    struct yk_err err = {0};
    struct yk_relay relay = {.make = make, .work = work, .use = use, .who = s};
    assert_int_equal(yk_relay_run(&relay, &err), want);
    assert_int_equal(err.code, want);
    assert_int_equal(s->used, used);
}

static void uses_all_in_order(void **state)
{
    (void)state;
    for (int n = 0; n < 200; n++)
        run(&(struct story){.pieces = n, .fail_make = -1, .fail_use = -1}, YK_OK, n);
}

static void a_failed_make_ends(void **state)
{
    (void)state;
    for (int n = 0; n < 20; n++)
        run(&(struct story){.pieces = 50, .fail_make = n, .fail_use = -1}, YK_E_DATA, n);
}

static void a_failed_use_ends(void **state)
{
    (void)state;
    for (int n = 0; n < 20; n++)
        run(&(struct story){.pieces = 50, .fail_make = -1, .fail_use = n}, YK_E_STORE, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uses_all_in_order),
        cmocka_unit_test(a_failed_make_ends),
        cmocka_unit_test(a_failed_use_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
