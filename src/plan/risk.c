/* risk.c - what may go wrong with a client. */
#include "youka/plan/risk.h"

#include <string.h>

static void raise(enum yk_risk_level *level, enum yk_risk_level to, bool when)
{
    if (when && *level < to)
        *level = to;
}

static bool ends_soon(const struct yk_answers *a, double days, yk_day today)
{
    yk_day end = yk_answer_day(a, "project_end");

    return end != YK_DAY_NONE && end - today <= (yk_day)days;
}

static bool pays_late(const struct yk_answers *a)
{
    return yk_answer_is(a, "settlement", "month") || yk_answer_is(a, "settlement", "quarter") ||
           yk_answer_has(a, "payment", "monthly") || yk_answer_has(a, "barrier", "credit");
}

static bool own_tank(const struct yk_answers *a)
{
    return yk_answer_is(a, "own_tank", "yes") || yk_answer_has(a, "current_brand", "own_tank");
}

/* A public buyer may have to leave us whatever it wants itself. */
static bool bound_by_tender(const struct yk_answers *a)
{
    return yk_answer_is(a, "procurement", "tender") || yk_answer_has(a, "barrier", "tender");
}

void yk_risk_levels(enum yk_risk_level out[YK_RISKS], const struct yk_answers *answers,
                    const struct yk_estimate *e, double share, const struct yk_rules *rules,
                    yk_day today)
{
    bool told[YK_RISKS];
    double gone = 1 - e->kept_12m;

    for (enum yk_risk r = YK_RISK_CREDIT; r < YK_RISKS; r++) {
        told[r] = yk_answer_has(answers, "risk", yk_risk_code(r));
        out[r] = told[r] ? YK_RISK_AMBER : YK_RISK_GREEN;
    }
    raise(&out[YK_RISK_CREDIT], YK_RISK_RED, told[YK_RISK_CREDIT] && pays_late(answers));
    raise(&out[YK_RISK_RELOCATE], YK_RISK_RED,
          told[YK_RISK_RELOCATE] ||
              ends_soon(answers, yk_rules_plan(rules, "risk_relocate_days"), today));
    raise(&out[YK_RISK_NEV_SHIFT], YK_RISK_AMBER, gone >= yk_rules_plan(rules, "risk_nev_amber"));
    raise(&out[YK_RISK_NEV_SHIFT], YK_RISK_RED, gone >= yk_rules_plan(rules, "risk_nev_red"));
    raise(&out[YK_RISK_POLICY], YK_RISK_AMBER, bound_by_tender(answers));
    raise(&out[YK_RISK_CONCENTRATION], YK_RISK_AMBER,
          share > yk_rules_plan(rules, "risk_concentration"));
    raise(&out[YK_RISK_CASH_OUT], YK_RISK_RED, told[YK_RISK_CASH_OUT]);
    raise(&out[YK_RISK_SAFETY], YK_RISK_AMBER, own_tank(answers));
    raise(&out[YK_RISK_SAFETY], YK_RISK_RED, told[YK_RISK_SAFETY] && own_tank(answers));
}
