/* overview_test.c - the front page: what there is, how surely, and the money there is for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"

static void report(struct small_world *w)
{
    struct yk_err err = {0};
    if (yk_report_plan(&w->view, &w->plan, NULL, 0, &err))
        fail_msg("%s", err.text);
}

/* By hand. Demand: P50 3000 + 2000 + 1000; below sqrt(1500² + 1000² + 500²) = 1870.8; above twice
 * that; means 1.2 of P50. Ours is a quarter of it all, without cards. Winnable: 2160, 1440 and 720
 * of means 3600, 2400 and 1200 are .6, so .6 of every figure. (2160 + 1440) × .5 × 3 months due. */
static void front_page_adds_up(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_ZH, DOORS);
    report(&w);
    const struct yk_table *clients = table_named(&w.sheets, "clients");
    const struct yk_table *litres = table_named(&w.sheets, "litres");
    const double below = 1870.8286933869707;
    const struct {
        const char *word, *heading;
        double want;
        size_t row;
        bool of_litres;
    } table[] = {
        {"clients", "Number of clients", 3, 0, false},
        {"located", "Located", 2, 0, false},
        {"scheduled", "Scheduled in 12 weeks", 2, 0, false},
        {"top fifth: 3600 of 7200", "Share of the top fifth of clients", .5, 0, false},
        {"target", "Target this quarter L", 5400, 0, false},
        {"given", "Scheduled clients give of it", 1, 0, false},
        {"P50", "Sum of P50", 6000, 0, true},
        {"low", "low (1 in 10 is below)", 6000 - below, 0, true},
        {"high", "high (1 in 10 is above)", 6000 + 2 * below, 0, true},
        {"means", "Sum of means", 7200, 0, true},
        {"ours P50", "Sum of P50", 1500, 1, true},
        {"ours low", "low (1 in 10 is below)", .25 * (6000 - below), 1, true},
        {"ours high", "high (1 in 10 is above)", .25 * (6000 + 2 * below), 1, true},
        {"ours", "Sum of means", 1800, 1, true},
        {"our share", "Share of demand", .25, 1, true},
        {"winnable P50", "Sum of P50", 3600, 2, true},
        {"winnable low", "low (1 in 10 is below)", .6 * (6000 - below), 2, true},
        {"winnable high", "high (1 in 10 is above)", .6 * (6000 + 2 * below), 2, true},
        {"winnable", "Sum of means", 4320, 2, true},
        {"winnable share", "Share of demand", .6, 2, true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double got =
            cell_under(table[i].of_litres ? litres : clients, table[i].row, table[i].heading)
                ->number;
        if (fabs(got - table[i].want) > 1e-6)
            fail_msg("%s: %.9g, not %.9g", table[i].word, got, table[i].want);
    }
    const struct yk_table *pareto = table_named(&w.sheets, "pareto");
    assert_true(fabs(cell_under(pareto, 1, "Running share")->number - 5 / 6.0) < 1e-9);
    assert_true(fabs(cell_under(pareto, 2, "Running share")->number - 1) < 1e-9);
    small_world_release(&w);
}

/* The first client's cards say 700 litres, exactly so: of the others a quarter of 2000 and of 1000,
 * with sqrt(250² + 125²) = 279.5085 below and twice that above. */
static void cards_have_no_range(void **state)
{
    (void)state;
    struct small_world w;
    static struct yk_buyer buyer[DOORS] = {{.payers = 1, .ours_litres_month = 700}};
    small_world_init(&w, YK_EN, DOORS);
    w.derived.buyer = buyer;
    report(&w);
    const struct yk_table *litres = table_named(&w.sheets, "litres");
    double p50 = 700 + 500 + 250, below = 279.50849718747373;
    assert_true(fabs(cell_under(litres, 1, "Sum of P50")->number - p50) < 1e-9);
    assert_true(fabs(cell_under(litres, 1, "low (1 in 10 is below)")->number - (p50 - below)) <
                1e-9);
    assert_true(fabs(cell_under(litres, 1, "high (1 in 10 is above)")->number - (p50 + 2 * below)) <
                1e-9);
    assert_true(fabs(cell_under(litres, 1, "Sum of means")->number - (700 + 600 + 300)) < 1e-9);
    small_world_release(&w);
}

static void ask_for_money(struct small_world *w)
{
    static const struct {
        double cost;
        bool granted;
        const char *refused;
    } asks[DOORS] = {{3000, true, ""}, {1200, false, "over_budget"}, {100, false, "no_margin"}};
    for (size_t i = 0; i < DOORS; i++)
        w->plan.line[i].request = (struct yk_request){.terms = &w->rules.policy[1],
                                                      .cost = asks[i].cost,
                                                      .granted = asks[i].granted,
                                                      .refused = asks[i].refused};
}

/* Two pots of the region and one of another; of the station's three requests one is granted, one is
 * over the budget, one would have lost money and competes for none. */
static void money_is_told(void **state)
{
    (void)state;
    struct small_world w;
    static const struct yk_policy_rule budget = {
        .policy = "", .tier = "", .region = "", .budget_yuan_year = 5000};
    static const struct yk_pot pot[] = {{&budget, "Q", 9, 9, 900, 900, 1, 1},
                                        {&budget, "R", 4, 2, 9000, 4800, 7200, 1.5},
                                        {NULL, "R", 1, 1, 50, 50, 75, 1.5}};
    static const double want[][5] = {
        {5000, 4, 9000, 4800, 4200}, {NAN, 1, 50, 50, 0}, {NAN, 2, 4200, 3000, 1200}};
    small_world_init(&w, YK_EN, DOORS);
    ask_for_money(&w);
    w.view.pot = pot;
    w.view.pots = 3;
    report(&w);
    const struct yk_table *t = table_named(&w.sheets, "money");
    assert_int_equal(t->rows, 3);
    for (size_t r = 0; r < 3; r++)
        for (size_t c = 0; c < 5; c++) {
            const struct yk_cell *cell = &t->cell[r * t->columns + 1 + c];
            if (isnan(want[r][c]) ? cell->kind != YK_CELL_BLANK : cell->number != want[r][c])
                fail_msg("row %zu, column %zu: %g", r, c, cell->number);
        }
    assert_non_null(strstr(t->cell[0].text, "1.5 yuan of margin"));
    assert_int_equal(t->cell[5].tone, YK_TONE_WARN);
    assert_null(strstr(t->cell[t->columns].text, "margin")); /* nothing was cut there */
    small_world_release(&w);
}

static void no_money_where_nobody_told_of_it(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, DOORS);
    ask_for_money(&w);
    report(&w);
    assert_null(table_named(&w.sheets, "money"));
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_page_adds_up),
        cmocka_unit_test(cards_have_no_range),
        cmocka_unit_test(money_is_told),
        cmocka_unit_test(no_money_where_nobody_told_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
