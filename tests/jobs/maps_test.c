/* maps_test.c - extracts of OpenStreetMap as gazetteers and as rivals; the datum that lists are in.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../support/rules_of.h"
#include "run.h"
#include "youka/model/plan.h"
#include "youka/store/store.h"

static const char *write_file(struct scratch *s, const char *name, const char *text)
{
    const char *path = scratch_path(s, name);
    unlink(path);
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    fputs(text, to);
    fclose(to);
    return path;
}

static void succeeds(struct scratch *s, yk_code code)
{
    if (code)
        fail_msg("%s", s->err.text);
}

static struct yk_territory stored(struct scratch *s)
{
    struct yk_store *store = NULL;
    struct yk_territory t = {0};
    struct yk_err err = {0};
    if (yk_store_open(&store, s->db, YK_STORE_READ, &err) ||
        yk_load_territory(&t, store, &s->arena, &err))
        fail_msg("%s", err.text);
    yk_store_close(store);
    return t;
}

/* Two roads (one under two names), an address, a school, a filling station with a name, one
 * without. */
#define SCHOOL "<node id='5' lat='22.706' lon='114.206'><tag k='amenity' v='school'/>"
static const char map[] = "<osm version='0.6'>\n"
                          "<node id='1' lat='22.7000001' lon='114.2'/>\n"
                          "<node id='2' lat='22.7' lon='114.21'/>\n"
                          "<node id='3' lat='22.71' lon='114.21'/>\n"
                          "<node id='4' lat='22.705' lon='114.205'>"
                          "<tag k='addr:housenumber' v='12号'/><tag k='addr:street' v='龙翔大道'/>"
                          "</node>\n" SCHOOL "<tag k='name' v='一中'/></node>\n"
                          "<node id='6' lat='22.707' lon='114.207'><tag k='amenity' v='fuel'/>"
                          "<tag k='name' v='龙城加油站'/><tag k='operator' v='中国石油深圳公司'/>"
                          "</node>\n"
                          "<node id='7' lat='22.708' lon='114.208'><tag k='amenity' v='fuel'/>"
                          "</node>\n"
                          "<way id='10'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/>"
                          "<tag k='name' v='龙翔大道'/><tag k='alt_name' v='翔路'/></way>\n"
                          "<way id='11'><nd ref='2'/><nd ref='3'/><tag k='highway' v='tertiary'/>"
                          "<tag k='name' v='清林路'/></way>\n"
                          "</osm>\n";

static void counts(struct scratch *s, double rows, double loaded, double unchanged)
{
    const struct yk_table *t = table(s, "batches");
    assert_true(number(t, 0, "rows") == rows);
    assert_true(number(t, 0, "loaded") == loaded);
    assert_true(number(t, 0, "unchanged") == unchanged);
    assert_int_equal(s->show.status, 0);
}

static void a_map_is_a_gazetteer(void **state)
{
    struct scratch *s = *state;
    const char *path = write_file(s, "龙岗.osm", map);
    s->wish.option[YK_OPT_DRY_RUN] = "";
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    counts(s, 6, 0, 0);
    assert_int_not_equal(access(s->db, F_OK), 0);

    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    counts(s, 6, 6, 0);
    assert_string_equal(text(table(s, "batches"), 0, "file"), "龙岗.osm");
    assert_string_equal(text(table(s, "batches"), 0, "encoding"), "osm");
    const struct yk_table *t = table(s, "entries");
    assert_true(number(t, 0, "roads") == 3 && number(t, 0, "addresses") == 1 &&
                number(t, 0, "places") == 2);
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    counts(s, 6, 0, 6);

    struct yk_territory have = stored(s);
    const struct yk_point want[] = {{22.7000001, 114.2}, {22.7, 114.21}};
    size_t roads = 0, fuel = 0, schools = 0;
    assert_int_equal(have.gazetteers, 6);
    for (size_t i = 0; i < have.gazetteers; i++) {
        const struct yk_gazetteer_entry *e = &have.gazetteer[i];
        assert_string_equal(e->source, "龙岗.osm");
        assert_string_equal(e->datum, "wgs84");
        roads += !strcmp(e->kind, "road");
        fuel += !strcmp(e->kind, "fuel");
        schools += !strcmp(e->kind, "school");
        if (!strcmp(e->name, "龙翔大道")) {
            assert_int_equal(e->vertices, 2);
            assert_memory_equal(e->line, want, sizeof want);
        }
    }
    assert_int_equal(roads, 3);
    assert_int_equal(fuel, 1);
    assert_int_equal(schools, 1);
    succeeds(s, run(s, "gazetteer", "check", NULL));
}

static void loading_again_replaces(void **state)
{
    struct scratch *s = *state;
    const char *path = write_file(s, "a.osm", map);
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    write_file(s, "a.osm", "<osm>" SCHOOL "<tag k='name' v='二中'/></node></osm>");
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    counts(s, 1, 1, 0);
    struct yk_territory have = stored(s);
    assert_int_equal(have.gazetteers, 1);
    assert_string_equal(have.gazetteer[0].name, "二中");
}

