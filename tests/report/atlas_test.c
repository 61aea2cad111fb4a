/* atlas_test.c - what a map shows of the clients, the stations, their circles, rivals and blanks.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/atlas.h"

enum { CLIENTS, STATIONS, CIRCLES, RIVALS, BLANKS };

struct mapped {
    struct small_world w;
    struct yk_station station[2];
    struct yk_competitor rival[3];
    struct yk_mapping *mapping;
    struct yk_atlas atlas;
    struct yk_arena scratch;
};

static const bool both[] = {true, true}, first_only[] = {true, false};

/* A second station far away without a place of its own client; rivals in the circle, outside, and
 * nowhere. */
static void world(struct mapped *m, enum yk_lang lang)
{
    *m = (struct mapped){0};
    small_world_init(&m->w, lang, DOORS);
    m->station[0] = m->w.territory.station[0];
    m->station[1] = m->station[0];
    m->station[1].code = "S2";
    m->station[1].point = (struct yk_point){24.7, 118.1};
    m->rival[0] = m->w.territory.competitor[0];
    m->rival[1] = m->rival[2] = m->rival[0];
    m->rival[1].point = (struct yk_point){24.7, 118.5};
    m->rival[2].point = (struct yk_point){NAN, NAN};
    m->w.territory.station = m->station;
    m->w.territory.stations = 2;
    m->w.territory.competitor = m->rival;
    m->w.territory.competitors = 3;
}

static void draw_atlas(struct mapped *m, const bool *chosen)
{
    m->mapping = yk_mapping_new(&m->w.view, chosen, &m->w.arena);
    yk_mapping_tiers(m->mapping, &m->w.plan);
    yk_report_atlas(&m->atlas, m->mapping);
}

static void end(struct mapped *m)
{
    yk_mapping_free(m->mapping);
    yk_arena_release(&m->scratch);
    small_world_release(&m->w);
}

static struct yk_feature feature(struct mapped *m, int layer, size_t number)
{
    struct yk_feature f;
    const struct yk_layer *l = &m->atlas.layer[layer];
    assert_true(number < l->features);
    l->draw(&f, l->who, number, &m->scratch);
    return f;
}

static const struct yk_cell *value(struct mapped *m, int layer, size_t number, const char *key)
{
    const struct yk_layer *l = &m->atlas.layer[layer];
    for (size_t i = 0; i < l->attributes; i++)
        if (!strcmp(l->attribute[i].key, key))
            return &feature(m, layer, number).value[i];
    fail_msg("%s has no %s", l->key, key);
    return NULL;
}

static void clients_with_a_place_are_drawn(void **state)
{
    (void)state;
    struct mapped m;
    world(&m, YK_EN);
    m.w.derived.place[1].verdict = YK_VERDICT_EDGE;
    draw_atlas(&m, both);
    assert_string_equal(m.atlas.layer[CLIENTS].key, "clients");
    assert_int_equal(m.atlas.layer[CLIENTS].features, 2);
    assert_int_equal(m.atlas.layer[CLIENTS].nowhere, 1);
    struct yk_feature f = feature(&m, CLIENTS, 0);
    assert_string_equal(f.name, "顺达物流");
    assert_int_equal(f.corners, 1);
    assert_true(f.corner->lat == 24.5 && f.corner->lon == 118.1);
    assert_int_equal(f.tone, YK_TONE_PLATINUM);
    assert_false(f.faint);
    assert_true(feature(&m, CLIENTS, 1).faint);
    assert_string_equal(value(&m, CLIENTS, 0, "id")->text, "c0");
    assert_string_equal(value(&m, CLIENTS, 0, "category")->text, "logistics");
    assert_string_equal(value(&m, CLIENTS, 0, "category")->label, "Logistics");
    assert_string_equal(value(&m, CLIENTS, 0, "station_code")->text, "S1");
    assert_string_equal(value(&m, CLIENTS, 0, "surveyed_by")->text, "S1");
    assert_string_equal(value(&m, CLIENTS, 0, "class")->text, "A0");
    assert_string_equal(value(&m, CLIENTS, 0, "method")->text, "gps");
    assert_true(value(&m, CLIENTS, 0, "error_m")->number == 5);
    assert_string_equal(value(&m, CLIENTS, 1, "verdict")->text, "edge");
    assert_true(value(&m, CLIENTS, 1, "distance_m")->number == 1100);
    assert_true(value(&m, CLIENTS, 0, "litres_p10")->number == 1500);
    assert_true(value(&m, CLIENTS, 0, "litres_p50")->number == 3000);
    assert_true(value(&m, CLIENTS, 0, "litres_p90")->number == 6000);
    assert_string_equal(value(&m, CLIENTS, 0, "confidence")->text, "B");
    assert_string_equal(value(&m, CLIENTS, 0, "tier_potential")->text, "platinum");
    assert_int_equal(value(&m, CLIENTS, 0, "survey_date")->day, yk_day_of(2026, 1, 5));
    assert_int_equal(value(&m, CLIENTS, 1, "contact_phone")->kind, YK_CELL_BLANK);
    end(&m);
}

