/* datum_test.c - GCJ-02 and BD-09 against reference points, and back within a micrometre. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "youka/geo/datum.h"

static const double millimetre = 1e-3, micrometre = 1e-6;

static void near_by(struct yk_point got, struct yk_point want, double within_m, const char *word)
{
    double metres = yk_metres(got, want);
    if (!(metres <= within_m))
        fail_msg("%s: got %.12f %.12f, want %.12f %.12f: %g m apart", word, got.lat, got.lon,
                 want.lat, want.lon, metres);
}

/* Converted from WGS-84 by the npm package gcoord 1.0.7. */
static const struct {
    const char *word;
    struct yk_point wgs, gcj, bd;
} reference[] = {
    {"北京天安门",
     {39.90923, 116.397428},
     {39.910633506386, 116.403671625958},
     {39.916972856075, 116.410044101705}},
    {"上海人民广场",
     {31.2304, 121.4737},
     {31.228457737577, 121.478223059277},
     {31.234310593690, 121.484781468503}},
    {"广州",
     {23.129112, 113.264385},
     {23.126435336539, 113.269714582887},
     {23.132723116471, 113.276135767984}},
    {"深圳",
     {22.543099, 114.057868},
     {22.540381757784, 114.062981961103},
     {22.546040412882, 114.069531966738}},
    {"成都",
     {30.659462, 104.065735},
     {30.657041178600, 104.068242463920},
     {30.663070740577, 104.074736972585}},
    {"重庆",
     {29.563009, 106.551556},
     {29.560160363954, 106.555273727632},
     {29.566474898907, 106.561704356928}},
    {"西安",
     {34.341574, 108.93977},
     {34.340018432599, 108.944425552609},
     {34.346247693791, 108.950871458369}},
    {"武汉",
     {30.593098, 114.305392},
     {30.590688494063, 114.310836764973},
     {30.596396878682, 114.317405104753}},
    {"哈尔滨",
     {45.803775, 126.534967},
     {45.805756614915, 126.541007467267},
     {45.811370879733, 126.547626349241}},
    {"沈阳",
     {41.805698, 123.431474},
     {41.808126076267, 123.437609731978},
     {41.813906072556, 123.444196545314}},
    {"乌鲁木齐",
     {43.825592, 87.616848},
     {43.826797436148, 87.619697998235},
     {43.832941270296, 87.626148101956}},
    {"拉萨",
     {29.645554, 91.140856},
     {29.642818042981, 91.142385410267},
     {29.648547655059, 91.148976441761}},
    {"昆明",
     {24.880095, 102.832891},
     {24.877025792771, 102.834307207508},
     {24.883325079870, 102.840754005633}},
    {"海口",
     {20.044001, 110.198293},
     {20.041889570930, 110.202588018813},
     {20.047687456460, 110.209126783910}},
    {"三亚",
     {18.252847, 109.511909},
     {18.251141748703, 109.515993271403},
     {18.256923632162, 109.522540789810}},
};

static void agrees_with_gcoord(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reference / sizeof *reference; i++) {
        const char *word = reference[i].word;
        near_by(yk_from_wgs84(YK_GCJ02, reference[i].wgs), reference[i].gcj, millimetre, word);
        near_by(yk_from_wgs84(YK_BD09, reference[i].wgs), reference[i].bd, millimetre, word);
        near_by(yk_to_wgs84(YK_GCJ02, reference[i].gcj), reference[i].wgs, millimetre, word);
        near_by(yk_to_wgs84(YK_BD09, reference[i].bd), reference[i].wgs, millimetre, word);
    }
}

static void comes_back_over_all_china(void **state)
{
    (void)state;
    /* The steps hit longitude 105, where the formula has a kink, and miss every other regularity.
     */
    for (int row = 0; row <= 100; row++)
        for (int column = -100; column <= 100; column++) {
            struct yk_point p = {3.1 + 0.507 * row, 105 + 0.3137 * column};
            near_by(yk_to_wgs84(YK_GCJ02, yk_from_wgs84(YK_GCJ02, p)), p, micrometre, "GCJ-02");
            near_by(yk_to_wgs84(YK_BD09, yk_from_wgs84(YK_BD09, p)), p, micrometre, "BD-09");
        }
}

static void leaves_other_places_alone(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        struct yk_point p;
    } rows[] = {
        {"Tokyo", {35.681, 139.767}},      {"Paris", {48.85, 2.35}},
        {"Jakarta", {-6.2, 106.8}},        {"just west", {39, 72.0039}},
        {"north of it", {55.84, 100}},     {"south pole", {-90, 0}},
        {"Buenos Aires", {-34.6, -58.38}}, {"north pole", {90, 180}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (enum yk_datum d = YK_WGS84; d < YK_DATUM_UNKNOWN; d++) {
            near_by(yk_from_wgs84(d, rows[i].p), rows[i].p, 0, rows[i].word);
            near_by(yk_to_wgs84(d, rows[i].p), rows[i].p, 0, rows[i].word);
        }
}

static void survey_datum_is_wgs84(void **state)
{
    (void)state;
    struct yk_point p = {36.3071, 120.3963};
    near_by(yk_to_wgs84(YK_CGCS2000, p), p, 0, "to");
    near_by(yk_from_wgs84(YK_CGCS2000, p), p, 0, "from");
}

static void reads_names(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool known;
        enum yk_datum datum;
    } rows[] = {
        {"wgs84", true, YK_WGS84},       {"WGS-84", true, YK_WGS84},
        {"Gcj_02", true, YK_GCJ02},      {"gcj02", true, YK_GCJ02},
        {"bd-09", true, YK_BD09},        {"BD09", true, YK_BD09},
        {"CGCS2000", true, YK_CGCS2000}, {"unknown", true, YK_DATUM_UNKNOWN},
        {"wgs", false, YK_WGS84},        {"wgs84x", false, YK_WGS84},
        {"", false, YK_WGS84},           {"-", false, YK_WGS84},
        {"utm", false, YK_WGS84},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum yk_datum got = YK_WGS84;
        if (yk_datum_read(&got, rows[i].text) != rows[i].known || got != rows[i].datum)
            fail_msg("«%s»", rows[i].text);
    }
    enum yk_datum untouched = YK_BD09;
    assert_false(yk_datum_read(&untouched, NULL));
    assert_int_equal(untouched, YK_BD09);
}

/* The choices of coord_system in the form. */
static void writes_choice_codes(void **state)
{
    (void)state;
    static const char *const want[] = {"wgs84", "gcj02", "bd09", "cgcs2000", "unknown"};
    for (enum yk_datum d = YK_WGS84; d <= YK_DATUM_UNKNOWN; d++)
        assert_string_equal(yk_datum_code(d), want[d]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_gcoord),
        cmocka_unit_test(comes_back_over_all_china),
        cmocka_unit_test(leaves_other_places_alone),
        cmocka_unit_test(survey_datum_is_wgs84),
        cmocka_unit_test(reads_names),
        cmocka_unit_test(writes_choice_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
