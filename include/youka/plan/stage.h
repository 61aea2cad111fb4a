/* stage.h - how far the development of a client has come, and what to ask next. */
#ifndef YOUKA_PLAN_STAGE_H
#define YOUKA_PLAN_STAGE_H

#include "youka/model/plan.h"

/* What answers alone can tell (planning.md, Stages): keep: holds our card · won: an agreement runs
 * · info: sensitivity and a decision maker are known · target: volume and present supplier are
 * known · else surveyed. */
const char *yk_stage_of(const struct yk_answers *answers, yk_day today);
/* The form field of the first of the six facts that is not known: gas_month, vehicle_total,
 * payment, sensitivity, current_brand, contact_phone; "" where all are, or where there is no fuel
 * need. */
const char *yk_missing_fact(const struct yk_answers *answers);

#endif