static void contacts_are_masked(void **state)
{
    (void)state;
    for (int unmasked = 0; unmasked < 2; unmasked++) {
        struct mapped m;
        world(&m, YK_ZH);
        m.w.view.unmasked = unmasked;
        draw_atlas(&m, both);
        assert_string_equal(value(&m, CLIENTS, 0, "contact_name")->text,
                            unmasked ? "王小明" : "王**");
        assert_string_equal(value(&m, CLIENTS, 0, "contact_phone")->text,
                            unmasked ? "13800005678" : "138****5678");
        end(&m);
    }
}

/* Of several contacts the first one with a phone; a client without an estimate has no numbers. */
static void who_can_be_called(void **state)
{
    (void)state;
    struct mapped m;
    world(&m, YK_ZH);
    small_world_door(&m.w, 1,
                     "client_name=x;contact:contact_name=甲;"
                     "contact:contact_name=乙,contact_phone=12;contact:contact_phone=13");
    m.w.derived.estimate[1].none = true;
    draw_atlas(&m, both);
    assert_string_equal(value(&m, CLIENTS, 1, "contact_name")->text, "乙**");
    assert_string_equal(value(&m, CLIENTS, 1, "contact_phone")->text, "****");
    assert_int_equal(value(&m, CLIENTS, 1, "litres_p50")->kind, YK_CELL_BLANK);
    end(&m);
}

/* North, west, south, east of 24.5 N 118.1 E: Vincenty's direct formula (Survey Review 23 (1975)
 * 88-93), worked out apart; good to a tenth of a millimetre. */
static void circles_are_geodesic(void **state)
{
    static const struct yk_point quarter[] = {{24.5270841978, 118.1},
                                              {24.4999970989, 118.0704010029},
                                              {24.4729157051, 118.1},
                                              {24.4999970989, 118.1295989971}};
    (void)state;
    struct mapped m;
    world(&m, YK_ZH);
    draw_atlas(&m, both);
    assert_int_equal(m.atlas.layer[CIRCLES].features, 2);
    struct yk_feature f = feature(&m, CIRCLES, 0);
    assert_int_equal(f.corners, 129);
    assert_memory_equal(&f.corner[0], &f.corner[128], sizeof *f.corner);
    for (size_t i = 0; i < 4; i++)
        assert_true(yk_metres(f.corner[32 * i], quarter[i]) < 1e-4);
    double twice = 0;
    for (size_t i = 0; i < 128; i++) {
        struct yk_point a = f.corner[i], b = f.corner[i + 1];
        struct yk_point middle = {(a.lat + b.lat) / 2, (a.lon + b.lon) / 2};
        twice += (a.lon - 118) * (b.lat - 24) - (b.lon - 118) * (a.lat - 24);
        assert_true(fabs(yk_metres(m.station[0].point, a) - 3000) < 1e-6);
        assert_true(yk_metres(m.station[0].point, middle) > 3000 * .9996);
    }
    assert_true(twice > 0); /* counter-clockwise */
    assert_true(value(&m, CIRCLES, 0, "radius_m")->number == 3000);
    assert_true(value(&m, CIRCLES, 0, "clients")->number == 3);
    end(&m);
}

