/* jobs.c - the table of commands, in the order a newcomer meets them. */
#include "jobs.h"

#include <limits.h>

#include "youka/base/say.h"

#define MANY 4096

const struct yk_option_entry yk_options[YK_OPTIONS] = {
    [YK_OPT_DB] = {"--db", N_("PATH"), N_("the database")},
    [YK_OPT_TODAY] = {"--today", N_("DAY"), N_("the day to reckon from, as 2026-11-23")},
    [YK_OPT_LANG] = {"--lang", "zh|en", N_("language of screen and workbooks")},
    [YK_OPT_JSON] = {"--json", NULL, N_("one JSON object on standard output")},
    [YK_OPT_QUIET] = {"--quiet", NULL, N_("no progress and no remarks")},
    [YK_OPT_STATION] = {"--station", N_("CODE"), N_("only this station")},
    [YK_OPT_REGION] = {"--region", N_("NAME"), N_("only stations of this region")},
    [YK_OPT_OUT] = {"--out", N_("PATH"), N_("where to write")},
    [YK_OPT_REJECTS] = {"--rejects", N_("OUT.xlsx"),
                        N_("a workbook of the refused rows, to mend and load")},
    [YK_OPT_DATUM] = {"--datum", "wgs84|gcj02|bd09|cgcs2000",
                      N_("coordinate system of typed coordinates that name none")},
    [YK_OPT_SHEETS] = {"--sheets", "plan", N_("only the sheet of plan lines")},
    [YK_OPT_ROWS] = {"--rows", N_("N"), N_("at most so many rows")},
    [YK_OPT_DRY_RUN] = {"--dry-run", NULL, N_("check everything, keep nothing")},
    [YK_OPT_SHEET] = {"--sheet", N_("NAME"), N_("only this sheet of the workbook")},
    [YK_OPT_UNDO] = {"--undo", NULL, N_("takes back what was decided")},
    [YK_OPT_UNMASK] = {"--unmask", N_("REASON"),
                       N_("names and phones in full; who, when and why is kept on record")},
};

#define T(x) YK_TAKES(YK_OPT_##x)

const struct yk_job yk_jobs[] = {
    {"station", "load", N_("FILE"), 1, 1, T(DATUM) | T(DRY_RUN), 0,
     N_("takes in our stations and their trading areas"), yk_run_station_load},
    {"station", "list", "", 0, 0, T(REGION), 0, N_("lists our stations"), yk_run_station_list},
    {"competitor", "load", N_("FILE"), 1, 1, T(DATUM) | T(DRY_RUN), 0,
     N_("takes in the rivals' stations"), yk_run_competitor_load},
    {"competitor", "list", "", 0, 0, 0, 0, N_("lists the rivals' stations"),
     yk_run_competitor_list},
    {"survey", "check", N_("FILE…"), 1, MANY, T(STATION) | T(DATUM) | T(REJECTS), 0,
     N_("tells what is wrong with survey files, keeps nothing"), yk_run_survey_check},
    {"survey", "load", N_("FILE…"), 1, MANY, T(STATION) | T(DATUM) | T(REJECTS) | T(DRY_RUN), 0,
     N_("takes in survey files: CSV of Excel and WPS, ODK Central, KoboToolbox"),
     yk_run_survey_load},
    {"walk", "load", N_("FILE…"), 1, MANY, T(STATION) | T(DATUM) | T(REJECTS) | T(DRY_RUN), 0,
     N_("takes in walk lists: the cells of a trading area, doors expected, person and date"),
     yk_run_walk_load},
    {"traffic", "load", N_("FILE…"), 1, MANY, T(STATION) | T(REJECTS) | T(DRY_RUN), 0,
     N_("takes in traffic counts"), yk_run_traffic_load},
    {"staff", "load", N_("FILE…"), 1, MANY, T(STATION) | T(REJECTS) | T(DRY_RUN), 0,
     N_("takes in who can visit clients"), yk_run_staff_load},
    {"batch", "list", "", 0, 0, 0, 0, N_("lists what was loaded"), yk_run_batch_list},
    {"batch", "undo", N_("ID"), 1, 1, 0, 0, N_("takes a load back"), yk_run_batch_undo},
    {"client", "list", "", 0, 0, T(STATION) | T(REGION), 0, N_("lists clients, places and origins"),
     yk_run_client_list},
    {"client", "show", N_("ID"), 1, 1, 0, 0, N_("shows all answers of a client"),
     yk_run_client_show},
    {"client", "explain", N_("ID"), 1, 1, 0, 0,
     N_("tells why a client's numbers are what they are"), yk_run_client_explain},
    {"derive", "", "", 0, 0, 0, 0, N_("locates and estimates all clients anew"), yk_run_derive},
    {"estimate", "list", "", 0, 0, T(STATION) | T(REGION), 0, N_("lists fleets and litres a month"),
     yk_run_estimate_list},
    {"plan", "make", "", 0, 0, T(STATION) | T(REGION) | T(OUT) | T(SHEETS), T(OUT),
     N_("writes each station's development plan as a workbook"), yk_run_plan_make},
    {"plan", "show", "", 0, 0, T(STATION) | T(ROWS), T(STATION),
     N_("shows a station's development plan"), yk_run_plan_show},
    {"form", "check", N_("DIR"), 1, 1, 0, 0,
     N_("tests a form: survey.csv, choices.csv, settings.csv"), yk_run_form_check},
    {"form", "xlsform", N_("[DIR]"), 0, 1, T(OUT), T(OUT),
     N_("writes a form as XLSForm for ODK and Kobo"), yk_run_form_xlsform},
    {"file", "show", N_("FILE"), 1, 1, T(SHEET) | T(ROWS), 0, N_("shows what youka sees in a file"),
     yk_run_file_show},
    {"db", "init", "", 0, 0, 0, 0, N_("makes an empty database"), yk_run_db_init},
    {"db", "check", "", 0, 0, 0, 0, N_("tests the database"), yk_run_db_check},
    {"db", "backup", N_("OUT"), 1, 1, 0, 0, N_("saves the database and proves the copy"),
     yk_run_db_backup},
    {"db", "verify", N_("BACKUP"), 1, 1, 0, 0, N_("proves a saved copy"), yk_run_db_verify},
    {"db", "upgrade", "", 0, 0, 0, 0, N_("brings an older database up to date"), yk_run_db_upgrade},
    {"db", "rebuild", "", 0, 0, 0, 0, N_("drops everything derived and derives it again"),
     yk_run_db_rebuild},
    {0},
};
