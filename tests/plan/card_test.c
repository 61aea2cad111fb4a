/* card_test.c - which card suits whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/plan/card.h"

static void cards(void **state)
{
    static const struct {
        const char *answers, *type, *because;
        double vehicles, diesel, cards; /* diesel: share of the litres */
    } row[] = {
        {"card_type=bearer", "bearer", "told", 7, 0, 7},
        {"category=hotel", "none", "none", 0, 0, 0},
        {"payment=cash reimburse", "personal", "drivers_pay", 7.4, 0, 7},
        {"category=hotel", "personal", "one_vehicle", 1.2, 0, 1},
        {"category=hotel", "unit_single", "one_card", 1.9, 0, 1},
        {"card_control=limit_plate", "unit_multi", "controls", 1.9, 0, 3},
        {"category=hotel", "unit_multi", "several", 5, .5, 6},
        {"category=hotel", "fleet", "fleet", 30, .1, 31},
        {"category=hotel", "combo", "mixed", 30, .8, 31},
        {"category=hotel;cards_expected=12", "fleet", "fleet", 30, .9, 12},
    };
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    (void)state;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct yk_answers answers = answers_of(&a, row[i].answers);
        struct yk_estimate e = {.vehicles = {.p50 = row[i].vehicles}};
        struct yk_card_advice card;
        e.grade[0].mean = 1000 * (1 - row[i].diesel); /* g92 */
        e.grade[3].mean = 1000 * row[i].diesel;       /* d0 */
        yk_card_advise(&card, &answers, &e, &rules, NULL);
        if (strcmp(card.type, row[i].type) != 0 || strcmp(card.because, row[i].because) != 0)
            fail_msg("row %zu: %s because %s", i, card.type, card.because);
        near_to(card.cards, row[i].cards, row[i].type);
        assert_string_not_equal(yk_rules_label(&rules, "card_because", card.because, YK_ZH),
                                card.because);
    }
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cards)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
