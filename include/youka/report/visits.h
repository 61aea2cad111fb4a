/* visits.h - visits as people look at them: newest first, with the stages they led to. */
#ifndef YOUKA_REPORT_VISITS_H
#define YOUKA_REPORT_VISITS_H

#include "youka/model/visit.h"
#include "youka/report/report.h"

/* A visit and where it brought its client; codes as in yk_plan_line. */
struct yk_visit_step {
    const struct yk_visit *visit;
    const char *before, *after, *claimed, *wants;
};
/* Of one client, oldest first. */
struct yk_client_visits {
    struct yk_visit_step *step;
    size_t count;
    yk_day next; /* the day of the open next visit, or YK_DAY_NONE */
};

/* Tables visits (keys day, station_code, client_id, name, …, stage_before, stage_after, claimed,
 * missing, next_day, overdue) and strays: what stands beside no client, and why. `station` NULL:
 * strays of all. */
void yk_report_visits(struct yk_view *view, const struct yk_client_visits *of, size_t clients,
                      const char *station);

#endif
