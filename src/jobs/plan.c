/* plan.c - a station's development plan on the screen. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/plan/make.h"
#include "youka/report/tables.h"

void yk_show_cut(struct yk_show *show, double most)
{
    const struct yk_sheets *sheets = &show->sheets;
    for (size_t i = 0; i < sheets->count; i++)
        for (size_t t = 0; t < sheets->sheet[i]->tables; t++)
            if ((double)sheets->sheet[i]->table[t]->rows > most)
                sheets->sheet[i]->table[t]->rows = (size_t)most;
}

yk_code yk_run_plan_show(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_plan plan = {0};
    size_t station = 0;
    double most = 1e9;
    const char *rows = wish->option[YK_OPT_ROWS];
    if (rows && (yk_num_read(&most, rows) != YK_NUM_OK || most < 0))
        return yk_fail(err, YK_E_USAGE, _("--rows takes a whole number, not «%s»"), rows);
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        yk_desk_planning(&desk, watch, a);
        yk_plan_make(&plan, &desk.planning, station, a);
        yk_desk_rivals(&plan, &desk, a);
        yk_report_plan_show(&view, &plan, desk.run.text);
        yk_show_cut(out, most);
    }
    yk_desk_close(&desk);
    return err->code;
}
