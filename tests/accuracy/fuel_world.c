/* fuel_world.c - draws a region: stations, clients, and their true fleets and litres. */
#include "fuel_world.h"

#include <stdio.h>

#include "../support/rules_of.h"
#include "youka/geo/point.h"

#define PRIOR_OFF .6 /* HARD: sd of log of what the tables are off by */

const char *const fuel_law_name[FUEL_LAWS] = {"BASE", "HARD"};

/* How many of a hundred clients: judgement, after the sample survey's mixture. */
static const struct {
    const char *category;
    int weight;
} kinds[] = {
    {"enterprise", 16}, {"factory_mine", 10},  {"restaurant", 10},  {"logistics", 9},
    {"hotel", 6},       {"government", 6},     {"construction", 6}, {"institution", 5},
    {"supermarket", 5}, {"school", 4},         {"community", 3},    {"office_building", 3},
    {"parking_lot", 2}, {"mall", 2},           {"hospital", 2},     {"taxi_ride", 2},
    {"bus_coach", 2},   {"farm_machinery", 2}, {"other", 2},        {"transient", 2},
    {"waterway", 1},
};
enum { KINDS = sizeof kinds / sizeof *kinds, REGIONS = 3 };

/* What is true of the categories here, against the tables. */
struct ratios {
    double fleet[KINDS][FUEL_STATIONS], litres[KINDS][FUEL_STATIONS]; /* litres as a log */
};

/* A factor of mean 1 and the given variance. */
static double factor(struct dice *d, enum fuel_law law, double var)
{
    double s2 = log1p(var);

    return law == FUEL_BASE ? dice_gamma(d, 1 / var) * var
                            : exp(sqrt(s2) * dice_normal(d) - s2 / 2);
}

static void draw_ratios(struct ratios *out, enum fuel_law law, const struct yk_rules *rules,
                        struct dice *d)
{
    static const char *const level[2][3] = {
        {"tau_fleet_category", "tau_fleet_region", "tau_fleet_station"},
        {"tau_litres_category", "tau_litres_region", "tau_litres_station"}};
    double fleet[3] = {0}, litres[3] = {0}, tau[2][3];

    for (size_t i = 0; i < 6; i++)
        tau[i / 3][i % 3] = yk_rules_spread(rules, level[i / 3][i % 3]);
    for (size_t k = 0; k < KINDS; k++)
        for (size_t s = 0; s < FUEL_STATIONS; s++) {
            size_t first = s == 0 ? 0 : s % (FUEL_STATIONS / REGIONS) == 0 ? 1 : 2;
            for (size_t i = first; i < 3; i++) {
                fleet[i] = factor(d, law, tau[0][i] * tau[0][i]);
                litres[i] = tau[1][i] * dice_normal(d);
                if (i == 0 && law == FUEL_HARD) {
                    fleet[i] *= exp(PRIOR_OFF * dice_normal(d));
                    litres[i] += PRIOR_OFF * dice_normal(d);
                }
            }
            out->fleet[k][s] = fleet[0] * fleet[1] * fleet[2];
            out->litres[k][s] = litres[0] + litres[1] + litres[2];
        }
}

static size_t draw_kind(struct dice *d)
{
    int all = 0;
    for (size_t k = 0; k < KINDS; k++)
        all += kinds[k].weight;
    int left = (int)dice_below(d, (size_t)all);
    size_t k = 0;
    while ((left -= kinds[k].weight) >= 0)
        k++;
    return k;
}

/* A client's vehicles: at least one. */
static double draw_vehicles(double mean, double phi, struct dice *d)
{
    double n = 0;

    for (int i = 0; n < 1 && i < 1000; i++)
        n = dice_count(d, mean, phi);
    return fmax(n, 1);
}

static double draw_share(double usual, double phi_g, struct dice *d)
{
    return usual > 0 && usual < 1 ? dice_beta(d, usual * phi_g, (1 - usual) * phi_g) : usual;
}

