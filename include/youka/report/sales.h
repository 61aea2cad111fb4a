/* sales.h - what clients bought from us, as tables. */
#ifndef YOUKA_REPORT_SALES_H
#define YOUKA_REPORT_SALES_H

#include "youka/report/report.h"

/* Beside the view, whose derived->buyer is there: what the job had worked out. Arrays are one a
 * client or one a payer of the territory. */
struct yk_sales_ask {
    const bool *chosen;       /* one a station, by owner or place of sale */
    unsigned status;          /* 1u << enum yk_sales_status; 0: all that bought */
    const double *planned;    /* winnable litres a month of the plan; NAN: in none */
    const int *planned_since; /* month in which the client's plan was first handed out; 0: never */
    const double *before, *since; /* litres a month before that month, and from it on; NAN */
    const double *margin;         /* yuan a litre of what it buys */
    const size_t *payer_client;
    const char *const *payer_why; /* code why a payer has no client, "" where it has one */
    const struct yk_station_sales *station;
    size_t stations;
    const struct yk_sales_outcome *outcome;
    size_t outcomes;
};
/* Tables stations, clients, win_back, segments; a sheet each. */
void yk_report_sales(struct yk_view *view, const struct yk_sales_ask *ask);

/* Table unmatched: payers without a client, most litres first. */
void yk_report_unmatched(struct yk_view *view, const struct yk_sales_ask *ask);
/* The same as MAP.csv: columns payer, card, name, station_code, litres_month, client_id,
 * client_name; the last two to be filled in. Gives the text; lies in the sheets' arena. */
const char *yk_report_payer_map(struct yk_view *view, const struct yk_sales_ask *ask);

/* The first 12 digits of a hash of station and payer: names a card without showing it. */
void yk_payer_handle(char out[13], const struct yk_payer *p);

#endif
