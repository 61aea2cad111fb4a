/* sale.h - card transactions: what was bought from us, by whom, month by month. A payer is who an
 * export names: a card, a client number or a name; which client it is, is derived
 * (survey/payers.h). A buyer is a client with what its payers bought (plan/sales.h).
 * Litres are litres, money is yuan, a month counts from year 0: 12 * year + month - 1. */
#ifndef YOUKA_MODEL_SALE_H
#define YOUKA_MODEL_SALE_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"

/* The grades of fuel_priors.csv in its order, then what a row without a grade may say. */
enum yk_sale_grade {
    YK_SALE_GASOLINE = 7, /* of a grade that is not told */
    YK_SALE_DIESEL,
    YK_SALE_ANY, /* not told */
    YK_SALE_GRADES
};
const char *yk_sale_grade_code(int grade); /* g92 … dm35, gasoline, diesel, "" */
/* The other way round; false for a code that is none. */
bool yk_sale_grade_of(int *grade, const char *code);
/* As head offices write it: 92#, 92号车用汽油(ⅥB), 0#柴油, -10号, E95, 汽油; "" is YK_SALE_ANY.
 * False for what is no motor fuel (尿素, CNG). */
bool yk_sale_grade_read(int *grade, const char *typed);

/* 2026-10, 202610, 2026/10, 2026年10月 (*day 0), or anything yk_day_read knows (*day 1..31). */
bool yk_month_read(int *month, int *day, const char *typed);
int yk_month_of(yk_day day);             /* of a day; not of YK_DAY_NONE */
void yk_month_write(char out[8], int m); /* "2026-10" */

/* One row of an export. Texts may be "". */
struct yk_sale_row {
    const char *station_code;
    const char *payer; /* yk_payer_key */
    const char *client, *name;
    int month, day; /* day 0: the row tells of the whole month */
    int grade;
    double litres, yuan, times; /* yuan, times NAN where not told */
    size_t line;
};
/* "card:…", else "id:…", else "name:…", folded; NULL where all three are blank. */
const char *yk_payer_key(const char *card, const char *client, const char *name,
                         struct yk_arena *a);
/* **** 1234; short ones as they are. */
const char *yk_card_masked(const char *card, struct yk_arena *a);

/* What counts of one payer, month and grade, however often it was loaded. */
struct yk_sale {
    int month;
    int grade;
    double litres, yuan, times;
};
struct yk_payer {
    const char *station_code;
    const char *key;            /* yk_payer_key */
    const char *client;         /* as told, "" */
    const char *name;           /* as told last, "" */
    const struct yk_sale *sale; /* by month, then grade */
    size_t sales;
};
const char *yk_payer_card(const struct yk_payer *p); /* its card, folded; "" without one */

/* What a person said: this card, or this name, is that client. */
struct yk_payer_told {
    const char *station_code;         /* "": at any of our stations */
    const char *payer;                /* yk_payer_key of a card or a name */
    const char *client, *client_name; /* an id or its beginning; else a name */
    const char *at, *who;
};

enum yk_sales_status {
    YK_SALES_NONE, /* no payer is known to be this client */
    YK_SALES_NEW,
    YK_SALES_ACTIVE,
    YK_SALES_FALLING,
    YK_SALES_SILENT,
    YK_SALES_LOST,
    YK_SALES_BACK,
    YK_SALES_STATUSES
};
const char *yk_sales_status_code(enum yk_sales_status s); /* none, new, active, … */
bool yk_sales_status_of(enum yk_sales_status *s, const char *code);

#define YK_SALE_MONTHS 24
/* What one client bought, newest month first. Months are months of data: those in which the station
 * where it buys most has any sale at all, the running month left out. */
struct yk_buyer {
    enum yk_sales_status status;
    size_t payers;
    size_t months; /* of data, at most YK_SALE_MONTHS */
    int month[YK_SALE_MONTHS];
    double litres[YK_SALE_MONTHS], yuan[YK_SALE_MONTHS]; /* yuan NAN where not told */
    double ours_litres_month;     /* mean of the newest three months of data */
    double grade[YK_SALE_GRADES]; /* the same by grade */
    size_t ours_months;           /* how many that mean is of: a new client's fewer */
    double price_yuan_l;          /* realised in these months; NAN where not told */
    double change;      /* the newest three months against the three before, -.3; NAN unknown */
    double change_year; /* against the same months of the year before; NAN unknown */
    bool seasonal;      /* falling, but it fell as much a year ago */
    int first_month, last_month; /* in which it bought; 0: never */
    double lost_litres_month;    /* silent and lost: mean of the last three months before */
};
/* What one of our stations sold by card, a month. */
struct yk_station_sales {
    const char *station_code;
    int newest;             /* month of data */
    size_t months;          /* of data */
    size_t payers, unknown; /* that bought in the newest months; of these without a client */
    double litres, unknown_litres, yuan; /* yuan NAN where not told */
    double grade[YK_SALE_GRADES];        /* litres by grade */
    double tonnes;                       /* NAN where the fuel is not told */
};
/* Of clients asked that did not buy when first surveyed: how many buy now. */
struct yk_sales_outcome {
    const char *category, *region;
    size_t wins, tries;
};

/* NULL where the client has no sales, or nothing was ever loaded. */
const struct yk_buyer *yk_sales_of(const struct yk_buyer *buyers, size_t client);

#endif