/* A circle over the date line stays one outline; one without a radius or a place is counted. */
static void odd_circles(void **state)
{
    (void)state;
    struct mapped m;
    world(&m, YK_ZH);
    m.station[0].point = (struct yk_point){10, 179.99};
    m.station[1].radius_m = NAN;
    draw_atlas(&m, both);
    assert_int_equal(m.atlas.layer[CIRCLES].features, 1);
    assert_int_equal(m.atlas.layer[CIRCLES].nowhere, 1);
    struct yk_feature f = feature(&m, CIRCLES, 0);
    for (size_t i = 0; i < f.corners; i++)
        assert_true(fabs(f.corner[i].lon - 179.99) < .03);
    end(&m);
    world(&m, YK_ZH);
    m.station[0].point = (struct yk_point){NAN, NAN};
    draw_atlas(&m, both);
    assert_int_equal(m.atlas.layer[STATIONS].nowhere, 1);
    assert_int_equal(m.atlas.layer[CIRCLES].nowhere, 1);
    end(&m);
}

static void stations_and_rivals(void **state)
{
    (void)state;
    struct mapped m;
    world(&m, YK_ZH);
    draw_atlas(&m, both);
    assert_int_equal(m.atlas.layer[STATIONS].features, 2);
    assert_string_equal(value(&m, STATIONS, 1, "code")->text, "S2");
    assert_true(value(&m, STATIONS, 0, "clients")->number == 3);
    assert_true(value(&m, STATIONS, 1, "clients")->number == 0);
    assert_int_equal(m.atlas.layer[RIVALS].features, 2);
    assert_int_equal(m.atlas.layer[RIVALS].nowhere, 1);
    assert_string_equal(value(&m, RIVALS, 0, "brand")->label, "中国石化");
    assert_int_equal(value(&m, RIVALS, 0, "posted_g92")->kind, YK_CELL_BLANK);
    end(&m);
    world(&m, YK_ZH); /* one station: only what lies in its circle */
    draw_atlas(&m, first_only);
    assert_int_equal(m.atlas.layer[STATIONS].features, 1);
    assert_int_equal(m.atlas.layer[RIVALS].features, 1);
    assert_int_equal(m.atlas.layer[RIVALS].nowhere, 0);
    end(&m);
    world(&m, YK_ZH);
    for (size_t i = 0; i < DOORS; i++)
        m.w.derived.place[i].owner = 1;
    draw_atlas(&m, first_only);
    assert_int_equal(m.atlas.layer[CLIENTS].features, 0);
    assert_int_equal(m.atlas.layer[CLIENTS].nowhere, 0);
    end(&m);
}

static struct yk_area area_of(const char *grid, enum yk_cell_state state, struct yk_point *outline,
                              size_t corners)
{
    return (struct yk_area){.grid_id = grid,
                            .name = "",
                            .person = "王小满",
                            .reason = "",
                            .due = yk_day_of(2026, 3, 20),
                            .centre = {24.5, 118.1},
                            .outline = outline,
                            .corners = corners,
                            .listed = true,
                            .expected = 9,
                            .expected_source = "map",
                            .done = 2,
                            .state = state,
                            .likely = NAN,
                            .unlikely = NAN};
}

