/* desk_rivals.c - a plan's clients, whom they buy from, and what follows from it. */
#include "desk.h"

#include "youka/estimate/rivals.h"
#include "youka/plan/competition.h"

void yk_desk_rivals(struct yk_plan *plan, const struct yk_desk *desk, struct yk_arena *a)
{
    struct yk_competition *competition = YK_ARENA_ARRAY(a, struct yk_competition, 1);
    struct yk_supply supply;
    size_t *client = YK_ARENA_ARRAY(a, size_t, plan->lines);

    for (size_t i = 0; i < plan->lines; i++)
        client[i] = plan->line[i].door;
    yk_supply_of(&supply, desk->huff, &desk->derived, plan->station, client, plan->lines, a);
    yk_competition_make(competition, plan, &supply, &desk->territory, &desk->derived, a);
    plan->competition = competition;
}
