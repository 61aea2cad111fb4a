/* form_links.h - whether a form's expressions fit the form: every ${name} there, none in a circle.
 */
#ifndef YOUKA_SURVEY_FORM_LINKS_H
#define YOUKA_SURVEY_FORM_LINKS_H

#include "form_sheet.h"
#include "youka/survey/form.h"

/* An expression and the cell that it stands in. */
struct formula {
    const struct yk_expression *expression;
    const struct sheet *sheet;
    size_t row;
    enum column column;
    const char *repeat; /* where its question is: "" or a repeat's name */
};

/* Refuses a ${name} that is no question, one of a repeat used outside of it other than in join(),
 * and
 * `.` anywhere but in a constraint. */
YK_MUST yk_code yk_formula_check(const struct formula *f, const struct yk_form *form);
/* Refuses questions whose relevant or calculation needs its own answer. */
YK_MUST yk_code yk_form_check_circles(const struct yk_form *form, const struct sheet *survey);

#endif
