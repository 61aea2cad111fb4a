/* visit.h - what visits and satisfaction forms told, each beside the client it was about; and what
 * of it answers the survey's own questions anew. */
#ifndef YOUKA_MODEL_VISIT_H
#define YOUKA_MODEL_VISIT_H

#include "youka/model/plan.h"
#include "youka/model/who.h"

enum yk_visit_kind {
    YK_VISIT,        /* the form «visit», or a line of a plan workbook that came back */
    YK_SATISFACTION, /* the form «satisfaction» */
};
enum yk_yesno { YK_NOT_TOLD, YK_YES, YK_NO };

/* Texts are "", numbers NAN, days YK_DAY_NONE where nothing was told; codes are those of the form's
 * lists. Texts are lent by the record. */
struct yk_visit {
    const struct yk_record *record;
    enum yk_visit_kind kind;
    size_t client; /* index in the territory of clients */
    yk_day day;
    const char *station_code, *visitor, *direction;
    const char *result;           /* visit_outcome */
    const char *stage;            /* that the visitor claims */
    const char *stop_reason;      /* why it is lost or parked */
    const char *intent, *barrier; /* codes joined by a space */
    const char *next_step, *note; /* in the visitor's words */
    enum yk_yesno decider_met;    /* the result met_decider says yes too */
    enum yk_yesno complaint, trial_offered, offer_approved;
    double litres_told;  /* a month, of all fuels */
    double cards_issued; /* on this visit */
    double hours;
    double overall; /* YK_SATISFACTION: 1 to 5 */
    yk_day agreement_until, next_day;
};

/* Why a record stands beside no client. */
enum yk_stray_why {
    YK_STRAY_ID,         /* no client's id begins so */
    YK_STRAY_ID_SEVERAL, /* several clients' ids begin so */
    YK_STRAY_NAME,       /* the station has no client of exactly this name */
    YK_STRAY_NAME_SEVERAL,
    YK_STRAY_DAY, /* without a date */
};
struct yk_stray {
    const struct yk_record *record;
    enum yk_stray_why why;
};

struct yk_visits {
    struct yk_visit *visit; /* by client, day, kind, key: the newest last */
    size_t count;
    size_t *first; /* of client i: visit[first[i]] up to visit[first[i + 1]]; NULL without visits */
    struct yk_stray *stray; /* by station code, key; satisfaction of nobody in particular is none */
    size_t strays;
    const struct yk_answers *surveyed; /* of each client: what surveys alone told; NULL likewise */
};

/* The visits of a client, oldest first; `visits` may be NULL. */
const struct yk_visit *yk_visits_at(const struct yk_visits *visits, size_t client, size_t *count);

/* Joins the records of the forms visit and satisfaction to the clients: by client_id, any unique
 * prefix of a client's id, of one of its doors' or of one handed out; without an id, by the name as
 * it is folded (model/name.h) among the doors that the record's station surveyed or, by `place` (of
 * the clients; NULL: not known yet), owns. Lies in the arena. */
void yk_visits_of(struct yk_visits *out, const struct yk_who *who, const struct yk_place *place,
                  struct yk_arena *a);

/* Lays what visits told over the clients' answers, so that estimating, scoring and planning need
 * not know of visits; afterwards visits->surveyed holds the answers as they were. The newest visit
 * that tells it counts, and only where no survey of the same or a later day answers it:
 *   month_litres_told  instead of gas_month, diesel_month and resale_month_t, of all fuels together
 *   barrier, intent    intent d too where the result was a final refusal
 *   agreement_until
 * and answers that no survey asks:
 *   decider_met = yes  where any visit says so
 *   trial_offered, offer_approved   as the newest visit says
 *   cards_issued       on all visits together
 */
void yk_visits_answer(struct yk_territory *clients, struct yk_visits *visits,
                      const struct yk_who *who, struct yk_arena *a);

#endif
