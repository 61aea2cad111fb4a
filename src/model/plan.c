/* plan.c - the words of a plan. */
#include "youka/model/plan.h"

const char *yk_verdict_code(enum yk_verdict v)
{
    switch (v) {
    case YK_VERDICT_IN:
        return "in";
    case YK_VERDICT_EDGE:
        return "edge";
    case YK_VERDICT_OUT:
        return "out";
    case YK_VERDICT_UNKNOWN:
        return "unknown";
    }
    YK_BUG("no verdict has the number %d", (int)v);
}

const char *yk_risk_code(enum yk_risk r)
{
    static const char *const code[YK_RISKS] = {"credit",   "relocate",   "nev_shift",
                                               "policy",   "competitor", "concentration",
                                               "cash_out", "safety",     "person_change"};
    if (r >= YK_RISKS)
        YK_BUG("no risk has the number %d", (int)r);
    return code[r];
}

enum yk_risk_level yk_risk_worst(const enum yk_risk_level level[YK_RISKS])
{
    enum yk_risk_level worst = YK_RISK_GREEN;
    for (enum yk_risk r = YK_RISK_CREDIT; r < YK_RISKS; r++)
        if (level[r] > worst)
            worst = level[r];
    return worst;
}

const char *yk_risk_level_code(enum yk_risk_level l)
{
    return l == YK_RISK_RED ? "red" : l == YK_RISK_AMBER ? "amber" : "green";
}

const char *yk_meant_code(enum yk_meant m)
{
    static const char *const code[YK_MEANTS] = {"l_month",   "l_year",   "t_month",      "t_year",
                                                "cny_month", "cny_year", "vehicle_month"};
    if (m >= YK_MEANTS)
        YK_BUG("no meaning of an amount has the number %d", (int)m);
    return code[m];
}

const char *yk_win_code(enum yk_win_term term)
{
    static const char *const code[YK_WIN_TERMS] = {"decider_met", "invoice",   "price",      "far",
                                                   "loyal",       "complaint", "not_on_list"};
    if (term >= YK_WIN_TERMS)
        YK_BUG("no term of the chance to win has the number %d", (int)term);
    return code[term];
}

const char *yk_change_code(enum yk_change_kind k)
{
    static const char *const code[YK_CHANGES] = {"new",  "won",   "lost", "up",
                                                 "down", "stage", "gone", "moved"};

    if (k >= YK_CHANGES)
        YK_BUG("no change has the number %d", (int)k);
    return code[k];
}
