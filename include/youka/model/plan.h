/* plan.h - one of the five shapes: clients placed, estimated, ranked, scheduled, with reasons. */
#ifndef YOUKA_MODEL_PLAN_H
#define YOUKA_MODEL_PLAN_H

#include "youka/model/facts.h"
#include "youka/model/territory.h"

struct yk_visits;
struct yk_competition;

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
    bool unit_question;  /* of a told amount: what it is meant as is in doubt, ask */
    bool unit_blank;     /* for it was told without a unit, which counts as litres */
    double stake;        /* litres a month by which P50 moves, on average over the readings, once
                            somebody says which of them is meant; 0 of what is sure */
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

#define YK_GRADES 7        /* fuel_priors.csv's order: g92 g95 g98 d0 dm10 dm20 dm35 */
#define YK_PETROL_GRADES 3 /* the first of them; the others are diesel */
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

/* What a client is to be offered, and what that costs. Money is yuan a year. */
struct yk_request {
    const struct yk_policy_rule *terms; /* NULL: nothing is asked for */
    double amount;                      /* in the unit of the terms, lowered to keep their cap */
    double litres_year;                 /* that it brings */
    double cost, margin_left;           /* margin of these litres less the cost */
    double break_even_litres;           /* a month, new ones, that pay for it; NAN: none do */
    yk_day valid_until;
    bool granted;
    const char *refused; /* no_margin, over_budget, credit_risk; "" */
};

/* A pot of money for requests, and how it was shared out. Money is yuan a year. */
struct yk_pot {
    const struct yk_policy_rule *budget; /* NULL: no budget is set, all is granted */
    const char *region; /* each region has a pot of its own, also from a row for any region */
    size_t claims, granted;
    double asked_yuan, granted_yuan, margin_left;
    double cut; /* margin left a yuan of the last granted; INFINITY: none was */
};

struct yk_card_advice {
    const char *type;    /* card_type of the form */
    const char *because; /* decided, told, drivers_pay, one_vehicle, mixed, fleet, controls,
                            one_card, several, none */
    double cards;        /* expected, the master card with them */
};

/* Order of the form's list. */
enum yk_risk_level { YK_RISK_GREEN, YK_RISK_AMBER, YK_RISK_RED };
enum yk_risk {
    YK_RISK_CREDIT,
    YK_RISK_RELOCATE,
    YK_RISK_NEV_SHIFT,
    YK_RISK_POLICY,
    YK_RISK_COMPETITOR,
    YK_RISK_CONCENTRATION,
    YK_RISK_CASH_OUT,
    YK_RISK_SAFETY,
    YK_RISK_PERSON_CHANGE,
    YK_RISKS
};
const char *yk_risk_code(enum yk_risk r); /* of the form's list «risk» */
enum yk_risk_level yk_risk_worst(const enum yk_risk_level level[YK_RISKS]);
const char *yk_risk_level_code(enum yk_risk_level l); /* green, amber, red */

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
    const struct yk_strategy_rule *rule;  /* as a person has changed it, where one did */
    const struct yk_overruled *overruled; /* what a person decided for it; NULL: nothing */
    struct yk_request request;            /* what the rule's policy asks for it */
    struct yk_card_advice card;
    enum yk_risk_level risk[YK_RISKS];
    const char *stage;     /* surveyed … keep, lost, parked: what facts bear out */
    const char *claimed;   /* a stage beyond it that the last visitor claims, or "" */
    const char *wants;     /* codes of the facts missing for the next stage (claimed: for that one),
                              the first to ask first; joined by a space */
    const char *next_step; /* code of what to do next, or "" */
    yk_day last_seen;      /* when somebody of the client was last spoken to; YK_DAY_NONE */
    const char *forced;    /* why a visit of this week cannot wait: as in the calendar; "" */
    const char *missing;   /* form field to ask next, or "" */
    const char *ask;       /* form field that says most of the litres, or "" (plan/resurvey.h) */
    double ask_value_yuan; /* a year, that a sure answer is worth; 0: it changes no tier */
    const char *owner;     /* role code */
    const char *person;    /* staff code of who goes first; "" where the station told of nobody, or
                              nobody has hours left */
    int due_week;          /* of the first visit, 1..12; 0: left out */
    int visits;            /* in the calendar */
    int visits_short;      /* of the tier's return visits that found no hours in the 12 weeks */
    const char *left_out;  /* reason code, "" where scheduled: no_capacity, not_located, no_need,
                              not_due (its next visit falls after the 12 weeks) */
};
/* new: not in the issued plan · won, lost: signed, or lost with a reason, since then · up, down:
 * another tier · stage: another stage, the tier stays · gone: no client of ours any more · moved:
 * another station owns it now. The first that holds. */
enum yk_change_kind {
    YK_CHANGE_NEW,
    YK_CHANGE_WON,
    YK_CHANGE_LOST,
    YK_CHANGE_UP,
    YK_CHANGE_DOWN,
    YK_CHANGE_STAGE,
    YK_CHANGE_GONE,
    YK_CHANGE_MOVED,
    YK_CHANGES
};
const char *yk_change_code(enum yk_change_kind k); /* new, up, …; the list «change» of labels.csv */

