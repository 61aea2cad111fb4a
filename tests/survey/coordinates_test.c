/* coordinates_test.c - longitudes and latitudes as people type them into a form: put right where
 * there is one way to read them, else refused with what they are. */
#include "take_desk.h"

#include <math.h>

static struct desk desk;

/* What a row's cells become; NULL: blank. */
struct place {
    const char *lon, *lat, *location;
};

static void expect(const char *word, const char *cells, struct place want)
{
    desk_with(&desk, "lon_manual,lat_manual,location,coord_system", cells);
    if (desk.batch.rejects)
        fail_msg("%s: %s", word, desk.batch.reject[0].reason);
    same_text(word, desk_answer(&desk, "lon_manual"), want.lon);
    same_text(word, desk_answer(&desk, "lat_manual"), want.lat);
    same_text(word, desk_answer(&desk, "location"), want.location);
}

/* Degrees, minutes and seconds worked out by hand: 118 + 5/60 + 12.3/3600 = 118.08675. */
static void reads_degrees(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells;
        struct place want;
    } rows[] = {
        {"plain", "118.08,24.47,,gcj02", {"118.08", "24.47", NULL}},
        {"minutes and seconds",
         "\"118°5'12.3\"\"E\",24度28分30秒,,gcj02",
         {"118.08675", "24.475", NULL}},
        {"one of the two", "118.08,N24 28 30,,gcj02", {"118.08", "24.475", NULL}},
        {"minutes with decimals",
         "118°05.2′,24°28.3′,,gcj02",
         {"118.086666667", "24.471666667", NULL}},
        {"letters", "E118.08,24.47N,,gcj02", {"118.08", "24.47", NULL}},
        {"decimal commas", "\"118,0867\",\"24,475\",,gcj02", {"118.0867", "24.475", NULL}},
        {"both in the longitude's cell", "\"118.08,24.47\",,,gcj02", {"118.08", "24.47", NULL}},
        {"both in the latitude's cell", ",24.47 118.08,,gcj02", {"118.08", "24.47", NULL}},
        {"both in both", "118.08 24.47,118.08 24.47,,gcj02", {"118.08", "24.47", NULL}},
        {"latitude first, by letters", "24.47N 118.08E,,,gcj02", {"118.08", "24.47", NULL}},
        {"position", ",,24.47 118.08,", {NULL, NULL, "24.47 118.08"}},
        {"position in minutes",
         ",,\"24°28'30\"\"N 118°5'12.3\"\"E\",",
         {NULL, NULL, "24.475 118.08675"}},
        {"position, longitude first by letters", ",,E118.08 N24.47,", {NULL, NULL, "24.47 118.08"}},
        {"position with decimal commas", ",,\"24,47 118,08\",", {NULL, NULL, "24.47 118.08"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(rows[i].word, rows[i].cells, rows[i].want);
        assert_null(yk_taker_warnings(desk.taker)[0]);
    }
}

static void puts_exchanged_ones_right(void **state)
{
    (void)state;
    static const char *const cells[] = {"24.47,118.08,,gcj02", "24°28′12″,118°4′48″,,gcj02",
                                        "24.47N,118.08E,,gcj02"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        expect(cells[i], cells[i], (struct place){"118.08", "24.47", NULL});
        assert_true(desk_flagged(&desk, "exchanged", "lon_manual"));
        holds_text(cells[i], yk_taker_warnings(desk.taker)[0],
                   "1 rows have longitude and latitude "
                   "exchanged (line 2)");
        assert_null(yk_taker_warnings(desk.taker)[1]);
    }
    same_text("what stood there", desk_typed(&desk, "lon_manual"), "24.47N");
    same_text("what stood there", desk_typed(&desk, "lat_manual"), "118.08E");
}

/* Once a file, not once a row; rows that are right are let alone. */
static void tells_them_once(void **state)
{
    (void)state;
    struct yk_buf csv = {0};
    yk_buf_puts(&csv, "station_code,survey_date,visit_result,client_name,category,address,"
                      "lon_manual,lat_manual,coord_system\n");
    for (int i = 0; i < 10; i++)
        yk_buf_printf(&csv, "S001,2026-03-05,completed,Alpha %d,hotel,Road,%s,bd09\n", i,
                      i % 5 == 4 ? "118.08,24.47" : "24.47,118.08");
    desk_read(&desk, csv.text);
    yk_buf_release(&csv);
    assert_int_equal(desk.batch.count, 10);
    for (size_t i = 0; i < 10; i++)
        assert_string_equal(yk_answer_text(&desk.batch.submission[i].answers, "lon_manual"),
                            "118.08");
    holds_text("lines", yk_taker_warnings(desk.taker)[0],
               "8 rows have longitude and latitude exchanged (line 2, 3, 4, 5, 7, 8, …)");
    assert_null(yk_taker_warnings(desk.taker)[1]);
}

/* AMap's and Baidu's pages copy a point longitude first, and not in WGS-84: it is no position of a
 * receiver. */
static void takes_a_map_pages_point_for_typed(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells;
        const char *datum;
        bool flagged;
    } rows[] = {
        {"declared", ",,\"118.08,24.47\",gcj02", "gcj02", false},
        {"not declared", ",,118.08 24.47,", NULL, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(rows[i].word, rows[i].cells, (struct place){"118.08", "24.47", NULL});
        same_text(rows[i].word, desk_answer(&desk, "coord_system"), rows[i].datum);
        assert_int_equal(desk_flagged(&desk, "datum_unknown", "coord_system"), rows[i].flagged);
        holds_text(rows[i].word, yk_taker_warnings(desk.taker)[0], "longitude first (line 2)");
    }
    /* Nothing of it is left for the next row. */
    desk_read(&desk, "station_code,survey_date,visit_result,client_name,category,address,location\n"
                     "S001,2026-03-05,completed,Alpha,hotel,Road,\"118.08,24.47\"\n"
                     "S001,2026-03-05,completed,Beta,hotel,Road,24.48 118.09\n");
    assert_int_equal(desk.batch.count, 2);
    assert_null(yk_answer_text(&desk.batch.submission[1].answers, "lon_manual"));
}

/* Quanzhou in Baidu's metres (gcoord's test data), Xiamen in a zone (tests/geo/grid_test.c). */
static void reads_metres_of_the_declared_map(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells, *datum;
        double lon, lat;
    } rows[] = {
        {"Baidu", "13211777.488,2842932.595", "bd09", 118.6821251, 24.8804872},
        {"Baidu, exchanged", "2842932.595,13211777.488", "bd09", 118.6821251, 24.8804872},
        {"Baidu, one cell", "\"13211777.488,2842932.595\",", "bd09", 118.6821251, 24.8804872},
        {"zone", "39610438.198,2708833.974", "cgcs2000", 118.0894, 24.4795},
        {"zone, north first", "2708833.974,39610438.198", "cgcs2000", 118.0894, 24.4795},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int given = 0; given < 2; given++) {
            char cells[128];
            desk.options.datum = YK_DATUM_UNKNOWN;
            if (given)
                assert_true(yk_datum_read(&desk.options.datum, rows[i].datum));
            snprintf(cells, sizeof cells, "%s,%s", rows[i].cells, given ? "" : rows[i].datum);
            desk_with(&desk, "lon_manual,lat_manual,coord_system", cells);
            desk.options.datum = YK_DATUM_UNKNOWN;
            if (desk.batch.rejects)
                fail_msg("%s: %s", rows[i].word, desk.batch.reject[0].reason);
            double lon = strtod(desk_answer(&desk, "lon_manual"), NULL);
            double lat = strtod(desk_answer(&desk, "lat_manual"), NULL);
            if (!(fabs(lon - rows[i].lon) <= 3e-7) || !(fabs(lat - rows[i].lat) <= 3e-7))
                fail_msg("%s: %.9f %.9f", rows[i].word, lon, lat);
            same_text(rows[i].word, desk_answer(&desk, "coord_system"), rows[i].datum);
        }
}

