/* score.c - what a client is worth: share still open, access, chance to win, yuan a year. */
#include "youka/plan/score.h"

#include <math.h>
#include <string.h>

#define QUARTER_DAYS 90
#define YEAR_DAYS 365

double yk_logistic(double x)
{
    return 1 / (1 + exp(-x));
}

double yk_own_share(const struct yk_answers *answers)
{
    const char *brands = yk_answer_text(answers, "current_brand");
    double percent;

    if (yk_answer_number(&percent, answers, "own_share_pct"))
        return fmin(fmax(percent / 100, 0), 1);
    if (!brands || !yk_answer_has(answers, "current_brand", "own"))
        return 0;
    return strcmp(brands, "own") == 0 ? 1 : .5;
}

bool yk_existing_client(const struct yk_answers *answers, yk_day today)
{
    const char *card = yk_answer_text(answers, "card_now");
    yk_day until = yk_answer_day(answers, "agreement_until");

    return (card && strcmp(card, "none") != 0) || (until != YK_DAY_NONE && until >= today) ||
           yk_own_share(answers) > 0;
}

double yk_access(const struct yk_answers *answers, yk_day today)
{
    yk_day until = yk_answer_day(answers, "contract_until");
    double access = .8;

    if (until != YK_DAY_NONE && until >= today) {
        yk_day left = until - today;
        access = left <= QUARTER_DAYS ? .9 : left <= YEAR_DAYS ? .4 : .1;
    }
    if (yk_answer_is(answers, "own_tank", "yes") ||
        yk_answer_has(answers, "current_brand", "own_tank"))
        access = fmin(access, .15);
    return access;
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

double yk_win_chance(const struct yk_answers *answers, double distance_m, bool discount_fits)
{
    double x = -1.6, content;
    bool rated = yk_answer_number(&content, answers, "satisfaction_now");

    if (yk_answer_has(answers, "sensitivity", "invoice"))
        x += .4;
    if (yk_answer_is(answers, "sensitivity_top", "price") && discount_fits)
        x += .5;
    if (distance_m > 5000)
        x -= .15 * (distance_m - 5000) / 1000;
    if (yk_answer_has(answers, "barrier", "relation") || (rated && content >= 4))
        x -= .8;
    if (rated && content <= 2)
        x += .7;
    if (not_on_the_list(answers))
        x -= 2.5;
    return yk_logistic(x);
}

double yk_margin_yuan_l(const struct yk_estimate *e, const struct yk_rules *rules)
{
    double litres = 0, yuan = 0;

    for (size_t i = 0; i < rules->fuels && i < YK_GRADES; i++) {
        litres += e->grade[i].mean;
        yuan += e->grade[i].mean * rules->fuel[i].margin_yuan_l;
    }
    return litres > 0 ? yuan / litres : 0;
}

double yk_margin_yuan_year(double litres_month, double own_share, double access, double p_win,
                           double margin_yuan_l)
{
    return litres_month * (1 - own_share) * access * p_win * margin_yuan_l * 12;
}
