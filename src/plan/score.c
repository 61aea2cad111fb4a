/* score.c - what a client is worth in yuan a year. */
#include "youka/plan/score.h"

#include <string.h>

#include "youka/plan/mix.h"

bool yk_existing_client(const struct yk_answers *answers, double own_share, yk_day today)
{
    const char *card = yk_answer_text(answers, "card_now");
    yk_day until = yk_answer_day(answers, "agreement_until");

    return (card && strcmp(card, "none") != 0) || (until != YK_DAY_NONE && until >= today) ||
           own_share > 0;
}

bool yk_comes_last(const struct yk_answers *answers)
{
    return yk_answer_is(answers, "visit_result", "no_vehicles") ||
           yk_answer_is(answers, "intent", "d");
}

double yk_margin_yuan_l(const struct yk_estimate *e, const struct yk_rules *rules)
{
    return yk_mix_of(e, rules).margin_yuan_l;
}

double yk_margin_yuan_year(double litres_month, const struct yk_prospect *p, double margin_yuan_l)
{
    return litres_month * (1 - p->own_share) * p->access * p->p_win * margin_yuan_l * 12;
}
