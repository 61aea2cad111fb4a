/* any_answer.h - for tests: doors that answered anything the census form lets through. Fields,
 * limits and choices are read from survey-forms/client_survey, so that a new one is tried without
 * an edit. */
#ifndef YOUKA_TESTS_ESTIMATE_ANY_ANSWER_H
#define YOUKA_TESTS_ESTIMATE_ANY_ANSWER_H

#include "../support/dice.h"
#include "youka/model/plan.h"

enum any_kind { ANY_WHOLE, ANY_DECIMAL, ANY_CHOICE };
/* A question is asked when one of these answers was given; choice NULL: any. */
struct any_condition {
    size_t field;
    const char *choice;
};
struct any_field {
    const char *name, *repeat, *group;
    struct any_condition *when;
    size_t whens;
    enum any_kind kind;
    double low, high; /* low not itself allowed where `over` */
    bool over;
    const char **choice;
    size_t choices;
};
/* The numbers and single choices of the form, in its order. */
struct any_form {
    struct any_field *field;
    size_t fields;
    double least_power; /* of ten: how little an amount over 0 may be; read as -12 */
};
/* From the project's folder; a constraint or a condition that is not understood ends the program.
 */
void any_form_read(struct any_form *out, struct yk_arena *a);

/* Twelve stations of three regions; doors by station code, then id. */
struct any_region {
    struct yk_territory t;
    struct yk_place *place;
};
void any_region_make(struct any_region *out, const struct any_form *form,
                     const struct yk_rules *rules, size_t doors, struct dice *d,
                     struct yk_arena *a);
/* The same doors in another order: to[i] is what from[order[i]] was. */
void any_region_shuffle(struct any_region *to, size_t *order, const struct any_region *from,
                        struct dice *d, struct yk_arena *a);
/* All answers in one line, for a person to look at. */
const char *any_answers_text(const struct yk_answers *answers, struct yk_arena *a);

#endif
