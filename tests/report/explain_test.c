/* explain_test.c - what a client's numbers rest on, and what moves the chance to win it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/near.h"
#include "territory_of.h"

static void explain(struct small_world *w, size_t door)
{
    struct yk_err err = {0};
    if (yk_report_explain(&w->view, door, &w->plan, &err))
        fail_msg("%s", err.text);
}

/* Base -1.6, decider met +.6, discount +.5, 2 km too far -.3, won clients nearby +.25; by Python:
 * 1 / (1 + exp(1.6)) = .16798, then of -1.0, -.5, -.8, -.55. */
static void the_chance_reason_by_reason(void **state)
{
    (void)state;
    static const struct {
        const char *term, *words;
        double weight, chance;
    } want[] = {
        {"base", "a client of whom nothing else is known", -1.6, 0.16798161486607552},
        {"decider_met", "Decision maker met", .6, 0.2689414213699951},
        {"price", "Looks at the price and a discount fits", .5, 0.3775406687981454},
        {"far", "Far from the station", -.3, 0.31002551887238755},
        {"segment", "who of its category and region was won or lost", .25, 0.36586440898919936}};
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    w.derived.prospect[0] = (struct yk_prospect){.win_terms = 1u << YK_WIN_DECIDER_MET |
                                                              1u << YK_WIN_PRICE | 1u << YK_WIN_FAR,
                                                 .win_far = -.3,
                                                 .win_segment = .25};
    explain(&w, 0);
    const struct yk_table *t = table_named(&w.sheets, "win");
    assert_int_equal(t->rows, 5);
    for (size_t r = 0; r < 5; r++) {
        assert_string_equal(cell_under(t, r, "term")->text, want[r].term);
        assert_string_equal(cell_under(t, r, "words")->text, want[r].words);
        near_to(cell_under(t, r, "logit")->number, want[r].weight, want[r].term);
        near_to(cell_under(t, r, "chance")->number, want[r].chance, want[r].term);
        if (r)
            near_to(cell_under(t, r, "points")->number, 100 * (want[r].chance - want[r - 1].chance),
                    want[r].term);
    }
    assert_int_equal(cell_under(t, 0, "points")->kind, YK_CELL_BLANK);
    small_world_release(&w);
}

/* The row of the basis whose words begin so, or NULL. */
static const char *basis(const struct small_world *w, const char *what)
{
    const struct yk_table *t = table_named(&w->sheets, "basis");
    for (size_t r = 0; r < t->rows; r++)
        if (!strncmp(cell_under(t, r, "what")->text, what, strlen(what)))
            return cell_under(t, r, "value")->text;
    return NULL;
}

/* vehicle_priors.csv: a heavy truck 1,938 L; category_priors.csv, logistics: .84 kg/L;
 * fuel_priors.csv: gasoline 92 .740 kg/L, .45 yuan/L. */
static void told_in_tonnes_counted_by_lines(void **state)
{
    (void)state;
    struct small_world w;
    struct yk_piece piece[] = {
        {"told_volume", "manager", 12000, .8, "t", 9, "t_month", .98, false, false, 0},
        {"fleet_lines", "manager", 9000, .2, "", 5, "", 0, false, false, 0}};
    small_world_init(&w, YK_EN, DOORS);
    w.derived.estimate[0].piece = piece;
    explain(&w, 0);
    assert_string_equal(basis(&w, "Logistics: vehicles"), "0.8000 × usual size 25");
    assert_string_equal(basis(&w, "Heavy truck: litres"), "1,938 L/month");
    assert_null(basis(&w, "Logistics: litres")); /* the lines count instead */
    assert_string_equal(basis(&w, "tonnes into litres"), "0.840 kg/L");
    assert_null(basis(&w, "yuan into litres"));
    assert_string_equal(basis(&w, "Gasoline 92"), "0.740 kg/L, margin 0.45 yuan/L");
    assert_string_equal(basis(&w, "Diesel 0"), "0.840 kg/L, margin 0.35 yuan/L");
    small_world_release(&w);
}

static void told_in_yuan_without_lines(void **state)
{
    (void)state;
    struct small_world w;
    struct yk_piece piece[] = {
        {"told_volume", "manager", 12000, 1, "l", 9, "cny_month", .6, true, false, 0}};
    small_world_init(&w, YK_EN, DOORS);
    w.derived.estimate[0].piece = piece;
    w.derived.estimate[0].pieces = 1;
    explain(&w, 0);
    assert_null(basis(&w, "Heavy truck"));
    assert_string_equal(basis(&w, "Logistics: litres"), "1,600 L/month");
    assert_null(basis(&w, "tonnes into litres"));
    assert_string_equal(basis(&w, "yuan into litres"), "7.20 yuan/L");
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chance_reason_by_reason),
        cmocka_unit_test(told_in_tonnes_counted_by_lines),
        cmocka_unit_test(told_in_yuan_without_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
