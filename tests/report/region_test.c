/* region_test.c - two stations side by side: sums by hand, who owns what, the money and its cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/region.h"

/* The small world's first two clients are S1's, the third S2's; its station lies 2.2 km north of
 * S1's, both with a radius of 3 km. */
struct region_world {
    struct small_world w;
    struct yk_station station[2];
    struct yk_plan plan[2];
    struct yk_coverage coverage;
    struct yk_region_station of[2];
    struct yk_pot pot[2];
    struct yk_policy_rule budget, terms;
    struct yk_pair pair;
    struct yk_match match;
    size_t client_of[DOORS], other[1];
    struct yk_who who;
    struct yk_region region;
};

static void ask(struct region_world *r, size_t line, double cost, double margin,
                const char *refused)
{
    struct yk_plan_line *l = &r->w.plan.line[line];
    l->request = (struct yk_request){.terms = &r->terms,
                                     .amount = 200,
                                     .litres_year = 12000,
                                     .cost = cost,
                                     .margin_left = margin,
                                     .break_even_litres = NAN,
                                     .valid_until = yk_day_of(2027, 3, 2),
                                     .granted = !*refused,
                                     .refused = refused};
}

/* Asked: 1000 + 400 yuan; the second request does not fit into 1200. */
static void money(struct region_world *r)
{
    r->terms = (struct yk_policy_rule){.policy = "unit_discount",
                                       .tier = "",
                                       .region = "",
                                       .unit = "yuan_t",
                                       .approver = "area_manager",
                                       .amount = 200,
                                       .cap_yuan_year = NAN,
                                       .budget_yuan_year = NAN};
    r->budget = r->terms;
    r->budget.policy = "";
    r->budget.budget_yuan_year = 1200;
    ask(r, 0, 1000, 5000, "");
    ask(r, 1, 400, 800, "over_budget");
    ask(r, 2, 100, -1, "no_margin");
    r->pot[0] = (struct yk_pot){&r->budget, "R", 2, 1, 1400, 1000, 5000, 5};
    r->pot[1] = (struct yk_pot){&r->budget, "elsewhere", 9, 9, 9, 9, 9, 9};
}

static void hours(struct yk_calendar *c, double hours, double capacity)
{
    for (size_t i = 0; i < YK_PLAN_WEEKS; i++)
        c->week[i] = (struct yk_plan_week){.hours = i ? 0 : hours, .capacity_hours = capacity};
}

static void region_world_init(struct region_world *r, enum yk_lang lang)
{
    *r = (struct region_world){.other = {1}};
    struct small_world *w = &r->w;
    small_world_init(w, lang, DOORS);
    r->station[0] = r->station[1] = w->territory.station[0];
    r->station[1].code = "S2";
    r->station[1].name =
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    r->station[1].point.lat += .02;
    w->territory.station = r->station;
    w->territory.stations = 2;
    w->derived.place[1].other = r->other; /* .01 degree from both, in both circles */
    w->derived.place[1].others = 1;
    w->derived.place[2].owner = 1;
    w->derived.quality[0] = (struct yk_quality){.known = 1u << YK_FACT_VOLUME};
    w->derived.quality[1] =
        (struct yk_quality){.known = (1u << YK_FACTS) - 1,
                            .flag = (struct yk_flag[]){{"copied", ""}, {"missing", "uscc"}},
                            .flags = 2};
    money(r);
    w->plan.line[2].left_out = "no_capacity"; /* lead: a visit each 180 days, one in 12 weeks */
    r->plan[0] = (struct yk_plan){.station = 0, .line = w->plan.line, .lines = 2};
    r->plan[1] = (struct yk_plan){.station = 1, .line = &w->plan.line[2], .lines = 1};
    hours(&r->plan[0].calendar, 9, 2);
    hours(&r->plan[1].calendar, 0, 1);
    r->coverage = (struct yk_coverage){
        .areas = 5, .cells_done = 1, .cells_aside = 1, .doors_done = 30, .doors_expected = 60};
    r->of[0] = (struct yk_region_station){&r->plan[0], &r->coverage};
    r->of[1] = (struct yk_region_station){&r->plan[1], NULL};
    r->pair = (struct yk_pair){1, 2, .9, .8, 40, YK_WHY_NAME, YK_PAIR_REVIEW};
    r->match = (struct yk_match){.pair = &r->pair, .pairs = 1};
    for (size_t i = 0; i < DOORS; i++)
        r->client_of[i] = i;
    r->who = (struct yk_who){&w->territory, &w->territory, &r->match, r->client_of};
    w->view.who = &r->who;
    r->region = (struct yk_region){"R", r->of, 2, r->pot, 2, "li", "2026-03-02T08:00:00Z", "run1"};
    struct yk_err err = {0};
    if (yk_report_region(&w->view, &r->region, &err))
        fail_msg("%s", err.text);
}

