/* take_test.c - whole files: the exports of both servers, statuses, blank rows, station and datum.
 * exports/ holds what ODK Central and KoboToolbox write for the census form (invented answers). */
#include "take_desk.h"

static struct desk desk;

static size_t vehicles(const struct yk_repeat *fleet)
{
    double sum = 0, one;
    for (size_t i = 0; fleet && i < fleet->count; i++)
        sum += yk_line_number(&one, &fleet->line[i], "veh_count") ? one : 0;
    return (size_t)sum;
}

/* What both servers know of the two doors. */
static void check_export(const char *word)
{
    const struct yk_batch *b = &desk.batch;
    assert_int_equal(b->rejects, 0);
    assert_int_equal(b->count, 2);
    const struct yk_answers *first = &b->submission[0].answers, *second = &b->submission[1].answers;
    const struct yk_repeat *fleet = yk_answer_repeat(first, "fleet");
    assert_int_equal(fleet->count, 2);
    assert_int_equal(vehicles(fleet), 23);
    same_text(word, yk_line_text(&fleet->line[1], "veh_fuel"), "g92");
    same_text(word, yk_answer_text(first, "client_name"), "青岛海润食品有限公司,一分厂");
    same_text(word, yk_answer_text(first, "address"), "青岛市城阳区\"和平路\"12号");
    same_text(word, yk_answer_text(first, "location"), "36.3071 120.3963 15.2 4.6");
    same_text(word, yk_answer_text(first, "sensitivity"), "price invoice credit");
    same_text(word, yk_answer_text(first, "diesel_month"), "24.3");
    same_text(word, yk_answer_text(first, "policy_needed"), "柴油每升让利0.3元\n月结15天");
    same_text(word, yk_answer_text(first, "fleet_summary"), NULL);
    same_text(word, yk_answer_text(second, "visit_result"), "refused");
    same_text(word, yk_answer_text(second, "sensitivity"), NULL);
    same_text(word, b->submission[0].key, "11111111-1111-4111-8111-111111111111");
    same_text(word, b->submission[1].key, "22222222-2222-4222-8222-222222222222");
    same_text(word, b->submission[0].station_code, "SD-QD-0031");
    assert_int_equal(b->submission[0].survey_date, yk_day_of(2026, 3, 5));
    assert_null(yk_taker_warnings(desk.taker)[0]);
}

static void reads_odk_central(void **state)
{
    (void)state;
    char *parent = read_whole("tests/survey/exports/youka_client_survey.csv");
    char *fleet = read_whole("tests/survey/exports/youka_client_survey-fleet.csv");
    char *contact = read_whole("tests/survey/exports/youka_client_survey-contact.csv");
    assert_int_equal(desk_begin(&desk, parent, ','), YK_OK);
    desk_repeat(&desk, "fleet", fleet);
    desk_repeat(&desk, "contact", contact);
    desk_take(&desk);
    check_export("odk");
    const struct yk_answers *first = &desk.batch.submission[0].answers;
    same_text("odk", yk_line_text(&yk_answer_repeat(first, "fleet")->line[0], "veh_km_month"),
              "6000");
    const struct yk_repeat *people = yk_answer_repeat(first, "contact");
    same_text("odk", yk_line_text(&people->line[0], "contact_phone"), "0532-80000000");
    same_text("odk", desk.batch.submission[0].age,
              "000000 2026-03-05T02:09:00Z 2026-03-05T02:11:09Z");
    assert_true(desk_flagged(&desk, "check_digit", "uscc"));
    assert_int_equal(desk.batch.submission[1].answers.repeats, 0);
    assert_int_equal(desk.batch.submission[0].line, 2);
    assert_int_equal(desk.batch.submission[1].line, 4);
    free(parent);
    free(fleet);
    free(contact);
}

static void reads_kobo(void **state)
{
    (void)state;
    char *csv = read_whole("tests/survey/exports/kobo.csv");
    assert_int_equal(desk_begin(&desk, csv, ';'), YK_OK);
    desk_take(&desk);
    check_export("kobo");
    same_text("kobo", desk.batch.submission[0].age, "000000  2026-03-05T02:11:09Z");
    assert_false(desk_flagged(&desk, "on_hold", ""));
    free(csv);
}

#define MUST "station_code,survey_date,visit_result,client_name,category,address"
#define DOOR "S001,2026-03-05,refused,Alpha Co,hotel,1 Main Road"

