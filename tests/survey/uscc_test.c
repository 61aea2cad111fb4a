/* uscc_test.c - credit codes: real ones and the example of GB 32100-2015. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "youka/survey/uscc.h"

/* The first five are public codes of companies and agencies (company register), the sixth is the
 * example of GB 32100-2015; wrong ones differ in one character. */
static const struct {
    const char *word, *code;
    bool right;
} codes[] = {
    {"PetroChina", "91110000710926094P", true},
    {"Huawei", "9144030071526726XG", true},
    {"Huawei Investment", "914403001922038216", true},
    {"Lenovo", "91110000802100433B", true},
    {"an institution", "12100000400000624D", true},
    {"the standard's example", "91350100M000100Y43", true},
    {"the example's last character off", "91350100M000100Y4Z", false},
    {"one digit off", "91110000710926095P", false},
    {"two digits exchanged", "91110000719026094P", false},
    {"a letter that is not in the alphabet", "9111000071092609SP", false},
    {"invented", "91370200MA3CABCD1E", false},
    {"organisation code of the example", "M000100Y4", true},
    {"with its hyphen", "M000100Y-4", true},
    {"organisation code, check X", "71526726X", true},
    {"organisation code off", "M000100Y5", false},
    {"old registration number", "110000003000123", true},
    {"too short", "9111000071092609", false},
    {"blank", "", false},
};

static void checks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (yk_uscc_checks(codes[i].code) != codes[i].right)
            fail_msg("%s: %s", codes[i].word, codes[i].code);
}

static void folds(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *code;
    } cases[] = {
        {" 91110000710926094p ", "91110000710926094P"},
        {"9111 0000 7109 2609 4P", "91110000710926094P"},
        {"9111OOOO71O926O94P", "91110000710926094P"},
        {"9II10000710926094P", "91110000710926094P"},
        {"９１１１００００７１０９２６０９４ｐ", "91110000710926094P"},
        {"I10000003000123", "110000003000123"},
        {"ai3oc0987", "AI3OC0987"}, /* GB 11714 has both letters */
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(yk_uscc_fold(&a, cases[i].typed), cases[i].code);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(checks), cmocka_unit_test(folds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
