/* rule_faults.h - a list of what does not go together, while it is made. Private to src/model. */
#ifndef YOUKA_SRC_MODEL_RULE_FAULTS_H
#define YOUKA_SRC_MODEL_RULE_FAULTS_H

#include "youka/model/rules.h"

struct yk_rule_faults {
    struct yk_rule_fault *item; /* on the heap */
    size_t count, room;
    struct yk_arena *a;
};
void yk_rule_fault_add(struct yk_rule_faults *f, const char *file, const char *key,
                       const char *column, const char *sentence);

/* rule_codes.c: codes that nobody knows, and codes of the form that no row is for. `form` NULL:
 * only what the tables say of each other. */
void yk_rule_codes(struct yk_rule_faults *f, const struct yk_rules *r,
                   const struct yk_rules_form *form);

#endif
