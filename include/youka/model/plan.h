/* plan.h - one of the five shapes: clients placed, estimated, ranked, scheduled, with reasons. */
#ifndef YOUKA_MODEL_PLAN_H
#define YOUKA_MODEL_PLAN_H

#include "youka/model/facts.h"
#include "youka/model/territory.h"

struct yk_visits;

/* Edge: the error of the place reaches over the border of the trading area. */
enum yk_verdict { YK_VERDICT_IN, YK_VERDICT_EDGE, YK_VERDICT_OUT, YK_VERDICT_UNKNOWN };
const char *yk_verdict_code(enum yk_verdict v); /* "in", "edge", "out", "unknown" */

/* Where a door is and whose it is. */
struct yk_place {
    bool located;
    struct yk_point point;   /* where located */
    const char *place_class; /* "A0" field coordinate with declared datum; "E" none */
    double error_m;          /* NAN where not located */
    const char *method; /* short code: gps, typed_wgs84, exact_number, …, none, datum_unknown */
    bool ambiguous;     /* the address may as well mean a place over 300 m away: ask */
    double runner_up_m; /* from the next candidate that the address may mean; NAN: there is none */
    enum yk_verdict verdict; /* against the owner's trading area */
    size_t owner;            /* index of the station that owns the client */
    double distance_m;       /* to the owner; NAN where not located */
    size_t known_as;         /* 1 + the number of its own entry in the geocoder; 0: none */
    size_t *other;           /* stations whose circle also holds it, by code */
    size_t others;
};

struct yk_range {
    double p10, p50, p90, mean;
};
/* One reason of an estimate, in a form both languages can be made of. */
struct yk_piece {
    const char
        *piece; /* code: told_volume, fills, fleet_lines, vehicle_total, peers, no_vehicles */
    const char *source;  /* info_source code or "" */
    double value;        /* litres a month that it stands for, before weighting */
    double weight;       /* 0..1, the weights of an estimate add up to 1 */
    const char *unit;    /* told in: l, t, cny; "" */
    double told;         /* the number as told */
    const char *meant;   /* of a told amount: what it is most probably (YK_MEANT); else "" */
    double meant_weight; /* how probably, 0..1 */
};
/* What a told amount may have been meant as, whatever unit was written beside it: litres, tonnes or
 * yuan, a month or a year; or a month of one vehicle. Labelled by the list «meant» of labels.csv.
 */
enum yk_meant {
    YK_MEANT_L_MONTH,
    YK_MEANT_L_YEAR,
    YK_MEANT_T_MONTH,
    YK_MEANT_T_YEAR,
    YK_MEANT_CNY_MONTH,
    YK_MEANT_CNY_YEAR,
    YK_MEANT_VEHICLE,
    YK_MEANTS
};
const char *yk_meant_code(enum yk_meant m); /* l_month, l_year, t_month, …, vehicle_month */

#define YK_GRADES 7 /* fuel_priors.csv's order: g92 g95 g98 d0 dm10 dm20 dm35 */
struct yk_estimate {
    bool none; /* no estimate: closed, duplicate */
    struct yk_range vehicles;
    struct yk_range litres; /* a month */
    struct yk_range grade[YK_GRADES];
    double log_mean, log_var; /* of litres; NAN where litres are certainly 0 */
    char confidence;          /* 'A'..'D' */
    bool unit_question;       /* a told amount may have been meant in another unit: ask */
    double peer_fleet;  /* vehicles of its like here against the table's; 1: as in the table */
    double peer_litres; /* litres a vehicle of its like here against the table's */
    double no_fleet;    /* chance that it has no vehicle; 0 where it is known to have one */
    double kept_12m; /* share of its fuel vehicles that no electric one is to replace in a year */
    struct yk_piece *piece;
    size_t pieces;
};

/* A line of a station's development plan. */
struct yk_plan_line {
    size_t door;                /* index in the territory */
    size_t rank;                /* from 1 */
    const char *tier_now;       /* tier code, "" for a client that buys nothing from us */
    const char *tier_potential; /* platinum, gold, iron, lead */
    double own_share, access, p_win;
    double winnable_litres; /* a month: mean litres * (1 - own share) * access */
    double margin_yuan_l;
    double score_yuan_year, score_yuan_hour, hours;
    const struct yk_strategy_rule *rule;
    const char *stage;     /* surveyed … keep, lost, parked: what facts bear out */
    const char *claimed;   /* a stage beyond it that the last visitor claims, or "" */
    const char *wants;     /* codes of the facts missing for the next stage (claimed: for that one),
                              the first to ask first; joined by a space */
    const char *next_step; /* code of what to do next, or "" */
    yk_day last_seen;      /* when somebody of the client was last spoken to; YK_DAY_NONE */
    const char *forced;    /* why a visit cannot wait: complaint, dissatisfied; or "" */
    const char *missing;   /* form field to ask next, or "" */
    const char *owner;     /* role code */
    int due_week;          /* 1..12; 0: left out */
    const char *left_out;  /* reason code, "" where scheduled: no_capacity, not_located, no_need */
};
struct yk_plan {
    size_t station;            /* index in the territory */
    struct yk_plan_line *line; /* by rank */
    size_t lines;
};

/* How far a client's answers can be trusted; flags of taking in and of survey/quality.h together.
 */
struct yk_quality {
    unsigned known; /* 1u << enum yk_fact */
    struct yk_flag *flag;
    size_t flags;
};

/* What stands between a client's litres and ours (estimation.md §7). */
struct yk_prospect {
    double own_share; /* of its litres that we sell today, 0..1 */
    double access;    /* share of the rest that its contracts leave open, 0..1 */
    double p_win;     /* chance to win it */
    double drawn_own, drawn_rivals, drawn_outside; /* Huff: shares by place alone; sum to 1 */
};

/* What deriving gives: one of each a door, same index as the territory's doors. */
struct yk_derived {
    struct yk_place *place;
    struct yk_estimate *estimate;
    struct yk_prospect *prospect;
    struct yk_quality *quality;
    size_t count;
    const struct yk_visits *visits; /* of the same clients; NULL: none are known */
};

#endif
