/* forms.c - every form that is loaded as it stands. */
#include "jobs.h"

yk_code yk_run_survey_load(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "client_survey", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_survey_check(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "client_survey", wish, watch, false, a, err);
}

yk_code yk_run_walk_load(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "walk_list", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_traffic_load(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "traffic", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_staff_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "staff", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_visit_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return yk_load_form(out, "visit", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_satisfaction_load(struct yk_show *out, const struct yk_wish *wish,
                                 const struct yk_watch *watch, struct yk_arena *a,
                                 struct yk_err *err)
{
    return yk_load_form(out, "satisfaction", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}
