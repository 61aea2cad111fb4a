/* sale_test.c - grades, months and cards as head offices write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/model/sale.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Names of goods as in Sinopec and PetroChina card statements; «-»: no motor fuel. */
static void grades(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
    } t[] = {
        {"92#", "g92"},
        {"92号车用汽油(ⅥB)", "g92"},
        {"92号乙醇汽油E10", "g92"},
        {"国6 95#", "g95"},
        {"９５号", "g95"},
        {"汽油-98", "g98"},
        {"0#", "d0"},
        {"0号车用柴油(VI)", "d0"},
        {"车用柴油(Ⅵ)0号", "d0"},
        {"-10#柴油", "dm10"},
        {"负10号", "dm10"},
        {"−20号车用柴油", "dm20"},
        {"-35#", "dm35"},
        {"dm10", "dm10"},
        {"汽油", "gasoline"},
        {"柴油(国VI)", "diesel"},
        {"diesel", "diesel"},
        {"", ""},
        {"车用尿素10L", "-"},
        {"CNG", "-"},
        {"便利店商品92折", "-"},
        {"洗车", "-"},
        {"其他", "-"},
    };
    for (size_t i = 0; i < COUNT(t); i++) {
        int grade;
        bool fuel = yk_sale_grade_read(&grade, t[i].typed);
        const char *got = fuel ? yk_sale_grade_code(grade) : "-";
        if (strcmp(got, t[i].code) != 0)
            fail_msg("«%s»: %s, not %s", t[i].typed, got, t[i].code);
    }
}

static void months(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *month;
        int day;
    } t[] = {
        {"2026-10", "2026-10", 0},
        {"2026/3", "2026-03", 0},
        {"202610", "2026-10", 0},
        {"2026年10月", "2026-10", 0},
        {"2026年1月份", "2026-01", 0},
        {"２０２６-１０", "2026-10", 0},
        {"2026-10-05", "2026-10", 5},
        {"20261005", "2026-10", 5},
        {"2026/10/5 12:30", "2026-10", 5},
        {"2026-10-31 23:59:59", "2026-10", 31},
        {"20261005123022", "2026-10", 5},
        {"2026年2月28日", "2026-02", 28},
        {"46300", "2026-10", 5}, /* serial of Excel: 2026-10-05 */
        {"2026-13", "-", 0},
        {"2026-00", "-", 0},
        {"2026", "-", 0},
        {"10月", "-", 0},
        {"2026-02-30", "-", 0},
        {"", "-", 0},
        {"合计", "-", 0},
    };
    for (size_t i = 0; i < COUNT(t); i++) {
        int month, day = 0;
        char got[8] = "-";
        if (yk_month_read(&month, &day, t[i].typed))
            yk_month_write(got, month);
        if (strcmp(got, t[i].month) != 0 || day != t[i].day)
            fail_msg("«%s»: %s %d, not %s %d", t[i].typed, got, day, t[i].month, t[i].day);
    }
    assert_int_equal(yk_month_of(yk_day_of(2026, 12, 31)), 12 * 2026 + 11);
}

static void payers(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    assert_string_equal(yk_payer_key(" 9030 0000-1234 ", "ab", "某公司", &a), "card:903000001234");
    assert_string_equal(yk_payer_key("９０３０", "", "", &a), "card:9030");
    assert_string_equal(yk_payer_key("'9030", "", "", &a), "card:9030");
    assert_string_equal(yk_payer_key("", "3CB529CC5D", "某公司", &a), "id:3cb529cc5d");
    assert_string_equal(yk_payer_key(NULL, " ", "某 公司（集美）", &a), "name:某公司(集美)");
    assert_null(yk_payer_key(" ", NULL, "　", &a));
    assert_string_equal(yk_card_masked("9030000000001234", &a), "**** 1234");
    assert_string_equal(yk_card_masked("1234", &a), "1234");
    struct yk_payer card = {.key = "card:9030"}, name = {.key = "name:某公司"};
    assert_string_equal(yk_payer_card(&card), "9030");
    assert_string_equal(yk_payer_card(&name), "");
    yk_arena_release(&a);
}

static void statuses(void **state)
{
    (void)state;
    for (int i = 0; i < YK_SALES_STATUSES; i++) {
        enum yk_sales_status s;
        assert_true(yk_sales_status_of(&s, yk_sales_status_code((enum yk_sales_status)i)));
        assert_int_equal(s, i);
    }
    enum yk_sales_status s;
    assert_false(yk_sales_status_of(&s, "gone"));
    struct yk_buyer buyer[2] = {{.payers = 0}, {.payers = 1}};
    assert_null(yk_sales_of(NULL, 1));
    assert_null(yk_sales_of(buyer, 0));
    assert_ptr_equal(yk_sales_of(buyer, 1), &buyer[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grades),
        cmocka_unit_test(months),
        cmocka_unit_test(payers),
        cmocka_unit_test(statuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
