/* card.h - which card suits a client, and how many of them (planning.md, «Card advice»). */
#ifndef YOUKA_PLAN_CARD_H
#define YOUKA_PLAN_CARD_H

#include "youka/model/plan.h"

/* In this order: what a person decided (`decided`, or NULL) · what the surveyor chose · no fuel
 * need, or the client wants no card: none · drivers who pay themselves, or one vehicle: personal ·
 * from card_fleet_least vehicles on a fleet card, or a combination where the lesser fuel is
 * card_mixed_share of the litres · controls wanted: company with sub cards · up to card_single_most
 * vehicles one card of the company, else sub cards. Cards: as the client told, else a card a
 * vehicle and one master card where there are sub cards.
 */
void yk_card_advise(struct yk_card_advice *out, const struct yk_answers *answers,
                    const struct yk_estimate *e, const struct yk_rules *rules, const char *decided);

#endif
