/* win.c - the chance to win a client, and why. */
#include "youka/estimate/win.h"

#include <math.h>

#include "youka/base/logit.h"

struct yk_win_prior yk_win_prior(const struct yk_rules *rules)
{
    return (struct yk_win_prior){
        .base = yk_rules_market(rules, "win_base"),
        .term = {[YK_WIN_DECIDER_MET] = yk_rules_market(rules, "win_decider_met"),
                 [YK_WIN_INVOICE] = yk_rules_market(rules, "win_invoice"),
                 [YK_WIN_PRICE] = yk_rules_market(rules, "win_price"),
                 [YK_WIN_FAR] = yk_rules_market(rules, "win_far_per_km"),
                 [YK_WIN_LOYAL] = yk_rules_market(rules, "win_loyal"),
                 [YK_WIN_COMPLAINT] = yk_rules_market(rules, "win_complaint"),
                 [YK_WIN_NOT_ON_LIST] = yk_rules_market(rules, "win_not_on_list")},
        .far_from_km = yk_rules_market(rules, "win_far_from_km"),
        .segment_weight = fmax(yk_rules_market(rules, "segment_weight"), 0)};
}

/* Public money is spent with a listed station only. */
static bool not_on_the_list(const struct yk_answers *a)
{
    bool official =
        yk_answer_is(a, "category", "government") || yk_answer_is(a, "category", "institution");
    bool listed =
        yk_answer_is(a, "procurement", "designated") || yk_answer_is(a, "procurement", "tender");

    return official && listed && !yk_answer_has(a, "current_brand", "own");
}

static unsigned terms_of(const struct yk_answers *a, const struct yk_win_facts *facts)
{
    double content;
    bool rated = yk_answer_number(&content, a, "satisfaction_now");
    const bool applies[YK_WIN_TERMS] = {
        [YK_WIN_DECIDER_MET] = facts->decider_met,
        [YK_WIN_INVOICE] = yk_answer_has(a, "sensitivity", "invoice"),
        [YK_WIN_PRICE] = yk_answer_is(a, "sensitivity_top", "price") && facts->discount_fits,
        [YK_WIN_LOYAL] = yk_answer_has(a, "barrier", "relation") || (rated && content >= 4),
        [YK_WIN_COMPLAINT] = rated && content <= 2,
        [YK_WIN_NOT_ON_LIST] = not_on_the_list(a)};
    unsigned terms = 0;

    for (unsigned k = 0; k < YK_WIN_TERMS; k++)
        terms |= applies[k] ? 1u << k : 0;
    return terms;
}

void yk_win_read(struct yk_prospect *out, const struct yk_answers *answers,
                 const struct yk_win_facts *facts, const struct yk_win_prior *p)
{
    double x = p->base, beyond_km = facts->distance_m / 1000 - p->far_from_km;

    out->win_terms = terms_of(answers, facts);
    for (unsigned k = 0; k < YK_WIN_TERMS; k++)
        x += out->win_terms & 1u << k ? p->term[k] : 0;
    out->win_far = 0;
    if (beyond_km > 0) {
        out->win_terms |= 1u << YK_WIN_FAR;
        out->win_far = p->term[YK_WIN_FAR] * beyond_km;
    }
    out->win_segment = 0;
    out->p_win = yk_logistic(x + out->win_far);
}
