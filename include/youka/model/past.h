/* past.h - the plan that was issued last, as far as the next one looks back at it. */
#ifndef YOUKA_MODEL_PAST_H
#define YOUKA_MODEL_PAST_H

#include "youka/base/day.h"
#include "youka/base/hash.h"

/* A client's line as it was issued. Texts are codes. */
struct yk_past_line {
    struct yk_id client;
    size_t rank;
    const char *tier; /* potential */
    const char *stage, *rule_id;
    double litres_mean, own_share, access, p_win, margin_yuan_l; /* factors of the score */
    double score_yuan_year;
};
/* A station's plan; frozen. */
struct yk_past_plan {
    struct yk_id id; /* hash of its content */
    const char *station_code;
    yk_day day;                /* as of which it was made */
    const char *at, *who;      /* when it was issued, ISO-8601 UTC, and by whom */
    struct yk_past_line *line; /* by client */
    size_t lines;
};

struct yk_territory;

/* The plan issued last by a station, or NULL. */
const struct yk_past_plan *yk_past_of(const struct yk_territory *t, const char *station_code);
/* The line of a client, or NULL; of no plan (NULL) too. */
const struct yk_past_line *yk_past_line(const struct yk_past_plan *plan,
                                        const struct yk_id *client);

#endif
