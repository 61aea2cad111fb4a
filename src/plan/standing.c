/* standing.c - where visits have brought a client, one after the other. */
#include <math.h>
#include <string.h>

#include "youka/plan/stage.h"

/* What surveys and visits up to one of them have told. */
struct walk {
    unsigned gates; /* all but the deal's, which depends on the day */
    yk_day surveyed, agreement;
    bool deal;           /* that no date ends */
    const char *stopped; /* lost or parked, with a reason; else "" */
    const char *claimed; /* the stage last named; "" */
    int buys_from;       /* month of its first fuel by card; 0: none */
};

/* Who buys by card holds one; a client that its cards call lost does so no more. */
static int buys_from(const struct yk_derived *d, size_t client)
{
    const struct yk_buyer *b = yk_sales_of(d->buyer, client);
    return b && b->status != YK_SALES_LOST ? b->first_month : 0;
}

static void begin(struct walk *w, const struct yk_territory *t, const struct yk_derived *d,
                  size_t client, const struct yk_strategy_rule *rule)
{
    const struct yk_door *door = &t->door[client];
    const struct yk_answers *told =
        d->visits && d->visits->surveyed ? &d->visits->surveyed[client] : &door->answers;
    /* On a day after every agreement only what no date ends is a deal. */
    unsigned lasting = yk_gates_of(told, rule, INT32_MAX);
    *w = (struct walk){.gates = lasting & ~(1u << YK_GATE_DEAL),
                       .surveyed = door->survey_date,
                       .agreement = yk_answer_day(told, "agreement_until"),
                       .deal = lasting & 1u << YK_GATE_DEAL,
                       .stopped = "",
                       .claimed = "",
                       .buys_from = buys_from(d, client)};
}

static void open_gate(struct walk *w, enum yk_gate gate, bool told)
{
    if (told)
        w->gates |= 1u << gate;
}

/* What the newest visit denies is no fact any more. */
static void set_gate(struct walk *w, enum yk_gate gate, enum yk_yesno told)
{
    open_gate(w, gate, told == YK_YES);
    if (told == YK_NO)
        w->gates &= ~(1u << gate);
}

static bool among(const char *code, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(*list, code))
            return true;
    return false;
}

/* The stage a visitor names, or what the result says where he names none. */
static const char *claim_of(const struct yk_visit *v)
{
    static const char *const gone[] = {"lost", "closed", NULL};
    if (*v->stage)
        return v->stage;
    return among(v->result, gone) ? "lost" : !strcmp(v->result, "signed") ? "won" : "";
}

/* The result itself may be the reason. */
static bool has_reason(const struct yk_visit *v)
{
    static const char *const reason[] = {"lost", "refused", "closed", NULL};
    return *v->stop_reason || among(v->result, reason);
}

static void hear_claim(struct walk *w, const struct yk_visit *v)
{
    static const char *const goes_on[] = {"follow_up", "agreed", "signed", NULL};
    const char *claim = claim_of(v);
    if (yk_stage_stopped(claim)) {
        w->stopped = has_reason(v) ? claim : w->stopped;
        w->claimed = has_reason(v) ? "" : claim;
    } else if (*claim || among(v->result, goes_on)) {
        w->stopped = "";
        w->claimed = *claim || yk_stage_stopped(w->claimed) ? claim : w->claimed;
    }
}

static void hear(struct walk *w, const struct yk_visit *v)
{
    open_gate(w, YK_GATE_VOLUME, !isnan(v->litres_told));
    open_gate(w, YK_GATE_BARRIER, *v->barrier != '\0');
    open_gate(w, YK_GATE_MET, v->decider_met == YK_YES);
    set_gate(w, YK_GATE_TRIAL, v->trial_offered);
    set_gate(w, YK_GATE_OFFER, v->offer_approved);
    w->deal |= v->cards_issued > 0;
    if (v->agreement_until != YK_DAY_NONE && (v->day > w->surveyed || w->agreement == YK_DAY_NONE))
        w->agreement = v->agreement_until;
    hear_claim(w, v);
}

static unsigned gates_on(const struct walk *w, yk_day day)
{
    bool runs = w->agreement != YK_DAY_NONE && w->agreement >= day;
    bool buys = w->buys_from && yk_month_of(day) >= w->buys_from;
    return w->gates | (w->deal || runs || buys ? 1u << YK_GATE_DEAL : 0) |
           (buys ? 1u << YK_GATE_USE : 0);
}

static struct yk_standing stand(const struct walk *w, yk_day day)
{
    unsigned gates = gates_on(w, day);
    struct yk_standing s = {.stage = yk_stage_reached(gates), .claimed = ""};
    if (*w->stopped) {
        s.stage = w->stopped;
    } else if (yk_stage_stopped(w->claimed)) {
        s.claimed = w->claimed;
        s.lacks = 1u << YK_GATE_REASON;
    } else if (*w->claimed && yk_stage_lacks(gates, s.stage, w->claimed)) {
        s.claimed = w->claimed;
        s.lacks = yk_stage_lacks(gates, s.stage, w->claimed);
    } else {
        s.lacks = yk_stage_lacks(gates, s.stage, yk_stage_after(s.stage));
    }
    return s;
}

void yk_standing_of(struct yk_standing *out, struct yk_stage_step *step,
                    const struct yk_territory *t, const struct yk_derived *d, size_t client,
                    const struct yk_strategy_rule *rule)
{
    struct walk w;
    size_t count;
    const struct yk_visit *visit = yk_visits_at(d->visits, client, &count);
    begin(&w, t, d, client, rule);
    for (size_t i = 0; i < count; i++) {
        const char *before = stand(&w, visit[i].day).stage;
        if (visit[i].kind == YK_VISIT)
            hear(&w, &visit[i]);
        if (step)
            step[i] = (struct yk_stage_step){&visit[i], before, stand(&w, visit[i].day)};
    }
    *out = stand(&w, t->today);
}

bool yk_client_lost(const struct yk_visits *visits, size_t client)
{
    struct walk w = {.stopped = "", .claimed = ""};
    size_t count;
    const struct yk_visit *visit = yk_visits_at(visits, client, &count);

    for (size_t i = 0; i < count; i++)
        if (visit[i].kind == YK_VISIT)
            hear_claim(&w, &visit[i]);
    return !strcmp(w.stopped, "lost");
}
