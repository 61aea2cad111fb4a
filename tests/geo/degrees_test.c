/* degrees_test.c - coordinates as people type them; values worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "youka/geo/degrees.h"

static const double nothing = 1e-12; /* degrees */

/* d + m/60 + s/3600 */
#define DMS(d, m, s) ((d) + (m) / 60.0 + (s) / 3600.0)
#define NO YK_AXIS_NONE
#define LON YK_AXIS_LON
#define LAT YK_AXIS_LAT

static void reads_one(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
        double want;
        enum yk_axis axis;
        bool coarse;
    } rows[] = {
        {"decimal", "118.0867", 118.0867, NO, false},
        {"decimal comma", "118,0867", 118.0867, NO, false},
        {"three decimals behind a comma", "118,086", 118.086, NO, false},
        {"full width", "１１８．０８６７", 118.0867, NO, false},
        {"whole", "118", 118, NO, false},
        {"letter behind", "118.0867E", 118.0867, LON, false},
        {"letter before", "N24.4750", 24.475, LAT, false},
        {"small letter, space", "24.475 n", 24.475, LAT, false},
        {"west", "118.5W", -118.5, LON, false},
        {"south in Chinese", "南纬24.5度", -24.5, LAT, false},
        {"minus", "-118.5", -118.5, NO, false},
        {"named", "经度：118.0867", 118.0867, LON, false},
        {"named in English", "lat=24.475", 24.475, LAT, false},
        {"degree sign", "118.0867°", 118.0867, NO, false},
        {"signs", "118°5'12.3\"E", DMS(118, 5, 12.3), LON, false},
        {"primes", "24°28′30″", DMS(24, 28, 30), NO, false},
        {"curly quotes", "24°28’30”", DMS(24, 28, 30), NO, false},
        {"two primes", "N24°28'30''", DMS(24, 28, 30), LAT, false},
        {"Chinese", "24度28分30秒", DMS(24, 28, 30), NO, false},
        {"Chinese half", "北纬24°28′30″", DMS(24, 28, 30), LAT, false},
        {"spaces", "N24 28 30", DMS(24, 28, 30), LAT, false},
        {"spaces, no letter", "118 05 12.3", DMS(118, 5, 12.3), NO, false},
        {"colons", "118:05:12.3", DMS(118, 5, 12.3), NO, false},
        {"dashes", "118-05-12.3", DMS(118, 5, 12.3), NO, false},
        {"minutes with decimals", "118°05.2′", DMS(118, 5.2, 0), NO, false},
        {"minutes beside a letter", "24 28.5 N", DMS(24, 28.5, 0), LAT, false},
        {"last mark left out", "24°28′30", DMS(24, 28, 30), NO, false},
        {"south, signs", "24°30'00\"S", -24.5, LAT, false},
        {"whole minutes", "24度34分", DMS(24, 34, 0), NO, true},
        {"whole minutes, letter", "N24 34", DMS(24, 34, 0), LAT, true},
        {"whole degrees, sign", "118°", 118, NO, true},
        {"whole degrees, letter", "E118", 118, LON, true},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_degrees d[2];
        size_t n = yk_degrees_read(d, rows[i].text, &a);
        if (n != 1 || !(fabs(d[0].value - rows[i].want) <= nothing) || d[0].axis != rows[i].axis ||
            d[0].coarse != rows[i].coarse)
            fail_msg("%s: %zu, %.12f", rows[i].word, n, n ? d[0].value : NAN);
    }
    yk_arena_release(&a);
}

static void reads_two(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
        double first, second;
        enum yk_axis axis;
    } rows[] = {
        {"comma", "118.08,24.47", 118.08, 24.47, NO},
        {"comma and space", "118.08, 24.47", 118.08, 24.47, NO},
        {"full-width comma", "118.08，24.47", 118.08, 24.47, NO},
        {"space", "24.47 118.08", 24.47, 118.08, NO},
        {"semicolon", "118.08;24.47", 118.08, 24.47, NO},
        {"slash", "24.47/118.08", 24.47, 118.08, NO},
        {"brackets", "(118.08, 24.47)", 118.08, 24.47, NO},
        {"decimal commas", "118,08 24,47", 118.08, 24.47, NO},
        {"a whole one", "118,24.47", 118, 24.47, NO},
        {"letters behind", "24.47N 118.08E", 24.47, 118.08, LAT},
        {"letters before", "E118.08 N24.47", 118.08, 24.47, LON},
        {"letters, nothing between", "24.47N118.08E", 24.47, 118.08, LAT},
        {"named", "经度:118.08 纬度:24.47", 118.08, 24.47, LON},
        {"signs", "24°28'30\"N, 118°5'12\"E", DMS(24, 28, 30), DMS(118, 5, 12), LAT},
        {"Chinese", "东经118度5分12秒，北纬24度28分30秒", DMS(118, 5, 12), DMS(24, 28, 30), LON},
        {"Chinese, nothing between", "118度5分12秒24度28分30秒", DMS(118, 5, 12), DMS(24, 28, 30),
         NO},
        {"spaces only", "24 28 30 118 5 12", DMS(24, 28, 30), DMS(118, 5, 12), NO},
        {"metres", "13145678.9, 2801234.5", 13145678.9, 2801234.5, NO},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_degrees d[2];
        size_t n = yk_degrees_read(d, rows[i].text, &a);
        if (n != 2 || !(fabs(d[0].value - rows[i].first) <= nothing) ||
            !(fabs(d[1].value - rows[i].second) <= nothing) || d[0].axis != rows[i].axis)
            fail_msg("%s: %zu, %.12f", rows[i].word, n, n ? d[0].value : NAN);
    }
    yk_arena_release(&a);
}

static void refuses(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text;
    } rows[] = {
        {"nothing", ""},
        {"words", "新阳路口"},
        {"a sign alone", "°"},
        {"sixty minutes", "118°60′"},
        {"sixty seconds", "118 5 60"},
        {"decimals before minutes", "118.5°12′"},
        {"three coordinates", "118.08,24.47,15.2"},
        {"two letters for one", "N24.47E"},
        {"four numbers, any way", "118 05.2 24 28.3"},
        {"a long number", "1180867000000000000000000000"},
        {"too much",
         "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6"},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_degrees d[2];
        if (yk_degrees_read(d, rows[i].text, &a))
            fail_msg("%s was read as %.9f", rows[i].word, d[0].value);
    }
    assert_int_equal(yk_degrees_read((struct yk_degrees[2]){{0}}, NULL, &a), 0);
    yk_arena_release(&a);
}

static void tells_axes_apart(void **state)
{
    (void)state;
    static const struct {
        double degrees;
        enum yk_axis axis;
    } rows[] = {{73, LON}, {118.08, LON}, {136, LON}, {136.1, NO}, {72.9, NO}, {54.1, NO},
                {54, LAT}, {24.47, LAT},  {3, LAT},   {2.9, NO},   {-24, NO},  {NAN, NO}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(yk_axis_of(rows[i].degrees), rows[i].axis);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_one),
        cmocka_unit_test(reads_two),
        cmocka_unit_test(refuses),
        cmocka_unit_test(tells_axes_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
