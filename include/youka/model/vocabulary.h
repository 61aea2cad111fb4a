/* vocabulary.h - the closed lists of the trade, as the forms' choices sheets give them. */
#ifndef YOUKA_MODEL_VOCABULARY_H
#define YOUKA_MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/map.h"
#include "youka/base/text.h"

struct yk_choice {
    const char *list, *code, *label[2]; /* label by enum yk_lang */
};

/* Choices in the form's order; a list's choices stand together. Borrowed strings. */
struct yk_vocabulary {
    struct yk_choice *choice;
    size_t count, room;
    struct yk_map by_code;  /* "list/code" */
    struct yk_map by_label; /* "list/folded label" (yk_text_key), both languages and the code */
    struct yk_map by_list;  /* list -> first choice */
};

/* Adds a choice; the strings must outlive the vocabulary; keys are made in the arena. A code that
 * its list already holds is passed over. */
void yk_vocabulary_add(struct yk_vocabulary *v, struct yk_arena *a, const struct yk_choice *choice);
bool yk_vocabulary_has_list(const struct yk_vocabulary *v, const char *list);
const struct yk_choice *yk_choice_of_code(const struct yk_vocabulary *v, const char *list,
                                          const char *code);
/* By code or either label, width, case and spaces folded; NULL when there is none. */
const struct yk_choice *yk_choice_read(const struct yk_vocabulary *v, const char *list,
                                       const char *typed);
/* The label, or the code itself when the list does not hold it; "" for NULL. */
const char *yk_label(const struct yk_vocabulary *v, const char *list, const char *code,
                     enum yk_lang lang);
/* Labels of space-separated codes, joined with 、 or ", ". */
const char *yk_labels(const struct yk_vocabulary *v, struct yk_arena *a, const char *list,
                      const char *codes, enum yk_lang lang);
void yk_vocabulary_release(struct yk_vocabulary *v);

#endif
