/* forms.c - every form that is loaded as it stands. */
#include "jobs.h"

#include "youka/base/say.h"

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

/* Loads what was told of known clients; whose it is, is found when it is looked at. */
static yk_code load_told(struct yk_show *out, const char *form, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    bool keep = !wish->option[YK_OPT_DRY_RUN];
    if (!yk_load_form(out, form, wish, watch, keep, a, err) && keep)
        yk_notice(watch, _("where it has brought the clients, and rows that fit no client: youka "
                           "visit list"));
    return err->code;
}

yk_code yk_run_visit_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load_told(out, "visit", wish, watch, a, err);
}

yk_code yk_run_satisfaction_load(struct yk_show *out, const struct yk_wish *wish,
                                 const struct yk_watch *watch, struct yk_arena *a,
                                 struct yk_err *err)
{
    return load_told(out, "satisfaction", wish, watch, a, err);
}