static double number(const struct region_world *r, const char *table, size_t row, const char *key)
{
    const struct yk_cell *c = cell_under(table_named(&r->w.sheets, table), row, key);
    assert_int_equal(c->kind, YK_CELL_NUMBER);
    return c->number;
}

static const char *text(const struct region_world *r, const char *table, size_t row,
                        const char *key)
{
    const struct yk_cell *c = cell_under(table_named(&r->w.sheets, table), row, key);
    assert_int_equal(c->kind, YK_CELL_TEXT);
    return c->text;
}

/* By hand: S1 has P50 3000 + 2000, below sqrt(1500² + 1000²); S2 1000, below 500. The region's
 * below: sqrt(1500² + 1000² + 500²) = 1870.8, above twice that. A third visit-hour of S2's client
 * that found none: 1 visit of 1.5 h. */
static void figures_add_up(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_ZH);
    static const struct {
        const char *table, *key;
        size_t row;
        double want;
    } table[] = {
        {"stations", "p50", 0, 5000},
        {"stations", "p50", 1, 1000},
        {"stations", "low", 0, 5000 - 1802.7756377319947},
        {"stations", "high", 1, 2000},
        {"stations", "winnable_litres", 0, 3600},
        {"stations", "clients", 0, 2},
        {"stations", "doors_done", 0, 30},
        {"stations", "cells_done", 0, .25},
        {"stations", "hours_needed", 0, 9},
        {"stations", "hours_needed", 1, 1.5},
        {"stations", "hours", 1, 12},
        {"stations", "load", 0, .375},
        {"stations", "tiers.platinum", 0, 1},
        {"stations", "tiers.lead", 1, 1},
        {"region", "clients", 0, 3},
        {"region", "located", 0, 2},
        {"region", "stations", 0, 2},
        {"litres", "p50", 0, 6000},
        {"litres", "low", 0, 6000 - 1870.8286933869707},
        {"litres", "high", 0, 6000 + 3741.6573867739413},
        {"litres", "means", 0, 7200},
        {"litres", "ours", 0, 1800},
        {"litres", "winnable_litres", 0, 4320},
        {"work", "hours_needed", 0, 10.5},
        {"work", "hours", 0, 36},
        {"tiers", "p50", 0, 3000},
        {"tiers", "clients", 3, 1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double got = number(&r, table[i].table, table[i].row, table[i].key);
        if (fabs(got - table[i].want) > 1e-6)
            fail_msg("%s.%s: %.9g, not %.9g", table[i].table, table[i].key, got, table[i].want);
    }
    small_world_release(&r.w);
}

static void the_best_come_first_and_masked(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_ZH);
    assert_int_equal(table_named(&r.w.sheets, "prospects")->rows, 3);
    assert_string_equal(text(&r, "prospects", 0, "name"), "顺达物流"); /* equal scores: by id */
    assert_string_equal(text(&r, "prospects", 2, "station_code"), "S2");
    const char *contacts = text(&r, "prospects", 0, "contacts");
    assert_non_null(strstr(contacts, "138****5678"));
    assert_null(strstr(contacts, "小明"));
    small_world_release(&r.w);
}

static void money_with_its_cut(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_EN);
    assert_int_equal(table_named(&r.w.sheets, "pots")->rows,
                     1); /* the other region's is not ours */
    assert_true(number(&r, "pots", 0, "left_yuan") == 200);
    assert_true(number(&r, "pots", 0, "cut_yuan") == 400);
    assert_true(number(&r, "pots", 0, "cut_at") == 5);
    assert_string_equal(text(&r, "requests", 0, "standing"), "granted");
    assert_string_equal(text(&r, "requests", 1, "standing"), "over_budget");
    assert_string_equal(text(&r, "requests", 2, "standing"), "no_margin");
    assert_true(number(&r, "requests", 1, "margin_a_yuan") == 2);
    small_world_release(&r.w);
}

static void overlaps_name_the_owner(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_ZH);
    const struct yk_table *t = table_named(&r.w.sheets, "overlaps");
    assert_int_equal(t->rows, 1);
    assert_true(number(&r, "overlaps", 0, "clients") == 1);
    assert_true(number(&r, "overlaps", 0, "of_a") == 1);
    assert_true(number(&r, "overlaps", 0, "winnable_litres") == 1440);
    /* .02 degree of latitude: 2.215 km (GRS80 meridian arc) */
    assert_true(fabs(number(&r, "overlaps", 0, "km") - 2.215) < .002);
    assert_string_equal(text(&r, "shared", 0, "owner"), "S1");
    assert_non_null(strstr(text(&r, "shared", 0, "others"), r.station[1].name));
    small_world_release(&r.w);
}