static void what_is_no_map_changes_nothing(void **state)
{
    static const char *const bad[] = {"<osm><node id='1'", "<osm/>", "name,lon\n", ""};
    struct scratch *s = *state;
    const char *path = write_file(s, "a.osm", map);
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        write_file(s, "a.osm", bad[i]);
        assert_int_not_equal(run(s, "gazetteer", "load", path, NULL), YK_OK);
        assert_non_null(strstr(s->err.text, "a.osm"));
    }
    assert_int_equal(stored(s).gazetteers, 6);
}

static void a_map_has_one_datum(void **state)
{
    static const char *const verb[] = {"gazetteer", "competitor"};
    struct scratch *s = *state;
    const char *path = write_file(s, "a.osm", map);
    for (size_t i = 0; i < 2; i++) {
        s->wish.option[YK_OPT_DATUM] = "gcj02";
        assert_int_equal(run(s, verb[i], "load", path, NULL), YK_E_USAGE);
        s->wish.option[YK_OPT_DATUM] = "wgs84";
        succeeds(s, run(s, verb[i], "load", path, NULL));
    }
}

static void its_filling_stations_are_rivals(void **state)
{
    struct scratch *s = *state;
    const char *path = write_file(s, "a.osm", map);
    succeeds(s, run(s, "competitor", "load", path, NULL));
    counts(s, 2, 2, 0);
    succeeds(s, run(s, "competitor", "load", path, NULL));
    counts(s, 2, 0, 2);
    struct yk_territory have = stored(s);
    assert_int_equal(have.competitors, 2);
    const struct yk_competitor *named =
        &have.competitor[strcmp(have.competitor[0].name, "加油站") == 0];
    assert_string_equal(named->name, "龙城加油站");
    assert_string_equal(named->brand, "petrochina");
    assert_true(named->point.lat == 22.707 && named->point.lon == 114.207);
    assert_string_equal(yk_answer_text(&named->answers, "remarks"), "中国石油深圳公司");
    assert_string_equal(yk_answer_text(&named->answers, "datum"), "wgs84");
    write_file(s, "a.osm", "<osm>" SCHOOL "</node></osm>");
    assert_int_equal(run(s, "competitor", "load", path, NULL), YK_E_FOUND);
}

/* The row's own datum, else that of the whole file. */
static void a_list_says_what_it_was_in(void **state)
{
    static const char *const want[][2] = {{"甲", "bd09"}, {"乙", "gcj02"}, {"丙", ""}};
    struct scratch *s = *state;
    const char *path = write_file(s, "a.csv",
                                  "name,kind,address,lon,lat,datum\n甲,school,a,114.2,22.7,bd09\n"
                                  "乙,school,b,114.2,22.7,\n丙,school,c,,,\n");
    s->wish.option[YK_OPT_DATUM] = "gcj02";
    succeeds(s, run(s, "gazetteer", "load", path, NULL));
    assert_true(number(table(s, "entries"), 0, "places") == 3);
    struct yk_territory have = stored(s);
    assert_int_equal(have.gazetteers, 3);
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++)
            if (!strcmp(have.gazetteer[i].name, want[k][0]))
                assert_string_equal(have.gazetteer[i].datum, want[k][1]);
}

/* What osm_kinds.csv and osm_brands.csv say must be in the forms' lists, or be one of these. */
static void the_tables_speak_of_what_there_is(void **state)
{
    static const char *const others[] = {"fuel",     "building", "province", "city",
                                         "district", "town",     "village",  "boundary"};
    struct scratch *s = *state;
    struct yk_rules rules = rules_of(&s->arena);
    char census[1 << 14] = "", rival[1 << 14] = "";
    FILE *f = fopen("survey-forms/client_survey/choices.csv", "r");
    assert_true(f && fread(census, 1, sizeof census - 1, f) > 0);
    fclose(f);
    f = fopen("survey-forms/competitor/choices.csv", "r");
    assert_true(f && fread(rival, 1, sizeof rival - 1, f) > 0);
    fclose(f);
    for (size_t i = 0; i < rules.osm_kinds; i++) {
        const char *kind = rules.osm_kind[i].kind;
        bool known = !*kind || strstr(census, yk_arena_printf(&s->arena, "\ncategory,%s,", kind));
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            known = known || !strcmp(kind, others[k]);
        if (!known)
            fail_msg("%s", kind);
    }
    for (size_t i = 0; i < rules.osm_brands; i++)
        if (!strstr(rival, yk_arena_printf(&s->arena, "\nbrand,%s,", rules.osm_brand[i].brand)))
            fail_msg("%s", rules.osm_brand[i].brand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_map_is_a_gazetteer, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(loading_again_replaces, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(what_is_no_map_changes_nothing, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(a_map_has_one_datum, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(its_filling_stations_are_rivals, scratch_begin,
                                        scratch_end),
        cmocka_unit_test_setup_teardown(a_list_says_what_it_was_in, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(the_tables_speak_of_what_there_is, scratch_begin,
                                        scratch_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
