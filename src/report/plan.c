/* plan.c - the station development plan, its sheets in order. */
#include "plan_sheets.h"

yk_code yk_report_plan(struct yk_view *view, const struct yk_plan *plan,
                       const struct yk_reject *rejects, size_t count, struct yk_err *err)
{
    if (yk_overview_sheet(view, plan, err))
        return err->code;
    yk_lines_sheet(view, plan);
    yk_changes_sheet(view, plan);
    yk_rounds_sheet(view, plan);
    yk_profiles_sheet(view, plan);
    yk_competition_sheet(view, plan);
    yk_coverage_sheets(view);
    yk_doubts_sheet(view, plan, rejects, count);
    yk_method_sheet(view);
    yk_coefficients_sheet(view);
    return YK_OK;
}
