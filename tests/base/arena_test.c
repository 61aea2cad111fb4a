/* arena_test.c - memory that is given back all at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/base/arena.h"

static void zeroed_and_aligned(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    static const size_t sizes[] = {0, 1, 3, 16, 17, 1000, 16384, 70000, 5 << 20};
    for (size_t round = 0; round < 3; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *p = yk_arena_alloc(&a, sizes[i]);
            assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < sizes[i]; k++)
                if (p[k])
                    fail_msg("round %zu, %zu bytes: byte %zu is %d", round, sizes[i], k, p[k]);
            memset(p, 0xAB, sizes[i]);
        }
        yk_arena_reset(&a);
    }
    yk_arena_release(&a);
    assert_null(a.first);
}

/* No two pieces overlap: each keeps the byte it was filled with. */
static void pieces_are_apart(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    enum { PIECES = 3000 };
    static unsigned char *piece[PIECES];
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < PIECES; i++) {
            piece[i] = yk_arena_alloc(&a, i + 1);
            memset(piece[i], (int)(i % 251), i + 1);
        }
        for (size_t i = 0; i < PIECES; i++)
            for (size_t k = 0; k <= i; k++)
                if (piece[i][k] != i % 251)
                    fail_msg("piece %zu was written over", i);
        yk_arena_reset(&a);
    }
    yk_arena_release(&a);
}

/* The same requests get the same addresses again: nothing new is asked of the heap. */
static void reset_keeps_the_memory(void **state)
{
    (void)state;
    enum { PIECES = 1000 };
    static void *before[PIECES];
    struct yk_arena a = {0};
    for (size_t i = 0; i < PIECES; i++)
        before[i] = yk_arena_alloc(&a, 1000);
    yk_arena_reset(&a);
    for (size_t i = 0; i < PIECES; i++)
        assert_ptr_equal(yk_arena_alloc(&a, 1000), before[i]);
    yk_arena_release(&a);
}

static void text(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    assert_string_equal(yk_arena_text(&a, "加油站", 6), "加油");
    assert_string_equal(yk_arena_text(&a, NULL, 7), "");
    assert_string_equal(yk_arena_copy(&a, NULL), "");
    assert_string_equal(yk_arena_copy(&a, "as it is"), "as it is");
    assert_string_equal(yk_arena_printf(&a, "%s-%d", "x", 7), "x-7");
    int *items = YK_ARENA_ARRAY(&a, int, 5);
    assert_int_equal(items[4], 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeroed_and_aligned),
        cmocka_unit_test(pieces_are_apart),
        cmocka_unit_test(reset_keeps_the_memory),
        cmocka_unit_test(text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
