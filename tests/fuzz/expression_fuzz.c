/* expression_fuzz.c - any text as an expression of a form. What stands behind the first line is the
 * value of `.`, of every ${name} and of every line of a repeat. */
#include "fuzz.h"

#include <string.h>

#include "youka/survey/expression.h"

static const char *value_of(void *who, const char *name)
{
    return strlen(name) % 2 ? who : NULL;
}

static size_t lines_of(void *who, const char *name)
{
    (void)who;
    return strlen(name) % 3;
}

static const char *line_value_of(void *who, const char *name, size_t line)
{
    (void)name;
    return line ? who : NULL;
}

static void seen(void *who, const char *name)
{
    (void)who;
    if (!*name)
        __builtin_trap();
}

static bool no_name(void *who, const char *name)
{
    return who == name;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct yk_arena a = {0};
    struct yk_err err = {0};
    struct yk_expression *e = NULL;
    char *text = yk_arena_text(&a, (const char *)bytes, n);
    char *end = strchr(text, '\n'), *dot = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    const struct yk_scope scope = {.value_of = value_of,
                                   .lines_of = lines_of,
                                   .line_value_of = line_value_of,
                                   .who = dot,
                                   .dot = dot,
                                   .today = yk_day_of(2026, 3, 5)};
    if (yk_expression_read(&e, text, &a, &err)) {
        if (!*err.text)
            __builtin_trap(); /* a failure says what was not understood */
    } else {
        (void)yk_expression_true(e, &scope, &a);
        if (!yk_expression_text(e, &scope, &a))
            __builtin_trap();
        yk_expression_names(e, seen, NULL);
        (void)yk_expression_single(e, no_name, NULL);
        (void)yk_expression_uses_dot(e);
    }
    yk_arena_release(&a);
    return 0;
}
