/* stage.c - how far the development of a client has come, and what to ask next. */
#include "youka/plan/stage.h"

#include <string.h>

#include "youka/model/facts.h"

const char *yk_stage_of(const struct yk_answers *answers, yk_day today)
{
    const char *card = yk_answer_text(answers, "card_now");
    yk_day until = yk_answer_day(answers, "agreement_until");

    if (card && strcmp(card, "none") != 0)
        return "keep";
    if (until != YK_DAY_NONE && until >= today)
        return "won";
    if (!yk_fact_known(answers, YK_FACT_VOLUME) || !yk_fact_known(answers, YK_FACT_SUPPLIER))
        return "surveyed";
    if (yk_fact_known(answers, YK_FACT_SENSITIVITY) &&
        yk_repeat_has(answers, "contact", "contact_role", "decision_maker"))
        return "info";
    return "target";
}

const char *yk_missing_fact(const struct yk_answers *answers)
{
    unsigned known = yk_facts_known(answers);

    for (unsigned f = 0; f < YK_FACTS; f++)
        if (!(known & 1u << f))
            return yk_fact_field((enum yk_fact)f);
    return "";
}
