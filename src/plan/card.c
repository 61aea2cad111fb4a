/* card.c - which card suits a client. */
#include "youka/plan/card.h"

#include <math.h>
#include <string.h>

#include "youka/plan/mix.h"

/* Share of the lesser fuel in the litres. */
static double lesser_fuel(const struct yk_estimate *e, const struct yk_rules *rules)
{
    struct yk_mix m = yk_mix_of(e, rules);
    double all = m.gasoline_l + m.diesel_l;

    return all > 0 ? fmin(m.gasoline_l, m.diesel_l) / all : 0;
}

static void choose(struct yk_card_advice *out, const struct yk_answers *a,
                   const struct yk_estimate *e, const struct yk_rules *rules)
{
    const char *told = yk_answer_text(a, "card_type");
    double vehicles = e->vehicles.p50;

    if (told)
        *out = (struct yk_card_advice){.type = told, .because = "told"};
    else if (!(vehicles > 0))
        *out = (struct yk_card_advice){.type = "none", .because = "none"};
    else if (yk_answer_has(a, "payment", "reimburse"))
        *out = (struct yk_card_advice){.type = "personal", .because = "drivers_pay"};
    else if (vehicles < 1.5)
        *out = (struct yk_card_advice){.type = "personal", .because = "one_vehicle"};
    else if (lesser_fuel(e, rules) >= yk_rules_plan(rules, "card_mixed_share") &&
             vehicles >= yk_rules_plan(rules, "card_fleet_least"))
        *out = (struct yk_card_advice){.type = "combo", .because = "mixed"};
    else if (vehicles >= yk_rules_plan(rules, "card_fleet_least"))
        *out = (struct yk_card_advice){.type = "fleet", .because = "fleet"};
    else if (yk_answer_text(a, "card_control"))
        *out = (struct yk_card_advice){.type = "unit_multi", .because = "controls"};
    else if (vehicles <= yk_rules_plan(rules, "card_single_most"))
        *out = (struct yk_card_advice){.type = "unit_single", .because = "one_card"};
    else
        *out = (struct yk_card_advice){.type = "unit_multi", .because = "several"};
}

void yk_card_advise(struct yk_card_advice *out, const struct yk_answers *answers,
                    const struct yk_estimate *e, const struct yk_rules *rules, const char *decided)
{
    double told;

    if (decided)
        *out = (struct yk_card_advice){.type = decided, .because = "decided"};
    else
        choose(out, answers, e, rules);
    if (yk_answer_number(&told, answers, "cards_expected") && told > 0)
        out->cards = told;
    else if (strcmp(out->type, "none") == 0)
        out->cards = 0;
    else if (strcmp(out->type, "unit_single") == 0)
        out->cards = 1;
    else
        out->cards = fmax(round(e->vehicles.p50), 1) +
                     (strcmp(out->type, "personal") != 0 && strcmp(out->type, "bearer") != 0);
}