static void obeys_the_servers_status(void **state)
{
    (void)state;
    static const struct {
        const char *word, *csv, *reason; /* NULL: loads */
        bool on_hold;
    } cases[] = {
        {"not decrypted", MUST ",KEY,Status\n,,,,,,uuid:a,not decrypted\n", "not decrypted", false},
        {"rejected in review", MUST ",ReviewState\n" DOOR ",rejected\n", "rejected in review",
         false},
        {"approved in review", MUST ",ReviewState\n" DOOR ",approved\n", NULL, false},
        {"has issues", MUST ",ReviewState\n" DOOR ",hasIssues\n", NULL, false},
        {"not approved", MUST ",_validation_status\n" DOOR ",validation_status_not_approved\n",
         "not approved", false},
        {"on hold", MUST ",_validation_status\n" DOOR ",validation_status_on_hold\n", NULL, true},
        {"approved", MUST ",_validation_status\n" DOOR ",validation_status_approved\n", NULL,
         false},
        {"blank", MUST ",_validation_status\n" DOOR ",\n", NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_read(&desk, cases[i].csv);
        assert_int_equal(desk.batch.count, cases[i].reason ? 0 : 1);
        assert_int_equal(desk.batch.rejected_rows, cases[i].reason ? 1 : 0);
        assert_int_equal(desk.batch.rejects, cases[i].reason ? 1 : 0);
        if (cases[i].reason)
            holds_text(cases[i].word, desk.batch.reject[0].reason, cases[i].reason);
        assert_int_equal(desk_flagged(&desk, "on_hold", ""), cases[i].on_hold);
    }
}

static void counts_rows(void **state)
{
    (void)state;
    static const struct {
        const char *word, *rows;
        size_t taken, rejected, blank, cells;
    } cases[] = {
        {"taken", DOOR ",,\n", 1, 0, 0, 0},
        {"nothing", ",,,,,,,\n", 0, 0, 1, 0},
        {"spaces", " ,\t,\xE3\x80\x80,,,,,\n", 0, 0, 1, 0},
        {"a ready row_id alone", ",,,,,,r7,\n", 0, 0, 1, 0},
        {"a server's record without answers", ",,,,,,,uuid:x\n", 0, 1, 0, 6},
        {"two bad cells count one row", "S001,soon,perhaps,Alpha,hotel,Road,,\n", 0, 1, 0, 2},
        {"good beside bad", DOOR ",,\nS001,soon,refused,B,hotel,Road,,\n" DOOR ",,\n", 2, 1, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char csv[1024];
        snprintf(csv, sizeof csv, MUST ",row_id,KEY\n%s", cases[i].rows);
        desk_read(&desk, csv);
        const struct yk_batch *b = &desk.batch;
        if (b->count != cases[i].taken || b->rejected_rows != cases[i].rejected ||
            b->blank_rows != cases[i].blank || b->rejects != cases[i].cells)
            fail_msg("%s: %zu %zu %zu %zu", cases[i].word, b->count, b->rejected_rows,
                     b->blank_rows, b->rejects);
    }
}

static void tells_where_a_reject_is(void **state)
{
    (void)state;
    desk_read(&desk, MUST ",备注\n\"S001\",2026-03-05,refused,\"Alpha\nCo\",hotel,Road,\n"
                          "S001,2026-03-05,refused, Beta ,hostel,Road,\n");
    const struct yk_reject *r = &desk.batch.reject[0];
    assert_int_equal(desk.batch.rejects, 1);
    same_text("file", r->file, "a.csv");
    assert_int_equal(r->line, 4); /* the first row takes two lines */
    assert_int_equal(r->row, 1);
    same_text("heading", r->heading, "category");
    same_text("value", r->value, "hostel");
    holds_text("reason", r->reason, "hostel");
    holds_text("hint", r->hint, "Hotel");
}

static void refuses_cells_beyond_the_headings(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST "\n" DOOR "\n", ','), YK_OK);
    const size_t extra[] = {2};
    desk.table.rows.extra = extra;
    desk_take(&desk);
    assert_int_equal(desk.batch.rejected_rows, 1);
    holds_text("extra", desk.batch.reject[0].reason, "2 more cells");
}

static void fills_in_the_station(void **state)
{
    (void)state;
    static const char *const headings = "survey_date,visit_result,client_name,category,address";
    char csv[512];
    snprintf(csv, sizeof csv, "%s\n2026-03-05,refused,Alpha,hotel,Road\n", headings);
    desk.options.station = "S001";
    desk_read(&desk, csv);
    assert_int_equal(desk.batch.count, 1);
    same_text("no column", desk.batch.submission[0].station_code, "S001");
    same_text("answer", desk_answer(&desk, "station_code"), "S001");
    snprintf(csv, sizeof csv, "%s,station_code\n2026-03-05,refused,Alpha,hotel,Road,SD-QD-0031\n",
             headings);
    desk_read(&desk, csv);
    same_text("the row's own", desk.batch.submission[0].station_code, "SD-QD-0031");
    desk.options.station = NULL;
}

