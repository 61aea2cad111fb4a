/* asking.h - what an expression of a form says, for people and for a cell; private to survey. */
#ifndef YOUKA_SRC_SURVEY_ASKING_H
#define YOUKA_SRC_SURVEY_ASKING_H

#include "youka/survey/asking.h"

#define MOST_CONDITIONS 32

/* The parts that must all hold, left to right. Those beyond the most are left out. */
struct conditions {
    const struct yk_expression *part[MOST_CONDITIONS];
    size_t count;
};
void yk_conditions(struct conditions *out, const struct yk_expression *e); /* e may be NULL */

/* "客户类别为学校、医院"; "" where there are no plain words for it. */
const char *yk_condition_words(const struct yk_form *form, const struct yk_expression *e,
                               enum yk_lang lang, struct yk_arena *a);

/* The bounds that a constraint sets whatever else is answered. */
struct yk_limit yk_limit_of(const struct yk_field *f);

#endif
