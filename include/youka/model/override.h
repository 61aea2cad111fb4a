/* override.h - what a person decided for a client where the rules would say something else. It
 * stays, whatever the rules come to, until a person takes it back. */
#ifndef YOUKA_MODEL_OVERRIDE_H
#define YOUKA_MODEL_OVERRIDE_H

#include "youka/base/hash.h"
#include "youka/model/rules.h"
#include "youka/model/vocabulary.h"

enum yk_override_field {
    YK_OVERRIDE_STRATEGY,
    YK_OVERRIDE_MEASURES, /* codes joined by a space */
    YK_OVERRIDE_POLICY,
    YK_OVERRIDE_CARD,
    YK_OVERRIDE_OWNER,
    YK_OVERRIDE_FIELDS
};
const char *
yk_override_code(enum yk_override_field f); /* strategy, measures, policy, card_type, … */
/* The list of labels.csv, or of the form, that the field's values are of; *in_form tells which. */
const char *yk_override_list(enum yk_override_field f, bool *in_form);
/* The field's values; to be released. */
void yk_override_values(struct yk_vocabulary *out, enum yk_override_field f,
                        const struct yk_rules *rules, const struct yk_vocabulary *form,
                        struct yk_arena *a);
/* A value by code or either label; of measures several, joined by spaces, commas or 、. Codes
 * joined by a space, in the arena; "" for a blank. NULL: not among `values`, and *bad is what was
 * typed. */
const char *yk_override_read(const char **bad, enum yk_override_field f, const char *typed,
                             const struct yk_vocabulary *values, struct yk_arena *a);
/* False for a code that is none. */
bool yk_override_of(enum yk_override_field *f, const char *code);

/* Stays with the client that holds the submission; of a submission and field the newest counts. */
struct yk_override {
    struct yk_id submission;
    enum yk_override_field field;
    const char *value; /* code; "": taken back */
    const char *who, *at, *reason;
};

/* What was decided for one client; NULL where nothing was. */
struct yk_overruled {
    const struct yk_override *by[YK_OVERRIDE_FIELDS];
};
struct yk_who;
/* Arena array, one a client of who->clients; NULL where nobody decided anything at all. */
struct yk_overruled *yk_overruled_of(const struct yk_who *who, struct yk_arena *a);

/* The rule as a person has changed it for this client, in the arena; `rule` itself where nobody
 * did. `of` may be NULL. The rule's id stays. */
const struct yk_strategy_rule *yk_overruled_rule(const struct yk_strategy_rule *rule,
                                                 const struct yk_overruled *of, struct yk_arena *a);

#endif
