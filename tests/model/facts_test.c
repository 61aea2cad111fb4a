/* facts_test.c - which answers tell which of the six facts (survey.md, «The census»). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/answers_of.h"
#include "youka/model/facts.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

#define V (1u << YK_FACT_VOLUME)
#define N (1u << YK_FACT_VEHICLES)
#define H (1u << YK_FACT_HABITS)
#define S (1u << YK_FACT_SENSITIVITY)
#define P (1u << YK_FACT_SUPPLIER)
#define C (1u << YK_FACT_CONTACT)

static void known_facts(void **state)
{
    static const struct {
        const char *word, *answers;
        unsigned known;
    } row[] = {
        {"nothing", "category=hotel", 0},
        {"refused", "visit_result=refused", 0},
        {"no need: nothing to learn", "visit_result=no_vehicles", V | N | H | S | P | C},
        {"gasoline", "gas_month=300", V},
        {"diesel, none of it", "diesel_month=0", V},
        {"a reseller", "resale_month_t=30", V},
        {"half of the fills", "litres_fill=50", 0},
        {"fills tell volume and habits", "litres_fill=50;fills_week=2", V | H},
        {"a count", "vehicle_total=0", N},
        {"lines of the fleet", "fleet:veh_class=car,veh_count=2", N},
        {"payment", "payment=cash", H},
        {"what matters", "sensitivity=price", S},
        {"what matters most", "sensitivity_top=price", S},
        {"a supplier", "current_brand=bp private", P},
        {"an unknown supplier", "current_brand=unknown", 0},
        {"a name only", "contact:contact_name=x", 0},
        {"the second one's phone", "contact:contact_name=x;contact:contact_phone=1", C},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        unsigned got = yk_facts_known(&a);
        if (got != row[i].known)
            fail_msg("%s: %#x, not %#x", row[i].word, got, row[i].known);
    }
}

static void counts(void **state)
{
    (void)state;
    assert_int_equal(yk_facts_count(0), 0);
    assert_int_equal(yk_facts_count(V | P | C), 3);
    assert_int_equal(yk_facts_count(V | N | H | S | P | C), YK_FACTS);
}

/* Each is asked for by a question of the census form. */
static void fields(void **state)
{
    static const char *const want[YK_FACTS] = {"gas_month",   "vehicle_total", "payment",
                                               "sensitivity", "current_brand", "contact_phone"};
    (void)state;
    for (unsigned f = 0; f < YK_FACTS; f++)
        assert_string_equal(yk_fact_field((enum yk_fact)f), want[f]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_facts), cmocka_unit_test(counts),
                                       cmocka_unit_test(fields)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
