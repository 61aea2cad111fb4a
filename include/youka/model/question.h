/* question.h - what a form asks, in one language, for those who put it before people. Made from a
 * form by survey/asking.h. */
#ifndef YOUKA_MODEL_QUESTION_H
#define YOUKA_MODEL_QUESTION_H

#include "youka/base/sheet.h"

enum yk_question_kind {
    YK_ASK_TEXT,
    YK_ASK_WHOLE,
    YK_ASK_NUMBER,
    YK_ASK_DAY,
    YK_ASK_PLACE, /* latitude and longitude */
    YK_ASK_ONE,
    YK_ASK_MANY,
};

/* Questions that stand together: a group of the form. */
struct yk_section {
    const char *name, *title;
    const char *when; /* in words, when its questions are asked; "" always, or not to be said */
    bool repeat;      /* asked once a line: as often as there are vehicles, contacts, … */
};

/* Texts are "" where there is nothing to say. */
struct yk_question {
    enum yk_question_kind kind;
    const char *name, *label, *hint;
    const char *list;      /* of ONE and MANY */
    const char *message;   /* said of what its rule refuses */
    const char *when;      /* in words, when it is asked beyond its section's condition */
    enum yk_need need;     /* SOMETIMES: whenever it is asked; of a line: whenever there is one */
    struct yk_limit limit; /* of its rule what a cell can keep by itself, and nothing more */
    size_t section;
    const char *repeat; /* name of the repeat it is in */
    bool each_visit;    /* the last answer says nothing about the next visit */
};

struct yk_questions {
    const char *title;
    struct yk_question *question; /* in the form's order */
    size_t count;
    struct yk_section *section; /* the last one is nameless: questions in no group */
    size_t sections;
};

#endif
