/* visits.c - what came of visits, client by client. */
#include "desk.h"
#include "jobs.h"

#include "youka/report/tables.h"

yk_code yk_run_visit_list(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    size_t station;
    const char *only = wish->option[YK_OPT_STATION];
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !(only && yk_desk_station(&station, &desk, only, err))) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        bool *chosen = YK_ARENA_ARRAY(a, bool, desk.territory.stations);
        for (size_t i = 0; i < desk.territory.stations; i++)
            chosen[i] = yk_desk_chosen(wish, &desk.territory.station[i]);
        yk_report_visits(&view, desk.visit, desk.visits, chosen);
    }
    yk_desk_close(&desk);
    return err->code;
}
