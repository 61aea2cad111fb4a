/* expression.h - the expression language of XLSForm that youka understands (survey.md): `.`,
 * ${name}, numbers, strings, = != < <= > >=, and or not(), + - * div mod, selected()
 * count-selected() regex() today() string-length() concat() if() coalesce() join() number(), true()
 * false(), parentheses. They mean what XPath 1.0 and the ODK XForms specification say; dates are
 * ISO text, and count as days since 1970-01-01 wherever a number is wanted, so `. <= today() + 30`
 * works. */
#ifndef YOUKA_SURVEY_EXPRESSION_H
#define YOUKA_SURVEY_EXPRESSION_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"
#include "youka/base/err.h"

struct yk_expression;

/* Everything lies in the arena, regular expressions too: there is nothing to release. A failure
 * says what was not understood and at which character. Nesting is limited, so that no text can
 * exhaust the stack. */
YK_MUST yk_code yk_expression_read(struct yk_expression **out, const char *text, struct yk_arena *a,
                                   struct yk_err *err);
/* a and b; either may be NULL (always true). Both are borrowed. */
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
/* A blank is '' as text and not a number: = < <= > >= with a number are then false and != is true,
 * as in XPath; blank = '' is true. */
bool yk_expression_true(const struct yk_expression *e, const struct yk_scope *scope,
                        struct yk_arena *a);
/* The value of a calculation: "" where it is no number (ODK: no answer). */
const char *yk_expression_text(const struct yk_expression *e, const struct yk_scope *scope,
                               struct yk_arena *a);
/* Calls `seen` with every ${name} used. */
void yk_expression_names(const struct yk_expression *e, void (*seen)(void *who, const char *name),
                         void *who);
/* The first ${name} that stands outside join() and for which `is` says yes; NULL: none. */
const char *yk_expression_single(const struct yk_expression *e,
                                 bool (*is)(void *who, const char *name), void *who);
bool yk_expression_uses_dot(const struct yk_expression *e);

#endif
