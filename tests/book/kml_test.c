/* kml_test.c - a map as KML 2.2: escaped, in people's words, coloured. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/atlas_of.h"
#include "youka/book/maps.h"

static char *written(struct yk_arena *a, const struct yk_atlas *atlas)
{
    struct yk_err err = {0};
    if (yk_kml_write(atlas, "m.kml", NULL, &err))
        fail_msg("%s", err.text);
    char *text = atlas_bytes(a, "m.kml");
    unlink("m.kml");
    return text;
}

static void has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("%s\nis not in\n%s", part, text);
}

/* Written by hand after OGC 07-147r2 and XML 1.0, 2.2 and 2.4. */
static void placemarks(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_atlas atlas = atlas_of(2, YK_WGS84);
    const char *got = written(&a, &atlas);
    assert_ptr_equal(strstr(got, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<kml xmlns=\"http://www.opengis.net/kml/2.2\">"),
                     got);
    has(got, "<name>图</name><description>Made by u&amp;i at 2026-03-05T02:09:00Z, 3 features."
             "</description>");
    has(got, "<Folder><name>点</name>\n"
             "<Placemark><name>甲</name><styleUrl>#gold</styleUrl><ExtendedData>"
             "<Data name=\"kind\"><displayName>类别</displayName><value>宾馆</value></Data>"
             "<Data name=\"count\"><displayName>数量</displayName><value>7</value></Data>"
             "<Data name=\"rate\"><displayName>比率</displayName><value>0.50</value></Data>"
             "<Data name=\"day\"><displayName>日期</displayName><value>2026-03-05</value></Data>"
             "</ExtendedData><Point><coordinates>118,24</coordinates></Point></Placemark>\n");
    has(got, "<Placemark><name>&quot;甲\\乙&quot; &lt;&amp;&gt; ]]&gt;\n '🛢'</name>"
             "<styleUrl>#gold-faint</styleUrl>");
    has(got, "<Polygon><outerBoundaryIs><LinearRing><coordinates>"
             "118,24 118.5,24 118.5,24.25 118,24"
             "</coordinates></LinearRing></outerBoundaryIs></Polygon>");
    has(got, "<Folder><name>空</name>\n</Folder>\n</Document>\n</kml>\n");
    yk_arena_release(&a);
}

/* Every style that a placemark may ask for is there; colours are aabbggrr: gold is F0A81C. */
static void styles(void **state)
{
    static const char *const id[] = {"plain", "platinum", "gold", "iron", "lead",
                                     "warn",  "strong",   "late", "todo", "begun"};
    (void)state;
    struct yk_arena a = {0};
    struct yk_atlas atlas = atlas_of(0, YK_WGS84);
    const char *got = written(&a, &atlas);
    for (size_t i = 0; i < sizeof id / sizeof *id; i++) {
        has(got, yk_arena_printf(&a, "<Style id=\"%s\">", id[i]));
        has(got, yk_arena_printf(&a, "<Style id=\"%s-faint\">", id[i]));
    }
    has(got, "<Style id=\"gold\"><IconStyle><color>ff1ca8f0</color>");
    yk_arena_release(&a);
}

static void another_datum_is_told(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_atlas atlas = atlas_of(1, YK_GCJ02);
    const char *got = written(&a, &atlas);
    has(got, "<name>图 (GCJ-02)</name>");
    has(got, "Coordinates are GCJ-02");
    assert_null(strstr(got, "<coordinates>118,24</coordinates>"));
    yk_arena_release(&a);
}

static void what_fails_leaves_nothing(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_atlas atlas = atlas_of(1000, YK_WGS84);
    assert_int_equal(write_with_little_room(yk_kml_write, &atlas, "m.kml", 20000, &err), YK_E_IO);
    assert_int_equal(access("m.kml", F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placemarks),
        cmocka_unit_test(styles),
        cmocka_unit_test(another_datum_is_told),
        cmocka_unit_test(what_fails_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, atlas_folder_make, atlas_folder_drop);
}