static void draw_client(struct fuel_client *c, const struct yk_rules *rules,
                        const struct ratios *ratios, enum fuel_law law, struct dice *d)
{
    size_t k = draw_kind(d);
    const struct yk_category_prior *p = yk_rules_category(rules, kinds[k].category);
    double use = yk_rules_spread(rules, "sig_u") * (law == FUEL_HARD ? dice_t3(d) : dice_normal(d));

    c->category = p;
    c->size =
        fmax(round(p->typical_size * exp(yk_rules_spread(rules, "size_sd") * dice_normal(d))), 1);
    double mean = p->rate * c->size * ratios->fleet[k][c->station] *
                  factor(d, law, 1 / yk_rules_spread(rules, "alpha"));
    c->vehicles = draw_vehicles(mean, p->phi, d);
    double own = yk_rules_spread(rules, "sig_v") * dice_normal(d) / sqrt(c->vehicles);
    c->litres =
        c->vehicles * p->litres_per_vehicle * exp(ratios->litres[k][c->station] + use + own);
    c->gasoline = draw_share(p->gasoline_share, yk_rules_spread(rules, "phi_g"), d);
}

static void set_up_station(struct yk_station *s, size_t i, struct yk_arena *a)
{
    *s = (struct yk_station){
        .code = yk_arena_printf(a, "S%02zu", i + 1),
        .name = yk_arena_printf(a, "第%zu加油站", i + 1),
        .region = yk_arena_printf(a, "第%zu分公司", i / (FUEL_STATIONS / REGIONS) + 1),
        .area_manager = "",
        .station_class = "urban",
        .point = {34.5 + .15 * (double)(i / 4), 113.3 + .15 * (double)(i % 4)},
        .radius_m = 3000,
        .hours_week = 20,
        .fuels = "",
        .opens = "",
        .closes = "",
        .target_litres_quarter = NAN};
}

/* Doors stand about their station, some 300 m apart from one another. */
static void set_up_door(struct fuel_world *w, size_t i)
{
    size_t s = i / FUEL_STATION_CLIENTS, n = i % FUEL_STATION_CLIENTS;
    const struct yk_station *station = &w->t.station[s];
    double metres = 600 + 1800 * (double)(n % 4) / 3, azimuth = 360. / FUEL_STATION_CLIENTS;
    struct yk_point point = yk_point_towards(station->point, azimuth * (double)n, metres);
    struct yk_door *door = &w->t.door[i];

    *door = (struct yk_door){.key = yk_arena_printf(&w->a, "uuid:%04zu", i),
                             .station_code = station->code,
                             .survey_date = yk_day_of(2026, 3, 2)};
    snprintf(door->id.text, sizeof door->id.text, "%032zx", i);
    door->submission = door->id;
    w->place[i] = (struct yk_place){.located = true,
                                    .point = point,
                                    .place_class = "A0",
                                    .error_m = 5,
                                    .method = "typed_wgs84",
                                    .runner_up_m = NAN,
                                    .verdict = YK_VERDICT_IN,
                                    .owner = s,
                                    .distance_m = metres};
    w->client[i].station = s;
}

void fuel_world_make(struct fuel_world *w, enum fuel_law law, uint64_t seed)
{
    struct dice d = {seed};
    struct ratios ratios;

    *w = (struct fuel_world){.a = {0}};
    w->rules = rules_of(&w->a);
    w->t = (struct yk_territory){.today = yk_day_of(2026, 4, 1),
                                 .station = YK_ARENA_ARRAY(&w->a, struct yk_station, FUEL_STATIONS),
                                 .stations = FUEL_STATIONS,
                                 .door = YK_ARENA_ARRAY(&w->a, struct yk_door, FUEL_CLIENTS),
                                 .doors = FUEL_CLIENTS,
                                 .rules = &w->rules};
    w->place = YK_ARENA_ARRAY(&w->a, struct yk_place, FUEL_CLIENTS);
    w->client = YK_ARENA_ARRAY(&w->a, struct fuel_client, FUEL_CLIENTS);
    for (size_t i = 0; i < FUEL_STATIONS; i++)
        set_up_station(&w->t.station[i], i, &w->a);
    draw_ratios(&ratios, law, &w->rules, &d);
    for (size_t i = 0; i < FUEL_CLIENTS; i++) {
        set_up_door(w, i);
        draw_client(&w->client[i], &w->rules, &ratios, law, &d);
    }
    fuel_tell(w, law, &d);
}

struct yk_rules fuel_world_learning(struct fuel_world *w)
{
    struct yk_rules r = w->rules;

    r.spread = YK_ARENA_ARRAY(&w->a, struct yk_parameter, r.spreads);
    memcpy(r.spread, w->rules.spread, r.spreads * sizeof *r.spread);
    for (size_t i = 0; i < r.spreads; i++)
        if (strcmp(r.spread[i].parameter, "learn") == 0)
            r.spread[i].value = 1;
    return r;
}

void fuel_world_release(struct fuel_world *w)
{
    yk_arena_release(&w->a);
}
