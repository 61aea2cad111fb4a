/* facts.h - the six facts that the census is there to learn of a client, and how to ask for them.
 */
#ifndef YOUKA_MODEL_FACTS_H
#define YOUKA_MODEL_FACTS_H

#include "youka/model/answer.h"

/* In the order in which they are asked for. */
enum yk_fact {
    YK_FACT_VOLUME,      /* 用油量 */
    YK_FACT_VEHICLES,    /* 车辆数 */
    YK_FACT_HABITS,      /* 消费特点 */
    YK_FACT_SENSITIVITY, /* 敏感因素 */
    YK_FACT_SUPPLIER,    /* 目前加油地点 */
    YK_FACT_CONTACT,     /* 联系方式 */
    YK_FACTS,
};

bool yk_fact_known(const struct yk_answers *answers, enum yk_fact fact);
/* The form field that asks for it: gas_month, vehicle_total, payment, sensitivity, current_brand,
 * contact_phone. */
const char *yk_fact_field(enum yk_fact fact);

/* All of them, 1u << enum yk_fact each. Where there is no fuel need nothing is left to learn: all
 * count as known. */
unsigned yk_facts_known(const struct yk_answers *answers);
size_t yk_facts_count(unsigned known);

#endif
