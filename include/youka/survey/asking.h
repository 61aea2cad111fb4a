/* asking.h - a form as the questions that people see: labels, when each is asked, what it takes. */
#ifndef YOUKA_SURVEY_ASKING_H
#define YOUKA_SURVEY_ASKING_H

#include "youka/model/question.h"
#include "youka/survey/form.h"

/* What is filled in by people: notes, pictures, calculations and what a phone adds by itself are
 * left out. Texts are lent by the form or lie in the arena. */
void yk_questions_of(struct yk_questions *out, const struct yk_form *form, enum yk_lang lang,
                     struct yk_arena *a);

#endif
