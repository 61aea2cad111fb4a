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
/* Tables, a sheet each; keys of --json beside grades.g92 … grades.dm35, grades.gasoline,
 * grades.diesel, grades.unknown (litres a month):
 * stations  station_code newest_month months litres_month tonnes_month yuan_month payers unmatched
 *           unmatched_litres
 * clients   client_id name category station_code status ours_litres_month ours_months share change
 *           change_year seasonal price_yuan_l first_month last_month planned_litres planned_since
 *           before_litres since_litres gained_litres payers margin_yuan_l
 * win_back  client_id name station_code status lost_litres_month margin_yuan_month last_month
 * segments  category region tries wins */
void yk_report_sales(struct yk_view *view, const struct yk_sales_ask *ask);

/* Table unmatched: payers without a client, most litres first: payer card name station_code
 * litres_month reason (unknown, nameless, ambiguous, bad_map). */
void yk_report_unmatched(struct yk_view *view, const struct yk_sales_ask *ask);
/* The same as MAP.csv: columns payer, card, name, station_code, litres_month, client_id,
 * client_name; the last two to be filled in. Gives the text; lies in the sheets' arena. */
const char *yk_report_payer_map(struct yk_view *view, const struct yk_sales_ask *ask);

/* The first 12 digits of a hash of station and payer: names a card without showing it. */
void yk_payer_handle(char out[13], const struct yk_payer *p);

#endif
