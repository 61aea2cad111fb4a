/* totals.h - what issued plans say, added up: what headquarters sees. Of every station the plan of
 * the newest day counts (of one day the one issued last) and, to compare, the one of the day before
 * it. Litres and tonnes are a month; money is yuan a year where nothing else is said. */
#ifndef YOUKA_MODEL_TOTALS_H
#define YOUKA_MODEL_TOTALS_H

#include "youka/model/plan.h"

/* Figures that add up over lines, categories, stations and regions. */
enum yk_figure {
    YK_FIG_CLIENTS,
    YK_FIG_SCHEDULED, /* clients with a visit in the 12 weeks */
    YK_FIG_BUYING,    /* clients that buy from us, as planned (tier_now) */
    YK_FIG_P50,       /* litres: sum of medians */
    YK_FIG_MEAN,      /* litres: sum of means */
    YK_FIG_OURS,      /* litres bought from us: by card data, else as told */
    YK_FIG_WINNABLE,  /* litres */
    YK_FIG_EXPECTED,  /* litres: winnable × chance */
    YK_FIG_TONNES,    /* of YK_FIG_MEAN; lines issued before tonnes were kept count 0 */
    YK_FIG_OURS_TONNES,
    YK_FIG_WINNABLE_TONNES,
    YK_FIG_UNWEIGHED, /* clients without tonnes */
    YK_FIG_SCORE,     /* yuan a year */
    YK_FIG_BIG,       /* clients of yk_totals_wish.big_t and more */
    YK_FIG_BIG_TONNES,
    YK_FIG_GREAT,
    YK_FIG_GREAT_TONNES,
    YK_FIG_DESIGNATED, /* clients bound to named stations: by agreement, list or tender */
    YK_FIG_DESIGNATED_LITRES,
    YK_FIG_DESIGNATED_OURS,   /* litres */
    YK_FIG_DESIGNATED_BUYING, /* of these clients, those that buy from us */
    YK_FIG_AGREED,            /* clients with an agreement with us that ran on the plan's day */
    YK_FIG_CARDS,             /* clients that hold a card of ours: told, or card data */
    YK_FIG_CARD_LITRES,       /* by card data */
    YK_FIG_RECORDED,          /* clients with card data; of these: */
    YK_FIG_FALLING,
    YK_FIG_SILENT,
    YK_FIG_LOST,
    YK_FIG_BACK,
    YK_FIG_LOST_LITRES, /* that silent and lost clients used to buy */
    YK_FIG_PAID,        /* yuan a month paid for card litres, where told */
    YK_FIG_LIST,        /* yuan a month of the same litres at list price */
    YK_FIG_ASKED,       /* clients that support is asked for */
    YK_FIG_ASKED_YUAN,
    YK_FIG_GRANTED,
    YK_FIG_GRANTED_YUAN,
    YK_FIG_RED, /* clients by their worst risk */
    YK_FIG_AMBER,
    YK_FIGURES
};

/* How far the trading area had been walked; NAN where the plan does not tell. */
struct yk_totals_walk {
    double cells, cells_done, cells_aside, doors_expected, doors_done, unvisited, missed;
};

/* The plan before, as far as it is compared. */
struct yk_totals_before {
    double clients, buying, mean, ours; /* as the figures of these names */
};

struct yk_totals_station {
    const char *code, *name, *region; /* as issued */
    const char *rules_version;        /* "": the defaults */
    const char *at, *who;             /* issued when (ISO-8601 UTC) and by whom */
    struct yk_id plan;
    yk_day day, day_before; /* NONE: there is no plan before */
    double figure[YK_FIGURES];
    struct yk_totals_before before;
    struct yk_totals_walk walk;
};
struct yk_totals_category {
    const char *category;
    double figure[YK_FIGURES];
};
struct yk_totals_fuel {
    const char *category, *grade;
    double litres, ours, winnable;
    double tonnes, ours_tonnes, winnable_tonnes;
};
struct yk_totals_policy {
    const char *policy, *refused; /* refused "": granted */
    double clients, yuan;
};
struct yk_totals_risk {
    double amber, amber_litres, red, red_litres; /* clients, their mean litres */
};
/* Clients of a station by potential tier in the plan before and now; "" on one side: new, or left.
 */
struct yk_totals_move {
    size_t station;
    const char *before, *now;
    bool moved; /* left, but another station planned it since */
    double clients, litres;
    double staged; /* of these clients, those in another stage than before */
};
/* A client by name; never a contact. */
struct yk_totals_client {
    const char *station_code;
    const char *name, *category, *tier_now, *tier, *stage, *strategy, *owner, *confidence;
    const char *supplier, *procurement, *designated_until, *agreement_until, *sales_status, *risk;
    int due_week;
    double p50, mean, ours, winnable, lost; /* litres; lost NAN where nothing was lost */
    double tonnes, ours_tonnes, winnable_tonnes;
};

struct yk_totals_wish {
    yk_day today;          /* plans of later days do not count */
    double big_t, great_t; /* tonnes a month from which on a client is named */
    size_t most;           /* rows of each list */
};
struct yk_totals {
    struct yk_totals_wish wish;
    struct yk_totals_station *station; /* by code */
    size_t stations;
    struct yk_totals_category *category; /* by code */
    size_t categories;
    struct yk_totals_fuel *fuel; /* by category, then grade */
    size_t fuels;
    struct yk_totals_policy *policy; /* by policy, granted first */
    size_t policies;
    struct yk_totals_risk risk[YK_RISKS];
    struct yk_totals_move *move; /* by station, before, now */
    size_t moves;
    struct yk_totals_client *big; /* by falling tonnes */
    size_t bigs;
    struct yk_totals_client *designated; /* by falling litres */
    size_t designateds;
    struct yk_totals_client *lost; /* silent and lost, by falling lost litres */
    size_t losts;
    double twice, twice_litres; /* clients that a plan of a later day claims for another station */
};

#endif
