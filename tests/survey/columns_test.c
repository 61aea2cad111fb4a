/* columns_test.c - headings as people, ODK Central and KoboToolbox write them (survey.md). */
#include "take_desk.h"

static struct desk desk;

static void matches_headings(void **state)
{
    (void)state;
    static const struct {
        const char *word, *heading, *cell, *field, *want;
    } cases[] = {
        {"name", "grid_id", "G7", "grid_id", "G7"},
        {"case and spaces", " Grid_ID ", "G7", "grid_id", "G7"},
        {"full-width", "ｇｒｉｄ＿ｉｄ", "G7", "grid_id", "G7"},
        {"odk group", "door-grid_id", "G7", "grid_id", "G7"},
        {"kobo group", "door/grid_id", "G7", "grid_id", "G7"},
        {"two groups", "a/door/grid_id", "G7", "grid_id", "G7"},
        {"chinese label", "网格编号", "G7", "grid_id", "G7"},
        {"chinese label, spaces", "网格 编号", "G7", "grid_id", "G7"},
        {"chinese label with group", "一、入户信息/网格编号", "G7", "grid_id", "G7"},
        {"english label", "Grid or block ID", "G7", "grid_id", "G7"},
        {"label with brackets, full-width", "车辆总数（辆）", "9", "vehicle_total", "9"},
        {"label without its unit", "车辆总数", "9", "vehicle_total", "9"},
        {"label with a hyphen", "方便走访时间(如08:00-17:00)", "08:00-11:00", "visit_hours",
         "08:00-11:00"},
        {"synonym", "纳税人识别号", "91110000710926094P", "uscc", "91110000710926094P"},
        {"synonym with group", "一、入户信息/网格号", "G7", "grid_id", "G7"},
        {"name before label", "remarks", "R", "remarks", "R"},
        {"exact label before short one", "备注", "R", "remarks", "R"},
        {"one of several, by codes", "sensitivity/price", "1", "sensitivity", "price"},
        {"… not taken for the question of that name", "sensitivity/location", "1", "sensitivity",
         "location"},
        {"… with group", "habit-sensitivity/own_tank", "1", "own_tank", NULL},
        {"… in labels", "敏感因素(可多选)/价格、优惠", "1", "sensitivity", "price"},
        {"… with hierarchy", "四、消费特点与敏感因素/敏感因素(可多选)/价格、优惠", "1",
         "sensitivity", "price"},
        {"… in English", "Sensitivities/Fuel quality", "1", "sensitivity", "quality"},
        {"… all 0 is blank", "sensitivity/price", "0", "sensitivity", NULL},
        {"joined position", "位置(GPS)(deg)", "36.5 120.25", "location", "36.5 120.25"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].heading, cases[i].cell);
        if (desk.batch.rejects)
            fail_msg("%s: %s", cases[i].word, desk.batch.reject[0].reason);
        same_text(cases[i].word, desk_answer(&desk, cases[i].field), cases[i].want);
    }
}

static void joins_positions(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells;
    } cases[] = {
        {"odk",
         "door-location-Latitude,door-location-Longitude,door-location-Altitude,door-location-"
         "Accuracy",
         "36.3071,120.3963,15.2,4.6"},
        {"odk without group",
         "location-Latitude,location-Longitude,location-Altitude,location-Accuracy",
         "36.3071,120.3963,15.2,4.6"},
        {"kobo",
         "location,_location_latitude,_location_longitude,_location_altitude,_location_precision",
         "36.3071 120.3963 15.2 4.6,36.3071,120.3963,15.2,4.6"},
        {"kobo, parts alone",
         ",_location_latitude,_location_longitude,_location_altitude,_location_precision",
         ",36.3071,120.3963,15.2,4.6"},
        {"kobo labels",
         "x,_位置(GPS)_latitude,_位置(GPS)_longitude,_位置(GPS)_altitude,_位置(GPS)_precision",
         ",36.3071,120.3963,15.2,4.6"},
        {"kobo whole labels",
         "x,_位置(GPS)(deg)_latitude,_位置(GPS)(deg)_longitude,_位置(GPS)(deg)_altitude,_位置(GPS)("
         "deg)_precision",
         ",36.3071,120.3963,15.2,4.6"},
        {"kobo hierarchy",
         "x,door/_location_latitude,door/_location_longitude,door/_location_altitude,door/"
         "_location_precision",
         ",36.3071,120.3963,15.2,4.6"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].headings, cases[i].cells);
        same_text(cases[i].word, desk_answer(&desk, "location"), "36.3071 120.3963 15.2 4.6");
    }
}

