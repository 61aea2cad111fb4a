/* rule_shapes.h - what the columns of each rule table are. Private to src/model. */
#ifndef YOUKA_SRC_MODEL_RULE_SHAPES_H
#define YOUKA_SRC_MODEL_RULE_SHAPES_H

#include "youka/model/rules.h"

enum yk_rule_kind {
    KEY,     /* text, part of the row's key, never blank */
    ANY_KEY, /* part of the key too; blank: any */
    TEXT,
    NUMBER,
    AMOUNT, /* 0 or more */
    POSITIVE,
    SHARE,  /* 0..1 */
    UNSURE, /* an amount, or blank: NAN */
};
struct yk_rule_column {
    const char *heading;
    enum yk_rule_kind kind;
    size_t at; /* where the member lies in the row's struct */
};
struct yk_rule_shape {
    const char *file;
    size_t array, count;              /* where the array and its length lie in struct yk_rules */
    size_t size;                      /* of a row's struct */
    struct yk_rule_column column[16]; /* ends with a NULL heading */
};

/* NULL: no table is called so. */
const struct yk_rule_shape *yk_rule_shape(const char *file);

#endif