struct yk_change {
    enum yk_change_kind kind;
    size_t line;                       /* of the plan; of gone and moved: SIZE_MAX */
    size_t client;                     /* of the territory; SIZE_MAX: nobody has the id any more */
    const struct yk_past_line *before; /* NULL: new */
    /* What moved the score most: litres, share, access, chance, margin; "last" where it refuses for
     * good or needs no fuel; "others" where the client itself did not change much and others did;
     * "" where the tier did not change. */
    const char *why;
    double why_before, why_now; /* of that factor; NAN for others */
    size_t station;             /* of moved: who owns it now */
};

/* The coming weeks: the first one is today and the six days after it, and so on. */
#define YK_PLAN_WEEKS 12
struct yk_plan_visit {
    size_t line;                 /* index in the plan's lines */
    double hours;                /* at the client's */
    double metres_from_previous; /* by road, from the station or the stop before */
    int arrives_min;             /* minutes after midnight */
    bool out_of_hours;           /* it ends after the visiting hours that the client told */
    const char *forced;  /* why it had to be this week: complaint, dissatisfied, contract_ends,
                          * not_seen; "" */
    const char *visitor; /* staff code, or "" */
};
struct yk_plan_day {
    int week; /* 1..12 */
    yk_day day;
    struct yk_plan_visit *visit; /* in the order of the way */
    size_t visits;
    double hours;  /* at the clients' and on the way */
    double metres; /* from the station and back to it */
};
struct yk_plan_week {
    double capacity_hours, hours, metres;
    size_t visits, forced;
    bool over_capacity; /* the visits that had to be this week alone need more hours */
};
struct yk_calendar {
    struct yk_plan_day *day; /* days with visits, Monday to Friday, by date */
    size_t days;
    struct yk_plan_week week[YK_PLAN_WEEKS];
};
struct yk_plan {
    size_t station;            /* index in the territory */
    struct yk_plan_line *line; /* by rank */
    size_t lines;
    struct yk_change *change; /* against the plan issued last (plan/changes.h) */
    size_t changes;
    size_t *resurvey; /* lines worth a visit to ask again, by falling ask_value_yuan */
    size_t resurveys;
    struct yk_calendar calendar;
    const struct yk_competition *competition; /* model/rival.h; NULL: not worked out */
};

/* How far a client's answers can be trusted; flags of taking in and of survey/quality.h together.
 */
struct yk_quality {
    unsigned known; /* 1u << enum yk_fact */
    struct yk_flag *flag;
    size_t flags;
};

/* Why a client is easier or harder to win than most: each adds «win_CODE» of market_priors.csv to
 * the logit of the chance, only YK_WIN_FAR more the farther the client. Labelled by the list «win»
 * of labels.csv. */
enum yk_win_term {
    YK_WIN_DECIDER_MET,
    YK_WIN_INVOICE,
    YK_WIN_PRICE,
    YK_WIN_FAR,
    YK_WIN_LOYAL,
    YK_WIN_COMPLAINT,
    YK_WIN_NOT_ON_LIST,
    YK_WIN_TERMS
};
const char *yk_win_code(enum yk_win_term term); /* decider_met, invoice, price, far, … */

/* What stands between a client's litres and ours (estimation.md §7). */
struct yk_prospect {
    double own_share; /* of its litres that we sell today, 0..1; by card data where there are any */
    double told_share;  /* the same as the answers have it */
    double access;      /* share of the rest that its contracts leave open, 0..1 */
    double p_win;       /* chance to win it: logistic(win_base + the terms + win_segment) */
    unsigned win_terms; /* 1u << enum yk_win_term: those that apply */
    double win_far;     /* what YK_WIN_FAR adds to the logit; 0 where it does not apply */
    double win_segment; /* what won and lost clients of its category and region add to it */
    /* Huff: shares by place alone, they sum to 1; NAN where the client is not located. */
    double drawn_own, drawn_rivals, drawn_outside;
};

/* The ratio of totals, sum of litres / sum of estimated means, with its standard error (the ratio
 * estimator, Cochran 1977, «Sampling Techniques», ch. 6, without the finite population term). */
struct yk_total_ratio {
    double ratio, sd; /* multiplies a sum of means; 1 and NAN where nothing can be said yet */
    size_t clients;   /* that went in */
};
/* What the litres of clients that buy (almost) all from us say of the estimates made of them
 * (estimation.md §5.8, §5.9). */
struct yk_recalibration {
    double spread; /* the ranges P10-P90 of all litres were made so many times as wide, in logs */
    struct yk_total_ratio total;
};

/* What deriving gives: one of each a door, same index as the territory's doors. */
struct yk_derived {
    struct yk_place *place;
    struct yk_estimate *estimate;
    struct yk_prospect *prospect;
    struct yk_quality *quality;
    struct yk_buyer *buyer; /* what it bought from us (yk_sales_of); NULL: nothing was loaded */
    size_t count;
    const struct yk_overruled *overruled;  /* NULL: nobody decided anything */
    const struct yk_visits *visits;        /* of the same clients; NULL: none are known */
    struct yk_recalibration recalibration; /* spread 0: there are no card data to look at */
};

#endif
