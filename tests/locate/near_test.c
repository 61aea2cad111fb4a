/* near_test.c - what long lists gave is kept for the next question, and says the same again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/locate/geocoder.h"

enum { ROWS = 30, EACH = 80, MANY = ROWS * EACH }; /* more than a list in cells holds */

/* An estate's doors, `step` degrees apart. */
static struct yk_geocoder *estate(double step, struct yk_arena *a)
{
    struct yk_names none = {NULL, 0};
    struct yk_geocoder *g = yk_geocoder_new(&none, NULL);
    struct yk_gazetteer_entry *e = YK_ARENA_ARRAY(a, struct yk_gazetteer_entry, MANY);
    for (size_t i = 0; i < MANY; i++) {
        e[i] = (struct yk_gazetteer_entry){
            .source = "map",
            .kind = "door",
            .name = "",
            .address = yk_arena_printf(a, "翎石花园%zu号", i * 7 % MANY + 1),
            .road = "",
            .number = "",
            .point = {24.5 + step * (double)(i / EACH), 118 + step * (double)(i % EACH)}};
        yk_geocoder_add(g, &(struct yk_known){&e[i], NULL, 0});
    }
    yk_geocoder_ready(g);
    return g;
}

static void same(const struct yk_geocoded *a, const struct yk_geocoded *b)
{
    assert_int_equal(a->located, b->located);
    assert_string_equal(a->method, b->method);
    assert_int_equal(a->evidences, b->evidences);
    assert_memory_equal(a->evidence, b->evidence, a->evidences * sizeof *a->evidence);
    assert_int_equal(a->tried, b->tried);
    for (size_t i = 0; i < a->tried; i++)
        assert_int_equal(a->tries[i].candidates, b->tries[i].candidates);
    if (!a->located)
        return;
    assert_memory_equal(&a->point, &b->point, sizeof a->point);
    assert_memory_equal(&a->error_m, &b->error_m, sizeof a->error_m);
}

static void remembers(void **state)
{
    (void)state;
    static const struct {
        double step, radius_m;
    } cases[] = {{.0002, 1000}, {.0001, 3000} /* cut short */, {.003, 4000}};
    static const char *const address[] = {"翎石花园", "翎石花园5000号", "翎石花园12号", "翎石花园"};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct yk_arena a = {0};
        struct yk_geocoder *g = estate(cases[k].step, &a);
        struct memory *m = memory_new();
        for (size_t i = 0; i < 64; i++) {
            struct question q = {.sought = {.address = address[i % 4],
                                            .station = {24.5 + .001 * (double)(i / 32), 118.001},
                                            .radius_m = cases[k].radius_m,
                                            .itself = i % 3 ? i * 5 : 0}};
            struct yk_geocoded plain, kept;
            geocode(&plain, g, &q, NULL);
            geocode(&kept, g, &q, m);
            same(&plain, &kept);
        }
        memory_free(m);
        yk_geocoder_free(g);
        yk_arena_release(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(remembers)};
    return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
