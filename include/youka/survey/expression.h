/* expression.h - the expression language of XLSForm that youka understands (survey.md): `.`, ${name},
 * numbers, strings, = != < <= > >=, and or not(), + - * div mod, selected() count-selected() regex()
 * today() string-length() concat() if() coalesce() join() number(), true() false(), parentheses. */
#ifndef YOUKA_SURVEY_EXPRESSION_H
#define YOUKA_SURVEY_EXPRESSION_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"
#include "youka/base/err.h"

struct yk_expression;

/* Everything lies in the arena. A failure says what was not understood and at which character. */
YK_MUST yk_code yk_expression_read(struct yk_expression **out, const char *text, struct yk_arena *a,
                                   struct yk_err *err);
/* Compiled regular expressions live outside the arena: ends them. NULL is fine. */
void yk_expression_release(struct yk_expression *e);
/* a and b; either may be NULL (always true). */
struct yk_expression *yk_expression_and(struct yk_arena *a, struct yk_expression *x,
                                        struct yk_expression *y);

/* What ${name} stands for. `value_of` gives canonical text or NULL for blank; `line` counts from 0;
 * names of a repeat from outside it give the values of all lines to join(). */
struct yk_scope {
    const char *(*value_of)(void *who, const char *name);
    size_t (*lines_of)(void *who, const char *name);                        /* may be NULL */
    const char *(*line_value_of)(void *who, const char *name, size_t line); /* may be NULL */
    void *who;
    const char *dot; /* the value of `.`; NULL: blank */
    yk_day today;
};
/* Comparisons with a blank number are false, as in XPath; blank = '' is true. */
bool yk_expression_true(const struct yk_expression *e, const struct yk_scope *scope, struct yk_arena *a);
const char *yk_expression_text(const struct yk_expression *e, const struct yk_scope *scope,
                               struct yk_arena *a);
/* Calls `seen` with every ${name} used. */
void yk_expression_names(const struct yk_expression *e, void (*seen)(void *who, const char *name),
                         void *who);

#endif