static void knows_the_servers_columns(void **state)
{
    (void)state;
    desk_with(
        &desk,
        "SubmissionDate,meta-instanceID,meta-instanceName,KEY,SubmitterID,SubmitterName,"
        "AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion,"
        "_id,_uuid,_submission_time,_validation_status,_notes,_status,_submitted_by,"
        "__version__,_tags,_index,行号,原因,怎样改,row_id",
        ",,n,,1,n,1,1,,,d,0,1,5,,,,n,s,u,v,t,1,7,bad,mend it,");
    assert_int_equal(desk.batch.count, 1);
    assert_null(yk_taker_warnings(desk.taker)[0]);
    assert_int_equal(desk.batch.submission[0].answers.count, 6);
}

static void keeps_unknown_columns(void **state)
{
    (void)state;
    desk_with(&desk, "隔壁老板,sensitivity/patience,隔壁老板,,浪潮", " 张三 ,1,李四,x,");
    const char *const *warning = yk_taker_warnings(desk.taker);
    holds_text("all in one", warning[0], "隔壁老板");
    holds_text("all in one", warning[0], "浪潮");
    holds_text("all in one", warning[0], "sensitivity/patience");
    assert_null(warning[1]);
    same_text("raw", desk_answer(&desk, "隔壁老板"), "张三");
    same_text("second of the name", desk_answer(&desk, "隔壁老板 (9)"), "李四");
    same_text("no heading", desk_answer(&desk, "column_10"), "x");
    same_text("blank", desk_answer(&desk, "浪潮"), NULL);
    assert_true(desk_flagged(&desk, "unknown_column", "隔壁老板"));
    assert_false(desk_flagged(&desk, "unknown_column", "浪潮"));
}

static void tells_doubles(void **state)
{
    (void)state;
    desk_with(&desk, "remarks,备注", ",from the label");
    holds_text("told", yk_taker_warnings(desk.taker)[0], "备注");
    same_text("second fills a blank", desk_answer(&desk, "remarks"), "from the label");
    desk_with(&desk, "remarks,备注", "first,second");
    same_text("first counts", desk_answer(&desk, "remarks"), "first");
}

static void wants_the_musts(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *missing; /* NULL: enough */
    } cases[] = {
        {"all", "station_code,survey_date,visit_result,client_name,category,address", NULL},
        {"labels", "加油站编码,调查日期,入户结果,客户名称,客户类别,地址", NULL},
        {"no station", "survey_date,visit_result,client_name,category,address", "station_code"},
        {"no date", "station_code,visit_result,client_name,category,address", "survey_date"},
        {"no result", "station_code,survey_date,client_name,category,address", "visit_result"},
        {"no name", "station_code,survey_date,visit_result,category,address", "client_name"},
        {"no category", "station_code,survey_date,visit_result,client_name,address", "category"},
        {"no address", "station_code,survey_date,visit_result,client_name,category", "address"},
        {"position instead", "station_code,survey_date,visit_result,client_name,category,location",
         NULL},
        {"half a position",
         "station_code,survey_date,visit_result,client_name,category,location-Latitude", "address"},
        {"typed position", "station_code,survey_date,visit_result,client_name,category,经度,纬度",
         NULL},
        {"half a typed one", "station_code,survey_date,visit_result,client_name,category,经度",
         "address"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        yk_code code = desk_begin(&desk, cases[i].headings, ',');
        if ((code == YK_E_DATA) != (cases[i].missing != NULL))
            fail_msg("%s: %d", cases[i].word, code);
        if (cases[i].missing) {
            char named[64];
            snprintf(named, sizeof named, "(%s)", cases[i].missing);
            holds_text(cases[i].word, desk.err.text, named);
            holds_text("what was found", desk.err.text, "visit_result");
        }
    }
    desk.options.station = "S001";
    assert_int_equal(desk_begin(&desk, cases[2].headings, ','), YK_OK);
    desk.options.station = NULL;
}

static int open_desk(void **state)
{
    (void)state;
    desk_open(&desk);
    return 0;
}

static int close_desk(void **state)
{
    (void)state;
    desk_close(&desk);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_headings),
        cmocka_unit_test(joins_positions),
        cmocka_unit_test(knows_the_servers_columns),
        cmocka_unit_test(keeps_unknown_columns),
        cmocka_unit_test(tells_doubles),
        cmocka_unit_test(wants_the_musts),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
