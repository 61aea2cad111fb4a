/* stage.c - how far the development of a client has come, and what to ask next. */
#include "youka/plan/stage.h"

#include <string.h>

static bool answered(const struct yk_answers *a, const char *code)
{
    return yk_answer_text(a, code) != NULL;
}

static bool volume_known(const struct yk_answers *a)
{
    return answered(a, "gas_month") || answered(a, "diesel_month") ||
           answered(a, "resale_month_t") ||
           (answered(a, "litres_fill") && answered(a, "fills_week"));
}

static bool vehicles_known(const struct yk_answers *a)
{
    const struct yk_repeat *fleet = yk_answer_repeat(a, "fleet");

    return answered(a, "vehicle_total") || (fleet && fleet->count > 0);
}

static bool supplier_known(const struct yk_answers *a)
{
    return answered(a, "current_brand") && !yk_answer_is(a, "current_brand", "unknown");
}

static bool sensitivity_known(const struct yk_answers *a)
{
    return answered(a, "sensitivity") || answered(a, "sensitivity_top");
}

/* Whether some contact has the field; `value` NULL: any. */
static bool contact_has(const struct yk_answers *a, const char *code, const char *value)
{
    const struct yk_repeat *contact = yk_answer_repeat(a, "contact");

    for (size_t i = 0; contact && i < contact->count; i++) {
        const char *text = yk_line_text(&contact->line[i], code);
        if (text && (!value || strcmp(text, value) == 0))
            return true;
    }
    return false;
}

const char *yk_stage_of(const struct yk_answers *answers, yk_day today)
{
    const char *card = yk_answer_text(answers, "card_now");
    yk_day until = yk_answer_day(answers, "agreement_until");

    if (card && strcmp(card, "none") != 0)
        return "keep";
    if (until != YK_DAY_NONE && until >= today)
        return "won";
    if (!volume_known(answers) || !supplier_known(answers))
        return "surveyed";
    if (sensitivity_known(answers) && contact_has(answers, "contact_role", "decision_maker"))
        return "info";
    return "target";
}

const char *yk_missing_fact(const struct yk_answers *answers)
{
    if (yk_answer_is(answers, "visit_result", "no_vehicles"))
        return "";
    if (!volume_known(answers))
        return "gas_month";
    if (!vehicles_known(answers))
        return "vehicle_total";
    if (!answered(answers, "payment") && !answered(answers, "fills_week"))
        return "payment";
    if (!sensitivity_known(answers))
        return "sensitivity";
    if (!supplier_known(answers))
        return "current_brand";
    return contact_has(answers, "contact_phone", NULL) ? "" : "contact_phone";
}
