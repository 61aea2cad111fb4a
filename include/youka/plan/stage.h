/* stage.h - how far the development of a client has come, and what to ask next. */
#ifndef YOUKA_PLAN_STAGE_H
#define YOUKA_PLAN_STAGE_H

#include "youka/model/plan.h"

/* The highest stage all whose gates are passed (planning.md, Stages): target: volume and present
 * supplier are known · info: sensitivity and who decides · value: barriers · relation: a visit met
 * the decision maker · closing: the offer is approved · won: an agreement or cards · keep: it holds
 * our card. Agreement and card are gates of their own: who has them has come the whole way. Lost
 * and parked where the newest visit says so with a reason. What a visitor claims beyond is not
 * believed. visited NULL: nobody came yet. */
const char *yk_stage_of(const struct yk_answers *answers, const struct yk_visited *visited,
                        yk_day today);
/* The form field of the first of the six facts that is not known: gas_month, vehicle_total,
 * payment, sensitivity, current_brand, contact_phone; "" where all are, or where there is no fuel
 * need. */
const char *yk_missing_fact(const struct yk_answers *answers);

#endif
