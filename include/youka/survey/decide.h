/* decide.h - what a person says of two clients, as decisions about submissions that can be kept. */
#ifndef YOUKA_SURVEY_DECIDE_H
#define YOUKA_SURVEY_DECIDE_H

#include "youka/model/who.h"

/* Doors `one` and `other` are one client (SAME), or are not (APART). What was said before between
 * the two clients and speaks against it is taken back with it. */
size_t yk_decide(struct yk_decision **out, const struct yk_who *who, size_t one, size_t other,
                 enum yk_decided decided, struct yk_arena *a);
/* Takes back what was said of these two doors, or, where they belong to two clients, of any of
 * their members. 0: nothing of the kind was said. */
size_t yk_decide_undo(struct yk_decision **out, const struct yk_who *who, size_t one, size_t other,
                      enum yk_decided decided, struct yk_arena *a);

#endif
