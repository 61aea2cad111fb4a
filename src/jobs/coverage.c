/* coverage.c - how far a trading area has been walked. */
#include "desk.h"
#include "jobs.h"

#include "youka/report/tables.h"
#include "youka/survey/coverage.h"

yk_code yk_run_coverage_show(struct yk_show *out, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_coverage coverage;
    size_t station = 0;
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err) &&
        !yk_coverage_of(&coverage, &desk.territory, desk.derived.place, station, a, err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        view.coverage = &coverage;
        yk_report_coverage(&view);
    }
    yk_desk_close(&desk);
    return err->code;
}
