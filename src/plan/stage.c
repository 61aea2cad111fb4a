/* stage.c - how far the development of a client has come, and what to ask next. */
#include "youka/plan/stage.h"

#include <string.h>

#include "youka/model/facts.h"

/* Of the stages before agreement and card, the highest whose gates are all passed. */
static const char *gate_passed(const struct yk_answers *answers, const struct yk_visited *v)
{
    const struct {
        const char *stage;
        bool passed;
    } gate[] = {
        {"target",
         yk_fact_known(answers, YK_FACT_VOLUME) && yk_fact_known(answers, YK_FACT_SUPPLIER)},
        {"info", yk_fact_known(answers, YK_FACT_SENSITIVITY) &&
                     yk_repeat_has(answers, "contact", "contact_role", "decision_maker")},
        {"value", v && (v->barrier_told || yk_answer_text(answers, "barrier"))},
        {"relation", v && v->decider_met},
        {"closing", v && v->offer_approved},
    };
    const char *stage = "surveyed";

    for (size_t i = 0; i < sizeof gate / sizeof *gate && gate[i].passed; i++)
        stage = gate[i].stage;
    return stage;
}

const char *yk_stage_of(const struct yk_answers *answers, const struct yk_visited *visited,
                        yk_day today)
{
    const char *card = yk_answer_text(answers, "card_now");
    yk_day until = yk_answer_day(answers, "agreement_until");

    if (visited && *visited->stopped)
        return visited->stopped;
    if (card && strcmp(card, "none") != 0)
        return "keep";
    if ((until != YK_DAY_NONE && until >= today) || (visited && visited->signed_up))
        return "won";
    return gate_passed(answers, visited && visited->visits ? visited : NULL);
}

const char *yk_missing_fact(const struct yk_answers *answers)
{
    unsigned known = yk_facts_known(answers);

    for (unsigned f = 0; f < YK_FACTS; f++)
        if (!(known & 1u << f))
            return yk_fact_field((enum yk_fact)f);
    return "";
}