static void knows_stations(void **state)
{
    (void)state;
    static const struct {
        const char *word, *typed, *code;
    } cases[] = {
        {"known", "S001", "S001"},
        {"full-width", "Ｓ００１", "S001"},
        {"unknown", "S999", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char csv[512];
        snprintf(csv, sizeof csv, MUST "\n%s,2026-03-05,refused,Alpha,hotel,Road\n",
                 cases[i].typed);
        desk_read(&desk, csv);
        same_text(cases[i].word, desk_answer(&desk, "station_code"), cases[i].code);
        if (!cases[i].code)
            holds_text(cases[i].word, desk.batch.reject[0].hint, "youka station load");
    }
    desk.options.stations = NULL;
    desk_read(&desk, MUST "\nS999,2026-03-05,refused,Alpha,hotel,Road\n");
    assert_int_equal(desk.batch.count, 1);
    desk.options.stations = &desk.stations;
}

static void settles_the_datum(void **state)
{
    (void)state;
    static const struct {
        const char *word, *own;
        enum yk_datum given;
        const char *datum;
        bool flagged;
    } cases[] = {
        {"given for the file", "", YK_GCJ02, "gcj02", false},
        {"the row's own wins", "bd09", YK_GCJ02, "bd09", false},
        {"unknown stays unknown", "unknown", YK_GCJ02, "unknown", true},
        {"neither", "", YK_DATUM_UNKNOWN, NULL, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk.options.datum = cases[i].given;
        char cells[64];
        snprintf(cells, sizeof cells, "120.1,36.1,%s", cases[i].own);
        desk_with(&desk, "lon_manual,lat_manual,coord_system", cells);
        same_text(cases[i].word, desk_answer(&desk, "coord_system"), cases[i].datum);
        assert_int_equal(desk_flagged(&desk, "datum_unknown", "coord_system"), cases[i].flagged);
    }
    desk.options.datum = YK_GCJ02;
    desk_with(&desk, "", "");
    same_text("no coordinates", desk_answer(&desk, "coord_system"), NULL);
    desk.options.datum = YK_DATUM_UNKNOWN;
}

/* Rows of the entry workbook (workbooks.md): numbered, with the station, some with a client. */
static void passes_over_ready_rows(void **state)
{
    (void)state;
    static const struct {
        const char *word, *rows;
        size_t taken, rejected, blank, unvisited;
    } cases[] = {
        {"a ready row", "S001,,,,,,1,\n", 0, 0, 1, 0},
        {"a ready row with more", "S001,,,,,,1,\nS001,,,,,,2,\n" DOOR ",3,\n", 1, 0, 2, 0},
        {"not visited", "S001,,,Alpha,hotel,Road,1,c1\n", 0, 0, 1, 1},
        {"two not visited", "S001,,,Alpha,hotel,Road,1,c1\nS001,,,Beta,hotel,Road,2,c2\n", 0, 0, 2,
         2},
        {"visited", DOOR ",1,c1\n", 1, 0, 0, 0},
        {"a date without an outcome", "S001,2026-03-05,,Alpha,hotel,Road,1,c1\n", 0, 1, 0, 0},
        {"an outcome without a date", "S001,,refused,Alpha,hotel,Road,1,c1\n", 0, 1, 0, 0},
        {"a new client without both", "S001,,,Alpha,hotel,Road,1,\n", 0, 1, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char csv[1024], count[32];
        snprintf(csv, sizeof csv, MUST ",_index,client_id\n%s", cases[i].rows);
        desk_read(&desk, csv);
        const struct yk_batch *b = &desk.batch;
        if (b->count != cases[i].taken || b->rejected_rows != cases[i].rejected ||
            b->blank_rows != cases[i].blank)
            fail_msg("%s: %zu %zu %zu", cases[i].word, b->count, b->rejected_rows, b->blank_rows);
        const char *told = yk_taker_warnings(desk.taker)[0];
        snprintf(count, sizeof count, "%zu known clients", cases[i].unvisited);
        if (cases[i].unvisited)
            holds_text(cases[i].word, told, count);
        else
            assert_null(told);
    }
}

static void keeps_whom_a_row_is_about(void **state)
{
    (void)state;
    desk_read(&desk, MUST ",client_id\n" DOOR ",0123456789abcdef\n");
    same_text("an answer", desk_answer(&desk, "client_id"), "0123456789abcdef");
    assert_false(desk_flagged(&desk, "unknown_column", "client_id"));
    assert_null(yk_taker_warnings(desk.taker)[0]);
    desk_read(&desk, MUST ",client_id\n" DOOR ",\n");
    same_text("a new client", desk_answer(&desk, "client_id"), NULL);
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
        cmocka_unit_test(reads_odk_central),
        cmocka_unit_test(reads_kobo),
        cmocka_unit_test(obeys_the_servers_status),
        cmocka_unit_test(counts_rows),
        cmocka_unit_test(tells_where_a_reject_is),
        cmocka_unit_test(refuses_cells_beyond_the_headings),
        cmocka_unit_test(fills_in_the_station),
        cmocka_unit_test(knows_stations),
        cmocka_unit_test(settles_the_datum),
        cmocka_unit_test(passes_over_ready_rows),
        cmocka_unit_test(keeps_whom_a_row_is_about),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
