/* form.h - an XLSForm of the stated subset, read from its three sheets.
 * Types: start end today username text integer decimal date geopoint image note calculate,
 * select_one L, select_multiple L, begin/end group, begin/end repeat (not nested). Anything else is
 * refused with sheet, row, column and text. What else must hold is in survey-forms/README.md. */
#ifndef YOUKA_SURVEY_FORM_H
#define YOUKA_SURVEY_FORM_H

#include "youka/base/map.h"
#include "youka/base/rows.h"
#include "youka/base/text.h"
#include "youka/model/vocabulary.h"

struct yk_expression;

enum yk_field_type {
    YK_FIELD_META, /* start, end, today, username */
    YK_FIELD_TEXT,
    YK_FIELD_INTEGER,
    YK_FIELD_DECIMAL,
    YK_FIELD_DATE,
    YK_FIELD_GEOPOINT,
    YK_FIELD_IMAGE,
    YK_FIELD_NOTE,
    YK_FIELD_CALCULATE,
    YK_FIELD_ONE,
    YK_FIELD_MANY,
};

struct yk_field {
    enum yk_field_type type;
    const char *name;
    const char *list; /* choice list of ONE and MANY, else "" */
    const char *label[2],
        *hint;              /* a label missing in one language is the other one's, else the name */
    const char *message[2]; /* constraint_message, "" for none */
    bool required;
    bool each_visit; /* asked anew every time: the last answer says nothing about the next */
    struct yk_expression *relevant; /* with those of the enclosing groups and-ed; NULL: always */
    struct yk_expression *constraint, *calculation, *required_if; /* NULL: none */
    const char *group;  /* name of the innermost group, "" at top level */
    const char *path;   /* "basic/fleet/veh_class" */
    const char *repeat; /* "" or the repeat it is in */
    size_t row;         /* of the survey sheet */
};

struct yk_form {
    const char *id, *title, *version;
    struct yk_field *field;
    size_t fields;
    struct yk_map by_name;
    struct yk_group {
        const char *name, *label[2];
        bool repeat;
    } * group;
    size_t groups;
    struct yk_expression *instance_name; /* what tells one row from another; NULL: none */
    struct yk_vocabulary vocabulary;
};

/* The sheets' rows are copied; settings may be NULL. Texts and expressions lie in the arena and may
 * outlive the form, which the owner ends with yk_form_free. No
 * question's relevant or calculation depends on itself, however indirectly, so that evaluating them
 * by way of each other ends. */
YK_MUST yk_code yk_form_read(struct yk_form **out, const struct yk_rows *survey,
                             const struct yk_rows *choices, const struct yk_rows *settings,
                             struct yk_arena *a, struct yk_err *err);
void yk_form_free(struct yk_form *form);
const struct yk_field *yk_form_field(const struct yk_form *form, const char *name); /* or NULL */

#endif
