/* sales.h - what clients bought from us, and how it goes with them: from card transactions by month
 * to a status by rule (sales_priors.csv).
 *
 * Months are months of data: of a station those in which it has any sale at all, the month of
 * `today`, which still runs, left out. A client's are those of the station where it bought most.
 * Months without fuel count as 0. In this order, the first that holds:
 *   lost     no fuel in the newest lost_months, but before
 *   silent   no fuel in the newest silent_months, but before
 *   back     bought again in the newest back_months after at least silent_months without
 *   new      bought for the first time in the newest new_months, of a station with older data
 *   falling  mean of the newest ours_months below fall_ratio of as many before, and the log of that
 *            ratio below -fall_z * month_sd * sqrt(2 / ours_months): the sd of the difference of
 * two means of months that vary by month_sd on their own active   else */
#ifndef YOUKA_PLAN_SALES_H
#define YOUKA_PLAN_SALES_H

#include "youka/model/plan.h"

/* Fills one buyer a client of t. client_of: payer -> client, SIZE_MAX where it is not known.
 * t->rules and t->today count. */
void yk_sales_all(struct yk_buyer *out, const struct yk_territory *t, const size_t *client_of,
                  struct yk_arena *a);

/* The rule alone, over months of data, newest first: sets status, change, change_year, seasonal,
 * ours_litres_month, ours_months, price_yuan_l, first_month, last_month and lost_litres_month from
 * month, litres and yuan. */
void yk_sales_judge(struct yk_buyer *b, const struct yk_rules *rules);

/* Mean litres a month in at most three months of data that end before `month`, and from it on; NAN
 * where there are none. */
void yk_sales_since(double *before, double *since, const struct yk_buyer *b, int month);

/* Yuan that a litre of what it bought brings us: by grade; of fuel without a grade as its family's
 * or its category's grades do (fuel_priors.csv, category_priors.csv). */
double yk_sales_margin(const struct yk_buyer *b, const char *category,
                       const struct yk_rules *rules);

/* What each of our stations that has sales sells a month by card, by code: arena array. Mean of the
 * newest ours_months of data. client_of as above. */
void yk_sales_stations(struct yk_station_sales **out, size_t *count, const struct yk_territory *t,
                       const size_t *client_of, struct yk_arena *a);

/* Of clients that did not buy from us when they were first surveyed, and whom we asked: how many
 * buy now. One a category and region, those with tries only, by category, then region.
 * asked: one a client: visited, or in a plan that was handed out (yk_sales_asked). Lies in the
 * arena. */
void yk_sales_outcomes(struct yk_sales_outcome **out, size_t *count, const struct yk_territory *t,
                       const struct yk_derived *d, const bool *asked, struct yk_arena *a);
/* Ids handed out tried_days ago and earlier (a plan of today has been tried on nobody), and clients
 * that were visited (NULL: none). t->today and t->rules count. */
void yk_sales_asked(bool *asked, const struct yk_territory *t, const struct yk_visits *visits);

#endif
