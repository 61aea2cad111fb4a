/* settings_of.h - the shipped rules as the estimator uses them, for a group of tests. */
#ifndef YOUKA_TESTS_SETTINGS_OF_H
#define YOUKA_TESTS_SETTINGS_OF_H

#include "../../src/estimate/settings.h"
#include "../support/rules_of.h"

static struct yk_arena arena;
static struct yk_rules rules;
static struct yk_settings settings;

static int set_up(void **state)
{
    (void)state;
    rules = rules_of(&arena);
    yk_settings_read(&settings, &rules);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    yk_arena_release(&arena);
    return 0;
}

#endif
