/* share.c - what of a client's litres is ours today, and what of the rest is open to us. */
#include "youka/estimate/share.h"

#include <math.h>
#include <string.h>

#define QUARTER_DAYS 90
#define YEAR_DAYS 365

static double within_0_and_1(double share)
{
    return fmin(fmax(share, 0), 1);
}

double yk_own_share(const struct yk_answers *answers)
{
    const char *brands = yk_answer_text(answers, "current_brand");
    double percent;

    if (yk_answer_number(&percent, answers, "own_share_pct"))
        return within_0_and_1(percent / 100);
    if (!brands || !yk_answer_has(answers, "current_brand", "own"))
        return 0;
    return strcmp(brands, "own") == 0 ? 1 : .5;
}

bool yk_own_share_told(const struct yk_answers *answers)
{
    const char *brands = yk_answer_text(answers, "current_brand");

    return yk_answer_text(answers, "own_share_pct") || (brands && strcmp(brands, "unknown") != 0);
}

struct yk_access_prior yk_access_prior(const struct yk_rules *rules)
{
    return (struct yk_access_prior){
        .none = within_0_and_1(yk_rules_market(rules, "access_none")),
        .months_3 = within_0_and_1(yk_rules_market(rules, "access_3_months")),
        .months_12 = within_0_and_1(yk_rules_market(rules, "access_12_months")),
        .later = within_0_and_1(yk_rules_market(rules, "access_later")),
        .own_tank = within_0_and_1(yk_rules_market(rules, "access_own_tank"))};
}

double yk_access(const struct yk_answers *answers, yk_day today, const struct yk_access_prior *p)
{
    yk_day until = yk_answer_day(answers, "contract_until");
    double access = p->none;

    if (until != YK_DAY_NONE && until >= today) {
        yk_day left = until - today;
        access = left <= QUARTER_DAYS ? p->months_3 : left <= YEAR_DAYS ? p->months_12 : p->later;
    }
    if (yk_answer_is(answers, "own_tank", "yes") ||
        yk_answer_has(answers, "current_brand", "own_tank"))
        access = fmin(access, p->own_tank);
    return access;
}
