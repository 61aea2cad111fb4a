/* stage.c - how far the development of a client has come, what is missing, what to do next. */
#include "youka/plan/stage.h"

#include <math.h>
#include <string.h>

#include "youka/model/facts.h"

#define BIT(gate) (1u << YK_GATE_##gate)

static const char *const gate_codes[YK_GATES] = {
    [YK_GATE_VOLUME] = "volume",   [YK_GATE_SUPPLIER] = "supplier",
    [YK_GATE_ROLE] = "role",       [YK_GATE_SENSITIVITY] = "sensitivity",
    [YK_GATE_TRIAL] = "trial",     [YK_GATE_BARRIER] = "barrier",
    [YK_GATE_REQUEST] = "request", [YK_GATE_MET] = "met",
    [YK_GATE_OFFER] = "offer",     [YK_GATE_DEAL] = "deal",
    [YK_GATE_USE] = "use",         [YK_GATE_REASON] = "reason",
};

/* The stages in order; each asks for its own gates beside those before it. */
static const struct {
    const char *stage;
    unsigned gates;
} ladder[] = {
    {"surveyed", 0},
    {"target", BIT(VOLUME) | BIT(SUPPLIER)},
    {"info", BIT(SENSITIVITY) | BIT(ROLE) | BIT(TRIAL)},
    {"value", BIT(BARRIER) | BIT(REQUEST)},
    {"relation", BIT(MET)},
    {"closing", BIT(OFFER)},
    {"won", BIT(DEAL)},
    {"keep", BIT(USE)},
};
enum { RUNGS = sizeof ladder / sizeof *ladder, NO_RUNG = -1 };

static int rung_of(const char *stage)
{
    for (int i = 0; i < RUNGS; i++)
        if (!strcmp(ladder[i].stage, stage))
            return i;
    return NO_RUNG;
}

const char *yk_gate_code(enum yk_gate g)
{
    if (g >= YK_GATES)
        YK_BUG("no gate has the number %d", (int)g);
    return gate_codes[g];
}

bool yk_stage_stopped(const char *stage)
{
    return !strcmp(stage, "lost") || !strcmp(stage, "parked");
}

/* --- facts -------------------------------------------------------------------------------------
 */
static bool holds_card(const struct yk_answers *a)
{
    const char *card = yk_answer_text(a, "card_now");
    return card && strcmp(card, "none") != 0;
}

static bool buys_from_us(const struct yk_answers *a)
{
    double percent;
    if (yk_answer_number(&percent, a, "own_share_pct"))
        return percent > 0;
    return yk_answer_has(a, "current_brand", "own");
}

static bool has_deal(const struct yk_answers *a, yk_day today)
{
    yk_day until = yk_answer_day(a, "agreement_until");
    double cards;
    return holds_card(a) || (until != YK_DAY_NONE && until >= today) ||
           (yk_answer_number(&cards, a, "cards_issued") && cards > 0);
}

unsigned yk_gates_of(const struct yk_answers *a, const struct yk_strategy_rule *rule, yk_day today)
{
    const bool open[YK_GATES] = {
        [YK_GATE_VOLUME] = yk_fact_known(a, YK_FACT_VOLUME),
        [YK_GATE_SUPPLIER] = yk_fact_known(a, YK_FACT_SUPPLIER),
        [YK_GATE_SENSITIVITY] = yk_fact_known(a, YK_FACT_SENSITIVITY),
        [YK_GATE_ROLE] = yk_repeat_has(a, "contact", "contact_role", "decision_maker"),
        [YK_GATE_TRIAL] = yk_answer_is(a, "trial_offered", "yes"),
        [YK_GATE_BARRIER] = yk_answer_text(a, "barrier") != NULL,
        [YK_GATE_REQUEST] = (rule && *rule->rule_id) || yk_answer_text(a, "policy_needed"),
        [YK_GATE_MET] = yk_answer_is(a, "decider_met", "yes"),
        [YK_GATE_OFFER] = yk_answer_is(a, "offer_approved", "yes"),
        [YK_GATE_DEAL] = has_deal(a, today),
        [YK_GATE_USE] = holds_card(a) || buys_from_us(a),
    };
    unsigned gates = 0;
    for (unsigned g = 0; g < YK_GATES; g++)
        gates |= open[g] ? 1u << g : 0;
    return gates;
}

/* A deal settles what was asked on the way to it. */
static unsigned settled(unsigned gates)
{
    for (int i = 0; gates & BIT(DEAL) && i < RUNGS && ladder[i].gates != BIT(DEAL); i++)
        gates |= ladder[i].gates;
    return gates;
}

const char *yk_stage_reached(unsigned gates)
{
    int rung = 0;
    gates = settled(gates);
    while (rung + 1 < RUNGS && (ladder[rung + 1].gates & ~gates) == 0)
        rung++;
    return ladder[rung].stage;
}

unsigned yk_stage_lacks(unsigned gates, const char *from, const char *to)
{
    unsigned lacks = 0;
    for (int i = rung_of(from) + 1; i <= rung_of(to); i++)
        lacks |= ladder[i].gates;
    return lacks & ~settled(gates);
}

const char *yk_stage_after(const char *stage)
{
    int next = rung_of(stage) + 1;
    return ladder[next < RUNGS ? next : RUNGS - 1].stage;
}

const char *yk_missing_fact(const struct yk_answers *answers)
{
    unsigned known = yk_facts_known(answers);

    for (unsigned f = 0; f < YK_FACTS; f++)
        if (!(known & 1u << f))
            return yk_fact_field((enum yk_fact)f);
    return "";
}

const char *yk_gates_text(unsigned gates, struct yk_arena *a)
{
    const char *text = "";
    for (unsigned g = 0; g < YK_GATES; g++)
        if (gates & 1u << g)
            text = *text ? yk_arena_printf(a, "%s %s", text, gate_codes[g]) : gate_codes[g];
    return text;
}

const char *yk_next_step(const struct yk_standing *s, const char *forced,
                         const struct yk_answers *answers)
{
    if (*forced)
        return forced;
    if (yk_answer_is(answers, "visit_result", "no_vehicles"))
        return "";
    for (unsigned g = 0; g < YK_GATES; g++)
        if (s->lacks & 1u << g)
            return gate_codes[g];
    return s->stage;
}
