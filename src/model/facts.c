/* facts.c - which answers tell each of the six facts. */
#include "youka/model/facts.h"

static bool answered(const struct yk_answers *a, const char *code)
{
    return yk_answer_text(a, code) != NULL;
}

static bool volume_known(const struct yk_answers *a)
{
    return answered(a, "gas_month") || answered(a, "diesel_month") ||
           answered(a, "resale_month_t") || answered(a, "month_litres_told") ||
           (answered(a, "litres_fill") && answered(a, "fills_week"));
}

static bool vehicles_known(const struct yk_answers *a)
{
    const struct yk_repeat *fleet = yk_answer_repeat(a, "fleet");
    return answered(a, "vehicle_total") || (fleet && fleet->count > 0);
}

static bool habits_known(const struct yk_answers *a)
{
    return answered(a, "payment") || answered(a, "fills_week");
}

static bool sensitivity_known(const struct yk_answers *a)
{
    return answered(a, "sensitivity") || answered(a, "sensitivity_top");
}

static bool supplier_known(const struct yk_answers *a)
{
    return answered(a, "current_brand") && !yk_answer_is(a, "current_brand", "unknown");
}

static bool contact_known(const struct yk_answers *a)
{
    return yk_repeat_has(a, "contact", "contact_phone", NULL);
}

static const struct {
    bool (*known)(const struct yk_answers *a);
    const char *field;
} facts[YK_FACTS] = {
    [YK_FACT_VOLUME] = {volume_known, "gas_month"},
    [YK_FACT_VEHICLES] = {vehicles_known, "vehicle_total"},
    [YK_FACT_HABITS] = {habits_known, "payment"},
    [YK_FACT_SENSITIVITY] = {sensitivity_known, "sensitivity"},
    [YK_FACT_SUPPLIER] = {supplier_known, "current_brand"},
    [YK_FACT_CONTACT] = {contact_known, "contact_phone"},
};

bool yk_fact_known(const struct yk_answers *answers, enum yk_fact fact)
{
    return facts[fact].known(answers);
}

const char *yk_fact_field(enum yk_fact fact)
{
    return facts[fact].field;
}

unsigned yk_facts_known(const struct yk_answers *answers)
{
    bool no_need = yk_answer_is(answers, "visit_result", "no_vehicles");
    unsigned known = 0;
    for (unsigned f = 0; f < YK_FACTS; f++)
        if (no_need || yk_fact_known(answers, (enum yk_fact)f))
            known |= 1u << f;
    return known;
}

size_t yk_facts_count(unsigned known)
{
    size_t count = 0;
    for (; known; known &= known - 1)
        count++;
    return count;
}
