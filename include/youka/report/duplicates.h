/* duplicates.h - who is who, for people: pairs to look at, pairs put together, decisions. */
#ifndef YOUKA_REPORT_DUPLICATES_H
#define YOUKA_REPORT_DUPLICATES_H

#include "youka/report/report.h"

/* Tables duplicates (to be asked), joined (by rule or told), sites, apart; of the chosen stations
 * (NULL: all). Needs view->who. */
void yk_report_duplicates(struct yk_view *view, const bool *chosen);

/* What a person decided of two doors, as it was kept. */
struct yk_decided_on {
    size_t one, other; /* doors of view->who */
    enum yk_decided decided;
    bool undone;
    size_t taken_back; /* earlier words */
};
/* decision, a, b, done, follows, back. */
void yk_report_decided(struct yk_view *view, const struct yk_decided_on *what);

#endif
