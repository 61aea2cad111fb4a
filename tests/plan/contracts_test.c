/* contracts_test.c - which contracts bind a client to a rival, and which stand in the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/plan/contracts.h"
#include "../support/answers_of.h"
#include "../support/rules_of.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static void whose_contract(void **state)
{
    static const struct {
        const char *answers;
        double told_share;
        const char *until;
        bool designated;
    } row[] = {
        {"category=hotel", 0, "", false},
        {"contract_until=2026-04-20", 0, "2026-04-20", false},
        {"contract_until=2026-04-20", .9, "2026-04-20", false},
        {"contract_until=2026-04-20", 1, "", false}, /* ours */
        {"designated_until=2026-04-20", 0, "2026-04-20", true},
        {"designated_until=2026-04-20", .1, "", false}, /* we may be on the list */
        {"designated_until=2026-04-20;contract_until=2026-05-01", 0, "2026-05-01", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers a = answers_of(&arena, row[i].answers);
        struct yk_rival_contract c = yk_rival_contract(&a, row[i].told_share);
        char day[11];
        yk_day_write(day, c.until);
        assert_string_equal(day, row[i].until);
        assert_int_equal(c.designated, row[i].designated);
    }
}

static void who_stands_in_the_calendar(void **state)
{
    static const struct {
        int days; /* from today */
        int seen; /* days before today; -1: never */
        bool due;
    } row[] = {
        {0, -1, true},   {90, -1, true},   {91, -1, false},  {90, 0, true},   {-1, -1, true},
        {-90, -1, true}, {-91, -1, false}, {-10, 10, false}, {-10, 11, true}, {-10, 3, false},
    };
    struct yk_rules rules = rules_of(&arena);
    struct yk_territory t = {.today = yk_day_of(2026, 3, 5), .rules = &rules};
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_rival_contract c = {t.today + row[i].days, false};
        yk_day seen = row[i].seen < 0 ? YK_DAY_NONE : t.today - row[i].seen;
        if (yk_contract_due(&c, seen, &t) != row[i].due)
            fail_msg("ends in %d days, seen %d days ago", row[i].days, row[i].seen);
    }
    assert_false(yk_contract_due(&(struct yk_rival_contract){YK_DAY_NONE, false}, YK_DAY_NONE, &t));
}

static void counted_with_the_rival(void **state)
{
    struct yk_rules rules = rules_of(&arena);
    struct yk_territory t = {.today = yk_day_of(2026, 3, 5), .rules = &rules};
    static const int days[] = {-1, 0, 90, 91};
    struct yk_rival r = {0};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        yk_contract_count(&r, &(struct yk_rival_contract){t.today + days[i], false}, 100, &t);
    yk_contract_count(&r, &(struct yk_rival_contract){YK_DAY_NONE, false}, 100, &t);
    assert_int_equal(r.contracts, 3);
    assert_int_equal(r.ending, 2);
    assert_true(r.ending_litres == 200 && r.bound_litres == 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whose_contract),
        cmocka_unit_test(who_stands_in_the_calendar),
        cmocka_unit_test(counted_with_the_rival),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
