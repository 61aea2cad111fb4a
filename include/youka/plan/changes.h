/* changes.h - what a plan says otherwise than the one that was issued before it, and why. */
#ifndef YOUKA_PLAN_CHANGES_H
#define YOUKA_PLAN_CHANGES_H

#include "youka/model/past.h"
#include "youka/model/plan.h"

/* new: not in the issued plan · up, down: another tier · stage: another stage, the tier stays ·
 * gone: no client of ours any more · moved: another station owns it now. */
enum yk_change_kind {
    YK_CHANGE_NEW,
    YK_CHANGE_UP,
    YK_CHANGE_DOWN,
    YK_CHANGE_STAGE,
    YK_CHANGE_GONE,
    YK_CHANGE_MOVED,
    YK_CHANGES
};
const char *yk_change_code(enum yk_change_kind k); /* new, up, …; the list «change» of labels.csv */

struct yk_change {
    enum yk_change_kind kind;
    size_t line;                       /* of the plan; of gone and moved: SIZE_MAX */
    const struct yk_past_line *before; /* NULL: new */
    /* What moved the score most: litres, share, access, chance, margin; "others" where the client
     * itself did not change much and others did; "" where the tier did not change. */
    const char *why;
    double why_before, why_now; /* of that factor; NAN for others */
    size_t station;             /* of moved: who owns it now */
};
/* Whom another station owns: its number, SIZE_MAX for a client that is none any more. */
typedef size_t yk_owner_of(const void *who, const struct yk_id *client);

/* Changes against `past` (NULL: everything is new and nothing is told); lines first, by rank, then
 * what is gone or moved, by its old rank. In the arena; gives how many. */
size_t yk_changes(struct yk_change **out, const struct yk_plan *plan, const struct yk_territory *t,
                  const struct yk_derived *d, const struct yk_past_plan *past,
                  yk_owner_of *owner_of, const void *who, struct yk_arena *a);

#endif
