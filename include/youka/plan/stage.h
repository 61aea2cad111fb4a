/* stage.h - how far the development of a client has come, what is missing, what to do next
 * (planning.md, Stages; vocabulary.md §6). */
#ifndef YOUKA_PLAN_STAGE_H
#define YOUKA_PLAN_STAGE_H

#include "youka/model/visit.h"

/* The facts that open the stages, in the order in which they are asked for. Labelled by the list
 * «gate» of labels.csv, what to do about each by the list «next_step». */
enum yk_gate {
    YK_GATE_VOLUME,      /* to target: litres a month are told */
    YK_GATE_SUPPLIER,    /* to target */
    YK_GATE_SENSITIVITY, /* to info */
    YK_GATE_ROLE,        /* to info: who decides is known */
    YK_GATE_TRIAL,       /* to info: a trial was offered */
    YK_GATE_BARRIER,     /* to value: what stands in the way, or that nothing does */
    YK_GATE_REQUEST,     /* to value: cost and policy request, by a strategy rule or as told */
    YK_GATE_MET,         /* to relation: a visit met the decision maker */
    YK_GATE_OFFER,       /* to closing: policy approved the offer */
    YK_GATE_DEAL,        /* to won: our agreement runs, cards were issued or are used */
    YK_GATE_USE,    /* to keep: holds our card as surveyed, or buys from us, as told or by card */
    YK_GATE_REASON, /* to lost and parked: why */
    YK_GATES
};
const char *yk_gate_code(enum yk_gate g); /* volume, supplier, …, reason */

/* Bits 1u << enum yk_gate that these answers bear out as of a day. `rule` may be NULL. */
unsigned yk_gates_of(const struct yk_answers *answers, const struct yk_strategy_rule *rule,
                     yk_day today);
/* The highest stage whose own and all earlier gates are open. A deal settles what was asked on the
 * way to it: whoever has signed or holds our card is won, whatever else is not known of him. */
const char *yk_stage_reached(unsigned gates);
/* What the gates between two stages still ask for; 0 where `to` is not beyond `from`. */
unsigned yk_stage_lacks(unsigned gates, const char *from, const char *to);
/* The stage after it: keep for keep; surveyed for lost and parked. */
const char *yk_stage_after(const char *stage);

/* The form field of the first of the six facts that is not known: gas_month, vehicle_total,
 * payment, sensitivity, current_brand, contact_phone; "" where all are, or where there is no fuel
 * need. */
const char *yk_missing_fact(const struct yk_answers *answers);

/* Lost or parked: nobody goes there of his own accord. */
bool yk_stage_stopped(const char *stage);
/* Its last visit that speaks of it lost the client, with a reason. `visits` may be NULL. */
bool yk_client_lost(const struct yk_visits *visits, size_t client);

/* Where a client stands. */
struct yk_standing {
    const char *stage;   /* what facts bear out; lost and parked where the last visit that speaks of
                            it says so with a reason */
    const char *claimed; /* what the last visitor who named a stage claims beyond it, or "" */
    unsigned lacks;      /* for the next stage; with a claim: for the claimed one */
};
/* One visit's step. Surveys count from the first visit on, whenever they were. A complaint or a
 * satisfaction form moves nothing. */
struct yk_stage_step {
    const struct yk_visit *visit;
    const char *before;
    struct yk_standing after;
};
/* Where a client stands today: `client` is an index in the territory, `d->visits` may be NULL. With
 * `step` (room for all its visits) each visit's step, oldest first. A stage is lost or parked until
 * a newer visit names another stage or comes to follow_up, agreed or signed. */
void yk_standing_of(struct yk_standing *out, struct yk_stage_step *step,
                    const struct yk_territory *t, const struct yk_derived *d, size_t client,
                    const struct yk_strategy_rule *rule);
/* Codes of the facts, joined by a space. */
const char *yk_gates_text(unsigned gates, struct yk_arena *a);
/* What to do next: a forced visit's reason, else the first missing fact, else keep, lost or parked;
 * "" where there is no fuel need. */
const char *yk_next_step(const struct yk_standing *s, const char *forced,
                         const struct yk_answers *answers);

#endif
