/* market_of.h - for tests: stations, rivals and clients on a small invented map. */
#ifndef YOUKA_TESTS_ESTIMATE_MARKET_OF_H
#define YOUKA_TESTS_ESTIMATE_MARKET_OF_H

#include <math.h>

#include "../support/answers_of.h"
#include "../support/near.h"
#include "../support/rules_of.h"
#include "youka/model/plan.h"

enum { MARKET_MOST = 8 };

struct market {
    struct yk_rules rules;
    struct yk_station station[2];
    struct yk_competitor rival[MARKET_MOST];
    struct yk_door door[MARKET_MOST];
    struct yk_place place[MARKET_MOST];
    struct yk_estimate estimate[MARKET_MOST];
    struct yk_prospect prospect[MARKET_MOST];
    size_t other[1];
    struct yk_territory t;
    struct yk_derived d;
};

static const struct yk_point market_home = {24.5, 118.1}; /* where the clients are */

static inline struct yk_station market_station(const char *code, const char *station_class,
                                               double azimuth_deg, double metres)
{
    return (struct yk_station){.code = code,
                               .name = "",
                               .region = "R",
                               .station_class = station_class,
                               .point = yk_point_towards(market_home, azimuth_deg, metres),
                               .radius_m = 5000,
                               .fuels = "",
                               .opens = "",
                               .closes = ""};
}

static inline void market_rival(struct market *m, const char *name, const char *brand,
                                double azimuth_deg, double metres)
{
    m->rival[m->t.competitors++] = (struct yk_competitor){
        .name = name, .brand = brand, .point = yk_point_towards(market_home, azimuth_deg, metres)};
}

/* Located at home, of the first station. */
static inline void market_client(struct market *m, struct yk_arena *a, const char *answers,
                                 double litres)
{
    size_t i = m->t.doors++;
    m->d.count = m->t.doors;
    m->door[i].answers = answers_of(a, answers);
    m->place[i] = (struct yk_place){.located = true,
                                    .point = market_home,
                                    .verdict = YK_VERDICT_IN,
                                    .distance_m = yk_metres(m->station[0].point, market_home)};
    m->estimate[i].litres.mean = litres;
}

/* One station 1 km to the north, nobody else yet. */
static inline struct market *market_of(struct yk_arena *a)
{
    struct market *m = YK_ARENA_ARRAY(a, struct market, 1);
    m->rules = rules_of(a);
    m->station[0] = market_station("S1", "suburban", 0, 1000);
    m->t = (struct yk_territory){.today = yk_day_of(2026, 3, 5),
                                 .station = m->station,
                                 .stations = 1,
                                 .competitor = m->rival,
                                 .door = m->door,
                                 .rules = &m->rules};
    m->d = (struct yk_derived){.place = m->place, .estimate = m->estimate, .prospect = m->prospect};
    return m;
}

static inline void market_set(struct market *m, const char *parameter, double value)
{
    for (size_t i = 0; i < m->rules.markets; i++)
        if (strcmp(m->rules.market[i].parameter, parameter) == 0)
            m->rules.market[i].value = value;
}

#endif
