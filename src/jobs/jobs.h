/* jobs.h - every command's run, in the order of the table. Private to src/jobs. */
#ifndef YOUKA_JOBS_JOBS_H
#define YOUKA_JOBS_JOBS_H

#include "youka/jobs/job.h"

typedef yk_code yk_run(struct yk_show *out, const struct yk_wish *wish,
                       const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err);

yk_run yk_run_db_init, yk_run_db_check, yk_run_db_backup, yk_run_db_verify, yk_run_db_upgrade,
    yk_run_db_rebuild, yk_run_db_merge, yk_run_db_audit;
yk_run yk_run_contact_erase;
yk_run yk_run_station_load, yk_run_station_list, yk_run_competitor_load, yk_run_competitor_list;
yk_run yk_run_form_check, yk_run_form_workbook, yk_run_form_xlsform, yk_run_file_show;
yk_run yk_run_survey_check, yk_run_survey_load, yk_run_batch_list, yk_run_batch_undo;
yk_run yk_run_sales_load, yk_run_sales_list;
yk_run yk_run_walk_load, yk_run_traffic_load, yk_run_staff_load;
yk_run yk_run_visit_load, yk_run_visit_list, yk_run_satisfaction_load;
yk_run yk_run_client_override, yk_run_client_duplicates, yk_run_client_same, yk_run_client_apart;
yk_run yk_run_client_list, yk_run_client_show, yk_run_client_explain, yk_run_estimate_list;
yk_run yk_run_gazetteer_load, yk_run_gazetteer_check;
yk_run yk_run_place_find, yk_run_place_batch;
yk_run yk_run_coverage_show;
yk_run yk_run_rules_export, yk_run_rules_load, yk_run_rules_check, yk_run_rules_list;
yk_run yk_run_derive, yk_run_plan_make, yk_run_plan_show, yk_run_plan_issue;
yk_run yk_run_report_region, yk_run_report_hq;
yk_run yk_run_export_geojson, yk_run_export_kml, yk_run_export_gpkg;

/* plan.c: at most so many rows of each table. */
void yk_show_cut(struct yk_show *show, double most);
/* survey.c: files of a form (a folder of survey-forms) into the database; `keep` false: only
 * checked. */
YK_MUST yk_code yk_load_form(struct yk_show *out, const char *form, const struct yk_wish *wish,
                             const struct yk_watch *watch, bool keep, struct yk_arena *a,
                             struct yk_err *err);

#endif
