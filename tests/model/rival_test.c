/* rival_test.c - every code of competition has its words in labels.csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../support/rules_of.h"
#include "youka/model/rival.h"

static struct yk_arena arena;

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

static void labelled(const struct yk_rules *rules, const char *list, const char *code)
{
    for (int lang = 0; lang < 2; lang++)
        if (!strcmp(yk_rules_label(rules, list, code, lang), code))
            fail_msg("%s %s has no label", list, code);
}

static void has_words(void **state)
{
    struct yk_rules rules = rules_of(&arena);
    (void)state;
    for (int h = 0; h < YK_HOLDERS; h++)
        labelled(&rules, "holder", yk_holder_code((enum yk_holder)h));
    for (int w = 0; w < YK_RIVAL_WHYS; w++)
        labelled(&rules, "rival_why", yk_rival_why_code((enum yk_rival_why)w));
    labelled(&rules, "stance", "push");
    labelled(&rules, "stance", "nibble");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(has_words)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
