/* copies.h - the copies of one submission put together: what it says now, and who said it. */
#ifndef YOUKA_STORE_COPIES_H
#define YOUKA_STORE_COPIES_H

#include "youka/model/territory.h"

/* A line of a file that brought this copy. */
struct yk_claim {
    const char *age, *batch, *file, *loaded_at; /* of the batch */
    size_t line;
    struct yk_flag *flag;
    size_t flags;
    struct yk_claim *next;
};
struct yk_copy {
    struct yk_id content;
    yk_day survey_date;
    struct yk_answers answers; /* sorted */
    struct yk_claim claim;     /* and its next ones; ordered by yk_copies_sort */
};

/* Oldest first, by (age, when its batch was loaded, content): of rows that carry no age of their
 * own, those of a file loaded later win. A copy is as old as its newest claim, the last of its
 * list. Nothing here depends on the order in which rows lie in the database. */
void yk_copies_sort(struct yk_copy *copy, size_t count, struct yk_arena *a);
/* Of sorted copies: per field the newest that is not blank, per repeat the newest that carries it;
 * answers flagged irrelevant are left out. `from`, unless NULL, becomes the copy of each answer. */
void yk_copies_answers(struct yk_answers *out, size_t **from, const struct yk_copy *copy,
                       size_t count, struct yk_arena *a);
/* Fills id, survey_date, answers, flags and origins of a door whose key is set. Sorts the copies.
 */
void yk_copies_door(struct yk_door *door, struct yk_copy *copy, size_t count, struct yk_arena *a);
/* The same for a row of another form: answers and origins of a record whose key is set. */
void yk_copies_record(struct yk_record *record, struct yk_copy *copy, size_t count,
                      struct yk_arena *a);

#endif
