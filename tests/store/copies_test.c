/* copies_test.c - putting copies together: survey.md, «Copies of one submission». */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "kit.h"

/* Two copies of one submission, the second newer unless told otherwise, and what they say together.
 */
static const struct {
    const char *what;
    struct kit_row copy[2];
    const char *want; /* after the key */
} cases[] = {
    {"newest wins",
     {{"k", "1", "2026-03-01", "a=1;b=1"}, {"k", "2", "2026-03-01", "a=2"}},
     " 2026-03-01 a=2 b=1"},
    {"newest by age, not by order",
     {{"k", "2", "2026-03-01", "a=1;b=1"}, {"k", "1", "2026-03-01", "a=2;c=2"}},
     " 2026-03-01 a=1 b=1 c=2"},
    {"a blank leaves the older",
     {{"k", "1", "2026-03-01", "a=1"}, {"k", "2", "2026-03-01", "a=;b=2"}},
     " 2026-03-01 a=1 b=2"},
    {"what was typed comes with its answer",
     {{"k", "1", "2026-03-01", "a=1;~a=１"}, {"k", "2", "2026-03-01", "a=2"}},
     " 2026-03-01 a=2"},
    {"a repeat is taken whole",
     {{"k", "1", "2026-03-01", "fleet:c=bus,n=1|c=car,n=2"},
      {"k", "2", "2026-03-01", "fleet:c=car"}},
     " 2026-03-01 fleet: c=car"},
    {"a repeat that is not carried stays",
     {{"k", "1", "2026-03-01", "fleet:c=bus"}, {"k", "2", "2026-03-01", "a=2;contact:n=王"}},
     " 2026-03-01 a=2 contact: n=王 fleet: c=bus"},
    {"an irrelevant answer is left out",
     {{"k", "1", "2026-03-01", "a=1"}, {"k", "2", "2026-03-01", "a=2;b=2;!irrelevant=a"}},
     " 2026-03-01 a=1 b=2"},
    {"irrelevant everywhere",
     {{"k", "1", "2026-03-01", "a=1;!irrelevant=a"}, {"k", "2", "2026-03-01", "b=2"}},
     " 2026-03-01 b=2 !irrelevant=a"},
    {"missing until somebody says it",
     {{"k", "1", "2026-03-01", "a=1;!missing=b;!missing=c"},
      {"k", "2", "2026-03-01", "b=2;!missing=c"}},
     " 2026-03-01 a=1 b=2 !missing=c"},
    {"a doubt goes with the answer it is about",
     {{"k", "1", "2026-03-01", "a=1;b=1;!check_digit=a;!check_digit=b"},
      {"k", "2", "2026-03-01", "a=2"}},
     " 2026-03-01 a=2 b=1 !check_digit=b"},
    {"a doubt about the whole is the newest copy's",
     {{"k", "1", "2026-03-01", "a=1;!on_hold="}, {"k", "2", "2026-03-01", "b=2"}},
     " 2026-03-01 a=1 b=2"},
    {"the newest date",
     {{"k", "1", "2026-03-09", "a=1"}, {"k", "2", "2026-03-01", "a=1;b=1"}},
     " 2026-03-01 a=1 b=1"},
};

static void copies_are_put_together(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int first = 0; first < 2; first++) {
            struct yk_store *s = kit_open(kit_new_url(kit_folder()), YK_STORE_CREATE);
            kit_load(s, "1.csv", &cases[i].copy[first], 1);
            kit_load(s, "2.csv", &cases[i].copy[!first], 1);
            char *got = kit_door(s, "k"), *end = strstr(got, " [");
            assert_non_null(end);
            *end = '\0';
            if (strncmp(got, "S1 k", 4) != 0 || strcmp(got + 4, cases[i].want) != 0)
                fail_msg("%s: got \"%s\", want \"S1 k%s\"", cases[i].what, got, cases[i].want);
            free(got);
            yk_store_close(s);
        }
}

static void one_copy_leaves_irrelevant_answers_out(void **state)
{
    (void)state;
    static const struct kit_row row = {"k", "", "2026-03-01",
                                       "a=1;b=2;fleet:c=bus;!irrelevant=a;!irrelevant=fleet"};
    struct yk_store *s = kit_open(kit_new_url(kit_folder()), YK_STORE_CREATE);
    kit_load(s, "1.csv", &row, 1);
    char *got = kit_door(s, "k");
    assert_string_equal(got, "S1 k 2026-03-01 b=2 !irrelevant=a !irrelevant=fleet [1.csv:2]");
    free(got);
    yk_store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_are_put_together),
        cmocka_unit_test(one_copy_leaves_irrelevant_answers_out),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kit_end();
    return failed;
}
