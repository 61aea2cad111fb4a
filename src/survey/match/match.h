/* match.h - the steps of matching: what doors say, who may be whom, how alike, who is one. Private
 * to src/survey/match. Doors are counted in the order of (station code, id), whatever the order
 * they came in. */
#ifndef YOUKA_SRC_SURVEY_MATCH_H
#define YOUKA_SRC_SURVEY_MATCH_H

#include "youka/survey/match.h"

#define NEAR_M 200
#define ALIKE .92  /* names that make one client of two near doors */
#define REVIEW .75 /* from here a person is asked */
enum { MOST_PHONES = 4 };

/* What a door says of who it is. */
struct witness {
    const struct yk_door *door;
    size_t number; /* in the territory */
    struct yk_name name;
    const char *code; /* folded and right, else "" */
    uint64_t phone[MOST_PHONES];
    size_t phones;
    struct yk_glyphs address;
    const char *category;
    const char *number_told; /* of a client, as the entry workbook brought it back */
    struct yk_seen seen;
};
struct matching {
    const struct yk_territory *t;
    struct yk_name_book *book;
    struct yk_arena *a;
    const struct yk_seen *seen; /* of the territory's doors */
    struct witness *witness;    /* on the heap */
    size_t count;
    struct yk_pair *pair; /* of witnesses, on the heap */
    size_t pairs, room;
};

/* Names lie in the arenas; give them back when all is done. */
enum { READINGS = 32 };
void witness_all(struct matching *m, struct yk_arena reading[READINGS]);

/* Adds every pair worth a look that is something to each other, in no order, some of them twice. */
void blocks_judge(struct matching *m);

/* False where the two are nothing to each other. */
bool judge_pair(struct yk_pair *out, const struct matching *m, size_t one, size_t other);
/* The two cannot be one client, whatever else agrees: codes, numbers, branches, districts. */
bool are_opposed(const struct witness *a, const struct witness *b);
void add_pair(struct matching *m, const struct yk_pair *pair);

/* Adds a pair for all that a person decided and for each hidden client number. */
void told_all(struct matching *m);
/* From the pairs the clients: `client` and `sites` name witnesses. Pairs that join nothing and ask
 * nothing new are dropped, the others sorted. */
void group_all(struct matching *m, size_t *client, size_t *sites);

#endif
