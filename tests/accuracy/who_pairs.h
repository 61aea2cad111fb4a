/* who_pairs.h - labelled pairs of doors: how a pair was made says whether it is one client. */
#ifndef YOUKA_TESTS_WHO_PAIRS_H
#define YOUKA_TESTS_WHO_PAIRS_H

#include "../support/answers_of.h"
#include "../support/name_words_of.h"
#include "youka/survey/join.h"

/* A way of making pairs; `same` is its label. */
struct who_kind {
    const char *word;
    bool same;
};
extern const struct who_kind who_kinds[];
extern const size_t who_kind_count;

/* Doors 2i and 2i + 1 are pair i, of kind pair_kind[i]; doors with the same `who` are one client.
 */
struct who_world {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_names names;
    struct yk_territory territory;
    struct yk_seen *seen;
    size_t *who, *pair_kind, pairs;
};
/* `each` pairs of every kind, invented from a constant seed. */
void who_world_make(struct who_world *w, size_t each);
/* The pairs of a list with the columns same, one, other (names): two doors 40 m apart that share
 * nothing but what the names say; far from all other pairs. */
void who_world_read(struct who_world *w, const char *path);
void who_world_release(struct who_world *w);

/* What matching made of the pairs. */
struct who_score {
    size_t pairs, automatic, asked;
};
/* By kind; `joined_wrong` of `joined`: door pairs of one client by rule, over the whole world. */
struct who_result {
    struct who_score *kind;
    size_t joined, joined_wrong, same, found;
    bool *automatic, *asked; /* by pair */
};
void who_judge(struct who_result *out, struct who_world *w);

#endif
