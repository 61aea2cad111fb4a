/* payers.h - which client a payer of card transactions is. In this order, the first that decides:
 * what a person said of the card or name (at its station, then anywhere); the client's id, or its
 * beginning, also of one handed out earlier; the name, folded, among the clients that its station
 * surveyed or owns; the name in the station's whole region, where only one client has it. Names are
 * compared as they stand but for spelling (model/name.h), then by their core where place, branch
 * and numbers do not speak against it and only one client fits. */
#ifndef YOUKA_SURVEY_PAYERS_H
#define YOUKA_SURVEY_PAYERS_H

#include "youka/model/name.h"
#include "youka/model/plan.h"
#include "youka/model/who.h"

enum yk_payer_found {
    YK_PAYER_UNKNOWN,   /* nobody is called so */
    YK_PAYER_NAMELESS,  /* a card, and neither a name nor a word of anybody about it */
    YK_PAYER_AMBIGUOUS, /* several clients are called so */
    YK_PAYER_BAD_TOLD,  /* what a person said leads to no client, or to several */
    YK_PAYER_TOLD,
    YK_PAYER_ID,
    YK_PAYER_NAME,        /* at the station */
    YK_PAYER_REGION_NAME, /* in the region */
};
const char *yk_payer_found_code(enum yk_payer_found f); /* unknown, nameless, … */

/* client[i]: of payer i, in who->clients, SIZE_MAX: none; found[i]: why. place: of the clients. */
void yk_payers_join(size_t *client, enum yk_payer_found *found, const struct yk_who *who,
                    const struct yk_place *place, const struct yk_name_book *book,
                    struct yk_arena *a);

#endif
