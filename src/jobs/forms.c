/* forms.c - the other forms, loaded as survey files are. */
#include "jobs.h"

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
