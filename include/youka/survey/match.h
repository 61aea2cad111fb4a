/* match.h - who is who: which surveyed doors are one client (survey.md, «Who is who»).
 * Blocks by credit code, phone, 200 m cell and bigrams of the core name; a pair gets a score with
 * its reasons. Accepted by itself: an equal valid credit code, or a name similarity of .92 and more
 * within 200 m; from .75 a person is asked. What a person decided always wins. The result depends
 * neither on the order of doors nor on the order of loading; time grows with the number of doors,
 * not with its square. */
#ifndef YOUKA_SURVEY_MATCH_H
#define YOUKA_SURVEY_MATCH_H

#include "youka/model/name.h"
#include "youka/model/who.h"

/* Where a door was seen: from the answers alone. */
struct yk_seen {
    bool located;
    struct yk_point point;
    double error_m;
};
/* `names`: the districts that may stand before a name; the words of names come with t->rules (NULL:
 * none). Arrays lie in the arena. An answer `client_id`, the hidden column of our own entry
 * workbook, counts as told: the whole id of a door or client, or 8 digits of it and more. */
void yk_match_all(struct yk_match *out, const struct yk_territory *t, const struct yk_seen *seen,
                  const struct yk_names *names, struct yk_arena *a);

#endif