static void quality_by_station_and_doubt(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_ZH);
    /* all three were surveyed by S1: 1, 6 and 0 facts; one client with two doubts */
    assert_true(number(&r, "quality_stations", 0, "clients") == 3);
    assert_true(fabs(number(&r, "quality_stations", 0, "facts_mean") - 7 / 3.0) < 1e-9);
    assert_true(fabs(number(&r, "quality_stations", 0, "volume") - 2 / 3.0) < 1e-9);
    assert_true(fabs(number(&r, "quality_stations", 0, "doubtful") - 1 / 3.0) < 1e-9);
    assert_true(number(&r, "quality_stations", 1, "clients") == 0);
    assert_int_equal(table_named(&r.w.sheets, "doubts")->rows, 2);
    assert_string_equal(text(&r, "duplicates", 0, "a.name"), "=cmd|calc");
    /* the rival lies in both circles; one client of 3600 L a month, a quarter ours, names it */
    assert_string_equal(text(&r, "brands", 0, "brand"), "sinopec");
    assert_true(number(&r, "brands", 0, "stations") == 1);
    assert_true(number(&r, "brands", 0, "areas") == 2);
    assert_true(number(&r, "brands", 0, "litres") == 2700);
    small_world_release(&r.w);
}

static const struct yk_sheet *sheet_with(const struct region_world *r, const char *begin)
{
    for (size_t i = 0; i < r->w.sheets.count; i++)
        if (!strncmp(r->w.sheets.sheet[i]->name, begin, strlen(begin)))
            return r->w.sheets.sheet[i];
    return NULL;
}

static void a_sheet_a_station(void **state)
{
    (void)state;
    struct region_world r;
    region_world_init(&r, YK_ZH);
    const struct yk_sheet *one = sheet_with(&r, "S1 "), *other = sheet_with(&r, "S2 ");
    assert_true(one && other);
    /* 31 UTF-16 units: "S2 " and 28 of the 40 characters of the name */
    assert_int_equal(yk_utf8_count(other->name), 31);
    assert_string_equal(other->title + 3, r.station[1].name);
    const struct yk_sheet *front = r.w.sheets.sheet[0];
    assert_int_equal(front->charts, 3);
    assert_true(front->chart[2]->span >= 3 && front->chart[2]->span <= 6); /* km */
    assert_non_null(strstr(r.w.sheets.footer, "li"));
    assert_non_null(strstr(r.w.sheets.footer, "2026-03-02T08:00:00Z"));
    small_world_release(&r.w);
}

static void many_stations_share_a_sheet(void **state)
{
    (void)state;
    enum { MANY = 31 };
    struct region_world r;
    struct yk_station station[MANY];
    struct yk_plan plan[MANY];
    struct yk_region_station of[MANY];
    struct yk_err err = {0};
    region_world_init(&r, YK_EN);
    for (size_t i = 0; i < MANY; i++) { /* but the first without a client, or a place */
        station[i] = r.station[0];
        station[i].code = yk_arena_printf(&r.w.arena, "M%02zu", i);
        station[i].point = i ? (struct yk_point){NAN, NAN} : station[i].point;
        plan[i] = (struct yk_plan){.station = i, .lines = i ? 0 : 1, .line = r.w.plan.line};
        of[i] = (struct yk_region_station){&plan[i], NULL};
    }
    yk_sheets_init(&r.w.sheets, &r.w.arena, YK_EN, "", r.w.territory.today);
    r.w.territory.station = station;
    r.w.territory.stations = MANY;
    r.w.derived.place[1].others = 0;
    r.region.station = of;
    r.region.stations = MANY;
    assert_int_equal(yk_report_region(&r.w.view, &r.region, &err), YK_OK);
    assert_null(sheet_with(&r, "M00"));
    assert_int_equal(sheet_with(&r, "Stations in short")->tables, 5 * MANY);
    assert_true(number(&r, "litres", 0, "p50") == 3000);
    small_world_release(&r.w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_add_up),
        cmocka_unit_test(the_best_come_first_and_masked),
        cmocka_unit_test(money_with_its_cut),
        cmocka_unit_test(overlaps_name_the_owner),
        cmocka_unit_test(quality_by_station_and_doubt),
        cmocka_unit_test(a_sheet_a_station),
        cmocka_unit_test(many_stations_share_a_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
