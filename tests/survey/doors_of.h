/* doors_of.h - for tests: surveyed doors from lines of text, seen where they say. */
#ifndef YOUKA_TESTS_DOORS_OF_H
#define YOUKA_TESTS_DOORS_OF_H

#include <stdio.h>

#include "../support/answers_of.h"
#include "../support/name_words_of.h"
#include "youka/survey/join.h"

#define MOST_DOORS 64
/* Metres of a degree about 24.5 N: GRS 80, a = 6378137, f = 1/298.257. */
#define METRES_NORTH 110760.
#define METRES_EAST 101360.

struct doors {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_names names;
    struct yk_territory t;
    struct yk_seen seen[MOST_DOORS];
    struct yk_match match;
};

static inline void doors_init(struct doors *d)
{
    *d = (struct doors){0};
    d->rules = rules_of(&d->arena);
    d->names = districts_of(&d->arena);
    d->t.rules = &d->rules;
    d->t.door = YK_ARENA_ARRAY(&d->arena, struct yk_door, MOST_DOORS);
    d->t.decision = YK_ARENA_ARRAY(&d->arena, struct yk_decision, MOST_DOORS);
    d->t.issued = YK_ARENA_ARRAY(&d->arena, struct yk_issued, MOST_DOORS);
}

static inline void doors_release(struct doors *d)
{
    yk_arena_release(&d->arena);
}

/* Door number i has the id "0000000i…", the submission "s0000000i", key "k0i", station S1, day i of
 * March. `east_m`, `north_m` from 24.5 N 118 E; NAN: not located. */
static inline struct yk_door *add_door(struct doors *d, const char *answers, double east_m,
                                       double north_m)
{
    size_t i = d->t.doors++;
    struct yk_door *door = &d->t.door[i];
    *door = (struct yk_door){.key = yk_arena_printf(&d->arena, "k%02zu", i),
                             .station_code = "S1",
                             .survey_date = yk_day_of(2026, 3, 1) + (yk_day)i,
                             .answers = answers_of(&d->arena, answers)};
    snprintf(door->id.text, sizeof door->id.text, "%08zx%024zx", i, i);
    snprintf(door->submission.text, sizeof door->submission.text, "s%08zx", i);
    d->seen[i] = (struct yk_seen){
        east_m == east_m, {24.5 + north_m / METRES_NORTH, 118 + east_m / METRES_EAST}, 8};
    return door;
}

static inline void decide(struct doors *d, size_t one, size_t other, enum yk_decided decided)
{
    d->t.decision[d->t.decisions++] = (struct yk_decision){
        .a = d->t.door[one].submission, .b = d->t.door[other].submission, .decided = decided};
}

static inline void match(struct doors *d)
{
    yk_match_all(&d->match, &d->t, d->seen, &d->names, &d->arena);
}

static inline bool one_client(const struct doors *d, size_t one, size_t other)
{
    return d->match.client[one] == d->match.client[other];
}

/* The pair of two doors, or NULL. */
static inline const struct yk_pair *pair_of(const struct doors *d, size_t one, size_t other)
{
    for (size_t i = 0; i < d->match.pairs; i++) {
        const struct yk_pair *p = &d->match.pair[i];
        if ((p->a == one && p->b == other) || (p->a == other && p->b == one))
            return p;
    }
    return NULL;
}

#endif
