/* answer_test.c - answers are found by code, repeats too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/model/answer.h"

static struct yk_answer told[] = {
    {.code = "vehicle_total", .text = "12", .typed = "12辆"},
    {.code = "category", .text = "hotel"},
    {.code = "survey_date", .text = "2026-03-05"},
    {.code = "sensitivity", .text = "price invoice_late  location"},
    {.code = "note", .text = "not a number"},
    {.code = "share", .text = "0.35"},
};
static struct yk_answer truck[] = {
    {.code = "veh_class", .text = "heavy_truck"},
    {.code = "veh_count", .text = "15"},
    {.code = "veh_fuel", .text = "d0"},
};
static struct yk_answer car[] = {{.code = "veh_class", .text = "car"}};
static struct yk_answer_line fleet[] = {{truck, 3}, {car, 1}};
static struct yk_repeat repeats[] = {{"contact", NULL, 0}, {"fleet", fleet, 2}};
static struct yk_answers answers = {told, 6, repeats, 2};
static const struct yk_answers silence = {0};

static int sorted(void **state)
{
    (void)state;
    yk_answers_sort(&answers);
    return 0;
}

static void finds_every_code(void **state)
{
    (void)state;
    static const struct {
        const char *code, *text;
    } rows[] = {
        {"category", "hotel"},
        {"note", "not a number"},
        {"share", "0.35"},
        {"vehicle_total", "12"},
        {"survey_date", "2026-03-05"},
        {"vehicle", NULL},
        {"vehicle_total_x", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *got = yk_answer_text(&answers, rows[i].code);
        if (!got != !rows[i].text || (got && strcmp(got, rows[i].text) != 0))
            fail_msg("«%s»: got %s", rows[i].code, got ? got : "nothing");
    }
    assert_null(yk_answer_text(&silence, "category"));
}

static void reads_numbers_and_days(void **state)
{
    (void)state;
    double n = -1;
    assert_true(yk_answer_number(&n, &answers, "vehicle_total"));
    assert_true(n == 12);
    assert_true(yk_answer_number(&n, &answers, "share"));
    assert_true(n == 0.35);
    n = -1;
    assert_false(yk_answer_number(&n, &answers, "note"));
    assert_false(yk_answer_number(&n, &answers, "absent"));
    assert_true(n == -1);
    assert_int_equal(yk_answer_day(&answers, "survey_date"), yk_day_of(2026, 3, 5));
    assert_int_equal(yk_answer_day(&answers, "category"), YK_DAY_NONE);
    assert_int_equal(yk_answer_day(&answers, "absent"), YK_DAY_NONE);
}

static void tells_choices_apart(void **state)
{
    (void)state;
    static const struct {
        const char *code, *choice;
        bool is, has;
    } rows[] = {
        {"category", "hotel", true, true},
        {"category", "hot", false, false},
        {"sensitivity", "price", false, true},
        {"sensitivity", "location", false, true},
        {"sensitivity", "invoice", false, false},
        {"sensitivity", "invoice_late", false, true},
        {"sensitivity", "", false, false},
        {"absent", "price", false, false},
        {"sensitivity", "price invoice_late  location", true, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (yk_answer_is(&answers, rows[i].code, rows[i].choice) != rows[i].is)
            fail_msg("%s is «%s»", rows[i].code, rows[i].choice);
        if (yk_answer_has(&answers, rows[i].code, rows[i].choice) != rows[i].has)
            fail_msg("%s has «%s»", rows[i].code, rows[i].choice);
    }
}

static void walks_repeats(void **state)
{
    (void)state;
    const struct yk_repeat *r = yk_answer_repeat(&answers, "fleet");
    assert_non_null(r);
    assert_int_equal(r->count, 2);
    double n;
    assert_true(yk_line_number(&n, &r->line[0], "veh_count"));
    assert_true(n == 15);
    assert_string_equal(yk_line_text(&r->line[0], "veh_fuel"), "d0");
    assert_string_equal(yk_line_text(&r->line[1], "veh_class"), "car");
    assert_null(yk_line_text(&r->line[1], "veh_fuel"));
    assert_int_equal(yk_answer_repeat(&answers, "contact")->count, 0);
    assert_null(yk_answer_repeat(&answers, "rival"));
    assert_null(yk_answer_repeat(&silence, "fleet"));
}

static void sorts_repeats_too(void **state)
{
    (void)state;
    struct yk_answer shuffled[] = {
        {.code = "z", .text = "3"}, {.code = "a", .text = "1"}, {.code = "m", .text = "2"}};
    struct yk_answer_line line = {shuffled, 3};
    struct yk_repeat repeat = {"fleet", &line, 1};
    struct yk_answers a = {NULL, 0, &repeat, 1};
    yk_answers_sort(&a);
    assert_string_equal(line.answer[0].text, "1");
    assert_string_equal(line.answer[1].text, "2");
    assert_string_equal(line.answer[2].text, "3");
}

static void copies_own_their_texts(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_answers copy = yk_answers_copy(&answers, &a);
    const struct yk_answer_line *line = yk_answer_repeat(&copy, "fleet")->line;
    assert_string_equal(yk_answer_text(&copy, "category"), "hotel");
    assert_ptr_not_equal(yk_answer_text(&copy, "category"), yk_answer_text(&answers, "category"));
    assert_string_equal(copy.answer[5].typed, "12辆");
    assert_null(copy.answer[0].typed);
    assert_string_equal(yk_line_text(&line[0], "veh_count"), "15");
    assert_int_equal(line[1].count, 1);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_every_code),    cmocka_unit_test(reads_numbers_and_days),
        cmocka_unit_test(tells_choices_apart), cmocka_unit_test(walks_repeats),
        cmocka_unit_test(sorts_repeats_too),   cmocka_unit_test(copies_own_their_texts),
    };
    return cmocka_run_group_tests(tests, sorted, NULL);
}
