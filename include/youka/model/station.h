/* station.h - our filling stations and the rivals around them. */
#ifndef YOUKA_MODEL_STATION_H
#define YOUKA_MODEL_STATION_H

#include "youka/geo/point.h"
#include "youka/model/answer.h"

/* All strings "" when unknown. Numbers NAN when unknown. */
struct yk_station {
    const char *code, *name, *region, *area_manager;
    const char *station_class; /* urban, suburban, … (station_priors.csv) */
    struct yk_point point;
    double radius_m;   /* of the trading area; from the class where not given */
    double hours_week; /* visit hours of its staff a week */
    const char *fuels, *opens, *closes;
    double target_litres_quarter;
};

struct yk_competitor {
    const char *name, *brand;
    struct yk_point point;
    struct yk_answers answers; /* all of its row: posted and real prices, promotions, … */
    yk_day survey_date;
};

#endif
