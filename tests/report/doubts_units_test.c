/* doubts_units_test.c - amounts whose unit is in doubt: what is wrong, and which are asked first.
 */
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

static const char *text_under(const struct yk_table *t, size_t row, const char *heading)
{
    const struct yk_cell *c = cell_under(t, row, heading);
    assert_int_equal(c->kind, YK_CELL_TEXT);
    return c->text;
}

/* Those on whom most litres hang come first; each says what is wrong with its unit. */
static void units_in_doubt_by_stake(void **state)
{
    (void)state;
    struct small_world w;
    static struct yk_piece piece[DOORS][2] = {
        {{"told_volume", "manager", 300, .5, "l", 300, "l_month", .98, true, true, 20},
         {"fills", "manager", 300, .5, "l", 260, "l_month", .99, false, false, 5}},
        {{"told_volume", "manager", 9000, 1, "l", 36000, "l_year", .6, true, false, 900}},
        {{"told_volume", "manager", 40, .5, "t", 40, "l_month", .4, true, false, 30},
         {"fills", "manager", 40, .5, "l", 4000, "l_year", .8, true, false, 40}}};
    small_world_init(&w, YK_EN, DOORS);
    for (size_t i = 0; i < DOORS; i++) {
        w.derived.estimate[i].piece = piece[i];
        w.derived.estimate[i].pieces = i == 1 ? 1 : 2;
        w.derived.estimate[i].unit_question = true;
    }
    report(&w);
    const struct yk_table *t = table_named(&w.sheets, "units");
    static const struct {
        const char *client, *unit;
        double stake;
    } want[DOORS] = {{"=cmd|calc", "seems another unit", 900},
                     {"海景宾馆", "fits no unit", 70},
                     {"顺达物流", "no unit written", 25}};
    assert_int_equal(t->rows, DOORS);
    for (size_t i = 0; i < DOORS; i++) {
        assert_string_equal(text_under(t, i, "Client"), want[i].client);
        assert_string_equal(text_under(t, i, "Unit"), want[i].unit);
        assert_true(cell_under(t, i, "Litres a month at stake")->number == want[i].stake);
    }
    assert_non_null(strstr(text_under(t, 2, "What was told"), "300 a month without a unit"));
    assert_null(strstr(text_under(t, 2, "What was told"), "260")); /* that one is sure */
    assert_true(cell_under(t, 0, "L/month P90")->number == 4000);
    small_world_release(&w);
}

/* The first client's unit was left blank, and the form asks for it; the third, whose unit is sure,
 * lacks one too. */
static void blank_units_are_asked_once(void **state)
{
    (void)state;
    struct small_world w;
    static struct yk_flag flag[] = {{.code = "missing", .field = "gas_unit"},
                                    {.code = "missing", .field = "current_brand"}};
    small_world_init(&w, YK_EN, DOORS);
    w.derived.estimate[0].unit_question = true;
    for (size_t i = 0; i < DOORS; i += 2)
        w.derived.quality[i] = (struct yk_quality){.flag = flag, .flags = 2};
    report(&w);
    const struct yk_table *t = table_named(&w.sheets, "doubts");
    size_t of_first = 0, of_third = 0;
    for (size_t r = 0; r < t->rows; r++) {
        of_first += !strcmp(text_under(t, r, "Client"), "顺达物流");
        of_third += !strcmp(text_under(t, r, "Client"), "海景宾馆");
    }
    assert_int_equal(of_first, 1); /* the brand */
    assert_int_equal(of_third, 3); /* both, and its place */
    small_world_release(&w);
}

static void no_table_without_doubts(void **state)
{
    (void)state;
    struct small_world w;
    small_world_init(&w, YK_EN, 1);
    report(&w);
    assert_null(table_named(&w.sheets, "units"));
    small_world_release(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_in_doubt_by_stake),
        cmocka_unit_test(blank_units_are_asked_once),
        cmocka_unit_test(no_table_without_doubts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