static void blanks_are_what_is_not_done(void **state)
{
    /* north-west, north-east, south-east, south-west: the wrong way round */
    struct yk_point square[] = {
        {24.51, 118.09}, {24.51, 118.11}, {24.49, 118.11}, {24.49, 118.09}, {24.51, 118.09}};
    struct yk_area area[] = {
        area_of("G1", YK_AREA_ONGOING, square, 5), area_of("G2", YK_AREA_NOT_YET, NULL, 0),
        area_of("G3", YK_AREA_DONE, square, 5),    area_of("G4", YK_AREA_EXCLUDED, square, 5),
        area_of("G5", YK_AREA_NOT_YET, NULL, 0),
    };
    struct yk_gazetteer_entry entry = {.source = "poi.csv",
                                       .kind = "hotel",
                                       .name = "海天宾馆",
                                       .address = "海天路1号",
                                       .point = {24.505, 118.1}};
    struct yk_unvisited unvisited[] = {{0, 2, 554}, {0, SIZE_MAX, 555}};
    struct yk_coverage coverage = {
        .area = area, .areas = 5, .unvisited = unvisited, .unvisiteds = 2};
    (void)state;
    struct mapped m;
    world(&m, YK_EN);
    area[0].name = "新阳";
    area[4].centre = (struct yk_point){NAN, NAN};
    m.w.territory.gazetteer = &entry;
    m.w.territory.gazetteers = 1;
    m.mapping = yk_mapping_new(&m.w.view, both, &m.w.arena);
    yk_mapping_blanks(m.mapping, &coverage);
    yk_report_atlas(&m.atlas, m.mapping);
    area[0].outline = NULL; /* what the mapping shows is its own */
    square[0] = (struct yk_point){0, 0};
    assert_int_equal(m.atlas.layer[BLANKS].features, 4);
    assert_int_equal(m.atlas.layer[BLANKS].nowhere, 1);
    struct yk_feature f = feature(&m, BLANKS, 0);
    assert_string_equal(f.name, "G1 新阳");
    assert_int_equal(f.tone, YK_TONE_BEGUN);
    assert_int_equal(f.corners, 5);
    assert_true(f.corner[0].lat == 24.51 && f.corner[1].lat == 24.49); /* turned */
    assert_string_equal(value(&m, BLANKS, 0, "what")->text, "cell");
    assert_string_equal(value(&m, BLANKS, 0, "state")->text, "ongoing");
    assert_true(value(&m, BLANKS, 0, "done")->number == 2);
    assert_int_equal(feature(&m, BLANKS, 1).corners, 1);
    assert_string_equal(value(&m, BLANKS, 2, "what")->text, "place");
    assert_string_equal(value(&m, BLANKS, 2, "kind")->label, "Hotel");
    assert_string_equal(value(&m, BLANKS, 2, "grid_id")->text, "G3");
    assert_int_equal(value(&m, BLANKS, 3, "grid_id")->kind, YK_CELL_BLANK);
    assert_true(value(&m, BLANKS, 3, "metres")->number == 555);
    end(&m);
}

static void what_was_written_is_told(void **state)
{
    (void)state;
    struct mapped m;
    world(&m, YK_EN);
    draw_atlas(&m, both);
    m.atlas.datum = YK_GCJ02;
    yk_report_atlas_written(&m.w.sheets, &m.atlas, "map.kml");
    const struct yk_table *top = table_named(&m.w.sheets, "");
    assert_string_equal(cell_under(top, 0, "file")->text, "map.kml");
    assert_string_equal(cell_under(top, 0, "datum")->text, "gcj02");
    assert_true(cell_under(top, 0, "not_located")->number == 1);
    const struct yk_table *t = table_named(&m.w.sheets, "layers");
    static const char *const name[] = {"clients", "stations", "trading_areas", "competitors",
                                       "blanks"};
    assert_int_equal(t->rows, 5);
    for (size_t i = 0; i < t->rows; i++)
        assert_string_equal(cell_under(t, i, "name")->text, name[i]);
    assert_true(cell_under(t, 0, "features")->number == 2);
    assert_string_equal(cell_under(t, 0, "remark")->text,
                        "1 without a place: see youka client list, class E");
    assert_int_equal(cell_under(t, 1, "remark")->kind, YK_CELL_BLANK);
    size_t count;
    assert_true(yk_mapping_clients(&count, m.mapping)[1] == 1);
    assert_int_equal(count, 2);
    end(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clients_with_a_place_are_drawn),
        cmocka_unit_test(contacts_are_masked),
        cmocka_unit_test(who_can_be_called),
        cmocka_unit_test(circles_are_geodesic),
        cmocka_unit_test(odd_circles),
        cmocka_unit_test(stations_and_rivals),
        cmocka_unit_test(blanks_are_what_is_not_done),
        cmocka_unit_test(what_was_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