static void refuses_with_what_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cells, *reason, *hint;
        size_t rejects;
    } rows[] = {
        {"longitude out of range", "218.05,24.47,,gcj02", "between 73 and 136", "correct", 1},
        {"a latitude for a longitude", "24.47,24.48,,gcj02", "between 73 and 136",
         "can only be a latitude", 1},
        {"a longitude for a latitude", "118.08,118.09,,gcj02", "between 3 and 54",
         "can only be a longitude", 1},
        {"whole minutes", "118.08,24度34分,,gcj02", "a whole minute", "seconds", 1},
        {"whole minutes, exchanged", "24度34分,118°5′12″,,gcj02", "a whole minute", "seconds", 1},
        {"words", "east,24.47,,gcj02", "not a number", "write only the number", 1},
        {"two that differ", "118.08 24.47,118.09 24.47,,gcj02", "not a number", "e.g. 118.08", 2},
        {"a pair beside a latitude", "118.08 24.47,24.48,,gcj02", "not a number", "e.g. 118.08", 1},
        {"Baidu's metres as GCJ-02", "13211777.488,2842932.595,,gcj02", "metres of a web map",
         "bd09", 1},
        {"metres, not declared", "13211777.488,2842932.595,,", "metres of a web map", "bd09", 1},
        {"metres in a position", ",\"13211777.488,2842932.595\",,", "metres of a web map", "bd09",
         1},
        {"national metres as WGS-84", "39610438.198,2708833.974,,wgs84", "metres of a national map",
         "cgcs2000", 1},
        {"national metres, no zone", "610438.198,2708833.974,,cgcs2000", "without the number",
         "zone's number", 1},
        {"position to a whole minute", ",,N24 28 E118 5,", "a whole minute", "seconds", 1},
        {"far west, exchanged", ",,87.61 43.83 900 5,", "latitude must be", "exchanged", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        desk_with(&desk, "lon_manual,lat_manual,location,coord_system", rows[i].cells);
        if (desk.batch.rejects != rows[i].rejects)
            fail_msg("%s: %zu rejects", rows[i].word, desk.batch.rejects);
        holds_text(rows[i].word, desk.batch.reject[0].reason, rows[i].reason);
        holds_text(rows[i].word, desk.batch.reject[0].hint, rows[i].hint);
    }
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
        cmocka_unit_test(reads_degrees),
        cmocka_unit_test(puts_exchanged_ones_right),
        cmocka_unit_test(tells_them_once),
        cmocka_unit_test(takes_a_map_pages_point_for_typed),
        cmocka_unit_test(reads_metres_of_the_declared_map),
        cmocka_unit_test(refuses_with_what_it_is),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
