/* ranking.h - a station's clients ranked, before anybody is visited. Private to src/plan. */
#ifndef YOUKA_PLAN_RANKING_H
#define YOUKA_PLAN_RANKING_H

#include "youka/plan/planning.h"

/* A line being made, and what it is sorted by. */
struct yk_ranked {
    struct yk_plan_line line;
    const struct yk_door *door;
    const char *id;
    bool no_need, last, existing;
    double value; /* yuan a year */
    double today; /* yuan a year it earns us now */
    size_t tier;  /* index in rules->tier */
};
struct yk_ranking {
    const struct yk_territory *t;
    const struct yk_derived *d;
    const struct yk_past_plan *past; /* issued last by the station, or NULL */
    struct yk_ranked *client;        /* by rank */
    size_t count;
};

/* Score, tiers, rule, card, risks and the request for support of each of these clients; requests
 * are not granted yet. In the arena. */
void yk_ranking_make(struct yk_ranking *out, const struct yk_territory *t,
                     const struct yk_derived *d, size_t station, const size_t *client, size_t count,
                     struct yk_arena *a);

#endif
