/* forced.h - whom somebody has to see again soon, and when he was last seen. */
#ifndef YOUKA_PLAN_FORCED_H
#define YOUKA_PLAN_FORCED_H

#include "youka/model/visit.h"

/* A client whose satisfaction is below it is gone to. Of 5; the issue that asked for it says 3. */
#define YK_DISSATISFIED_BELOW 3

/* Why a visit to the client cannot wait, labelled by the list «forced» of labels.csv: complaint (a
 * visit or a satisfaction form tells of one, and no later visit has met anybody without hearing it
 * again) · dissatisfied (the newest overall score is too low, and no later visit met anybody) · ""
 * nothing. */
const char *yk_visit_forced(const struct yk_visits *visits, size_t client);
/* The last day on which a visit met somebody of the client; YK_DAY_NONE: none did. NULL: none. */
yk_day yk_last_met(const struct yk_visits *visits, size_t client);
/* The last day on which somebody of the client was spoken to: on a visit that met somebody, or by a
 * survey that came to answers; YK_DAY_NONE: never. */
yk_day yk_last_seen(const struct yk_territory *t, const struct yk_visits *visits, size_t client);
/* The day agreed for the next visit by the newest visit that names one, where no later visit met
 * anybody; YK_DAY_NONE: none is open. It is overdue where it lies before today. */
yk_day yk_next_visit(const struct yk_visits *visits, size_t client);

#endif
