/* learn_test.c - doors without a coordinate: found by what others tell, in two rounds; edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "../support/answers_of.h"
#include "../support/name_words_of.h"
#include "youka/locate/assign.h"

#define METRES_NORTH 110760. /* of a degree about 24.5 N: GRS 80 */

static struct yk_station station = {
    .code = "S1", .name = "集美加油站", .point = {24.5, 118}, .radius_m = 3000};

enum { MOST = 8 };
struct town {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_territory t;
    struct yk_door door[MOST];
    struct yk_place place[MOST];
    struct yk_geocoder *g;
};

static void begin(struct town *t)
{
    *t = (struct town){.t = {.station = &station, .stations = 1}};
    t->rules = rules_of(&t->a);
    t->t.rules = &t->rules;
    t->t.door = t->door;
}

static void door(struct town *t, const char *answers)
{
    t->door[t->t.doors++] =
        (struct yk_door){.station_code = "S1", .answers = answers_of(&t->a, answers)};
}

static void locate(struct town *t)
{
    struct yk_names counties = districts_of(&t->a);
    t->g = yk_geocoder_new(&counties, yk_name_book_new(&counties, &t->rules, &t->a));
    yk_geocoder_fill(t->g, &t->t, &t->a);
    yk_locate_all(t->place, &t->t, t->g, &t->a);
}

static void end(struct town *t)
{
    yk_geocoder_free(t->g);
    yk_arena_release(&t->a);
}

static void the_first_make_the_later_better(void **state)
{
    (void)state;
    struct town t;
    begin(&t);
    door(&t, "client_name=翎石物流;address=集美区学林路20号;location=24.51 118 0 5");
    door(&t, "client_name=澜岸饭店;address=学林路20号2楼");            /* by the first */
    door(&t, "client_name=澜岸饭店东侧的停车场;address=澜岸饭店对面"); /* by the second's name */
    door(&t, "client_name=苇航货运;address=银河路3号");
    locate(&t);
    assert_string_equal(t.place[0].place_class, "A0");
    assert_string_equal(t.place[1].place_class, "B1");
    assert_true(yk_metres(t.place[1].point, (struct yk_point){24.51, 118}) < .01);
    assert_int_equal(t.place[1].verdict, YK_VERDICT_IN);
    assert_true(fabs(t.place[1].distance_m - .01 * METRES_NORTH) < 5);
    assert_string_equal(t.place[2].place_class, "B4");    /* the second round */
    assert_true(t.place[2].error_m > t.place[1].error_m); /* what it rests on is not exact either */
    assert_string_equal(t.place[3].place_class, "E");
    assert_int_equal(t.place[3].verdict, YK_VERDICT_UNKNOWN);
    end(&t);
}

/* Nobody answers for itself: a door found once is found again by the others alone. */
static void nobody_answers_for_itself(void **state)
{
    (void)state;
    struct town t;
    begin(&t);
    door(&t, "client_name=翎石物流;address=集美区学林路20号;location=24.51 118 0 5");
    door(&t, "client_name=澜岸饭店;address=学林路24号");
    locate(&t);
    assert_string_equal(t.place[1].method, "nearest_number");
    assert_true(t.place[1].known_as > 0);
    end(&t);
}

static void held_back_and_on_the_edge(void **state)
{
    (void)state;
    struct town t;
    begin(&t);
    double border = 3000 / METRES_NORTH;
    const char *told =
        yk_arena_printf(&t.a, "client_name=翎石;address=学林路20号;location=%.6f 118",
                        24.5 + border - 20 / METRES_NORTH);
    door(&t, told);
    door(&t, "client_name=澜岸饭店;address=学林路20号");
    door(&t, "client_name=苇航货运;address=学林路20号;lat_manual=24.51;lon_manual=118");
    door(&t, "client_name=樾禾食品;address=本站对面");
    locate(&t);
    assert_int_equal(t.place[0].verdict, YK_VERDICT_IN); /* a coordinate: the distance decides */
    assert_int_equal(t.place[1].verdict, YK_VERDICT_EDGE);
    assert_string_equal(t.place[2].method, "datum_unknown"); /* asked about, not passed over */
    assert_false(t.place[2].located);
    assert_string_equal(t.place[3].method, "beside_station");
    end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_make_the_later_better),
        cmocka_unit_test(nobody_answers_for_itself),
        cmocka_unit_test(held_back_and_on_the_edge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
