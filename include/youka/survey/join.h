/* join.h - the doors that are one client put together, so that everything after works on clients.
 */
#ifndef YOUKA_SURVEY_JOIN_H
#define YOUKA_SURVEY_JOIN_H

#include "youka/survey/match.h"

/* `out` becomes `t` with one door a client, by station code then id. Per field the newest answer
 * that is not blank counts (by survey date, then id); answers that only mean something together
 * (coordinates with their datum, an amount with its unit and source, a count with its source) come
 * from one door; a repeat comes whole from the newest door that has lines. Flags and origins of all
 * members are kept. The client's id is the oldest id issued to one of its members, else the id of
 * the member with the smallest (survey date, natural key). Where a split client's id went with
 * another part, the part keeps its own. Texts are lent by `t`. `client_of[door of t]` is the index
 * in `out`; it may be NULL. */
void yk_join(struct yk_territory *out, size_t *client_of, const struct yk_territory *t,
             const struct yk_match *m, struct yk_arena *a);

#endif
