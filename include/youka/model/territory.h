/* territory.h - one of the five shapes: what is known of an area as of a day. Read-only facts. */
#ifndef YOUKA_MODEL_TERRITORY_H
#define YOUKA_MODEL_TERRITORY_H

#include "youka/model/batch.h"
#include "youka/model/rules.h"
#include "youka/model/station.h"
#include "youka/model/vocabulary.h"

/* Where an answer came from. */
struct yk_origin {
    const char *batch, *file;
    size_t line;
};

/* One surveyed door: the copies of a submission already put together, per field the newest. */
struct yk_door {
    struct yk_id id;          /* client id */
    const char *key;          /* natural key of the submission */
    const char *station_code; /* who surveyed it */
    yk_day survey_date;
    struct yk_answers answers; /* irrelevant ones left out */
    struct yk_flag *flag;
    size_t flags;
    struct yk_origin *origin; /* newest last */
    size_t origins;
};

struct yk_territory {
    yk_day today;
    struct yk_station *station; /* by code */
    size_t stations;
    struct yk_competitor *competitor; /* by name, then place */
    size_t competitors;
    struct yk_door *door; /* by station code, then id */
    size_t doors;
    const struct yk_rules *rules;
};

#endif
